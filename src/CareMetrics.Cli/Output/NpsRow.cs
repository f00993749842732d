using System.Text.Json.Serialization;
using CareMetrics.Cli.Answers;
using CareMetrics.Cli.Commands;
using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli.Output;

/// <summary>One group in one period, flat: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record NpsRow : IScoredRow
{
    public string Measure { get; init; } = "nps";

    /// <summary>Null for a total.</summary>
    public required string? Group { get; init; }

    public required string? Period { get; init; }

    /// <summary>In <see cref="Unit"/>, unrounded.</summary>
    public required double? Value { get; init; }

    public required double? Lower { get; init; }

    public required double? Upper { get; init; }

    public required string Unit { get; init; }

    public required double Level { get; init; }

    public required string Method { get; init; }

    public required long Answered { get; init; }

    public required long? Customers { get; init; }

    public required double? DesignEffect { get; init; }

    public required long Detractors { get; init; }

    public required long Passives { get; init; }

    public required long Promoters { get; init; }

    public required long Missing { get; init; }

    public required long Invalid { get; init; }

    public required long Superseded { get; init; }

    public required long Excluded { get; init; }

    public required string Definition { get; init; }

    [JsonIgnore]
    public PeriodKind? PeriodKind { get; init; }

    /// <summary>The same answers weighted; null where no weights are read.</summary>
    [JsonIgnore]
    public NpsRow? Weighted { get; init; }

    [JsonIgnore]
    public bool IsFew => Answered < IScoredRow.Few;

    public static NpsRow Of(AnswerCell cell, Scoring scoring, string definition)
    {
        NetPromoterScore score = cell.Customers is { } customers
            ? NetPromoter.Score(customers, scoring.Level, scoring.Method)
            : NetPromoter.Score(cell.Tally, scoring.Level, scoring.Method);
        var row = new NpsRow
        {
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
            Customers = score.Customers,
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
