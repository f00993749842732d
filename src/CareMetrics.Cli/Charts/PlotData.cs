using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>The rows of a series as they stand in the files.</summary>
internal sealed record PlotData
{
    public required IReadOnlyList<PlotRow> Rows { get; init; }

    public required long Read { get; init; }

    /// <summary>Rows that a filter left out.</summary>
    public required long Excluded { get; init; }

    public required IReadOnlyList<string> Filters { get; init; }

    /// <summary>The length of the periods where the dates are periods.</summary>
    public required PeriodKind? Kind { get; init; }

    public required bool IsDated { get; init; }

    public required string ValueColumn { get; init; }

    public required string? DenominatorColumn { get; init; }

    /// <summary>The column of dates or labels; null where rows are numbered.</summary>
    public required string? NameColumn { get; init; }
}
