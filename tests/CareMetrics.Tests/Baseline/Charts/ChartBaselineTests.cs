using CareMetrics.Baseline;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Baseline;

/// <summary>Which points limits rest on, and what is made of them.</summary>
public class ChartBaselineTests
{
    private static readonly double[] Twelve = [.. Enumerable.Range(1, 12)];

    [Fact]
    public void A_baseline_named_from_the_last_point_of_a_segment_runs_across_the_rebase() => Assert.StartsWith(
        "the baseline from \"5\" to \"12\" runs across the rebase at \"6\"; it lies in one segment",
        Assert.Throws<ArgumentException>(() => ControlChart.Xmr(Twelve, new ChartOptions { BaselineFrom = "5", BaselineTo = "12", Rebases = ["6"] })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_baseline_of_one_point_is_too_short_and_not_backwards() => Assert.StartsWith(
        "the baseline from \"3\" to \"3\" has 1 points with a value; limits need at least 5",
        Assert.Throws<ArgumentException>(() => ControlChart.Xmr(Twelve, new ChartOptions { BaselineFrom = "3", BaselineTo = "3" })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_point_is_named_twice_also_where_it_is_the_first() => Assert.StartsWith(
        "options.Rebases names \"a\", which is the label of points 1 and 3; it must be that of one",
        Assert.Throws<ArgumentException>(() => ControlChart.Of(ChartKind.Xmr, "abacd".Select(c => new ChartObservation($"{c}", 1)), new ChartOptions { Rebases = ["a"] })).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(null, 12, false)]
    [InlineData(6, 6, true)]
    [InlineData(12, 12, true)]
    [InlineData(13, 12, false)]
    public void Limits_are_frozen_once_the_baseline_has_its_points(int? points, int count, bool isFrozen)
    {
        ChartSegment segment = Assert.Single(ControlChart.Xmr(Twelve, new ChartOptions { BaselinePoints = points }).Segments);
        Assert.Equal((count, isFrozen), (segment.BaselineCount, segment.IsFrozen));
    }

    [Fact]
    public void A_gap_is_none_of_the_baselines_points()
    {
        ControlChart chart = ControlChart.Of(
            ChartKind.Xmr, new double?[] { 1, null, 2, 3, null, 4, 5, 6, 7 }.Select(value => new ChartObservation(null, value)), new ChartOptions { BaselinePoints = 5 });
        Assert.Equal((0, 6, 5, 3.0), (chart.Segments[0].BaselineFirst, chart.Segments[0].BaselineLast, chart.Segments[0].BaselineCount, chart.Segments[0].Centre));
    }

    [Fact]
    public void A_centre_given_without_sigma_leaves_the_limits_to_the_data()
    {
        ChartSegment segment = Assert.Single(ControlChart.Xmr(Twelve, new ChartOptions { Centre = 6 }).Segments);
        Assert.Equal((6, 12, false), (segment.Centre, segment.BaselineCount, segment.IsFrozen));
        Assert.Throws<ArgumentException>(() => ControlChart.Xmr([1, 2, 3, 4], new ChartOptions { Centre = 2 }));
        ChartSegment known = Assert.Single(ControlChart.Xmr([1, 2, 3, 4], new ChartOptions { Centre = 2, Sigma = 1 }).Segments);
        Assert.Equal((0, true), (known.BaselineCount, known.IsFrozen));
    }

    [Fact]
    public void What_is_given_holds_for_the_first_segment_alone()
    {
        ControlChart chart = ControlChart.Xmr(Twelve, new ChartOptions { Centre = 50, Sigma = 7, Rebases = ["7"] });
        Assert.Equal((50, 7), (chart.Segments[0].Centre, chart.Segments[0].Sigma));
        Assert.Equal(9.5, chart.Segments[1].Centre);
        // Moving ranges of 1: sigma is 1/d₂ with d₂ = 2/√π.
        Close.Relative(0.88622692545275801, chart.Segments[1].Sigma, 1e-15);
    }

    [Fact]
    public void Each_kind_of_chart_has_its_own_figures()
    {
        ChartObservation[] counts = [.. Enumerable.Range(0, 12).Select(i => new ChartObservation(null, 10 + i % 3, 100))];
        ChartSegment xmr = ControlChart.Xmr(Twelve).Segments[0];
        Assert.True(xmr is { Sigma: not null, SigmaZ: null, MovingRange: 1 });
        ControlChart p = ControlChart.Of(ChartKind.P, counts);
        Assert.True(p.Segments[0] is { Sigma: null, SigmaZ: null, MovingRange: null, MovingRangeLimit: null });
        Assert.All(p.Points, point => Assert.Null(point.MovingRange));
        Assert.True(ControlChart.Of(ChartKind.PPrime, counts).Segments[0] is { Sigma: null, SigmaZ: > 0, MovingRange: > 0 });
    }

    [Fact]
    public void A_count_without_its_denominator_does_not_move_the_centre()
    {
        ControlChart chart = ControlChart.Of(ChartKind.P, [.. Enumerable.Repeat(new ChartObservation(null, 3, 10), 6), new(null, 2, null), new(null, null, 5)]);
        Assert.Equal(0.3, chart.Segments[0].Centre);
    }

    [Fact]
    public void A_chart_that_needs_ranges_has_no_limits_without_neighbours()
    {
        ControlChart chart = ControlChart.Of(
            ChartKind.PPrime, Enumerable.Range(0, 10).Select(i => i % 2 == 0 ? new ChartObservation(null, 3 + i, 40) : new ChartObservation(null, null, 40)));
        Assert.All(chart.Points, point => Assert.Equal((null, null, null), (point.Lower, point.Upper, point.Sigma)));
        Assert.Equal(CautionKind.NoLimits, chart.Cautions[^1].Kind);
    }

    [Fact]
    public void From_a_baseline_of_zeros_any_count_is_outside_and_has_no_range()
    {
        ControlChart chart = ControlChart.Of(
            ChartKind.UPrime, [.. Enumerable.Repeat(new ChartObservation(null, 0, 40), 6), new(null, 3, 40), new(null, 5, 40)], new ChartOptions { BaselinePoints = 6 });
        Assert.Equal(ChartSignalKinds.AboveLimit, chart.Points[6].Members & ChartSignalKinds.AboveLimit);
        Assert.Null(chart.Points[7].MovingRange);
    }

    [Fact]
    public void The_centre_is_the_exact_mean_rounded_once()
    {
        // The mean by whole fractions; adding from left to right loses the ones.
        Assert.Equal(0.4, Centre(1e16, 1, -1e16, 1, 0));
        Assert.Equal(0.4, Centre(1, 1e16, 1, -1e16, 0));
        Assert.Equal(2000000000000000.2, Centre(1e16, 1, 0, 0, 0));
        Assert.Equal(0.1, Centre([.. Enumerable.Repeat(0.1, 11)]));
        Assert.Equal(1, ControlChart.Of(ChartKind.U, new[] { 1e16, 1, 1, 1, 1 }.Select(n => new ChartObservation(null, n, n))).Segments[0].Centre);

        static double Centre(params double[] values) => ControlChart.Xmr(values).Segments[0].Centre;
    }

    [Fact]
    public void A_moving_range_at_its_limit_is_kept_and_one_above_it_is_left_out()
    {
        // Ranges 3267, 433, 433, 433 and 434 average 1000, whose limit is 3267.
        ChartOptions screened = new() { ScreenMovingRanges = true, Constants = ChartConstants.Rounded };
        Assert.Equal(1000, ControlChart.Xmr([0, 3267, 3700, 4133, 4566, 5000], screened).Segments[0].MovingRange);
        // Ranges 10, 10, 10, 10, 100 average 28, whose limit is 91.476.
        Assert.Equal(10, ControlChart.Xmr([0, 10, 0, 10, 0, 100], screened).Segments[0].MovingRange);
        Assert.Equal(28, ControlChart.Xmr([0, 10, 0, 10, 0, 100], screened with { ScreenMovingRanges = false }).Segments[0].MovingRange);
        Assert.Equal(0, ControlChart.Xmr([5, 5, 5, 5, 5, 9], screened with { UseMedianMovingRange = true }).Segments[0].MovingRange);
    }

    [Fact]
    public void The_median_of_an_even_number_of_ranges_is_the_mean_of_the_middle_two()
    {
        // Ranges 1, 10, 2, 3: the limits of Wheeler's median chart are 3.145 medians from the mean, that of the ranges is 3.865 medians.
        ControlChart chart = ControlChart.Xmr([0, 1, 11, 9, 6], new ChartOptions { UseMedianMovingRange = true, Constants = ChartConstants.Rounded });
        Assert.Equal(2.5, chart.Segments[0].MovingRange);
        Close.Relative(5.4 - 3.145 * 2.5, chart.Points[0].Lower, 1e-14);
        Close.Relative(5.4 + 3.145 * 2.5, chart.Points[0].Upper, 1e-14);
        Close.Relative(3.865 * 2.5, chart.Segments[0].MovingRangeLimit, 1e-14);
        // The median of |Z₁ − Z₂| is √2·z(0.75); the limit of a range is E + 3·sd of it, 2/√π + 3·√(2 − 4/π) (50 digits).
        ControlChart exact = ControlChart.Xmr([0, 1, 11, 9, 6], new ChartOptions { UseMedianMovingRange = true });
        Close.Relative(2.6208952062688263, exact.Segments[0].Sigma, 1e-14);
        Close.Relative(9.6603224326701819, exact.Segments[0].MovingRangeLimit, 1e-14);
    }

    [Theory]
    [InlineData(1e308, 5e307)]
    [InlineData(-1e308, 5e307)]
    public void One_limit_beyond_a_number_is_enough_for_an_overflow(double centre, double sigma) =>
        Assert.Throws<OverflowException>(() => ControlChart.Xmr([centre, centre], new ChartOptions { Centre = centre, Sigma = sigma }));

    [Fact]
    public void A_moving_range_beyond_a_number_is_an_overflow_also_after_the_baseline() =>
        Assert.Throws<OverflowException>(() => ControlChart.Xmr([1, 2, 1, 2, 1, 1e308, -1e308], new ChartOptions { BaselinePoints = 5 }));

    [Fact]
    public void A_target_must_hold_within_the_widest_limits()
    {
        // σ of 0.1 at 400, of 0.2 at 100: limits 4 ± 0.3 and 4 ± 0.6.
        static Assurance? Of(double target, params int[] denominators) => ControlChart.Of(
            ChartKind.U, denominators.Select(n => new ChartObservation(null, 4 * n, n)), new ChartOptions { Centre = 4, Better = Better.Higher, Target = target }).Assurance;
        Assert.Equal(Assurance.ConsistentlyPasses, Of(3.6, 400, 400));
        Assert.Equal(Assurance.Inconsistent, Of(3.6, 400, 100));
        Assert.Equal(Assurance.Inconsistent, Of(3.6, 100, 400));
        Assert.Equal(Assurance.ConsistentlyFails, Of(4.4, 400, 400));
        Assert.Equal(Assurance.Inconsistent, Of(4.4, 400, 100));
    }
}
