using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CareMetrics.Cli.Tests;

/// <summary>Two periods are compared from answers, from closed periods and from both; the same question has the same answer everywhere.</summary>
public sealed class CompareClosedTests : IDisposable
{
    private static readonly string[] Quarters = ["--baseline", "2025-Q4", "--period", "2026-Q1"];

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Compare_the_report_and_the_report_of_named_periods_say_the_same_of_the_same_change()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            string file = Answers(seed);
            string closed = Tally([file, "--every", "quarter", "--by", "channel"]);

            (double?, double?, double?, double?) compared = Change(ToolRun.Of(["compare", file, "--score", "score", .. Quarters, "--format", "json"]), "change");

            Assert.NotNull(compared.Item4);
            Assert.Equal(compared, Change(ToolRun.Of("report", file, "--every", "quarter", "--format", "json"), "nps-change"));
            Assert.Equal(compared, Change(ToolRun.Of(["report", file, .. Quarters, "--format", "json"]), "nps-change"));
            Assert.Equal(compared, Change(ToolRun.Of(["compare", "--closed", closed, .. Quarters, "--format", "json"]), "change"));
            Assert.Equal(compared, Change(ToolRun.Of(["report", "--closed", closed, .. Quarters, "--format", "json"]), "nps-change"));

            // By day, as partial days ask for.
            Assert.Equal(compared, Change(ToolRun.Of(["compare", file, "--score", "score", "--full-day", "whole=1", .. Quarters, "--format", "json"]), "change"));
        }
    }

    [Fact]
    public void Closed_months_make_the_quarter_that_the_report_shows_by_itself()
    {
        string closed = Tally([SampleFile.Answers, "--through", "2025-12"]);
        (double?, double?, double?, double?) compared = Change(
            ToolRun.Of(["compare", SampleFile.Answers, "--closed", closed, .. Quarters, "--format", "json"]), "change");

        Assert.NotNull(compared.Item4);
        Assert.Equal(compared, Change(ToolRun.Of("report", SampleFile.Answers, "--closed", closed, "--format", "json"), "nps-change"));
        Assert.Equal(compared, Change(ToolRun.Of(["report", SampleFile.Answers, "--closed", closed, .. Quarters, "--format", "json"]), "nps-change"));

        string[] before = ["--baseline", "2025-Q3", "--period", "2025-Q4"];
        Assert.Equal(
            Change(ToolRun.Of(["compare", "--closed", closed, .. before, "--format", "json"]), "change"),
            Change(ToolRun.Of("report", "--closed", closed, "--format", "json"), "nps-change"));
    }

    [Fact]
    public void A_period_is_not_compared_with_itself() => Assert.Equal(
        new ToolRun(2, "", "caremetrics: --baseline and --period are the same days, 2026-Q1: nothing is compared with itself\n"),
        ToolRun.Of("compare", SampleFile.Answers, "--score", "score", "--baseline", "2026-Q1", "--period", "2026-Q1"));

    [Fact]
    public void A_closed_baseline_keeps_both_scores_when_its_answers_are_gone()
    {
        for (int seed = 0; seed < 10; seed++)
        {
            string file = Answers(seed);
            string closed = Tally([file, "--every", "quarter", "--by", "channel", "--through", "2025-Q4"]);
            string left = _folder.File("left.csv", string.Concat(File.ReadAllLines(file).Where((line, i) => i == 0 || line.StartsWith("2026", StringComparison.Ordinal)).Select(line => line + "\n")));

            JsonElement[] whole = Rows.Of(ToolRun.Of(["compare", file, "--score", "score", .. Quarters, "--format", "json"]));
            ToolRun run = ToolRun.Of(["compare", left, "--closed", closed, .. Quarters, "--format", "json"]);
            JsonElement[] kept = Rows.Of(run);

            foreach (string measure in new[] { "baseline", "current" })
            {
                (JsonElement one, JsonElement other) = (Of(whole, measure), Of(kept, measure));
                Assert.Equal(
                    (one.Number("value"), one.Number("lower"), one.Number("upper"), one.Number("count"), one.Number("daysSeen")),
                    (other.Number("value"), other.Number("lower"), other.Number("upper"), other.Number("count"), other.Number("daysSeen")));
            }

            Assert.Equal(Of(whole, "change").Number("value"), Of(kept, "change").Number("value"));
            Assert.Contains("warning: Closed periods hold no names: whoever answered in both 2025-Q4 and 2026-Q1 counts as two", run.Error);
            Assert.Equal(
                Segments(ToolRun.Of(["report", file, .. Quarters, "--format", "json"])),
                Segments(ToolRun.Of(["report", left, "--closed", closed, .. Quarters, "--format", "json"])));
        }
    }

    [Fact]
    public void Every_format_has_the_same_numbers_and_the_hash_of_the_closed_file()
    {
        string[] arguments = ["compare", SampleFile.Answers, "--closed", CareMetrics.Tests.Repository.PathOf("docs/samples/answers-closed.csv"), .. Quarters];
        string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(arguments[3])));

        string text = ToolRun.Of(arguments).Output;
        string markdown = ToolRun.Of([.. arguments, "--format", "markdown"]).Output;
        JsonElement change = Of(Rows.Of(ToolRun.Of([.. arguments, "--format", "json"])), "change");
        string csv = ToolRun.Of([.. arguments, "--format", "csv"]).Output;

        Assert.StartsWith("NPS: inconclusive, +7 points (95% CI −2 to +15), p = 0.1097\n", text);
        Assert.StartsWith("# Baseline against period\n\n**NPS: inconclusive**, +7 points (95% CI −2 to +15), p = 0.1097\n", markdown);
        Assert.All(new[] { text, markdown }, page => Assert.Contains(hash, page));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"change,,,,{change.Number("value")},{change.Number("lower")},{change.Number("upper")},"), csv);
        Assert.Equal(0.1097, change.Number("pValue")!.Value, 4);
        Assert.Contains("closed periods 2025-Q1 to 2025-Q4 from", change.Text("definition"));
        Assert.Contains("9,193 rows read = 1,951 answered + 89 missing + 0 invalid + 0 superseded + 7,153 excluded (in a closed period: 4,093, outside both periods: 3,060)", text.ReplaceLineEndings(" "));
    }

    [Theory]
    [InlineData("the zone was UTC and is Europe/Berlin", "--zone", "Europe/Berlin")]
    [InlineData("the filter was not stated and is channel = phone", "--where", "channel=phone")]
    [InlineData("the scale was 0–10 and is 0–10 (detractors 0–5, promoters 9–10)", "--scale", "0-10:5:9")]
    [InlineData("the date was answered_at and is called_at", "--date", "called_at")]
    [InlineData("the counting was answers in column \"score\", customers by \"customer_id\" and is answers in column \"score\", customers by \"agent\"", "--customer", "agent")]
    public void Another_definition_is_not_compared_and_what_differs_is_named(string difference, params string[] options)
    {
        string closed = CareMetrics.Tests.Repository.PathOf("docs/samples/answers-closed.csv");
        string[] lines = File.ReadAllLines(SampleFile.Answers);
        string file = _folder.File("a.csv", string.Join('\n', lines.Select((line, i) => line + (i == 0 ? ",called_at" : "," + line.Split(',')[0]))) + "\n");
        string[] date = options[0] == "--date" ? [] : ["--date", "answered_at"];

        ToolRun run = ToolRun.Of(["compare", file, "--closed", closed, .. Quarters, .. date, .. options]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"NPS: not comparable: {difference} ── The two periods", run.Output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal));
        Assert.Equal(0, ToolRun.Of(["compare", file, "--closed", closed, .. Quarters, .. date, .. options, "--direction", "higher", "--fail-on", "worsened"]).ExitCode);
    }

    [Fact]
    public void Closed_periods_are_not_cut()
    {
        string closed = CareMetrics.Tests.Repository.PathOf("docs/samples/answers-closed.csv");

        foreach (string command in new[] { "compare", "report" })
        {
            Assert.Equal(
                new ToolRun(2, "", $"caremetrics: baseline 2025-11 covers a part of 2025-Q4, which is closed and cannot be cut; closed in {closed}: 2025-Q1, 2025-Q2, 2025-Q3, 2025-Q4\n"),
                ToolRun.Of(command, SampleFile.Answers, "--closed", closed, "--baseline", "2025-11", "--period", "2026-Q1"));
            Assert.StartsWith(
                "caremetrics: period 2025-12-01..2026-01-31 covers a part of 2025-Q4, ",
                ToolRun.Of(command, SampleFile.Answers, "--closed", closed, "--baseline", "2025-Q1", "--period", "2025-12-01..2026-01-31").Error);
        }
    }

    [Fact]
    public void A_period_closed_before_it_was_over_is_not_complete()
    {
        string early = CareMetrics.Tests.Repository.PathOf("docs/samples/answers-closed-early.csv");

        Assert.StartsWith(
            "NPS: not comparable: baseline 2025-Q4: 2 days missing (2025-12-30..2025-12-31)\n", ToolRun.Of(["compare", SampleFile.Answers, "--closed", early, .. Quarters]).Output);
        Assert.Equal(3, ToolRun.Of(["compare", SampleFile.Answers, "--closed", early, .. Quarters, "--fail-on", "incomplete"]).ExitCode);
        ToolRun all = ToolRun.Of(["compare", SampleFile.Answers, "--closed", early, .. Quarters, "--include-incomplete"]);
        Assert.StartsWith("NPS: inconclusive, +7 points", all.Output);
        Assert.Contains("• Left out of 2025-Q4: 2 days missing (2025-12-30..2025-12-31).", all.Output);
        Assert.Contains("• The rows of 2025-Q4 (1,007 then, 1,033 now) are not those that were closed.", all.Output);
        Assert.StartsWith("NPS: provisional: 2025-Q4: not over on 2025-12-30\n", ToolRun.Of("compare", "--closed", early, "--period", "2025-Q4").Output);

        // A file of before does not say.
        string silent = _folder.File("silent.csv", string.Join('\n', File.ReadAllLines(early).Select(line => WithoutSeen(line))) + "\n");
        Assert.Contains("• " + silent + " does not say whether 2025-Q4 was over when closed.", ToolRun.Of(["compare", SampleFile.Answers, "--closed", silent, .. Quarters]).Output.ReplaceLineEndings(" ").Replace("  ", " ", StringComparison.Ordinal));

        static string WithoutSeen(string line)
        {
            string[] parts = line.Split(',');
            return string.Join(',', parts.Where((_, i) => i != 17));
        }
    }

    [Fact]
    public void Days_seen_begin_where_the_answers_do()
    {
        string closed = Tally([_folder.File("a.csv", "score,date\n9,2025-11-10\n8,2025-11-12\n3,2025-12-05\n9,2025-12-28\n"), "--every", "month"]);

        Assert.Equal(["2025-11-01..2025-11-30", "2025-12-01..2025-12-28"], File.ReadAllLines(closed).Skip(1).Select(line => line.Split(',')[16]));
        string late = Tally([_folder.File("a.csv", "score,date\n9,2025-11-10\n8,2025-11-12\n3,2025-11-15\n"), "--every", "month"]);
        Assert.Equal("2025-11-08..2025-11-15", File.ReadAllLines(late)[1].Split(',')[16]);
        string bad = _folder.File("bad.csv", File.ReadAllText(late).Replace("2025-11-08..", "2025-10-08..", StringComparison.Ordinal));
        Assert.Equal(
            new ToolRun(1, "", $"caremetrics: {bad}: line 2, column \"seen\": found \"2025-10-08..2025-11-15\"; needed are the first and the last day seen of 2025-11, such as 2025-11-01..2025-11-30\n"),
            ToolRun.Of("nps", "--closed", bad));
    }

    [Fact]
    public void Several_closed_periods_of_several_definitions_are_no_baseline()
    {
        string one = Tally([_folder.File("a.csv", "score,date\n9,2025-11-10\n8,2025-11-30\n3,2026-01-15\n"), "--through", "2025-11"], "one.csv");
        string two = Tally([_folder.File("a.csv", "score,date\n9,2025-12-01\n8,2025-12-31\n3,2026-01-15\n"), "--through", "2025-12", "--scale", "1-10"], "two.csv");
        string left = _folder.File("b.csv", "score,date\n9,2026-01-01\n8,2026-01-31\n");

        Assert.StartsWith(
            "NPS: not comparable: not all of 2025-11..2025-12 is counted alike (NPS of answers on the 0–10 scale ",
            ToolRun.Of("compare", left, "--closed", one, "--closed", two, "--baseline", "2025-11..2025-12", "--period", "2026-01", "--include-incomplete").Output.ReplaceLineEndings(" "));
    }

    [Fact]
    public void Nothing_but_scores_is_closed_and_what_cannot_go_together_is_one_line()
    {
        string closed = CareMetrics.Tests.Repository.PathOf("docs/samples/answers-closed.csv");

        Assert.Contains("--rate and --closed do not go together", ToolRun.Of(["compare", SampleFile.Answers, "--closed", closed, "--rate", "resolved=yes", .. Quarters]).Error);
        Assert.Contains("--rows and --closed do not go together", ToolRun.Of(["compare", SampleFile.Answers, "--closed", closed, "--rows", "month", .. Quarters]).Error);
        Assert.Contains("--customer needs --score", ToolRun.Of(["compare", SampleFile.Answers, "--rate", "resolved=yes", "--customer", "agent", .. Quarters]).Error);
        Assert.Contains("--where cannot look into closed periods", ToolRun.Of(["compare", "--closed", closed, "--where", "channel=phone", .. Quarters]).Error);
        Assert.Contains("holds no closed periods", ToolRun.Of(["compare", "--closed", SampleFile.Answers, .. Quarters]).Error);
        Assert.All(new[] { "compare", "nps" }, command => Assert.Equal(
            $"caremetrics: {closed}: holds closed periods and no rows to count; nps, report and compare read it with --closed\n",
            ToolRun.Of(command == "nps" ? ["nps", closed] : [command, closed, "--score", "score", .. Quarters]).Error));
        Assert.Contains("could both be the customer; choose one with --customer COLUMN", ToolRun.Of(["compare", _folder.File("two.csv", "score,date,customer,user_id\n9,2026-01-01,a,b\n"), "--score", "score", .. Quarters]).Error);
    }

    [Fact]
    public void A_row_without_a_customer_is_one_of_its_own_and_no_repeats_are_as_strangers()
    {
        string rows = string.Concat(Enumerable.Range(0, 90).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n % 11},{(n % 2 == 0 ? $"c{n}" : "")},2025-12-{1 + n % 31:00}\n{n * 3 % 11},{(n % 2 == 0 ? $"d{n}" : "")},2026-01-{1 + n % 31:00}\n")));
        string[] months = ["--score", "score", "--baseline", "2025-12", "--period", "2026-01", "--format", "json"];

        (double?, double?, double?, double?) known = Change(ToolRun.Of(["compare", _folder.File("a.csv", "score,customer,date\n" + rows), .. months]), "change");

        Assert.Equal(known, Change(ToolRun.Of(["compare", _folder.File("b.csv", "score,who,date\n" + rows), .. months]), "change"));
    }

    private string Tally(string[] arguments, string name = "closed.csv")
    {
        string closed = _folder.File(name);
        ToolRun run = ToolRun.Of(["tally", .. arguments, "-o", closed]);
        Assert.True(run.ExitCode == 0, run.Error);
        return closed;
    }

    private static JsonElement Of(JsonElement[] rows, string measure) => rows.Single(row => row.Text("measure") == measure);

    private static (double? Value, double? Lower, double? Upper, double? PValue) Change(ToolRun run, string measure)
    {
        JsonElement row = Rows.Of(run).Single(row => row.Text("measure") == measure && (measure == "change" || row.Text("group") is null));
        return (row.Number("value"), row.Number("lower"), row.Number("upper"), row.Number("pValue"));
    }

    private static string[] Segments(ToolRun run) =>
        [.. Rows.Of(run).Where(row => row.Text("part") == "change" && row.Text("group") is not null).Select(row => $"{row.Text("group")} {row.Text("measure")} {row.Text("period")} {row.Number("value")} {row.Number("pValue")}").Order(StringComparer.Ordinal)];

    /// <summary>Every day of half a year has answers, of customers who come back and of some who have no name.</summary>
    private string Answers(int seed)
    {
        var random = new Random(seed);
        var table = new StringBuilder("date,customer,channel,whole,score\n");
        for (int day = 0; day < 182; day++)
        {
            for (int n = 1 + random.Next(4); n > 0; n--)
            {
                int customer = random.Next(60);
                table.Append(CultureInfo.InvariantCulture, $"{new DateOnly(2025, 10, 1).AddDays(day):yyyy-MM-dd},{(customer < 4 ? "" : $"c{customer}")},ch{random.Next(3)},1,{Math.Min(10, customer % 7 + random.Next(6))}\n");
            }
        }

        return _folder.File("answers.csv", table.ToString());
    }
}
