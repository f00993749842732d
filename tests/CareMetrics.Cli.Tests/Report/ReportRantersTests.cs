namespace CareMetrics.Cli.Tests;

public class ReportRantersTests
{
    private const string Title = "── Ranter to raver ──";

    [Fact]
    public void The_sample_is_set_against_its_control_group() => Expected.Equal("report-ranters.txt", Section(SampleFile.Answers));

    [Fact]
    public void Without_a_control_group_the_caution_is_said()
    {
        using var folder = new Folder();
        string section = Section(folder.File("a.csv", "customer,date,score,group\nA,2026-01-01,3,x\nA,2026-01-02,9,x\nB,2026-01-01,4,y\n"));

        Assert.Contains("1 of 2 ranters became ravers, 50.0% (95% CI 9.5% to 90.5%)", section);
        Assert.Contains("is not shown to be real (p = 0.50)", section);
        Assert.Contains("Without a control group (--control COLUMN=VALUE) the change may be regression to the mean alone", section.ReplaceLineEndings(" "));
    }

    [Theory]
    [InlineData("customer,score\nA,3\nA,9\n")]
    [InlineData("date,score\n2026-01-01,3\n2026-01-02,9\n")]
    [InlineData("customer,date,score\nA,2026-01-01,3\nB,2026-01-02,9\n")]
    [InlineData("customer,date,score\nA,2026-01-01,9\nA,2026-01-02,3\n")]
    public void Without_customers_dates_or_ranters_seen_again_there_is_no_such_section(string content)
    {
        using var folder = new Folder();
        ToolRun run = ToolRun.Of("report", folder.File("a.csv", content));

        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain(Title, run.Output);
    }

    [Theory]
    [InlineData("arm", "control", "care", true)]
    [InlineData("Treatment", "control", "care", true)]
    [InlineData("arm", "Control", "care", true)]
    [InlineData("arm", "controls", "care", false)]
    [InlineData("team", "control", "care", false)]
    public void Only_a_column_with_the_value_control_is_a_control_group(string column, string control, string treated, bool isOne)
    {
        using var folder = new Folder();
        string section = Section(folder.File(
            "a.csv", $"customer,date,score,{column}\nA,2026-01-01,3,{treated}\nA,2026-01-02,9,{treated}\nB,2026-01-01,4,{control}\nB,2026-01-05,4,{control}\n")).ReplaceLineEndings(" ");

        Assert.Equal(isOne, section.Contains($"Control group: {column} = control.", StringComparison.Ordinal));
        Assert.Equal(!isOne, section.Contains("Without a control group", StringComparison.Ordinal));
    }

    [Fact]
    public void A_column_of_more_values_is_no_programme()
    {
        using var folder = new Folder();
        string section = Section(folder.File(
            "a.csv", "customer,date,score,group\nA,2026-01-01,3,control\nA,2026-01-02,9,care\nB,2026-01-01,4,x\nB,2026-01-05,4,y\n"));

        Assert.Contains("Without a control group", section);
    }

