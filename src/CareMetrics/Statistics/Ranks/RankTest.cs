namespace CareMetrics.Statistics;

/// <summary>Two lists of values compared by their ranks: the test of Mann and Whitney, and the shift of Hodges and Lehmann.</summary>
public sealed record RankTest
{
    /// <summary>How many of all pairs have the current value above the baseline's, a tie counting a half; <c>null</c> where a side is empty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double? U { get; init => field = Errors.RequireFinite(value, nameof(U)); }

    /// <summary>U over the number of pairs: the chance that a current value is above a baseline one, ties halved; ½ where neither side is higher.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double? Superiority { get; init => field = Errors.RequireFinite(value, nameof(Superiority)); }

    /// <summary>The two-sided p-value of no difference; <c>null</c> where a side is empty.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double? PValue { get; init => field = Errors.RequireFinite(value, nameof(PValue)); }

    /// <summary>The name of the test: <c>mann-whitney-exact</c> or <c>mann-whitney-normal</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The median of all differences, current minus baseline, with limits that are two of those differences.</summary>
    public required Estimate Shift { get; init; }

    /// <summary>The level that the limits of <see cref="Shift"/> reach, which is a step of their order; <c>null</c> without limits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? AchievedLevel { get; init => field = Errors.RequireFinite(value, nameof(AchievedLevel)); }

    /// <summary>How many values the baseline has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long BaselineCount { get; init => field = Errors.RequireCount(value, nameof(BaselineCount)); }

    /// <summary>How many values the current side has.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long CurrentCount { get; init => field = Errors.RequireCount(value, nameof(CurrentCount)); }

    /// <summary>The test as a person reads it, such as <c>higher in 71% of pairs, shift 1.00 (95% CI 0.00 to 1.00, n = 21), p = 0.0885</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"higher in {Display.Quantity(Superiority, Units.Fraction, 0, null)} of pairs, shift {Shift}, {Display.PValue(PValue)}";
}
