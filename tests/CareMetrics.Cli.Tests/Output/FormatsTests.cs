using System.Globalization;
using System.Text.Json;
using CareMetrics.Periods;

namespace CareMetrics.Cli.Tests;

/// <summary>The same numbers in every format, in every culture.</summary>
public class FormatsTests
{
    private static readonly string[] Names =
    [
        "measure", "group", "period", "value", "lower", "upper", "unit", "level", "method", "answered", "customers", "designEffect", "detractors",
        "passives", "promoters", "missing", "invalid", "superseded", "excluded", "definition",
    ];

    private static AnswerSummary Hard()
    {
        Period month = Period.Containing(new DateOnly(2026, 3, 1), PeriodKind.Month);
        return Made.Summary(
            Made.Cell(3, 4, 9, "say \"hi\", =1+1\nnext", month), Made.Cell(1, 0, 2, "Grüße", month, 7), Made.Cell(0, 0, 0, "nobody", month), Made.Cell(4, 4, 11, null, month, 7));
    }

    [Fact]
    public void Json_has_the_columns_in_their_order()
    {
        JsonElement rows = JsonDocument.Parse(ToolRun.On(Hard(), "nps", "a.csv", "--by", "x", "--every", "month", "--format", "json").Output).RootElement;

        Assert.Equal(4, rows.GetArrayLength());
        Assert.All(rows.EnumerateArray(), row => Assert.Equal(Names, row.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("nps", rows[0].GetProperty("measure").GetString());
        Assert.Equal("say \"hi\", =1+1\nnext", rows[0].GetProperty("group").GetString());
        Assert.Equal("2026-03", rows[0].GetProperty("period").GetString());
        Assert.Equal(37.5, rows[0].GetProperty("value").GetDouble());
        Assert.Equal("points", rows[0].GetProperty("unit").GetString());
        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("customers").ValueKind);
        Assert.Equal(JsonValueKind.Null, rows[2].GetProperty("value").ValueKind);
        Assert.Equal(JsonValueKind.Null, rows[3].GetProperty("group").ValueKind);
        Assert.Equal(100 * (7 / 19.0), rows[3].GetProperty("value").GetDouble());
        Assert.Equal(Made.Definition, rows[3].GetProperty("definition").GetString());
    }

    [Fact]
    public void Csv_has_the_same_texts_as_json_to_the_last_digit()
    {
        string[] arguments = ["nps", "a.csv", "--by", "x", "--every", "month", "--format"];
        JsonElement json = JsonDocument.Parse(ToolRun.On(Hard(), [.. arguments, "json"]).Output).RootElement;
        string csv = ToolRun.On(Hard(), [.. arguments, "csv"]).Output;

        List<string[]> records = Csv.Records(csv);
        Assert.Equal(Names, records[0]);
        Assert.Equal(1 + json.GetArrayLength(), records.Count);
        foreach ((JsonElement row, string[] record) in json.EnumerateArray().Zip(records.Skip(1)))
        {
            Assert.Equal(row.EnumerateObject().Select(Text), record);
        }

        static string Text(JsonProperty property) => property.Value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => property.Value.GetString()!,
            _ => property.Value.GetRawText(),
        };
    }

    [Fact]
    public void Lines_end_in_one_character_and_there_is_no_byte_order_mark()
    {
        foreach (string format in new[] { "text", "json", "csv", "markdown" })
        {
            string output = ToolRun.On(Made.Report(), "nps", "a.csv", "--format", format).Output;

            Assert.DoesNotContain('\r', output);
            Assert.DoesNotContain('\uFEFF', output);
            Assert.EndsWith("\n", output);
        }
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Every_culture_gives_the_same_bytes(string name)
    {
        string[] expected = [.. All()];
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);
            Assert.Equal(expected, All());
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }

        static IEnumerable<string> All() =>
            from command in new[] { "nps", "report" }
            from format in new[] { "TEXT", "JSON", "CSV", "MARKDOWN" }
            select ToolRun.On(Made.Report(), command, "a.csv", "--level", "0.9", "--format", format).ToString();
    }

    /// <summary>A reader of its own, so that the writer is not checked by itself.</summary>
    private static class Csv
    {
        internal static List<string[]> Records(string text)
        {
            var records = new List<string[]>();
            var fields = new List<string>();
            string field = "";
            bool isQuoted = false;
            for (int i = 0; i < text.Length; i++)
            {
                char letter = text[i];
                if (letter == '"')
                {
                    bool isDoubled = isQuoted && i + 1 < text.Length && text[i + 1] == '"';
                    field += isDoubled ? "\"" : "";
                    i += isDoubled ? 1 : 0;
                    isQuoted = isDoubled || !isQuoted;
                }
                else if (!isQuoted && letter is ',' or '\n' && !isQuoted)
                {
                    fields.Add(field);
                    field = "";
                    if (letter == '\n')
                    {
                        records.Add([.. fields]);
                        fields.Clear();
                    }
                }
                else
                {
                    field += letter;
                }
            }

            return records;
        }
    }
}
