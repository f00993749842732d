using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CareMetrics.Cli.Tests;

/// <summary>Periods that were closed give the numbers that they gave, when the answers are gone.</summary>
public sealed class ClosedPeriodsTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("month", "--by", "channel")]
    [InlineData("quarter", "--by", "channel,kind")]
    [InlineData("year")]
    [InlineData("week", "--by", "channel", "--latest")]
    [InlineData("quarter", "--by", "kind", "--where", "channel=ch1")]
    public void Closed_periods_print_the_rows_that_the_answers_printed(string every, params string[] options)
    {
        for (int seed = 0; seed < 12; seed++)
        {
            string file = Answers(seed);
            string closed = Tally([file, "--every", every, .. options]);
            string[] by = [.. options.SkipWhile(option => option != "--by").Take(2)];

            JsonElement[] open = Rows.Of(ToolRun.Of(["nps", file, "--every", every, .. options, "--format", "json"]));
            JsonElement[] kept = Rows.Of(ToolRun.Of(["nps", "--closed", closed, "--every", every, .. by, "--format", "json"]));

            Assert.Equal(Numbers(open.Where(row => row.Text("period") != "(no date)")), Numbers(kept));
        }
    }

    [Fact]
    public void With_some_periods_closed_the_report_says_the_same_of_every_period_and_channel()
    {
        for (int seed = 0; seed < 8; seed++)
        {
            string file = Answers(seed);
            string closed = Tally([file, "--every", "month", "--by", "channel", "--through", "2025-12"]);

            // Beside all answers, and beside those that are left when the closed ones were erased.
            string left = _folder.File("left.csv", string.Concat(File.ReadAllLines(file).Where((line, i) => i == 0 || !line.StartsWith("2025", StringComparison.Ordinal)).Select(line => line + "\n")));
            JsonElement[] whole = Rows.Of(ToolRun.Of("nps", file, "--every", "month", "--by", "channel", "--format", "json"));

            foreach (string beside in new[] { file, left })
            {
                JsonElement[] joined = Rows.Of(ToolRun.Of("nps", beside, "--closed", closed, "--every", "month", "--by", "channel", "--format", "json"));
                Assert.Equal(Numbers(whole.Where(row => row.Text("period") != "(no date)")), Numbers(joined.Where(row => row.Text("period") != "(no date)")));
            }
        }
    }

    [Fact]
    public void Every_row_is_accounted_for_with_those_in_closed_periods()
    {
        string file = _folder.File("a.csv", "score,date\n9,2025-12-01\n3,2025-12-02\n8,2026-01-03\n,2026-01-04\n10,\n");
        string closed = Tally([file, "--through", "2025-12"]);

        string text = ToolRun.Of("nps", file, "--closed", closed, "--every", "month").Output;

        // Two rows behind the closed counts, five of the file.
        Assert.Contains("7 rows read = 3 answered + 1 missing + 0 invalid + 0 superseded + 3 excluded (in a closed period: 2, no date: 1)", text.ReplaceLineEndings(" "));
        Assert.Contains("closed periods 2025-12 from", text.ReplaceLineEndings(" "));
    }

    [Fact]
    public void The_change_between_closed_periods_allows_for_customers_in_both()
    {
        string file = Repository("docs/samples/answers.csv");
        string closed = Tally([file, "--every", "quarter", "--by", "channel"]);

        string open = ToolRun.Of("report", file, "--every", "quarter", "--format", "markdown").Output;
        string kept = ToolRun.Of("report", "--closed", closed, "--format", "markdown").Output;

        Assert.Equal(Section(open, "## Change"), Section(kept, "## Change"));
        Assert.Equal(Section(open, "## By quarter"), Section(kept, "## By quarter"));
        Assert.Contains("A customer in several periods counts in the total as another one in each", kept);
    }

    [Fact]
    public void Months_that_were_closed_can_be_read_as_quarters()
    {
        string file = Repository("docs/samples/answers.csv");
        string closed = Tally([file, "--through", "2026-03"]);

        JsonElement[] open = Rows.Of(ToolRun.Of("nps", file, "--every", "quarter", "--format", "json"));
        JsonElement[] kept = Rows.Of(ToolRun.Of("nps", "--closed", closed, "--every", "quarter", "--format", "json"));

        Assert.Equal(open.Select(row => row.Number("value")), kept.Select(row => row.Number("value")));
        Assert.All(kept, row => Assert.Null(row.Number("customers")));
        Assert.Contains("the periods asked for with --every are weeks", ToolRun.Of("nps", "--closed", closed, "--every", "week").Error);
    }

    [Fact]
    public void What_changed_since_the_closing_is_cautioned_and_the_closed_number_stands()
    {
        string file = _folder.File("a.csv", "score,date\n9,2025-12-01\n3,2025-12-02\n8,2026-01-03\n");
        string closed = Tally([file, "--through", "2025-12"]);
        string later = _folder.File("b.csv", "score,date\n9,2025-12-01\n3,2025-12-02\n10,2025-12-30\n8,2026-01-03\n");

        ToolRun run = ToolRun.Of("nps", later, "--closed", closed, "--every", "month");

        Assert.Contains("The rows of 2025-12 (2 then, 3 now) are not those that were closed.", run.Output);
        Assert.Equal(0, Rows.Of(ToolRun.Of("nps", later, "--closed", closed, "--every", "month", "--format", "json")).Row("nps", period: "2025-12").Number("value"));
    }

    [Fact]
    public void Periods_of_another_definition_are_shown_and_not_compared()
    {
        string file = Repository("docs/samples/answers.csv");
        string closed = Tally([file, "--every", "quarter", "--where", "channel=phone", "--through", "2025-Q4"]);

        string report = ToolRun.Of("report", file, "--closed", closed, "--format", "markdown").Output;

        Assert.Contains("not comparable, the definitions differ (only rows where channel = phone, against all rows).", report);
        Assert.Contains("Not all periods are counted alike: only rows where channel = phone, against all rows.", report);
    }

    [Fact]
    public void No_customer_and_no_date_of_an_answer_is_kept()
    {
        string closed = File.ReadAllText(Tally([Repository("docs/samples/answers.csv"), "--by", "channel"]));

        Assert.DoesNotMatch(@"C\d{5}|20\d\d-\d\d-\d\dT|A\d\d", closed);
        Assert.Equal(1 + 15 * 5, closed.Split('\n').Length - 1);
        Assert.Equal(
            "period,channel,detractors,passives,promoters,missing,invalid,superseded,customers,sum_ss,sum_sm,sum_mm,also_before,sum_s0_s1,sum_s0_m1,sum_m0_s1,sum_m0_m1,seen,definition",
            closed.Split('\n')[0]);
    }

    [Fact]
    public void The_last_period_and_rows_without_a_date_are_warned_of()
    {
        string file = _folder.File("a.csv", "score,date\n9,2025-12-31\n3,2026-01-02\n8,\n");

        Assert.Equal(
            "caremetrics: warning: 2026-01 may not be over: the last row is of 2026-01-02. --through 2025-12 leaves it open.\ncaremetrics: warning: 1 row has no date and is in no period.\n",
            ToolRun.Of("tally", file).Error);
        Assert.DoesNotContain("2026", ToolRun.Of("tally", file, "--through", "2025-12").Output);
    }

    [Fact]
    public void The_closed_samples_are_those_of_the_answers()
    {
        string answers = Repository("docs/samples/answers.csv");
        string early = _folder.File(
            "early.csv", string.Concat(File.ReadLines(answers).Where((line, i) => i == 0 || string.CompareOrdinal(line, "2025-12-30") < 0).Select(line => line + "\n")));

        Assert.Equal(File.ReadAllText(Repository("docs/samples/answers-closed.csv")), File.ReadAllText(Tally([answers, "--by", "channel", "--every", "quarter", "--through", "2025-Q4"])));
        Assert.Equal(File.ReadAllText(Repository("docs/samples/answers-closed-early.csv")), File.ReadAllText(Tally([early, "--by", "channel", "--every", "quarter"])));
    }

    [Theory]
    [InlineData("2025-12,1,0,1,0,0,0,9,1,1,9,,,,,,x", "line 2, column \"customers\": found \"9\"; each gave one at least, and there are none without answers")]
    [InlineData("2025-12,1,0,1,0,0,0,2,2,0,x,,,,,,x", "line 2, column \"sum_mm\": found \"x\"; a count is a whole number, 0 or more")]
    [InlineData("2025-12,1,0,1,0,0,0,2,2,0,2,,,,,,x\n2025-12,1,0,1,0,0,0,2,2,0,2,,,,,,x", "line 3: 2025-12 stands in line 2 too; a period is closed once")]
    [InlineData("2025-12,1,0,-1,0,0,0,2,2,0,2,,,,,,x", "line 2, column \"promoters\": found \"-1\"; a count is a whole number, 0 or more")]
    [InlineData("2025-11,1,0,1,0,0,0,2,2,0,2,,,,,,x\n2025-12,1,0,1,0,0,0,2,2,0,2,3,0,0,0,3,x", "line 3, column \"also_before\": found \"3\"; those in both periods are at most the fewer of the two")]
    public void A_closed_file_that_cannot_be_is_one_line(string rows, string message)
    {
        string file = _folder.File(
            "closed.csv", "period,detractors,passives,promoters,missing,invalid,superseded,customers,sum_ss,sum_sm,sum_mm,also_before,sum_s0_s1,sum_s0_m1,sum_m0_s1,sum_m0_m1,definition\n" + rows + "\n");

        Assert.Equal(new ToolRun(1, "", $"caremetrics: {file}: {message}\n"), ToolRun.Of("nps", "--closed", file));
    }

    [Fact]
    public void A_group_without_its_total_is_an_error()
    {
        string closed = Tally([_folder.File("a.csv", "score,date,channel\n9,2025-12-01,x\n3,2025-12-02,y\n"), "--by", "channel"]);
        string[] lines = File.ReadAllLines(closed);

        string cut = _folder.File("cut.csv", string.Join('\n', lines[..^1]) + "\n");

        Assert.Equal($"caremetrics: {cut}: 2025-12 has groups and no total; every closed period needs a row without a group\n", ToolRun.Of("nps", "--closed", cut).Error);
    }

    [Fact]
    public void What_cannot_go_together_is_a_usage_error()
    {
        string file = _folder.File("a.csv", "score,date,w\n9,2025-12-01,1\n");
        string closed = Tally([file]);
        string counts = _folder.File("counts.csv", "period,detractors,passives,promoters\n2025-12,1,2,3\n");

        Assert.Contains("--weight and --closed do not go together", ToolRun.Of("nps", file, "--closed", closed, "--weight", "w").Error);
        Assert.Contains("--tallied and --closed do not go together", ToolRun.Of("nps", counts, "--tallied", "--closed", closed).Error);
        Assert.Contains("--closed needs the name of a file", ToolRun.Of("nps", file, "--closed", "-").Error);
        Assert.Contains("are the same file", ToolRun.Of("nps", closed, "--closed", _folder.Path + "/./closed.csv").Error);
        Assert.Contains("holds no closed periods; needed is a file that caremetrics tally wrote, and the columns are \"period\"", ToolRun.Of("nps", file, "--closed", counts).Error);
        Assert.Contains("it is also a file to read", ToolRun.Of("nps", file, "--closed", closed, "--output", closed).Error);
        Assert.Contains("--where cannot look into closed periods", ToolRun.Of("nps", "--closed", closed, "--where", "a=b").Error);
        Assert.Contains("--by names \"missing\"", ToolRun.Of("tally", file, "--by", "missing").Error);
        Assert.Contains("--through is 2025; it takes a month such as 2025-12", ToolRun.Of("tally", file, "--through", "2025").Error);
        Assert.Contains("no date column found, which --closed needs", ToolRun.Of("nps", _folder.File("b.csv", "score\n9\n"), "--closed", closed).Error);
    }

    [Fact]
    public void Two_closed_files_are_compared_by_period_group_and_definition()
    {
        string old = Tally([_folder.File("a.csv", "score,date,channel\n9,2025-11-01,x\n9,2025-12-01,x\n3,2025-12-02,y\n8,2025-12-02,y\n"), "--by", "channel"], "old.csv");
        string @new = Tally([_folder.File("b.csv", "score,date,channel\n9,2025-12-01,x\n3,2025-12-02,y\n8,2025-12-02,y\n10,2025-12-03,y\n,2025-12-03,y\n9,2026-01-01,x\n"), "--by", "channel", "--scale", "1-10"], "new.csv");

        ToolRun run = ToolRun.Of("diff", old, @new, "--format", "markdown");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Equal(
            $"**1 of 1 period changed, by 1 answer**; the definition moved in 1: {old} against {@new}\n\n## Changed\n\n"
            + "| group | period | NPS | answers | detractors | passives | promoters | missing |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
            + "| y | 2025-12 | −50 → 0 | 2 → 3 | 0 | 0 | +1 | +1 |\n| **total** | **2025-12** | **0 → 25** | **3 → 4** | **0** | **0** | **+1** | **+1** |\n\n"
            + $"## Only in one file\n\nOnly in {old}: 2025-11 x, 2025-11\n\nOnly in {@new}: 2026-01 x, 2026-01\n\n"
            + "## Definition\n\n2025-12: NPS of answers on the 0–10 scale (detractors 0–6, promoters 9–10) in column \"score\", against "
            + "NPS of answers on the 1–10 scale (detractors 1–6, promoters 9–10) in column \"score\"\n",
            run.Output);
        JsonElement[] rows = Rows.Of(ToolRun.Of("diff", old, @new, "--format", "json"));
        Assert.Equal(["only-old", "only-old", "same", "changed", "changed", "only-new", "only-new"], rows.Select(row => row.Text("status")));
        Assert.Equal(25, rows[4].Number("change"));
        Assert.Equal(8, ToolRun.Of("diff", old, @new, "--format", "csv").Output.Split('\n').Length - 1);
    }

    [Fact]
    public void A_file_against_itself_has_no_difference_and_two_files_are_needed()
    {
        string closed = Tally([_folder.File("a.csv", "score,date\n9,2025-11-01\n9,2025-12-01\n")], "one.csv");
        string again = Tally([_folder.File("a.csv")], "two.csv");

        Assert.Equal($"No number changed in 2 periods: {closed} against {again}\n", ToolRun.Of("diff", closed, again).Output.ReplaceLineEndings(" ").TrimEnd() + "\n");
        Assert.Contains("diff takes two files, OLD and NEW, and one is given", ToolRun.Of("diff", closed).Error);
        Assert.Contains("holds no closed periods", ToolRun.Of("diff", closed, _folder.File("a.csv")).Error);
    }

    [Theory]
    [InlineData("2025-12: only rows where channel = x, against all rows\n", "--where channel=x", "")]
    [InlineData("2025-12: all rows, against only rows where channel = x\n", "", "--where channel=x")]
    [InlineData("2025-12: every answer, against latest answer per customer and month, of equal times the later row\n", "", "--latest")]
    [InlineData("2025-12: missing are blanks and \"NA\"; all rows, against only rows where channel = x; missing are blanks alone\n", "--missing NA", "--where channel=x")]
    public void What_only_one_definition_tells_stands_against_what_holds_without_it(string said, string old, string @new)
    {
        string file = _folder.File("told.csv", "score,date,channel,customer\n9,2025-12-01,x,C1\n3,2025-12-02,y,C2\n8,2025-12-02,y,C2\n");

        string page = ToolRun.Of("diff", Tally([file, .. Options(old)], "old.csv"), Tally([file, .. Options(@new)], "new.csv"), "--format", "markdown").Output;

        Assert.EndsWith("## Definition\n\n" + said, page);

        static string[] Options(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private string Tally(string[] arguments, string name = "closed.csv")
    {
        string closed = _folder.File(name);
        ToolRun run = ToolRun.Of(["tally", .. arguments, "-o", closed]);
        Assert.True(run.ExitCode == 0, run.Error);
        return closed;
    }

    private static string Repository(string path) => CareMetrics.Tests.Repository.PathOf(path);

    private static string Section(string report, string title)
    {
        string from = report[report.IndexOf(title, StringComparison.Ordinal)..];
        int end = from.IndexOf("\n## ", StringComparison.Ordinal);
        return end < 0 ? from : from[..end];
    }

    /// <summary>All but the words.</summary>
    private static string[] Numbers(IEnumerable<JsonElement> rows) =>
        [.. rows.Select(row => string.Join('|', row.EnumerateObject().Where(property => property.Name is not ("definition" or "excluded")).Select(property => property.Value.GetRawText())))];

    private string Answers(int seed)
    {
        var random = new Random(seed);
        var table = new StringBuilder("date,customer,channel,kind,score\n");
        for (int i = 0; i < 300; i++)
        {
            string score = random.Next(12) == 0 ? "" : random.Next(11).ToString(CultureInfo.InvariantCulture);
            string date = random.Next(20) == 0 ? "" : new DateTime(2025, 9, 1).AddDays(random.Next(200)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            table.Append(CultureInfo.InvariantCulture, $"{date},{(random.Next(8) == 0 ? "" : "c" + random.Next(40))},ch{random.Next(3)},{(random.Next(9) == 0 ? "" : "k" + random.Next(2))},{score}\n");
        }

        return _folder.File("answers.csv", table.ToString());
    }
}