    [Fact]
    public void A_control_group_that_is_named_counts_as_the_one_that_is_found()
    {
        using var folder = new Folder();
        string[] lines = File.ReadAllLines(SampleFile.Answers);
        string file = folder.File("a.csv", string.Join('\n', lines.Select((line, i) => i == 0 ? line.Replace("programme", "pilot", StringComparison.Ordinal) : line.Replace(",control,", ",left alone,", StringComparison.Ordinal))) + "\n");

        Assert.Contains("Without a control group (--control COLUMN=VALUE) the change", Section(file).ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(
            Section(SampleFile.Answers).ReplaceLineEndings(" ").Replace("programme = control", "pilot = left alone", StringComparison.Ordinal),
            Section(file, "--control", "pilot=left alone").ReplaceLineEndings(" "));
        string config = folder.File("care.json", "{ \"control\": \"pilot=left alone\" }");
        Assert.Contains("Control group: pilot = left alone.", Section(file, "--config", config).ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_control_group_need_not_be_of_a_few_values_nor_the_one_that_would_be_found()
    {
        using var folder = new Folder();
        string file = folder.File("a.csv", "customer,date,score,arm,team\nA,2026-01-01,3,control,1\nA,2026-01-02,9,control,1\nB,2026-01-01,4,care,2\nB,2026-01-05,4,care,2\nC,2026-01-01,4,care,3\nD,2026-01-01,4,care,4\n");

        string section = Section(file, "--control", "team=2").ReplaceLineEndings(" ");
        Assert.Contains("Control group: team = 2.", section, StringComparison.Ordinal);
        Assert.Contains(" 33.3 points more ranters became ravers than in the control group", section, StringComparison.Ordinal);
    }

    [Fact]
    public void A_side_without_ranters_is_named()
    {
        using var folder = new Folder();
        string file = folder.File("a.csv", "customer,date,score,arm\nA,2026-01-01,3,care\nA,2026-01-02,9,care\nB,2026-01-01,9,control\nB,2026-01-05,9,control\n");

        Assert.Contains("Nothing to claim: no ranters are in the control group. Control group: arm = control.", Section(file).ReplaceLineEndings(" "), StringComparison.Ordinal);
        string worth = ToolRun.Of("report", file, "--value-per-save", "5", "--investment", "5").Output.ReplaceLineEndings(" ");
        Assert.Contains("No incremental ROI: no ranters are in the control group.", worth, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "answers.csv: no column \"nothere\", which --control names; the columns are ", "--control", "nothere=x")]
    [InlineData(1, "answers.csv: no counted row has \"x\" in column \"programme\", so nobody is in the control group; is --control right?", "--control", "programme=x")]
    [InlineData(2, "--control is \"programme\"; it takes COLUMN=VALUE, such as programme=control", "--control", "programme")]
    [InlineData(2, "--control needs a row for each answer, with its customer and date; --tallied has none", "--control", "programme=control", "--tallied")]
    public void A_control_group_that_cannot_be_is_one_line(int exitCode, string message, params string[] arguments)
    {
        ToolRun run = ToolRun.Of(["report", SampleFile.Answers, .. arguments]);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Matches(@"^caremetrics: [^\n]+\n$", run.Error);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date,score,arm\n2026-01-01,3,control\n2026-01-02,9,care\n")]
    [InlineData("customer,score,arm\nA,3,control\nB,9,care\n")]
    [InlineData("customer,date,score,arm\nA,2026-01-01,3,control\nB,2026-01-02,9,care\n")]
    public void A_control_group_without_customers_dates_or_ranters_seen_again_is_told_to_say_nothing(string content)
    {
        using var folder = new Folder();
        ToolRun run = ToolRun.Of("report", folder.File("a.csv", content), "--control", "arm=control");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("The control group says nothing here: that needs customers, dates, and a ranter who answered twice.", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_in_neither_group_or_both_is_told_as_by_ranters()
    {
        using var folder = new Folder();
        string file = folder.File("a.csv", "customer,date,score,arm\nA,2026-01-01,3,care\nA,2026-01-02,9,care\nB,2026-01-01,3,Control\nB,2026-01-05,9,control\nC,2026-01-01,3,care\nC,2026-01-05,9,control\nD,2026-01-01,3,\n");
        string[] said = ["1 customer is in neither group, the column being blank; they are in the tables of everybody only.", "1 customer has rows of both groups, and so is in neither."];
        string[][] reports = [["report", file], ["report", file, "--control", "arm=CONTROL"], ["ranters", file, "--control", "arm=control"]];

        Assert.All(reports, report => Assert.All(said, sentence => Assert.Contains(sentence, string.Join(' ', ToolRun.Of(report).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal)));
        Assert.All(
            Rows.Of(ToolRun.Of("report", file, "--control", "arm=CONTROL", "--format", "json")).Where(row => row.Text("part") == "ranters"),
            row => Assert.EndsWith("control group where arm = CONTROL", row.Text("definition"), StringComparison.Ordinal));
        string spelt = folder.File("b.csv", "customer,date,score,arm\nA,2026-01-01,3,care\nA,2026-01-02,9,care\nB,2026-01-01,3,Control\nB,2026-01-05,3,control\n");
        Assert.Contains("100.0 points more ranters became", ToolRun.Of("report", spelt).Output, StringComparison.Ordinal);
        Assert.Contains("100.0 points more ranters became", ToolRun.Of("report", spelt, "--control", "arm=control").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filter_may_leave_one_side_alone_and_a_slip_in_a_configuration_is_said_with_its_file()
    {
        using var folder = new Folder();
        string config = folder.File("care.json", "{ \"control\": \"programme=control\" }");
        Assert.Contains("Nothing to claim: no ranters were treated. Control group: programme = control.", ToolRun.Of("report", SampleFile.Answers, "--config", config, "--where", "programme=control").Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.StartsWith("NPS –, 0 answers", ToolRun.Of("report", SampleFile.Answers, "--config", config, "--where", "channel=fax").Output, StringComparison.Ordinal);

        string slip = folder.File("slip.json", "{ \"control\": \"program=control\" }");
        Assert.Contains("no column \"program\", which --control names; ", ToolRun.Of("report", SampleFile.Answers, "--config", slip).Error, StringComparison.Ordinal);
        Assert.EndsWith($"(said by {slip})\n", ToolRun.Of("report", SampleFile.Answers, "--config", slip).Error, StringComparison.Ordinal);
        string nobody = folder.File("nobody.json", "{ \"control\": \"programme=nobody\" }");
        Assert.EndsWith($"is --control right? (said by {nobody})\n", ToolRun.Of("report", SampleFile.Answers, "--config", nobody).Error, StringComparison.Ordinal);
    }

    private static string Section(string file, params string[] arguments)
    {
        string output = ToolRun.Of(["report", file, .. arguments]).Output;
        string from = output[output.IndexOf(Title, StringComparison.Ordinal)..];
        return from[..from.IndexOf("\n\n", StringComparison.Ordinal)] + "\n";
    }
}
