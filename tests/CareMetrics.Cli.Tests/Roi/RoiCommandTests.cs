using System.Text.Json;
using Spectre.Console;

namespace CareMetrics.Cli.Tests;

// Expected numbers were calculated with mpmath from the lines of the sample.
public class RoiCommandTests
{
    private static JsonElement Json(string lines, params string[] arguments) =>
        JsonDocument.Parse(Sample.Run(lines, [.. arguments, "--format", "json"]).Output).RootElement;

    private static double Value(JsonElement rows, string measure, string? line = null) => rows.EnumerateArray()
        .Single(row => row.GetProperty("measure").GetString() == measure && row.GetProperty("line").GetString() == line)
        .GetProperty("value").GetDouble();

    [Theory]
    [InlineData("ROI 50% (net 50,000.00 EUR on 100,000.00 EUR)\n", "--return", "150000", "--investment", "100000", "--currency", "EUR")]
    [InlineData("ROI −33.3% (net −1.00 on 3.00)\n", "--return", "2", "--investment", "3")]
    [InlineData("ROI – (net 5,000.00 on 0.00)\n", "--return", "5000", "--investment", "0")]
    [InlineData("ROI −150% (net −3.00 on 2.00)\n", "--return=-1", "--investment", "2.00")]
    [InlineData("**ROI 50%** (net 1.00 on 2.00)\n", "--return", "3", "--investment", "2", "--format", "markdown")]
    public void Two_amounts_are_one_line(string expected, params string[] arguments) =>
        Assert.Equal(new ToolRun(0, expected, ""), ToolRun.Of(["roi", .. arguments]));

    [Fact]
    public void Two_amounts_are_exact_for_programs() => Assert.Equal(
        "measure,line,value,lower,upper,unit,level,method,definition\n"
        + "return,,12345678901234567890.12,,,EUR,,booked,return on investment (return − investment)/investment\n"
        + "investment,,0.1,,,EUR,,booked,return on investment (return − investment)/investment\n"
        + "net,,12345678901234567890.02,,,EUR,,booked,return on investment (return − investment)/investment\n"
        + "roi,,1.2345678901234567E+20,,,fraction,,booked,return on investment (return − investment)/investment\n",
        ToolRun.Of("roi", "--return", "12345678901234567890.12", "--investment", "0.10", "--currency", "EUR", "--format", "csv").Output);

    [Fact]
    public void A_file_of_lines_named_twice_would_count_the_money_twice()
    {
        using var folder = new Folder();
        string file = folder.File("case.csv", "line,kind,period,amount\nA,benefit,1,5\n");

        Assert.Equal(
            new ToolRun(2, "", $"caremetrics: {file} is named more than once; its rows would be counted more than once\n"), ToolRun.Of("roi", file, file));
    }

    [Fact]
    public void The_sample_is_as_checked_by_hand() => Expected.Equal("roi.txt", Sample.Run(Sample.Case, "--rate", "8%", "--break-even", "Churn").Output);

    [Fact]
    public void The_sample_in_markdown_is_as_checked_by_hand() =>
        Expected.Equal("roi.md", Sample.Run(Sample.Case, "--rate", "0.08", "--format", "markdown").Output);

    [Fact]
    public void The_figures_of_the_sample_are_those_calculated_elsewhere()
    {
        JsonElement rows = Json(Sample.Case, "--rate", "8%", "--break-even", "Churn");

        Assert.Equal(58320, Value(rows, "line-amount", "Churn"));
        Assert.Equal(61200, Value(rows, "line-amount", "Contacts avoided"));
        Assert.Equal(3750, Value(rows, "line-amount", "Referrals"));
        Assert.Equal(123270, Value(rows, "return"));
        Assert.Equal(88500, Value(rows, "investment"));
        Assert.Equal(34770, Value(rows, "net"));
        Assert.Equal(34770 / 88500.0, Value(rows, "roi"), 15);
        Assert.Equal(0.4731078121197372, Value(rows, "line-share", "Churn"), 14);
        Assert.Equal(20439.2623075750647671, Value(rows, "present-value"), 8);
        Assert.Equal(0.239536937884764981, Value(rows, "present-roi"), 13);
        Assert.Equal(0.242782495077871649, Value(rows, "internal-rate"), 12);
        Assert.Equal(1.98377904427882508, Value(rows, "payback"), 12);
        Assert.Equal(2.24747672073651907, Value(rows, "discounted-payback"), 12);
    }

