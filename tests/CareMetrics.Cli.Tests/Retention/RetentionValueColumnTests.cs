using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CareMetrics.Cli.Tests;

/// <summary>Each customer with a value of their own.</summary>
public class RetentionValueColumnTests
{
    private static readonly string[] Cost = ["--investment", "4000", "--cost-per-save", "25", "--horizon", "2y", "--currency", "EUR"];
    private static readonly string[] Own = ["--value-column", "value", .. Cost];

    [Fact]
    public void The_page_is_as_checked_by_hand()
    {
        string page = ToolRun.Of(["retention", SampleFile.Answers, "--control", "programme=control", .. Own]).Output;
        Expected.Equal("retention-own.txt", page[..page.IndexOf("Made by:", StringComparison.Ordinal)]);
    }

    /// <summary>Sums and Welch's interval of the same pairs, worked out in another language.</summary>
    [Fact]
    public void The_figures_are_those_worked_out_elsewhere()
    {
        JsonElement[] rows = Rows.Of(ToolRun.Of(["retention", SampleFile.Answers, "--control", "programme=control", .. Own, "--format", "json"]));
        JsonElement Row(string line, string measure) => rows.Single(row => row.Text("line") == line && row.Text("measure") == measure);

        Assert.Equal(15583.38, Row("not-attributable", "return").Number("value"));
        Assert.Equal(63, Row("not-attributable", "conversions").Number("value"));
        Assert.Equal(5585.071555555555, Row("incremental", "return").Number("value")!.Value, 9);
        Assert.Equal(0.0018065570503238665, Row("incremental", "roi").Number("value")!.Value, 12);
        Assert.Equal(-6529.444797096, Row("incremental", "net").Number("lower")!.Value, 6);
        Assert.Equal(6549.587908207, Row("incremental", "net").Number("upper")!.Value, 6);
        Assert.Equal(
            24123.16, Rows.Of(ToolRun.Of(["retention", SampleFile.Answers, .. Own, "--format", "json"])).Single(row => row.Text("measure") == "return").Number("value"));
    }

