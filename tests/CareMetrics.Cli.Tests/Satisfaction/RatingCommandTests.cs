using System.Globalization;
using System.Text.Json;

namespace CareMetrics.Cli.Tests;

public sealed class RatingCommandTests : IDisposable
{
    private const string Ratings = "csat,channel,date,customer_id\n5,chat,2026-01-05,a\n4,chat,2026-01-06,a\n3,phone,2026-02-07,b\n1,phone,2026-02-08,c\n,phone,2026-02-09,d\n";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_share_and_a_mean_are_two_rows()
    {
        JsonElement[] rows = Rows.Of(ToolRun.Of("csat", _folder.File("a.csv", Ratings), "--level", "0.9", "--format", "json"));

        Assert.Equal(["csat", "csat-mean"], rows.Select(row => row.Text("measure")));
        Assert.Equal(["fraction", "value"], rows.Select(row => row.Text("unit")));
        Assert.Equal([0.5, 3.25], rows.Select(row => row.Number("value")!.Value));
        Assert.All(rows, row => Assert.Equal((4, 2, 1), (row.Number("answered"), row.Number("good"), row.Number("missing"))));
        Assert.Equal(3, rows[0].Number("customers"));

        // Wilson of 2 in 4: ½ ± z/(2√(4 + z²)); the mean ± t₃·√(s²/4), s² = (51 − 4·3.25²)/3.
        const double Z = 1.6448536269514722;
        const double T = 2.3533634348018264;
        Assert.Equal(0.5 - Z / (2 * Math.Sqrt(4 + Z * Z)), rows[0].Number("lower")!.Value, 11);
        Assert.Equal(3.25 + T * Math.Sqrt((51 - 4 * 3.25 * 3.25) / 3 / 4), rows[1].Number("upper")!.Value, 9);
    }

    [Fact]
    public void Csv_has_the_columns_of_json_in_their_order()
    {
        string file = _folder.File("a.csv", Ratings);
        string names = string.Join(',', Rows.Of(ToolRun.Of("csat", file, "--format", "json"))[0].EnumerateObject().Select(property => property.Name));

        Assert.StartsWith(names + "\ncsat,,,0.5,", ToolRun.Of("csat", file, "--format", "csv").Output);
    }

    [Fact]
    public void Groups_and_periods_have_their_rows_as_scores_have()
    {
        string file = _folder.File("a.csv", Ratings);
        JsonElement[] rows = Rows.Of(ToolRun.Of("csat", file, "--by", "channel", "--every", "month", "--format", "json"));

        Assert.Equal(1, rows.Row("csat", "chat", "2026-01").Number("value"));
        Assert.Equal(4.5, rows.Row("csat-mean", null, "2026-01").Number("value"));
        Assert.Equal(0, rows.Row("csat", "phone", "2026-02").Number("value"));
        string text = ToolRun.Of("csat", file, "--by", "channel", "--every", "month").Output;
        Assert.Matches(@"^channel +month +CSAT +95% CI +mean +95% CI +good +answers +customers", text);
        Assert.Matches(@"\nchat +2026-01 +100% +34% to 100% +4\.50 +−1\.85 to 10\.85 +2 +2 +1 ", text);
        Assert.Contains("5 rows read = 4 answered + 1 missing + 0 invalid + 0 superseded + 0 excluded\n", text);
        Assert.Contains("Definition: CSAT of ratings on the 1–5 scale (good 4–5) in column \"csat\"; customers by", text);
    }

    [Fact]
    public void Effort_says_which_end_is_good()
    {
        string file = _folder.File("a.csv", "effort\n1\n2\n2\n3\n5\n");

        JsonElement low = Rows.Of(ToolRun.Of("ces", file, "--scale", "1-5:2:lower", "--format", "json")).Row("ces");
        JsonElement high = Rows.Of(ToolRun.Of("ces", file, "--scale", "1-5:4", "--format", "json")).Row("ces");

        Assert.Equal(0.6, low.Number("value")!.Value, 12);
        Assert.Equal("CES of ratings on the 1–5 scale (good 1–2) in column \"effort\"", low.Text("definition"));
        Assert.Equal(0.2, high.Number("value")!.Value, 12);
    }

    [Fact]
    public void The_latest_rating_of_each_customer_and_markdown_work_alike()
    {
        string file = _folder.File("a.csv", Ratings);

        Assert.Equal(1 / 3.0, Rows.Of(ToolRun.Of("csat", file, "--latest", "--format", "json"))[0].Number("value")!.Value, 12);
        Assert.StartsWith("| CSAT | 95% CI | mean | 95% CI | good | answers | customers | design effect |", ToolRun.Of("csat", file, "--format", "markdown").Output);
    }

    [Fact]
    public void Counts_by_rating_give_the_same_as_rows()
    {
        string file = _folder.File("c.csv", "score,n\n5,30\n4,40\n3,20\n1,10\n,7\n");
        JsonElement[] rows = Rows.Of(ToolRun.Of("csat", "--tallied", file, "--format", "json"));

        Assert.Equal(0.7, rows[0].Number("value")!.Value, 12);
        Assert.Equal(3.8, rows[1].Number("value")!.Value, 12);
        Assert.Equal(7, rows[0].Number("missing"));
        Assert.Equal(1, ToolRun.Of("csat", "--tallied", _folder.File("d.csv", "detractors,passives,promoters\n1,2,3\n")).ExitCode);
    }

    [Fact]
    public void A_rating_off_the_scale_is_an_error_and_can_be_counted_apart()
    {
        string file = _folder.File("a.csv", "csat\n5\n6\n");

        Assert.Equal($"caremetrics: {file}: line 3, column \"csat\": found \"6\"; allowed are whole numbers from 1 to 5\n", ToolRun.Of("csat", file).Error);
        Assert.Equal(1, Rows.Of(ToolRun.Of("csat", file, "--invalid", "count", "--format", "json"))[0].Number("invalid"));
    }

    [Fact]
    public void Without_ratings_there_is_no_share()
    {
        ToolRun run = ToolRun.Of("csat", _folder.File("a.csv", "csat\n\nNA\n"), "--missing", "NA");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"\n +– +– +– +– +0 +0  few\n", run.Output);
    }

    [Fact]
    public void Many_answers_of_one_customer_are_said_to_make_the_interval_too_narrow()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(n => string.Create(CultureInfo.InvariantCulture, $"{1 + n % 5},c{n % 2}\n")));

        string text = ToolRun.Of("csat", _folder.File("a.csv", "csat,customer\n" + rows)).Output;

        Assert.Contains("the intervals", text);
        Assert.Contains("too narrow. To count each customer once, add", text);
    }

    [Theory]
    [InlineData("csat", "--scale SCALE", "csat_score")]
    [InlineData("ces", "--scale SCALE", "effort")]
    public void The_help_names_the_scale_and_the_usual_columns(string command, params string[] words)
    {
        string help = ToolRun.Of(command, "--help").Output;

        Assert.All(words, word => Assert.Contains(word, help));
        Assert.DoesNotContain("--method", help);
        Assert.Contains($"    caremetrics {command} ratings.csv", help);
    }
}
