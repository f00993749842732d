using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;

namespace CareMetrics.Cli;

/// <summary>One measure of a case, flat: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record RoiRow
{
    public required string Measure { get; init; }

    /// <summary>The line it is about; null where it is about the whole case.</summary>
    public string? Line { get; init; }

    /// <summary>In <see cref="Unit"/>, unrounded; null where the method says why there is none.</summary>
    public Figure? Value { get; init; }

    public Figure? Lower { get; init; }

    public Figure? Upper { get; init; }

    public required string Unit { get; init; }

    /// <summary>The confidence level of the limits, or the probability of a quantile.</summary>
    public double? Level { get; init; }

    public required string Method { get; init; }

    public required string Definition { get; init; }

    public static string Json(IReadOnlyList<RoiRow> rows) => JsonSerializer.Serialize(rows, RoiRowsJson.Readable.IReadOnlyListRoiRow) + "\n";

    public static string Csv(IReadOnlyList<RoiRow> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord("measure", "line", "value", "lower", "upper", "unit", "level", "method", "definition");
        foreach (RoiRow row in rows)
        {
            csv.WriteRecord(
                row.Measure, row.Line, row.Value?.ToString(), row.Lower?.ToString(), row.Upper?.ToString(), row.Unit,
                row.Level?.ToString(CultureInfo.InvariantCulture), row.Method, row.Definition);
        }

        csv.Flush();
        return text.ToString();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<RoiRow>))]
internal sealed partial class RoiRowsJson : JsonSerializerContext
{
    public static RoiRowsJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
