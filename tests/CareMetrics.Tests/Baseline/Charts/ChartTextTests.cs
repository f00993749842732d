using CareMetrics.Baseline;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Baseline;

/// <summary>How charts and their parts are written, and what they refuse.</summary>
public class ChartTextTests
{
    [Fact]
    public void Options_say_what_the_limits_rest_on()
    {
        Assert.Equal("limits of all points; no rules", new ChartOptions { Rules = ChartRules.LimitsOnly with { OutsideLimits = false } }.ToString());
        Assert.Equal(
            "baseline a to e, baseline the first 6 points, rebased at x, y, centre 5 given, sigma 1.5 given, median moving range, moving ranges screened, rounded constants; "
                + "6 on one side, 7 rising or falling, 2 of 3 beyond 2 sigma (Western Electric), points on the line passed over, equal neighbours passed over",
            new ChartOptions
            {
                BaselineFrom = "a",
                BaselineTo = "e",
                BaselinePoints = 6,
                Rebases = ["x", "y"],
                Centre = 5,
                Sigma = 1.5,
                UseMedianMovingRange = true,
                ScreenMovingRanges = true,
                Constants = ChartConstants.Rounded,
                Rules = new ChartRules
                {
                    OutsideLimits = false,
                    Shift = 6,
                    Trend = 7,
                    TwoOfThree = TwoOfThree.WesternElectric,
                    SkipPointsOnLine = true,
                    SkipEqualNeighbours = true,
                },
            }.ToString());
        Assert.Equal("outside the limits", ChartRules.LimitsOnly.ToString());
        Assert.Equal("outside the limits, 2 of 3 beyond 2 sigma (Making Data Count 2022)", (ChartRules.LimitsOnly with { TwoOfThree = TwoOfThree.MakingDataCount2022 }).ToString());
    }

    [Fact]
    public void Options_outside_their_values_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Constants", () => new ChartOptions { Constants = (ChartConstants)9 });
        Assert.Throws<ArgumentOutOfRangeException>("Better", () => new ChartOptions { Better = (Better)9 });
        Assert.Throws<ArgumentOutOfRangeException>("denominator", () => new ChartObservation(null, 1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("denominator", () => new ChartObservation(null, 1, double.PositiveInfinity));
        Assert.StartsWith("observations is empty", Assert.Throws<ArgumentException>(() => ControlChart.Of(ChartKind.P, [])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Observations_points_and_segments_are_written_with_their_names()
    {
        Assert.Equal("May: 3 of 40", new ChartObservation("May", 3, 40).ToString());
        Assert.Equal("missing", new ChartObservation(null, null).ToString());
        ControlChart chart = ControlChart.Of(
            ChartKind.Xmr, new[] { 5.0, 5, 9 }.Select((value, i) => new ChartObservation(i == 1 ? null : $"d{i}", value)), new ChartOptions { Centre = 5, Sigma = 1 });
        Assert.Equal(["d0: 5.00 (2.00 to 8.00)", "5.00 (2.00 to 8.00)", "d2: 9.00 (2.00 to 8.00), AboveLimit"], chart.Points.Select(point => point.ToString()));
        Assert.Equal(("d0", "2", "d2"), (chart.NameOf(0), chart.NameOf(1), chart.NameOf(2)));
        Assert.Equal("AboveLimit of 1 point, 3 to 3, known at 3", Assert.Single(chart.Signals).ToString());
        Assert.Equal("XmR chart of 3 points: centre 5.00 (2.00 to 8.00), 1 signal", chart.ToString());
        Assert.Equal("XmR chart without points", (chart with { Points = [] }).ToString());
        Assert.Equal("points 1 to 3: centre 5.0000 from 0 points", chart.Segments[0].ToString());
        Assert.Equal("points 2 to 4: centre 5.0000 from 0 points", (chart.Segments[0] with { First = 1, Last = 3 }).ToString());
    }

    [Fact]
    public void A_chart_of_few_points_says_so_and_one_with_room_does_not_say_it_has_none()
    {
        ControlChart eleven = ControlChart.Xmr([.. Enumerable.Range(1, 11)]);
        Assert.Equal("The limits from 1 on rest on 11 points; with fewer than 12 they may still move much.", Assert.Single(eleven.Cautions).Detail);
        Assert.Equal(CautionKind.ShortBaseline, eleven.Cautions[0].Kind);
        Assert.Empty(ControlChart.Xmr([1, 2], new ChartOptions { Centre = 1, Sigma = 1 }).Cautions);
        // Only a point with a denominator has limits of its own, here the last; the others have none of their own.
        ControlChart rates = ControlChart.Of(ChartKind.U, [new(null, null), new(null, 3, 10), new(null, 3, 10)], new ChartOptions { Centre = 0.3 });
        Assert.Empty(rates.Cautions);
        // A rebase to a constant level leaves no room from there on.
        ControlChart stepped = ControlChart.Xmr([.. Enumerable.Range(1, 12), .. Enumerable.Repeat(5.0, 12)], new ChartOptions { Rebases = ["13"] });
        Assert.Equal("The limits from 13 on leave no room: the baseline does not vary, and any other value is outside.", Assert.Single(stepped.Cautions).Detail);
    }

    [Theory]
    [InlineData(5, 5, 3, 3, false)]
    [InlineData(6, 5, 3, 3, true)]
    [InlineData(5, 5, 2, 3, true)]
    public void Runs_are_unusual_where_one_is_longer_or_crossings_are_fewer(int longest, int longestLimit, int crossings, int crossingsLimit, bool expected)
    {
        ChartSegment segment = ControlChart.Xmr([1, 2, 3, 4, 5]).Segments[0];
        Assert.Equal(
            expected,
            (segment with { LongestRun = longest, LongestRunLimit = longestLimit, Crossings = crossings, CrossingsLimit = crossingsLimit }).HasUnusualRuns);
    }

    [Fact]
    public void Points_on_the_line_count_neither_in_runs_nor_as_crossings()
    {
        double?[] values = [0, 1, 1, 0, 1, -1, 0, -1, null, -1, 1];
        ChartSegment segment = ControlChart.Of(ChartKind.Xmr, values.Select(value => new ChartObservation(null, value)), new ChartOptions { Centre = 0, Sigma = 9 }).Segments[0];
        Assert.Equal((7, 3, 2), (segment.Useful, segment.LongestRun, segment.Crossings));
    }

    [Fact]
    public void Limits_of_runs_are_those_of_fair_coins()
    {
        // By R: qbinom(0.05, n - 1, 0.5) for n from 1 to 30, and round(log2(n) + 3) (Anhoj and Olesen 2014).
        int[] crossings = [0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10];
        int[] longest = [3, 4, 5, 5, 5, 6, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8];
        for (int n = 1; n <= 30; n++)
        {
            ChartSegment segment = ControlChart.Xmr([.. Enumerable.Repeat(1.0, n)], new ChartOptions { Centre = 0, Sigma = 1 }).Segments[0];
            Assert.Equal((n, crossings[n - 1], longest[n - 1]), (segment.Useful, segment.CrossingsLimit, segment.LongestRunLimit));
        }
    }
}
