using System.Text.Json;

namespace CareMetrics.Cli.Tests;

/// <summary>Weights, the population's mix, the silent and a target, from the bytes of the files.</summary>
public sealed class SpeakingForTests : IDisposable
{
    private const string Weighted = "score,w\n10,1\n9,2\n9,1\n8,.5\n7,1.5\n6,1\n5,3\n10,1\n3,2\n10,.5\n,\n";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Weights_give_a_second_row_beside_the_unweighted_one()
    {
        JsonElement[] rows = Rows.Of(ToolRun.Of("nps", _folder.File("a.csv", Weighted), "--weight", "w", "--format", "json"));

        Assert.Equal(["nps", "nps-weighted"], rows.Select(row => row.Text("measure")));
        Assert.Equal(20, rows[0].Number("value")!.Value, 12);
        Assert.Equal(-3.7037037037037, rows[1].Number("value")!.Value, 11);
        Assert.Equal(10 / 7.67368421052632, rows[1].Number("designEffect")!.Value, 11);
        Assert.Equal("score-weighted", rows[1].Text("method"));
        Assert.Equal(1, rows[1].Number("missing"));
        Assert.Equal("NPS of answers on the 0–10 scale (detractors 0–6, promoters 9–10) in column \"score\"", rows[0].Text("definition"));
        Assert.Equal(rows[0].Text("definition") + "; weighted by \"w\"", rows[1].Text("definition"));
    }

    [Fact]
    public void The_text_shows_both_scores_in_one_line()
    {
        string text = ToolRun.Of("nps", _folder.File("a.csv", Weighted), "--weight", "w").Output;

        Assert.Matches(@"^NPS +95% CI +weighted +95% CI +detractors ", text);
        Assert.Matches(@"\n +20  \S+ to \d+ +−4  \S+ to \d+ ", text);
    }

    [Fact]
    public void Of_superseded_answers_the_weights_do_not_count()
    {
        const string Text = "score,w,id,date,channel\n3,5,a,2026-01-01,x\n10,2,a,2026-01-02,x\n8,2,b,2026-01-01,y\n0,4,b,2026-01-01,x\n9,2,,2026-01-01,y\n";

        JsonElement[] rows = Rows.Of(ToolRun.Of(
            "nps", _folder.File("a.csv", Text), "--weight", "w", "--customer", "id", "--latest", "--by", "channel", "--format", "json"));

        Assert.Equal(0, rows.Row("nps-weighted").Number("value")!.Value, 12);
        Assert.Equal(100 * (2 - 4) / 6.0, rows.Row("nps-weighted", "x").Number("value")!.Value, 12);
        Assert.Equal(100, rows.Row("nps-weighted", "y").Number("value")!.Value, 12);
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("-1", "\"-1\"")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("1e999", "\"1e999\"")]
    [InlineData("1e300", "\"1e300\"")]
    [InlineData("1e-200", "\"1e-200\"")]
    [InlineData("much", "\"much\"")]
    [InlineData("\"1,5\"", "\"1,5\"")]
    public void A_bad_weight_is_an_error_that_names_its_place(string weight, string found)
    {
        string file = _folder.File("a.csv", $"score,w\n9,1\n9,{weight}\n");

        Assert.Equal(
            new ToolRun(1, "", $"caremetrics: {file}: line 3, column \"w\": found {found}; allowed are 0 and numbers from 1e-100 to 1e100, with a point for decimals; every answer needs its weight\n"),
            ToolRun.Of("nps", file, "--weight", "w"));
    }

    [Fact]
    public void Bad_weights_are_counted_by_kind()
    {
        string error = ToolRun.Of("nps", _folder.File("a.csv", "score,w\n9,\n9,-1\n9,x\n9,1\n"), "--weight", "w").Error;

        Assert.Contains("column \"w\": 3 values are not weights: 1 blank (line 2 \"\"), 1 below 0 (line 3 \"-1\"), 1 not a number (line 4 \"x\"); allowed", error);
    }