    [Fact]
    public void The_first_flow_may_fall_after_one_period_and_says_so()
    {
        ToolRun run = Sample.Run(Sample.Case, "--rate", "8%", "--timing", "end");

        Assert.Contains("Present value at 8% a period, period 0 at the end of one period: 18,925.24 EUR, ROI 24%", run.Output);
        Assert.Contains("discounted: after 2.2 periods", run.Output);
        Assert.Equal(18925.2428773843192, Value(Json(Sample.Case, "--rate", "8%", "--timing", "end"), "present-value"), 8);
    }

    [Fact]
    public void Break_even_of_a_line_at_zero_and_at_a_target()
    {
        JsonElement even = Json(Sample.Case, "--break-even", "Churn");

        Assert.Equal(23550, Value(even, "break-even-amount", "Churn"), 8);
        Assert.Equal(0.403806584362139918, Value(even, "break-even-multiple", "Churn"), 13);
        Assert.Equal(24.2283950617283951, Value(even, "break-even-quantity", "Churn"), 12);
        Assert.Equal(45675, Value(Json(Sample.Case, "--break-even", "Churn", "--target", "25%"), "break-even-amount", "Churn"), 8);
        Assert.Contains("Churn: 45,675.00 EUR for a return of 25%, 0.78 times what is booked", Sample.Run(Sample.Case, "--break-even", "Churn", "--target", "25%").Output);
        Assert.Contains("A: none for a return of 0%: nothing is invested", Sample.Run("name,kind,unit_value,basis\nA,benefit,1,m\n", "--break-even", "A").Output);
    }

    [Theory]
    [InlineData(new string[0], 25416.6666666666667)]
    [InlineData(new[] { "--distribution", "pert" }, 30093.3333333333333)]
    public void A_simulation_finds_the_mean_known_in_closed_form(string[] shape, double mean)
    {
        JsonElement rows = Json(Sample.Case, ["--simulate", "200000", "--seed", "7", .. shape]);

        double error = Value(rows, "simulated-net-standard-error");
        Assert.InRange(Value(rows, "simulated-net-mean"), mean - 4 * error, mean + 4 * error);
        if (shape.Length == 0)
        {
            Assert.Equal(1, Value(rows, "simulated-net-standard-deviation") / 13630.5694019810567, 2);
        }
    }

    [Fact]
    public void The_ends_of_the_lines_that_drive_it_are_those_calculated_elsewhere()
    {
        JsonElement rows = Json(Sample.Case, "--simulate", "1000");

        Assert.Equal(5610, Value(rows, "net-at-low", "Churn"), 8);
        Assert.Equal(59070, Value(rows, "net-at-high", "Churn"), 8);
        Assert.Equal(20370, Value(rows, "net-at-low", "Contacts avoided"), 8);
        Assert.Equal(41970, Value(rows, "net-at-high", "Contacts avoided"), 8);
        Assert.Equal(42770, Value(rows, "net-at-low", "Platform"), 8);
        Assert.Equal(10770, Value(rows, "net-at-high", "Platform"), 8);
        Assert.Equal(1000, rows.EnumerateArray().Where(row => row.GetProperty("measure").GetString() == "histogram-bin").Sum(row => row.GetProperty("value").GetInt64()));
    }

    [Fact]
    public void The_same_seed_gives_the_same_output_and_another_seed_another()
    {
        string[] arguments = ["--simulate", "50000", "--format", "csv"];

        Assert.Equal(Sample.Run(Sample.Case, arguments), Sample.Run(Sample.Case, [.. arguments, "--seed", "1"]));
        Assert.NotEqual(Sample.Run(Sample.Case, arguments), Sample.Run(Sample.Case, [.. arguments, "--seed", "2"]));
        Assert.Contains("50,000 draws, seed 1, not discounted", Sample.Run(Sample.Case, "--simulate", "50000").Output);
    }

    [Fact]
    public void Two_benefits_on_one_basis_raise_a_caution_in_every_format()
    {
        const string Caution = "Churn, Referrals rest on one basis, customer margin: they may count the same money twice";

        Assert.Contains($"• {Caution}\n", Sample.Run(Sample.Case).Output);
        Assert.Contains($"- {Caution}\n", Sample.Run(Sample.Case, "--format", "markdown").Output);
        Assert.Equal($"caremetrics: warning: {Caution}\n", Sample.Run(Sample.Case, "--format", "json").Error);
        Assert.Equal($"caremetrics: warning: {Caution}\n", Sample.Run(Sample.Case, "--format", "csv").Error);
    }

    [Theory]
    [InlineData("A,benefit,1,m\nA,benefit,2,M\n", "A stands more than once in one period on one basis, m: it may count the same money twice")]
    [InlineData(
        "A,benefit,1,m\nB,benefit,1,m\nC,benefit,1,m\nD,benefit,1,m\nE,benefit,1,m\nF,benefit,1,m\n",
        "A, B, C, D and 2 more rest on one basis, m: they may count the same money twice")]
    public void A_caution_names_one_line_or_the_first_of_many(string lines, string caution) =>
        Assert.Contains($"• {caution}\n", Sample.Run("name,kind,unit_value,basis\n" + lines).Output);

