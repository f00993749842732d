using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CareMetrics.Periods;
using Spectre.Console;

namespace CareMetrics.Cli.Tests;

public class ReportCommandTests
{
    private static Period Month(int number) => Period.Containing(new DateOnly(2020, 1, 1).AddMonths(number), PeriodKind.Month);

    private static Period Quarter(int number) => Period.Containing(new DateOnly(2020, 1, 1).AddMonths(3 * number), PeriodKind.Quarter);

    [Fact]
    public void The_report_is_as_checked_by_hand() =>
        Expected.Equal("report.txt", ToolRun.On(Made.Report(), "report", "docs/my answers.csv").Output);

    [Fact]
    public void The_report_in_markdown_is_as_checked_by_hand() =>
        Expected.Equal("report.md", ToolRun.On(Made.Report(), "report", "docs/my answers.csv", "--format", "markdown").Output);

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(200)]
    public void On_a_terminal_no_line_is_wider_than_the_screen(int width)
    {
        string report = ToolRun.OnTerminal(Made.Report(), width, AnsiSupport.No, "report", "answers.csv").Output;

        Assert.All(report.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.Contains("2026-02", report);
    }

    [Fact]
    public void It_asks_for_usual_groups_and_periods_and_takes_what_there_is()
    {
        AnswerQuery query = ToolRun.Asked("report", "a.csv");

        string[] groups = ["channel", "group", "segment", "product", "region"];
        Assert.Equal(["", .. groups, "", "", .. groups, "resolved", "contact_kind", "agent"], query.Breakdowns.Select(breakdown => string.Join(',', breakdown.By)));
        PeriodKind?[] lengths =
        [
            null, null, null, null, null, null, PeriodKind.Month, PeriodKind.Quarter,
            .. Enumerable.Repeat<PeriodKind?>(PeriodKind.Month, 5), null, null, null,
        ];
        Assert.Equal(lengths, query.Breakdowns.Select(breakdown => breakdown.Every));
        Assert.False(query.Breakdowns[0].IsOptional);
        Assert.All(query.Breakdowns.Skip(1), breakdown => Assert.True(breakdown.IsOptional));
    }

    [Fact]
    public void What_is_asked_for_must_be_there()
    {
        AnswerQuery query = ToolRun.Asked("report", "a.csv", "--by", "team", "--every", "week");

        Assert.Equal([PeriodKind.Week], query.Breakdowns.Select(breakdown => breakdown.Every).OfType<PeriodKind>().Distinct());
        Assert.Equal(["team"], query.Breakdowns[1].By);
        Assert.Equal(PeriodKind.Week, query.Breakdowns[2].Every);
        Assert.All(query.Breakdowns.Take(3), breakdown => Assert.False(breakdown.IsOptional));
        Assert.All(query.Breakdowns.Skip(3), breakdown => Assert.True(breakdown.IsOptional));
    }

    [Theory]
    [InlineData(17, "By month")]
    [InlineData(18, "By quarter")]
    public void Long_spans_are_shown_by_quarter(int months, string title)
    {
        IReadOnlyList<AnswerCell> total = [Made.Cell(100, 100, 100)];
        IReadOnlyList<AnswerCell> two = [Made.Cell(50, 50, 50, null, Month(0)), Made.Cell(50, 50, 50, null, Month(1))];
        IReadOnlyList<AnswerCell> quarters = [Made.Cell(50, 50, 50, null, Quarter(0)), Made.Cell(50, 50, 50, null, Quarter(1))];
        AnswerSummary summary = Made.Summary([total, null, null, null, null, null, two, quarters]) with
        {
            FirstDay = new DateOnly(2024, 1, 31),
            LastDay = new DateOnly(2024, 1, 1).AddMonths(months),
        };

        string report = ToolRun.On(summary, "report", "a.csv").Output;

        Assert.Contains($"── {title} ──", report);
    }

    [Fact]
    public void Long_breakdowns_are_cut_and_say_so_but_programs_get_all()
    {
        IReadOnlyList<AnswerCell> total = [Made.Cell(1000, 1000, 1000)];
        IReadOnlyList<AnswerCell> groups = [.. Enumerable.Range(1, 25).Select(n => Made.Cell(30 + n, 30, 30, $"g{n:00}")), total[0]];
        IReadOnlyList<AnswerCell> months = [.. Enumerable.Range(0, 45).Select(n => Made.Cell(30, 30, 30, null, Month(n)))];
        AnswerSummary summary = Made.Summary([total, groups, months]);
        string[] arguments = ["report", "a.csv", "--by", "team", "--every", "month"];

        string report = ToolRun.On(summary, arguments).Output;
        JsonElement[] figures = [.. Rows.Of(ToolRun.On(summary, [.. arguments, "--format", "json"])).Where(row => row.Text("part") is "score" or "by-group" or "by-period" && row.Text("measure") != "nps-against-others")];
        (int rows, int all) = (figures.Count(row => row.Text("measure") == "nps"), figures.Length);

        Assert.DoesNotContain("\ng05 ", report);
        Assert.Contains("\ng06 ", report);
        Assert.Contains("The 20 with the most answers of 25; all are shown by: caremetrics nps --by team", report);
        Assert.DoesNotContain("\n2020-05 ", report);
        Assert.Contains("\n2020-06 ", report);
        Assert.Contains("The last 40 of 45; all are shown by: caremetrics nps --every month", report);
        Assert.Equal(1 + 25 + 45, rows);
        Assert.Equal(4 * (1 + 25 + 45), all);
    }

    [Fact]
    public void One_group_or_one_period_is_no_breakdown()
    {
        IReadOnlyList<AnswerCell> total = [Made.Cell(100, 100, 100)];
        IReadOnlyList<AnswerCell> one = [Made.Cell(100, 100, 100, "phone"), total[0]];
        IReadOnlyList<AnswerCell> month = [Made.Cell(100, 100, 100, null, Month(0))];

        string report = ToolRun.On(Made.Summary([total, one, null, null, null, null, month, null]), "report", "a.csv").Output;

        Assert.DoesNotContain("── By", report);
    }

    [Theory]
    [InlineData(52, 51, 53, 50, 54, 60, 65, 144, 146, 126, 314)]
    [InlineData(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)]
    [InlineData(105, 105, 105, 105, 105, 105, 105, 105, 105, 105, 105)]
    [InlineData(33, 34, 35, 36, 37, 38, 39, 405, 406, 416, 417)]
    public void The_shares_of_the_scores_add_up_to_those_of_the_headline(params int[] counts)
    {
        using var folder = new Folder();
        string file = folder.File("c.csv", "score,n\n" + string.Concat(counts.Select((n, score) => $"{score},{n}\n")));

        string report = ToolRun.Of("report", "--tallied", file, "--format", "markdown").Output;

        int[] shares = [.. Regex.Matches(report, @"^\| *\d+ \|.* (\d+)% \|$", RegexOptions.Multiline).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        Assert.Equal(11, shares.Length);
        Assert.Contains(
            $"Detractors {shares[4..].Sum()}%, passives {shares[2] + shares[3]}%, promoters {shares[0] + shares[1]}%", report);
    }

    [Fact]
    public void With_no_answers_there_is_a_report_that_says_so()
    {
        ToolRun run = ToolRun.On(Made.Summary([[Made.Cell(0, 0, 0, missing: 2)], null, null, null, null, null, null, null]), "report", "a.csv");

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("NPS –, 0 answers\n", run.Output);
        Assert.Contains("• There are no answers, so there is no score.\n", run.Output);
    }
}
