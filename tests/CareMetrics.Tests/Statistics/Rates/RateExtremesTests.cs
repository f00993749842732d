using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class RateExtremesTests
{
    [Fact]
    public void Few_beside_a_thousand_million_keep_their_digits()
    {
        // By sums of 60 digits.
        RatioInterval one = Ratio.Of(new RateTally(1_000_000_000, 1), new RateTally(1, 1), method: RateMethod.MidP);
        Close.Relative(5.0020344787757584304e-11, one.Lower, 1e-11);
        Close.Relative(4.9318605339867578196e-9, one.Upper, 1e-11);
        Comparison same = Rate.Compare(new RateTally(3, 1), new RateTally(1_000_000_000, 1e9), method: RateMethod.MidP);
        Close.Relative(0.0992895542847708, same.PValue, 1e-11);
        Close.Relative(0.0992895542847708, Rate.Compare(new RateTally(1_000_000_000, 1e9), new RateTally(3, 1), method: RateMethod.MidP).PValue, 1e-11);
        Close.Relative(0.160602794694607554, Rate.Compare(new RateTally(3, 1), new RateTally(1_000_000_000, 1e9), method: RateMethod.Exact).PValue, 1e-11);
        Estimate score = Rate.Compare(new RateTally(10_000_000_000, 1), new RateTally(1, 1e-10), method: RateMethod.Score).Change;
        Close.Relative(-8234754454.6134831217, score.Lower, 1e-11);
        Close.Relative(46649342657.713281756, score.Upper, 1e-11);
        Estimate apart = Rate.Compare(new RateTally(10, 9), new RateTally(100, 1), method: RateMethod.Score).Change;
        Close.Relative(81.101093857513406873, apart.Lower, 1e-13);
        Close.Relative(120.51285504235784605, apart.Upper, 1e-13);
    }

    [Fact]
    public void Rates_that_differ_by_a_thousand_millionth_keep_its_digits()
    {
        const long many = 1_000_000_000_000_000_000;
        RateTally baseline = new(many, 1, 5, 2e18);
        Comparison comparison = Comparison.Between(baseline, new RateTally(many + 1_000_000_000, 1, 5, 2e18));
        // t of 8 degrees of freedom by 60 digits.
        Close.Relative(0.346593507087334248, comparison.PValue, 1e-12);
        Close.Relative(1e-9, comparison.RelativeChange!.Value, 1e-14);
        Close.Relative(-1.30600413369834122e-9, comparison.RelativeChange.Lower, 1e-12);
        Close.Relative(3.30600413901599629e-9, comparison.RelativeChange.Upper, 1e-12);
    }

    [Fact]
    public void Periods_that_differ_too_much_have_no_limit()
    {
        // Two periods each, one event: the upper limit is past the largest double.
        var wide = new RateTally(1, 1, 2, 16000);
        Estimate relative = RateTally.RelativeChange(wide, wide, 0.95)!;
        Assert.Equal((-1, 0, null), (relative.Lower, relative.Value, relative.Upper));
        Assert.Null(RateTally.Change(wide, wide, 0.95).Upper);
        var beyond = new RateTally(1, 1, 2, 1e30);
        Comparison none = Rate.Compare(beyond, beyond);
        Assert.Equal((null, null, null), (none.PValue, none.RelativeChange, none.DetectableChange));
        Assert.Equal("not comparable: a side has too little data for an interval", none.ToString());
        Assert.Null(Rate.Estimate(beyond).Upper);
        Assert.Null(new RateTally(5, 3).Dispersion);
        Assert.Null(RateTally.Of([0, 0]).Dispersion);
        Assert.Null(RateTally.Empty.Dispersion);
    }

    [Fact]
    public void Extreme_counts_stay_finite()
    {
        Gen<RateTally> extreme =
            from count in Gen.Elements(0, 1, 2, 1_000_000_000_000, long.MaxValue / 4)
            from exposure in Gen.Elements(1e-45, 1e-5, 1, 1e45)
            from squares in Gen.Elements(0, 1e-30, 1, 1e30)
            select new RateTally(count, exposure, 2, count == 0 ? 0 : squares);
        Law.Holds(extreme, extreme, Gen.Elements(0.5, 0.95, 0.999999), (baseline, current, level) =>
        {
            foreach (RateMethod method in Enum.GetValues<RateMethod>())
            {
                Comparison comparison = Rate.Compare(baseline, current, level, method);
                Assert.InRange(comparison.PValue ?? 0, 0, 1);
                Ratio.Of(baseline, current, level, method);
            }
        }, cases: 150);
    }
}
