using System.Text.Json;

namespace CareMetrics.Cli.Tests;

public class NpsPlanCommandTests
{
    private const double Z = 1.959963984540054;
    private const double ZOfPower = 0.8416212335729143;

    private static JsonElement[] Plan(params string[] arguments) => Rows.Of(ToolRun.Of(["nps", "plan", .. arguments, "--format", "json"]));

    [Fact]
    public void A_margin_needs_answers_and_invitations()
    {
        JsonElement row = Assert.Single(Plan("--margin", "5", "--response-rate", "20%"));

        // z²V/E² − 3 with V = 0.7 − 0.3² = 0.61.
        double exact = Math.Ceiling(Z * Z * 0.61 / 0.0025 - 3);
        Assert.Equal("answers-for-margin", row.Text("measure"));
        Assert.Equal(exact, row.Number("value"));
        Assert.Equal(exact * 5, row.Number("invitations"));
        Assert.Equal("answers", row.Text("unit"));
    }

    [Fact]
    public void A_difference_needs_answers_in_each_group()
    {
        JsonElement row = Assert.Single(Plan("--difference", "5", "--design-effect", "1.3", "--promoters", "0.45", "--detractors", "27%"));

        double variance = 0.72 - 0.18 * 0.18;
        Assert.Equal(Math.Ceiling(2 * variance * 1.3 * Math.Pow((Z + ZOfPower) / 0.05, 2)), row.Number("answers"));
        Assert.Equal(0.8, row.Number("power"));
        Assert.Equal(0.27, row.Number("detractors"));
    }

    [Fact]
    public void Answers_buy_a_margin_and_a_difference()
    {
        JsonElement[] rows = Plan("--answers", "1000");

        Assert.Equal(["margin", "detectable-difference"], rows.Select(row => row.Text("measure")));
        Assert.Equal(100 * Z * Math.Sqrt(0.61 / 1003), rows[0].Number("value")!.Value, 9);
        Assert.Equal(100 * (Z + ZOfPower) * Math.Sqrt(2 * 0.61 / 1000), rows[1].Number("value")!.Value, 9);
    }

    [Fact]
    public void Everything_can_be_asked_at_once_and_csv_has_the_columns_of_json()
    {
        string[] asked = ["--margin", "5", "--difference", "5", "--answers", "1000", "--population", "20000"];
        JsonElement[] rows = Plan(asked);
        string csv = ToolRun.Of(["nps", "plan", .. asked, "--format", "csv"]).Output;

        Assert.Equal(4, rows.Length);
        Assert.StartsWith(string.Join(',', rows[0].EnumerateObject().Select(property => property.Name)) + "\nanswers-for-margin,", csv);
        Assert.Equal(6, csv.Split('\n').Length);
    }

    [Fact]
    public void The_text_can_be_pasted_into_a_report()
    {
        Assert.Equal(
            "To know the NPS to ±5 points at 95% confidence takes 935 answers, 4,675 invitations.\n"
            + "Expected: 50% promoters, 20% detractors, design effect 1, 20% of the invited answer.\n",
            ToolRun.Of("nps", "plan", "--margin", "5", "--response-rate", "0.2").Output);
        Assert.Equal(
            "1,000 answers give the NPS to ±4.8 points at 95% confidence.\n\n"
            + "1,000 answers in each of two groups find a difference of 9.8 points with a chance of 80%.\n\n"
            + "Expected: 50% promoters, 20% detractors, design effect 1.\n",
            ToolRun.Of("nps", "plan", "--answers", "1000", "--format", "markdown").Output);
    }

    [Fact]
    public void With_everyone_in_nothing_is_left_to_chance() =>
        Assert.All(Plan("--answers", "500", "--population", "500"), row => Assert.Equal(0, row.Number("value")));

