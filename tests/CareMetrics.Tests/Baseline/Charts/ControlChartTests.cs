using CareMetrics.Baseline;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Baseline;

public class ControlChartTests
{
    private const double Tolerance = 1e-11;

    [Fact]
    public void XmR_limits_agree_with_50_digits()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("baseline/xmr_exact.csv"))
        {
            ChartOptions options = new() { BaselinePoints = row["case"].Contains("base12", StringComparison.Ordinal) ? 12 : null };
            Agree(row, options, "mRbar", "lpl_exact", "upl_exact", "url_exact");
            Agree(row, options with { Constants = ChartConstants.Rounded }, "mRbar", "lpl_2.66", "upl_2.66", "url_3.267");
            Agree(row, options with { UseMedianMovingRange = true }, "median_mR", "lpl_medmR_exact", "upl_medmR_exact", null);
        }

        static void Agree(ReferenceRow row, ChartOptions options, string average, string lower, string upper, string? limit)
        {
            ControlChart chart = ControlChart.Xmr(Charted.Breaches, options);
            ChartSegment segment = Assert.Single(chart.Segments);
            Close.Relative(row.Number("mean"), segment.Centre, Tolerance, row);
            Close.Relative(row.Number(average), segment.MovingRange, Tolerance, row);
            Close.Relative(row.Number(lower), chart.Points[^1].Lower, Tolerance, row);
            Close.Relative(row.Number(upper), chart.Points[^1].Upper, Tolerance, row);
            if (limit is not null)
            {
                Close.Relative(row.Number(limit), segment.MovingRangeLimit, Tolerance, row);
            }
        }
    }

    [Fact]
    public void XmR_charts_agree_with_NHSRplotthedots()
    {
        foreach (IGrouping<string, ReferenceRow> series in Charted.Series("baseline/xmr_nhsr.csv"))
        {
            ReferenceRow[] rows = [.. series];
            string rebase = rows.FirstOrDefault(row => row["group"] == "1")?["date"] ?? rows[0]["date"];
            ControlChart chart = ControlChart.Of(
                ChartKind.Xmr,
                rows.Select(row => new ChartObservation(row["date"], row.Number("value"))),
                new ChartOptions
                {
                    BaselinePoints = series.Key.Contains("fix12", StringComparison.Ordinal) ? 12 : null,
                    Rebases = [rebase],
                    ScreenMovingRanges = !series.Key.EndsWith("noscreen", StringComparison.Ordinal),
                    Constants = ChartConstants.Rounded,
                    Rules = new ChartRules { Shift = 7, Trend = 7, TwoOfThree = TwoOfThree.MakingDataCount2022 },
                });
            foreach ((ReferenceRow row, ChartPoint point) in rows.Zip(chart.Points))
            {
                Close.Relative(row.Number("mean"), point.Centre, Tolerance, row);
                Close.Relative(row.Number("lpl"), point.Lower, Tolerance, row);
                Close.Relative(row.Number("upl"), point.Upper, Tolerance, row);
                Assert.Equal(row.Whole("group"), point.Segment);
                Assert.Equal(row["outside"] == "TRUE", (point.Members & (ChartSignalKinds.AboveLimit | ChartSignalKinds.BelowLimit)) != 0);
                Assert.True((row["special"] == "Common Cause") == (point.Members == ChartSignalKinds.None), $"{row}: {point}");
            }
        }
    }

    [Fact]
    public void Charts_agree_with_qicharts2()
    {
        ReferenceRow[] infections = [.. Charted.Series("baseline/charts_qicharts2.csv").First(series => series.Key == "u_cdi")];
        foreach (IGrouping<string, ReferenceRow> series in Charted.Series("baseline/charts_qicharts2.csv"))
        {
            ReferenceRow[] rows = [.. series];
            bool isRun = series.Key.StartsWith("run_", StringComparison.Ordinal);
            ControlChart chart = ControlChart.Of(
                Kind(series.Key),
                rows.Select((row, at) => Observed(row, series.Key, infections.ElementAtOrDefault(at))),
                new ChartOptions
                {
                    BaselinePoints = series.Key.Contains("freeze12", StringComparison.Ordinal) ? 12 : null,
                    Rebases = series.Key.EndsWith("part24", StringComparison.Ordinal) ? [rows[24]["x"]] : [],
                    Centre = isRun ? rows[0].Number("cl") : null,
                    Constants = ChartConstants.RoundedDivisor,
                });
            for (int i = 0; i < rows.Length; i++)
            {
                (ReferenceRow row, ChartPoint point) = (rows[i], chart.Points[i]);
                ChartSegment segment = chart.Segments[point.Segment];
                Close.Relative(row.Number("cl"), point.Centre, Tolerance, row);
                if (!isRun)
                {
                    Close.Near(row.Number("lcl"), point.Lower, Tolerance, row);
                    Close.Relative(row.Number("ucl"), point.Upper, Tolerance, row);
                    Close.Relative(row.Number("lcl95"), chart.Band(i, 2)!.Value.Lower, Tolerance, row);
                    Close.Relative(row.Number("ucl95"), chart.Band(i, 2)!.Value.Upper, Tolerance, row);
                    Assert.Equal(row["sigma_signal"] == "TRUE", (point.Members & (ChartSignalKinds.AboveLimit | ChartSignalKinds.BelowLimit)) != 0);
                }

                Assert.Equal(row["runs_signal"] == "TRUE", segment.HasUnusualRuns);
                Assert.Equal(
                    (row.Whole("longest_run"), row.Whole("longest_run_max"), row.Whole("n_crossings"), row.Whole("n_crossings_min"), row.Whole("n_useful")),
                    (segment.LongestRun, segment.LongestRunLimit, segment.Crossings, segment.CrossingsLimit, segment.Useful));
            }
        }
    }

    [Fact]
    public void A_step_is_found_and_a_rebase_there_silences_it()
    {
        DateOnly first = new(2016, 4, 1);
        ChartObservation[] months = [.. Charted.Breaches.Select((value, at) => new ChartObservation(first.AddMonths(at), value))];
        ControlChart stepped = ControlChart.Of(ChartKind.Xmr, months, new ChartOptions { BaselinePoints = 12, Better = Better.Lower, Target = 2000 });
        ChartSignal step = stepped.Signals.First(signal => signal.Kind == ChartSignalKinds.AboveLimit);
        Assert.Equal("2018-07-01", stepped.NameOf(step.KnownAt));
        Assert.Equal((9, false), (step.Points, step.IsImprovement));
        Assert.Equal(Assurance.Inconsistent, stepped.Assurance);

        // One January stands out of the months behind the step, as it does with NHSRplotthedots; the step itself is gone.
        ControlChart rebased = ControlChart.Of(ChartKind.Xmr, months, new ChartOptions { BaselinePoints = 12, Rebases = ["2018-07-01"], Rules = ChartRules.LimitsOnly });
        Assert.Equal(2, rebased.Segments.Length);
        ChartSignal january = Assert.Single(rebased.Signals);
        Assert.Equal(("2019-01-01", 1), (rebased.NameOf(january.KnownAt), january.Points));
        Assert.Equal("The limits from 2018-07-01 on rest on 9 points; with fewer than 12 they may still move much.", Assert.Single(rebased.Cautions).Detail);
    }

    [Fact]
    public void A_constant_series_has_limits_on_its_line()
    {
        ControlChart chart = ControlChart.Xmr([.. Enumerable.Repeat(0.1, 11), 0.1 + 1e-9], new ChartOptions { BaselinePoints = 11 });
        Assert.Equal((0.1, 0.1, 0.1), (chart.Points[0].Lower, chart.Points[0].Centre, chart.Points[0].Upper));
        Assert.All(chart.Points.AsEnumerable().Take(11), point => Assert.Equal(ChartSignalKinds.None, point.Members));
        Assert.Equal(ChartSignalKinds.AboveLimit, chart.Points[^1].Members & ChartSignalKinds.AboveLimit);
        Assert.Contains("leave no room", chart.Cautions[1].Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChartKind.P)]
    [InlineData(ChartKind.PPrime)]
    [InlineData(ChartKind.U)]
    [InlineData(ChartKind.UPrime)]
    public void Counts_of_nothing_but_zero_have_limits_at_zero(ChartKind kind)
    {
        ControlChart chart = ControlChart.Of(kind, Enumerable.Repeat(new ChartObservation(null, 0, 40), 12));
        Assert.All(chart.Points, point => Assert.Equal((0, 0.0, 0, 0), (point.Value, point.Centre, point.Lower, point.Upper)));
        Assert.Empty(chart.Signals);
        Assert.Equal("The limits from 1 on leave no room: the baseline does not vary, and any other value is outside.", Assert.Single(chart.Cautions).Detail);
    }

    [Fact]
    public void Gaps_have_no_range_and_end_a_run()
    {
        ChartOptions known = new() { Centre = 0, Sigma = 1, Rules = new ChartRules { Shift = 6 } };
        ControlChart chart = ControlChart.Of(ChartKind.Xmr, Values(1, 1, 1, null, 1, 1, 1, 1), known);
        Assert.Null(chart.Points[3].Value);
        Assert.Null(chart.Points[3].MovingRange);
        Assert.Null(chart.Points[4].MovingRange);
        Assert.Equal(0, chart.Points[5].MovingRange);
        Assert.Empty(chart.Signals);

        ControlChart rates = ControlChart.Of(ChartKind.P, [.. Enumerable.Repeat(new ChartObservation(null, 3, 10), 6), new(null, 0, 0), new(null, null, 5), new(null, 2, null)]);
        Assert.All(rates.Points.AsEnumerable().Skip(6), point => Assert.Equal((null, null, null), (point.Value, point.Lower, point.Sigma)));
        Assert.Equal(6, rates.Segments[0].BaselineCount);
    }

    [Fact]
    public void Without_neighbours_there_are_no_limits()
    {
        ControlChart chart = ControlChart.Of(ChartKind.Xmr, Values(1, null, 2, null, 3, null, 4, null, 5));
        Assert.All(chart.Points, point => Assert.Equal((null, null), (point.Lower, point.Upper)));
        Assert.Contains(new Caution { Kind = CautionKind.NoLimits, Detail = "There are no limits from 1 on: no two neighbours of the baseline have values." }, chart.Cautions);
        Assert.Null(ControlChart.Of(ChartKind.Xmr, Values(1, null, 2, null, 3, null, 4, null, 5), new ChartOptions { Better = Better.Lower, Target = 3 }).Assurance);
    }

    [Fact]
    public void Freeze_and_rebase_work_together()
    {
        double[] values = [.. Charted.Breaches];
        ControlChart chart = ControlChart.Xmr(values, new ChartOptions { BaselinePoints = 6, Rebases = ["13", "28"] });
        Assert.Equal([(0, 11, 0, 5), (12, 26, 12, 17), (27, 35, 27, 32)], chart.Segments.Select(segment => (segment.First, segment.Last, segment.BaselineFirst, segment.BaselineLast)));
        Assert.Equal(values[12..18].Average(), chart.Segments[1].Centre, 9);
        Assert.Null(chart.Points[12].MovingRange);

        ControlChart range = ControlChart.Xmr(values, new ChartOptions { BaselineFrom = "15", BaselineTo = "20", BaselinePoints = 5, Rebases = ["13"] });
        Assert.Equal([(0, 4), (14, 19)], range.Segments.Select(segment => (segment.BaselineFirst, segment.BaselineLast)));
        Assert.All(range.Segments, segment => Assert.True(segment.IsFrozen));
    }

    [Theory]
    [InlineData(Better.Higher, 1.0, Assurance.ConsistentlyPasses)]
    [InlineData(Better.Higher, 5.0, Assurance.Inconsistent)]
    [InlineData(Better.Higher, 9.0, Assurance.ConsistentlyFails)]
    [InlineData(Better.Lower, 1.0, Assurance.ConsistentlyFails)]
    [InlineData(Better.Lower, 5.0, Assurance.Inconsistent)]
    [InlineData(Better.Lower, 9.0, Assurance.ConsistentlyPasses)]
    [InlineData(Better.Higher, 2.0, Assurance.ConsistentlyPasses)]
    [InlineData(Better.Lower, 8.0, Assurance.ConsistentlyPasses)]
    [InlineData(Better.Higher, 8.0, Assurance.Inconsistent)]
    public void Assurance_looks_where_the_limits_lie(Better better, double target, Assurance expected) =>
        Assert.Equal(expected, ControlChart.Xmr([5, 5], new ChartOptions { Centre = 5, Sigma = 1, Better = better, Target = target }).Assurance);

    [Fact]
    public void Charts_say_what_they_show()
    {
        ControlChart chart = ControlChart.Xmr(Charted.Breaches, new ChartOptions { BaselinePoints = 12 });
        Assert.Equal("XmR chart of 36 points: centre 1,751.92 (785.12 to 2,718.71), 4 signals", chart.ToString());
        Assert.Equal("ShiftBelow of 8 points, 11 to 18, known at 18", chart.Signals[0].ToString());
        Assert.Equal(
            "baseline the first 12 points; outside the limits, 8 on one side, 2 of 3 beyond 2 sigma (Making Data Count 2023)", chart.Options.ToString());
        Assert.Equal("p chart of 9 points: centre 30.0% (0.0% to 73.5%), 0 signals", ControlChart.Of(ChartKind.P, Enumerable.Repeat(new ChartObservation(null, 3, 10), 9)).ToString());
    }

    private static ChartObservation[] Values(params double?[] values) => [.. values.Select(value => new ChartObservation(null, value))];

    private static ChartKind Kind(string series) => series.Split('_')[0] switch
    {
        "p" => ChartKind.P,
        "pp" => ChartKind.PPrime,
        "u" or "c" => ChartKind.U,
        "up" => ChartKind.UPrime,
        _ => ChartKind.Xmr,
    };

    // Limits determine denominators: σ² = centre·(1 − centre)/n or centre/n. Those of p′ do so up to one factor, which p′ does not depend on.
    private static ChartObservation Observed(ReferenceRow row, string series, ReferenceRow? infection)
    {
        if (Kind(series) == ChartKind.Xmr)
        {
            return new ChartObservation(row["x"], row.Number("y"));
        }

        ReferenceRow from = series.StartsWith("up", StringComparison.Ordinal) ? infection! : row;
        double centre = from.Number("cl");
        double sigma = (from.Number("ucl") - centre) / 3;
        double whole = centre * (series.StartsWith('p') ? 1 - centre : 1) / (sigma * sigma);
        return new ChartObservation(row["x"], row.Number("y") * whole, whole);
    }
}
