namespace CareMetrics.Cli.Tests;

/// <summary>What a comparison rests on: which rows, which file, which order of periods, and what may be wrong with what was asked.</summary>
public sealed class CompareBasisTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Blanks_are_counted_in_their_period_as_other_rows_are()
    {
        string rows = "score,date,hours\n9,2025-12-30,24\n,2025-12-31,24\nx,2025-12-31,24\n9,2026-01-01,24\n,2026-01-02,24\n8,2026-01-03,20\n,2026-01-03,20\nNA,2026-02-10,24\n9,2026-02-10,24\nx,2026-02-11,24\n,2024-01-01,24\n";
        string[] asked = ["--score", "score", "--baseline", "2025-12-30..2025-12-31", "--period", "2026-01-01..2026-01-03", "--invalid", "count", "--missing", "NA", "--full-day", "hours=24"];

        string text = ToolRun.Of(["compare", _folder.File("a.csv", rows), .. asked]).Output.ReplaceLineEndings(" ");

        Assert.Contains("11 rows read = 2 answered + 2 missing + 1 invalid + 0 superseded + 6 excluded (seen in part: 2, outside both periods: 4)", text);
    }

    [Fact]
    public void Of_closed_periods_what_is_missing_outside_is_outside()
    {
        string closed = _folder.File("closed.csv");
        string file = _folder.File("a.csv", "score,date\n9,2025-10-01\n,2025-10-02\n9,2025-11-01\n,2025-11-02\n9,2025-11-30\n9,2025-12-01\n,2025-12-31\n");
        Assert.Equal(0, ToolRun.Of("tally", file, "-o", closed).ExitCode);

        string text = ToolRun.Of("compare", "--closed", closed, "--period", "2025-12").Output.ReplaceLineEndings(" ");

        Assert.Contains("7 rows read = 3 answered + 2 missing + 0 invalid + 0 superseded + 2 excluded (outside both periods: 2)", text);
    }

    [Theory]
    [InlineData("--value", "v")]
    [InlineData("--rank", "v")]
    public void A_number_too_large_to_calculate_with_is_not_called_no_number(string option, string column) => Assert.EndsWith(
        "line 2, column \"v\": found \"1e308\"; allowed are numbers up to 1e100 in size, with a point for decimals and no separators of thousands\n",
        ToolRun.Of("compare", _folder.File("a.csv", "v,date\n1e308,2026-01-01\n2,2026-02-01\n"), option, column, "--period", "2026-02").Error);

    [Fact]
    public void Words_for_no_number_and_for_infinity_are_no_numbers() => Assert.Contains(
        "3 values are not numbers: 2 not a number (line 2 \"NaN\", line 3 \"Infinity\"), 1 beyond 1e100 (line 4 \"1e400\")",
        ToolRun.Of("compare", _folder.File("a.csv", "v,date\nNaN,2026-01-01\nInfinity,2026-01-01\n1e400,2026-01-01\n2,2026-02-01\n"), "--value", "v", "--period", "2026-02").Error);

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    public void That_no_row_has_the_value_stands_in_every_row(string format)
    {
        string output = ToolRun.Of("compare", SampleFile.Answers, "--rate", "resolved=Yes", "--period", "2026-Q1", "--format", format).Output;

        Assert.Equal(4, output.Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\"\"", "\"", StringComparison.Ordinal)
            .Split("No row has \"Yes\" in column \"resolved\": a share of 0, unless it is written otherwise").Length - 1);
    }

    [Fact]
    public void The_hash_of_each_file_stands_in_every_row()
    {
        string one = _folder.File("a.csv", "v,date\n9,2026-01-01\n");
        string two = _folder.File("b.csv", "v,date\n8,2026-01-02\n");
        string Hash(string file) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));

        Assert.All(
            Rows.Of(ToolRun.Of("compare", one, two, "--value", "v", "--period", "2026-01-02", "--format", "json")),
            row => Assert.Equal($"{one} sha-256 {Hash(one)}; {two} sha-256 {Hash(two)}", row.Text("inputs")));
    }

    [Theory]
    [InlineData("2026-Q2", "2026-Q2")]
    [InlineData("2026-02..2026-04", "2026-02..2026-04")]
    public void A_baseline_later_than_the_period_is_refused(string baseline, string named)
    {
        string metrics = CareMetrics.Tests.Repository.PathOf("docs/samples/scorecard.csv");

        foreach (string[] command in new[] { ["compare", SampleFile.Answers, "--score", "score"], ["report", SampleFile.Answers], new[] { "scorecard", metrics } })
        {
            Assert.Equal(
                new ToolRun(2, "", $"caremetrics: --baseline is {named}, later than --period 2026-Q1: a baseline is what came before\n"),
                ToolRun.Of([.. command, "--baseline", baseline, "--period", "2026-Q1"]));
        }
    }
}
