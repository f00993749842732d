using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>What an effect is worth less what it costs, and the chance that this is positive.</summary>
/// <remarks>
/// Effect and cost are differences to doing without, each an estimate with a standard error, taken as bivariate normal. Along a row of
/// worths the chance is the cost-effectiveness acceptability curve (van Hout et al. 1994; Stinnett and Mullahy 1998).
/// </remarks>
public sealed record NetBenefit
{
    /// <summary>Worth × effect − cost, in money, with its interval.</summary>
    public required Estimate Value { get; init; }

    /// <summary>The standard error of the value: √(worth²·se_effect² + se_cost² − 2·worth·ρ·se_effect·se_cost).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double StandardError { get; init => field = Errors.RequireNumber(value, nameof(StandardError)); }

    /// <summary>The chance that the value is above 0; without error 1, ½ or 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double ChanceOfGain { get; init => field = Errors.RequireNumber(value, nameof(ChanceOfGain)); }

    /// <summary>What it would be worth to know the value before deciding: the expected loss of deciding by its sign now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double ValueOfPerfectInformation { get; init => field = Errors.RequireNumber(value, nameof(ValueOfPerfectInformation)); }

    /// <summary>Cost over effect, the worth of a unit at which the value is 0; <c>null</c> where there is no effect.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? CostPerEffect { get; init => field = Errors.RequireFinite(value, nameof(CostPerEffect)); }

    /// <summary>The net benefit of an effect and its cost.</summary>
    /// <param name="effect">The gain in the measure, of any sign.</param>
    /// <param name="effectError">Its standard error, 0 or more.</param>
    /// <param name="cost">The additional cost, of any sign: below 0 it is a saving.</param>
    /// <param name="costError">Its standard error, 0 or more.</param>
    /// <param name="worth">What one unit of the measure is worth, 0 or more.</param>
    /// <param name="correlation">The correlation of effect and cost, −1 to 1.</param>
    /// <param name="count">How many customers the estimates rest on, 0 where that is not known.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The net benefit with its interval and chance.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">A value is beyond what a number can hold.</exception>
    public static NetBenefit Of(
        double effect, double effectError, double cost, double costError, double worth, double correlation = 0, long count = 0, double level = 0.95)
    {
        Errors.RequireNumber(effect, nameof(effect));
        Errors.RequireStandardError(effectError, nameof(effectError));
        Errors.RequireNumber(cost, nameof(cost));
        Errors.RequireStandardError(costError, nameof(costError));
        Errors.RequireNumber(worth, nameof(worth));
        Errors.RequireNotNegative(worth, nameof(worth));
        Errors.RequireCorrelation(correlation, nameof(correlation));
        Errors.RequireCount(count, nameof(count));
        Errors.RequireLevel(level);
        double value = Errors.RequireRepresentable(worth * effect - cost, "the net benefit");
        // The square of a sum of two: it cannot fall below 0 by rounding.
        double along = worth * effectError - correlation * costError;
        double across = costError * Math.Sqrt((1 - correlation) * (1 + correlation));
        double error = Errors.RequireRepresentable(double.Hypot(along, across), "the standard error of the net benefit");
        double margin = Distributions.TwoSidedZ(level) * error;
        double size = Math.Abs(value);
        return new NetBenefit
        {
            Value = new Estimate
            {
                Value = value,
                Lower = Errors.RequireRepresentable(value - margin, "the lower limit of the net benefit"),
                Upper = Errors.RequireRepresentable(value + margin, "the upper limit of the net benefit"),
                Level = level,
                Method = "normal",
                Count = count,
                Unit = Units.Money,
            },
            StandardError = error,
            ChanceOfGain = error == 0 ? (Math.Sign(value) + 1) / 2.0 : Distributions.NormalLower(value / error),
            ValueOfPerfectInformation = error == 0
                ? 0
                : Math.Max(0, error * Distributions.NormalDensity(size / error) - size * Distributions.NormalUpper(size / error)),
            CostPerEffect = effect == 0 ? null : Errors.RequireRepresentable(cost / effect, "the cost per effect"),
        };
    }

    /// <summary>The net benefit as a person reads it, such as <c>net benefit 500.00 (95% CI -10,100.13 to 11,100.13), 53.7% likely above 0</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        static string Show(double? amount) => Display.Number(amount, 2, null);
        return $"net benefit {Show(Value.Value)} ({Display.Level(Value.Level, null)} CI {Show(Value.Lower)} to {Show(Value.Upper)}), "
            + $"{Display.Quantity(ChanceOfGain, Units.Fraction, null, null)} likely above 0";
    }
}
