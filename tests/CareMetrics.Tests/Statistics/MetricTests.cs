using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

public class MetricTests
{
    // z of .975 and of .8 from tables of mpmath.
    private const double Reach = 1.959963984540054 + 0.8416212335729143;

    [Fact]
    public void What_a_change_could_have_found_is_the_reach_times_the_error_of_the_difference()
    {
        // Two successes and two failures more on each side: 402 of 1004 and 48 of 104.
        Detects(Reach * Math.Sqrt(402.0 / 1004 * (602.0 / 1004) / 1000 + 48.0 / 104 * (56.0 / 104) / 100), new ProportionTally(400, 1000), new ProportionTally(46, 100));
        // Variances 5/3 of four and 13 of three.
        Detects(Reach * Math.Sqrt(5.0 / 12 + 13.0 / 3), MeanTally.Of([1, 2, 3, 4]), MeanTally.Of([2, 4, 9]));
        Detects(
            Reach * Math.Sqrt(5.0 / 12 + 13.0 / 3), RatioTally.Of([(1, 1), (2, 1), (3, 1), (4, 1)]), RatioTally.Of([(2, 1), (4, 1), (9, 1)]));
        // One event more on each side: 11 in 5 and 31 in 10.
        Detects(Reach * Math.Sqrt(11.0 / 25 + 31.0 / 100), new RateTally(10, 5), new RateTally(30, 10));
        // Pearson's 2 and 8 over 2 + 3 degrees of freedom double the variance.
        Detects(Reach * Math.Sqrt(2 * (13.0 / 9 + 21.0 / 16)), RateTally.Of([2, 6, 4]), RateTally.Of([1, 7, 9, 3]));
    }

    [Fact]
    public void Every_metric_refuses_a_level_and_a_power_that_are_none_even_without_data()
    {
        Refuses<ProportionTally>();
        Refuses<MeanTally>();
        Refuses<RatioTally>();
        Refuses<RateTally>();
    }

    [Fact]
    public void Without_data_nothing_is_detectable_and_there_is_no_p_value()
    {
        HasNothing(new ProportionTally(3, 7));
        HasNothing(MeanTally.Of([1, 2, 4]));
        HasNothing(RatioTally.Of([(1, 2), (3, 2), (4, 1)]));
        HasNothing(RateTally.Of([3, 5]));
    }

    [Fact]
    public void Rates_have_their_default_method_and_refuse_others_that_are_none()
    {
        (RateTally baseline, RateTally current) = (RateTally.Of([2, 6, 4]), RateTally.Of([1, 7, 9, 3]));
        Assert.Equal(Comparison.Between(baseline, current), Rate.Compare(baseline, current));
        Assert.StartsWith("method is 9; allowed are", Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Estimate(baseline, method: (RateMethod)9)).Message);
        Assert.StartsWith("method is 9; allowed are", Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Compare(baseline, current, method: (RateMethod)9)).Message);
        Assert.StartsWith("level is 95;", Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Compare(default, default, 95, RateMethod.Exact)).Message);
        foreach (RateMethod method in Enum.GetValues<RateMethod>())
        {
            Estimate none = Rate.Estimate(RateTally.Empty, method: method);
            Assert.Equal((null, null, null), (none.Value, none.Lower, none.Upper));
        }
    }

    [Fact]
    public void A_ratio_of_rates_is_their_relative_change_and_1()
    {
        (RateTally baseline, RateTally current) = (RateTally.Of([2, 6, 4]), RateTally.Of([1, 7, 9, 3]));
        RatioInterval ratio = Ratio.Of(baseline, current);
        Estimate change = Comparison.Between(baseline, current).RelativeChange!;
        Close.Relative(change.Value!.Value + 1, ratio.Value, 1e-14);
        Close.Relative(change.Lower!.Value + 1, ratio.Lower, 1e-13);
        Close.Relative(change.Upper!.Value + 1, ratio.Upper, 1e-13);
        // Rates 1e20 apart: p of a t of about 85 on four degrees of freedom is small, and not 0.
        double? p = Comparison.Between(baseline, RateTally.Of([(1, 1e20), (7, 1e20), (9, 1e20)])).PValue;
        Assert.InRange(p!.Value, 1e-9, 1e-5);
    }

    private static void Detects<TTally>(double expected, TTally baseline, TTally current)
        where TTally : IMetric<TTally> =>
        Close.Relative(expected, Comparison.Between(baseline, current).DetectableChange, 1e-13, typeof(TTally).Name);

    private static void Refuses<TTally>()
        where TTally : struct, IMetric<TTally>
    {
        foreach (Func<object?> call in new Func<object?>[]
        {
            () => TTally.Estimate(default, 95), () => TTally.Change(default, default, 95), () => TTally.RelativeChange(default, default, 95),
            () => TTally.DetectableChange(default, default, 0.8, 95),
        })
        {
            Assert.Equal("level is 95; a confidence level lies strictly between 0 and 1, such as 0.95 (Parameter 'level')",
                Assert.Throws<ArgumentOutOfRangeException>(call).Message);
        }

        Assert.StartsWith("power is 1; at level 0.95 a power lies strictly between 0.025 and 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => TTally.DetectableChange(default, default, 1, 0.95)).Message);
    }

    private static void HasNothing<TTally>(TTally some)
        where TTally : struct, IMetric<TTally>
    {
        foreach ((TTally baseline, TTally current) in new (TTally, TTally)[] { (some, default), (default, some), (default, default) })
        {
            Assert.Null(TTally.Estimate(default, 0.95).Value);
            Assert.Null(TTally.Change(baseline, current, 0.95).Value);
            Assert.Null(TTally.Change(baseline, current, 0.95).Lower);
            Assert.Null(TTally.Change(baseline, current, 0.95).Upper);
            Assert.Null(TTally.PValue(baseline, current));
            Assert.Null(TTally.DetectableChange(baseline, current, 0.8, 0.95));
            Assert.Null(TTally.RelativeChange(baseline, current, 0.95));
            Assert.Equal("a side has no data", TTally.NoRelativeChange(baseline, current));
        }
    }
}
