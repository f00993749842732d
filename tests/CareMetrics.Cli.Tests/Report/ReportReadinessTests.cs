using System.Globalization;
using System.Text.Json;

namespace CareMetrics.Cli.Tests;

/// <summary>The change in front asks first whether its periods are there and over, as a comparison of named periods does, and every format says the same.</summary>
public sealed class ReportReadinessTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2025-01-01", "2026-03-19", "provisional (2026-Q1: not over on 2026-03-20)")]
    [InlineData("2025-01-01", "2026-03-31", "may be chance")]
    [InlineData("2025-10-10", "2026-03-31", "not comparable with 2025-Q4: baseline 2025-Q4: 9 days missing (2025-10-01..2025-10-09)")]
    [InlineData("2025-01-01", "2026-03-31", "provisional (2026-Q1: answers still due until 2026-04-14)", "--as-of", "2026-04-05", "--answer-window", "14")]
    [InlineData("2025-10-10", "2026-03-31", "may be chance", "--include-incomplete")]
    public void The_last_change_says_what_the_named_one_says(string from, string to, string said, params string[] options)
    {
        string file = Sample(from, to);

        string line = ToolRun.Of(["report", file, "--line", .. options]).Output;

        Assert.Contains(said, line);
        Assert.Equal(ToolRun.Of(["report", file, "--line", "--period", "2026-Q1", .. options]).Output, line);
        Assert.Equal(said == "may be chance", ToolRun.Of(["compare", file, "--score", "score", "--period", "2026-Q1", .. options]).Output.StartsWith("NPS: inconclusive", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-Q4", "provisional (2025-Q4: not over on 2025-12-30)")]
    [InlineData("2026-Q1", "not comparable with 2025-Q4: baseline 2025-Q4: 2 days missing (2025-12-30..2025-12-31)")]
    public void A_period_closed_too_early_is_not_final_alone_and_no_baseline_beside_later_answers(string period, string said)
    {
        string closed = Repository("docs/samples/answers-closed-early.csv");
        string[] files = period == "2025-Q4" ? ["--closed", closed] : [SampleFile.Answers, "--closed", closed];

        string line = ToolRun.Of(["report", .. files, "--line"]).Output;

        Assert.Contains(said, line);
        Assert.Equal(ToolRun.Of(["report", .. files, "--line", "--period", period]).Output, line);
    }

    [Fact]
    public void A_quarter_of_counts_is_not_over_before_its_last_month()
    {
        string file = _folder.File("c.csv", "period,detractors,passives,promoters\n" + string.Concat(
            Enumerable.Range(1, 7).Select(month => string.Create(CultureInfo.InvariantCulture, $"2025-{month:00},20,20,40\n"))));

        Assert.Contains("; unchanged (−21 to 20) on 2025-Q2, provisional (2025-Q3: not over on 2025-08-01)", Line("--every", "quarter"));
        Assert.Contains("on 2025-06, may be chance", Line("--every", "month"));
        Assert.Contains("provisional (2025-07: not over on 2025-07-20)", Line("--every", "month", "--as-of", "2025-07-20"));

        string Line(params string[] options) => ToolRun.Of(["report", "--tallied", file, "--line", .. options]).Output;
    }

    [Fact]
    public void Rows_that_a_filter_leaves_out_are_seen_all_the_same()
    {
        string Rows(int days) => "score,date,channel\n" + string.Concat(Enumerable.Range(0, days).Select(n => string.Create(
            CultureInfo.InvariantCulture, $"{n % 11},{new DateOnly(2026, 1, 1).AddDays(n):yyyy-MM-dd},{(n < 80 && n % 2 == 0 ? "chat" : "phone")}\n")));

        Assert.EndsWith("on 2026-02, may be chance\n", Line(Rows(90)));
        Assert.EndsWith("on 2026-02, provisional (2026-03: not over on 2026-03-31)\n", Line(Rows(89)));

        string Line(string content) => ToolRun.Of("report", _folder.File("a.csv", content), "--line", "--where", "channel=chat").Output;
    }

    [Fact]
    public void Every_format_says_that_it_is_provisional_and_no_group_has_a_verdict()
    {
        string file = Sample("2025-01-01", "2026-03-19");
        const string Reason = "2026-Q1: not over on 2026-03-20";

        string text = ToolRun.Of("report", file).Output.ReplaceLineEndings(" ");
        string markdown = ToolRun.Of("report", file, "--format", "markdown").Output;
        JsonElement[] rows = [.. Rows.Of(ToolRun.Of("report", file, "--format", "json"))];
        string csv = ToolRun.Of("report", file, "--format", "csv").Output;

        Assert.Contains($"provisional ({Reason})", text);
        Assert.Contains($": provisional, {Reason}.", text);
        Assert.Contains($": provisional, {Reason}.", markdown);
        Assert.Contains("| provisional | provisional |", markdown);
        Assert.DoesNotMatch("(higher|lower|up|down|no clear (difference|change))(, p .*)? \\|", markdown[markdown.IndexOf("## Change", StringComparison.Ordinal)..markdown.IndexOf("## Scores", StringComparison.Ordinal)]);
        JsonElement change = rows.Single(row => row.Text("measure") == "nps-change" && row.Text("group") is null);
        Assert.Equal(("provisional", Reason), (change.Text("verdict"), change.Text("text")));
        Assert.Contains($"provisional ({Reason})", rows[0].Text("text"));
        Assert.All(rows.Where(row => row.Text("part") == "change" && row.Text("verdict") is not null), row => Assert.Equal("provisional", row.Text("verdict")));
        Assert.Contains($",provisional,,1824,,,{Reason},", csv);
    }

    private string Sample(string from, string to) => _folder.File(
        "sample.csv",
        string.Concat(File.ReadLines(SampleFile.Answers)
            .Where((row, i) => i == 0 || (string.CompareOrdinal(row, from) >= 0 && string.CompareOrdinal(row, to + "U") < 0))
            .Select(row => row + "\n")));

    private static string Repository(string path) => CareMetrics.Tests.Repository.PathOf(path);
}
