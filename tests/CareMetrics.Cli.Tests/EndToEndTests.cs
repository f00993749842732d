using System.Text;
using System.Text.Json;

namespace CareMetrics.Cli.Tests;

/// <summary>From the bytes of a file to the exit code, as a user has it.</summary>
public class EndToEndTests
{
    public static TheoryData<string, string> BadFiles => new()
    {
        { "", "the file is empty; needed is a header line, then a row for each answer" },
        { "score,channel\n", "a header and no rows; needed is a row for each answer" },
        { "a,b\n1,2\n", "no score column found; name it with --score COLUMN; the columns are \"a\", \"b\"" },
        { "score,nps\n1,2\n", "\"score\" and \"nps\" could both be the score; choose one with --score COLUMN" },
        { "score,score\n1,2\n", "2 columns are named \"score\"; a column that is used needs a name of its own" },
        { "score\n9\n11\n", "line 3, column \"score\": found \"11\"; allowed are whole numbers from 0 to 10" },
        { "score\n9\n-1\n", "line 3, column \"score\": found \"-1\"; allowed are whole numbers from 0 to 10" },
        { "score\n9\n7.5\n", "line 3, column \"score\": found \"7.5\"; allowed are whole numbers from 0 to 10" },
        { "score\n9\nabc\n", "line 3, column \"score\": found \"abc\"; allowed are whole numbers from 0 to 10" },
        { "score\n9\n1e1\n", "line 3, column \"score\": found \"1e1\"; allowed are whole numbers from 0 to 10" },
        { "score\n9\nNaN\n", "line 3, column \"score\": found \"NaN\"; allowed are whole numbers from 0 to 10" },
        { "score,channel\n9,phone\n8\n", "line 3: 1 field found; the header has 2" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Bad_data_is_one_line_that_names_the_place_and_exit_code_1(string content, string message)
    {
        using var folder = new Folder();
        string file = folder.File("a.csv", content);

        foreach (string command in new[] { "nps", "report" })
        {
            ToolRun run = ToolRun.Of(command, file, "--output", folder.File("out.txt"));

            Assert.Equal(new ToolRun(1, "", $"caremetrics: {file}: {message}\n"), run);
            Assert.Equal(["a.csv"], folder.Names);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_or_is_a_folder_is_bad_data()
    {
        using var folder = new Folder();

        Assert.Equal(new ToolRun(1, "", $"caremetrics: {folder.File("no.csv")}: no such file\n"), ToolRun.Of("nps", folder.File("no.csv")));
        Assert.Equal(new ToolRun(1, "", $"caremetrics: {folder.Path}: is a folder; name the files in it\n"), ToolRun.Of("nps", folder.Path));
    }

    [Fact]
    public void Bad_bytes_count_only_in_a_column_that_is_used()
    {
        using var folder = new Folder();
        string file = folder.File("a.csv");
        File.WriteAllBytes(file, [.. "score,channel\n9,caf"u8, 0xE9, .. "\n"u8]);

        Assert.Equal(0, ToolRun.Of("nps", file).ExitCode);
        ToolRun run = ToolRun.Of("nps", file, "--by", "channel");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("line 2, column \"channel\": found \"caf�\", which is not valid UTF-8", run.Error);
        Assert.Contains("\ncafé ", ToolRun.Of("nps", file, "--by", "channel", "--encoding", "windows-1252").Output);
    }

    [Fact]
    public void Windows_and_excel_files_read_as_they_are()
    {
        using var folder = new Folder();
        string file = folder.File("a.csv");
        File.WriteAllText(file, "\uFEFFscore;note\r\n9;\"two\r\nlines; one field\"\r\n7.0;x\r\n;y\r\n", new UTF8Encoding(false));

        JsonElement row = JsonDocument.Parse(ToolRun.Of("nps", file, "--format", "json").Output).RootElement[0];

        Assert.Equal(2, row.GetProperty("answered").GetInt64());
        Assert.Equal(1, row.GetProperty("promoters").GetInt64());
        Assert.Equal(1, row.GetProperty("missing").GetInt64());
    }

    [Fact]
    public void Rows_without_a_date_are_shown_with_where_they_went()
    {
        using var folder = new Folder();
        string file = folder.File("a.csv", "score,date\n9,2026-01-05\n3,2026-02-01\n8,\n");

        ToolRun text = ToolRun.Of("nps", file, "--every", "month");
        JsonElement rows = JsonDocument.Parse(ToolRun.Of("nps", file, "--every", "month", "--format", "json").Output).RootElement;

        Assert.Matches(@"\nno date +– +– +– ", text.Output);
        Assert.Contains("3 rows read = 2 answered + 0 missing + 0 invalid + 0 superseded + 1 excluded (no date: 1)\n", text.Output);
        Assert.DoesNotContain("no score", text.Output);
        Assert.Equal(["2026-01", "2026-02", "(no date)"], rows.EnumerateArray().Select(row => row.Text("period")));
        Assert.Contains("\nnps,,(no date),", ToolRun.Of("nps", file, "--every", "month", "--format", "csv").Output);
        Assert.All(Rows.Of(ToolRun.Of("csat", folder.File("b.csv", "rating,date\n5,\n"), "--every", "month", "--format", "json")), row => Assert.Equal("(no date)", row.Text("period")));
        Assert.DoesNotContain("(no date)", ToolRun.Of("report", file, "--format", "json").Output);
        Assert.Equal(3, rows.EnumerateArray().Sum(row => row.GetProperty("answered").GetInt64() + row.GetProperty("excluded").GetInt64()));
    }

    [Theory]
    [InlineData("nps")]
    [InlineData("report")]
    public void A_mistyped_year_is_named_and_no_thousands_of_empty_periods_shown(string command)
    {
        using var folder = new Folder();
        string file = folder.File("a.csv", "score,date\n9,2026-01-05\n3,1026-01-05\n8,2026-01-01\n");

        // From the week of Monday 1026-01-02 to that of 2026-01-05 are 365,246 days, so 52,179 weeks with both (Python's datetime); three have a row.
        Assert.Equal(
            new ToolRun(1, "", $"caremetrics: {file}: dates run from 1026-01-05 (line 3) to 2026-01-05 (line 2): 52,176 empty weeks between; is a year mistyped?\n"),
            ToolRun.Of(command, file, "--every", "week"));
    }

    [Fact]
    public void A_mistyped_year_in_another_file_or_in_counts_is_named_too()
    {
        using var folder = new Folder();
        (string one, string two) = (folder.File("a.csv", "score,date\n9,2026-01-05\n"), folder.File("b.csv", "score,date\n9,1826-01-05\n"));
        string counts = folder.File("c.csv", "period,detractors,passives,promoters\n2026-03,1,2,3\n0226-03,1,2,3\n");

        Assert.Equal(
            $"caremetrics: dates run from 1826-01-05 ({two}, line 2) to 2026-01-05 ({one}, line 2): 2,399 empty months between; is a year mistyped?\n",
            ToolRun.Of("nps", one, two, "--every", "month").Error);
        Assert.Equal(
            $"caremetrics: {counts}: dates run from 0226-03 (line 3) to 2026-03 (line 2): 21,599 empty months between; is a year mistyped?\n",
            ToolRun.Of("nps", "--tallied", counts).Error);
    }

    [Theory]
    [InlineData("1926-01-05", "month", 1201)]
    [InlineData("1026-01-05", "year", 1001)]
    public void Gaps_are_shown_where_they_are_no_mistake(string first, string every, int rows)
    {
        using var folder = new Folder();
        IEnumerable<string> months = Enumerable.Range(0, 1200).Select(i => $"9,{1926 + i / 12}-{1 + i % 12:00}-01\n").Where((_, i) => every == "month" && i % 10 == 5);
        string file = folder.File("a.csv", $"score,date\n9,{first}\n{string.Concat(months)}9,2026-01-05\n");

        Assert.Equal(rows, Rows.Of(ToolRun.Of("nps", file, "--every", every, "--format", "json")).Length);
    }

    [Fact]
    public void The_rows_of_every_format_have_the_same_groups_and_numbers()
    {
        using var folder = new Folder();
        var content = new StringBuilder("score,channel,customer_id,date\n");
        for (int i = 0; i < 400; i++)
        {
            content.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i * 7 % 11},{(i % 3 == 0 ? "phone" : "chat")},C{i % 90},2026-0{1 + i % 4}-15\n");
        }

        string file = folder.File("a.csv", content.ToString());
        string[] arguments = ["nps", file, "--by", "channel", "--every", "quarter", "--format"];
        JsonElement[] rows = [.. JsonDocument.Parse(ToolRun.Of([.. arguments, "json"]).Output).RootElement.EnumerateArray()];
        string[] csv = ToolRun.Of([.. arguments, "csv"]).Output.Split('\n')[1..^1];
        string[] markdown = [.. ToolRun.Of([.. arguments, "markdown"]).Output.Split('\n').Where(line => line.StartsWith('|')).Skip(2)];
        string[] text = ToolRun.Of([.. arguments, "text"]).Output.Split('\n')[1..(rows.Length + 1)];

        Assert.Equal(6, rows.Length);
        Assert.Equal(rows.Length, csv.Length);
        Assert.Equal(rows.Length, markdown.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            string group = rows[i].GetProperty("group").GetString() ?? "total";
            string period = rows[i].GetProperty("period").GetString()!;
            string points = Show.Points(rows[i].GetProperty("value").GetDouble());
            Assert.StartsWith($"nps,{(group == "total" ? "" : group)},{period},{rows[i].GetProperty("value").GetRawText()},{rows[i].GetProperty("lower").GetRawText()},", csv[i]);
            Assert.StartsWith($"| {group} | {period} | {points} | ", markdown[i].Replace("*", "", StringComparison.Ordinal));
            Assert.Matches($@"^{group} +{period} +{points} ", text[i]);
        }
    }

    [Fact]
    public void A_report_of_counts_shows_the_groups_and_periods_that_the_file_has()
    {
        using var folder = new Folder();
        string file = folder.File(
            "counts.csv", "group,period,detractors,passives,promoters\nphone,2026-Q1,40,40,60\nchat,2026-Q1,20,30,70\nphone,2026-Q2,30,30,60\nchat,2026-Q2,20,20,80\n");

        string report = ToolRun.Of("report", "--tallied", file).Output;

        Assert.StartsWith("NPS 38 (95% CI 27 to 47), 2026-Q2, 240 answers; up 11 (", report);
        Assert.Contains("\nAll answers: NPS 32 (95% CI 25 to 39), 500 answers\n", report);
        Assert.Contains("── By group ──", report);
        Assert.Contains("── By quarter ──", report);
        Assert.Contains("\n2026-Q2 ", report);
        Assert.DoesNotContain("── Scores ──", report);
    }

    [Fact]
    public void Several_files_are_one_table_and_a_report_finds_its_columns()
    {
        using var folder = new Folder();
        string january = folder.File("1.csv", "score,channel,date\n10,phone,2026-01-02\n0,chat,2026-01-03\n");
        string february = folder.File("2.csv", "date,score,channel\n2026-02-02,9,chat\n2026-02-03,8,phone\n");

        string report = ToolRun.Of("report", january, february).Output;

        Assert.StartsWith("NPS 50 (95% CI ", report);
        Assert.Contains("\nAll answers: NPS 25 (95% CI ", report);
        Assert.Contains("), 4 answers, 2026-01-02 to 2026-02-03\n", report);
        Assert.Contains("── By channel ──", report);
        Assert.Contains("── By month ──", report);
        Assert.EndsWith($"Made by: caremetrics report {january} {february}\n", report);
    }
}
