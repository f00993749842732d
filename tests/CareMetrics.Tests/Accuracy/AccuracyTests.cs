namespace CareMetrics.Tests.Accuracy;

public class AccuracyTests
{
    private static readonly string Page = Repository.PathOf("docs", "accuracy.md");

    /// <summary>The page says what the tests find. CAREMETRICS_ACCEPT=1 writes it anew.</summary>
    [Fact]
    public void The_page_of_accuracy_is_what_the_reference_tests_find()
    {
        string said = File.Exists(Page) ? File.ReadAllText(Page).ReplaceLineEndings("\n") : "";
        string found = AccuracyPage.Write(said);
        if (Environment.GetEnvironmentVariable("CAREMETRICS_ACCEPT") == "1")
        {
            File.WriteAllText(Page, found);
            said = found;
        }

        string[] was = said.Split('\n');
        string[] now = found.Split('\n');
        string[] changes = [.. was.Except(now).Select(line => $"- {line}"), .. now.Except(was).Select(line => $"+ {line}")];
        Assert.True(said == found, $"docs/accuracy.md is not what the tests find:\n{string.Join('\n', changes)}\nRun this test with CAREMETRICS_ACCEPT=1 to write it anew.");
    }

    [Fact]
    public void A_comparison_is_told_by_the_row_it_names_and_the_cell_it_uses()
    {
        ReferenceRow row = ReferenceTable.Parse("t/t.csv", "a,b,c\n0.25,0.25,x\n")[0];
        using Comparisons comparisons = Comparisons.Recording();
        Close.Relative(row.Number("a"), row.Number("b") * (1 + 1e-6), 1e-5, $"{row} limit");
        double points = -100 * row.Number("b");
        _ = row["c"];
        Close.Near(points, -25, 1e-9, row);
        Close.Near(1, 1, 1e-3, row);
        Close.Near(row.Number("a"), 0.25, 1e-3);
        Close.Near(1, 1, 1e-3);
        Close.Near(row.Number("b"), 0.25, 1e-3, "no row");
        Close.Near(1, 1, 1e-3, "no row");

        Assert.Equal(["a", "b", "c", "a", "b"], comparisons.Made.Select(made => made.Column));
        Assert.All(comparisons.Made, made => Assert.Equal("t/t.csv", made.Table));
        Assert.Equal(1e-6, comparisons.Made[0].Error, 1e-12);
        Assert.Equal(new Allowance(1e-9, "near"), comparisons.Made[1].Allowance);
    }

    [Fact]
    public void Reference_tests_are_found_by_what_they_call()
    {
        string[] names = [.. ReferenceTests.All().Select(one => $"{one.Test.DeclaringType!.Name}.{one.Test.Name}")];

        Assert.Contains("PeriodTests.A_week_is_the_one_of_ISO_8601", names);
        Assert.DoesNotContain(names, name => name.StartsWith("LawTests", StringComparison.Ordinal));
    }
}