    [Fact]
    public void Weights_without_any_weight_give_no_weighted_score()
    {
        JsonElement[] rows = Rows.Of(ToolRun.Of("nps", _folder.File("a.csv", "score,w\n9,0\n3,0\n"), "--weight", "w", "--format", "json"));

        Assert.Null(rows[1].Number("value"));
        Assert.Null(rows[1].Number("designEffect"));
        Assert.Equal(0, rows[0].Number("value"));
    }

    [Fact]
    public void Where_customers_repeat_a_caution_says_what_the_weighted_interval_does_not_allow_for()
    {
        string Text(string second) => ToolRun.Of("nps", _folder.File("a.csv", $"score,w,customer_id\n9,1,a\n3,1,{second}\n"), "--weight", "w").Output;

        Assert.Contains("• Customers answered more than once: the interval of the weighted score takes each answer as a", Text("a"));
        Assert.DoesNotContain("more than once", Text("b"));
    }

    [Theory]
    [InlineData("group,population\nchat,3000\nphone,1000\n")]
    [InlineData("channel;size\nphone;0.25\nchat;0.75\n")]
    [InlineData("group,population\nchat,3e3\nphone,1E+3\n")]
    public void The_populations_mix_is_the_groups_scores_in_its_shares(string sizes)
    {
        string file = _folder.File("a.csv", "score,channel\n10,chat\n10,chat\n3,chat\n8,chat\n10,phone\n3,phone\n");
        ToolRun run = ToolRun.Of("nps", file, "--by", "channel", "--population", _folder.File("sizes.csv", sizes), "--format", "json");

        // 3/4 of (2 − 1)/4 and 1/4 of 0.
        JsonElement row = Rows.Of(run).Row("nps-stratified");
        Assert.Equal(18.75, row.Number("value")!.Value, 12);
        Assert.Equal("mover-score-stratified", row.Text("method"));
        Assert.Equal(6, row.Number("answered"));
        Assert.Equal(Rows.Of(run).Row("nps").Text("definition") + $"; in the shares of {_folder.File("sizes.csv")} by \"channel\"", row.Text("definition"));
    }

    [Fact]
    public void Groups_of_several_columns_join_as_the_cells_do()
    {
        string file = _folder.File("a.csv", "score,channel,region\n10,chat,n\n3,chat,s\n8,phone,n\n");
        foreach (string sizes in new[] { "group,population\nchat / n,1\nchat / s,1\nphone / n,2\n", "region,channel,population\nn,chat,1\ns,chat,1\nn,phone,2\n" })
        {
            ToolRun run = ToolRun.Of("nps", file, "--by", "channel,region", "--population", _folder.File("s.csv", sizes), "--format", "json");
            Assert.Equal(0, Rows.Of(run).Row("nps-stratified").Number("value")!.Value, 12);
        }
    }

    [Fact]
    public void A_period_in_which_a_group_is_silent_has_no_score_in_the_mix_and_says_so()
    {
        string file = _folder.File("a.csv", "score,channel,date\n10,chat,2026-01-01\n3,phone,2026-01-01\n10,chat,2026-02-01\n");
        string[] arguments = ["nps", file, "--by", "channel", "--every", "month", "--population", _folder.File("s.csv", "group,population\nchat,1\nphone,3\n")];

        JsonElement[] rows = Rows.Of(ToolRun.Of([.. arguments, "--format", "json"]));
        string text = ToolRun.Of(arguments).Output;

        Assert.Equal(-50, rows.Row("nps-stratified", null, "2026-01").Number("value")!.Value, 12);
        Assert.Null(rows.Row("nps-stratified", null, "2026-02").Number("value"));
        Assert.Contains("2026-02: NPS – in the population's mix, 100 as answered.", text);
        Assert.Contains("• No score in the population's mix where a group has no answers (2026-02: phone): no weighting can", text);
    }

