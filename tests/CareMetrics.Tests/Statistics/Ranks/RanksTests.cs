using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class RanksTests
{
    private static readonly ILookup<(string, string), double> Inputs = ReferenceTable.Read("statistics/two_sample_inputs.csv")
        .ToLookup(row => (row["case"], row["group"]), row => row.Number("value"));

    private static readonly Gen<double[]> Values = Gen.OneOf(
        Gen.Choose(-1000, 1000).Select(n => n / 8.0).ListOf().Select(all => all.ToArray()),
        Gen.Choose(1, 5).Select(n => (double)n).ListOf().Select(all => all.ToArray()));

    private static readonly Gen<double[]> Some = Values.Where(all => all.Length > 0);

    [Fact]
    public void Tests_and_shifts_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/mann_whitney_hl.csv"))
        {
            double[] baseline = [.. Inputs[(row["case"], "baseline")]];
            double[] current = [.. Inputs[(row["case"], "current")]];
            RankTest usual = Ranks.Test(baseline, current);
            RankTest normal = Ranks.Test(baseline, current, method: RankMethod.Normal);
            Assert.Equal((row.Whole("n_b"), row.Whole("n_c")), (usual.BaselineCount, usual.CurrentCount));
            Assert.Equal(row.Number("U_c"), usual.U);
            Close.Relative(row.Number("ps"), usual.Superiority, 1e-14, $"{row} superiority");
            Close.Relative(row.Number("p_asym_cc"), normal.PValue, 1e-12, $"{row} normal p");
            bool tied = row["ties"] == "TRUE";
            Assert.Equal(tied ? "mann-whitney-normal" : "mann-whitney-exact", usual.Method);
            Close.Relative(row.Number(tied ? "p_asym_cc" : "p_exact"), usual.PValue, 1e-12, $"{row} p");
            // The differences are those of the doubles as they are; R writes them in 17 digits.
            Close.Near(row.Number("hl_median"), usual.Shift.Value, 1e-13, $"{row} shift");
            Close.Near(row.Number("order_exact_lo"), usual.Shift.Lower, 1e-13, $"{row} lower");
            Close.Near(row.Number("order_exact_hi"), usual.Shift.Upper, 1e-13, $"{row} upper");
            Close.Near(row.Number("order_exact_achieved"), usual.AchievedLevel, 1e-13, $"{row} achieved");
            Close.Near(row.Number("order_normal_lo"), normal.Shift.Lower, 1e-13, $"{row} normal lower");
            Close.Near(row.Number("order_normal_hi"), normal.Shift.Upper, 1e-13, $"{row} normal upper");
            Comparison comparison = Ranks.Compare(baseline, current);
            Assert.Equal((usual.Shift, usual.PValue, PValueBasis.Neither), (comparison.Change, comparison.PValue, comparison.PValueBasis));
            Assert.Equal("ordinals have no percentages: their scale has no 0", comparison.NoRelativeChange);
        }
    }

    [Fact]
    public void Everything_agrees_with_forming_all_pairs() => Law.Holds(Some, Some, Any.Level, (baseline, current, level) =>
    {
        double[] all = [.. current.SelectMany(c => baseline.Select(b => c - b)).Order()];
        RankTest test = Ranks.Test(baseline, current, level);
        Assert.Equal(all.Count(d => d > 0) + all.Count(d => d == 0) / 2.0, test.U);
        Assert.Equal((all[(all.Length - 1) / 2] + all[all.Length / 2]) / 2, test.Shift.Value);
        if (test.Shift.Lower is { } lower)
        {
            Assert.Contains(lower, all);
            Assert.Equal(all.Count(d => d < lower), all.Count(d => d > test.Shift.Upper!.Value), all.Length / 2.0);
            Assert.True(lower <= test.Shift.Value && test.Shift.Value <= test.Shift.Upper);
            Assert.True(test.AchievedLevel >= test.Shift.Level || test.Shift.Level < level);
        }
    });

    [Fact]
    public void The_difference_of_any_order_is_found_without_forming_all() => Law.Holds(Some, Some, Gen.Choose(0, 1_000_000), (one, other, place) =>
    {
        double[] all = [.. one.SelectMany(a => other.Select(b => a - b)).Order()];
        var differences = new PairwiseDifferences([.. one.Order()], [.. other.Order()]);
        int order = 1 + place % all.Length;
        Assert.Equal(all[order - 1], differences.Smallest(order));
        Assert.Equal(all.Count(d => d <= all[order - 1]), differences.AtMost(all[order - 1]));
        Assert.Equal(all.Count(d => d < all[order - 1]), differences.Below(all[order - 1]));
    });

    [Fact]
    public void Swapping_negates_shifting_shifts_and_order_alone_decides() => Law.Holds(Some, Some, (baseline, current) =>
    {
        RankTest there = Ranks.Test(baseline, current);
        RankTest back = Ranks.Test(current, baseline);
        Assert.Equal(-there.Shift.Value, back.Shift.Value);
        Assert.Equal(-there.Shift.Lower, back.Shift.Upper);
        Assert.Equal(there.PValue!.Value, back.PValue!.Value, 1e-12);
        RankTest higher = Ranks.Test(baseline, [.. current.Select(x => x + 4)]);
        Assert.Equal(there.Shift.Value + 4, higher.Shift.Value);
        static double Bent(double x) => x * x * x + 3 * x;
        RankTest bent = Ranks.Test(baseline.Select(Bent), current.Select(Bent));
        Assert.Equal((there.U, there.PValue), (bent.U, bent.PValue));
        Assert.NotEqual(Verdict.Improved, Ranks.Compare(baseline, baseline).Judge(Better.Higher).Verdict);
        Assert.NotEqual(Verdict.Worsened, Ranks.Compare(baseline, baseline).Judge(Better.Higher).Verdict);
    });

    [Fact]
    public void Exact_test_and_interval_agree()
    {
        Gen<double[]> untied = Gen.Choose(2, 12).SelectMany(n => Gen.Shuffle(Enumerable.Range(0, 40).ToArray()).Select(all => all.Take(n).Select(x => (double)x).ToArray()));
        Law.Holds(untied, untied, Gen.Elements(0.8, 0.9, 0.95), (baseline, current, level) =>
        {
            double[] other = [.. current.Select(x => x + 0.5)];
            RankTest test = Ranks.Test(baseline, other, level, RankMethod.Exact);
            // Where p is 1 − level itself, rounding decides.
            if (Math.Abs(test.PValue!.Value - (1 - level)) < 1e-12)
            {
                return;
            }

            if (test.AchievedLevel >= level)
            {
                Assert.Equal(test.PValue < 1 - level, test.Shift.Lower > 0 || test.Shift.Upper < 0);
            }
            else
            {
                Assert.NotEqual(Verdict.Improved, Ranks.Compare(baseline, other, level).Judge(Better.Higher).Verdict);
            }
        });
    }

    [Fact]
    public void Too_few_values_and_values_all_alike_are_told()
    {
        Comparison none = Ranks.Compare([], [1, 2]);
        Assert.Equal("the baseline has no data", none.NotComparable!.Detail);
        Assert.Null(Ranks.Test([], []).U);
        Comparison one = Ranks.Compare([1], [2]);
        Assert.Equal((1.0, null), (one.Change.Value, one.Change.Lower));
        Assert.Equal("a side has too little data for an interval", one.NotComparable!.Detail);
        // Two against three reach 80%, whatever is asked for.
        Comparison few = Ranks.Compare([1, 2], [3, 4, 5]);
        Close.Near(0.8, few.Change.Level, 1e-15);
        Assert.Equal((1.0, 4.0), (few.Change.Lower, few.Change.Upper));
        Assert.Equal(Verdict.Inconclusive, few.Judge(Better.Higher).Verdict);
        RankTest same = Ranks.Test([4, 4, 4, 4], [4, 4, 4]);
        Assert.Equal((1.0, 0.0, 0.5), (same.PValue, same.Shift.Value, same.Superiority));
        Estimate median = Ranks.Compare([5, 1, 3, 2, 9, 8, 4], [1, 2]).Baseline;
        Assert.Equal((4.0, 1.0, 9.0, "median-order"), (median.Value, median.Lower, median.Upper, median.Method));
        Assert.Null(Ranks.Compare([5, 1, 3, 2, 9], [1, 2]).Baseline.Lower);
    }

    [Fact]
    public void From_fifty_values_on_the_order_is_the_normal_one()
    {
        // The differences are 0 to 149, each once. 75 − z √(150 · 54 / 12) = 24.08; the exact order is 25.
        RankTest test = Ranks.Test(Enumerable.Range(0, 50).Select(i => 49.0 - i), [49, 99, 149]);
        Assert.Equal((23.0, 126.0), (test.Shift.Lower, test.Shift.Upper));
        Close.Near(0.9525471582817638, test.AchievedLevel, 1e-12);
    }

    [Fact]
    public void Fifty_values_on_either_side_have_no_exact_test()
    {
        double[] fifty = [.. Enumerable.Range(0, 50).Select(i => 2.0 * i)];
        Assert.Equal("mann-whitney-normal", Ranks.Test(fifty, [1, 3, 5]).Method);
        Assert.Equal("mann-whitney-normal", Ranks.Test([1, 3, 5], fifty).Method);
        Assert.Equal("mann-whitney-exact", Ranks.Test([1, 3, 5], fifty[1..]).Method);
        Assert.Throws<ArgumentException>(() => Ranks.Test(fifty, [1, 3, 5], method: RankMethod.Exact));
        Assert.Throws<ArgumentException>(() => Ranks.Test([1, 3, 5], fifty, method: RankMethod.Exact));
    }

    [Fact]
    public void A_level_that_the_orders_reach_exactly_is_reached()
    {
        // One of the 8 places of 1 value among 7 in 4: a quarter is left at each end, 2 of 8.
        RankTest test = Ranks.Test([0], [1, 2, 3, 4, 5, 6, 7], 0.5);
        Assert.Equal((2.0, 6.0, 0.5, 0.5), (test.Shift.Lower, test.Shift.Upper, test.AchievedLevel, test.Shift.Level));
    }

    [Fact]
    public void Many_thousands_are_told_apart_or_found_alike_without_forming_the_pairs()
    {
        double[] zeros = new double[50_000];
        RankTest alike = Ranks.Test(zeros, zeros);
        Assert.Equal((0.0, 0.0, 0.0), (alike.Shift.Lower, alike.Shift.Value, alike.Shift.Upper));
        // More pairs than an int counts.
        double[] apart = [.. Enumerable.Range(2, 46_501).Select(i => Math.Sqrt(i))];
        Assert.Equal(apart[^1] - apart[0], new PairwiseDifferences(apart, apart).Smallest(46_501L * 46_501));
    }

    [Fact]
    public void The_last_difference_before_a_gap_is_found_by_halving()
    {
        // 100i − j: fifty in a row for each i, from 100i − 49 to 100i.
        var differences = new PairwiseDifferences([.. Enumerable.Range(0, 50).Select(i => 100.0 * i)], [.. Enumerable.Range(0, 50).Select(j => (double)j)]);
        Assert.All(Enumerable.Range(0, 50), i => Assert.Equal((100.0 * i - 49, 100.0 * i), (differences.Smallest(50 * i + 1), differences.Smallest(50 * i + 50))));
    }

    [Fact]
    public void A_zero_has_no_sign()
    {
        double[] minus = [-0.0, -0.0, -0.0, -0.0, -0.0, -0.0];
        double[] plus = new double[6];
        Comparison comparison = Ranks.Compare(plus, minus);
        Estimate among = Ranks.Compare(new double[9], [-1, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, -0.0, 1]).Change;
        foreach (Estimate estimate in new[] { comparison.Baseline, comparison.Current, comparison.Change, Ranks.Compare(minus, plus).Change, among })
        {
            Assert.False(double.IsNegative(estimate.Value!.Value) || double.IsNegative(estimate.Lower!.Value) || double.IsNegative(estimate.Upper!.Value));
        }
    }

    [Fact]
    public void What_no_test_can_be_asked_is_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>("level", () => Ranks.Test([1], [2], 95));
        Assert.StartsWith("method is 7; allowed are", Assert.Throws<ArgumentOutOfRangeException>("method", () => Ranks.Test([1], [2], method: (RankMethod)7)).Message);
    }

    [Fact]
    public void Ties_in_the_last_values_of_one_side_are_ties()
    {
        Assert.Equal("mann-whitney-normal", Ranks.Test([1, 2], [5, 5]).Method);
        Assert.Equal("mann-whitney-normal", Ranks.Test([5, 5], [1, 2]).Method);
        Assert.Null(Ranks.Test([1], [2]).AchievedLevel);
    }

    [Fact]
    public void A_median_at_the_ends_of_what_numbers_hold_and_at_low_levels()
    {
        Assert.Equal(1.65e308, Ranks.Compare([1.6e308, 1.7e308], [1.6e308]).Baseline.Value!.Value, 1e293);
        Assert.Equal(double.Epsilon, Ranks.Compare([double.Epsilon, double.Epsilon], [0]).Baseline.Value);
        // P(X ≤ 1) of 5 is 6/32; P(X = 0) of 2 is the tail of 50% itself.
        Estimate five = Ranks.Compare([1, 2, 3, 4, 5], [1], 0.5).Baseline;
        Assert.Equal((2.0, 4.0), (five.Lower, five.Upper));
        Assert.Equal(1.0, Ranks.Compare([1, 2], [1], 0.5).Baseline.Lower);
    }

    [Fact]
    public void Bad_values_and_methods_are_errors()
    {
        Assert.Equal("current[1] is NaN; an observation is a finite number (Parameter 'current')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Ranks.Test([1], [1, double.NaN])).Message);
        Assert.Equal("method is Exact and values are tied; the exact distribution is that of values without ties: take Automatic or Normal (Parameter 'method')",
            Assert.Throws<ArgumentException>(() => Ranks.Test([1, 2], [2, 3], method: RankMethod.Exact)).Message);
        Assert.Equal("method is Exact with 50 and 1 values; it takes fewer than 50 a side: take Automatic or Normal (Parameter 'method')",
            Assert.Throws<ArgumentException>(() => Ranks.Test(Enumerable.Range(0, 50).Select(x => (double)x), [0.5], method: RankMethod.Exact)).Message);
        Assert.Throws<OverflowException>(() => Ranks.Test([-1.7e308], [1.7e308]));
        Assert.Throws<ArgumentNullException>(() => Ranks.Test(null!, []));
    }

    [Fact]
    public void Hundreds_of_thousands_a_side_are_no_matter()
    {
        // Values on a grid: the shift is known.
        double[] baseline = [.. Enumerable.Range(0, 200_000).Select(i => i * 7919 % 200_000 / 16.0)];
        RankTest test = Ranks.Test(baseline, [.. baseline.Select(x => x + 250)]);
        Assert.Equal(250, test.Shift.Value);
        Assert.True(test.PValue < 1e-100);
        Assert.InRange(test.AchievedLevel!.Value, 0.95, 0.9501);
    }
}
