using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>Detractors, passives and promoters as the formulas take them: whole counts, or counts divided by a design effect.</summary>
/// <remarks>All results here are fractions from −1 to 1; points are made of them where they leave the library.</remarks>
internal readonly struct EffectiveCounts(double detractors, double passives, double promoters)
{
    private readonly double _b = detractors;
    private readonly double _c = promoters;
    private readonly double _n = detractors + passives + promoters;

    internal EffectiveCounts(NpsTally tally, double designEffect = 1)
        : this(tally.Detractors / designEffect, tally.Passives / designEffect, tally.Promoters / designEffect)
    {
    }

    internal double Total => _n;

    internal double Score => Difference.Difference;

    /// <summary>The variance of one answer: p + d − (p − d)².</summary>
    internal double Variance => Difference.Variance;

    /// <summary>With ¾ detractor, 1½ passives and ¾ promoter added (Rocks 2016).</summary>
    internal EffectiveCounts Adjusted => new(_b + 0.75, _n - _b - _c + 1.5, _c + 0.75);

    private ScoreDifference Difference => new(_b, _c, _n);

    internal (double Lower, double Upper) Limits(NpsInterval method, double z) => method switch
    {
        NpsInterval.Score => (ScoreLower(z), ScoreUpper(z)),
        NpsInterval.AdjustedWald => Adjusted.Wald(z),
        _ => Wald(z),
    };

    internal double ScoreUpper(double z) => Difference.Upper(z);

    internal double ScoreLower(double z) => Difference.Lower(z);

    /// <inheritdoc cref="ScoreDifference.Statistic"/>
    internal double Statistic(double delta, out double slope) => Difference.Statistic(delta, out slope);

    private (double Lower, double Upper) Wald(double z)
    {
        double half = z * Math.Sqrt(Math.Max(0, Variance) / _n);
        return (Score - half, Score + half);
    }
}
