using System.Globalization;
using CareMetrics.Tests;

namespace CareMetrics.Cli.Tests;

/// <summary>What the report says of the last change, and of who was asked.</summary>
public sealed class ReportChangeTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Report(string content, params string[] options)
    {
        ToolRun run = ToolRun.Of(["report", _folder.File("a.csv", content), "--format", "markdown", .. options]);
        Assert.Equal(0, run.ExitCode);
        return run.Output;
    }

    private static string Counts(string rows) => "group,period,detractors,passives,promoters,missing\n" + rows;

    [Fact]
    public void The_last_two_periods_are_compared_and_explained()
    {
        // The change in docs/nps-change.md: 3.5 from the same segments, 9.7 from the mix.
        string report = Report(Counts("phone,2025-Q4,160,340,100,0\nchat,2025-Q4,40,160,200,0\nphone,2026-Q1,70,280,50,0\nchat,2026-Q1,60,228,312,0\n"), "--tallied");

        Assert.Contains("\n## Change\n\nNPS 23 (2026-Q1) against 10 (2025-Q4): up 13 (95% CI ", report);
        Assert.Contains("), p < 0.0001: better, and more than chance explains.\n", report);
        Assert.Contains("\nOf these points, +3.5 come from each group scoring differently and +9.7 from another mix.\n", report);
        Assert.Contains("| phone | 60% → 40% | −10 → −5 |", report);
        Assert.Contains("higher, p < 0.0001 |", report);
        Assert.Contains("lower, p < 0.0001 |", report);
    }

    [Theory]
    [InlineData("2025-Q3", "NPS 0 (95% CI −79 to 79), 2025-Q3, 1 answer; not comparable with 2025-Q2: the baseline has no data")]
    [InlineData("2025-Q2", "NPS –, 2025-Q2, 0 answers; not comparable with 2025-Q1: the current side has no data")]
    public void A_named_period_keeps_its_headline_where_it_or_its_baseline_has_no_answers(string period, string headline)
    {
        string file = _folder.File("a.csv", "date,score\n2025-01-05,9\n2025-09-30,8\n2025-12-31,3\n");

        Assert.Equal(headline + "\n", ToolRun.Of("report", file, "--period", period, "--line").Output);
        Assert.StartsWith(headline, ToolRun.Of("report", file, "--period", period).Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.StartsWith($"**{headline[..headline.IndexOfAny(['(', ','])].TrimEnd()}**", ToolRun.Of("report", file, "--period", period, "--format", "markdown").Output.Split("\n\n")[1], StringComparison.Ordinal);
        Assert.Equal(headline, Rows.Of(ToolRun.Of("report", file, "--period", period, "--format", "json")).Single(row => row.Text("part") == "headline").Text("text"));
    }

    [Fact]
    public void A_change_larger_than_there_can_be_is_not_said_to_show()
    {
        string file = _folder.File("a.csv", "date,score,channel\n2025-01-01,9,x\n2025-05-01,3,y\n2026-03-01,10,x\n");
        string report = ToolRun.Of("report", file, "--period", "2025-Q2").Output.ReplaceLineEndings(" ");

        Assert.Contains("may be chance; with so few answers not even the largest change there can be would show.", report, StringComparison.Ordinal);
        Assert.Contains("may be chance; no channel answered in both All answers", report, StringComparison.Ordinal);
        Assert.Contains(" No channel answered in both periods: all of it is another mix. ", report, StringComparison.Ordinal);
        Assert.DoesNotContain("Of these points", report, StringComparison.Ordinal);
        Assert.DoesNotContain("detectable", ToolRun.Of("report", file, "--period", "2025-Q2", "--format", "csv").Output, StringComparison.Ordinal);
        string[] compare = ["compare", file, "--score", "score", "--baseline", "2025-Q1", "--period", "2025-Q2"];
        Assert.Contains("it would not even show the largest change there can be.", ToolRun.Of(compare).Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain("detectable", ToolRun.Of([.. compare, "--format", "csv"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fall_is_worse_and_a_small_change_may_be_chance()
    {
        Assert.Contains(
            "NPS 0 (2026-02) against 100 (2026-01): down 100 (95% CI ",
            Report(Counts("x,2026-01,0,0,90,0\nx,2026-02,45,0,45,0\n"), "--tallied"));
        string small = Report(Counts("x,2026-01,10,10,20,0\nx,2026-02,10,10,21,0\n"), "--tallied");
        Assert.Contains(": may be chance; with so many answers a true change of ", small);
        Assert.DoesNotContain("Of these points", small);
    }

    [Fact]
    public void Where_rounded_scores_do_not_add_up_all_have_a_decimal()
    {
        // 10.4 and 20.6: 10 and 21 would be up 10.
        string report = Report(Counts("x,2026-01,0,896,104,0\nx,2026-02,0,794,206,0\n"), "--tallied");

        Assert.Contains("NPS 20.6 (2026-02) against 10.4 (2026-01): up 10.2 (", report);
    }

    [Fact]
    public void Quarters_are_compared_where_the_months_before_fill_one()
    {
        static string Rows(int firstMonth, int lastMonth) => "score,date\n" + string.Concat(Enumerable.Range(firstMonth, lastMonth - firstMonth + 1)
            .SelectMany(month => Enumerable.Range(0, 40).Select(n => string.Create(CultureInfo.InvariantCulture, $"{n % 11},2026-{month:00}-{1 + n % 20:00}\n"))));

        Assert.Contains("(2026-Q2 to 2026-05-20) against", Report(Rows(1, 5)));
        Assert.Contains("(2026-05 to 2026-05-20) against", Report(Rows(2, 5)));
        Assert.Contains("(2026-05 to 2026-05-20) against", Report(Rows(1, 5), "--every", "month"));
        Assert.DoesNotContain("## Change", Report(Rows(5, 5)));
    }

    [Fact]
    public void Customers_in_both_periods_are_allowed_for()
    {
        // Everyone repeats the same score, so the two periods move together: strangers would have a wider interval.
        string rows = string.Concat(Enumerable.Range(0, 60).Select(n => string.Create(
            CultureInfo.InvariantCulture, $"{n % 11},c{n},2026-01-05\n{n % 11},c{n},2026-02-05\n")));

        int known = HalfWidth(Report("score,customer,date\n" + rows, "--as-of", "2026-03-01"));
        int unknown = HalfWidth(Report("score,who,date\n" + rows, "--as-of", "2026-03-01"));

        Assert.True(known < unknown / 2, $"±{known} where customers are known, else ±{unknown}");

        static int HalfWidth(string report) => int.Parse(
            System.Text.RegularExpressions.Regex.Match(report, @"no change \(95% CI −\d+ to (\d+)\), p = 1\.0000: may be chance").Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void With_the_latest_answers_months_are_compared()
    {
        string rows = string.Concat(Enumerable.Range(0, 200).Select(n => string.Create(
            CultureInfo.InvariantCulture, $"{n % 11},c{n % 50},2026-{1 + n % 6:00}-05,{(n % 3 == 0 ? "phone" : "chat")}\n")));

        Assert.Contains("(2026-06 to 2026-06-05) against", Report("score,customer,date,channel\n" + rows, "--latest"));
    }

    [Fact]
    public void Who_answered_and_who_begs_is_told_where_the_file_says()
    {
        var rows = new System.Text.StringBuilder("score,resolved,agent\n");
        for (int n = 0; n < 400; n++)
        {
            bool begs = n % 4 == 0;
            bool resolved = n % 2 == 0;
            string score = !resolved && n % 8 < 4 ? "" : begs ? "10" : (n % 10).ToString(CultureInfo.InvariantCulture);
            rows.Append(CultureInfo.InvariantCulture, $"{score},{(resolved ? "yes" : "no")},{(begs ? "A07" : $"A0{n % 3}")}\n");
        }

        string report = Report(rows.ToString());

        Assert.Contains("\n## Who was asked\n\n| resolved | answered | blank | response | against the others |", report);
        Assert.Contains("\n| no | 100 | 100 | 50% | lower, p < 0.0001 |\n| yes | 200 | 0 | 100% | higher, p < 0.0001 |\n", report);
        Assert.Contains("\nUnusual shares of 10s by agent: A07 100% of 100 answers, the others 0%. A reason to look, not a proof.\n", report);
        Assert.DoesNotContain("## Who was asked", Report("score,resolved\n9,yes\n8,no\n"));
        Assert.Contains("Of 2 by agent, none has an unusual share of 10s.", Report("score,agent\n9,a\n10,b\n"));
    }

    [Fact]
    public void The_sample_file_gives_what_was_planted_in_it()
    {
        string report = ToolRun.Of("report", Repository.PathOf("docs/samples/answers.csv"), "--format", "markdown").Output;

        Assert.Contains("NPS 26 (2026-Q1) against 19 (2025-Q4): up 7 (", report);
        Assert.Contains("Of these points, +4.2 come from each channel scoring differently and +2.7 from another mix.", report);
        Assert.Contains("| phone | 43% → 33% | 8 → 15 | +2.6 | +1.2 |", report);
        Assert.Contains("by agent: A07 67% of 215 answers, the others 30%; A19 54% of 235 answers, the others 30%.", report);
    }
}
