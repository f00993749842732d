using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <content>How two tallies of disjoint customers compare: as tallies of answers do, on counts divided by each side's design effect.</content>
public readonly partial record struct NpsCustomerTally : IMetric<NpsCustomerTally>
{
    /// <summary>The Net Promoter Score of a tally in points, its score interval allowing for repeat answers.</summary>
    /// <inheritdoc cref="IMetric{TSelf}.Estimate"/>
    public static Estimate Estimate(NpsCustomerTally tally, double level) =>
        NetPromoter.Estimate(tally.Answers, level, NpsMethod.Score, "score-by-customer", tally.DesignEffect);

    /// <inheritdoc/>
    public static Estimate Change(NpsCustomerTally baseline, NpsCustomerTally current, double level) => new NpsChange(baseline.Effective, current.Effective)
        .Estimate(level, "mover-score-by-customer", baseline.Answers.Answered + current.Answers.Answered);

    /// <inheritdoc/>
    public static double? PValue(NpsCustomerTally baseline, NpsCustomerTally current) =>
        new NpsChange(baseline.Effective, current.Effective).PValue();

    /// <inheritdoc/>
    public static string NoRelativeChange(NpsCustomerTally baseline, NpsCustomerTally current) => NpsChange.NoRelativeChange;

    /// <inheritdoc/>
    public static double? DetectableChange(NpsCustomerTally baseline, NpsCustomerTally current, double power, double level) =>
        new NpsChange(baseline.Effective, current.Effective).Detectable(level, power);

    // A single customer of several answers has no design effect, and so nothing to compare by.
    internal EffectiveCounts Effective => DesignEffect is { } effect ? new(Answers, effect) : default;
}
