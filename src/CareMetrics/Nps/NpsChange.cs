using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>The difference of two scores, current minus baseline, from their score limits and their correlation.</summary>
internal readonly struct NpsChange(EffectiveCounts baseline, EffectiveCounts current, double correlation = 0) : IIntervalOfZ
{
    internal const string NoRelativeChange = "a Net Promoter Score has no percentage: its zero is no origin";

    private readonly double _difference = current.Score - baseline.Score;

    public double Lower(double z) => Mover.Lower(
        _difference, current.BelowScore(z), baseline.AboveScore(z), correlation);

    public double Upper(double z) => Mover.Upper(
        _difference, current.AboveScore(z), baseline.BelowScore(z), correlation);

    private bool Exists => baseline.Total > 0 && current.Total > 0;

    internal Estimate Estimate(double level, string method, long count)
    {
        Errors.RequireLevel(level);
        double z = Distributions.TwoSidedZ(level);
        return new Estimate
        {
            Value = Exists ? 100 * _difference : null,
            Lower = Exists ? 100 * Lower(z) : null,
            Upper = Exists ? 100 * Upper(z) : null,
            Level = level,
            Method = method,
            Count = count,
            Unit = Units.Points,
        };
    }

    internal double? PValue() => Exists ? Inversion.PValue(_difference, this) : null;

    internal double? Detectable(double level, double power)
    {
        double z = Power.Reach(level, power);
        if (!Exists)
        {
            return null;
        }

        (double now, double before) = (current.Adjusted.Variance / current.Total, baseline.Adjusted.Variance / baseline.Total);
        return 100 * z * Math.Sqrt(now + before - 2 * correlation * Math.Sqrt(now * before));
    }
}