    [Fact]
    public void The_report_says_the_same()
    {
        Assert.Contains(
            "\nIncremental ROI 0.2% (95% CI −117.1% to 117.5%): net 10.07 EUR on 5,575.00 EUR, beyond the control", ToolRun.Of(["report", SampleFile.Answers, .. Own]).Output, StringComparison.Ordinal);
        string Figures(string[] arguments, string part) => string.Join(
            '\n',
            Rows.Of(ToolRun.Of([.. arguments, .. Own, "--format", "json"])).Where(row => row.Text(part == "item" ? "part" : "line") is "retention" or "incremental" or "not-attributable")
                .Select(row => $"{row.Text("measure")} {row.Text(part)} {row.Number("value")} {row.Number("lower")} {row.Number("upper")} {row.Text("method")}"));
        Assert.Equal(Figures(["retention", SampleFile.Answers, "--control", "programme=control"], "line"), Figures(["report", SampleFile.Answers], "item"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void One_value_in_all_rows_is_the_value_per_save(int seed)
    {
        // Few days, so that answers tie, stand at the contact and outside the window.
        var random = new Random(seed);
        var text = new StringBuilder("customer,date,score,called,arm,value\n");
        for (int row = 0; row < 600; row++)
        {
            int customer = random.Next(150);
            text.Append(CultureInfo.InvariantCulture, $"c{customer},2026-01-{random.Next(1, 10):00},{random.Next(11)},{(customer % 9 == 0 ? "" : "2026-01-05")},");
            text.Append((customer % 3) switch { 0 => "care", 1 => "control", _ => "" }).Append(row > 300 && random.Next(2) == 0 ? ",\n" : ",80\n");
        }

        for (int customer = 0; customer < 150; customer++)
        {
            text.Append(CultureInfo.InvariantCulture, $"c{customer},2026-01-0{1 + customer % 9},3,{(customer % 9 == 0 ? "" : "2026-01-05")},,80.0\n");
        }

        using var folder = new Folder();
        string file = folder.File("a.csv", text.ToString());
        foreach (string[] more in new string[][] { [], ["--control", "arm=control"], ["--contact", "called", "--window", "3"], ["--contact", "called", "--control", "arm=control"] })
        {
            Assert.Equal(Values("--value-column", "value"), Values("--value-per-save", "80"));

            string Values(params string[] worth) => string.Join(
                '\n',
                Rows.Of(ToolRun.Of(["retention", file, "--investment", "500", "--cost-per-save", "5", .. more, .. worth, "--format", "json"]))
                    .Where(row => row.Text("measure") is "return" or "investment" or "net" or "conversions" or "cost-per-save")
                    .Select(row => $"{row.Text("line")} {row.Text("measure")} {row.Number("value"):g10}"));
        }
    }

    [Fact]
    public void A_case_has_its_own_value()
    {
        using var folder = new Folder();
        string file = folder.File("cases.csv", "before,after,value,arm\n3,9,100,care\n3,10,30,care\n2,9,50,left\n1,2,,left\n9,9,,care\n3,10,,\n");
        string[] arguments = ["retention", file, "--before", "before", "--after", "after", "--value-column", "value", "--investment", "50"];

        Assert.StartsWith("Incremental ROI 60.0% (", ToolRun.Of([.. arguments, "--control", "arm=left"]).Output, StringComparison.Ordinal);
        Assert.Equal(
            "caremetrics: " + file + ": line 7, column \"value\": found \"\"; allowed are amounts such as 1234.50, with a point and without separators of thousands, "
            + "and each ranter who became a raver needs one, 0 where there is none to count\n",
            ToolRun.Of(arguments).Error);
    }

    [Theory]
    [InlineData("A,1,3,100\nA,2,9,5\n", "a.csv: line 3, column \"value\": found \"5\"; an earlier row of the customer says 100, and a customer's value is the same in all rows")]
    [InlineData("A,1,3,\nA,2,9,\n", "a.csv: column \"value\": customer \"A\", a ranter who became a raver, has no value; each needs one, 0 where there is none to count")]
    [InlineData("B,1,3,\nB,2,9,\nC,1,3,\nC,2,10,NA\n", "a.csv: column \"value\": 2 ranters who became ravers have no value, the first of them customer \"B\"; each needs one")]
    [InlineData("A,1,3,\nA,2,9,1.234,5\n", "a.csv: line 3: 5 fields found")]
    [InlineData("A,1,3,x\nA,2,9,5\n", "a.csv: line 2, column \"value\": found \"x\"; allowed are amounts such as 1234.50")]
    [InlineData("A,1,3,70000000000000000000000000000\nA,2,9,\n", "caremetrics: the value of all kept customers: the amount is too large")]
    public void A_bad_value_is_one_line_in_command_and_report(string rows, string message)
    {
        using var folder = new Folder();
        string file = folder.File("a.csv", "customer,date,score,value\n" + rows.Replace(",1,", ",2026-01-01,", StringComparison.Ordinal).Replace(",2,", ",2026-01-02,", StringComparison.Ordinal));
        foreach (string command in new[] { "retention", "report" })
        {
            ToolRun run = ToolRun.Of(command, file, "--value-column", "value", "--investment", "5", "--missing", "NA");
            Assert.Equal(1, run.ExitCode);
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
            Assert.Single(run.Error, '\n');
        }
    }

    [Theory]
    [InlineData("--value-per-save and --value-column both say what a save is worth; give one of them", "--value-per-save", "5")]
    [InlineData("--value-sd goes with --value-per-save; the values of --value-column show themselves how they vary", "--value-sd", "5")]
    [InlineData("--value-column needs a row for each answer or case; counts (--tallied) have no customers", "--tallied")]
    [InlineData("--value-column has an interval of its own; --difference is of one value for all", "--difference", "miettinen-nurminen")]
    public void What_does_not_go_with_it_is_one_line(string message, params string[] arguments)
    {
        ToolRun run = ToolRun.Of(["retention", SampleFile.Answers, .. Own, .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("caremetrics: " + message, run.Error, StringComparison.Ordinal);
    }
}
