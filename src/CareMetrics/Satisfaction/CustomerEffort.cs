namespace CareMetrics.Satisfaction;

/// <summary>The customer effort score (CES): how easy it was, as a mean or as the share that found it easy.</summary>
/// <remarks>The question is asked both ways round, so the scale declares which end is good: nothing is assumed (Dixon, Freeman and Toman 2010).</remarks>
public static class CustomerEffort
{
    /// <summary>Scores ratings of effort or ease.</summary>
    /// <inheritdoc cref="CustomerSatisfaction.Score"/>
    public static RatingScore Score(RatingTally tally, RatingScale scale, double level = 0.95) =>
        CustomerSatisfaction.Score(tally, scale, level);
}
