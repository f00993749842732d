using System.Text.Json;
using CareMetrics.Tests;
using Spectre.Console;

namespace CareMetrics.Cli.Tests.Commands;

/// <summary>What a report says of each group, and of a population beside those who answered.</summary>
public sealed class ReportGroupsTests : IDisposable
{
    private static readonly string Population = Repository.PathOf("docs/samples/population.csv");

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_two_periods_each_group_is_judged_against_the_others()
    {
        string file = _folder.File("a.csv", "score,channel\n" + Repeated("0,phone", 60) + Repeated("10,phone", 20) + Repeated("0,chat", 20) + Repeated("10,chat", 60) + Repeated("0,store", 40) + Repeated("10,store", 40));

        string report = ToolRun.Of("report", file, "--format", "markdown").Output;
        JsonElement[] rows = [.. Rows.Of(ToolRun.Of("report", file, "--format", "json")).Where(row => row.Text("measure") == "nps-against-others")];

        Assert.Contains("\nAgainst the others, adjusted for there being several: chat higher, p < 0.0001; phone lower, p < 0.0001; store no clear difference.\n", report);
        Assert.Equal(
            [("by-group", "chat", "higher"), ("by-group", "phone", "lower"), ("by-group", "store", "no-clear-difference")],
            rows.Select(row => (row.Text("part"), row.Text("group"), row.Text("verdict"))));
        Assert.All(rows, row => Assert.Equal("others", row.Text("against")));
    }

    [Fact]
    public void With_two_periods_the_change_of_each_group_is_judged_by_adjusted_p_values()
    {
        string file = _folder.File(
            "c.csv", "group,period,detractors,passives,promoters\nx,2026-01,60,20,20\nx,2026-02,20,20,60\ny,2026-01,30,30,40\ny,2026-02,30,32,40\nz,2026-01,30,40,30\nz,2026-02,47,30,23\n");

        string report = ToolRun.Of("report", "--tallied", file, "--format", "markdown").Output;
        JsonElement[] rows = [.. Rows.Of(ToolRun.Of("report", "--tallied", file, "--format", "json")).Where(row => row.Text("measure") == "nps-change" && row.Text("group") is not null)];

        Assert.Contains("| x | 34% → 33% | −40 → 40 | +26.6 | 0.0 | up, p < 0.0001 | higher, p < 0.0001 |", report);
        Assert.Matches(@"\| y \|.*\| no clear change \|", report);
        Assert.DoesNotContain("Against the others, adjusted", report);
        Assert.Equal(["higher", "no-clear-difference", "no-clear-difference"], rows.Select(row => row.Text("verdict")));

        // By itself z fell with p = 0.03; among three it may be chance.
        double alone = Statistics.Comparison.Between(new Nps.NpsTally(30, 40, 30), new Nps.NpsTally(47, 30, 23)).PValue!.Value;
        Assert.InRange(alone, 0.025, 0.05);
        Assert.Equal(2 * alone, rows[2].Number("pValue")!.Value, 1e-12);
    }

