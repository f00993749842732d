using CareMetrics.Statistics;

namespace CareMetrics.Conversion;

/// <summary>An observed conversion rate beside the rate that doing nothing would give.</summary>
public sealed record BesideNoEffect
{
    /// <summary>Ranters turned ravers ÷ ranters seen again, as observed.</summary>
    public required Estimate Observed { get; init; }

    /// <summary>What regression to the mean alone would give.</summary>
    public required NoEffect Expected { get; init; }

    /// <summary>Observed minus expected, a fraction, with the interval of the observed rate shifted; the expectation counts as known.</summary>
    public required Estimate Excess { get; init; }

    /// <summary>The score test of the observed rate against the expected one; it agrees with the interval of <see cref="Excess"/>. <c>null</c> where there is no expectation.</summary>
    public SignificanceTest? Test { get; init; }

    /// <summary>Both rates as a person reads them.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"observed {Observed}; {Expected}; {Display.PValue(Test?.PValue)}";
}
