using System.Text.RegularExpressions;
using Spectre.Console;

namespace CareMetrics.Cli.Tests;

public partial class ScreenTests
{
    [Theory]
    [InlineData("nps")]
    [InlineData("report")]
    public void Redirected_output_has_no_control_codes_whatever_the_terminal_could(string command)
    {
        ToolRun run = ToolRun.With(host => host with { Read = (_, _, _) => Made.Report(), Ansi = AnsiSupport.Yes }, command, "a.csv");

        Assert.DoesNotContain('\u001b', run.Output);
        Assert.DoesNotMatch(@"[ \t]\n", run.Output);
    }

    [Theory]
    [InlineData("nps")]
    [InlineData("report")]
    public void A_terminal_without_colour_gets_no_control_codes(string command) =>
        Assert.DoesNotContain('\u001b', ToolRun.OnTerminal(Made.Report(), 100, AnsiSupport.No, command, "a.csv").Output);

    [Fact]
    public void A_terminal_with_colour_shows_the_same_text()
    {
        string plain = ToolRun.OnTerminal(Made.Report(), 100, AnsiSupport.No, "report", "a.csv").Output;
        string coloured = ToolRun.OnTerminal(Made.Report(), 100, AnsiSupport.Yes, "report", "a.csv").Output;

        Assert.Contains('\u001b', coloured);
        Assert.Equal(Trimmed(plain), Trimmed(ControlCodes().Replace(coloured, "")));

        static IEnumerable<string> Trimmed(string text) => text.Split('\n').Select(line => line.TrimEnd());
    }

    [Fact]
    public void For_programs_a_terminal_gets_the_same_bytes_as_a_pipe()
    {
        foreach (string format in new[] { "json", "csv", "markdown" })
        {
            Assert.Equal(
                ToolRun.On(Made.Report(), "report", "a.csv", "--format", format),
                ToolRun.OnTerminal(Made.Report(), 60, AnsiSupport.Yes, "report", "a.csv", "--format", format));
        }
    }

    [Fact]
    public void Groups_are_shown_literally()
    {
        AnswerSummary summary = Made.Summary(Made.Cell(20, 20, 20, "[red]x[/]"), Made.Cell(20, 20, 20, "a\u001b[2Jb"), Made.Cell(40, 40, 40));

        string text = ToolRun.On(summary, "nps", "a.csv", "--by", "[bold]").Output;

        Assert.Contains("[bold]", text);
        Assert.Contains("[red]x[/]", text);
        Assert.Contains("a�[2Jb", text);
    }

    [Fact]
    public void Work_over_a_second_shows_a_progress_bar_on_a_terminal_that_goes_away()
    {
        ToolRun run = ToolRun.With(Slow(isTerminal: true), "nps", "a.csv", "--format", "json");

        Assert.Contains("reading", run.Error);
        Assert.Contains("1,234 rows", run.Error);
        Assert.StartsWith("[\n", run.Output);
    }

    [Fact]
    public void Elsewhere_there_is_no_progress_bar() => Assert.Equal("", ToolRun.With(Slow(isTerminal: false), "nps", "a.csv").Error);

    private static Func<Host, Host> Slow(bool isTerminal) => host => host with
    {
        ErrorIsTerminal = isTerminal,
        Ansi = AnsiSupport.Yes,
        Read = (_, progress, token) =>
        {
            progress!.Expect(1000);
            progress.AddBytes(500);
            progress.AddRows(1234);
            token.WaitHandle.WaitOne(TimeSpan.FromSeconds(1.5));
            return Made.Report();
        },
    };

    [GeneratedRegex(@"\u001b\[[0-9;]*m")]
    private static partial Regex ControlCodes();
}
