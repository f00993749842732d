using System.Globalization;
using System.Text;
using System.Text.Json;
using CareMetrics.Tests;

namespace CareMetrics.Cli.Tests;

public class ChartCommandTests
{
    private const string Steps = "month,breaches,seen\n2025-01,31,100\n2025-02,28,100\n2025-03,35,100\n2025-04,30,100\n2025-05,27,100\n2025-06,33,100\n2025-08,60,100\n2025-07,29,0\n";

    private static string Escalations => Repository.PathOf("docs/samples/escalations.csv");

    [Fact]
    public void The_sample_is_as_checked_by_hand() => Expected.Equal("chart.txt", OfSample("--baseline", "12", "--direction", "lower", "--target", "25%"));

    [Fact]
    public void The_sample_with_limits_set_anew_in_markdown_is_as_checked_by_hand() =>
        Expected.Equal("chart.md", OfSample("--baseline", "12", "--rebase", "2025-07", "--direction", "lower", "--target", "25%", "--format", "markdown"));

    [Fact]
    public void A_narrow_terminal_shows_the_same_without_breaking_lines()
    {
        ToolRun run = ToolRun.With(
            host => host with { OutputIsTerminal = true, Width = 80 },
            "chart", Escalations, "--numerator", "escalated", "--denominator", "cases", "--baseline", "12", "--direction", "lower");

        Assert.Equal(0, run.ExitCode);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 80, line));
        Assert.Contains("●  above the limit", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_are_ready_to_plot_and_unrounded()
    {
        JsonElement[] rows = Rows.Of(Run(Steps, "--value", "breaches", "--baseline", "2025-01..2025-06", "--direction", "lower", "--format", "json"));

        // 31, 28, 35, 30, 27, 33: the moving ranges 3, 7, 5, 3, 6 are 4.8 in the mean.
        double centre = 184 / 6.0;
        double sigma = 4.8 * Math.Sqrt(Math.PI) / 2;
        Assert.Equal(["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08"], rows.Select(row => row.Text("label")));
        Assert.Equal(centre, rows[7].Number("centre")!.Value, 12);
        Assert.Equal(centre - 3 * sigma, rows[7].Number("lower")!.Value, 12);
        Assert.Equal(centre + 3 * sigma, rows[7].Number("upper")!.Value, 12);
        Assert.Equal(centre + 2 * sigma, rows[7].Number("upper2")!.Value, 12);
        Assert.Equal(31, rows[7].Number("movingRange"));
        Assert.Equal(("AboveLimit", "AboveLimit", "concern", "xmr"), (rows[7].Text("members"), rows[7].Text("completions"), rows[7].Text("judgement"), rows[7].Text("kind")));
        Assert.Equal([true, true, true, true, true, true, false, false], rows.Select(row => row.GetProperty("baseline").GetBoolean()));
    }

    [Fact]
    public void Csv_and_json_hold_the_same_columns()
    {
        string header = Run(Steps, "--value", "breaches", "--format", "csv").Output.Split('\n')[0];
        JsonElement[] rows = Rows.Of(Run(Steps, "--value", "breaches", "--format", "json"));
        Assert.Equal(header, string.Join(',', rows[0].EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public void A_denominator_of_0_and_a_missing_month_are_gaps()
    {
        JsonElement[] rows = Rows.Of(Run(
            Steps.Replace("2025-04,30,100\n", "", StringComparison.Ordinal).Replace("2025-07,29,0", "2025-07,0,0", StringComparison.Ordinal),
            "--numerator", "breaches", "--denominator", "seen", "--format", "json"));
        Assert.Equal(8, rows.Length);
        Assert.Equal([3, 6], Enumerable.Range(0, 8).Where(at => rows[at].Number("value") is null));
        Assert.Equal(("p-prime", 0.31), (rows[0].Text("kind"), rows[0].Number("value")));

        ToolRun run = Run(Steps.Replace("2025-04,30,100\n", "", StringComparison.Ordinal), "--value", "breaches", "--format", "csv");
        Assert.Contains("warning: The month 2025-04 is not in the data: it is a gap, not a 0.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-01-31", 1, "month", "2025-04-30")]
    [InlineData("2025-01-01", 1, "month", "2025-04-01")]
    [InlineData("2025-01-01", 3, "quarter", "2025-10-01")]
    [InlineData("2025-01-06", -7, "week", "2025-01-27")]
    [InlineData("2025-01-06", -1, "day", "2025-01-09")]
    public void The_spacing_of_dates_tells_what_is_missing(string first, int step, string thing, string missing)
    {
        DateOnly start = DateOnly.ParseExact(first, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        IEnumerable<DateOnly> days = Enumerable.Range(0, 9).Where(at => at != 3).Select(at => step < 0 ? start.AddDays(-step * at)
            : start.Day == 31 ? start.AddDays(1).AddMonths(at).AddDays(-1)
            : start.AddMonths(step * at));
        string lines = "date,value\n" + string.Concat(days.Select(day => $"{day:yyyy-MM-dd},{day.DayNumber % 7 + day.DayNumber % 5}\n"));
        Assert.Contains($"The {thing} {missing} is not in the data: it is a gap, not a 0.", Run(lines, "--format", "csv").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Weekends_without_rows_are_no_gaps()
    {
        var monday = new DateOnly(2026, 1, 5);
        string lines = "date,value\n" + string.Concat(Enumerable.Range(0, 28).Select(monday.AddDays).Where(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).Select(day => $"{day:yyyy-MM-dd},{day.Day % 5}\n"));
        Assert.Equal(20, Rows.Of(Run(lines, "--format", "json")).Length);
    }

    [Fact]
    public void A_rebase_may_name_the_month_of_a_day_and_a_row_its_number()
    {
        string days = Steps.Replace(",", "-01,", StringComparison.Ordinal).Replace("month-01,breaches-01,", "month,breaches,", StringComparison.Ordinal).Replace("-01,100", ",100", StringComparison.Ordinal).Replace("-01,0", ",0", StringComparison.Ordinal);
        ToolRun run = Run(days, "--value", "breaches", "--rebase", "2025-06", "--format", "json");
        Assert.Contains("the baseline from \"2025-06-01\" to \"2025-08-01\" has 3 points with a value; limits need at least 5", run.Error, StringComparison.Ordinal);

        string values = "value\n" + string.Concat(Enumerable.Range(0, 12).Select(at => $"{at * 7 % 5}\n"));
        Assert.Equal([1, 2], Rows.Of(Run(values, "--rebase", "7", "--format", "json")).Select(row => (int)row.Number("segment")!).Distinct());
    }

    public static TheoryData<int, string, string, string[]> Bad => new()
    {
        { 1, "standard input: lines 2 and 3 are both of 2025-01; a chart has one point a date: choose rows with --where COLUMN=VALUE, or add them up first", "month,value\n2025-01,3\n2025-01,4\n", [] },
        { 1, "standard input: line 2, column \"value\": found \"1,5\"; allowed are numbers such as 1234.5 or 1.2E-5, with a point and without separators of thousands", "month;value\n2025-01;1,5\n", [] },
        { 1, "standard input: line 2: n is 5 with all 4; a numerator lies from 0 to its denominator", "month,n,all\n2025-01,5,4\n", ["--numerator", "n", "--denominator", "all"] },
        { 1, "standard input: line 2: n is 5 with all 0; where there is no exposure there is no count", "month,n,all\n2025-01,5,0\n", ["--count", "n", "--exposure", "all"] },
        { 1, "standard input: the baseline from \"2025-01\" to \"2025-02\" has 2 points with a value; limits need at least 5", "month,value\n2025-01,5\n2025-02,5\n", [] },
        { 1, "standard input: none of 8 rows is one where seen = 7", Steps, ["--value", "breaches", "--where", "seen=7"] },
        { 1, "standard input: no value column found; name it with --value COLUMN; the columns are \"month\", \"breaches\", \"seen\"", Steps, [] },
        { 2, "--rebase names \"2024-01\", which is not in the data; its points are 2025-01 to 2025-08", Steps, ["--value", "breaches", "--rebase", "2024-01"] },
        { 2, "--rebase names 2025-Q1, in which lie 3 points, 2025-01 to 2025-03; name one of them", Steps, ["--value", "breaches", "--rebase", "2025-Q1"] },
        { 2, "--baseline names \"2024-01\", which is not in the data; its points are 2025-01 to 2025-08", Steps, ["--value", "breaches", "--baseline", "2024-01..2025-03"] },
        { 2, "--baseline is 4; it takes a number of points, 5 or more, or a range such as 2025-01..2025-12", Steps, ["--value", "breaches", "--baseline", "4"] },
        { 2, "--target needs --direction higher or --direction lower: which side of it is good", Steps, ["--value", "breaches", "--target", "4"] },
        { 2, "--kind is u; of --value a chart is xmr", Steps, ["--value", "breaches", "--kind", "u"] },
        { 2, "--numerator is given without --denominator; they go together", Steps, ["--numerator", "breaches"] },
        { 2, "--value and --count are both given; a series has --value, or --numerator and --denominator, or --count and --exposure", Steps, ["--value", "breaches", "--count", "seen"] },
        { 2, "--shift is 5; allowed are 6 to 9 points, and off", Steps, ["--value", "breaches", "--shift", "5"] },
        { 2, "--limits-only and --trend are both given; with --limits-only there is no other rule", Steps, ["--value", "breaches", "--limits-only", "--trend", "6"] },
        { 2, "--label and --date are both given; rows are named by a label or by a date", Steps, ["--value", "breaches", "--label", "month", "--date", "month"] },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_bad_is_one_line(int exitCode, string message, string lines, string[] arguments) =>
        Assert.Equal(new ToolRun(exitCode, "", $"caremetrics: {message}\n"), Run(lines, arguments));

    [Fact]
    public void A_mistyped_year_is_no_thousand_gaps() => Assert.Contains(
        "is a year mistyped?", Run("date,value\n2025-01-01,1\n2025-01-02,1\n2025-01-03,1\n2025-01-04,1\n2225-01-05,1\n").Error, StringComparison.Ordinal);

    private static ToolRun Run(string lines, params string[] arguments) =>
        ToolRun.With(host => host with { OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(lines)) }, ["chart", "-", .. arguments]);

    private static string OfSample(params string[] arguments)
    {
        ToolRun run = Run(File.ReadAllText(Escalations), ["--numerator", "escalated", "--denominator", "cases", .. arguments]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }
}
