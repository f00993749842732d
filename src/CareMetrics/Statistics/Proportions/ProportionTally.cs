using System.Numerics;
using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>Successes among trials: all that a proportion needs to know of its data.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when both counts are.
/// Tallies of separate data add exactly, in any order. Two of them compare by <see cref="Comparison.Between"/>:
/// the change is a difference of fractions with the hybrid score interval of Newcombe (1998, method 10), the p-value its inversion.
/// </remarks>
public readonly record struct ProportionTally : IMetric<ProportionTally>,
    IAdditionOperators<ProportionTally, ProportionTally, ProportionTally>,
    ISubtractionOperators<ProportionTally, ProportionTally, ProportionTally>
{
    /// <summary>Makes a tally from counts.</summary>
    /// <param name="successes">How many of the trials succeeded, from 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">How many trials there were, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is outside its range.</exception>
    [JsonConstructor]
    public ProportionTally(long successes, long trials)
    {
        Errors.RequireShare(successes, nameof(successes), trials, nameof(trials));
        (Successes, Trials) = (successes, trials);
    }

    /// <summary>The tally of no trials.</summary>
    public static ProportionTally Empty => default;

    /// <summary>How many of the trials succeeded.</summary>
    public long Successes { get; }

    /// <summary>How many trials there were.</summary>
    public long Trials { get; }

    /// <summary>Adds one trial.</summary>
    /// <param name="success">Whether it succeeded.</param>
    /// <returns>The larger tally.</returns>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public ProportionTally Add(bool success) => new(Successes + (success ? 1 : 0), Trials + 1);

    /// <summary>Merges two tallies of separate data.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static ProportionTally operator +(ProportionTally left, ProportionTally right) =>
        new(left.Successes + right.Successes, left.Trials + right.Trials);

    /// <summary>Takes a part away again, as for a rolling window.</summary>
    /// <param name="left">The whole.</param>
    /// <param name="right">A part of it.</param>
    /// <returns>The rest.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is not a part of <paramref name="left"/>.</exception>
    public static ProportionTally operator -(ProportionTally left, ProportionTally right)
    {
        Errors.RequirePart("successes", left.Successes, right.Successes);
        Errors.RequirePart("failures", left.Trials - left.Successes, right.Trials - right.Successes);
        return new(left.Successes - right.Successes, left.Trials - right.Trials);
    }

    /// <inheritdoc cref="Proportion.Estimate"/>
    public static Estimate Estimate(ProportionTally tally, double level) => Proportion.Estimate(tally, level);

    /// <inheritdoc/>
    public static Estimate Change(ProportionTally baseline, ProportionTally current, double level)
    {
        Errors.RequireLevel(level);
        bool none = baseline.Trials == 0 || current.Trials == 0;
        var interval = new NewcombeInterval(baseline, current);
        double z = Distributions.TwoSidedZ(level);
        return new Estimate
        {
            Value = none ? null : interval.Difference,
            Lower = none ? null : interval.Lower(z),
            Upper = none ? null : interval.Upper(z),
            Level = level,
            Method = "newcombe",
            Count = baseline.Trials + current.Trials,
            Unit = Units.Fraction,
        };
    }

    /// <inheritdoc/>
    public static double? PValue(ProportionTally baseline, ProportionTally current)
    {
        if (baseline.Trials == 0 || current.Trials == 0)
        {
            return null;
        }

        var interval = new NewcombeInterval(baseline, current);
        return Inversion.PValue(interval.Difference, interval);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// By the score test of the ratio inverted (Koopman 1984); none where the baseline has no successes. Other methods:
    /// <see cref="Ratio.Of(ProportionTally, ProportionTally, double, ProportionRatioMethod)"/>.
    /// </remarks>
    public static Estimate? RelativeChange(ProportionTally baseline, ProportionTally current, double level)
    {
        RatioInterval ratio = Ratio.Of(baseline, current, level);
        return ratio.Value is not { } value ? null : new Estimate
        {
            Value = value - 1,
            Lower = ratio.Lower - 1,
            Upper = ratio.Upper - 1,
            Level = level,
            Method = ratio.Method,
            Count = baseline.Trials + current.Trials,
            Unit = Units.Fraction,
        };
    }

    /// <inheritdoc/>
    public static string NoRelativeChange(ProportionTally baseline, ProportionTally current) =>
        baseline.Trials == 0 || current.Trials == 0 ? NoRelativeChangeReason.NoData : NoRelativeChangeReason.FromZero;

    /// <inheritdoc/>
    /// <remarks>(z₁₋α⁄₂ + z_power) · √(p₁q₁/n₁ + p₀q₀/n₀), each p with two successes and two failures added, so that it is never 0.</remarks>
    public static double? DetectableChange(ProportionTally baseline, ProportionTally current, double power, double level)
    {
        double z = Power.Reach(level, power);
        if (baseline.Trials == 0 || current.Trials == 0)
        {
            return null;
        }

        static double Variance(ProportionTally tally)
        {
            double p = (tally.Successes + 2.0) / (tally.Trials + 4.0);
            return p * (1 - p) / tally.Trials;
        }

        return z * Math.Sqrt(Variance(baseline) + Variance(current));
    }

    /// <summary>The tally as a person reads it, such as <c>45 of 100</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Display.Count(Successes, null)} of {Display.Count(Trials, null)}";
}
