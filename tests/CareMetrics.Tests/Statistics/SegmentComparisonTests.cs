using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

public class SegmentComparisonTests
{
    [Fact]
    public void A_segment_named_twice_is_refused()
    {
        Comparison comparison = Proportion.Compare(new ProportionTally(3, 10), new ProportionTally(5, 10));
        ArgumentException error = Assert.Throws<ArgumentException>("parts", () => SegmentComparison.Adjusted([("north", comparison), ("north", comparison)], Adjustment.Holm, "parts"));
        Assert.StartsWith("parts[1] is \"north\" again; each segment appears once", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_names_the_unit_that_it_is_against_unless_it_is_a_percentage()
    {
        var test = new SignificanceTest { Statistic = 1.5, PValue = 0.1336, Against = 0.5, Count = 9, Method = "score", Unit = Units.Fraction };
        Assert.Equal("against 50.0%: z = 1.50, p = 0.13 (n = 9)", test.ToString());
        Assert.StartsWith("against 12 points: ", (test with { Against = 12, Unit = "points" }).ToString(), StringComparison.Ordinal);
    }
}
