using System.Globalization;

namespace CareMetrics.Cli.Tests;

public class BadArgumentsTests
{
    public static TheoryData<string, string[]> Cases => new()
    {
        { "nps needs a FILE, or - for standard input; see caremetrics nps --help", ["nps"] },
        { "report needs a FILE, or - for standard input; see caremetrics report --help", ["report"] },
        { "there is no option --scor; did you mean --score?; see caremetrics nps --help", ["nps", "a.csv", "--scor", "x"] },
        { "there is no option --formatt; did you mean --format?; see caremetrics nps --help", ["nps", "a.csv", "--formatt=json"] },
        { "there is no option --verbose; see caremetrics nps --help", ["nps", "a.csv", "--verbose"] },
        { "there is no option -x; see caremetrics report --help", ["report", "a.csv", "-x"] },
        { "--score needs a value, COLUMN; see caremetrics nps --help", ["nps", "a.csv", "--score"] },
        { "--score needs a value, COLUMN; see caremetrics nps --help", ["nps", "a.csv", "--score", "--latest"] },
        { "--where needs a value, COLUMN=VALUE; see caremetrics nps --help", ["nps", "a.csv", "--where"] },
        { "--score is given more than once; see caremetrics nps --help", ["nps", "a.csv", "--score", "a", "--score", "b"] },
        { "there is no command npz; did you mean nps?; see caremetrics --help", ["npz", "a.csv"] },
        { "there is no command answers.csv; see caremetrics --help", ["answers.csv"] },
        { "there is no option --verbose; see caremetrics --help", ["--verbose"] },
        { "--latest takes no value; it is given, or left out; see caremetrics nps --help", ["nps", "a.csv", "--latest=yes"] },
        { "--population is -5; allowed are whole numbers from 1, without separators", ["report", "a.csv", "--population", "-5"] },
        { "--population is 1.5; allowed are whole numbers from 1, without separators", ["nps", "a.csv", "--population", "1.5"] },
        { "--population is 1,500; allowed are whole numbers from 1, without separators", ["report", "a.csv", "--population", "1,500"] },
        { "--baseline needs --period, such as --period 2026-Q1; without both the last period is set against the one before", ["report", "a.csv", "--baseline", "2025-Q1"] },
        { "--fiscal-start needs --period, such as --period 2026-Q1; without both the last period is set against the one before", ["report", "a.csv", "--fiscal-start", "4"] },
        { "--every is decade; allowed are week, month, quarter, half, year", ["nps", "a.csv", "--every", "decade"] },
        { "--method is exact; allowed are score, adjusted-wald, wald", ["nps", "a.csv", "--method", "exact"] },
        { "--invalid is skip; allowed are fail, count", ["nps", "a.csv", "--invalid", "skip"] },
        { "--format is xml; allowed are text, json, csv, markdown", ["nps", "a.csv", "--format", "xml"] },
        { "--level is 95; a confidence level lies strictly between 0 and 1, such as 0.95", ["nps", "a.csv", "--level", "95"] },
        { "--level is 0,95; a confidence level lies strictly between 0 and 1, such as 0.95", ["nps", "a.csv", "--level", "0,95"] },
        { "--level is NaN; a confidence level lies strictly between 0 and 1, such as 0.95", ["nps", "a.csv", "--level", "NaN"] },
        { "--scale: \"five\" is not a scale; allowed are 0-10, 1-10 and MIN-MAX:DETRACTORMAX:PROMOTERMIN, such as 1-5:3:5", ["nps", "a.csv", "--scale", "five"] },
        { "--scale: the scale 1 to 5 with detractors up to 5 and promoters from 3 is out of order; needed is minimum <= detractorMaximum < promoterMinimum <= maximum", ["nps", "a.csv", "--scale", "1-5:5:3"] },
        { "--zone is Mars/Olympus, which is no time zone known here; allowed are IANA names such as Europe/Berlin, or Windows names such as \"W. Europe Standard Time\"", ["nps", "a.csv", "--zone", "Mars/Olympus"] },
        { "--zone is , which is no time zone known here; allowed are IANA names such as Europe/Berlin, or Windows names such as \"W. Europe Standard Time\"", ["nps", "a.csv", "--zone", ""] },
        { "--zone is ../../etc/passwd, which is no time zone known here; allowed are IANA names such as Europe/Berlin, or Windows names such as \"W. Europe Standard Time\"", ["nps", "a.csv", "--zone", "../../etc/passwd"] },
        { "--encoding is utf-9; allowed are utf-8, utf-16, windows-1252, iso-8859-1 and the other IANA names of encodings", ["nps", "a.csv", "--encoding", "utf-9"] },
        { "--delimiter is \"ab\"; allowed are comma, semicolon, tab, pipe, or one character", ["nps", "a.csv", "--delimiter", "ab"] },
        { "--delimiter is \"\"; allowed are comma, semicolon, tab, pipe, or one character", ["nps", "a.csv", "--delimiter", ""] },
        { "--where is \"phone\"; it takes COLUMN=VALUE, such as channel=phone", ["nps", "a.csv", "--where", "phone"] },
        { "--where is \"=phone\"; it takes COLUMN=VALUE, such as channel=phone", ["nps", "a.csv", "--where", "=phone"] },
        { "--by is \"channel,\"; it takes COLUMN[,COLUMN], such as channel,region", ["nps", "a.csv", "--by", "channel,"] },
        { "--by names channel twice", ["nps", "a.csv", "--by", "channel,channel"] },
        { "--date-format is \"%d.%m.%Y\"; it is a .NET date format with d, M (months), y, H, m (minutes), such as dd.MM.yyyy or \"M/d/yyyy H:mm\"", ["nps", "a.csv", "--date-format", "%d.%m.%Y"] },
        { "--date-format is \"DD/MM/YYYY\"; it is a .NET date format with d, M (months), y, H, m (minutes), such as dd.MM.yyyy or \"M/d/yyyy H:mm\"", ["nps", "a.csv", "--date-format", "DD/MM/YYYY"] },
        { "--date-format is \"dd.mm.yyyy\"; it is a .NET date format with d, M (months), y, H, m (minutes), such as dd.MM.yyyy or \"M/d/yyyy H:mm\"", ["nps", "a.csv", "--date-format", "dd.mm.yyyy"] },
        { "--output needs the name of a file", ["nps", "a.csv", "--output", ""] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Bad_arguments_are_one_line_and_exit_code_2(string message, string[] arguments)
    {
        bool wasRead = false;
        ToolRun run = ToolRun.With(
            host => host with
            {
                Read = (_, _, _) =>
                {
                    wasRead = true;
                    return Made.Report();
                },
            },
            arguments);

        Assert.Equal("caremetrics: " + message + "\n", run.Error);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.False(wasRead);
    }

    [Fact]
    public void Messages_are_the_same_in_every_language()
    {
        CultureInfo before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = new CultureInfo("de-DE");
            foreach (object[] row in Cases)
            {
                Bad_arguments_are_one_line_and_exit_code_2((string)row[0], (string[])row[1]);
            }
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void Bad_arguments_that_the_reader_finds_exit_2_as_well()
    {
        ToolRun run = ToolRun.Of("nps", "-", "-");

        Assert.Equal("caremetrics: standard input (-) is named more than once; it can be read only once\n", run.Error);
        Assert.Equal(2, run.ExitCode);
    }
}
