using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <content>How two tallies of answers compare: current minus baseline in points, MOVER of the score limits.</content>
public readonly partial record struct NpsTally : IMetric<NpsTally>
{
    /// <summary>The Net Promoter Score of a tally in points, with its score interval.</summary>
    /// <inheritdoc cref="IMetric{TSelf}.Estimate"/>
    public static Estimate Estimate(NpsTally tally, double level) => NetPromoter.Estimate(tally, level, NpsMethod.Score, "score", 1);

    /// <inheritdoc/>
    /// <remarks>Each side's score limits, recovered into limits of the difference (Zou and Donner 2008).</remarks>
    public static Estimate Change(NpsTally baseline, NpsTally current, double level) =>
        new NpsChange(new(baseline), new(current)).Estimate(level, "mover-score", baseline.Answered + current.Answered);

    /// <inheritdoc/>
    public static double? PValue(NpsTally baseline, NpsTally current) => new NpsChange(new(baseline), new(current)).PValue();

    /// <inheritdoc/>
    public static string NoRelativeChange(NpsTally baseline, NpsTally current) => NpsChange.NoRelativeChange;

    /// <inheritdoc/>
    /// <remarks>(z₁₋α⁄₂ + z_power) · √(V₁/n₁ + V₀/n₀), V the variance of an answer with ¾ detractor, 1½ passives and ¾ promoter added.</remarks>
    public static double? DetectableChange(NpsTally baseline, NpsTally current, double power, double level) =>
        new NpsChange(new(baseline), new(current)).Detectable(level, power);
}
