using System.Text.Json;
using Spectre.Console;

namespace CareMetrics.Cli.Tests;

public class ScorecardCommandTests
{
    private const string Head = "metric,period,kind,value,numerator,denominator,count,exposure,direction,primary,margin,target,unit\n";

    private static readonly string[] Quarters = ["--baseline", "2025-Q4", "--period", "2026-Q1"];

    private static ToolRun Run(string rows, params string[] arguments)
    {
        using var folder = new Folder();
        string file = folder.File("metrics.csv", rows);
        ToolRun run = ToolRun.Of(["scorecard", file, .. arguments]);
        return run with { Output = run.Output.Replace(file, "metrics.csv"), Error = run.Error.Replace(file, "metrics.csv") };
    }

    // Through standard input, so that no path of this machine is in the output.
    private static ToolRun OfSample(Func<Host, Host> change, params string[] arguments) => ToolRun.With(
        host => change(host) with { OpenInput = () => File.OpenRead(SampleFile.Metrics) },
        ["scorecard", "-", "--baseline", "2025-Q1..2025-Q4", "--period", "2026-Q1", .. arguments]);

    private static ToolRun OfSample(params string[] arguments) => OfSample(host => host, arguments);

    [Fact]
    public void The_sample_is_one_line_a_metric() => Expected.Equal("scorecard.txt", OfSample().Output);

    [Fact]
    public void The_sample_in_markdown() => Expected.Equal("scorecard.md", OfSample("--format", "markdown").Output);

    [Fact]
    public void A_narrow_terminal_leaves_out_what_has_no_room()
    {
        ToolRun run = OfSample(host => host with { OutputIsTerminal = true, Width = 80, Ansi = AnsiSupport.No });
        Assert.DoesNotContain(run.Output.Split('\n'), line => line.TrimEnd().Length > 80);
        Assert.Contains("NPS (primary)", run.Output);
    }

    [Fact]
    public void Rows_for_programs_carry_every_number()
    {
        ToolRun run = OfSample("--format", "json", "--adjust", "bh");
        JsonElement[] rows = [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];
        Assert.Equal(9, rows.Length);
        JsonElement nps = rows.Single(row => row.GetProperty("metric").GetString() == "NPS");
        Assert.True(nps.GetProperty("primary").GetBoolean());
        Assert.Equal("none", nps.GetProperty("adjustment").GetString());
        JsonElement ranking = rows.Single(row => row.GetProperty("metric").GetString() == "search ranking");
        Assert.Equal(("hodges-lehmann", "neither", "benjamini-hochberg"), (
            ranking.GetProperty("method").GetString(), ranking.GetProperty("pValueBasis").GetString(), ranking.GetProperty("adjustment").GetString()));
        Assert.Equal("ordinals have no percentages: their scale has no 0", ranking.GetProperty("noRelativeChange").GetString());
        string[] csv = OfSample("--format", "csv").Output.Split('\n');
        Assert.StartsWith("metric,kind,baselinePeriod,period,verdict,reason,baseline,", csv[0]);
        Assert.Equal(11, csv.Length);
    }

    [Fact]
    public void Every_kind_is_compared_by_its_own_method()
    {
        ToolRun run = Run(
            Head
            + "m,2025-Q4,mean,1,,,,,higher,,,,\nm,2025-Q4,mean,2,,,,,,,,,\nm,2026-Q1,mean,3,,,,,,,,,\nm,2026-Q1,mean,5,,,,,,,,,\n"
            + "p,2025-Q4,proportion,,40,100,,,lower,,,,\np,2026-Q1,proportion,,20,100,,,,,,,\n"
            + "c,2025-Q4,count,,,,40,90,lower,,,,\nc,2026-Q1,count,,,,20,90,,,,,\n"
            + "n,2025-Q4,nps,9,,,30,,higher,,,,\nn,2025-Q4,nps,3,,,30,,,,,,\nn,2026-Q1,nps,10,,,30,,,,,,\nn,2026-Q1,nps,7,,,30,,,,,,\n"
            + "r,2025-Q4,ratio,,10,4,,,higher,,,,\nr,2025-Q4,ratio,,14,5,,,,,,,\nr,2026-Q1,ratio,,30,8,,,,,,,\nr,2026-Q1,ratio,,22,7,,,,,,,\n"
            + "o,2025-Q4,ordinal,4,,,,,lower,,,,\no,2025-Q4,ordinal,5,,,,,,,,,\no,2026-Q1,ordinal,1,,,,,,,,,\no,2026-Q1,ordinal,2,,,,,,,,,\n",
            [.. Quarters, "--format", "json"]);
        Assert.Equal(0, run.ExitCode);
        JsonElement[] rows = [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];
        Assert.Equal(
            ["welch", "newcombe", "mover-exact-poisson", "mover-score", "welch-delta", "hodges-lehmann"],
            rows.Select(row => row.GetProperty("method").GetString()));
        Assert.Equal(50, rows[3].GetProperty("change").GetDouble());
        Assert.Equal("improved", rows[1].GetProperty("verdict").GetString());
    }

