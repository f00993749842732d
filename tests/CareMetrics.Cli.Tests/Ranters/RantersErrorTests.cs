namespace CareMetrics.Cli.Tests;

public class RantersErrorTests
{
    public static TheoryData<string, string[]> BadArguments => new()
    {
        { "ranters needs a FILE, or - for standard input; see caremetrics ranters --help", ["ranters"] },
        { "there is no option --contrl; did you mean --control?; see caremetrics ranters --help", ["ranters", "a.csv", "--contrl", "a=b"] },
        { "there is no option --by; see caremetrics ranters --help", ["ranters", "a.csv", "--by", "channel"] },
        { "there is no option --latest; see caremetrics ranters --help", ["ranters", "a.csv", "--latest"] },
        { "--control is \"programme\"; it takes COLUMN=VALUE, such as programme=control", ["ranters", "a.csv", "--control", "programme"] },
        { "--control is \"programme=\"; it takes COLUMN=VALUE, such as programme=control", ["ranters", "a.csv", "--control", "programme="] },
        { "--before and --after go together: each row is a case, with a column for either", ["ranters", "a.csv", "--before", "x"] },
        { "--before and --after go together: each row is a case, with a column for either", ["ranters", "a.csv", "--after", "x"] },
        { "--before and --after both name \"x\"; before and after are two columns", ["ranters", "a.csv", "--before", "x", "--after", "x"] },
        { "--score needs a row for each answer; with --tallied a row says both sides already", ["ranters", "a.csv", "--tallied", "--score", "x"] },
        { "--customer needs a row for each answer; with --before and --after a row says both sides already", ["ranters", "a.csv", "--before", "x", "--after", "y", "--customer", "z"] },
        { "--date needs a row for each answer; with --tallied a row says both sides already", ["ranters", "a.csv", "--tallied", "--date", "x"] },
        { "--date-format needs a row for each answer; with --tallied a row says both sides already", ["ranters", "a.csv", "--tallied", "--date-format", "dd.MM.yyyy"] },
        { "--contact needs a row for each answer; with --tallied a row says both sides already", ["ranters", "a.csv", "--tallied", "--contact", "x"] },
        { "--window needs --contact, the column of each customer's contact", ["ranters", "a.csv", "--window", "90"] },
        { "--window is 0; it takes days, above 0 and up to 1000000, such as 90", ["ranters", "a.csv", "--contact", "x", "--window", "0"] },
        { "--window is -5; it takes days, above 0 and up to 1000000, such as 90", ["ranters", "a.csv", "--contact", "x", "--window=-5"] },
        { "--scale, --stars and --sentiment each say what an answer is; give one of them", ["ranters", "a.csv", "--stars", "--scale", "0-10"] },
        { "--scale, --stars and --sentiment each say what an answer is; give one of them", ["ranters", "a.csv", "--stars", "--sentiment", "-0.1:0.1"] },
        { "--sentiment is \"0.1\"; it takes two cuts in order from -1 to 1, RANTERMAX:RAVERMIN, such as -0.05:0.05", ["ranters", "a.csv", "--sentiment", "0.1"] },
        { "--sentiment is \"0.1:-0.1\"; it takes two cuts in order from -1 to 1, RANTERMAX:RAVERMIN, such as -0.05:0.05", ["ranters", "a.csv", "--sentiment", "0.1:-0.1"] },
        { "--difference is wald; allowed are newcombe, miettinen-nurminen", ["ranters", "a.csv", "--difference", "wald"] },
        { "--level is 95; a confidence level lies strictly between 0 and 1, such as 0.95", ["ranters", "a.csv", "--level", "95"] },
        { "--reliability is 1.1; a reliability lies from 0 to 1, such as 0.6", ["ranters", "a.csv", "--reliability", "1.1"] },
        { "--reliability is NaN; a reliability lies from 0 to 1, such as 0.6", ["ranters", "a.csv", "--reliability", "NaN"] },
        { "--format is xml; allowed are text, json, csv, markdown", ["ranters", "a.csv", "--format", "xml"] },
        { "standard input (-) is named more than once; it can be read only once", ["ranters", "-", "-"] },
    };

