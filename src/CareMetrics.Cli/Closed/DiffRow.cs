using System.Text.Json.Serialization;
using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>One period and group of two closed files, flat: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record DiffRow
{
    public const string Same = "same";
    public const string Changed = "changed";
    public const string OnlyOld = "only-old";
    public const string OnlyNew = "only-new";

    public required string Period { get; init; }

    /// <summary>Null for the total of the period.</summary>
    public required string? Group { get; init; }

    /// <summary>same, changed, only-old or only-new; of the counts.</summary>
    public required string Status { get; init; }

    /// <summary>NPS in points, unrounded.</summary>
    public required double? OldValue { get; init; }

    public required double? NewValue { get; init; }

    public required double? Change { get; init; }

    public required long? OldAnswered { get; init; }

    public required long? NewAnswered { get; init; }

    /// <summary>How many more there are; null where the period is in one file only.</summary>
    public required long? Detractors { get; init; }

    public required long? Passives { get; init; }

    public required long? Promoters { get; init; }

    public required long? Missing { get; init; }

    public required long? Invalid { get; init; }

    public required long? Superseded { get; init; }

    public required long? Customers { get; init; }

    public required string? OldDefinition { get; init; }

    public required string? NewDefinition { get; init; }

    [JsonIgnore]
    public bool IsRedefined => OldDefinition is not null && NewDefinition is not null && OldDefinition != NewDefinition;

    /// <summary>How many answers came or went, whichever way.</summary>
    [JsonIgnore]
    public long Moved => Math.Abs(Detractors ?? 0) + Math.Abs(Passives ?? 0) + Math.Abs(Promoters ?? 0);

    public static IReadOnlyList<DiffRow> Of(AnswerSummary old, AnswerSummary @new)
    {
        Dictionary<(Period, string?), AnswerCell> left = Cells(old);
        Dictionary<(Period, string?), AnswerCell> right = Cells(@new);
        return
        [
            .. left.Keys.Union(right.Keys).OrderBy(key => key.Item1).ThenBy(key => key.Item2 is null).ThenBy(key => key.Item2, StringComparer.Ordinal)
                .Select(key => Of(key.Item1, key.Item2, left.GetValueOrDefault(key), right.GetValueOrDefault(key), old, @new)),
        ];
    }

    // A gap between two periods is no period that was closed.
    private static Dictionary<(Period, string?), AnswerCell> Cells(AnswerSummary summary) => summary.Breakdowns[0]!
        .Where(cell => cell.Period is { } period && summary.Closed!.Contains(period))
        .ToDictionary(cell => (cell.Period!.Value, cell.Group));

    private static DiffRow Of(Period period, string? group, AnswerCell? old, AnswerCell? @new, AnswerSummary oldFile, AnswerSummary newFile)
    {
        (double? was, double? its) = (Score(old), Score(@new));
        bool isBoth = old is not null && @new is not null;
        bool isSame = isBoth && (old!.Tally, old.Superseded, old.Customers) == (@new!.Tally, @new.Superseded, @new.Customers);
        return new DiffRow
        {
            Period = period.ToString(),
            Group = group,
            Status = !isBoth ? (old is null ? OnlyNew : OnlyOld) : isSame ? Same : Changed,
            OldValue = was,
            NewValue = its,
            Change = its - was + 0.0,
            OldAnswered = old?.Tally.Answered,
            NewAnswered = @new?.Tally.Answered,
            Detractors = @new?.Tally.Detractors - old?.Tally.Detractors,
            Passives = @new?.Tally.Passives - old?.Tally.Passives,
            Promoters = @new?.Tally.Promoters - old?.Tally.Promoters,
            Missing = @new?.Tally.Missing - old?.Tally.Missing,
            Invalid = @new?.Tally.Invalid - old?.Tally.Invalid,
            Superseded = @new?.Superseded - old?.Superseded,
            Customers = @new?.Customers?.Customers - old?.Customers?.Customers,
            OldDefinition = group is null && old is not null ? oldFile.Closed!.Definitions[period] : null,
            NewDefinition = group is null && @new is not null ? newFile.Closed!.Definitions[period] : null,
        };
    }

    private static double? Score(AnswerCell? cell) => cell is null ? null : NetPromoter.Score(cell.Tally).Score.Value + 0.0;
}
