using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>Detractors, passives and promoters as the formulas take them: whole counts, or counts divided by a design effect.</summary>
/// <remarks>All results here are fractions from −1 to 1; points are made of them where they leave the library.</remarks>
internal readonly struct EffectiveCounts(double detractors, double passives, double promoters)
{
    private readonly double _b = detractors;
    private readonly double _a = passives;
    private readonly double _c = promoters;
    private readonly double _n = detractors + passives + promoters;

    internal EffectiveCounts(NpsTally tally, double designEffect = 1)
        : this(tally.Detractors / designEffect, tally.Passives / designEffect, tally.Promoters / designEffect)
    {
    }

    internal double Total => _n;

    internal double Score => Difference.Difference;

    /// <summary>The variance of one answer, p + d − (p − d)².</summary>
    internal double Variance => Difference.Variance;

    /// <summary>With ¾ detractor, 1½ passives and ¾ promoter added (Rocks 2016).</summary>
    internal EffectiveCounts Adjusted => new(_b + 0.75, _a + 1.5, _c + 0.75);

    /// <summary>The limits around a score that may have been rounded otherwise than <see cref="Score"/>: they hold it to the last digit.</summary>
    internal (double Lower, double Upper) Limits(NpsMethod method, double z, double score) => method switch
    {
        NpsMethod.Score => (Math.Max(-1, score - BelowScore(z)), Math.Min(1, score + AboveScore(z))),
        NpsMethod.AdjustedWald => Adjusted.Wald(z, Adjusted.Score),
        _ => Wald(z, score),
    };

    /// <inheritdoc cref="ScoreDifference.Above"/>
    internal double AboveScore(double z) => Difference.Above(z);

    /// <inheritdoc cref="ScoreDifference.Below"/>
    internal double BelowScore(double z) => Difference.Below(z);

    /// <inheritdoc cref="ScoreDifference.Statistic(double)"/>
    internal double Statistic(double delta) => Difference.Statistic(delta);

    private ScoreDifference Difference => new(_b, _a, _c);

    private (double Lower, double Upper) Wald(double z, double score)
    {
        double half = z * Math.Sqrt(Variance / _n);
        return (score - half, score + half);
    }
}
