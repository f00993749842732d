using System.Numerics;
using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>Events and the exposure they happened in, over one or more periods: all that a rate needs to know of its data.</summary>
/// <remarks>
/// The exposure is whatever the events are counted per: days, customers, calls, thousands of orders. Beside the totals the tally
/// holds how much the rates of its periods differ, which is what tells a change from the usual up and down.
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all four numbers are.
/// Tallies of separate periods add in any order: counts exactly, the rest to about 1e-13. Two of them compare by
/// <see cref="Comparison.Between"/>: the p-value inverts the interval of the relative change.
/// </remarks>
public readonly record struct RateTally : IMetric<RateTally>, IAdditionOperators<RateTally, RateTally, RateTally>
{
    /// <summary>Makes a tally of one period, or of several from their moments, as a database returns them.</summary>
    /// <param name="count">How many events, 0 or more.</param>
    /// <param name="exposure">What they are counted per, from 1E-50 to 1E+50; 0 without periods.</param>
    /// <param name="periods">How many periods, 0 or more.</param>
    /// <param name="sumOfSquaredDeviations">Σe(y/e − λ)² over the periods, with y events in exposure e and λ = count/exposure; 0 with fewer than two periods or without events.</param>
    /// <exception cref="ArgumentException">An argument is outside its range, or does not go with the others.</exception>
    [JsonConstructor]
    public RateTally(long count, double exposure, long periods = 1, double sumOfSquaredDeviations = 0)
    {
        Periods = Errors.RequireCount(periods, nameof(periods));
        Count = Errors.RequireCount(count, nameof(count));
        Exposure = periods == 0 ? Errors.RequireZero(exposure, nameof(exposure)) : Errors.RequireExposure(exposure, nameof(exposure));
        if (periods == 0 && count > 0)
        {
            throw Errors.EventsWithoutPeriod(count);
        }

        SumOfSquaredDeviations = periods < 2 || count == 0
            ? Errors.RequireZero(sumOfSquaredDeviations, nameof(sumOfSquaredDeviations))
            : Errors.RequireSquares(sumOfSquaredDeviations, nameof(sumOfSquaredDeviations));
    }

    /// <summary>The tally of no period.</summary>
    public static RateTally Empty => default;

    /// <summary>How many events.</summary>
    public long Count { get; }

    /// <summary>What they are counted per, summed over the periods.</summary>
    public double Exposure { get; }

    /// <summary>How many periods.</summary>
    public long Periods { get; }

    /// <summary>Σe(y/e − λ)² over the periods, with y events in exposure e and λ = count/exposure.</summary>
    public double SumOfSquaredDeviations { get; }

    /// <summary>How many times as much the periods differ as Poisson counts would, X²/(n − 1); <c>null</c> with fewer than two periods or without events.</summary>
    [JsonIgnore]
    public double? Dispersion => Periods < 2 || Count == 0 ? null : Pearson / (Periods - 1);

    internal double? PerExposure => Periods == 0 ? null : Count / Exposure;

    /// <summary>Pearson's X² of the periods about their common rate.</summary>
    internal double Pearson => SumOfSquaredDeviations / (Count / Exposure);

    /// <summary>Counts periods of equal length, each an exposure of 1.</summary>
    /// <param name="counts">The events of each period, 0 or more.</param>
    /// <returns>The tally; its rate is per period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static RateTally Of(IEnumerable<long> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        return Of(counts.Select(count => (count, 1.0)), nameof(counts));
    }

    /// <summary>Counts periods.</summary>
    /// <param name="periods">The events of each period, 0 or more, and its exposure, from 1E-50 to 1E+50.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count or an exposure is outside its range.</exception>
    public static RateTally Of(IEnumerable<(long Count, double Exposure)> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        return Of(periods, nameof(periods));
    }

    /// <summary>Adds one period.</summary>
    /// <param name="count">Its events, 0 or more.</param>
    /// <param name="exposure">Its exposure, from 1E-50 to 1E+50.</param>
    /// <returns>The larger tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public RateTally Add(long count, double exposure = 1) => this + new RateTally(count, exposure);

    /// <summary>Merges two tallies of separate periods.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static RateTally operator +(RateTally left, RateTally right)
    {
        if (left.Periods == 0 || right.Periods == 0)
        {
            return left.Periods == 0 ? right : left;
        }

        double exposure = left.Exposure + right.Exposure;
        double apart = left.Count / left.Exposure - right.Count / right.Exposure;
        double between = apart * left.Exposure * (apart * (right.Exposure / exposure));
        return new(
            left.Count + right.Count,
            exposure,
            left.Periods + right.Periods,
            left.SumOfSquaredDeviations + right.SumOfSquaredDeviations + between);
    }

    /// <inheritdoc cref="Rate.Estimate"/>
    public static Estimate Estimate(RateTally tally, double level) => Rate.Estimate(tally, level);

    /// <inheritdoc/>
    /// <remarks>The difference of the rates with limits recovered from those of both sides; see <see cref="Rate.Compare"/>.</remarks>
    public static Estimate Change(RateTally baseline, RateTally current, double level) =>
        new RatePair(baseline, current, RateMethod.OverDispersed).Change(level);

    /// <inheritdoc/>
    public static double? PValue(RateTally baseline, RateTally current) =>
        new RatePair(baseline, current, RateMethod.OverDispersed).PValue();

    /// <inheritdoc/>
    public static PValueBasis PValueBasis => PValueBasis.RelativeChange;

    /// <inheritdoc/>
    public static Estimate? RelativeChange(RateTally baseline, RateTally current, double level) =>
        new RatePair(baseline, current, RateMethod.OverDispersed).RelativeChange(level);

    /// <inheritdoc/>
    public static string NoRelativeChange(RateTally baseline, RateTally current) => RatePair.NoRelativeChange(baseline, current);

    /// <inheritdoc/>
    /// <remarks>(z₁₋α⁄₂ + z_power) · √(φ(λ₁/E₁ + λ₀/E₀)), with one event added to each side, so that none is 0.</remarks>
    public static double? DetectableChange(RateTally baseline, RateTally current, double power, double level) =>
        new RatePair(baseline, current, RateMethod.OverDispersed).DetectableChange(level, power);

    /// <summary>The tally as a person reads it, such as <c>184 events in 31 of exposure, 31 periods</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Display.Count(Count, null)} events in {Display.Significant(Exposure, null)} of exposure, {Display.Count(Periods, null)} {(Periods == 1 ? "period" : "periods")}";

    private static RateTally Of(IEnumerable<(long Count, double Exposure)> periods, string parameter)
    {
        RateTally tally = Empty;
        long index = 0;
        foreach ((long count, double exposure) in periods)
        {
            tally += count >= 0 && Errors.IsExposure(exposure)
                ? new RateTally(count, exposure)
                : throw Errors.PeriodOutside(parameter, index, count, exposure);
            index++;
        }

        return tally;
    }
}