    [Theory]
    [InlineData("group,population\nchat,1\n", "no size of \"phone\", which the answers have; the groups in the file are \"chat\"")]
    [InlineData("group,population\nchat,1\nphone,1\nfax,1\n", "has a size of \"fax\", which has no answers; a group that nobody answered for has no score. The groups of the answers are \"chat\", \"phone\"")]
    [InlineData("group,population\nchat,1\nchat,1\n", "line 3: the group \"chat\" stands in an earlier row too; each group has one size")]
    [InlineData("group,population\nchat,0\n", "line 2, column \"population\": found \"0\"; allowed are numbers above 0 and at most 1e15, of customers or of shares")]
    [InlineData("group,population\nchat,1e308\n", "line 2, column \"population\": found \"1e308\"; allowed are numbers above 0 and at most 1e15, of customers or of shares")]
    [InlineData("group,population\nchat,NaN\n", "line 2, column \"population\": found \"NaN\"; allowed are numbers above 0 and at most 1e15, of customers or of shares")]
    [InlineData("group,population\n,1\n", "line 2, column \"group\": blank; every row of counts needs its group, and totals are made from the groups")]
    [InlineData("group,population\n", "a header and no rows; needed is a row for each group")]
    [InlineData("name,population\nchat,1\n", "no group column found, which --population needs; the columns are \"name\", \"population\"")]
    [InlineData("group,n\nchat,1\n", "no population column found, which --population needs; the columns are \"group\", \"n\"")]
    public void Bad_sizes_are_one_line(string sizes, string message)
    {
        string path = _folder.File("sizes.csv", sizes);

        ToolRun run = ToolRun.Of("nps", _folder.File("a.csv", "score,channel\n10,chat\n3,phone\n"), "--by", "channel", "--population", path);

        Assert.Equal(new ToolRun(1, "", $"caremetrics: {path}: {message}\n"), run);
    }

    [Fact]
    public void The_silent_bound_the_score_of_everyone_invited()
    {
        string file = _folder.File("a.csv", "score\n10\n10\n10\n3\n8\n\n");
        JsonElement[] rows = Rows.Of(ToolRun.Of("nps", file, "--invited", "10", "--target", "30", "--format", "json"));

        Assert.Equal(["nps", "response-rate", "nps-lowest", "nps-highest", "nps-silent", "p-against-target"], rows.Select(row => row.Text("measure")));
        Assert.Equal(0.5, rows[1].Number("value"));
        Assert.Equal("fraction", rows[1].Text("unit"));
        Assert.Equal("wilson", rows[1].Text("method"));
        Assert.Equal(-30, rows[2].Number("value"));
        Assert.Equal(70, rows[3].Number("value"));
        Assert.Equal(20, rows[4].Number("value"));
        Assert.InRange(rows[5].Number("value")!.Value, 0.5, 1);
    }

    [Fact]
    public void The_silent_are_put_in_sentences()
    {
        string file = _folder.File("a.csv", "score\n10\n10\n10\n3\n8\n");

        string text = ToolRun.Of("nps", file, "--invited", "10").Output;
        string all = ToolRun.Of("nps", file, "--invited", "5", "--target", "90").Output;

        Assert.Contains("\n50% of 10 invited answered (95% CI 24% to 76%); 5 were silent.\n", text);
        Assert.Contains("\nWhatever the silent think, the NPS of everyone invited lies between −30 and 70.\n", text);
        Assert.Contains("\nFor everyone's NPS to be 0, the silent would have to score −40.\n", text);
        Assert.DoesNotContain("target", text);
        Assert.Contains("; 0 were silent.\n", all);
        Assert.Contains("\nAgainst the target of 90: NPS 40, p = ", all);
        Assert.Contains("No answers of the silent could bring everyone's NPS to 90.", ToolRun.Of("nps", file, "--invited", "6", "--target", "90").Output);
    }