    [Fact]
    public void A_pipeline_fails_on_what_it_asks_for()
    {
        string rows = Head + "churn,2025-Q4,proportion,,20,1000,,,lower,,,0.03,\nchurn,2026-Q1,proportion,,80,1000,,,,,,,\n";
        Assert.Equal(0, Run(rows, Quarters).ExitCode);
        Assert.Equal(3, Run(rows, [.. Quarters, "--fail-on", "worsened"]).ExitCode);
        Assert.Equal(3, Run(rows, [.. Quarters, "--fail-on", "incomplete,missed"]).ExitCode);
        Assert.Equal(0, Run(rows, [.. Quarters, "--fail-on", "incomplete"]).ExitCode);
        ToolRun early = Run(rows, [.. Quarters, "--fail-on", "incomplete", "--as-of", "2026-04-02", "--answer-window", "14"]);
        Assert.Equal(3, early.ExitCode);
        Assert.Contains("provisional", early.Output);
    }

    [Fact]
    public void A_period_without_rows_is_incomplete_and_has_no_points()
    {
        ToolRun run = Run(Head + "churn,2026-Q1,proportion,,20,1000,,,lower,,,,\n", "--period", "2026-Q2", "--fail-on", "incomplete");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("churn   lower     2.0%    –       –       –         –       –  not comparable\n", run.Output);
    }

    [Fact]
    public void A_missing_month_is_a_reason_and_no_verdict()
    {
        string rows = Head + string.Concat(new[] { "2025-10", "2025-11", "2025-12", "2026-01", "2026-03" }.Select(month => $"m,{month},proportion,,30,1000,,,higher,,,,\n"));
        ToolRun run = Run(rows, Quarters);
        Assert.Contains("not comparable", run.Output);
        Assert.Contains("m: 2026-Q1: 28 days missing (2026-02-01..2026-02-28)", run.Output);
        Assert.Contains("inconclusive", Run(rows, [.. Quarters, "--include-incomplete"]).Output);
    }

    [Fact]
    public void The_baseline_is_the_period_before_unless_told_and_may_not_exist()
    {
        string rows = Head + "m,2026-W52,proportion,,40,100,,,higher,,,,\nm,2026-W53,proportion,,60,100,,,,,,,\n";
        Assert.Contains("2026-W53 against 2026-W52", Run(rows, "--period", "2026-W53").Output);
        ToolRun none = Run(rows, "--period", "2026-W53", "--baseline", "last-year", "--fail-on", "incomplete");
        Assert.Equal(3, none.ExitCode);
        Assert.Contains("m: the period has no counterpart to be compared with", none.Output);
        Assert.Contains("2026-W53 against no period", none.Output);
    }

    [Fact]
    public void Numbers_beyond_all_calculation_are_one_line() => Assert.Equal(
        new ToolRun(1, "", "caremetrics: metrics.csv: \"x\": a difference of two values is beyond what a number can hold\n"),
        Run(Head + "x,2025-Q4,ordinal,-1.7e308,,,,,,,,,\nx,2026-Q1,ordinal,1.7e308,,,,,,,,,\n", Quarters));

