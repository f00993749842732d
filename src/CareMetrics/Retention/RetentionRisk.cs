using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>How a return on keeping customers may turn out, where rates and values are not known but estimated.</summary>
/// <remarks>
/// Method <c>gamma-beta</c>: the value of a save is gamma with its mean and standard deviation (known where it has none), a rate of x
/// of n is beta with x + ½ and n − x + ½ (Jeffreys), all independent; integrated, not drawn. The standard deviation is that of a product
/// of independent variables (Goodman 1960). Method <c>normal</c>, of each customer's own value: net and return are normal with their
/// linearised errors.
/// </remarks>
public sealed record RetentionRisk
{
    /// <summary>Whether it is the return against a control group; without one it is not attributable.</summary>
    public required bool AgainstControl { get; init; }

    /// <summary>The expected net, in money.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double MeanNet { get; init => field = Errors.RequireNumber(value, nameof(MeanNet)); }

    /// <summary>The standard deviation of the net, in money.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double StandardDeviationNet { get; init => field = Errors.RequireNumber(value, nameof(StandardDeviationNet)); }

    /// <summary>The chance that more comes back than was put in, from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 1.</exception>
    public required double ChanceOfGain { get; init => field = Errors.RequireShare(value, nameof(ChanceOfGain)); }

    /// <summary>The chance that it does not, from 0 to 1; breaking even is no gain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 1.</exception>
    public required double ChanceOfLoss { get; init => field = Errors.RequireShare(value, nameof(ChanceOfLoss)); }

    /// <summary>The expected return, a fraction; <c>null</c> where nothing is invested or the expectation does not exist.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? MeanRoi { get; init => field = Errors.RequireFinite(value, nameof(MeanRoi)); }

    /// <summary>The return that is undercut with chance (1 − level)/2; <c>null</c> where nothing is invested.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? LowerRoi { get; init => field = Errors.RequireFinite(value, nameof(LowerRoi)); }

    /// <summary>The return that is undercut as often as exceeded; <c>null</c> where nothing is invested.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? MedianRoi { get; init => field = Errors.RequireFinite(value, nameof(MedianRoi)); }

    /// <summary>The return that is exceeded with chance (1 − level)/2; <c>null</c> where nothing is invested.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? UpperRoi { get; init => field = Errors.RequireFinite(value, nameof(UpperRoi)); }

    /// <summary>The chance that the return lies from <see cref="LowerRoi"/> to <see cref="UpperRoi"/>, strictly between 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not strictly between 0 and 1.</exception>
    public required double Level
    {
        get;
        init
        {
            Errors.RequireLevel(value, nameof(Level));
            field = value;
        }
    }

    /// <summary>What it would be worth to know rate and value before deciding to go or not, in money: the expected loss of deciding by the mean now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double ValueOfPerfectInformation { get; init => field = Errors.RequireNumber(value, nameof(ValueOfPerfectInformation)); }

    /// <summary>The model: <c>gamma-beta</c> or <c>normal</c>.</summary>
    public required string Method { get; init; }

    /// <summary>What the numbers may be claimed as.</summary>
    public string Claim => AgainstControl ? IncrementalRetentionRoi.OfControl : RetentionRoi.NoClaim;

    /// <summary>The risk as a person reads it, beginning with what may be claimed.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        static string Percent(double? share) => Display.Quantity(share, Units.Fraction, null, null);
        string roi = MedianRoi is null
            ? "nothing invested"
            : $"ROI {Percent(MedianRoi)} ({Display.Level(Level, null)} between {Percent(LowerRoi)} and {Percent(UpperRoi)})";
        return $"{Claim}: {Percent(ChanceOfLoss)} chance of loss; {roi}; net {Display.Number(MeanNet, 2, null)} ± {Display.Number(StandardDeviationNet, 2, null)}";
    }
}
