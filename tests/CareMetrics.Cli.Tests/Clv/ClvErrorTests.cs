using System.Text;

namespace CareMetrics.Cli.Tests;

/// <summary>What is wrong with the arguments or a file of cohorts is one line that says where, what was found, and what is allowed.</summary>
public class ClvErrorTests
{
    private const string Survivors = "allowed are numbers of customers, 0 or more, with a point and without separators of thousands, or a blank where a period is not over";

    public static TheoryData<string, string[]> Arguments => new()
    {
        { "clv needs a FILE of cohorts, or --margin, --retention and --discount; --margin is not given; see caremetrics clv --help", [] },
        { "clv needs a FILE of cohorts, or --margin, --retention and --discount; --discount is not given; see caremetrics clv --help", ["--margin", "1", "--retention", "1"] },
        { "--project needs a FILE of cohorts; at constant retention there is none", ["--margin", "1", "--project", "3"] },
        { "--referrals is given without --ranter-retention or --ranter-margin; it is part of the value of a save", [.. Constant, "--referrals", "1"] },
        { "--referrals or --ranter-referrals is given without --referral-value; they go together", [.. Constant, "--ranter-margin", "1", "--referrals", "1"] },
        { "--referral-value is given without --referrals or --ranter-referrals; they go together", [.. Constant, "--ranter-margin", "1", "--referral-value", "1"] },
        { "--retention is 120%; a share who stay lies from 0 to 1, such as 0.85, 85% or 85%/year", ["--margin", "1", "--retention", "120%", "--discount", "0"] },
        { "--discount is 10%/decade; it takes a rate of a period such as 0.1 or 10%, or of a named length such as 10%/year, 1%/month", ["--margin", "1", "--retention", "1", "--discount", "10%/decade"] },
        { "--discount is -1; it takes a rate above -1, which is -100%", ["--margin", "1", "--retention", "1", "--discount=-1"] },
        { "--growth is -150%/year; it takes a rate above -1, which is -100%", ["--margin", "1", "--retention", "1", "--discount", "0", "--growth=-150%/year"] },
        { "--margin is 1,5; it takes a number such as 1234.50, with a point and without separators of thousands", ["--margin", "1,5", "--retention", "1", "--discount", "0"] },
        { "--timing is later; allowed are now, renewal, end", [.. Constant, "--timing", "later"] },
        { "--period is day; allowed are week, month, quarter, half-year, year", [.. Constant, "--period", "day"] },
        { "--horizon is 0; allowed are whole numbers from 1, without separators", [.. Constant, "--horizon", "0"] },
        { "--horizon is 10001; allowed are whole numbers from 1 to 10000", [.. Constant, "--horizon", "10001"] },
        { "--currency is empty; it takes a currency such as EUR", [.. Constant, "--currency", " "] },
        { "clv: each period leaves 1 times the value of the one before; over all time the lifetime value is finite only below 1: name a --horizon, or lower retention or growth", ["--margin", "1", "--retention", "100%", "--discount", "0"] },
        { "clv: the rate is 85.0% a year and the length of a period is not named; name it with --period, such as --period month, or give the rate per period", ["--margin", "1", "--retention", "85%/year", "--discount", "0"] },
        { "clv: the rate is 85.0% a year and a period is a week, which is no whole number of weeks; give the rate per period", ["--margin", "1", "--retention", "85%/year", "--discount", "0", "--period", "week"] },
        { "a FILE and --retention are both given; the survivors of the file make up retention, and --retention is of a constant one", ["-", "--retention", "1"] },
        { "--margin is given without --discount, which the worth of a customer needs", ["-", "--margin", "1"] },
        { "--currency is given without --margin, which it belongs to", ["-", "--discount", "1%", "--currency", "EUR"] },
        { "--level is 95; a confidence level lies strictly between 0 and 1, such as 0.95", ["-", "--level", "95"] },
        { "clv: discount is -0.1 a period; a lifetime over all time is finite only at a discount above 0, or of 0 with alpha above 1: name a --horizon", ["-", "--discount=-10%"] },
        { "clv: the rate is 10.0% a year and the length of a period is not named; name it with --period, such as --period month, or give the rate per period", ["-", "--discount", "10%/year"] },
    };

    private static string[] Constant => ["--margin", "1", "--retention", "85%", "--discount", "10%"];

