using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>What the rows of a series are.</summary>
internal enum SeriesKind
{
    /// <summary>An observation a row: its mean.</summary>
    Value,

    /// <summary>A part and its whole: a proportion.</summary>
    Proportion,

    /// <summary>Two amounts that are summed: a ratio of sums.</summary>
    Ratio,

    /// <summary>A place in an order: compared by ranks alone.</summary>
    Rank,

    /// <summary>A row is a case that is so or not: a proportion.</summary>
    Rate,

    /// <summary>Events, and what they are counted per: a rate.</summary>
    Count,

    /// <summary>An answer a row: the Net Promoter Score.</summary>
    Score,
}

/// <summary>Which columns of dated rows hold the metric.</summary>
internal sealed record SeriesQuery
{
    /// <summary>The files, the date, the filters, and how to read them.</summary>
    public required AnswerQuery Source { get; init; }

    public required SeriesKind Kind { get; init; }

    /// <summary>The ranges that are compared, for what must know them while it counts.</summary>
    public DateRange? Baseline { get; init; }

    /// <inheritdoc cref="Baseline"/>
    public DateRange? Current { get; init; }

    /// <summary>The columns of groups in which answers are counted too.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The observation, the part, the events, or the column of cases.</summary>
    public string? Column { get; init; }

    /// <summary>The whole, or the exposure; null where a day is an exposure of 1.</summary>
    public string? Per { get; init; }

    /// <summary>The value by which a case is so.</summary>
    public string? CaseValue { get; init; }

    /// <summary>What a row covers; null for its day.</summary>
    public PeriodKind? RowCovers { get; init; }

    /// <summary>Rows with another value in this column saw only a part of their day.</summary>
    public ColumnFilter? FullDay { get; init; }

    /// <summary>Whether a day without rows is missing; null for what the rows look like.</summary>
    public bool? DaysMayBeMissing { get; init; }
}
