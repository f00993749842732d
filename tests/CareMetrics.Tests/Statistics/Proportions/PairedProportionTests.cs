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
    public void Methods_are_named_and_chi_squared_has_its_degrees_of_freedom()
    {
        PairedProportionTally tally = new(59, 6, 16, 80);
        Assert.Equal("tango", PairedProportion.Difference(tally).Method);
        Assert.Equal("newcombe-paired", PairedProportion.Difference(tally, method: PairedDifferenceMethod.Newcombe).Method);
        Assert.Equal(1, PairedProportion.Test(tally, McNemarMethod.ChiSquared).DegreesOfFreedom);
        Assert.Equal(0, PairedProportion.Test(new(5, 0, 0, 9), McNemarMethod.ChiSquared).DegreesOfFreedom);
        Assert.Null(PairedProportion.Test(tally).DegreesOfFreedom);
        Assert.StartsWith("mcnemar-chi-squared: χ² = 4.55 on 1 df, p = 0.0330 (22 of 161 changed)", PairedProportion.Test(tally, McNemarMethod.ChiSquared).ToString());
        Assert.StartsWith("mcnemar-mid-p: p = 0.03", PairedProportion.Test(tally).ToString());
        Assert.EndsWith(" (5 of 40 changed, 1 without changers left out)", (PairedProportion.Test(tally) with { Count = 40, Changed = 5, LeftOut = 1 }).ToString());
        Assert.Throws<ArgumentOutOfRangeException>("PValue", () => PairedProportion.Test(tally) with { PValue = 2 });
        Assert.Equal("level is 95; a confidence level lies strictly between 0 and 1, such as 0.95 (Parameter 'level')",
            Assert.Throws<ArgumentOutOfRangeException>(() => PairedProportion.Difference(default, 95)).Message);
        Assert.Equal("method is 7; allowed are Tango, Newcombe (Parameter 'method')",
            Assert.Throws<ArgumentOutOfRangeException>(() => PairedProportion.Difference(tally, method: (PairedDifferenceMethod)7)).Message);
        Assert.StartsWith("method is 7; allowed are", Assert.Throws<ArgumentOutOfRangeException>(() => PairedProportion.Test(tally, (McNemarMethod)7)).Message);
    }

    [Fact]
    public void Pairs_merge_exactly_and_a_part_that_is_no_part_is_named()
    {
        PairedProportionTally whole = new(4, 3, 2, 1);
        Assert.Equal(new PairedProportionTally(14, 23, 32, 41), whole + new PairedProportionTally(10, 20, 30, 40));
        Assert.Equal(whole, whole + new PairedProportionTally(10, 20, 30, 40) - new PairedProportionTally(10, 20, 30, 40));
        foreach ((PairedProportionTally part, string what) in new (PairedProportionTally, string)[]
        {
            (new(5, 0, 0, 0), "5 kept from 4"), (new(0, 4, 0, 0), "4 lost from 3"), (new(0, 0, 3, 0), "3 gained from 2"), (new(0, 0, 0, 2), "2 never from 1"),
        })
        {
            Assert.Equal($"cannot take {what}; a tally never goes below 0 (Parameter 'right')", Assert.Throws<ArgumentOutOfRangeException>(() => whole - part).Message);
        }

        Assert.Throws<OverflowException>(() => new PairedProportionTally(long.MaxValue, 1, 0, 0));
        Assert.Throws<OverflowException>(() => new PairedProportionTally(long.MaxValue, 0, 1, 0));
        Assert.Throws<OverflowException>(() => new PairedProportionTally(long.MaxValue, 0, 0, 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Everybody_who_turns_the_same_way_has_a_limit_in_closed_form(int sign)
    {
        // 1 − 2z²/(n + z²), z² the 0.95 quantile of chi-squared with one degree of freedom.
        Estimate all = PairedProportion.Difference(sign > 0 ? new(0, 0, 9, 0) : new(0, 9, 0, 0));
        double limit = 1 - 2 * 3.841458820694124 / (9 + 3.841458820694124);
        Assert.Equal((double)sign, all.Value);
        Close.Relative(sign * limit, sign > 0 ? all.Lower : all.Upper, 1e-14);
        Close.Relative(sign, sign > 0 ? all.Upper : all.Lower, 1e-15);
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
