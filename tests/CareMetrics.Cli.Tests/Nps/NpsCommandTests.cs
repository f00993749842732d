using System.Text.Json;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli.Tests;

public class NpsCommandTests
{
    [Fact]
    public void Every_reading_option_reaches_the_reader()
    {
        AnswerQuery query = ToolRun.Asked(
            "nps", "a.csv", "-", "--score", "q1", "--customer", "who", "--by", "channel, region", "--date", "on", "--every", "half",
            "--where", "channel=phone", "--where", "note=a=b", "--latest", "--scale", "1-5:3:5", "--invalid", "count", "--missing", "NA,N/A, -99",
            "--date-format", "dd.MM.yyyy", "--zone", "Europe/Berlin", "--delimiter", "tab", "--encoding", "windows-1252", "--tallied");

        Assert.Equal(["a.csv", "-"], query.Files);
        Assert.Equal("q1", query.ScoreColumn);
        Assert.Equal("who", query.CustomerColumn);
        Assert.Equal("on", query.DateColumn);
        Breakdown breakdown = Assert.Single(query.Breakdowns);
        Assert.Equal(["channel", "region"], breakdown.By);
        Assert.Equal(PeriodKind.HalfYear, breakdown.Every);
        Assert.False(breakdown.IsOptional);
        Assert.Equal([new ColumnFilter("channel", "phone"), new ColumnFilter("note", "a=b")], query.Where);
        Assert.True(query.Latest);
        Assert.Equal(new NpsScale(1, 5, 3, 5), query.Scale);
        Assert.Equal(InvalidAnswers.Count, query.Invalid);
        Assert.Equal(["NA", "N/A", "-99"], query.MissingTexts);
        Assert.Equal("dd.MM.yyyy", query.DateFormat);
        Assert.Equal("Europe/Berlin", query.Zone.Id);
        Assert.Equal('\t', query.Delimiter);
        Assert.Equal(1252, query.Encoding!.CodePage);
        Assert.True(query.Tallied);
    }

    [Fact]
    public void Without_options_the_reader_finds_everything_itself()
    {
        AnswerQuery query = ToolRun.Asked("nps", "a.csv");

        Assert.Null(query.ScoreColumn);
        Assert.Null(query.CustomerColumn);
        Assert.Null(query.DateColumn);
        Assert.Null(query.Delimiter);
        Assert.Null(query.Encoding);
        Assert.Null(query.DateFormat);
        Assert.Empty(query.Where);
        Assert.Empty(query.MissingTexts);
        Assert.Equal(NpsScale.ZeroToTen, query.Scale);
        Assert.Equal(InvalidAnswers.Fail, query.Invalid);
        Assert.Same(TimeZoneInfo.Utc, query.Zone);
        Assert.False(query.Latest || query.Tallied);
        Assert.Equal(new Breakdown(), Assert.Single(query.Breakdowns) with { By = new Breakdown().By });
    }

    [Theory]
    [InlineData("week", PeriodKind.Week)]
    [InlineData("month", PeriodKind.Month)]
    [InlineData("quarter", PeriodKind.Quarter)]
    [InlineData("half", PeriodKind.HalfYear)]
    [InlineData("year", PeriodKind.Year)]
    [InlineData("Month", PeriodKind.Month)]
    public void Every_names_a_period(string text, PeriodKind kind) =>
        Assert.Equal(kind, ToolRun.Asked("nps", "a.csv", "--every", text).Breakdowns[0].Every);

    [Theory]
    [InlineData("comma", ',')]
    [InlineData("semicolon", ';')]
    [InlineData("pipe", '|')]
    [InlineData("TAB", '\t')]
    [InlineData("\\t", '\t')]
    [InlineData("\t", '\t')]
    [InlineData(";", ';')]
    [InlineData("^", '^')]
    public void A_delimiter_has_a_name_or_is_one_character(string text, char delimiter) =>
        Assert.Equal(delimiter, ToolRun.Asked("nps", "a.csv", "--delimiter", text).Delimiter);

    [Fact]
    public void A_value_may_start_with_a_minus_sign()
    {
        Assert.Equal(["-99"], ToolRun.Asked("nps", "a.csv", "--missing", "-99").MissingTexts);
        Assert.Equal(["-99"], ToolRun.Asked("nps", "a.csv", "--missing=-99").MissingTexts);
    }

    [Fact]
    public void A_file_named_like_an_option_comes_after_two_dashes() =>
        Assert.Equal(["--score"], ToolRun.Asked("nps", "--", "--score").Files);

    [Fact]
    public void An_at_sign_is_part_of_a_file_name() => Assert.Equal(["@a.csv"], ToolRun.Asked("nps", "@a.csv").Files);

    [Fact]
    public void Utf8_by_name_is_the_readers_own() => Assert.Null(ToolRun.Asked("nps", "a.csv", "--encoding", "UTF-8").Encoding);