    [Fact]
    public void Every_draw_alike_is_said() => Assert.Contains(
        "• No line has low, likely and high: every draw is the same.\n", Sample.Run("name,kind,unit_value\nA,initial,1\n", "--simulate", "10").Output);

    [Fact]
    public void Every_internal_rate_is_shown_or_the_reason_for_none()
    {
        const string Three = "name,kind,period,unit_value,basis\nA,initial,0,1000,\nB,benefit,1,6000,m\nC,initial,2,11000,\nD,benefit,3,6000,n\n";
        const string None = "name,kind,period,unit_value,basis\nA,benefit,0,100,m\nB,initial,1,200,\nC,benefit,2,150,n\n";

        Assert.Contains("Internal rate of return: 0.00% and 100.00% and 200.00% a period\n", Sample.Run(Three).Output);
        Assert.Contains("they have 3 internal rates, and none is the return", Sample.Run(Three).Output);
        Assert.Contains("Internal rate of return: none: the present value is 0 at no rate above -100%\n", Sample.Run(None).Output);
    }

    [Fact]
    public void Shares_may_be_percents_and_columns_loosely_named()
    {
        const string Loose = "Item;Type;Qty;Unit Cost;Attributed;Confident;Basis\nA;Benefit;2;50;50 %;0.5;m\nB;Per Save;1;20;25%;;\n";

        Assert.StartsWith("ROI 400% (net 20.00 USD on 5.00 USD)\n", Sample.Run(Loose, "--currency", "USD").Output);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void On_a_terminal_no_line_is_wider_than_the_screen(int width)
    {
        using var folder = new Folder();
        string file = folder.File("case.csv", Sample.Case);
        string screen = ToolRun.OnTerminal(Made.Report(), width, AnsiSupport.No, "roi", file, "--rate", "8%", "--simulate", "2000", "--break-even", "Churn").Output;

        Assert.All(screen.Split('\n'), line => Assert.True(line.TrimEnd().Length <= width, line));
        Assert.Contains("── What drives it ──", screen);
        Assert.Contains("┊", screen);
    }

    [Fact]
    public void It_is_written_to_a_file_whole_and_an_interruption_writes_nothing()
    {
        using var folder = new Folder();
        string file = folder.File("case.csv", Sample.Case);
        using var interruption = new Interruption();
        interruption.Raise(Interruption.ByCtrlC);

        ToolRun stopped = ToolRun.With(host => host with { Interruption = interruption }, "roi", file, "--simulate", "1000", "--output", folder.File("out.txt"));
        Assert.Equal(new ToolRun(130, "", "caremetrics: interrupted; nothing was written\n"), stopped);
        Assert.Equal(["case.csv"], folder.Names);
        Assert.Equal(new ToolRun(0, "", ""), ToolRun.Of("roi", file, "--output", folder.File("out.txt")));
        Assert.StartsWith("ROI 39.3% (net 34,770.00 EUR on 88,500.00 EUR)\n", File.ReadAllText(folder.File("out.txt")));
    }

    [Fact]
    public void The_report_has_a_section_of_it_only_when_asked()
    {
        using var folder = new Folder();
        string file = folder.File("case.csv", Sample.Case);
        const string Money = "ROI 39.3% (net 34,770.00 EUR on 88,500.00 EUR)\nBe careful: Churn, Referrals rest on one basis, customer margin: they may count the same money twice\n";

        string report = ToolRun.On(Made.Report(), "report", "a.csv", "--roi", file).Output;
        Assert.Contains(Money, report);
        Assert.True(report.IndexOf("── Return on investment ──", StringComparison.Ordinal) < report.IndexOf("── Be careful ──", StringComparison.Ordinal));
        Assert.Contains("## Return on investment\n\nROI 39.3%", ToolRun.On(Made.Report(), "report", "a.csv", "--roi", file, "--format", "markdown").Output);
        Assert.DoesNotContain("Return on investment", ToolRun.On(Made.Report(), "report", "a.csv").Output);
        JsonElement roi = Assert.Single(Rows.Of(ToolRun.On(Made.Report(), "report", "a.csv", "--roi", file, "--format", "json")), row => row.Text("part") == "roi" && row.Text("measure") == "roi");
        Assert.Equal(34770.0 / 88500, roi.Number("value"));
        Assert.Equal(
            new ToolRun(2, "", "caremetrics: standard input (-) is named more than once; it can be read only once\n"),
            ToolRun.On(Made.Report(), "report", "-", "--roi", "-"));
    }
}
