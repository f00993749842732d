using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>The difference of two independent scores, current minus baseline, from their score limits.</summary>
internal readonly struct NpsChange(EffectiveCounts baseline, EffectiveCounts current) : IIntervalOfZ
{
    internal const string NoRelativeChange = "a Net Promoter Score has no percentage: its zero is no origin";

    private readonly double _difference = current.Score - baseline.Score;

    public double Lower(double z) => Mover.Lower(
        _difference, current.Score - current.ScoreLower(z), baseline.ScoreUpper(z) - baseline.Score);

    public double Upper(double z) => Mover.Upper(
        _difference, current.ScoreUpper(z) - current.Score, baseline.Score - baseline.ScoreLower(z));

    internal static Estimate Of(EffectiveCounts baseline, EffectiveCounts current, double level, string method, long count)
    {
        Errors.RequireLevel(level);
        bool none = !(baseline.Total > 0 && current.Total > 0);
        var change = new NpsChange(baseline, current);
        double z = Distributions.TwoSidedZ(level);
        return new Estimate
        {
            Value = none ? null : 100 * change._difference,
            Lower = none ? null : 100 * change.Lower(z),
            Upper = none ? null : 100 * change.Upper(z),
            Level = level,
            Method = method,
            Count = count,
            Unit = Units.Points,
        };
    }

    internal static double? PValue(EffectiveCounts baseline, EffectiveCounts current)
    {
        var change = new NpsChange(baseline, current);
        return baseline.Total > 0 && current.Total > 0 ? Inversion.PValue(change._difference, change) : null;
    }

    internal static double? Detectable(EffectiveCounts baseline, EffectiveCounts current, double level, double power)
    {
        Errors.RequireLevel(level);
        Errors.RequirePower(power);
        if (!(baseline.Total > 0 && current.Total > 0))
        {
            return null;
        }

        double z = Distributions.TwoSidedZ(level) + Distributions.NormalQuantile(power);
        return 100 * z * Math.Sqrt(baseline.Adjusted.Variance / baseline.Total + current.Adjusted.Variance / current.Total);
    }
}
