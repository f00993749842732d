using CareMetrics.Nps;
using CareMetrics.Satisfaction;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Ratings counted as answers are: the good ones and the others are a scale of two categories, whose design effect is that of their share.</summary>
internal static class RatingCounts
{
    internal static NpsScale ScaleOf(RatingScale ratings) => ratings.Better == Better.Higher
        ? new NpsScale(ratings.Minimum, ratings.Maximum, ratings.Good - 1, ratings.Good)
        : new NpsScale(ratings.Minimum, ratings.Maximum, ratings.Good, ratings.Good + 1);

    /// <exception cref="OverflowException">A sum would pass <see cref="long.MaxValue"/>.</exception>
    internal static RatingTally TallyOf(RatingScale scale, ReadOnlySpan<long> byScore, long missing, long invalid)
    {
        (long good, long all, long sum, long squares) = (0, 0, 0, 0);
        for (int i = 0; i < byScore.Length; i++)
        {
            long rating = scale.Minimum + i;
            checked
            {
                good += scale.IsGood((int)rating) ? byScore[i] : 0;
                all += byScore[i];
                sum += byScore[i] * rating;
                squares += byScore[i] * rating * rating;
            }
        }

        return new RatingTally(good, all, sum, squares, missing, invalid);
    }
}
