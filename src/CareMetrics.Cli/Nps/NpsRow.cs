using System.Text.Json.Serialization;
using CareMetrics.Nps;

namespace CareMetrics.Cli;

/// <summary>The Net Promoter Score, or what is said beside it, of one group in one period.</summary>
internal sealed record NpsRow : ScoredRow
{
    [JsonPropertyOrder(Own)]
    public required long Detractors { get; init; }

    [JsonPropertyOrder(Own)]
    public required long Passives { get; init; }

    [JsonPropertyOrder(Own)]
    public required long Promoters { get; init; }

    /// <summary>The same answers weighted; null where no weights are read.</summary>
    [JsonIgnore]
    public NpsRow? Weighted { get; init; }

    public static NpsRow Of(AnswerCell cell, Scoring scoring, string definition)
    {
        NetPromoterScore score = cell.Customers is { } customers
            ? NetPromoter.Score(customers, scoring.Level, scoring.Method)
            : NetPromoter.Score(cell.Tally, scoring.Level, scoring.Method);
        var row = new NpsRow
        {
            Measure = "nps",
            Group = cell.Group,
            Period = IScoredRow.PeriodOf(cell),
            PeriodKind = cell.Period?.Kind,
            Value = score.Score.Value + 0.0,
            Lower = score.Score.Lower + 0.0,
            Upper = score.Score.Upper + 0.0,
            Unit = score.Score.Unit,
            Level = score.Score.Level,
            Method = score.Score.Method,
            Answered = cell.Tally.Answered,
            Customers = cell.IsOfSeveralPeriods ? null : score.Customers,
            DesignEffect = score.DesignEffect,
            Detractors = cell.Tally.Detractors,
            Passives = cell.Tally.Passives,
            Promoters = cell.Tally.Promoters,
            Missing = cell.Tally.Missing,
            Invalid = cell.Tally.Invalid,
            Superseded = cell.Superseded,
            Excluded = cell.Excluded,
            Definition = definition,
        };
        return cell.Weighted is { } weights ? row with { Weighted = WeightedRow(row, NpsWeighting.Score(weights, scoring.Level)) } : row;
    }

    private static NpsRow WeightedRow(NpsRow row, WeightedNetPromoterScore weighted) => row with
    {
        Measure = "nps-weighted",
        Value = weighted.Score.Value + 0.0,
        Lower = weighted.Score.Lower + 0.0,
        Upper = weighted.Score.Upper + 0.0,
        Method = weighted.Score.Method,
        DesignEffect = row.Answered / weighted.EffectiveAnswers,
    };
}
