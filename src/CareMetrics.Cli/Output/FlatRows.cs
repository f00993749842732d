using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CsvHelper;

namespace CareMetrics.Cli;

/// <summary>Flat rows as programs read them: full precision, UTF-8, lines end in LF; json and csv have the same columns, for both are the properties of the row.</summary>
internal static class FlatRows
{
    public static string Json<TRow>(IReadOnlyList<TRow> rows) => JsonSerializer.Serialize(rows, TypeOf(typeof(IReadOnlyList<TRow>))) + "\n";

    public static string Csv<TRow>(IReadOnlyList<TRow> rows)
        where TRow : class
    {
        // A property that json leaves out has no getter here.
        JsonPropertyInfo[] columns = [.. TypeOf(typeof(TRow)).Properties.Where(property => property.Get is not null)];
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord([.. columns.Select(column => column.Name)]);
        foreach (TRow row in rows)
        {
            csv.WriteRecord([.. columns.Select(column => Cell(column.Get!(row)))]);
        }

        csv.Flush();
        return text.ToString();
    }

    private static string? Cell(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };

    private static JsonTypeInfo TypeOf(Type type) => RowsJson.Readable.GetTypeInfo(type)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<ChartRow>))]
[JsonSerializable(typeof(IReadOnlyList<ClvRow>))]
[JsonSerializable(typeof(IReadOnlyList<CompareRow>))]
[JsonSerializable(typeof(IReadOnlyList<DiffRow>))]
[JsonSerializable(typeof(IReadOnlyList<LookRow>))]
[JsonSerializable(typeof(IReadOnlyList<NpsRow>))]
[JsonSerializable(typeof(IReadOnlyList<PlanRow>))]
[JsonSerializable(typeof(IReadOnlyList<RanterRow>))]
[JsonSerializable(typeof(IReadOnlyList<RatingRow>))]
[JsonSerializable(typeof(IReadOnlyList<ReportRow>))]
[JsonSerializable(typeof(IReadOnlyList<RoiRow>))]
[JsonSerializable(typeof(IReadOnlyList<ScorecardRow>))]
internal sealed partial class RowsJson : JsonSerializerContext
{
    public static RowsJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