    [Fact]
    public void A_windows_zone_name_is_known() =>
        Assert.Equal(TimeSpan.FromHours(1), ToolRun.Asked("nps", "a.csv", "--zone", "W. Europe Standard Time").Zone.BaseUtcOffset);

    [Theory]
    [InlineData("0.9", "wald")]
    [InlineData("0.95", "adjusted-wald")]
    [InlineData("0.99", "score")]
    public void Level_and_method_are_named_in_the_row(string level, string method)
    {
        ToolRun run = ToolRun.On(Made.Summary(Made.Cell(190, 180, 230)), "nps", "a.csv", "--level", level, "--method", method, "--format", "json");

        JsonElement row = JsonDocument.Parse(run.Output).RootElement[0];
        Assert.Equal(method, row.GetProperty("method").GetString());
        Assert.Equal(level, row.GetProperty("level").GetRawText());
    }

    [Fact]
    public void Level_and_method_make_the_interval()
    {
        ToolRun run = ToolRun.On(Made.Summary(Made.Cell(190, 180, 230)), "nps", "a.csv", "--level", "0.9", "--method", "wald", "--format", "json");

        // δ − z·√((p + d − δ²)/n), z the 95% quantile of the normal distribution.
        double delta = 40 / 600.0;
        double lower = 100 * (delta - 1.6448536269514722 * Math.Sqrt((420 / 600.0 - delta * delta) / 600));
        Assert.Equal(lower, JsonDocument.Parse(run.Output).RootElement[0].GetProperty("lower").GetDouble(), 9);
    }

    [Fact]
    public void Where_customers_are_known_the_interval_allows_for_repeat_answers()
    {
        var customers = new NpsCustomerTally(new NpsTally(2, 1, 4), 3, 14, 7, 17);
        ToolRun run = ToolRun.On(Made.Summary(new AnswerCell { Tally = customers.Answers, Customers = customers }), "nps", "a.csv", "--format", "json");

        JsonElement row = JsonDocument.Parse(run.Output).RootElement[0];
        Assert.Equal("score-by-customer", row.GetProperty("method").GetString());
        Assert.Equal(3, row.GetProperty("customers").GetInt64());
        Assert.Equal(3.14662, row.GetProperty("designEffect").GetDouble(), 5);
        Assert.Equal(200 / 7.0, row.GetProperty("value").GetDouble(), 12);
    }

    [Fact]
    public void Columns_of_the_text_are_as_wide_as_the_numbers_need()
    {
        ToolRun run = ToolRun.On(
            Made.Summary(Made.Cell(190, 180, 230, "phone"), Made.Cell(46, 78, 252, "a [b] c"), Made.Cell(236, 258, 482)), "nps", "a.csv", "--by", "channel");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Expected.Equal("nps-by-channel.txt", run.Output);
    }

    [Fact]
    public void Markdown_has_the_same_rows_rounded_as_on_the_screen()
    {
        ToolRun run = ToolRun.On(
            Made.Summary(Made.Cell(190, 180, 230, "phone|line"), Made.Cell(46, 78, 252, "chat"), Made.Cell(236, 258, 482)),
            "nps", "a.csv", "--by", "channel", "--format", "markdown");

        Expected.Equal("nps-by-channel.md", run.Output);
    }

    [Fact]
    public void A_file_of_counts_brings_its_own_groups_and_periods()
    {
        Period quarter = Period.Containing(new DateOnly(2026, 1, 1), PeriodKind.Quarter);
        ToolRun run = ToolRun.On(
            Made.Summary(Made.Cell(10, 10, 20, "phone", quarter), Made.Cell(10, 10, 20, null, quarter)), "nps", "counts.csv", "--tallied");

        Assert.StartsWith("group  quarter  NPS", run.Output);
        Assert.Contains("phone  2026-Q1   25", run.Output);
        Assert.Contains("total  2026-Q1   25", run.Output);
    }

    [Fact]
    public void Where_there_is_no_answer_there_is_no_score()
    {
        AnswerSummary summary = Made.Summary(Made.Cell(0, 0, 0, missing: 3));

        string text = ToolRun.On(summary, "nps", "a.csv").Output;
        JsonElement row = JsonDocument.Parse(ToolRun.On(summary, "nps", "a.csv", "--format", "json").Output).RootElement[0];

        Assert.Contains("There are no answers, so there is no score.", text);
        Assert.Contains("  –       –           –         –          –        0  few\n", text);
        Assert.Equal(JsonValueKind.Null, row.GetProperty("value").ValueKind);
        Assert.Equal(0, row.GetProperty("answered").GetInt64());
        Assert.Equal(3, row.GetProperty("missing").GetInt64());
    }

    [Fact]
    public void For_programs_the_cautions_go_to_standard_error()
    {
        ToolRun run = ToolRun.On(Made.Summary(Made.Cell(1, 1, 3)), "nps", "a.csv", "--format", "csv");

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("Few", run.Output);
        Assert.Equal(
            "caremetrics: warning: Few answers: 5. Below 30 a score moves a lot by chance; read the interval, not the score.\n", run.Error);
    }
}
