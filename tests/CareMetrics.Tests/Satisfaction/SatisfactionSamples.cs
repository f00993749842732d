using CareMetrics.Satisfaction;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Satisfaction;

internal static class SatisfactionSamples
{
    internal static IEnumerable<Func<object>> All =>
    [
        () => RatingScale.OneToFive,
        () => new RatingScale(1, 7, 3, Better.Lower),
        () => default(RatingTally),
        () => RatingTally.Of([5, 4, 1, 3, 5], RatingScale.OneToFive),
        () => CustomerSatisfaction.Score(RatingTally.Of([5, 4, 1, 3, 5], RatingScale.OneToFive), RatingScale.OneToFive),
        () => CustomerEffort.Score(RatingTally.Empty, RatingScale.OneToSeven),
    ];
}
