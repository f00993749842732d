using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class PairedProportionTests
{
    private const double Tolerance = 1e-10;

    private static readonly Gen<PairedProportionTally> Tallies =
        Gen.Choose(0, 40).Four().Select(n => new PairedProportionTally(n.Item1, n.Item2, n.Item3, n.Item4));

    [Fact]
    public void Differences_agree_with_the_reference()
    {
        int compared = 0;
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/paired_difference.csv"))
        {
            PairedDifferenceMethod? method = row["method"] switch
            {
                "tango_score" => PairedDifferenceMethod.Tango,
                "newcombe_10_phi_corrected" => PairedDifferenceMethod.Newcombe,
                _ => null,
            };
            if (method is null)
            {
                continue;
            }

            // The table's difference is before minus after.
            Estimate change = PairedProportion.Difference(Tally(row), row.Number("conf"), method.Value);
            Close.Near(-row.Number("estimate"), change.Value, 1e-12, $"{row} estimate");
            Close.Near(-row.Number("upper"), change.Lower, Tolerance, $"{row} lower");
            Close.Near(-row.Number("lower"), change.Upper, Tolerance, $"{row} upper");
            compared++;
        }

        Assert.True(compared > 40);
    }

    [Fact]
    public void McNemar_agrees_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/mcnemar.csv"))
        {
            PairedProportionTally tally = Tally(row);
            SymmetryTest chi = PairedProportion.Test(tally, McNemarMethod.ChiSquared);
            Close.Relative(row.Number("chi2"), chi.Statistic, 1e-12, $"{row} χ²");
            Close.Relative(row.Number("p_chi2"), chi.PValue, Tolerance, $"{row} p of χ²");
            Close.Relative(row.Number("p_exact"), PairedProportion.Test(tally, McNemarMethod.Exact).PValue, Tolerance, $"{row} exact p");
            Close.Relative(row.Number("p_midp"), PairedProportion.Test(tally).PValue, Tolerance, $"{row} mid-p");
        }
    }

    [Fact]
    public void McNemar_holds_with_equal_single_and_many_changers()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/mcnemar_edges.csv"))
        {
            var tally = new PairedProportionTally(3, row.Whole("b"), row.Whole("c"), 4);
            Close.Relative(row.Number("p_exact"), PairedProportion.Test(tally, McNemarMethod.Exact).PValue, Tolerance, $"{row} exact p");
            Close.Relative(row.Number("p_midp"), PairedProportion.Test(tally).PValue, Tolerance, $"{row} mid-p");
        }
    }

    [Theory]
    [InlineData(McNemarMethod.MidP)]
    [InlineData(McNemarMethod.Exact)]
    [InlineData(McNemarMethod.ChiSquared)]
    public void Nobody_changed_is_a_p_of_one_and_nobody_at_all_is_none(McNemarMethod method)
    {
        SymmetryTest same = PairedProportion.Test(new PairedProportionTally(5, 0, 0, 9), method);
        Assert.Equal(1, same.PValue);
        Assert.Equal(0, same.Changed);
        Assert.Null(PairedProportion.Test(default, method).PValue);
        Assert.Null(PairedProportion.Test(default, method).Statistic);
    }

    [Fact]
    public void No_subjects_have_no_difference()
    {
        Estimate none = PairedProportion.Difference(default);
        Assert.Null(none.Value);
        Assert.Null(none.Lower);
        Assert.Null(none.Upper);
        Assert.Equal(0, none.Count);
    }

    [Fact]
    public void Swapping_before_and_after_negates_the_difference_and_leaves_the_p_value() =>
        Law.Holds(Tallies, tally =>
        {
            var swapped = new PairedProportionTally(tally.Kept, tally.Gained, tally.Lost, tally.Never);
            foreach (PairedDifferenceMethod method in Enum.GetValues<PairedDifferenceMethod>())
            {
                Estimate there = PairedProportion.Difference(tally, 0.95, method);
                Estimate back = PairedProportion.Difference(swapped, 0.95, method);
                Assert.Equal(-there.Value, back.Value);
                Assert.Equal(-there.Upper ?? 0, back.Lower ?? 0, 1e-14);
                Assert.Equal(-there.Lower ?? 0, back.Upper ?? 0, 1e-14);
            }

            foreach (McNemarMethod method in Enum.GetValues<McNemarMethod>())
            {
                Assert.Equal(PairedProportion.Test(tally, method).PValue, PairedProportion.Test(swapped, method).PValue);
            }
        });

    [Fact]
    public void Intervals_hold_the_difference_and_stay_inside_one() =>
        Law.Holds(Tallies.Where(t => t.Subjects > 0), Gen.Elements(0.5, 0.9, 0.95, 0.999), (tally, level) =>
        {
            foreach (PairedDifferenceMethod method in Enum.GetValues<PairedDifferenceMethod>())
            {
                Estimate change = PairedProportion.Difference(tally, level, method);
                Assert.InRange(change.Value!.Value, change.Lower!.Value, change.Upper!.Value);
                Assert.InRange(change.Lower.Value, -1 - 1e-15, 1);
                Assert.InRange(change.Upper.Value, -1, 1 + 1e-15);
            }
        });

    [Fact]
    public void The_exact_p_is_the_largest_and_tango_excludes_zero_where_chi_squared_rejects() =>
        Law.Holds(Tallies.Where(t => t.Subjects > 0), tally =>
        {
            double exact = PairedProportion.Test(tally, McNemarMethod.Exact).PValue!.Value;
            Assert.InRange(PairedProportion.Test(tally).PValue!.Value, 0, exact);
            double chi = PairedProportion.Test(tally, McNemarMethod.ChiSquared).PValue!.Value;
            Estimate tango = PairedProportion.Difference(tally);
            Assert.Equal(chi < 0.05, tango.Lower > 0 || tango.Upper < 0);
        });

    private static PairedProportionTally Tally(ReferenceRow row) =>
        new(row.Whole("a"), row.Whole("b"), row.Whole("c"), row.Whole("d"));
}
