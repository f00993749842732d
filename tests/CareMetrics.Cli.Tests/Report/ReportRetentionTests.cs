using System.Text.Json;

namespace CareMetrics.Cli.Tests;

/// <summary>What kept customers are worth, in the report.</summary>
public class ReportRetentionTests
{
    private const string Title = "── Retention value ──";
    private static readonly string[] Worth = ["--value-per-save", "450", "--investment", "4000", "--cost-per-save", "25", "--horizon", "2y", "--currency", "EUR"];

    [Fact]
    public void What_care_can_claim_stands_in_front() => Expected.Equal("report-retention.txt", Section(SampleFile.Answers));

    [Fact]
    public void It_stands_below_ranters_and_ravers()
    {
        string report = ToolRun.Of(["report", SampleFile.Answers, .. Worth]).Output;
        string[] titles = [.. report.Split('\n').Where(line => line.StartsWith("── ", StringComparison.Ordinal)).Select(line => line.Trim('─', ' '))];
        Assert.Equal(Array.IndexOf(titles, "Ranter to raver") + 1, Array.IndexOf(titles, "Retention value"));
        Assert.DoesNotContain(Title, ToolRun.Of("report", SampleFile.Answers).Output, StringComparison.Ordinal);
        string markdown = ToolRun.Of(["report", SampleFile.Answers, .. Worth, "--format", "markdown"]).Output;
        Assert.Contains("## Retention value\n\nIncremental ROI 68.7% (95% CI −86.3% to 200.5%)", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_control_group_it_says_so_before_any_number()
    {
        using var folder = new Folder();
        string section = Section(folder.File("a.csv", "customer,date,score\nA,2026-01-01,3\nA,2026-01-02,9\nB,2026-01-01,4\n"));
        Assert.Contains("\nNOT ATTRIBUTABLE: no control group is known. Ranters get better by themselves;", section, StringComparison.Ordinal);
        Assert.True(section.IndexOf("NOT ATTRIBUTABLE", StringComparison.Ordinal) < section.IndexOfAny([.. "0123456789"]), section);
        Assert.DoesNotContain("Incremental", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_figures_are_those_of_the_command()
    {
        JsonElement[] report = [.. Rows.Of(ToolRun.Of(["report", SampleFile.Answers, .. Worth, "--format", "json"])).Where(row => row.Text("part") == "retention")];
        JsonElement[] command =
        [
            .. Rows.Of(ToolRun.Of(["retention", SampleFile.Answers, "--control", "programme=control", .. Worth, "--format", "json"]))
                .Where(row => !row.Text("measure")!.StartsWith("rows-", StringComparison.Ordinal)),
        ];
        Assert.Equal(
            command.Select(row => (row.Text("measure"), row.Text("line"), row.Number("value"), row.Number("lower"), row.Number("upper"), row.Text("unit"), row.Text("method"))),
            report.Select(row => (row.Text("measure"), row.Text("item"), row.Number("value"), row.Number("lower"), row.Number("upper"), row.Text("unit"), row.Text("method"))));
        Assert.All(report, row => Assert.EndsWith("control group where programme = control", row.Text("definition"), StringComparison.Ordinal));
        Assert.Contains("\nretention,roi,,incremental,,,0.6866", ToolRun.Of(["report", SampleFile.Answers, .. Worth, "--format", "csv"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nobody_was_a_ranter_and_seen_again_there_is_no_return()
    {
        using var folder = new Folder();
        string file = folder.File("a.csv", "score\n9\n3\n");
        Assert.Contains("Not known: needed are customers, dates, and a ranter who answered twice.", Section(file), StringComparison.Ordinal);
        Assert.Contains("\nretention,roi,,,,,,,,fraction,,no ranter was seen again,", ToolRun.Of(["report", file, .. Worth, "--format", "csv"]).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "the retention value needs --value-per-save or --value-column, what a kept customer is worth", "--investment", "5")]
    [InlineData(2, "the retention value needs what it costs: --investment, --cost-per-contact or --cost-per-save", "--value-per-save", "5")]
    [InlineData(2, "--value-per-save needs a row for each answer, with its customer and date; --tallied has none", "--value-per-save", "5", "--investment", "5", "--tallied")]
    [InlineData(1, "the value of all kept customers: the amount is too large", "--value-per-save", "700000000000000000000000000", "--investment", "5")]
    public void What_cannot_be_is_one_line(int exit, string message, params string[] arguments)
    {
        ToolRun run = ToolRun.Of(["report", SampleFile.Answers, .. arguments]);
        Assert.Equal(exit, run.ExitCode);
        Assert.StartsWith("caremetrics: " + message, run.Error, StringComparison.Ordinal);
    }

    private static string Section(string file)
    {
        string report = ToolRun.Of(["report", file, .. Worth]).Output;
        string from = report[report.IndexOf(Title, StringComparison.Ordinal)..];
        return from[..from.IndexOf("\n\n", StringComparison.Ordinal)] + "\n";
    }
}