    [Fact]
    public void The_score_in_the_mix_of_the_population_is_that_of_nps()
    {
        JsonElement expected = Rows.Of(ToolRun.Of("nps", SampleFile.Answers, "--by", "channel", "--population", Population, "--format", "json")).Single(row => row.Text("measure") == "nps-stratified");
        ToolRun run = ToolRun.Of("report", SampleFile.Answers, "--population", Population, "--format", "json");
        JsonElement found = Rows.Of(run).Single(row => row.Text("measure") == "nps-stratified");

        Assert.Equal(
            ("score", expected.Number("value"), expected.Number("lower"), expected.Number("upper")),
            (found.Text("part"), found.Number("value"), found.Number("lower"), found.Number("upper")));
        Assert.EndsWith(expected.Text("definition")![expected.Text("definition")!.IndexOf("; in the shares of", StringComparison.Ordinal)..], found.Text("definition"));
        foreach (string format in new[] { "text", "markdown" })
        {
            string page = ToolRun.Of("report", SampleFile.Answers, "--population", Population, "--format", format).Output;
            Assert.Contains("\nNPS 19 in the population's mix (95% CI 17 to 22), 17 as answered.\n", page);
            Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Population))), page);
        }

        Assert.Contains("the interval of the population's mix takes each answer as a customer of its own", run.Error);
    }

    [Theory]
    [InlineData("nps")]
    [InlineData("report")]
    public void Where_many_of_a_population_answered_its_score_is_surer(string command)
    {
        string file = _folder.File("a.csv", "score\n" + Repeated("3", 20) + Repeated("8", 30) + Repeated("10", 50));
        Nps.NetPromoterScore expected = Nps.NetPromoter.ScoreOfPopulation(new Nps.NpsTally(20, 30, 50), 150);

        JsonElement found = Rows.Of(ToolRun.Of(command, file, "--population", "150", "--format", "json")).Single(row => row.Text("measure") == "nps-population");
        string page = ToolRun.Of(command, file, "--population", "150").Output;

        Assert.Equal((expected.Score.Value, expected.Score.Lower, expected.Score.Upper, "score-finite"), (found.Number("value"), found.Number("lower"), found.Number("upper"), found.Text("method")));
        Assert.Contains("NPS 30 of a population of 150 (95% CI 21 to 39), of whom 100 answered.", page);
        Assert.EndsWith("; of a population of 150", found.Text("definition"));
        Assert.Equal(new ToolRun(2, "", "caremetrics: --population is 99, fewer than the 100 answers\n"), ToolRun.Of(command, file, "--population", "99"));
        Assert.Contains("--population is 0", ToolRun.Of(command, file, "--population", "0").Error);
    }

    [Fact]
    public void What_the_population_needs_is_one_line()
    {
        string file = _folder.File("a.csv", "score,date,customer\n9,2026-01-01,a\n9,2026-01-02,a\n");

        Assert.Equal(new ToolRun(2, "", "caremetrics: --population needs --by, which names the columns of the groups\n"), ToolRun.Of("report", file, "--population", Population));
        Assert.Equal(new ToolRun(2, "", "caremetrics: --population needs the name of a file\n"), ToolRun.Of("report", file, "--population", "-"));
        Assert.Equal(new ToolRun(1, "", "caremetrics: none: no such file\n"), ToolRun.Of("report", SampleFile.Answers, "--population", "none"));
        Assert.Equal(new ToolRun(2, "", "caremetrics: --population 1 is of people, and 1 customer gave 2 answers: with --latest each customer counts once\n"), ToolRun.Of("report", file, "--population", "1"));
        Assert.Equal(new ToolRun(2, "", "caremetrics: --population N is about all answers together; leave out --every\n"), ToolRun.Of("nps", file, "--population", "5", "--every", "month"));
        Assert.Contains("it is also a file to read", ToolRun.Of("report", SampleFile.Answers, "--population", Population, "--output", Population).Error);
    }

    [Fact]
    public void A_named_change_that_is_not_final_says_so_in_every_format()
    {
        string[] arguments = ["report", SampleFile.Answers, "--period", "2026-03", "--baseline", "last-year", "--as-of", "2026-04-05", "--answer-window", "14"];

        Assert.Equal(
            "NPS 22 (95% CI 11 to 32), 2026-03, 333 answers; up 5 (−9 to 18) on 2025-03, provisional (2026-03: answers still due until 2026-04-14); same channels scoring higher +2, less phone +3\n",
            ToolRun.Of([.. arguments, "--line"]).Output);
        Assert.Contains("p = 0.4688: provisional, 2026-03: answers still due until 2026-04-14.", ToolRun.Of([.. arguments, "--format", "markdown"]).Output);
        JsonElement change = Rows.Of(ToolRun.Of([.. arguments, "--format", "json"])).Single(row => row.Text("measure") == "nps-change" && row.Text("group") is null);
        Assert.Equal(("provisional", "2026-03: answers still due until 2026-04-14"), (change.Text("verdict"), change.Text("text")));
    }

    [Fact]
    public void A_named_change_without_a_partner_or_answers_has_no_explanation()
    {
        string line = ToolRun.Of("report", SampleFile.Answers, "--baseline", "2020-Q1", "--period", "2026-Q1", "--line").Output;

        Assert.StartsWith("NPS 26 (95% CI 20 to 32), 2026-Q1, 970 answers; not comparable with 2020-Q1: baseline 2020-Q1: 91 days missing", line);
        string report = ToolRun.Of("report", SampleFile.Answers, "--baseline", "2020-Q1", "--period", "2026-Q1").Output;
        Assert.StartsWith(line.TrimEnd(), report.ReplaceLineEndings(" "));
        Assert.Contains("\nAll answers: NPS 17 (95% CI 13 to 21), 4,895 answers", report);
        Assert.Contains("── Change, 2020-Q1 to 2026-Q1 ─", report);
        Assert.DoesNotContain("Of these points", report);
    }

    [Fact]
    public void Fiscal_periods_are_named_in_a_report_too()
    {
        string line = ToolRun.Of("report", SampleFile.Answers, "--fiscal-start", "4", "--period", "FY2026-Q4", "--line").Output;

        Assert.StartsWith("NPS 26 (95% CI 20 to 32), FY2026-Q4, 970 answers; up 7 (−1 to 15) on FY2026-Q3, may be chance", line);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    public void On_a_terminal_no_line_of_a_named_change_is_wider_than_the_screen(int width)
    {
        string[] arguments = ["report", SampleFile.Answers, "--closed", Repository.PathOf("docs/samples/answers-closed.csv"), "--baseline", "2025-Q4", "--period", "2026-Q1", "--population", Population];

        string report = ToolRun.With(host => host with { OutputIsTerminal = true, Width = width, Ansi = AnsiSupport.No }, arguments).Output;

        Assert.Contains("Of these points", report);
        Assert.All(report.Split('\n').Where(line => !line.Contains("SHA-256", StringComparison.Ordinal)), line => Assert.True(line.TrimEnd().Length <= width, line));
    }

    private static string Repeated(string row, int times) => string.Concat(Enumerable.Repeat(row + "\n", times));
}
