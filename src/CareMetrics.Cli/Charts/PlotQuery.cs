using System.Text;

namespace CareMetrics.Cli;

/// <summary>What a row of a series holds.</summary>
internal enum PlotMeasure
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>A numerator of a denominator.</summary>
    Proportion,

    /// <summary>A count for an exposure.</summary>
    Rate,
}

/// <summary>Which files of a series to read, one row a point in time, and which columns hold what. Columns that are null are found by their usual names.</summary>
internal sealed record PlotQuery
{
    public required IReadOnlyList<string> Files { get; init; }

    public required PlotMeasure Measure { get; init; }

    /// <summary>The value, the numerator or the count.</summary>
    public string? ValueColumn { get; init; }

    /// <summary>The denominator or the exposure.</summary>
    public string? DenominatorColumn { get; init; }

    public string? DateColumn { get; init; }

    /// <summary>Names points in the order of the file, in place of a date.</summary>
    public string? LabelColumn { get; init; }

    public IReadOnlyList<ColumnFilter> Where { get; init; } = [];

    /// <summary>A .NET date format; null for ISO 8601 and for periods such as 2026-03.</summary>
    public string? DateFormat { get; init; }

    public char? Delimiter { get; init; }

    public Encoding? Encoding { get; init; }
}
