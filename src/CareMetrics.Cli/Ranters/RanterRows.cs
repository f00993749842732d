using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;

namespace CareMetrics.Cli;

/// <summary>The figures about ranters as programs read them: full precision, UTF-8, lines end in LF.</summary>
internal static class RanterRows
{
    public static string Json(IReadOnlyList<RanterRow> rows) => JsonSerializer.Serialize(rows, RanterJson.Readable.IReadOnlyListRanterRow) + "\n";

    public static string Csv(IReadOnlyList<RanterRow> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(
            "measure", "group", "before", "after", "value", "lower", "upper", "unit", "level", "method", "pValue", "events", "count",
            "read", "answered", "missing", "invalid", "excluded", "definition");
        foreach (RanterRow row in rows)
        {
            csv.WriteRecord(
                row.Measure, row.Group, row.Before, row.After, Number(row.Value), Number(row.Lower), Number(row.Upper), row.Unit,
                Number(row.Level), row.Method, Number(row.PValue), Number(row.Events), Number(row.Count), Number(row.Read),
                Number(row.Answered), Number(row.Missing), Number(row.Invalid), Number(row.Excluded), row.Definition);
        }

        csv.Flush();
        return text.ToString();
    }

    private static string? Number(double? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Number(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<RanterRow>))]
internal sealed partial class RanterJson : JsonSerializerContext
{
    public static RanterJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
