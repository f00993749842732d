using CareMetrics.Statistics;

namespace CareMetrics.Satisfaction;

/// <summary>Ratings as a score: the share that is good, and the mean, each with its interval.</summary>
public sealed record RatingScore
{
    /// <summary>The share of good ratings, a fraction.</summary>
    public required Estimate Good { get; init; }

    /// <summary>The mean rating, on the scale.</summary>
    public required Estimate Mean { get; init; }

    /// <summary>The scale, with which ratings are good.</summary>
    public required RatingScale Scale { get; init; }

    /// <summary>The counts it rests on.</summary>
    public required RatingTally Tally { get; init; }

    /// <summary>The score as a person reads it, such as <c>81.0% good (95% CI 72.2% to 87.5%, n = 100), mean 4.12 on 1–5, good from 4 up</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Good} good, mean {Display.Number(Mean.Value, 2, null)} on {Scale}";
}
