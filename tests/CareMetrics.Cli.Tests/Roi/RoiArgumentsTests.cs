
namespace CareMetrics.Cli.Tests;

public class RoiArgumentsTests
{
    public static TheoryData<string, string[]> Cases => new()
    {
        { "roi needs a FILE, or --return and --investment; see caremetrics roi --help", [] },
        { "--investment is given without --return; they go together", ["--investment", "5"] },
        { "--return is given without --investment; they go together", ["--return", "5"] },
        { "a FILE and --return or --investment are both given; the lines of the file make up return and investment", ["a.csv", "--return", "5"] },
        { "--rate needs a FILE of lines; two amounts have none", ["--return", "5", "--investment", "5", "--rate", "8%"] },
        { "--simulate needs a FILE of lines; two amounts have none", ["--return", "5", "--investment", "5", "--simulate", "10"] },
        { "--investment is -5; it is 0 or more", ["--return", "5", "--investment=-5"] },
        { "--return is NaN; it takes a number such as 1234.50, with a point and without separators of thousands", ["--return", "NaN", "--investment", "5"] },
        { "--return is 1,5; it takes a number such as 1234.50, with a point and without separators of thousands", ["--return", "1,5", "--investment", "5"] },
        { "returned minus invested: the amount is too large to be booked to the cent; allowed are amounts up to 792281625142643375935439503.35", ["--return", "79228162514264337593543950335", "--investment", "5"] },
        { "--currency is empty; it takes a currency such as EUR", ["--return", "5", "--investment", "5", "--currency", " "] },
        { "--rate is -1; it takes a rate above -1, a fraction or a percent, such as 0.08 or 8%", ["a.csv", "--rate=-1"] },
        { "--rate is -100%; it takes a rate above -1, a fraction or a percent, such as 0.08 or 8%", ["a.csv", "--rate=-100%"] },
        { "--rate is NaN; it takes a rate above -1, a fraction or a percent, such as 0.08 or 8%", ["a.csv", "--rate", "NaN"] },
        { "--timing is later; allowed are now, end", ["a.csv", "--rate", "8%", "--timing", "later"] },
        { "--timing is given without --rate, which it belongs to", ["a.csv", "--timing", "end"] },
        { "--target is given without --break-even, which it belongs to", ["a.csv", "--target", "10%"] },
        { "--seed is given without --simulate, which it belongs to", ["a.csv", "--seed", "1"] },
        { "--distribution is given without --simulate, which it belongs to", ["a.csv", "--distribution", "pert"] },
        { "--target is -1; it takes a return above -1, a fraction or a percent, such as 0.08 or 8%", ["a.csv", "--break-even", "A", "--target=-1"] },
        { "--simulate is 0; it takes a whole number of draws from 1 to 100000000, such as 100000", ["a.csv", "--simulate", "0"] },
        { "--simulate is 100000001; it takes a whole number of draws from 1 to 100000000, such as 100000", ["a.csv", "--simulate", "100000001"] },
        { "--seed is x; it takes a whole number, such as 1", ["a.csv", "--simulate", "10", "--seed", "x"] },
        { "--distribution is normal; allowed are triangular, pert", ["a.csv", "--simulate", "10", "--distribution", "normal"] },
        { "--format is xml; allowed are text, json, csv, markdown", ["a.csv", "--format", "xml"] },
        { "standard input (-) is named more than once; it can be read only once", ["-", "-"] },
        { "there is no option --rates; did you mean --rate?; see caremetrics roi --help", ["a.csv", "--rates", "8%"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_bad_argument_is_one_line_and_exit_code_2(string message, string[] arguments) =>
        Assert.Equal(new ToolRun(2, "", $"caremetrics: {message}\n"), ToolRun.Of(["roi", .. arguments]));

    [Fact]
    public void The_line_of_a_break_even_must_be_one()
    {
        Assert.Equal(
            new ToolRun(2, "", "caremetrics: --break-even Chrn names no line; the lines are \"A\", \"B\"\n"),
            Sample.Run("name,kind,unit_value,basis\nA,benefit,1,m\nB,initial,1,\n", "--break-even", "Chrn"));
        Assert.Equal(
            new ToolRun(2, "", "caremetrics: --break-even A names both a benefit and a cost; it must name one side\n"),
            Sample.Run("name,kind,unit_value,basis\nA,benefit,1,m\nA,initial,1,\n", "--break-even", "A"));
    }

    [Fact]
    public void The_help_names_every_option_column_and_measure()
    {
        ToolRun run = ToolRun.Of("roi", "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            new[]
            {
                "--return AMOUNT", "--investment AMOUNT", "--currency CODE", "--rate RATE", "--timing now|end", "--break-even LINE", "--target ROI",
                "--simulate N", "--seed SEED", "--distribution SHAPE", "--delimiter CHARACTER", "--encoding NAME", "--format FORMAT", "--output FILE",
            },
            option => Assert.Contains($"\n  {option}  ", run.Output));
        Assert.All(
            Sample.Header.TrimEnd().Split(','), column => Assert.Matches($@"\b{column}\b", run.Output));
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Contains("\n  roi  ", ToolRun.Of("--help").Output);
        Assert.Contains("\n  --roi FILE  ", ToolRun.Of("report", "--help").Output);
    }
}
