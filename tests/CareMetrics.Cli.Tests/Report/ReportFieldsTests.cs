using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using CareMetrics.Tests;

namespace CareMetrics.Cli.Tests;

/// <summary>The rows of the report carry what the page shows, in the columns that the documentation lists.</summary>
public class ReportFieldsTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/fields.md"));
    private static readonly string[] Whole = ["report", SampleFile.Answers, "--roi", Repository.PathOf("docs/samples/business-case.csv"), "--value-per-save", "450", "--investment", "4000"];

    [Fact]
    public void Json_and_csv_have_the_columns_of_the_page_in_their_order()
    {
        JsonElement[] rows = Rows.Of(ToolRun.Of([.. Whole, "--format", "json"]));
        string csv = ToolRun.Of([.. Whole, "--format", "csv"]).Output;

        string table = Page[Page.IndexOf("## Columns", StringComparison.Ordinal)..Page.IndexOf("## Parts", StringComparison.Ordinal)];
        string[] documented = [.. Regex.Matches(table, @"^\| (`[^|]+`) \|", RegexOptions.Multiline).SelectMany(match => match.Groups[1].Value.Split(", ")).Select(name => name.Trim('`'))];
        Assert.Equal(ReportRow.Columns, documented);
        Assert.Equal(string.Join(',', ReportRow.Columns), csv.Split('\n')[0]);
        Assert.All(rows, row => Assert.Equal(ReportRow.Columns, row.EnumerateObject().Select(property => property.Name)));
    }

    [Fact]
    public void Every_part_and_measure_is_on_the_page_and_every_part_of_the_page_is_there()
    {
        JsonElement[] rows = Rows.Of(ToolRun.Of([.. Whole, "--format", "json"]));
        string table = Page[Page.IndexOf("## Parts", StringComparison.Ordinal)..];
        Dictionary<string, string> parts = Regex.Matches(table, @"^\| (`[^|]+`) \| (.+) \|$", RegexOptions.Multiline)
            .SelectMany(match => match.Groups[1].Value.Split(", ").Select(part => (Part: part.Trim('`'), Measures: match.Groups[2].Value)))
            .ToDictionary(part => part.Part, part => part.Measures);

        // Where ranges are named.
        Assert.True(parts.Remove("comparison"));
        Assert.Equal(parts.Keys.Order(StringComparer.Ordinal), rows.Select(row => row.Text("part")!).Distinct().Order(StringComparer.Ordinal));
        foreach (JsonElement row in rows.Where(row => row.Text("part") is not ("ranters" or "retention" or "roi" or "by-group" or "by-period")))
        {
            Assert.Contains($"`{row.Text("measure")}`", parts[row.Text("part")!]);
        }
    }

    [Fact]
    public void What_the_page_of_the_report_shows_stands_in_the_rows()
    {
        string page = ToolRun.Of([.. Whole, "--format", "markdown"]).Output;
        JsonElement[] rows = Rows.Of(ToolRun.Of([.. Whole, "--format", "json"]));

        // Each group and period: the score, its limits and the answers.
        foreach (JsonElement row in rows.Where(row => row.Text("part") is "by-group" or "by-period" && row.Text("measure") == "nps"))
        {
            string name = row.Text("group") ?? row.Text("period")!;
            Assert.Matches(
                $@"\| {name} \| {Show.Points(row.Number("value"))} \| {Show.Interval(row.Number("lower"), row.Number("upper"))} \|.*\| {Show.Count((long)row.Number("count")!)} \|", page);
        }

        JsonElement change = rows.Single(row => row.Text("measure") == "nps-change" && row.Text("group") is null);
        Assert.Contains($"up {Show.Points(change.Number("value"))} (95% CI {Show.Interval(change.Number("lower"), change.Number("upper"))}), {Show.PValue(change.Number("pValue"))}: may be chance", page);
        Assert.Equal("no-clear-difference", change.Text("verdict"));
        Assert.Contains($"a true change of {Show.Points(rows.Single(row => row.Text("measure") == "detectable-change").Number("value"))} would", page);
        foreach (JsonElement others in rows.Where(row => row.Text("measure") == "nps-against-others"))
        {
            string said = others.Text("verdict") == "no-clear-difference" ? "no clear difference" : $"{others.Text("verdict")}, {Show.PValue(others.Number("pValue"))}";
            Assert.Matches($@"\| {others.Text("group")} \|.*\| {said} \|", page);
        }

        foreach (JsonElement group in rows.Where(row => row.Text("measure") == "nps-change" && row.Text("group") is not null))
        {
            Assert.Equal("no-clear-difference", group.Text("verdict"));
            Assert.Matches($@"\| {group.Text("group")} \|.*\| no clear change \|", page);
        }

        foreach (JsonElement score in rows.Where(row => row.Text("part") == "scores"))
        {
            Assert.Matches($@"\| {score.Text("item")} \| \w* \| {Show.Count((long)score.Number("value")!)} \|", page);
        }

        Assert.Contains($"ROI {100 * rows.Single(row => row.Text("part") == "roi" && row.Text("measure") == "roi").Number("value"):0.0}%", page);
        Assert.Contains(rows.Single(row => row.Text("part") == "headline").Text("text")!, page.Replace("**", "", StringComparison.Ordinal));
        Assert.All(rows.Where(row => row.Text("measure") == "caution"), row => Assert.Contains(row.Text("text")!, page));
        Assert.Equal(2, rows.Count(row => row.Text("measure") == "caution"));
    }

    [Theory]
    [InlineData("no-clear-difference", "--period", "2026-Q1")]
    [InlineData("higher", "--period", "2026-Q1", "--baseline", "last-year")]
    [InlineData("lower", "--period", "2026-03", "--baseline", "2026-02", "--level", "0.5")]
    [InlineData("provisional", "--period", "2026-Q1", "--as-of", "2026-04-05", "--answer-window", "14")]
    [InlineData("provisional", "--as-of", "2026-04-05", "--answer-window", "14")]
    [InlineData("not-comparable", "--period", "2025-Q1")]
    public void A_verdict_is_one_of_the_words_of_the_page_in_every_format(string word, params string[] options)
    {
        string[] words = [.. Regex.Matches(Regex.Match(Page, @"^\| `verdict` \| (.+) \|$", RegexOptions.Multiline).Groups[1].Value, "`([^`]+)`").Select(match => match.Groups[1].Value)];
        JsonElement[] rows = [.. Rows.Of(ToolRun.Of([.. Whole, .. options, "--format", "json"])).Where(row => row.Text("verdict") is not null)];
        int column = ReportRow.Columns.ToList().IndexOf("verdict");
        string csv = ToolRun.Of([.. Whole, .. options, "--format", "csv"]).Output;

        Assert.Contains(word, words);
        Assert.All(rows, row => Assert.Contains(row.Text("verdict"), words));
        Assert.All(rows.Where(row => row.Text("part") == "comparison"), row => Assert.Equal(word, row.Text("verdict")));
        Assert.All(rows.Where(row => row.Text("measure") == "nps-change" && row.Text("group") is null), row => Assert.Equal(word, row.Text("verdict")));
        Assert.NotEmpty(rows);
        string[] verdicts = [.. csv.Split('\n').Skip(1).Where(line => Regex.IsMatch(line, "^[a-z-]+,")).Select(line => Regex.Matches(line, @"(?:^|,)(""(?:[^""]|"""")*""|[^,]*)").ElementAtOrDefault(column)?.Groups[1].Value ?? "")];
        Assert.All(verdicts, found => Assert.Contains(found, words.Append("")));
        Assert.Contains(word, verdicts);
    }

    [Fact]
    public void The_parts_of_the_change_add_up()
    {
        JsonElement[] rows = [.. Rows.Of(ToolRun.Of([.. Whole, "--format", "json"])).Where(row => row.Text("part") == "change")];
        double Sum(string measure, bool ofGroups) => rows.Where(row => row.Text("measure") == measure && row.Text("group") is not null == ofGroups).Sum(row => row.Number("value")!.Value);

        Assert.Equal(Sum("nps-change", false), Sum("nps-change-scoring", false) + Sum("nps-change-mix", false), 9);
        Assert.Equal(Sum("nps-change-scoring", false), Sum("nps-change-scoring", true), 9);
        Assert.Equal(Sum("nps-change-mix", false), Sum("nps-change-mix", true), 9);
        Assert.Equal(2, Sum("share", true), 9);
    }

    [Fact]
    public void The_hash_is_that_of_each_file_as_it_was_read()
    {
        using var folder = new Folder();
        string one = folder.File("a.csv", "score\n9\n3\n");
        string two = folder.File("b.csv", "score\r\n10\r\n");
        string config = folder.File("care.json", "{ \"scale\": \"0-10\" }");

        JsonElement[] rows = [.. Rows.Of(ToolRun.Of("report", one, two, "--config", config, "--format", "json")).Where(row => row.Text("measure") == "sha-256")];

        Assert.Equal([one, two, config], rows.Select(row => row.Text("item")));
        Assert.All(rows, row => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(row.Text("item")!))), row.Text("text")));
        Assert.Matches($@"\nSHA-256\s{rows[0].Text("text")}\s\s+{Regex.Escape(one)}\n", ToolRun.Of("report", one, two).Output);
        Assert.EndsWith($"\n\n```sh\ncaremetrics report {one} --format markdown\n```\n", ToolRun.Of("report", one, "--format", "markdown").Output);
    }

    [Fact]
    public void The_line_alone_is_the_headline()
    {
        ToolRun run = ToolRun.Of("report", SampleFile.Answers, "--line");

        Assert.Equal(
            new ToolRun(
                0,
                "NPS 26 (95% CI 20 to 32), 2026-Q1, 970 answers; up 7 (−1 to 15) on 2025-Q4, may be chance; same channels scoring higher +4, more chat +3\n",
                ""),
            run);
        using var folder = new Folder();
        Assert.Matches(@"^NPS 0 \(95% CI .*\), 2 answers\n$", ToolRun.Of("report", folder.File("a.csv", "score\n9\n3\n"), "--line").Output);
        Assert.Contains("; same groups scoring ", ToolRun.Of("report", SampleFile.Answers, "--line", "--by", "resolved").Output);
        Assert.Contains("--line is one line of text", ToolRun.Of("report", SampleFile.Answers, "--line", "--format", "json").Error);
    }

    [Theory]
    [InlineData("x,2026-01,0,0,90,0\nx,2026-02,45,0,45,0\n", "NPS 0 (95% CI −20 to 20), 2026-02, 90 answers; down 100 (")]
    [InlineData("x,2026-01,10,10,20,0\nx,2026-02,10,10,20,0\n", "; unchanged (")]
    [InlineData("x,2026-01,50,0,50,0\ny,2026-01,0,0,100,0\nx,2026-02,100,0,100,0\ny,2026-02,0,0,100,0\n", "; same groups scoring alike 0, less y −17\n")]
    [InlineData("x,2026-01,100,0,50,0\ny,2026-01,0,0,100,0\nx,2026-02,100,0,50,0\ny,2026-02,0,20,80,0\n", "; same groups scoring lower −8, another mix 0\n")]
    public void The_line_says_which_way_and_why(string rows, string said)
    {
        using var folder = new Folder();
        string file = folder.File("c.csv", "group,period,detractors,passives,promoters,missing\n" + rows);

        Assert.Contains(said, ToolRun.Of("report", "--tallied", file, "--line").Output);
    }
}
