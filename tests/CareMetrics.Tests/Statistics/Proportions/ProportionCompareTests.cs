using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class ProportionCompareTests
{
    private const double Tolerance = 1e-10;

    private static readonly Gen<ProportionTally> Tallies =
        Gen.Choose(1, 60).SelectMany(n => Gen.Choose(0, n).Select(x => new ProportionTally(x, n)));

    [Fact]
    public void Differences_agree_with_the_reference()
    {
        int compared = 0;
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/two_proportions.csv"))
        {
            ProportionDifferenceMethod? method = (row["measure"], row["method"]) switch
            {
                ("diff", "newcombe") => ProportionDifferenceMethod.Newcombe,
                ("diff", "miettinen_nurminen") => ProportionDifferenceMethod.MiettinenNurminen,
                ("diff", "wald") => ProportionDifferenceMethod.Wald,
                _ => null,
            };
            if (method is null)
            {
                continue;
            }

            Estimate change = Proportion.Compare(Baseline(row, "2"), Baseline(row, "1"), row.Number("conf"), method.Value).Change;
            double tolerance = method == ProportionDifferenceMethod.MiettinenNurminen ? Tolerance : 1e-12;
            Close.Near(row.Number("estimate"), change.Value, 1e-12, $"{row} estimate");
            Close.Near(row.Number("lower"), change.Lower, tolerance, $"{row} lower");
            Close.Near(row.Number("upper"), change.Upper, tolerance, $"{row} upper");
            compared++;
        }

        Assert.True(compared >= 90);
    }

    [Fact]
    public void Miettinen_Nurminen_holds_at_the_edges_and_with_many_trials()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/miettinen_nurminen_edges.csv"))
        {
            Estimate change = Proportion.Compare(
                Baseline(row, "0"), Baseline(row, "1"), row.Number("conf"), ProportionDifferenceMethod.MiettinenNurminen).Change;
            Close.Near(row.Number("estimate"), change.Value, 1e-12, $"{row} estimate");
            Close.Near(row.Number("lower"), change.Lower, Tolerance, $"{row} lower");
            Close.Near(row.Number("upper"), change.Upper, Tolerance, $"{row} upper");
        }
    }

    [Fact]
    public void Miettinen_Nurminen_p_values_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/two_proportion_tests.csv"))
        {
            Comparison comparison = Proportion.Compare(
                Baseline(row, "2"), Baseline(row, "1"), method: ProportionDifferenceMethod.MiettinenNurminen);
            Close.Relative(row.Number("p_mn"), comparison.PValue, Tolerance, row);
        }
    }

    [Fact]
    public void The_default_is_that_of_any_comparison() => Law.Holds(Tallies, Tallies, (baseline, current) =>
        Assert.Equal(Comparison.Between(baseline, current), Proportion.Compare(baseline, current)));

    [Fact]
    public void P_value_and_interval_agree_and_swapping_negates() =>
        Law.Holds(Tallies, Tallies, Gen.Elements(0.8, 0.95, 0.99), (baseline, current, level) =>
        {
            foreach (ProportionDifferenceMethod method in Enum.GetValues<ProportionDifferenceMethod>())
            {
                Comparison there = Proportion.Compare(baseline, current, level, method);
                Assert.InRange(there.Change.Value!.Value, there.Change.Lower!.Value - 1e-15, there.Change.Upper!.Value + 1e-15);
                bool excludes = there.Change.Lower > 0 || there.Change.Upper < 0;
                Assert.Equal(there.PValue < 1 - level, excludes);
                Comparison back = Proportion.Compare(current, baseline, level, method);
                Close.Near(-there.Change.Upper!.Value, back.Change.Lower, 1e-12);
                Assert.Equal(there.PValue!.Value, back.PValue!.Value, 1e-12);
                if (method != ProportionDifferenceMethod.Wald)
                {
                    Assert.InRange(there.Change.Lower!.Value, -1 - 1e-12, 1);
                    Assert.InRange(there.Change.Upper!.Value, -1, 1 + 1e-12);
                }
            }
        });

    [Theory]
    [InlineData(ProportionDifferenceMethod.Newcombe)]
    [InlineData(ProportionDifferenceMethod.MiettinenNurminen)]
    [InlineData(ProportionDifferenceMethod.Wald)]
    public void An_empty_side_cannot_be_compared(ProportionDifferenceMethod method)
    {
        Comparison comparison = Proportion.Compare(default, new ProportionTally(3, 9), method: method);
        Assert.Equal(NotComparableReason.TooFew, comparison.NotComparable!.Reason);
        Assert.Null(comparison.PValue);
        Assert.Null(comparison.Change.Lower);
    }

    private static ProportionTally Baseline(ReferenceRow row, string side) => new(row.Whole("x" + side), row.Whole("n" + side));
}