    [Fact]
    public void Numbers_may_have_an_exponent() => Assert.Equal(
        ToolRun.Of("nps", "plan", "--margin", "5", "--population", "100000", "--promoters", "0.4", "--response-rate", "20%", "--level", "0.9", "--design-effect", "1.5"),
        ToolRun.Of("nps", "plan", "--margin", "5e0", "--population", "1e5", "--promoters", "4E-1", "--response-rate", "2e1%", "--level", "9e-1", "--design-effect", "1.5e0"));

    public static TheoryData<string, string[]> BadArguments => new()
    {
        { "nps plan needs one or more of --margin POINTS, --difference POINTS and --answers N; see caremetrics nps plan --help", [] },
        { "--margin is 0; allowed are points above 0 and at most 100", ["--margin", "0"] },
        { "--margin is NaN; allowed are points above 0 and at most 100", ["--margin", "NaN"] },
        { "--difference is 201; allowed are points above 0 and at most 200", ["--difference", "201"] },
        { "--answers is 1,000; allowed are whole numbers from 1, without separators", ["--answers", "1,000"] },
        { "--promoters is 50; allowed are shares such as 0.5 or 50%", ["--margin", "5", "--promoters", "50"] },
        { "--promoters is 101%; allowed are shares such as 0.5 or 50%", ["--margin", "5", "--promoters", "101%"] },
        { "--design-effect is 0.5; allowed are numbers from 1 to 1000000", ["--margin", "5", "--design-effect", "0.5"] },
        { "nps plan: promoters 0.9 and detractors 0.2 together pass 1", ["--margin", "5", "--promoters", "90%"] },
        { "nps plan: answers is 10; allowed are 1 to the population of 5", ["--answers", "10", "--population", "5"] },
        { "nps plan: power is 1; at level 0.95 a power lies strictly between 0.025 and 1, such as 0.8", ["--difference", "5", "--power", "1"] },
        { "nps plan: more than 9223372036854775807 answers or invitations would be needed", ["--margin", "0.00000001"] },
        { "nps plan: more than 9223372036854775807 answers or invitations would be needed", ["--margin", "1e-8"] },
        { "--margin is 1e3; allowed are points above 0 and at most 100", ["--margin", "1e3"] },
        { "--population is 1e308; allowed are whole numbers from 1 to 9223372036854775807, without separators", ["--margin", "5", "--population", "1e308"] },
        { "--design-effect is 1e300; allowed are numbers from 1 to 1000000", ["--margin", "5", "--design-effect", "1e300"] },
        { "--level is 1e0; a confidence level lies strictly between 0 and 1, such as 0.95", ["--margin", "5", "--level", "1e0"] },
        { "there is no option --margi; did you mean --margin?; see caremetrics nps plan --help", ["--margi", "5"] },
        { "plan takes no a.csv; it reads no file; see caremetrics nps plan --help", ["a.csv", "--margin", "5"] },
        { "--format is xml; allowed are text, json, csv, markdown", ["--margin", "5", "--format", "xml"] },
    };

    [Theory]
    [MemberData(nameof(BadArguments))]
    public void Bad_arguments_are_one_line_and_exit_code_2(string message, string[] arguments) =>
        Assert.Equal(new ToolRun(2, "", $"caremetrics: {message}\n"), ToolRun.Of(["nps", "plan", .. arguments]));

    [Theory]
    [InlineData("nps", "a.csv", "plan", "--margin", "5")]
    [InlineData("nps", "--by", "channel", "plan", "--margin", "5")]
    public void Files_and_options_of_nps_before_plan_are_not_dropped_in_silence(params string[] arguments) => Assert.Equal(
        new ToolRun(2, "", "caremetrics: nps plan takes no files and none of the options of nps; a file named plan is ./plan; see caremetrics nps plan --help\n"),
        ToolRun.Of(arguments));

    [Fact]
    public void A_file_named_plan_is_read_by_its_path()
    {
        Assert.Equal(["./plan"], ToolRun.Asked("nps", "./plan").Files);
        Assert.Contains("./plan", ToolRun.Of("nps", "plan", "--help").Output);
        Assert.Contains("./plan", ToolRun.Of("nps", "--help").Output);
    }
}
