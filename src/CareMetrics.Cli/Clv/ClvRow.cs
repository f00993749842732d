using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;

namespace CareMetrics.Cli;

/// <summary>One measure of a lifetime value, flat: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record ClvRow
{
    public required string Measure { get; init; }

    /// <summary>Raver or ranter, or the name of a cohort; null where it is about all.</summary>
    public string? Group { get; init; }

    /// <summary>When the first margin falls; null where it is no value of margins.</summary>
    public string? Timing { get; init; }

    /// <summary>The period of a cohort, 0 its start; null where it is about no period.</summary>
    public int? Period { get; init; }

    /// <summary>In <see cref="Unit"/>, unrounded; null where the method says why there is none.</summary>
    public double? Value { get; init; }

    public double? Lower { get; init; }

    public double? Upper { get; init; }

    public required string Unit { get; init; }

    public double? Level { get; init; }

    public required string Method { get; init; }

    public required string Definition { get; init; }

    public static string Json(IReadOnlyList<ClvRow> rows) => JsonSerializer.Serialize(rows, ClvRowsJson.Readable.IReadOnlyListClvRow) + "\n";

    public static string Csv(IReadOnlyList<ClvRow> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord("measure", "group", "timing", "period", "value", "lower", "upper", "unit", "level", "method", "definition");
        foreach (ClvRow row in rows)
        {
            csv.WriteRecord(
                row.Measure, row.Group, row.Timing, row.Period?.ToString(CultureInfo.InvariantCulture), Number(row.Value), Number(row.Lower), Number(row.Upper),
                row.Unit, Number(row.Level), row.Method, row.Definition);
        }

        csv.Flush();
        return text.ToString();
    }

    private static string? Number(double? value) => value?.ToString(CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<ClvRow>))]
internal sealed partial class ClvRowsJson : JsonSerializerContext
{
    public static ClvRowsJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
