using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>One figure of the report, in one long shape for all of its parts: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record ReportRow
{
    /// <summary>The columns, as docs/fields.md describes them.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "part", "measure", "group", "item", "period", "against", "value", "lower", "upper", "unit", "level", "method", "pValue", "verdict", "events", "count", "customers", "designEffect", "text", "definition",
    ];

    /// <summary>The part of the report it stands in.</summary>
    public required string Part { get; init; }

    public required string Measure { get; init; }

    /// <summary>The value of the column by which is grouped; null for a total.</summary>
    public string? Group { get; init; }

    /// <summary>What else tells it apart: a score, a line of a case, a file.</summary>
    public string? Item { get; init; }

    public string? Period { get; init; }

    /// <summary>What it is compared with: an earlier period, the other groups.</summary>
    public string? Against { get; init; }

    /// <summary>In <see cref="Unit"/>, unrounded.</summary>
    public Figure? Value { get; init; }

    public Figure? Lower { get; init; }

    public Figure? Upper { get; init; }

    public string? Unit { get; init; }

    /// <summary>Of the limits; of a quantile, its probability.</summary>
    public double? Level { get; init; }

    public string? Method { get; init; }

    /// <summary>Adjusted where there are several of a kind.</summary>
    public double? PValue { get; init; }

    public string? Verdict { get; init; }

    /// <summary>How many of <see cref="Count"/>; null where nothing of that kind is counted.</summary>
    public long? Events { get; init; }

    /// <summary>What it rests on: answers, customers, pairs.</summary>
    public long? Count { get; init; }

    public long? Customers { get; init; }

    public double? DesignEffect { get; init; }

    /// <summary>What is no number: a hash, a command, a caution.</summary>
    public string? Text { get; init; }

    /// <summary>What was counted, in words.</summary>
    public string? Definition { get; init; }

    /// <summary>A figure that is an estimate.</summary>
    public static ReportRow Of(string part, string measure, Estimate estimate) =>
        Of(part, measure, (estimate.Value, estimate.Lower, estimate.Upper), estimate.Unit, estimate.Level, estimate.Method) with { Count = estimate.Count };

    /// <summary>A figure with its limits, as a row of another command has them.</summary>
    public static ReportRow Of(string part, string measure, (double? Value, double? Lower, double? Upper) figure, string? unit, double? level, string? method) => new()
    {
        Part = part,
        Measure = measure,
        Value = Figure.Of(figure.Value),
        Lower = Figure.Of(figure.Lower),
        Upper = Figure.Of(figure.Upper),
        Unit = unit,
        Level = level,
        Method = method,
    };

    /// <summary>A figure without an interval.</summary>
    public static ReportRow Of(string part, string measure, double? value, string unit) => new() { Part = part, Measure = measure, Value = Figure.Of(value), Unit = unit };

    /// <summary>A count of answers, rows or customers among so many.</summary>
    public static ReportRow Of(string part, string measure, long count, string unit, long? of = null) =>
        new() { Part = part, Measure = measure, Value = new Figure((decimal)count), Unit = unit, Events = of is null ? null : count, Count = of };

    /// <summary>What is no number.</summary>
    public static ReportRow Of(string part, string measure, string text) => new() { Part = part, Measure = measure, Text = text };
}
