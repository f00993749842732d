using System.Text;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Satisfaction;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>What to read, which columns hold what, and how to count it. Columns that are null are found by their usual names.</summary>
internal sealed record AnswerQuery
{
    /// <summary>The files, read as one table; "-" is standard input.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>The ways in which the answers are counted, all in one pass.</summary>
    public required IReadOnlyList<Breakdown> Breakdowns { get; init; }

    /// <summary>What the answers are taken for.</summary>
    public AnswerKind Kind { get; init; } = AnswerKind.Nps;

    public string? ScoreColumn { get; init; }

    public string? CustomerColumn { get; init; }

    /// <summary>What each answer weighs; null where all weigh the same.</summary>
    public string? WeightColumn { get; init; }

    public string? DateColumn { get; init; }

    /// <summary>Rows for which a column has another value are excluded; all must match.</summary>
    public IReadOnlyList<ColumnFilter> Where { get; init; } = [];

    /// <summary>Only the latest answer of a customer in a period counts; older ones are superseded.</summary>
    public bool Latest { get; init; }

    public NpsScale Scale { get; init; } = NpsScale.ZeroToTen;

    /// <summary>Which ratings are good; null where the answers are no ratings. <see cref="Scale"/> is then <see cref="RatingCounts.ScaleOf"/> it.</summary>
    public RatingScale? Ratings { get; init; }

    public InvalidAnswers Invalid { get; init; } = InvalidAnswers.Fail;

    /// <summary>Texts that stand for no answer, beside the blank.</summary>
    public IReadOnlyList<string> MissingTexts { get; init; } = [];

    /// <summary>A .NET date format, or null for ISO 8601.</summary>
    public string? DateFormat { get; init; }

    /// <summary>The zone whose calendar days the periods are made of.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The field delimiter, or null to detect it.</summary>
    public char? Delimiter { get; init; }

    public Encoding? Encoding { get; init; }

    /// <summary>Also gather what became of ranters and ravers, where customers and dates are known.</summary>
    public bool WithMoods { get; init; }

    /// <summary>With <see cref="WithMoods"/>: which customers were left alone; null to find it by usual names.</summary>
    public ColumnFilter? Control { get; init; }

    /// <summary>With <see cref="WithMoods"/>: the column of what each customer is worth.</summary>
    public string? ValueColumn { get; init; }

    /// <summary>What a row of the file is, for messages.</summary>
    public string RowIs { get; init; } = "answer";

    /// <summary>The file holds counts already.</summary>
    public bool Tallied { get; init; }

    /// <summary>Also make a hash of each file that is read.</summary>
    public bool WithHashes { get; init; }

    /// <summary>Also find which days were seen, which says how much of a period was.</summary>
    public bool WithSeenDays { get; init; }

    /// <summary>The counts must be closed periods.</summary>
    public bool MustBeClosed { get; init; }

    /// <summary>Files of closed periods that stand beside the answers.</summary>
    public IReadOnlyList<string> Closed { get; init; } = [];

    /// <summary>The periods in which no answer is counted, for they are closed; null where none is.</summary>
    public ClosedPeriods? ClosedPeriods { get; init; }

    /// <summary>All files that are read.</summary>
    public IReadOnlyList<string> Inputs => [.. Files, .. Closed];
}

/// <summary>One way of counting: by the values of some columns, by period, or both; neither is one total.</summary>
internal sealed record Breakdown
{
    public IReadOnlyList<string> By { get; init; } = [];

    public PeriodKind? Every { get; init; }

    /// <summary>Left out, with no error, where a column or the date is not in the file: for a report that shows what there is.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether its groups need not know whose answers they are, which costs less.</summary>
    public bool WithoutCustomers { get; init; }

    /// <summary>Left out where the answers' first and last day do not ask for it; null where they always do.</summary>
    public Func<DateOnly, DateOnly, bool>? Fits { get; init; }
}

internal sealed record ColumnFilter(string Column, string Value);
