using System.Globalization;
using System.Text.Json;

namespace CareMetrics.Cli.Tests;

public class RoiFormatsTests
{
    private static readonly string[] Names = ["measure", "line", "value", "lower", "upper", "unit", "level", "method", "definition"];

    [Fact]
    public void Json_has_the_columns_in_their_order_and_money_exact()
    {
        string json = Sample.Run("name,kind,unit_value,basis\nA,benefit,0.10,m\nB,benefit,12345678901234567890.01,n\nC,initial,3,\n", "--format", "json").Output;
        JsonElement rows = JsonDocument.Parse(json).RootElement;

        Assert.All(rows.EnumerateArray(), row => Assert.Equal(Names, row.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("0.1", rows[0].GetProperty("value").GetRawText());
        Assert.Equal("12345678901234567890.01", rows[2].GetProperty("value").GetRawText());
        Assert.Equal("12345678901234567890.11", Raw("return"));
        Assert.Equal("12345678901234567887.11", Raw("net"));

        string Raw(string measure) => rows.EnumerateArray().Single(row => row.GetProperty("measure").GetString() == measure).GetProperty("value").GetRawText();
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
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
            from format in new[] { "TEXT", "JSON", "CSV", "MARKDOWN" }
            select Sample.Run(Sample.Case, "--rate=-1.5%", "--break-even", "Platform", "--simulate", "500", "--format", format).ToString();
    }

    [Fact]
    public void Lines_end_in_one_character_and_hostile_names_stay_on_theirs()
    {
        const string Hostile = "name,kind,unit_value,basis,currency\n\"a\u001b[31m|<b>\",benefit,-5,\"m\",\"E|U\"\nC,initial,0,,\n";
        foreach (string format in new[] { "text", "json", "csv", "markdown" })
        {
            ToolRun run = Sample.Run(Hostile, "--rate", "5%", "--simulate", "10", "--format", format);

            Assert.Equal(0, run.ExitCode);
            Assert.DoesNotContain('\r', run.Output);
            Assert.EndsWith("\n", run.Output);
            Assert.True(format == "csv" || !run.Output.Contains('\u001b'));
        }

        Assert.Contains("a�\\[31m\\|\\<b>", Sample.Run(Hostile, "--format", "markdown").Output);
    }
}