    public static TheoryData<string, string[], string> BadFiles => new()
    {
        { "score,date\n1,2026-01-01\n", [], "no customer column found; name it with --customer COLUMN; the columns are \"score\", \"date\"" },
        { "customer,score\nA,1\n", [], "no date column found; name it with --date COLUMN; the columns are \"customer\", \"score\"" },
        { "customer,date,score\nA,2026-01-01,11\n", [], "line 2, column \"score\": found \"11\"; allowed are whole numbers from 0 to 10, or ranter, neutral, raver" },
        { "customer,date,score\nA,2026-01-01,angry\n", [], "line 2, column \"score\": found \"angry\"; allowed are whole numbers from 0 to 10, or ranter, neutral, raver" },
        { "customer,date,score\nA,02/01/2026,1\n", [], "line 2, column \"date\": found \"02/01/2026\"; allowed are ISO 8601 dates such as 2026-02-03 or 2026-02-03T14:05:00Z; any other order of day and month needs --date-format, such as --date-format dd/MM/yyyy" },
        { "b,a\n1,0.5\n-1,1.5\n", ["--before", "b", "--after", "a", "--sentiment", "-0.1:0.1"], "line 3, column \"a\": found \"1.5\"; allowed are numbers from -1 to 1, or ranter, neutral, raver" },
        { "b,a\n1,6\n7,2\n", ["--before", "b", "--after", "a", "--stars"], "line 3, column \"b\": found \"7\"; allowed are whole numbers from 1 to 5, or ranter, neutral, raver; line 2, column \"a\": found \"6\"" },
        { "before,after\nranter,raver\n", ["--tallied"], "no count column found, which --tallied needs; the columns are \"before\", \"after\"" },
        { "before,after,n\nranter,raver,-1\n", ["--tallied"], "line 2, column \"n\": found \"-1\"; a count is a whole number, 0 or more" },
        { "before,after,n\nranter,raver,9223372036854775807\nranter,raver,1\n", ["--tallied"], "line 3: the counts together pass 9223372036854775807" },
        { "before,after,n,g\nranter,raver,1,care\n", ["--tallied", "--control", "g=control"], "no counted row has \"control\" in column \"g\", so nobody is in the control group; is --control right?" },
        { "before,after,n,g\nranter,raver,1,control\nranter,raver,1,\n", ["--tallied", "--control", "g=control"], "every counted row has \"control\" or a blank in column \"g\", so there is nobody to set against the control group" },
        { "before,after,n\nranter,raver,1\n", ["--tallied", "--control", "g=control"], "no column \"g\", which --control names; the columns are \"before\", \"after\", \"n\"" },
        { "customer,date,score,c\nA,2026-01-01,3,2026-01-02\nA,2026-01-03,3,2026-01-05\n", ["--contact", "c"], "line 3, column \"c\": customer \"A\" has another contact, or none, in an earlier row; a customer's contact is the same in all rows (where there are several, make the case the customer)" },
        { "customer,date,score,c\nA,2026-01-01,3,soon\n", ["--contact", "c"], "line 2, column \"c\": found \"soon\"; allowed are ISO 8601 dates" },
        { "before,after,n\n", ["--tallied"], "a header and no rows; needed is a row for each answer" },
    };

    [Theory]
    [MemberData(nameof(BadArguments))]
    public void Bad_arguments_are_one_line_and_exit_code_2(string message, string[] arguments) =>
        Assert.Equal(new ToolRun(2, "", $"caremetrics: {message}\n"), ToolRun.Of(arguments));

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Bad_data_is_one_line_and_exit_code_1(string content, string[] options, string message)
    {
        using var folder = new Folder();
        string file = folder.File("a.csv", content);
        ToolRun run = ToolRun.Of(["ranters", file, .. options, "--output", folder.File("out.txt")]);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"caremetrics: {file}: {message}", run.Error);
        Assert.Equal(1, run.Error.Count(letter => letter == '\n'));
        Assert.Equal(["a.csv"], folder.Names);
    }

    [Fact]
    public void A_reliability_needs_scores()
    {
        using var folder = new Folder();
        ToolRun run = ToolRun.Of("ranters", folder.File("a.csv", "before,after,n\nranter,raver,5\n"), "--tallied", "--reliability", "0.6");

        Assert.Equal(new ToolRun(1, "", "caremetrics: --reliability needs scores that differ before; here they are named as moods, or all the same\n"), run);
    }
}
