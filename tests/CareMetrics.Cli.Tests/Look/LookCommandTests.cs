using System.Globalization;
using System.Text.Json;
using CareMetrics.Tests;
using Spectre.Console;

namespace CareMetrics.Cli.Tests;

/// <summary>What the first minute with a file shows.</summary>
[Collection(nameof(ConsoleExamplesTests.WorkingDirectory))]
public sealed class LookCommandTests : IDisposable
{
    private const string Odd =
        "NPS Score;Antwort am;Kunde;Channel;betrag\n9;25.02.2026 14:05;K1;Chat;12.5\n11;26.02.2026 09:00;K2;chat;3\nNA;01.03.2026 10:00;K1;phone;5\n"
        + "7.5;02.03.2026 10:00;K3;phone;6\n8;31.02.2026 10:00;K3;phone;x\n8;31.02.2026 10:00;K3;phone;x\n10;;K4;phone;6\n10;32;K5;phone;6\n0;05.03.2026 10:00;K6;phone;6\n"
        + "3;05.03.2026 10:01;K7;phone;6\n4;05.03.2026 10:02;K8;phone;6\n4;05.03.2026 10:03;K8;phone;6\n4;05.03.2026 10:04;K9;phone;6\n";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("look.txt", "text", 100)]
    [InlineData("look-80.txt", "text", 80)]
    [InlineData("look.md", "markdown", 100)]
    [InlineData("look.csv", "csv", 100)]
    public void The_sample_is_as_checked_by_hand(string expected, string format, int width)
    {
        string before = Environment.CurrentDirectory;
        try
        {
            Environment.CurrentDirectory = Repository.Root;
            ToolRun run = ToolRun.With(
                host => host with { OutputIsTerminal = width != 100, Width = width, Ansi = AnsiSupport.No }, "look", "docs/samples/answers.csv", "--format", format);
            Assert.Equal(0, run.ExitCode);
            string[] lines = [.. run.Output.Split('\n').Select(line => line.TrimEnd())];
            Assert.True(format != "text" || lines.All(line => line.Length <= width), run.Output);
            Expected.Equal(expected, string.Join('\n', lines));
        }
        finally
        {
            Environment.CurrentDirectory = before;
        }
    }

    [Fact]
    public void What_is_odd_is_said_with_its_count_and_place_and_the_next_command_reads_the_file_as_it_is()
    {
        string file = _folder.File("odd.csv", Odd);
        string look = ToolRun.Of("look", file, "--format", "markdown").Output;

        Assert.Contains("\n- NPS Score: 1 not a number (\"NA\" 1; first in line 4)\n", look);
        Assert.Contains("\n- NPS Score: 1 not a whole number (\"7.5\" 1; first in line 5)\n", look);
        Assert.Contains("\n- NPS Score: 1 off the scale 0–10 (\"11\" 1; first in line 3)\n", look);
        Assert.Contains("\n- Antwort am: 2 in no calendar (\"31.02.2026 10:00\" 2; first in line 6)\n", look);
        Assert.Contains("\n- Antwort am: 1 not a date (\"32\" 1; first in line 9)\n", look);
        Assert.Contains("\n- Antwort am: 1 blank: in no period (first in line 8)\n", look);
        Assert.Contains("\n- Channel: 2 alike but for capitals or spaces (\"Chat\" 1, \"chat\" 1; first in line 3)\n", look);
        Assert.Contains("1 row is the same as an earlier one, to the last letter; the first in line 7.", look);
        Assert.Contains("--date-format d.M.yyyy H:mm reads them: the day comes first, as \"25.02.2026 14:05\" shows.", look);
        Assert.Contains($"caremetrics report {file} --date 'Antwort am' --date-format 'd.M.yyyy H:mm' --missing NA --invalid count\n", look);

        ToolRun next = ToolRun.Of("report", file, "--date", "Antwort am", "--date-format", "d.M.yyyy H:mm", "--missing", "NA", "--invalid", "count");
        Assert.Equal(0, next.ExitCode);
        Assert.Contains("13 rows read = 10 answered + 1 missing + 2 invalid + 0 superseded + 0 excluded", next.Output);
    }

    [Theory]
    [InlineData("0,10", "0-10")]
    [InlineData("1,10,9,8", "1-10")]
    [InlineData("1,2,5", "1-5")]
    [InlineData("0,0,5", "0-5")]
    [InlineData("1,7,6", "1-7")]
    [InlineData("1,1,11", "")]
    [InlineData("a,b", "")]
    [InlineData("0,1,1,0", "")]
    public void The_scale_is_the_shortest_usual_one_that_holds_the_answers(string scores, string scale)
    {
        string file = _folder.File("a.csv", "score\n" + scores.Replace(',', '\n') + "\n");
        JsonElement[] rows = [.. Rows.Of(ToolRun.Of("look", file, "--format", "json")).Where(row => row.Text("measure") == "scale")];

        Assert.Equal(scale.Length == 0 ? [] : [scale], rows.Select(row => row.Text("text")));
    }

    [Theory]
    [InlineData("9,8,9,8", "all are numbers")]
    [InlineData("9,8,9,8,9,8,9,8,9,8,x", "nearly all are numbers")]
    [InlineData("2026-01-01,2026-01-02", "all are dates")]
    public void All_is_said_where_no_value_is_another(string values, string said)
    {
        string look = ToolRun.Of("look", _folder.File("all.csv", "score,date,other\n" + string.Concat(values.Split(',').Select(value => $"9,2026-01-01,{value}\n"))), "--format", "markdown").Output;

        Assert.Matches($@"\n\| other \|.*\| {said} \|", look);
    }

    [Fact]
    public void One_slip_among_many_makes_no_other_scale()
    {
        string file = _folder.File("a.csv", "rating\n" + string.Concat(Enumerable.Range(0, 400).Select(n => $"{1 + n % 5}\n")) + "9\n");

        JsonElement[] rows = Rows.Of(ToolRun.Of("look", file, "--format", "json"));

        Assert.Equal("1-5", Assert.Single(rows, row => row.Text("measure") == "scale").Text("text"));
        Assert.Equal(("9", 402L), (Assert.Single(rows, row => row.Text("measure") == "odd").Text("text"), rows.Single(row => row.Text("measure") == "odd").GetProperty("line").GetInt64()));
        Assert.Equal($"caremetrics csat {file} --invalid count", rows.First(row => row.Text("measure") == "next").Text("text"));
    }

    [Theory]
    [InlineData("5/13/2026|6/1/2026", "--date-format M/d/yyyy reads them: the month comes first, as \"5/13/2026\" shows.")]
    [InlineData("13/5/2026 9:05 PM", "--date-format d/M/yyyy h:mm tt reads them: the day comes first, as \"13/5/2026 9:05 PM\" shows.")]
    [InlineData("2026/02/03T10:00:01", "--date-format yyyy/M/d'T'H:mm:ss reads them.")]
    [InlineData("05/06/2026|6/1/2026", "cannot be told from them: give --date-format, such as d/M/yyyy.")]
    [InlineData("13/5/2026|5/13/2026", "The day comes first in \"13/5/2026\" and the month in \"5/13/2026\": no one format reads both.")]
    public void The_order_of_day_and_month_is_told_only_where_a_number_settles_it(string dates, string said)
    {
        string file = _folder.File("a.csv", "score,date\n" + string.Concat(dates.Split('|').Select(date => $"9,{date}\n")));

        Assert.Contains(said, ToolRun.Of("look", file, "--format", "markdown").Output);
    }

    [Theory]
    [InlineData("d/M/yyyy", "13/05/2026")]
    [InlineData("yyyy/M/d'T'H:mm:ss", "2026/02/03T10:00:01")]
    [InlineData("d/M/yyyy h:mm tt", "13/5/2026 9:05 PM")]
    public void A_format_that_is_named_reads_the_dates(string format, string date)
    {
        string file = _folder.File("a.csv", $"score,date\n9,{date}\n");

        Assert.Equal(0, ToolRun.Of("nps", file, "--every", "month", "--date-format", format).ExitCode);
    }

    [Theory]
    [InlineData("before,after,n\n3,9,10\n", "caremetrics ranters FILE --before before --after after --tallied")]
    [InlineData("before,after\n3,9\n", "caremetrics ranters FILE --before before --after after")]
    [InlineData("score,n\n9,10\n0,3\n10,1\n", "caremetrics report --tallied FILE")]
    [InlineData("csat_score\n4\n5\n1\n", "caremetrics csat FILE")]
    [InlineData("ces\n4\n7\n1\n", "caremetrics ces FILE --scale 1-7:5")]
    [InlineData("mark,x\n9,a\n0,b\n10,c\n", "caremetrics report FILE --score mark")]
    [InlineData("score,nps\n9,a\n0,b\n10,c\n", "caremetrics report FILE --score score")]
    [InlineData("a,b\nx,y\n", "caremetrics report FILE --score COLUMN")]
    public void The_next_command_fits_what_the_file_is(string content, string command)
    {
        string file = _folder.File("a.csv", content);

        Assert.Equal(command.Replace("FILE", file, StringComparison.Ordinal), Rows.Of(ToolRun.Of("look", file, "--format", "json")).First(row => row.Text("measure") == "next").Text("text"));
    }

    [Theory]
    [InlineData("score,date,customer,programme,value\n3,2026-01-01,A,care,10\n9,2026-02-01,A,control,10\n0,2026-02-01,B,control,10\n", "caremetrics retention FILE --control programme=control --value-column value --investment AMOUNT")]
    [InlineData("score,date,customer,programme\n3,2026-01-01,A,care\n9,2026-02-01,A,control\n0,2026-02-01,B,control\n", "caremetrics retention FILE --control programme=control --value-per-save AMOUNT --investment AMOUNT")]
    [InlineData("score,date,customer,revenue\n3,2026-01-01,A,10\n9,2026-02-01,A,10\n0,2026-02-01,B,11\n", "caremetrics retention FILE --value-column revenue --investment AMOUNT")]
    [InlineData("score,date,customer,arm,value\n3,2026-01-01,A,care,10\n9,2026-02-01,A,Control,10\n0,2026-02-01,B,Control,10\n", "caremetrics retention FILE --control arm=Control --value-column value --investment AMOUNT")]
    [InlineData("before,after,arm,value\n3,9,care,1\n9,9,control,1\n", "caremetrics retention FILE --before before --after after --control arm=control --value-column value --investment AMOUNT")]
    [InlineData("before,after,n,value\n3,9,4,1\n9,9,5,1\n", null)]
    [InlineData("score,date,customer,weight\n3,2026-01-01,A,10\n9,2026-02-01,A,10\n0,2026-02-01,B,11\n", null)]
    [InlineData("score,date,value\n3,2026-01-01,10\n9,2026-02-01,10\n0,2026-02-01,11\n", null)]
    public void The_value_of_those_kept_is_named_where_the_columns_fit(string content, string? command)
    {
        string file = _folder.File("a.csv", content);

        string?[] next = [.. Rows.Of(ToolRun.Of("look", file, "--format", "json")).Where(row => row.Text("measure") == "next").Select(row => row.Text("text")).Where(text => text!.Contains(" retention ", StringComparison.Ordinal))];

        Assert.Equal(command is null ? [] : [command.Replace("FILE", file, StringComparison.Ordinal)], next);
        if (command is not null)
        {
            string[] typed = command.Replace("FILE", file, StringComparison.Ordinal).Replace("AMOUNT", "100", StringComparison.Ordinal).Split(' ')[1..];
            Assert.Equal((0, ""), (ToolRun.Of(typed).ExitCode, ToolRun.Of(typed).Error));
        }
    }

    [Fact]
    public void Bytes_of_another_encoding_are_said_and_do_not_stop_the_look()
    {
        string file = _folder.File("a.csv");
        File.WriteAllBytes(file, [.. "score,team\n9,caf"u8, 0xE9, .. "\n0,x\n10,x\n"u8]);

        string look = ToolRun.Of("look", file, "--format", "markdown").Output;

        Assert.Contains("- team: 1 not valid in the file's encoding (\"caf�\" 1; first in line 2)\n", look);
        Assert.Contains($"caremetrics report {file} --encoding windows-1252\n", look);
    }

    [Fact]
    public void Several_files_are_one_table()
    {
        string one = _folder.File("1.csv", "score,customer\n9,A\n0,B\n");
        string two = _folder.File("2.csv", "customer,score\nA,10\n,x\n");

        JsonElement[] rows = Rows.Of(ToolRun.Of("look", one, two, "--format", "json"));

        Assert.Equal(4, rows.Single(row => row.Text("measure") == "rows").Number("value"));
        Assert.Equal(1, rows.Single(row => row.Text("measure") == "customers-again").Number("value"));
        JsonElement odd = rows.First(row => row.Text("measure") == "odd" && row.Text("column") == "score");
        Assert.Equal((two, 3L), (odd.Text("file"), odd.GetProperty("line").GetInt64()));
    }

    [Fact]
    public void Bad_files_and_arguments_are_one_line()
    {
        string file = _folder.File("a.csv", "score,channel\n9,phone\n8\n");

        Assert.Equal(new ToolRun(1, "", $"caremetrics: {file}: line 3: 1 field found; the header has 2\n"), ToolRun.Of("look", file));
        Assert.Equal(new ToolRun(1, "", $"caremetrics: {_folder.File("no.csv")}: no such file\n"), ToolRun.Of("look", _folder.File("no.csv")));
        Assert.Equal(2, ToolRun.Of("look").ExitCode);
        Assert.Equal(
            new ToolRun(1, "", $"caremetrics: {_folder.File("b.csv")}: a header and no rows; needed is a row for each record\n"), ToolRun.Of("look", _folder.File("b.csv", "score\n")));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Every_culture_sees_the_same(string name)
    {
        string file = _folder.File("odd.csv", Odd);
        string expected = ToolRun.Of("look", file).Output;
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(name);
            Assert.Equal(expected, ToolRun.Of("look", file).Output);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
