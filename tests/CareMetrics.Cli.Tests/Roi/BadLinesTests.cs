namespace CareMetrics.Cli.Tests;

/// <summary>What is wrong with a file of lines is one line that says where, what was found, and what is allowed.</summary>
public class BadLinesTests
{
    private const string Number = "allowed are numbers such as 1234.50, with a point and without separators of thousands; a cost's is 0 or more";
    private const string Share = "allowed are fractions from 0 to 1, or percents such as 50%";
    private const string Period = "allowed are whole numbers from 0 (now) to 1000, or a span such as 1-3 or 1..3";

    public static TheoryData<string, string> Cells => new()
    {
        { ",benefit,0,1,1,,,,,,margin,", "line 2, column \"name\": found \"\"; every line needs a name" },
        { "A,gain,0,1,1,,,,,,margin,", "line 2, column \"kind\": found \"gain\"; allowed are benefit, initial, running, save" },
        { "A,,0,1,1,,,,,,margin,", "line 2, column \"kind\": found \"\"; allowed are benefit, initial, running, save" },
        { "A,benefit,-1,1,1,,,,,,margin,", $"line 2, column \"period\": found \"-1\"; {Period}" },
        { "A,benefit,1.5,1,1,,,,,,margin,", $"line 2, column \"period\": found \"1.5\"; {Period}" },
        { "A,benefit,3-1,1,1,,,,,,margin,", $"line 2, column \"period\": found \"3-1\"; {Period}" },
        { "A,benefit,1001,1,1,,,,,,margin,", $"line 2, column \"period\": found \"1001\"; {Period}" },
        { "A,benefit,0,NaN,1,,,,,,margin,", $"line 2, column \"quantity\": found \"NaN\"; {Number}" },
        { "A,benefit,0,1,1e3,,,,,,margin,", $"line 2, column \"unit_value\": found \"1e3\"; {Number}" },
        { "A,benefit,0,1,\"1,000\",,,,,,margin,", $"line 2, column \"unit_value\": found \"1,000\"; {Number}" },
        { "A,benefit,0,1,Infinity,,,,,,margin,", $"line 2, column \"unit_value\": found \"Infinity\"; {Number}" },
        { "A,benefit,0,1,99999999999999999999999999999999,,,,,,margin,", $"line 2, column \"unit_value\": found \"99999999999999999999999999999999\"; {Number}" },
        { "A,initial,0,,-5,,,,,,,", $"line 2, column \"unit_value\": found \"-5\"; {Number}" },
        { "A,running,0,-5,1,,,,,,,", $"line 2, column \"quantity\": found \"-5\"; {Number}" },
        { "A,initial,0,,,-1,2,3,,,,", $"line 2, column \"low\": found \"-1\"; {Number}" },
        { "A,benefit,0,1,1,,,,1.01,,margin,", $"line 2, column \"attribution\": found \"1.01\"; {Share}" },
        { "A,benefit,0,1,1,,,,,-0.1,margin,", $"line 2, column \"confidence\": found \"-0.1\"; {Share}" },
        { "A,benefit,0,1,1,,,,,101%,margin,", $"line 2, column \"confidence\": found \"101%\"; {Share}" },
        { "A,benefit,0,1,1,,,,NaN,,margin,", $"line 2, column \"attribution\": found \"NaN\"; {Share}" },
    };

