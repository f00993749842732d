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
        Assert.Contains("Without a control group the change may be regression to the mean alone", section);
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

    private static string Section(string file)
    {
        string output = ToolRun.Of("report", file).Output;
        string from = output[output.IndexOf(Title, StringComparison.Ordinal)..];
        return from[..from.IndexOf("\n\n", StringComparison.Ordinal)] + "\n";
    }
}
