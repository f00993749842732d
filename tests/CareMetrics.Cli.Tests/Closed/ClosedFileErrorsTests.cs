namespace CareMetrics.Cli.Tests;

/// <summary>A closed file that cannot be right is refused with the line and the column, and options that only answers could honour are refused too.</summary>
public sealed class ClosedFileErrorsTests : IDisposable
{
    private const string Header =
        "period,channel,detractors,passives,promoters,missing,invalid,superseded,customers,sum_ss,sum_sm,sum_mm,also_before,sum_s0_s1,sum_s0_m1,sum_m0_s1,sum_m0_m1,seen,definition";

    // A passive and a promoter answer of one customer, a detractor and a promoter one of another, a promoter one of a third; the first again, and a fourth.
    private const string Good = Header + "\n"
        + "2025-01,chat,0,1,1,0,0,0,1,1,2,4,,,,,,,\n"
        + "2025-01,,1,1,3,0,0,0,3,2,3,9,,,,,,2025-01-01..2025-01-31,NPS\n"
        + "2025-02,,0,0,2,0,0,0,2,2,2,2,1,1,1,2,2,2025-02-01..2025-02-28,NPS\n";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2025-01,chat,0,1,1,0", "2025-01,chat,2,1,1,0", "line 2, column \"sum_mm\": found \"4\"; of a customer with these answers it is 16")]
    [InlineData("2025-01,chat,0,1,1,0,0,0,1,1,2,4", "2025-01,chat,2,1,1,0,0,0,,,,", "line 3, column \"detractors\": found 1, and the groups of 2025-01 have 2; they are parts of the total")]
    [InlineData("2025-01,chat,0,1,1,0", "2025-01,chat,0,1,1,4", "line 3, column \"missing\": found 0, and the groups of 2025-01 have 4; they are parts of the total")]
    [InlineData("2025-01,chat,0,1,1,0,0,0,1,1,2,4", "2025-01,chat,1,1,3,0,0,0,5,4,2,5", "line 2, column \"customers\": found 5, and all of 2025-01 has 3; a group is a part of it")]
    [InlineData("0,3,2,3,9", "0,3,2,5,9", "line 3, column \"sum_sm\": found \"5\"; of 3 customers with these answers it is from 3 to 4")]
    [InlineData("0,3,2,3,9", "0,3,1,3,9", "line 3, column \"sum_ss\": found \"1\"; of 3 customers with these answers it is even, from 2 to 8")]
    [InlineData("0,3,2,3,9", "0,6,2,3,9", "line 3, column \"customers\": found \"6\"; each gave one at least, and there are none without answers")]
    [InlineData("0,3,2,3,9", "0,3,2,3,8", "line 3, column \"sum_mm\": found \"8\"; of 3 customers with these answers it is odd, from 9 to 11")]
    [InlineData(",1,1,1,2,2,2025", ",1,1,1,2,9,2025", "line 4, column \"sum_m0_m1\": found \"9\"; no customers with these answers and sums can have it")]
    [InlineData(",1,1,1,2,2,2025", ",3,1,1,2,2,2025", "line 4, column \"also_before\": found \"3\"; those in both periods are at most the fewer of the two")]
    [InlineData(",1,1,1,2,2,2025", ",1,9,1,2,2,2025", "line 4, column \"sum_s0_s1\": found \"9\"; no customers with these answers and sums can have it")]
    [InlineData("01-31,NPS", "01-31,  ", "line 3, column \"definition\": blank; the total of a period says what was counted")]
    [InlineData("sum_mm,also", "sum_m,also", "no column \"sum_mm\", which every file of closed periods has; caremetrics tally writes it")]
    [InlineData(",definition", ",words", "no column \"definition\", which every file of closed periods has; caremetrics tally writes it")]
    public void What_cannot_be_right_is_one_line(string from, string to, string message)
    {
        Assert.Equal(0, ToolRun.Of("nps", "--closed", _folder.File("good.csv", Good)).ExitCode);
        Assert.Contains(from, Good);
        string file = _folder.File("closed.csv", Good.Replace(from, to, StringComparison.Ordinal));

        foreach (string[] command in new[] { ["nps", "--closed", file], ["report", "--closed", file], ["compare", "--closed", file, "--period", "2025-02"], ["diff", file, _folder.File("good.csv")], new[] { "nps", "--tallied", file } })
        {
            Assert.Equal(new ToolRun(1, "", $"caremetrics: {file}: {message}\n"), ToolRun.Of(command));
        }
    }

    [Fact]
    public void A_group_without_sums_over_customers_leaves_the_totals_theirs()
    {
        string file = _folder.File("closed.csv", Good.Replace("0,0,0,1,1,2,4,", "0,0,0,,,,,", StringComparison.Ordinal));

        System.Text.Json.JsonElement[] rows = Rows.Of(ToolRun.Of("nps", "--closed", file, "--format", "json"));

        Assert.Equal([null, 3, 2], rows.Select(row => row.Number("customers")));
        Assert.Contains("mover-score-by-customer", ToolRun.Of("compare", "--closed", file, "--period", "2025-02", "--format", "csv").Output);
    }

    [Theory]
    [InlineData("", "the file is empty; needed is a header line, then a row for each closed period")]
    [InlineData(Header + "\n", "a header and no rows; needed is a row for each closed period")]
    public void A_file_without_periods_says_what_is_needed(string content, string message)
    {
        string file = _folder.File("closed.csv", content);
        string answers = _folder.File("a.csv", "score,date\n9,2025-02-01\n");

        foreach (string[] command in new[] { ["nps", "--closed", file], ["compare", "--closed", file, "--period", "2025-02"], ["compare", answers, "--closed", file, "--period", "2025-02"], new[] { "report", answers, "--closed", file } })
        {
            Assert.Equal(new ToolRun(1, "", $"caremetrics: {file}: {message}\n"), ToolRun.Of(command));
        }
    }

    [Theory]
    [InlineData("--scale", "1-10")]
    [InlineData("--zone", "Europe/Berlin")]
    [InlineData("--score", "mark")]
    [InlineData("--missing", "NA")]
    [InlineData("--invalid", "count")]
    [InlineData("--date", "when")]
    [InlineData("--date-format", "dd.MM.yyyy")]
    [InlineData("--customer", "who")]
    public void What_only_answers_could_honour_is_refused_where_there_are_none(string option, string value)
    {
        string file = _folder.File("closed.csv", Good);

        foreach (string[] command in new[] { ["nps", "--closed", file], ["report", "--closed", file], new[] { "compare", "--closed", file, "--period", "2025-02" } })
        {
            Assert.Equal(
                new ToolRun(2, "", $"caremetrics: {option} needs a row for each answer; files of --closed hold counts, and say themselves what was counted\n"), ToolRun.Of([.. command, option, value]));
        }
    }

    [Theory]
    [InlineData("--full-day=hours=24", "--full-day and --gaps need a row for each answer; files of --closed say themselves which days were seen")]
    [InlineData("--gaps=quiet", "--full-day and --gaps need a row for each answer; files of --closed say themselves which days were seen")]
    [InlineData("--value=minutes", "--value and --closed do not go together: closed periods hold scores alone")]
    [InlineData("--rate=a=b", "--rate and --closed do not go together: closed periods hold scores alone")]
    public void What_a_comparison_of_closed_periods_has_no_use_for_is_refused(string option, string message) => Assert.Equal(
        new ToolRun(2, "", $"caremetrics: {message}\n"), ToolRun.Of("compare", "--closed", _folder.File("closed.csv", Good), "--period", "2025-02", option));

    [Fact]
    public void Of_categories_there_are_no_scores_to_read_and_of_counts_no_zone()
    {
        string file = _folder.File("counts.csv", "detractors,passives,promoters\n40,20,70\n");

        Assert.Contains(
            "• --scale, --missing, --invalid: of counts of detractors, passives and promoters there are no scores to read.",
            ToolRun.Of("nps", "--tallied", file, "--scale", "1-10", "--missing", "NA", "--invalid", "count").Output.ReplaceLineEndings(" ").Replace("   ", " ", StringComparison.Ordinal));
        Assert.DoesNotContain("Be careful", ToolRun.Of("nps", "--tallied", file).Output);
        Assert.Contains("--zone needs a row for each answer; with --tallied ", ToolRun.Of("nps", "--tallied", file, "--zone", "Europe/Berlin").Error);
        Assert.Contains("--latest needs a row for each answer; files of --closed ", ToolRun.Of("report", "--closed", file, "--latest").Error);
        Assert.Contains("--tallied and --closed do not go together", ToolRun.Of("nps", "--closed", file, "--tallied").Error);
        Assert.Contains("--value-per-save needs a row for each answer, with its customer and date; --closed has none", ToolRun.Of("report", "--closed", file, "--value-per-save", "4", "--investment", "1").Error);
    }
}
