using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;

namespace CareMetrics.Cli;

/// <summary>The flat rows as programs read them: full precision, UTF-8, lines end in LF.</summary>
internal static class FlatRows
{
    public static string Json(IReadOnlyList<NpsRow> rows) => JsonSerializer.Serialize(rows, RowsJson.Readable.IReadOnlyListNpsRow) + "\n";

    public static string Csv(IReadOnlyList<NpsRow> rows) => Csv(
        rows, ["detractors", "passives", "promoters"], row => [Number(row.Detractors), Number(row.Passives), Number(row.Promoters)]);

    public static string Json(IReadOnlyList<RatingRow> rows) => JsonSerializer.Serialize(rows, RowsJson.Readable.IReadOnlyListRatingRow) + "\n";

    public static string Csv(IReadOnlyList<RatingRow> rows) => Csv(rows, ["good"], row => [Number(row.Good)]);

    public static string Json(IReadOnlyList<PlanRow> rows) => JsonSerializer.Serialize(rows, RowsJson.Readable.IReadOnlyListPlanRow) + "\n";

    public static string Csv(IReadOnlyList<PlanRow> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(
            "measure", "value", "unit", "level", "power", "margin", "difference", "answers", "invitations", "promoters", "detractors",
            "designEffect", "population", "responseRate");
        foreach (PlanRow row in rows)
        {
            csv.WriteRecord(
                row.Measure, Number(row.Value), row.Unit, Number(row.Level), Number(row.Power), Number(row.Margin), Number(row.Difference),
                Number(row.Answers), Number(row.Invitations), Number(row.Promoters), Number(row.Detractors), Number(row.DesignEffect),
                Number(row.Population), Number(row.ResponseRate));
        }

        csv.Flush();
        return text.ToString();
    }

    private static string Csv<TRow>(IReadOnlyList<TRow> rows, string[] ownColumns, Func<TRow, string[]> own)
        where TRow : ScoredRow
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord(
        [
            "measure", "group", "period", "value", "lower", "upper", "unit", "level", "method", "answered", "customers", "designEffect",
            .. ownColumns, "missing", "invalid", "superseded", "excluded", "definition",
        ]);
        foreach (TRow row in rows)
        {
            csv.WriteRecord(
            [
                row.Measure, row.Group, row.Period, Number(row.Value), Number(row.Lower), Number(row.Upper), row.Unit, Number(row.Level),
                row.Method, Number(row.Answered), Number(row.Customers), Number(row.DesignEffect), .. own(row), Number(row.Missing),
                Number(row.Invalid), Number(row.Superseded), Number(row.Excluded), row.Definition,
            ]);
        }

        csv.Flush();
        return text.ToString();
    }

    private static string? Number<TNumber>(TNumber? number)
        where TNumber : struct, IFormattable => number?.ToString(null, CultureInfo.InvariantCulture);

    private static string Number<TNumber>(TNumber number)
        where TNumber : struct, IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<NpsRow>))]
[JsonSerializable(typeof(IReadOnlyList<RatingRow>))]
[JsonSerializable(typeof(IReadOnlyList<PlanRow>))]
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
