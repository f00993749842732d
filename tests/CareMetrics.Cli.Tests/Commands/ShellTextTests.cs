using System.Diagnostics;
using CareMetrics.Tests;
using Spectre.Console;

namespace CareMetrics.Cli.Tests;

public class ShellTextTests
{
    private const string SampleFile = "docs/samples/answers.csv";

    [Theory]
    [InlineData("report docs/samples/answers.csv --by channel,region", "report", "docs/samples/answers.csv", "--by", "channel,region")]
    [InlineData("nps 'my answers.csv'", "nps", "my answers.csv")]
    [InlineData(@"nps 'it'\''s.csv'", "nps", "it's.csv")]
    [InlineData("nps a.csv --where 'channel=a b' --missing ''", "nps", "a.csv", "--where", "channel=a b", "--missing", "")]
    [InlineData("nps 'a$b.csv' 'c*.csv' '~x' 'é ü' schön.csv", "nps", "a$b.csv", "c*.csv", "~x", "é ü", "schön.csv")]
    [InlineData("nps - --scale 1-5:3:5 -- --odd", "nps", "-", "--scale", "1-5:3:5", "--", "--odd")]
    public void A_command_can_be_typed_again(string typed, params string[] arguments)
    {
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal("caremetrics " + typed, ShellText.Of(arguments));
        }
    }

    [Theory]
    [InlineData(30)]
    [InlineData(44)]
    [InlineData(80)]
    [InlineData(100)]
    public void A_folded_command_is_that_command_to_a_shell(int width)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string[] arguments =
        [
            "report", "a.csv", "b.csv", "my answers of -- 2026.csv", "it's.csv", "c.csv", "--where", "channel=a --b", "--missing", "", "--population", @"sizes\x.csv", "--margin", "-3",
            "--by", "channel,region", "--answer-window", "14", "--latest",
        ];

        string[] lines = [.. ShellText.Folded(ShellText.Of(arguments), "Made by: ", width)];

        Assert.StartsWith("Made by: caremetrics ", lines[0]);
        Assert.All(lines, line => Assert.True(line.Length <= Math.Max(width, 34), line));
        Assert.All(lines[..^1], line => Assert.EndsWith(" \\", line));
        Assert.All(lines[1..], line => Assert.StartsWith("  ", line));
        Assert.Equal(arguments, TakenApart(string.Join('\n', lines)["Made by: ".Length..]));
    }

    [Theory]
    [InlineData(17, "1: caremetrics a", "1: caremetrics a")]
    [InlineData(16, "1: caremetrics a", "1: caremetrics a")]
    [InlineData(15, "1: caremetrics a", "1: caremetrics \\|  a")]
    [InlineData(22, "1: caremetrics a --b c d", "1: caremetrics a \\|  --b c d")]
    [InlineData(24, "1: caremetrics a --b c d", "1: caremetrics a --b c d")]
    [InlineData(18, "1: caremetrics a --by one two", "1: caremetrics a \\|  --by one two")]
    [InlineData(11, "1: caremetrics a --by one two", "1: caremetrics \\|  a --by \\|  one two")]
    public void A_line_is_used_to_its_end_and_an_option_keeps_its_values(int width, string command, string folded) =>
        Assert.Equal(folded.Split('|'), ShellText.Folded(command[3..], "1: ", width));

    [Theory]
    [InlineData("report", SampleFile, "--population", "docs/samples/population.csv", "--as-of", "2026-04-05", "--answer-window", "0")]
    [InlineData("compare", SampleFile, "--score", "score", "--where", "channel=chat", "--where", "resolved=yes", "--period", "2026-Q1", "--direction", "higher")]
    [InlineData("ranters", SampleFile, "--control", "programme=control", "--where", "channel=chat", "--level", "0.9", "--missing", "n a,NA")]
    [InlineData("retention", SampleFile, "--control", "programme=control", "--value-per-save", "450", "--investment", "4000", "--horizon", "2y", "--currency", "EUR")]
    [InlineData("chart", "docs/samples/escalations.csv", "--numerator", "escalated", "--denominator", "cases", "--baseline", "12", "--direction", "lower")]
    [InlineData("scorecard", "docs/samples/scorecard.csv", "--baseline", "2025-Q1..2025-Q4", "--period", "2026-Q1", "--level", "0.9")]
    public void What_a_page_says_it_was_made_by_can_be_pasted(string command, string file, params string[] options)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string[] arguments = [command, Repository.PathOf(file), .. options.Select(option => option.StartsWith("docs/", StringComparison.Ordinal) ? Repository.PathOf(option) : option)];

        string page = ToolRun.With(host => host with { OutputIsTerminal = true, Width = 80, Ansi = AnsiSupport.No }, arguments).Output;

        string typed = page[(page.IndexOf("\nMade by: ", StringComparison.Ordinal) + "\nMade by: ".Length)..];
        Assert.Contains(" \\\n", typed);
        Assert.Equal(arguments, TakenApart(typed));
    }

    /// <summary>The arguments that a shell gives to the command.</summary>
    private static string[] TakenApart(string typed)
    {
        var start = new ProcessStartInfo("sh", ["-c", "caremetrics() { printf '%s\\0' \"$@\"; }\n" + typed]) { RedirectStandardOutput = true };
        using Process shell = Process.Start(start)!;
        string given = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
        return given.Split('\0')[..^1];
    }

    [Fact]
    public void The_report_shows_the_arguments_as_given()
    {
        string report = ToolRun.On(Made.Report(), "report", "a.csv", "--scale=0-10", "--where", "channel=a b", "--format", "markdown").Output;

        Assert.EndsWith("```sh\ncaremetrics report a.csv --scale=0-10 --where 'channel=a b' --format markdown\n```\n", report);
    }
}
