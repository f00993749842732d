using System.Text;
using System.Text.Json;
using CareMetrics.Tests;
using Spectre.Console;

namespace CareMetrics.Cli.Tests;

// Expected numbers are those of the reference tables, or follow from the formulas by hand.
public class ClvCommandTests
{
    private const string HighEnd = "year,survivors\n0,1000\n1,869\n2,743\n3,653\n4,593\n5,551\n6,517\n7,491\n";

    private static readonly string[] Save = ["clv", "--margin", "100", "--retention", "85%", "--ranter-retention", "60%", "--discount", "10%"];

    private static string Cohorts { get; } = File.ReadAllText(Repository.PathOf("docs/samples/cohorts.csv"));

    private static ToolRun Run(string lines, params string[] arguments) =>
        ToolRun.With(host => host with { OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(lines)) }, ["clv", "-", .. arguments]);

    private static JsonElement[] Json(ToolRun run) => Rows.Of(run);

    private static double? Value(JsonElement[] rows, string measure, int? period = null, string? timing = null, string? group = null) => Assert.Single(
        rows,
        row => row.Text("measure") == measure && row.Number("period") == period && (timing is null || row.Text("timing") == timing) && row.Text("group") == group).Number("value");

    [Fact]
    public void The_cohorts_of_the_sample_are_as_checked_by_hand() =>
        Expected.Equal("clv-cohorts.txt", Run(Cohorts, "--discount", "10%/year", "--margin", "120", "--currency", "EUR", "--project", "10").Output);

    [Fact]
    public void The_cohorts_of_the_sample_in_markdown_are_as_checked_by_hand() =>
        Expected.Equal("clv-cohorts.md", Run(Cohorts, "--discount", "10%", "--format", "markdown").Output);

    [Fact]
    public void A_save_by_all_three_timings_is_as_checked_by_hand() => Expected.Equal(
        "clv-save.txt", ToolRun.Of([.. Save, "--referrals", "0.4", "--ranter-referrals=-0.3", "--referral-value", "150", "--currency", "EUR"]).Output);

    [Fact]
    public void A_save_is_a_difference_for_programs_too()
    {
        JsonElement[] rows = Json(ToolRun.Of([.. Save, "--timing", "renewal", "--referrals", "0.4", "--referral-value", "150", "--format", "json"]));

        Assert.Equal(340, Value(rows, "lifetime-value", timing: "renewal", group: "raver")!.Value, 10);
        Assert.Equal(120, Value(rows, "lifetime-value", timing: "renewal", group: "ranter")!.Value, 10);
        Assert.Equal(220, Value(rows, "save-uplift")!.Value, 10);
        Assert.Equal(60, Value(rows, "save-referrals")!.Value, 10);
        Assert.Equal(280, Value(rows, "save-value")!.Value, 10);
        Assert.Equal(340 / 220.0, Value(rows, "save-overstatement")!.Value, 12);
        Assert.Equal(6, rows.Length);
    }

    [Theory]
    [InlineData("now", 440)]
    [InlineData("renewal", 340)]
    [InlineData("end", 400)]
    public void The_timing_decides_by_up_to_a_margin(string timing, double value)
    {
        JsonElement[] rows = Json(ToolRun.Of("clv", "--margin", "100", "--retention", "0.85", "--discount", "0.1", "--timing", timing, "--format", "json"));

        Assert.Equal(value, Value(rows, "lifetime-value")!.Value, 10);
    }

    [Fact]
    public void Rates_of_a_year_are_told_in_months()
    {
        string[] arguments = ["clv", "--margin", "8", "--period", "month", "--retention", "85%/year", "--discount", "10%/Year", "--timing", "renewal"];
        double kept = Math.Pow(0.85, 1 / 12.0);

        Assert.Equal(8 * kept / (Math.Pow(1.1, 1 / 12.0) - kept), Value(Json(ToolRun.Of([.. arguments, "--format", "json"])), "lifetime-value")!.Value, 9);
        Assert.Contains("In months: 98.655% kept, discounted by 0.797%\n", ToolRun.Of(arguments).Output);
        Assert.Contains("A margin of 8.00 a month, 85% a year kept, discounted by 10% a year, over all time\n", ToolRun.Of(arguments).Output);
    }

    [Fact]
    public void A_horizon_and_growth_count_as_in_the_reference()
    {
        JsonElement[] rows = Json(ToolRun.Of(
            "clv", "--margin", "1", "--retention", "90%", "--discount", "10%", "--growth", "25%", "--horizon", "8", "--format", "json"));

        Assert.Equal(8.6661261185699638, Value(rows, "lifetime-value", timing: "now")!.Value, 12);
        Assert.Equal(8.8630835303556448, Value(rows, "lifetime-value", timing: "renewal")!.Value, 12);
    }

    [Fact]
    public void The_model_of_a_published_cohort_is_the_published_one()
    {
        JsonElement[] rows = Json(Run(HighEnd, "--project", "12", "--discount", "10%/year", "--format", "json"));

        Assert.Equal(0.6680883511064462, Value(rows, "alpha")!.Value, 9);
        Assert.Equal(3.8060949640582669, Value(rows, "beta")!.Value, 8);
        Assert.Equal(0.103734931149565, Value(rows, "alpha-standard-error")!.Value, 8);
        Assert.Equal(-1611.1581473911564, Value(rows, "log-likelihood")!.Value, 8);
        Assert.Equal(0.37799907159740886, Value(rows, "projected-survival", 12)!.Value, 9);
        Assert.Equal(0.95682561479986352, Value(rows, "projected-retention", 12)!.Value, 9);
        Assert.Equal(0.491, Value(rows, "observed-survival", 7)!.Value, 12);
        Assert.Null(Value(rows, "observed-survival", 12));
        Assert.Equal(5.9222534957832756, Value(rows, "discounted-lifetime")!.Value, 8);
        Assert.Equal(6.8967066814295065, Value(rows, "residual-lifetime", 5)!.Value, 8);
    }

    [Fact]
    public void Rows_and_columns_of_cohorts_are_the_same()
    {
        const string Wide = "Month;A;B\n0;100;50\n1;70;40\n2;55;\n3;46;\n";
        const string Long = "cohort,month,customers\nB,1,40\nA,0,100\nA,3,46\nA,1,70\nB,0,50\nA,2,55\nB,2,\n";

        JsonElement[] wide = Json(Run(Wide, "--format", "json"));
        JsonElement[] rows = Json(Run(Long, "--format", "json"));
        Assert.Equal(Value(wide, "alpha"), Value(rows, "alpha"));
        Assert.Equal(Value(wide, "observed-survival", 3), Value(rows, "observed-survival", 3));
        Assert.Equal(55, Value(rows, "survivors", 2, group: "A"));
        Assert.Contains("a period is a month", Run(Long).Output);
    }

    [Fact]
    public void Without_a_model_the_reason_stands_in_its_place()
    {
        ToolRun run = Run("period,a\n0,100\n1,80\n", "--discount", "10%");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("No model of retention: one period does not show how churn changes with age\n", run.Output);
        Assert.DoesNotContain("What they are worth", run.Output);
        JsonElement alpha = Assert.Single(Json(Run("period,a\n0,100\n1,50\n2,25\n", "--format", "json")), row => row.Text("measure") == "alpha");
        Assert.Null(alpha.Number("value"));
        Assert.Equal("no fit: churn does not fall with age, so one rate for everybody fits best", alpha.Text("method"));
        Assert.Contains("The less churn is assumed", Run("period,a\n0,100\n1,100\n2,100\n").Output);
        Assert.Contains("watched for a whole period", Run("period,a\n0,100\n").Output);
        Assert.Contains("Some left at once", Run("period,a\n0,100\n1,50\n2,50\n").Output);
    }

    [Fact]
    public void Shares_in_place_of_customers_raise_a_caution_in_every_format()
    {
        const string Caution = "Some survivors are no whole numbers. If they are shares, the model is right and its errors are not: they are those of so few customers. Give counts.";
        const string Shares = "year,a\n0,100\n1,86.9\n2,74.3\n3,65.3\n";

        Assert.Contains("• Some survivors are no whole numbers.", Run(Shares).Output);
        Assert.Contains($"- {Caution}\n", Run(Shares, "--format", "markdown").Output);
        Assert.Contains($"caremetrics: warning: {Caution}\n", Run(Shares, "--format", "csv").Error);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void On_a_terminal_no_line_is_wider_than_the_screen(int width)
    {
        using var folder = new Folder();
        string file = folder.File("cohorts.csv", Cohorts);
        string cohorts = ToolRun.OnTerminal(Made.Report(), width, AnsiSupport.No, "clv", file, "--discount", "10%").Output;
        string save = ToolRun.OnTerminal(Made.Report(), width, AnsiSupport.No, [.. Save, "--referrals", "1", "--referral-value", "9"]).Output;

        Assert.All((cohorts + save).Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.Contains("── Who is left ──", cohorts);
    }

    [Fact]
    public void It_is_written_to_a_file_whole()
    {
        using var folder = new Folder();
        string file = folder.File("cohorts.csv", Cohorts);

        Assert.Equal(new ToolRun(0, "", ""), ToolRun.Of("clv", file, "--output", folder.File("out.txt")));
        Assert.Contains("── Who is left ──", File.ReadAllText(folder.File("out.txt")));
        Assert.Equal(
            new ToolRun(2, "", $"caremetrics: cannot write {file}: it is also a file to read\n"), ToolRun.Of("clv", file, "--output", file));
    }
}
