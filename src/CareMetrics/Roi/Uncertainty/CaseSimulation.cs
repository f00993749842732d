using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>What a business case may come to when all its assumptions vary at once.</summary>
/// <remarks>Equal when all parts are. The same case, draws, seed and rate give the same bits on one platform at any number of threads.</remarks>
public sealed record CaseSimulation
{
    /// <summary>How many times the case was drawn.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long Draws { get; init => field = Errors.RequireCount(value, nameof(Draws)); }

    /// <summary>The seed: the same one draws the same case again.</summary>
    public required long Seed { get; init; }

    /// <summary>The discount rate of a period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not above −1.</exception>
    public required double Rate
    {
        get;
        init
        {
            Errors.RequireRate(value, nameof(Rate));
            field = value;
        }
    }

    /// <summary>Benefits less costs, in the currency of the case, as present values at <see cref="Rate"/>.</summary>
    public required SimulatedDistribution Net { get; init; }

    /// <summary>The return on investment, a fraction; <c>null</c> where nothing is invested in some draw.</summary>
    public SimulatedDistribution? Ratio { get; init; }

    /// <summary>The chance that the net is above 0, and with it the return on investment; its interval is that of the number of draws.</summary>
    public required Estimate ChanceOfGain { get; init; }

    /// <summary>The chance that the net is below 0, breaking even left out; its interval is that of the number of draws.</summary>
    public required Estimate ChanceOfLoss { get; init; }

    /// <summary>The simulation as a person reads it.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"net {Net}, chance of loss {Display.Quantity(ChanceOfLoss.Value, Units.Fraction, null, null)} ({Display.Count(Draws, null)} draws, seed {Display.Plain(Seed)})";
}
