using CareMetrics.Statistics;

namespace CareMetrics.Coverage;

/// <summary>Limits, and whether they hold a truth. A limit that is not there claims nothing, and holds it.</summary>
internal readonly record struct Interval(double? Lower, double? Upper)
{
    internal static Interval Of(Estimate estimate) => new(estimate.Lower, estimate.Upper);

    /// <summary>A set of ratios; one without an upper end begins at its upper limit.</summary>
    internal static Interval Of(RatioInterval ratio) => ratio.Shape switch
    {
        IntervalShape.Bounded => new(ratio.Lower, ratio.Upper),
        IntervalShape.Complement when ratio.Lower is null => new(ratio.Upper, null),
        IntervalShape.Complement => throw new InvalidOperationException($"two half-lines are no interval: {ratio}"),
        _ => default,
    };

    // A limit that is the truth itself, up to rounding, holds it.
    internal bool Holds(double truth)
    {
        double rounding = 1e-9 * Math.Max(1, Math.Abs(truth));
        return !(Lower > truth + rounding) && !(Upper < truth - rounding);
    }
}
