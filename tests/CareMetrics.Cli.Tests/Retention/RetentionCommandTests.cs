namespace CareMetrics.Cli.Tests;

public class RetentionCommandTests
{
    private const string Counts = "before,after,n,arm\nranter,raver,60,care\nranter,ranter,140,care\nranter,raver,40,control\nranter,ranter,160,control\n";

    [Fact]
    public void What_care_can_claim_stands_in_front() => Expected.Equal(
        "retention-control.txt",
        UpToTheCommand(ToolRun.Of(
            "retention", SampleFile.Answers, "--control", "programme=control", "--value-per-save", "450", "--investment", "4000", "--cost-per-save", "25",
            "--cost-of-new-customer", "700", "--horizon", "2y", "--currency", "EUR").Output));

    [Fact]
    public void Without_a_control_group_it_says_so_before_any_number()
    {
        ToolRun run = ToolRun.Of("retention", SampleFile.Answers, "--value-per-save", "450", "--investment", "4000");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("NOT ATTRIBUTABLE: no control group is known.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("What care can claim", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_of_two_hundred_against_forty_is_a_loss()
    {
        using var folder = new Folder();
        string file = folder.File("moves.csv", Counts);
        string[] arguments = ["retention", file, "--tallied", "--control", "arm=control", "--value-per-save", "450", "--investment", "12000"];
        Assert.StartsWith(
            "Incremental ROI −25.0% (95% CI −88.7% to 37.4%): net −3,000.00 on 12,000.00, beyond the control group", ToolRun.Of(arguments).Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Matches(@"\nROI +−25\.0% +−88\.7% to 37\.4%\n", ToolRun.Of(arguments).Output);
        string csv = ToolRun.Of([.. arguments, "--format", "csv"]).Output;
        Assert.Contains("\nroi,incremental,-0.25,-0.8870241808025", csv, StringComparison.Ordinal);
        Assert.Contains("\nroi,not-attributable,1.25,0.8056058511778", csv, StringComparison.Ordinal);
        Assert.Contains("\nnet,incremental,-3000,", csv, StringComparison.Ordinal);
        Assert.Contains("\"line\": \"incremental\"", ToolRun.Of([.. arguments, "--format", "json"]).Output, StringComparison.Ordinal);
        string markdown = ToolRun.Of([.. arguments, "--format", "markdown"]).Output;
        Assert.StartsWith("# Retention value\n\n**Incremental ROI −25.0%**", markdown, StringComparison.Ordinal);
        Assert.Contains("## NOT ATTRIBUTABLE", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("retention needs --value-per-save or --value-column, what a kept customer is worth", "--investment", "5")]
    [InlineData("retention needs what it costs: --investment, --cost-per-contact or --cost-per-save", "--value-per-save", "5")]
    [InlineData("--value-per-save is 4,5; it takes an amount, 0 or more", "--value-per-save", "4,5", "--investment", "5")]
    [InlineData("--investment is -5; it takes an amount, 0 or more", "--value-per-save", "4", "--investment", "-5")]
    [InlineData("--value-sd needs a value above 0", "--value-per-save", "0", "--value-sd", "3", "--investment", "5")]
    [InlineData("--basis is profit; allowed are", "--value-per-save", "4", "--basis", "profit", "--investment", "5")]
    [InlineData("--horizon is empty; it takes a text", "--value-per-save", "4", "--horizon", " ", "--investment", "5")]
    [InlineData("--cost-of-new-customer is 0; it is above 0", "--value-per-save", "4", "--cost-of-new-customer", "0", "--investment", "5")]
    public void Bad_arguments_are_one_line(string message, params string[] arguments)
    {
        ToolRun run = ToolRun.Of(["retention", SampleFile.Answers, .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("caremetrics: " + message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_too_large_is_one_line()
    {
        ToolRun run = ToolRun.Of("retention", SampleFile.Answers, "--value-per-save", "700000000000000000000000000", "--investment", "5");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the amount is too large to be booked to the cent", run.Error, StringComparison.Ordinal);
    }

    private static string UpToTheCommand(string page) => page[..page.IndexOf("Made by:", StringComparison.Ordinal)];
}