    [Fact]
    public void Counts_that_bring_periods_add_up_to_everyone()
    {
        string file = _folder.File("c.csv", "period,detractors,passives,promoters\n2026-Q1,10,10,20\n2026-Q2,10,10,40\n");

        Assert.Equal(100 * (40 - 100) / 200.0, Rows.Of(ToolRun.Of("nps", "--tallied", file, "--invited", "200", "--format", "json")).Row("nps-lowest").Number("value"));
    }

    [Fact]
    public void Markdown_has_the_same_sentences()
    {
        string markdown = ToolRun.Of("nps", _folder.File("a.csv", "score\n10\n3\n"), "--invited", "4", "--format", "markdown").Output;

        Assert.Contains("\n\n50% of 4 invited answered (95% CI 15% to 85%); 2 were silent.\n\n", markdown);
    }

    public static TheoryData<string, string[]> BadArguments => new()
    {
        { "--population needs --by, which names the columns of the groups", ["nps", "a.csv", "--population", "s.csv"] },
        { "--population needs the name of a file", ["nps", "a.csv", "--by", "channel", "--population", "-"] },
        { "--invited is many; allowed are whole numbers from 1, without separators", ["nps", "a.csv", "--invited", "many"] },
        { "--invited is 1e308; allowed are whole numbers from 1 to 9223372036854775807, without separators", ["nps", "a.csv", "--invited", "1e308"] },
        { "--invited is 9223372036854775808; allowed are whole numbers from 1 to 9223372036854775807, without separators", ["nps", "a.csv", "--invited", "9223372036854775808"] },
        { "--invited is 1e-3; allowed are whole numbers from 1, without separators", ["nps", "a.csv", "--invited", "1e-3"] },
        { "--invited is 0; allowed are whole numbers from 1, without separators", ["nps", "a.csv", "--invited", "0"] },
        { "--invited is about all answers together; leave out --every", ["nps", "a.csv", "--invited", "5", "--every", "month"] },
        { "--target is about all answers together; leave out --every", ["nps", "a.csv", "--target", "5", "--every", "month"] },
        { "--target is 101; allowed are points from -100 to 100", ["nps", "a.csv", "--target", "101"] },
        { "--weight needs a row for each answer; with --tallied a row holds the counts of many, and its period stands in the column period", ["nps", "a.csv", "--tallied", "--weight", "w"] },
        { "ces needs --scale, which says which end is good: such as 1-7:5 where 7 is easy, or 1-5:2:lower where 1 is little effort", ["ces", "a.csv"] },
        { "csat needs a FILE, or - for standard input; see caremetrics csat --help", ["csat"] },
        { "--scale is \"1-5\"; it takes MIN-MAX:GOOD where higher is better, such as 1-5:4, or MIN-MAX:GOOD:lower, such as 1-5:2:lower", ["csat", "a.csv", "--scale", "1-5"] },
        { "--scale is \"1-5:4:upper\"; it takes MIN-MAX:GOOD where higher is better, such as 1-5:4, or MIN-MAX:GOOD:lower, such as 1-5:2:lower", ["ces", "a.csv", "--scale", "1-5:4:upper"] },
        { "there is no option --weight; see caremetrics csat --help", ["csat", "a.csv", "--weight", "w"] },
    };

    [Theory]
    [MemberData(nameof(BadArguments))]
    public void Bad_arguments_are_one_line_and_exit_code_2(string message, string[] arguments) =>
        Assert.Equal(new ToolRun(2, "", $"caremetrics: {message}\n"), ToolRun.Of(arguments));

    [Fact]
    public void Fewer_invited_than_answered_is_an_argument_that_cannot_be() => Assert.Equal(
        new ToolRun(2, "", "caremetrics: --invited is 1, fewer than the 2 who answered\n"),
        ToolRun.Of("nps", _folder.File("a.csv", "score\n10\n3\n"), "--invited", "1"));
}