    public static TheoryData<string, string> Lines => new()
    {
        { "A,benefit,0,1,1,1,2,3,,,margin,", "quantity, unit value and low, likely, high are all given; leave blank the quantity or the unit value, whichever low, likely and high stand for" },
        { "A,benefit,0,1,,1,2,,,,margin,", "low, likely and high are not all given; they go together" },
        { "A,benefit,0,1,,,2,,,,margin,", "low, likely and high are not all given; they go together" },
        { "A,benefit,0,1,,,,,,,margin,", "there is no unit value; needed is one, or low, likely and high in its place" },
        { "A,benefit,0,1,,3,2,4,,,margin,", "low 3, likely 2 and high 4 are out of order; needed is low <= likely <= high" },
        { "A,benefit,0,1,,1,5,4,,,margin,", "low 1, likely 5 and high 4 are out of order; needed is low <= likely <= high" },
        { "A,benefit,0,1,1,,,,,,,", "the benefit has no basis; name in column \"basis\" whose money it is, such as customer margin" },
        { "A,initial,0,1,1,,,,,0.5,,", "column \"confidence\": found \"0.5\"; a cost has none, leave it blank" },
        { "A,initial,0,1,1,,,,,,margin,", "column \"basis\": found \"margin\"; a cost has none, leave it blank" },
        { "A,initial,0,1,1,,,,,,,EUR\nB,running,0,1,1,,,,,,,USD", "column \"currency\": found \"USD\" after \"EUR\" (line 2); a case has one currency" },
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_bad_cell_is_named_with_its_place(string line, string message) =>
        Assert.Equal(new ToolRun(1, "", $"caremetrics: standard input: {message}\n"), Sample.Run(Sample.Header + line + "\n"));

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_that_contradicts_itself_is_named(string line, string message)
    {
        int at = 1 + line.Split('\n').Length;
        Assert.Equal(new ToolRun(1, "", $"caremetrics: standard input: line {at}: {message}\n"), Sample.Run(Sample.Header + line + "\n"));
    }

    [Fact]
    public void Several_bad_cells_are_one_line()
    {
        ToolRun run = Sample.Run(Sample.Header + "A,benefit,0,x,1,,,,2,,margin,\nB,benefit,0,y,1,,,,,,margin,\nC,benefit,0,-z,1,,,,,,margin,\nD,benefit,0,w,1,,,,,,margin,\n");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "caremetrics: standard input: column \"quantity\": 4 values are not quantities: 4 unreadable (line 2 \"x\", line 3 \"y\", line 4 \"-z\", …); "
            + $"{Number}; line 2, column \"attribution\": found \"2\"; {Share}\n",
            run.Error);
    }

    [Fact]
    public void Several_bad_lines_are_counted() => Assert.Equal(
        "caremetrics: standard input: line 2: there is no unit value; needed is one, or low, likely and high in its place (and 1 more of such problems)\n",
        Sample.Run(Sample.Header + "A,benefit,0,1,,,,,,,margin,\nB,benefit,0,1,,,,,,,margin,\n").Error);

    [Fact]
    public void The_currency_of_the_arguments_is_that_of_the_lines() => Assert.Equal(
        "caremetrics: standard input: line 2: column \"currency\": found \"EUR\" after \"USD\" (--currency); a case has one currency\n",
        Sample.Run(Sample.Header + "A,initial,0,1,1,,,,,,,EUR\n", "--currency", "USD").Error);

    [Theory]
    [InlineData("", "the file is empty; needed is a header line, then a row for each line of the case")]
    [InlineData("name,kind,unit_value\n", "a header and no rows; needed is a row for each line of the case")]
    [InlineData("kind,unit_value\ninitial,1\n", "no name column found; the columns are \"kind\", \"unit_value\"")]
    [InlineData("name,unit_value\nA,1\n", "no kind column found; the columns are \"name\", \"unit_value\"")]
    [InlineData("name,line,kind\nA,1,2\n", "\"name\" and \"line\" could both be the name; rename one")]
    [InlineData("name,kind\nA\n", "line 2: 1 field found; the header has 2")]
    public void A_file_that_is_no_table_of_lines_is_named(string content, string message) =>
        Assert.Equal(new ToolRun(1, "", $"caremetrics: standard input: {message}\n"), Sample.Run(content));

    [Theory]
    [InlineData("A,benefit,0,70000000000000,70000000000000,,,,,,margin,\n", "A: the amount is too large to be booked to the cent; allowed are amounts up to 792281625142643375935439503.35")]
    [InlineData("A,benefit,0,1,700000000000000000000000000,,,,,,m,\nB,benefit,0,1,700000000000000000000000000,,,,,,n,\n", "the benefits together: the amount is too large to be booked to the cent; allowed are amounts up to 792281625142643375935439503.35")]
    public void An_amount_too_large_is_named_and_never_wrapped(string lines, string message) =>
        Assert.Equal(new ToolRun(1, "", $"caremetrics: standard input: {message}\n"), Sample.Run(Sample.Header + lines));

    [Fact]
    public void Several_files_are_one_case_and_messages_name_the_file()
    {
        using var folder = new Folder();
        string benefits = folder.File("benefits.csv", "name,kind,unit_value,basis\nA,benefit,150,margin\n");
        string costs = folder.File("costs.csv", "name,kind,unit_cost\nB,initial,100\n");
        string bad = folder.File("bad.csv", "name,kind,unit_cost\nB,initial,x\n");

        Assert.StartsWith("ROI 50% (net 50.00 on 100.00)\n", ToolRun.Of("roi", benefits, costs).Output);
        Assert.Equal($"caremetrics: {bad}: line 2, column \"unit_value\": found \"x\"; {Number}\n", ToolRun.Of("roi", benefits, bad).Error);
        Assert.Equal($"caremetrics: {folder.File("no.csv")}: no such file\n", ToolRun.Of("roi", folder.File("no.csv")).Error);
    }
}
