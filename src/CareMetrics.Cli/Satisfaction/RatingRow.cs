using System.Text.Json.Serialization;
using CareMetrics.Nps;
using CareMetrics.Satisfaction;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The share of good ratings, or their mean, of one group in one period.</summary>
internal sealed record RatingRow : ScoredRow
{
    [JsonPropertyOrder(Own)]
    public required long Good { get; init; }

    /// <summary>The mean of the same ratings; null in the row of the mean.</summary>
    [JsonIgnore]
    public RatingRow? Mean { get; init; }

    public static RatingRow Of(string measure, AnswerCell cell, RatingScale scale, double level, string definition)
    {
        RatingTally tally = cell.Ratings!.Value;
        RatingScore score = CustomerSatisfaction.Score(tally, scale, level);

        // Of a scale of two categories; that of the mean is another one.
        double? designEffect = cell.Customers is { } customers ? NetPromoter.Score(customers, level).DesignEffect : null;
        return Row(measure, score.Good) with { DesignEffect = designEffect, Mean = Row(measure + "-mean", score.Mean) };

        RatingRow Row(string name, Estimate estimate) => new()
        {
            Measure = name,
            Group = cell.Group,
            Period = IScoredRow.PeriodOf(cell),
            PeriodKind = cell.Period?.Kind,
            Value = estimate.Value + 0.0,
            Lower = estimate.Lower + 0.0,
            Upper = estimate.Upper + 0.0,
            Unit = estimate.Unit,
            Level = estimate.Level,
            Method = estimate.Method,
            Answered = tally.Ratings,
            Customers = cell.Customers?.Customers,
            DesignEffect = null,
            Good = tally.GoodRatings,
            Missing = tally.Missing,
            Invalid = tally.Invalid,
            Superseded = cell.Superseded,
            Excluded = cell.Excluded,
            Definition = definition,
        };
    }
}
