using System.Text.RegularExpressions;

namespace CareMetrics.Cli.Tests;

public class HelpTests
{
    private static readonly string[] Options =
    [
        "--score COLUMN", "--customer COLUMN", "--by COLUMN[,COLUMN]", "--date COLUMN", "--every PERIOD", "--where COLUMN=VALUE", "--latest",
        "--scale SCALE", "--level LEVEL", "--invalid fail|count", "--missing TEXTS", "--date-format FORMAT", "--zone ZONE",
        "--delimiter CHARACTER", "--encoding NAME", "--format FORMAT", "--output FILE", "--tallied",
    ];

    [Theory]
    [InlineData("nps", "--help")]
    [InlineData("nps", "-h")]
    [InlineData("nps", "-?")]
    [InlineData("report", "--help")]
    public void The_help_of_a_command_names_every_option(params string[] arguments)
    {
        ToolRun run = ToolRun.Of(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.All(Options, option => Assert.Matches($@"\n  {Regex.Escape(option)}(  |\n)", run.Output));
    }

    [Fact]
    public void A_report_has_one_method_for_its_scores_and_their_change()
    {
        Assert.Contains("--method METHOD", ToolRun.Of("nps", "--help").Output);
        Assert.Equal(new ToolRun(2, "", "caremetrics: there is no option --method; see caremetrics report --help\n"), ToolRun.Of("report", "a.csv", "--method", "wald"));
    }

    [Fact]
    public void The_help_of_report_says_which_change_is_shown_with_the_latest_answers() => Assert.Contains(
        "With --latest it is that of the last two periods shown, for the latest answers of a quarter are not those of its months together.",
        string.Join(' ', ToolRun.Of("report", "--help").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData("nps")]
    [InlineData("report")]
    public void The_help_lists_the_usual_names_and_examples(string command)
    {
        string help = ToolRun.Of(command, "--help").Output;

        Assert.All(UsualNames.Score.Concat(UsualNames.Customer).Concat(UsualNames.Date), name => Assert.Matches($@"\b{name}\b", help));
        Assert.Contains($"    caremetrics {command} answers.csv\n", help);
        Assert.Contains("Exit codes:\n", help);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(200)]
    public void Help_fits_the_screen_and_is_never_wider_than_a_page(int width)
    {
        string help = ToolRun.With(host => host with { OutputIsTerminal = true, Width = width }, "nps", "--help").Output;

        Assert.All(
            help.Split('\n').Where(line => !line.TrimStart().StartsWith("caremetrics", StringComparison.Ordinal) && !line.Contains("| caremetrics", StringComparison.Ordinal)),
            line => Assert.True(line.Length <= Math.Min(width, 100), line));
        Assert.DoesNotContain(" \n", help);
    }

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("-h")]
    public void The_tool_alone_shows_its_commands(params string[] arguments)
    {
        ToolRun run = ToolRun.Of(arguments);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\n  nps  ", run.Output);
        Assert.Contains("\n  csat  ", run.Output);
        Assert.Contains("\n  ces  ", run.Output);
        Assert.Contains("\n  report  ", run.Output);
    }

    [Fact]
    public void The_version_is_a_number_alone()
    {
        ToolRun run = ToolRun.Of("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^\d+\.\d+\.\d+[^+\n]*\n$", run.Output);
    }
}
