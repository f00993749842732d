using CareMetrics.Statistics;

namespace CareMetrics.Satisfaction;

/// <summary>The customer satisfaction score (CSAT): the share of answers in the top boxes of a declared scale.</summary>
public static class CustomerSatisfaction
{
    /// <summary>Scores ratings.</summary>
    /// <param name="tally">The ratings counted on <paramref name="scale"/>; none give <c>null</c> values.</param>
    /// <param name="scale">The scale on which they were counted.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The share of good answers with Wilson's interval, and the mean with Student's t.</returns>
    /// <exception cref="ArgumentException">The ratings cannot be on this scale.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static RatingScore Score(RatingTally tally, RatingScale scale, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(scale);
        if (tally.Sum < (Int128)scale.Minimum * tally.Ratings || tally.Sum > (Int128)scale.Maximum * tally.Ratings)
        {
            throw Errors.NotOnScale(scale.ToString(), tally.Ratings, tally.Sum);
        }

        return new RatingScore
        {
            Good = Proportion.Estimate(tally.Good, level),
            Mean = Estimate.Of(tally.Mean, level),
            Scale = scale,
            Tally = tally,
        };
    }
}