    private static ToolRun Run(string lines, params string[] arguments) =>
        ToolRun.With(host => host with { OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(lines)) }, ["clv", .. arguments]);

    [Theory]
    [MemberData(nameof(Arguments))]
    public void A_bad_argument_is_named(string message, string[] arguments) =>
        Assert.Equal(new ToolRun(2, "", $"caremetrics: {message}\n"), Run("period,a\n0,100\n1,70\n2,55\n3,46\n", arguments));

    [Theory]
    [InlineData("", "the file is empty; needed is a header line, then a row for each period of the cohorts")]
    [InlineData("period,a\n", "a header and no rows; needed is a row for each period of the cohorts")]
    [InlineData("a,b\n0,1\n", "no period column found; the columns are \"a\", \"b\"")]
    [InlineData("period,year,a\n0,0,1\n", "\"period\" and \"year\" could both be the period; rename one")]
    [InlineData("period\n0\n", "no cohorts found; beside the periods needed is a column for each cohort, or the columns cohort and survivors; the columns are \"period\"")]
    [InlineData("period,a,a\n0,1,1\n", "2 columns are named \"a\"; a column that is used needs a name of its own")]
    [InlineData("period,a\n0,100\nx,90\n", "line 3, column \"period\": found \"x\"; allowed are whole numbers from 0 (the start) to 1000")]
    [InlineData("period,a,b\n0,100,1\n1.5,90,1\n", "line 3, column \"period\": found \"1.5\"; allowed are whole numbers from 0 (the start) to 1000")]
    [InlineData("period,a\n0,100\n1,many\n", $"line 3, column \"a\": found \"many\"; {Survivors}")]
    [InlineData("period,a\n0,100\n1,-1\n", $"line 3, column \"a\": found \"-1\"; {Survivors}")]
    [InlineData("period,a\n0,100\n1,90%\n", $"line 3, column \"a\": found \"90%\"; {Survivors}")]
    [InlineData("period,a\n0,100\n1,105\n", "line 3, column \"a\": found 105 after 100 (line 2); a cohort never grows: who came later is of a later cohort")]
    [InlineData("period,a\n1,100\n2,90\n", "line 2: period 1 of cohort \"a\" and no period 0; needed is the number of customers at the start")]
    [InlineData("period,a\n0,100\n1,\n2,90\n", "line 4: period 2 of cohort \"a\" and no period 1; a cohort has every period up to its last")]
    [InlineData("period,a\n0,100\n0,90\n", "line 3: period 0 of cohort \"a\" stands in line 2 too; each has one number of survivors")]
    [InlineData("period,a,b\n0,100,\n1,90,\n", "no number of survivors of cohort \"b\"; needed is the number of customers at the start, and after each period")]
    [InlineData("cohort,period,survivors\n,0,100\n", "line 2, column \"cohort\": blank; every row of survivors needs its cohort")]
    [InlineData("period,survivors\n0,100\n0,100\n", "line 3: period 0 stands in line 2 too; each has one number of survivors")]
    [InlineData("period,survivors\n0\n", "line 2: 1 field found; the header has 2")]
    public void A_bad_file_is_named_with_its_place(string lines, string message) =>
        Assert.Equal(new ToolRun(1, "", $"caremetrics: standard input: {message}\n"), Run(lines, "-"));

    [Fact]
    public void Several_bad_cells_are_one_line() => Assert.Equal(
        $"caremetrics: standard input: column \"a\": 2 values are not numbers of customers: 2 unreadable (line 3 \"x\", line 4 \"y\"); {Survivors}\n",
        Run("period,a\n0,100\n1,x\n2,y\n", "-").Error);

    [Fact]
    public void Every_option_is_in_the_help()
    {
        string help = ToolRun.Of("clv", "--help").Output;

        Assert.All(
            new[] { "--margin AMOUNT", "--retention RATE", "--ranter-retention RATE", "--referral-value AMOUNT", "--discount RATE", "--horizon N", "--project N", "--timing now|renewal|end" },
            option => Assert.Contains(option, help));
        Assert.All(help.Split('\n').Where(line => !line.TrimStart().StartsWith("caremetrics", StringComparison.Ordinal)), line => Assert.True(line.Length <= 100, line));
    }
}
