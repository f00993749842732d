
namespace CareMetrics.Cli.Tests;

public class ShellTextTests
{
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

    [Fact]
    public void The_report_shows_the_arguments_as_given()
    {
        string report = ToolRun.On(Made.Report(), "report", "a.csv", "--scale=0-10", "--where", "channel=a b", "--format", "markdown").Output;

        Assert.EndsWith("```sh\ncaremetrics report a.csv --scale=0-10 --where 'channel=a b' --format markdown\n```\n", report);
    }
}