    [Theory]
    [InlineData("x,2025-Q4,mode,1,,,,,,,,,\n", "line 2, column \"kind\": found \"mode\"; allowed are mean, proportion, count, nps, ratio, ordinal")]
    [InlineData("x,2025-Q5,mean,1,,,,,,,,,\n", "line 2, column \"period\": found \"2025-Q5\"; allowed are a day (2026-03-01), a week (2026-W07), a month (2026-03), a quarter (2026-Q1), 2026-H1 and 2026")]
    [InlineData("x,2025-Q4,mean,one,,,,,,,,,\n", "line 2, column \"value\": found \"one\"; it takes a number such as 1234.5, without separators of thousands")]
    [InlineData("x,2025-Q4,mean,,,,,,,,,,\n", "line 2: a blank in column \"value\"; kind mean needs value")]
    [InlineData("x,2025-Q4,proportion,,5,4,,,,,,,\n", "line 2, column \"numerator\": found \"5\"; a share is of its denominator, 4")]
    [InlineData("x,2025-Q4,proportion,,1.5,4,,,,,,,\n", "line 2, column \"numerator\": found \"1.5\"; a count is a whole number, 0 or more")]
    [InlineData("x,2025-Q4,count,,,,3,0,,,,,\n", "line 2, column \"exposure\": found \"0\"; an exposure is a number above 0")]
    [InlineData("x,2025-Q4,count,,,,3,1,,,,,\nx,2025-Q4,count,,,,3,1,,,,,\n", "line 3, column \"period\": found \"2025-Q4\"; \"x\" has that period in an earlier row; a count has one row a period")]
    [InlineData("x,2025-Q4,nps,11,,,,,,,,,\n", "line 2, column \"value\": found \"11\"; a score is a whole number from 0 to 10")]
    [InlineData("x,2025-Q4,mean,1,,,,,up,,,,\n", "line 2, column \"direction\": found \"up\"; allowed are higher, lower and neither")]
    [InlineData("x,2025-Q4,mean,1,,,,,higher,,,,\nx,2025-Q4,mean,1,,,,,lower,,,,\n", "line 3, column \"direction\": found \"lower\"; \"x\" has another one in an earlier row; a metric has one")]
    [InlineData("x,2025-Q4,mean,1,,,,,,,,,\nx,2025-Q4,ratio,,1,2,,,,,,,\n", "line 3, column \"kind\": found \"ratio\"; \"x\" is of kind mean in an earlier row; a metric is of one kind")]
    [InlineData("x,2025-Q4,mean,1,,,,,,,,,\nx,2025-10-01,mean,1,,,,,,,,,\n", "line 3, column \"period\": found \"2025-10-01\"; \"x\" has longer periods in earlier rows; a metric is given by days or by longer periods")]
    [InlineData(",2025-Q4,mean,1,,,,,,,,,\n", "line 2: a blank in column \"metric\"; every row names its metric")]
    [InlineData("x,2025-Q4,mean,1,,,,,,,-1,,\n", "line 2, column \"margin\": found \"-1\"; a margin is a number above 0, in the unit of the change")]
    public void Bad_rows_are_one_line(string rows, string problem) =>
        Assert.Equal(new ToolRun(1, "", $"caremetrics: metrics.csv: {problem}\n"), Run(Head + rows, Quarters));

    [Theory]
    [InlineData("x,2025-Q4,mean,1,,,,,higher,yes,,,\ny,2025-Q4,mean,1,,,,,higher,yes,,,\n", "\"x\" and \"y\" are primary; one metric at most is")]
    [InlineData("x,2025-Q4,mean,1,,,,,,,,5,\n", "\"x\" has a target and no direction; say in column \"direction\" whether higher or lower is better")]
    [InlineData("x,2023-Q4,mean,1,,,,,,,,,\n", "no row lies in 2026-Q1 or in 2025-Q4; periods run from 2023-10-01 to 2023-12-31")]
    public void What_only_the_whole_file_shows_is_one_line(string rows, string problem) =>
        Assert.Equal(new ToolRun(1, "", $"caremetrics: metrics.csv: {problem}\n"), Run(Head + rows, Quarters));

    [Theory]
    [InlineData("scorecard needs --period, such as --period 2026-Q1; see caremetrics scorecard --help", "--baseline", "2025")]
    [InlineData("--fail-on is better; allowed are worsened, missed, incomplete", "--baseline", "2025", "--period", "2026-Q1", "--fail-on", "better")]
    [InlineData("--fail-on worsened needs a metric with higher or lower in column \"direction\": without one nothing is better or worse", "--baseline", "2025-Q4", "--period", "2026-Q1", "--fail-on", "worsened")]
    [InlineData("--fail-on missed needs a metric with a number in column \"target\": without one nothing is missed", "--baseline", "2025-Q4", "--period", "2026-Q1", "--fail-on", "missed")]
    [InlineData("--adjust is bonferroni; allowed are holm, bh, none", "--baseline", "2025", "--period", "2026-Q1", "--adjust", "bonferroni")]
    [InlineData("--as-of is today; it takes a day such as 2026-03-02", "--baseline", "2025", "--period", "2026-Q1", "--as-of", "today")]
    public void Bad_arguments_are_one_line(string problem, params string[] arguments) =>
        Assert.Equal(new ToolRun(2, "", $"caremetrics: {problem}\n"), Run(Head + "x,2025-Q4,mean,1,,,,,,,,,\n", arguments));

    [Fact]
    public void A_missing_column_is_named() => Assert.Equal(
        "caremetrics: metrics.csv: no kind column found; the columns are \"metric\", \"period\", \"value\"\n", Run("metric,period,value\nx,2025-Q4,1\n", Quarters).Error);
}
