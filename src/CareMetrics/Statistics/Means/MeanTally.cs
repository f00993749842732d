using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>Count, mean and sum of squared deviations: all that a mean and its comparison need to know of their data.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all three numbers are.
/// Tallies of separate data add in any order, to rounding (Chan, Golub and LeVeque 1979): sums of squares are never formed,
/// so nothing cancels. Two of them compare by <see cref="Comparison.Between"/>: Welch's t.
/// </remarks>
public readonly record struct MeanTally : IMetric<MeanTally>, IAdditionOperators<MeanTally, MeanTally, MeanTally>
{
    // 0 without observations, so that the default is legal and two empty tallies are equal.
    private readonly double _mean;

    /// <summary>Makes a tally from moments, as a database returns them.</summary>
    /// <param name="count">How many observations, 0 or more.</param>
    /// <param name="mean">Their mean; <c>null</c> where there are none.</param>
    /// <param name="sumOfSquaredDeviations">Σ(x − mean)², 0 or more; 0 with fewer than two observations.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public MeanTally(long count, double? mean, double sumOfSquaredDeviations)
    {
        Count = Errors.RequireCount(count, nameof(count));
        _mean = Errors.RequireMean(count, mean, nameof(mean));
        SumOfSquaredDeviations = count < 2
            ? Errors.RequireZero(sumOfSquaredDeviations, nameof(sumOfSquaredDeviations))
            : Errors.RequireWeight(sumOfSquaredDeviations, nameof(sumOfSquaredDeviations));
    }

    /// <summary>The tally of no observations.</summary>
    public static MeanTally Empty => default;

    /// <summary>How many observations.</summary>
    public long Count { get; }

    /// <summary>Their mean; <c>null</c> where there are none.</summary>
    public double? Mean => Count == 0 ? null : _mean;

    /// <summary>Σ(x − mean)².</summary>
    public double SumOfSquaredDeviations { get; }

    /// <summary>The sample variance with n − 1; <c>null</c> with fewer than two observations.</summary>
    [JsonIgnore]
    public double? Variance => Count < 2 ? null : SumOfSquaredDeviations / (Count - 1);

    /// <summary>Counts observations.</summary>
    /// <param name="values">Finite numbers, in any order.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite.</exception>
    /// <exception cref="OverflowException">The squared deviations are beyond what a number can hold.</exception>
    public static MeanTally Of(IEnumerable<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        switch (values)
        {
            case double[] array:
                return MomentBlocks.Of(array, nameof(values));
            case List<double> list:
                return MomentBlocks.Of(CollectionsMarshal.AsSpan(list), nameof(values));
        }

        MeanTally tally = Empty;
        long index = 0;
        foreach (double value in values)
        {
            tally = double.IsFinite(value) ? tally.Add(value) : throw Errors.NotFinite(nameof(values), index, value);
            index++;
        }

        return tally;
    }

    /// <summary>Adds one observation.</summary>
    /// <param name="value">A finite number.</param>
    /// <returns>The larger tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    /// <exception cref="OverflowException">The squared deviations are beyond what a number can hold.</exception>
    public MeanTally Add(double value)
    {
        Errors.RequireFinite(value, nameof(value));
        double delta = value - _mean;
        double mean = _mean + delta / (Count + 1);
        return new(Count + 1, mean, Errors.RequireRepresentable(SumOfSquaredDeviations + delta * (value - mean), "the sum of squared deviations"));
    }

    /// <summary>Merges two tallies of separate observations.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">The count would pass <see cref="long.MaxValue"/>, or the squared deviations are beyond what a number can hold.</exception>
    public static MeanTally operator +(MeanTally left, MeanTally right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == 0 ? right : left;
        }

        long count = left.Count + right.Count;
        double delta = right._mean - left._mean;
        double share = (double)right.Count / count;
        return new(
            count,
            left._mean + delta * share,
            Errors.RequireRepresentable(
                left.SumOfSquaredDeviations + right.SumOfSquaredDeviations + delta * delta * share * left.Count, "the sum of squared deviations"));
    }

    /// <summary>The mean with its t interval, mean ± t·s/√n with n − 1 degrees of freedom; none with fewer than two observations, or where they do not vary.</summary>
    /// <inheritdoc cref="IMetric{TSelf}.Estimate"/>
    public static Estimate Estimate(MeanTally tally, double level)
    {
        Errors.RequireLevel(level);
        double? half = tally.Variance is { } variance and > 0
            ? Distributions.TwoSidedT(level, tally.Count - 1) * Math.Sqrt(variance / tally.Count)
            : null;
        return Make(tally.Mean, half, level, "student-t", tally.Count);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Welch (1947): the difference ± t·√(s₁²/n₁ + s₀²/n₀), degrees of freedom by Satterthwaite. Where neither side varies
    /// there is no interval.
    /// </remarks>
    public static Estimate Change(MeanTally baseline, MeanTally current, double level)
    {
        Errors.RequireLevel(level);
        double? half = Pair(baseline, current).Difference is var (error, freedom) ? Distributions.TwoSidedT(level, freedom) * error : null;
        return Make(current.Mean - baseline.Mean, half, level, "welch", baseline.Count + current.Count);
    }

    /// <inheritdoc/>
    public static double? PValue(MeanTally baseline, MeanTally current) => Pair(baseline, current).PValue();

    /// <inheritdoc/>
    /// <remarks>
    /// exp(ln(m₁/m₀) ± t√(s₁²/(n₁m₁²) + s₀²/(n₀m₀²))) − 1, degrees of freedom by Satterthwaite on these two terms; where the current
    /// mean is not above 0, Fieller's set. None where the baseline is not above 0, or its interval at this level covers 0.
    /// Other methods: <see cref="Ratio.Of(MeanTally, MeanTally, double, RatioMethod)"/>.
    /// </remarks>
    public static Estimate? RelativeChange(MeanTally baseline, MeanTally current, double level) =>
        Pair(baseline, current).RelativeChange(level, baseline.Count + current.Count);

    /// <inheritdoc/>
    public static string NoRelativeChange(MeanTally baseline, MeanTally current) =>
        MomentPair.NoRelativeChange(baseline.Mean, current.Mean, Pair(baseline, current).Difference);

    /// <inheritdoc/>
    /// <remarks>(z₁₋α⁄₂ + z_power) · √(s₁²/n₁ + s₀²/n₀).</remarks>
    public static double? DetectableChange(MeanTally baseline, MeanTally current, double power, double level)
    {
        double reach = Power.Reach(level, power);
        return Pair(baseline, current).Difference is var (error, _) ? reach * error : null;
    }

    /// <summary>The tally as a person reads it, such as <c>mean 4.2 of 120</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"mean {Display.Number(Mean, 2, null)} of {Display.Count(Count, null)}";

    internal static MomentPair Pair(MeanTally baseline, MeanTally current) => new(baseline.Moment, current.Moment);

    private Moment? Moment => Variance is { } variance ? new Moment(_mean, variance / Count, Count - 1) : null;

    private static Estimate Make(double? value, double? half, double level, string method, long count) => new()
    {
        Value = value,
        Lower = value - half,
        Upper = value + half,
        Level = level,
        Method = method,
        Count = count,
        Unit = Units.Value,
    };
}
