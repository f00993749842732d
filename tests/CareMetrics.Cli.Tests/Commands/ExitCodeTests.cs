
namespace CareMetrics.Cli.Tests;

public class ExitCodeTests
{
    private static ToolRun Throwing(Exception problem, params string[] arguments) =>
        ToolRun.With(host => host with { Read = (_, _, _) => throw problem }, arguments);

    [Fact]
    public void Done_is_0() => Assert.Equal(0, ToolRun.On(Made.Report(), "report", "a.csv").ExitCode);

    [Fact]
    public void Bad_data_is_1_and_one_line()
    {
        ToolRun run = Throwing(new InputException("a.csv: line 3, column \"score\":\nfound \"\u001b[31m11\""), "nps", "a.csv");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("caremetrics: a.csv: line 3, column \"score\": found \"�[31m11\"\n", run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void A_bug_is_one_line_without_a_stack()
    {
        ToolRun run = Throwing(new InvalidOperationException("this\ncannot be"), "nps", "a.csv");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("caremetrics: unexpected InvalidOperationException: this cannot be\n", run.Error);
    }

    [Fact]
    public void Rows_that_are_not_accounted_for_are_a_bug()
    {
        AnswerSummary summary = Made.Summary(Made.Cell(10, 20, 30));
        ToolRun run = ToolRun.On(summary with { Ledger = summary.Ledger with { Read = 61 } }, "nps", "a.csv");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("caremetrics: unexpected InvalidOperationException: 61 rows were read and 60 accounted for\n", run.Error);
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData(Interruption.ByCtrlC)]
    [InlineData(Interruption.ByTermination)]
    public void An_interrupted_read_writes_nothing(int exitCode)
    {
        using var folder = new Folder();
        using var interruption = new Interruption();
        ToolRun run = ToolRun.With(
            host => host with
            {
                Interruption = interruption,
                Read = (_, _, token) =>
                {
                    interruption.Raise(exitCode);
                    token.ThrowIfCancellationRequested();
                    return Made.Report();
                },
            },
            "report", "a.csv", "--output", folder.File("out.txt"));

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal("caremetrics: interrupted; nothing was written\n", run.Error);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public void A_reader_stuck_in_a_pipe_does_not_hold_up_an_interruption()
    {
        using var interruption = new Interruption();
        using var stuck = new ManualResetEventSlim();
        ToolRun run = ToolRun.With(
            host => host with
            {
                Interruption = interruption,
                Read = (_, _, _) =>
                {
                    interruption.Raise(Interruption.ByCtrlC);
                    stuck.Wait(TimeSpan.FromSeconds(30), CancellationToken.None);
                    return Made.Report();
                },
            },
            "report", "-");
        stuck.Set();

        Assert.Equal(130, run.ExitCode);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public void An_interruption_after_the_read_still_writes_nothing()
    {
        using var folder = new Folder();
        using var interruption = new Interruption();
        ToolRun run = ToolRun.With(
            host => host with
            {
                Interruption = interruption,
                Read = (_, _, _) =>
                {
                    interruption.Raise(Interruption.ByCtrlC);
                    return Made.Report();
                },
            },
            "nps", "a.csv", "--output", folder.File("out.txt"));

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(folder.Names);
    }
}
