using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CareMetrics.Cli.Tests;

public sealed class CompareCommandTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>Forty days from New Year 2026; complaints rise on the 21st; the first and the last day are cut short.</summary>
    private string Days(Func<int, string?>? row = null, string columns = "day,hours,complaints,orders")
    {
        var text = new StringBuilder(columns).Append('\n');
        for (int i = 0; i < 40; i++)
        {
            string? made = row is null ? $"{(i is 0 or 39 ? 5 : 24)},{10 + i * 7 % 5 + (i >= 20 ? 12 : 0)},{100 + i * 3 % 7}" : row(i);
            if (made is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2026, 1, 1).AddDays(i):yyyy-MM-dd},{made}\n");
            }
        }

        return folder.File("days.csv", text.ToString());
    }

    private static ToolRun Compare(string file, params string[] arguments) => ToolRun.Of(["compare", file, "--date", "day", .. arguments]);

    private static JsonElement[] Rows(ToolRun run)
    {
        Assert.True(run.Output.Length > 0, run.Error);
        return [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];
    }

    private static JsonElement Row(ToolRun run, string measure) => Rows(run).Single(row => row.GetProperty("measure").GetString() == measure);

    [Fact]
    public void Rows_of_customers_taken_apart_are_a_caution_in_every_format_and_answers_are_not_taken_apart()
    {
        foreach (string format in new[] { "text", "markdown", "json", "csv" })
        {
            ToolRun run = ToolRun.Of("compare", SampleFile.Answers, "--rate", "resolved=yes", "--baseline", "2025-Q4", "--period", "2026-Q1", "--format", format);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("are taken as independent", run.Output.Replace("\n", " ", StringComparison.Ordinal));
            Assert.DoesNotContain("independent", ToolRun.Of("compare", SampleFile.Answers, "--score", "score", "--baseline", "2025-Q4", "--period", "2026-Q1", "--format", format).Output);
        }
    }

    [Fact]
    public void Days_cut_short_are_left_out_and_named()
    {
        string[] ranges = ["--count", "complaints", "--baseline", "2026-01-01..2026-01-20", "--period", "2026-01-21..2026-02-09", "--full-day", "hours=24", "--direction", "lower"];
        ToolRun refused = Compare(Days(), ranges);
        Assert.StartsWith(
            "complaints per day: not comparable: baseline 2026-01-01..2026-01-20: 1 day seen in part (2026-01-01); 2026-01-21..2026-02-09: 1 day seen in part (2026-02-09) ",
            refused.Output.Replace('\n', ' '));
        ToolRun asked = Compare(Days(), [.. ranges, "--include-incomplete"]);
        Assert.StartsWith("complaints per day: worsened, ", asked.Output);
        Assert.Contains("• Left out of 2026-01-01..2026-01-20: 1 day seen in part (2026-01-01).", asked.Output);
        Assert.Contains("40 rows read = 38 answered + 0 missing + 0 invalid + 0 superseded + 2 excluded (seen in part: 2)", asked.Output);
    }

    [Fact]
    public void Counts_are_compared_by_their_own_spread_with_Poisson_beside()
    {
        ToolRun run = Compare(Days(), "--count", "complaints", "--exposure", "orders", "--baseline", "2026-01-01..2026-01-20", "--period", "2026-01-21..2026-02-09", "--format", "json");
        Assert.Equal("over-dispersed-log-ratio", Row(run, "relative-change").GetProperty("method").GetString());
        Assert.Equal("mid-p-poisson", Row(run, "poisson-relative-change").GetProperty("method").GetString());
        Assert.Equal(240, Row(run, "baseline").GetProperty("count").GetInt64());
        Assert.Equal(20, Row(run, "baseline").GetProperty("daysSeen").GetInt32());
        Assert.Equal("changed", Row(run, "change").GetProperty("verdict").GetString());
    }

    [Fact]
    public void Order_of_rows_and_several_a_day_make_no_difference()
    {
        string[] asked = ["--count", "complaints", "--baseline", "2026-01-01..2026-01-20", "--period", "2026-01-21..2026-02-09", "--format", "csv"];
        string whole = Compare(Days(), asked).Output;
        string[] lines = File.ReadAllLines(Days());
        string split = folder.File("days.csv", string.Join('\n', lines.Skip(1).Reverse().SelectMany(line =>
        {
            string[] parts = line.Split(',');
            return new[] { $"{parts[0]},24,4,1", $"{parts[0]},24,{int.Parse(parts[2], CultureInfo.InvariantCulture) - 4},1" };
        }).Prepend(lines[0])) + "\n");
        Assert.Equal(WithoutHash(whole), WithoutHash(Compare(split, asked).Output));

        static string WithoutHash(string csv) => System.Text.RegularExpressions.Regex.Replace(csv, ",[^,]* sha-256 [0-9a-f]{64}", "");
    }

    [Fact]
    public void A_gap_is_no_zero()
    {
        string file = Days(i => i is 5 or 6 or 30 ? null : $"24,{10 + i % 3},1");
        ToolRun run = Compare(file, "--count", "complaints", "--baseline", "2026-01-01..2026-01-20", "--period", "2026-01-21..2026-02-09");
        Assert.StartsWith(
            "complaints per day: not comparable: baseline 2026-01-01..2026-01-20: 2 days missing\n(2026-01-06..2026-01-07); 2026-01-21..2026-02-09: 1 day missing (2026-01-31)\n", run.Output);
        Assert.Contains("18 of 20", run.Output);
        Assert.Equal(CommandLine.Found, Compare(file, "--count", "complaints", "--baseline", "2026-01-01..2026-01-20", "--period", "2026-01-21..2026-02-09", "--direction", "lower", "--fail-on", "worsened,incomplete").ExitCode);
        Assert.DoesNotContain("not comparable", Compare(file, "--count", "complaints", "--baseline", "2026-01-01..2026-01-20", "--period", "2026-01-21..2026-02-09", "--gaps", "quiet").Output);
    }

    [Theory]
    [InlineData("--period", "2026-03", "--baseline", "2026-01")]
    [InlineData("--period", "2026-03", "--gaps", "quiet", "--as-of", "2026-05-01")]
    [InlineData("--period", "2026-02", "--baseline", "2025-01", "--gaps", "quiet", "--as-of", "2026-05-01")]
    public void A_side_without_data_is_incomplete(params string[] arguments)
    {
        ToolRun run = Compare(Days(), ["--count", "complaints", .. arguments, "--fail-on", "incomplete"]);
        Assert.StartsWith("complaints per day: not comparable: ", run.Output);
        Assert.Equal(CommandLine.Found, run.ExitCode);
    }

    [Fact]
    public void A_value_that_no_case_has_is_told()
    {
        string[] asked = ["--period", "2026-01-21..2026-02-09", "--baseline", "2026-01-01..2026-01-20"];
        Assert.Contains(
            "• No row has \"25\" in column \"hours\": a share of 0, unless it is written otherwise.\n", Compare(Days(), ["--rate", "hours=25", .. asked]).Output);
        Assert.DoesNotContain("No row has", Compare(Days(), ["--rate", "hours=24", .. asked]).Output);
    }

    [Fact]
    public void A_period_that_is_not_over_has_no_verdict()
    {
        ToolRun run = Compare(Days(), "--count", "complaints", "--period", "2026-02", "--baseline", "2026-01", "--fail-on", "incomplete");
        Assert.StartsWith("complaints per day: provisional: 2026-02: not over on 2026-02-10\n", run.Output);
        Assert.Equal(CommandLine.Found, run.ExitCode);
        ToolRun late = Compare(Days(), "--count", "complaints", "--period", "2026-01-21..2026-02-09", "--as-of", "2026-02-12", "--answer-window", "14");
        Assert.StartsWith("complaints per day: provisional: 2026-01-21..2026-02-09: answers still due until 2026-02-23\n", late.Output);
    }

    [Fact]
    public void Around_a_change_and_by_calendar_the_baseline_is_found()
    {
        Assert.Equal(
            ["2 weeks before 2026-01-19", "2 weeks from 2026-01-26"],
            Rows(Compare(Days(), "--count", "complaints", "--changed-on", "2026-01-19", "--weeks", "2", "--wash-out", "1", "--format", "json")).Take(2).Select(row => row.GetProperty("period").GetString()));
        string? Baseline(string period, params string[] more) =>
            Row(Compare(Days(), ["--count", "complaints", "--period", period, "--format", "json", .. more]), "baseline").GetProperty("period").GetString();
        Assert.Equal("2026-W02", Baseline("2026-W03"));
        Assert.Equal("2025-W03", Baseline("2026-W03", "--baseline", "last-year"));
        Assert.Null(Baseline("2026-W53", "--baseline", "last-year"));
        Assert.Equal("FY2025-Q1..FY2025-Q4", Baseline("FY2026-Q1..FY2026-Q4", "--fiscal-start", "4"));
        Assert.Equal("FY2025-P12", Baseline("FY2026-P01", "--retail", "4-5-4"));
        Assert.Equal("2026-01-01..2026-01-20", Baseline("2026-01-21..2026-02-09"));
    }

    [Fact]
    public void Week_53_is_not_comparable_and_its_numbers_are_shown()
    {
        ToolRun run = Compare(Days(), "--count", "complaints", "--period", "2026-W53", "--baseline", "last-year");
        Assert.StartsWith("complaints per day: not comparable: the period has no counterpart to be compared with\n", run.Output);
        Assert.Contains("\nno baseline ", run.Output);
    }

    [Theory]
    [InlineData("mean of complaints", "--value", "complaints")]
    [InlineData("complaints of orders", "--numerator", "complaints", "--denominator", "orders")]
    [InlineData("complaints per orders", "--numerator", "complaints", "--denominator", "orders", "--ratio")]
    [InlineData("place by complaints", "--rank", "complaints")]
    [InlineData("share of hours = 24", "--rate", "hours=24")]
    [InlineData("complaints per orders", "--count", "complaints", "--exposure", "orders")]
    public void Every_kind_of_metric_is_compared(string metric, params string[] kind)
    {
        ToolRun run = Compare(Days(), [.. kind, "--baseline", "2026-01-01..2026-01-20", "--period", "2026-01-21..2026-02-09"]);
        Assert.Equal("", run.Error);
        Assert.StartsWith($"{metric}: ", run.Output);
    }

    [Fact]
    public void Rows_of_months_fill_their_quarters()
    {
        string file = folder.File("months.csv", "day,n\n2025-10,30\n2025-11-01,33\n2025-12,31\n2026-01,35\n2026-02,36\n2026-03,39\n");
        ToolRun run = Compare(file, "--count", "n", "--rows", "month", "--period", "2026-Q1");
        Assert.Contains("90 of 90", run.Output);
        Assert.Contains("• The baseline has 3 periods with data; fewer than 12 say little about how much they differ by\n  themselves.", run.Output);
    }

    [Theory]
    [InlineData("worsened", 3)]
    [InlineData("missed", 3)]
    [InlineData("incomplete", 0)]
    public void A_pipeline_can_be_stopped(string what, int exitCode)
    {
        ToolRun run = Compare(
            Days(), "--count", "complaints", "--baseline", "2026-01-01..2026-01-20", "--period", "2026-01-21..2026-02-09", "--direction", "lower", "--target", "15", "--fail-on", what);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains("Target 15.0: missed, with the whole interval.", run.Output);
    }

    [Theory]
    [InlineData("compare needs one metric: --value COLUMN, --numerator and --denominator, --count COLUMN, --rank COLUMN, --rate COLUMN=VALUE, or --score COLUMN")]
    [InlineData("compare needs one metric: --value COLUMN, --numerator and --denominator, --count COLUMN, --rank COLUMN, --rate COLUMN=VALUE, or --score COLUMN", "--value", "a", "--count", "b")]
    [InlineData("--numerator and --denominator go together: a part and its whole", "--numerator", "a")]
    [InlineData("--ratio needs --numerator and --denominator: the amounts to sum", "--value", "a", "--ratio")]
    [InlineData("--exposure needs --count: events, and what they are counted per", "--value", "a", "--exposure", "b")]
    [InlineData("compare needs --period, such as --period 2026-Q1, or --changed-on DATE; see caremetrics compare --help", "--value", "a")]
    [InlineData("--period: \"2026-Q5\" is not a range of days; quarters run from Q1 to Q4", "--value", "a", "--period", "2026-Q5")]
    [InlineData("--period: \"FY2026\" is not a range of days; allowed are a day (2026-03-01), a period (2026-W07, 2026-03, 2026-Q1, 2026-H1, 2026), and first..last of either, such as 2025-Q1..2025-Q4; a fiscal year needs --fiscal-start MONTH or --retail 4-5-4", "--value", "a", "--period", "FY2026")]
    [InlineData("--changed-on names both periods; --baseline and --period do not go with it", "--value", "a", "--period", "2026", "--changed-on", "2026-01-01")]
    [InlineData("--changed-on is 1.2.2026; it takes a day such as 2026-03-02", "--value", "a", "--changed-on", "1.2.2026")]
    [InlineData("--weeks needs --changed-on, the day of the change", "--value", "a", "--period", "2026", "--weeks", "3")]
    [InlineData("--wash-out: days is 14; of 2026-W01, which has 7, 0 to 6 can be left out", "--value", "a", "--period", "2026-W01", "--wash-out", "2")]
    [InlineData("--target needs --direction higher or lower: a target is met from one side", "--value", "a", "--period", "2026", "--target", "3")]
    [InlineData("--direction is up; allowed are higher, lower, neither", "--value", "a", "--period", "2026", "--direction", "up")]
    [InlineData("--margin is 0; allowed are numbers above 0, in the unit of the metric", "--value", "a", "--period", "2026", "--margin", "0")]
    [InlineData("--fail-on is worse; allowed are worsened, missed, incomplete", "--value", "a", "--period", "2026", "--fail-on", "worse")]
    [InlineData("--fail-on worsened needs --direction higher or lower: without one nothing is better or worse", "--value", "a", "--period", "2026", "--fail-on", "incomplete,worsened")]
    [InlineData("--fail-on missed needs --target: without one nothing is missed", "--value", "a", "--period", "2026", "--direction", "lower", "--fail-on", "missed")]
    [InlineData("--fiscal-start is 13; it takes a month from 1 to 12, with :start where the year is named by the one it starts in, such as 4 or 4:start", "--value", "a", "--period", "2026", "--fiscal-start", "13")]
    [InlineData("--retail is 4-4-4; allowed are 4-4-5, 4-5-4 and 5-4-4", "--value", "a", "--period", "2026", "--retail", "4-4-4")]
    [InlineData("--fiscal-start and --retail each say what a year is; give one of them", "--value", "a", "--period", "2026", "--retail", "4-4-5", "--fiscal-start", "4")]
    [InlineData("--rate is \"resolved\"; it takes COLUMN=VALUE, such as resolved=yes", "--rate", "resolved", "--period", "2026")]
    [InlineData("--full-day and --gaps are of days; a row that covers a longer period has none", "--count", "a", "--rows", "month", "--gaps", "quiet", "--period", "2026")]
    public void Bad_arguments_are_one_line(string message, params string[] arguments) =>
        Assert.Equal(new ToolRun(2, "", $"caremetrics: {message}\n"), Compare(Days(), arguments));

    [Theory]
    [InlineData("line 4, column \"complaints\": found \"many\"; a count is a whole number, 0 or more", "--count", "complaints")]
    [InlineData("line 4, column \"complaints\": found \"many\"; allowed are numbers up to 1e100 in size, with a point for decimals and no separators of thousands", "--value", "complaints")]
    [InlineData("line 5, column \"orders\": found \"0\"; allowed are numbers above 0, with a point for decimals", "--count", "hours", "--exposure", "orders")]
    [InlineData("line 5, column \"orders\": found \"0\"; allowed are whole numbers, 0 or more, not below their part", "--numerator", "hours", "--denominator", "orders")]
    [InlineData("no column \"errors\"; the columns are \"day\", \"hours\", \"complaints\", \"orders\"", "--count", "errors")]
    public void Bad_data_is_one_line(string message, params string[] arguments)
    {
        string file = Days(i => i == 2 ? "24,many,30" : i == 3 ? "24,5,0" : "24,5,30");
        Assert.Equal(new ToolRun(1, "", $"caremetrics: {file}: {message}\n"), Compare(file, [.. arguments, "--period", "2026-01-21..2026-02-09"]));
    }

    [Fact]
    public void A_bad_date_is_one_line()
    {
        string file = folder.File("days.csv", "day,n\n2026-01-01,3\n01/02/2026,4\n");
        Assert.Equal(
            $"caremetrics: {file}: line 3, column \"day\": found \"01/02/2026\"; allowed are ISO 8601 dates such as 2026-02-03 or 2026-02-03T14:05:00Z; any other order of day and month needs --date-format, such as --date-format dd/MM/yyyy\n",
            Compare(file, "--count", "n", "--period", "2026").Error);
    }

    [Fact]
    public void Markdown_has_the_same_cells()
    {
        string text = ToolRun.Of("compare", SampleFile.Answers, "--score", "score", "--period", "2026-Q1", "--format", "markdown").Output;
        Assert.StartsWith("# Baseline against period\n\n**NPS: inconclusive**, +7 points (95% CI −1 to +15), p = 0.0766\n\n## The two periods\n\n|  | days seen | NPS | 95% CI | n |  |\n", text);
        Assert.Contains("| 2025-Q4 | 92 of 92 | 19 | 14 to 25 | 981 |  |\n", text);
    }

    [Fact]
    public void A_report_shows_the_change_that_was_asked_for()
    {
        string report = ToolRun.Of("report", SampleFile.Answers, "--baseline", "2025-Q3", "--period", "2026-Q1").Output;
        Assert.Contains("── Change, 2025-Q3 to 2026-Q1 ─", report);
        Assert.Contains("up 11 (95% CI 4 to 19), p = 0.0045: better, and more than\nchance explains.\n", report);
        Assert.Contains("Of these points, +7.6 come from each channel scoring differently and +3.7 from another mix.\n", report);
        Assert.DoesNotContain("── Change ─", report);
        Assert.Equal(
            "NPS 26 (95% CI 20 to 32), 2026-Q1, 970 answers; up 11 (4 to 19) on 2025-Q3; same channels scoring higher +7.6, more chat +3.7\n", ToolRun.Of("report", SampleFile.Answers, "--baseline", "2025-Q3", "--period", "2026-Q1", "--line").Output);
        JsonElement[] rows = CareMetrics.Cli.Tests.Rows.Of(ToolRun.Of("report", SampleFile.Answers, "--baseline", "2025-Q3", "--period", "2026-Q1", "--format", "json"));
        JsonElement change = Assert.Single(rows, row => row.Text("part") == "comparison" && row.Text("measure") == "change");
        Assert.Equal(("2026-Q1", "2025-Q3", "higher"), (change.Text("period"), change.Text("against"), change.Text("verdict")));
        Assert.Equal(11.298720155987471, change.Number("value")!.Value, 1e-12);
        JsonElement same = Assert.Single(rows, row => row.Text("part") == "change" && row.Text("measure") == "nps-change" && row.Text("group") is null);
        Assert.Equal((change.Number("value"), change.Number("lower"), change.Number("pValue")), (same.Number("value"), same.Number("lower"), same.Number("pValue")));
        Assert.Equal(
            "caremetrics: --baseline needs --period, such as --period 2026-Q1; without both the last period is set against the one before\n", ToolRun.Of("report", SampleFile.Answers, "--baseline", "2026-Q1").Error);
    }
}
