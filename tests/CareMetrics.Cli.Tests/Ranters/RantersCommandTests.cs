using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace CareMetrics.Cli.Tests;

public class RantersCommandTests
{
    private const string Airlines =
        "before,after,n\nranter,ranter,1475\nranter,neutral,286\nranter,raver,352\nneutral,ranter,159\nneutral,neutral,217\nneutral,raver,205\n"
        + "raver,ranter,44\nraver,neutral,63\nraver,raver,126\n";

    [Fact]
    public void The_help_names_every_option()
    {
        ToolRun run = ToolRun.Of("ranters", "--help");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.All(
            new[]
            {
                "--score COLUMN", "--customer COLUMN", "--date COLUMN", "--before COLUMN", "--after COLUMN", "--tallied", "--control COLUMN=VALUE", "--contact COLUMN", "--window DAYS", "--where COLUMN=VALUE",
                "--stars", "--sentiment RANTERMAX:RAVERMIN", "--scale SCALE", "--invalid fail|count", "--missing TEXTS", "--date-format FORMAT", "--zone ZONE",
                "--delimiter CHARACTER", "--encoding NAME", "--level LEVEL", "--difference METHOD", "--reliability R", "--format FORMAT", "--output FILE",
            },
            option => Assert.Matches($@"\n  {Regex.Escape(option)}(  |\n)", run.Output));
        Assert.Contains("\n  ranters  ", ToolRun.Of("--help").Output);
        Assert.All(run.Output.Split('\n').Where(line => !line.TrimStart().StartsWith("caremetrics", StringComparison.Ordinal)), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public void The_sample_against_its_control_group_is_as_checked_by_hand() =>
        Expected.Equal("ranters-control.txt", UpToTheCommand(ToolRun.Of("ranters", SampleFile.Answers, "--control", "programme=control").Output));

    [Fact]
    public void The_sample_without_a_control_group_is_as_checked_by_hand() =>
        Expected.Equal("ranters.txt", UpToTheCommand(ToolRun.Of("ranters", SampleFile.Answers).Output));

    [Fact]
    public void The_order_of_rows_at_one_instant_changes_nothing()
    {
        using var folder = new Folder();
        const string Head = "customer,date,score\na,2026-01-01,3\na,2026-02-01,9\n";
        const string Tail = "b,2026-03-01,9\nc,2026-01-01,10\n";
        string[] outputs =
        [
            .. new[] { "b,2026-01-05,3\nb,2026-01-05,10\n", "b,2026-01-05,10\nb,2026-01-05,3\n" }
                .Select((tie, i) => ToolRun.Of("ranters", folder.File($"{i}.csv", Head + tie + Tail), "--reliability", "0.5", "--format", "csv").Output),
        ];
        Assert.NotEmpty(outputs[0]);
        Assert.Equal(outputs[0], outputs[1]);
    }

    [Fact]
    public void Counts_in_markdown_are_as_checked_by_hand()
    {
        using var folder = new Folder();
        string output = ToolRun.Of("ranters", folder.File("a.csv", Airlines), "--tallied", "--format", "markdown").Output;
        Expected.Equal("ranters-tallied.md", output[..output.IndexOf("```sh", StringComparison.Ordinal)]);
    }

    [Fact]
    public void The_sample_gives_what_independent_programs_count()
    {
        JsonElement[] rows = Json("ranters", SampleFile.Answers, "--control", "programme=control");

        // Counted, and the intervals worked out, by another program; a customer is tied only where two different moods bear one instant.
        Is(Row(rows, "extra-conversion-all"), 0.10661375661375663, 0.008391749668579127, 0.19808736476508024);
        Is(Row(rows, "extra-conversion-reobserved"), 0.12307692307692306, 0.020645972991970254, 0.2185054631777711);
        Is(Row(rows, "treat-per-extra-raver"), 1 / 0.10661375661375663, 1 / 0.19808736476508024, 1 / 0.008391749668579127);
        Is(Row(rows, "conversion-all"), 99 / 403.0, 0.20616051787911938, 0.2899576983070314);
        Is(Row(rows, "no-effect-conversion"), 0.191274813661725, 0.166016991623835, 0.218180536655839);
        Assert.Equal(0.001953728034064342, Row(rows, "net").GetProperty("pValue").GetDouble(), 12);
        Assert.Equal(0.3836056315962551, Row(rows, "reliability").GetProperty("value").GetDouble(), 12);
        Assert.Equal([146, 89, 99, 69, 75, 111, 116, 129, 60, 99, 294, 170], Customers(rows, null));
        Assert.Equal([67, 52, 63, 14], Customers(rows, "treated").Take(4));
        Assert.Equal([71, 30, 29, 5], Customers(rows, "control").Take(4));
        Assert.Equal(1461, Row(rows, "seen").GetProperty("value").GetDouble());
        Assert.Equal(4, Row(rows, "tied-in-time").GetProperty("value").GetDouble());
    }

    [Fact]
    public void Csv_has_the_same_rows_as_json()
    {
        JsonElement[] rows = Json("ranters", SampleFile.Answers);
        string[] lines = ToolRun.Of("ranters", SampleFile.Answers, "--format", "csv").Output.TrimEnd('\n').Split('\n');

        Assert.Equal(string.Join(',', rows[0].EnumerateObject().Select(property => property.Name)), lines[0]);
        Assert.Equal(rows.Length, lines.Length - 1);
        Assert.All(rows.Zip(lines.Skip(1)), pair => Assert.StartsWith(pair.First.GetProperty("measure").GetString() + ",", pair.Second));
    }

    [Fact]
    public void Every_measure_is_in_the_help()
    {
        string help = string.Join(' ', ToolRun.Of("ranters", "--help").Output.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.All(
            Json("ranters", SampleFile.Answers, "--control", "programme=control").Select(row => row.GetProperty("measure").GetString()!).Distinct()
                .Where(measure => measure is not ("not-seen-again" or "only-after" or "tied-in-time" or "at-the-contact" or "outside-the-window" or "without-a-contact")),
            measure => Assert.Contains(measure, help));
    }

    [Fact]
    public void Flows_that_chance_explains_are_not_shown_to_be_real()
    {
        using var folder = new Folder();
        string output = ToolRun.Of(
            "ranters", folder.File("a.csv", "before,after,n,g\nranter,raver,12,care\nranter,ranter,40,care\nranter,raver,9,control\nranter,ranter,40,control\nraver,ranter,17,\n"),
            "--tallied", "--control", "g=control").Output.ReplaceLineEndings(" ");

        Assert.StartsWith("4.7 points more ranters became ravers than in the control group (95% CI −", output);
        Assert.Contains(": not shown to be real  ── Against", output);
        Assert.Contains("The difference is not shown to be real: nothing can be claimed for care.", output);
        Assert.Contains("A change between ranters and ravers is not shown to be real: 21 ranters became ravers, 17 ravers", output);
        Assert.Contains("17 customers are in neither group", output);
    }

    [Fact]
    public void Without_ranters_there_is_no_conversion_and_no_zero()
    {
        using var folder = new Folder();
        string file = folder.File("a.csv", "b,a\n9,10\n8,\n,3\n");
        ToolRun run = ToolRun.Of("ranters", file, "--before", "b", "--after", "a");

        Assert.StartsWith("No ranters, so there is no conversion\n", run.Output);
        Assert.Contains("3 customers seen = 1 paired + 1 not seen again + 1 without a mood before\n", run.Output);
        Assert.Contains("3 rows read = 2 answered + 1 missing + 0 invalid", run.Output);
        Assert.Equal(JsonValueKind.Null, Row(Json("ranters", file, "--before", "b", "--after", "a"), "conversion-all").GetProperty("value").ValueKind);
    }

    [Theory]
    [InlineData("9,1,t\n3,10,c\n", "were treated")]
    [InlineData("9,1,c\n3,10,t\n", "are in the control group")]
    public void A_group_without_ranters_leaves_nothing_to_claim(string rows, string where)
    {
        using var folder = new Folder();
        ToolRun run = ToolRun.Of("ranters", folder.File("a.csv", "b,a,g\n" + rows), "--before", "b", "--after", "a", "--control", "g=c");

        Assert.StartsWith($"Nothing to claim: no ranters {where}\n", run.Output);
    }

    [Theory]
    [InlineData("--stars", "2,4\n3,5\n")]
    [InlineData("--sentiment=-0.25:0.25", "-0.25,0.25\n0.1,1\n")]
    [InlineData("--scale=1-5:2:4", "2,4\n3,5\n")]
    [InlineData("--scale=0-10", "detractor,Promoter\nPASSIVE,ravers\n")]
    public void A_case_a_row_on_any_scale(string scale, string rows)
    {
        using var folder = new Folder();
        JsonElement[] json = Json("ranters", folder.File("a.csv", "b,a\n" + rows), "--before", "b", "--after", "a", scale);

        Assert.Equal([0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0], Customers(json, null));
    }

    [Fact]
    public void Every_row_and_every_customer_is_accounted_for()
    {
        using var folder = new Folder();
        string file = folder.File(
            "a.csv",
            "who,on,q,channel\nA,01.02.2026,3,x\nA,05.02.2026,9,x\nB,01.02.2026,2,x\nB,01.02.2026,9,x\nC,03.02.2026,10,x\nC,04.02.2026,NA,x\n"
            + ",01.02.2026,5,x\nD,,5,x\nD,01.02.2026,11,x\nE,01.02.2026,1,y\n");
        ToolRun run = ToolRun.Of(
            "ranters", file, "--customer", "who", "--date", "on", "--score", "q", "--where", "channel=x", "--date-format", "dd.MM.yyyy",
            "--missing", "NA", "--invalid", "count", "--zone", "Europe/Berlin", "--delimiter", "comma");

        Assert.Equal("", run.Error);
        Assert.Contains("3 customers seen = 1 paired + 1 not seen again + 1 tied in time\n", run.Output);
        Assert.Contains("10 rows read = 5 answered + 1 missing + 1 invalid + 0 superseded + 3 excluded", run.Output.ReplaceLineEndings(" "));
        Assert.Contains("no customer: 1, no date: 1", run.Output.ReplaceLineEndings(" "));
    }

    [Fact]
    public void Around_a_contact_every_customer_is_accounted_for()
    {
        using var folder = new Folder();
        string file = folder.File(
            "a.csv",
            "customer,date,score,called\n"
            + "A,2026-01-20,9,2026-02-01\nA,2026-01-30,3,2026-02-01\nA,2026-02-03,10,2026-02-01\nA,2026-02-09,0,2026-02-01\n"
            + "B,2026-01-30,3,2026-02-01\nC,2026-02-02,3,2026-02-01\nD,2026-02-01,3,2026-02-01\nD,2026-02-05,3,2026-02-01\n"
            + "E,2025-01-30,3,2026-02-01\nF,2026-01-30,3,\nG,2026-01-30,3,2026-02-01\nG,2026-01-30,9,2026-02-01\nG,2026-02-02,9,2026-02-01\n");
        ToolRun run = ToolRun.Of("ranters", file, "--contact", "called", "--window", "30");

        Assert.Equal("", run.Error);
        Assert.StartsWith("1 of 2 ranters became ravers: 50.0%", run.Output);
        Assert.Contains(
            "7 customers seen = 1 paired + 1 not seen again + 1 without a mood before + 1 tied in time + 1 at the instant of the contact + 1 outside the window + 1 without a contact",
            run.Output.ReplaceLineEndings(" "));
        Assert.Contains("13 rows read = 13 answered", run.Output);
        Assert.Contains("the contact in column \"called\" against the first after it, within 30 days either way", run.Output.ReplaceLineEndings(" "));
    }

    [Fact]
    public void Rows_of_a_customer_may_come_in_any_order_and_from_several_files()
    {
        using var folder = new Folder();
        string[] rows = ["A,2026-01-01,0,", "A,2026-02-01,7,c", "A,2026-03-01,9,", "B,2026-01-01,10,t", "B,2026-01-02,9,c", "C,2026-05-05,8,c", "D,2026-05-05,8,t"];
        string once = Figures(folder.File("a.csv", "customer,date,score,g\n" + string.Join('\n', rows)));
        string turned = Figures(
            folder.File("b.csv", "customer,date,score,g\n" + string.Join('\n', rows.Reverse().Take(4))),
            folder.File("c.csv", "g,score,date,customer\n" + string.Join('\n', rows.Reverse().Skip(4).Select(row => string.Join(',', row.Split(',').Reverse())))));

        Assert.Equal(once, turned);
        Assert.Contains("1 customer has rows of both groups, and so is in neither.", once);

        static string Figures(params string[] files) =>
            UpTo(ToolRun.Of(["ranters", .. files, "--control", "g=c"]).Output, "── What this rests on");
    }

    [Fact]
    public void Level_difference_and_reliability_reach_the_rows()
    {
        JsonElement[] rows = Json(
            "ranters", SampleFile.Answers, "--control", "programme=control", "--level", "0.9", "--difference", "miettinen-nurminen", "--reliability", "0.5");

        Assert.Equal("miettinen-nurminen", Row(rows, "extra-conversion-all").GetProperty("method").GetString());
        Assert.Equal(0.9, Row(rows, "conversion-all").GetProperty("level").GetDouble());
        Assert.Equal("given", Row(rows, "reliability").GetProperty("method").GetString());
        Assert.Equal(0.5, Row(rows, "reliability").GetProperty("value").GetDouble());
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_machine_changes_nothing(string culture)
    {
        string[][] runs = [["ranters", SampleFile.Answers, "--control", "programme=control"], ["ranters", SampleFile.Answers, "--format", "csv"]];
        string[] before = [.. runs.Select(run => ToolRun.Of(run).Output)];
        CultureInfo culturedBefore = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(before, runs.Select(run => ToolRun.Of(run).Output));
        }
        finally
        {
            CultureInfo.CurrentCulture = culturedBefore;
        }
    }

    [Theory]
    [InlineData(70)]
    [InlineData(80)]
    [InlineData(120)]
    public void On_a_terminal_no_line_is_wider_than_the_screen(int width)
    {
        string output = ToolRun.OnTerminal(
            Made.Report(), width, AnsiSupport.No, "ranters", SampleFile.Answers, "--control", "programme=control").Output;

        Assert.All(output.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
    }

    private static JsonElement[] Json(params string[] arguments) =>
        [.. JsonDocument.Parse(ToolRun.Of([.. arguments, "--format", "json"]).Output).RootElement.EnumerateArray()];

    private static JsonElement Row(JsonElement[] rows, string measure) =>
        rows.First(row => row.GetProperty("measure").GetString() == measure && row.GetProperty("group").ValueKind == JsonValueKind.Null);

    private static int[] Customers(JsonElement[] rows, string? group) =>
        [.. rows.Where(row => row.GetProperty("measure").GetString() == "customers" && row.GetProperty("group").GetString() == group).Select(row => row.GetProperty("value").GetInt32())];

    private static void Is(JsonElement row, double value, double lower, double upper)
    {
        Assert.Equal(value, row.GetProperty("value").GetDouble(), 1e-10 * Math.Abs(value));
        Assert.Equal(lower, row.GetProperty("lower").GetDouble(), 1e-10 * Math.Abs(lower));
        Assert.Equal(upper, row.GetProperty("upper").GetDouble(), 1e-10 * Math.Abs(upper));
    }

    private static string UpToTheCommand(string output) => UpTo(output, "Made by: ");

    private static string UpTo(string output, string mark) => output[..output.IndexOf(mark, StringComparison.Ordinal)];
}
