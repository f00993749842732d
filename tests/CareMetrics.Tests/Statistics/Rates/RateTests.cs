using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class RateTests
{
    private static readonly Gen<RateTally> Rates =
        from periods in (
            from count in Gen.Frequency((1, Gen.Constant(0L)), (4, Gen.Choose(0, 30).Select(n => (long)n)), (1, Gen.Choose(0, 2_000_000_000).Select(n => (long)n)))
            from exposure in Gen.Choose(1, 1000).Select(n => n / 16.0)
            select (count, exposure)).ListOf()
        select RateTally.Of(periods);

    private static readonly Gen<RateTally> Some = Rates.Where(tally => tally.Periods > 0);

    [Fact]
    public void Poisson_ratios_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/poisson_two_sample.csv"))
        {
            (RateTally baseline, RateTally current) = (Side(row, "base"), Side(row, "cur"));
            Close.Relative(row.Number("rate_cur"), Rate.Estimate(current).Value, 1e-14, $"{row} rate");
            foreach ((RateMethod method, string name, string p) in new[]
                {
                    (RateMethod.Exact, "exact", "p_exact_central_doubled"),
                    (RateMethod.MidP, "midp", "p_midp_central"),
                    (RateMethod.Score, "score", "smmain_p_score"),
                })
            {
                Comparison comparison = Rate.Compare(baseline, current, method: method);
                Close.Near(row.Number("rate_diff"), comparison.Change.Value, 1e-13, $"{row} difference");
                // statsmodels' own p-values are doubles, and lose their tail.
                Close.Relative(row.Number(p), comparison.PValue, method == RateMethod.Score ? 1e-9 : 1e-11, $"{row} {name} p");
                RatioInterval ratio = Ratio.Of(baseline, current, method: method);
                Close.Relative(row.Number($"rr_{name}_lo95"), ratio.Shape == IntervalShape.Bounded ? ratio.Lower : ratio.Upper, 1e-11, $"{row} {name} lower");
                double upper = row[$"rr_{name}_hi95"] == "inf" ? double.PositiveInfinity : row.Number($"rr_{name}_hi95");
                Close.Relative(upper, ratio.Shape == IntervalShape.Bounded ? ratio.Upper!.Value : double.PositiveInfinity, 1e-11, $"{row} {name} upper");
                if (baseline.Count > 0)
                {
                    Close.Near(row.Number("rate_ratio") - 1, comparison.RelativeChange!.Value, 1e-13, $"{row} ratio");
                    Close.Near(ratio.Lower!.Value - 1, comparison.RelativeChange.Lower, 1e-14, $"{row} relative");
                    Close.Near(ratio.Upper!.Value - 1, comparison.RelativeChange.Upper, 1e-14, $"{row} relative");
                }
            }

            Comparison score = Rate.Compare(baseline, current, method: RateMethod.Score);
            double[] limits = [.. row["smmain_ci_diff_score"].Split(';').Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
            // statsmodels solves to about 1e-8.
            Close.Near(limits[0], score.Change.Lower, 1e-8, $"{row} difference lower");
            Close.Near(limits[1], score.Change.Upper, 1e-8, $"{row} difference upper");
        }
    }

    [Fact]
    public void Over_dispersed_ratios_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/overdispersed_rate_ratio.csv"))
        {
            (RateTally baseline, RateTally current) = Dispersed(row);
            Comparison comparison = Comparison.Between(baseline, current);
            Assert.Equal("over-dispersed-log-ratio", comparison.RelativeChange!.Method);
            Assert.Equal("mover-over-dispersed", comparison.Change.Method);
            Close.Near(row.Number("rr") - 1, comparison.RelativeChange.Value, 1e-9, $"{row} ratio");
            Close.Near(row.Number("quasi_t_lo") - 1, comparison.RelativeChange.Lower, 1e-9, $"{row} lower");
            Close.Near(row.Number("quasi_t_hi") - 1, comparison.RelativeChange.Upper, 1e-9, $"{row} upper");
            Close.Relative(row.Number("p_quasi_t"), comparison.PValue, 1e-7, $"{row} p");
        }
    }

    [Fact]
    public void Periods_agree_with_the_reference()
    {
        foreach (IGrouping<string, ReferenceRow> set in ReferenceTable.Read("statistics/rate_periods.csv").GroupBy(row => row["case"]))
        {
            ILookup<string, (long, double)> periods = set.ToLookup(row => row["side"], row => (row.Whole("count"), row.Number("exposure")));
            ReferenceRow values = set.First();
            (RateTally baseline, RateTally current) = (RateTally.Of(periods["baseline"]), RateTally.Of(periods["current"]));
            Close.Relative(values.Number("dispersion_current"), current.Dispersion, 1e-12, $"{set.Key} dispersion");
            Comparison comparison = Comparison.Between(baseline, current);
            Close.Near(values.Number("rel"), comparison.RelativeChange!.Value, 1e-13, $"{set.Key} ratio");
            Close.Near(values.Number("rel_lo95"), comparison.RelativeChange.Lower, 1e-12, $"{set.Key} lower");
            Close.Near(values.Number("rel_hi95"), comparison.RelativeChange.Upper, 1e-12, $"{set.Key} upper");
            Close.Relative(values.Number("p"), comparison.PValue, 1e-11, $"{set.Key} p");
            Close.Relative(values.Number("rate_lo95"), comparison.Current.Lower, 1e-12, $"{set.Key} rate lower");
            Close.Relative(values.Number("rate_hi95"), comparison.Current.Upper, 1e-12, $"{set.Key} rate upper");
            Close.Near(values.Number("diff_lo95"), comparison.Change.Lower, 1e-12, $"{set.Key} difference lower");
            Close.Near(values.Number("diff_hi95"), comparison.Change.Upper, 1e-12, $"{set.Key} difference upper");
        }
    }

    [Fact]
    public void One_rate_agrees_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/poisson_limits.csv"))
        {
            var tally = new RateTally(row.Whole("count"), row.Number("exposure"));
            foreach ((RateMethod method, string name) in new[] { (RateMethod.Exact, "exact"), (RateMethod.MidP, "midp"), (RateMethod.Score, "score") })
            {
                Estimate rate = Rate.Estimate(tally, row.Number("conf"), method);
                Close.Relative(row.Number($"{name}_lo"), rate.Lower, 1e-12, $"{row} {name} lower");
                Close.Relative(row.Number($"{name}_hi"), rate.Upper, 1e-12, $"{row} {name} upper");
            }

            Assert.Equal(Rate.Estimate(tally, row.Number("conf"), RateMethod.Exact), Rate.Estimate(tally, row.Number("conf")));
        }
    }

    [Fact]
    public void Merging_agrees_with_counting_at_once() => Law.Holds(Rates, Rates, Rates, (a, b, c) =>
    {
        RateTally left = a + b + c;
        RateTally right = c + (b + a);
        Assert.Equal((left.Count, left.Periods), (right.Count, right.Periods));
        Close.Relative(left.Exposure, right.Exposure, 1e-13);
        Close.Near(left.SumOfSquaredDeviations, right.SumOfSquaredDeviations, 1e-13);
        Assert.Equal(a, a + RateTally.Empty);
        Assert.Equal(a, RateTally.Empty + a);
    });

    [Fact]
    public void P_value_and_the_interval_of_the_ratio_agree_and_swapping_inverts() =>
        Law.Holds(Some, Some, Gen.Elements(0.8, 0.95, 0.99), (baseline, current, level) =>
        {
            foreach (RateMethod method in Enum.GetValues<RateMethod>())
            {
                Comparison there = Rate.Compare(baseline, current, level, method);
                Comparison back = Rate.Compare(current, baseline, level, method);
                Close.Near(-there.Change.Value!.Value, back.Change.Value, 1e-12);
                // Periods that differ beyond all measure leave no interval.
                if (there.NotComparable is not null)
                {
                    Assert.Equal("mover-over-dispersed", there.Change.Method);
                    continue;
                }

                RatioInterval ratio = Ratio.Of(baseline, current, level, method);
                // At the very limit rounding decides.
                if (Math.Abs(there.PValue!.Value - (1 - level)) > 1e-10)
                {
                    Assert.Equal(there.PValue < 1 - level, !ratio.Contains(1));
                }

                Assert.Equal(there.PValue.Value, back.PValue!.Value, 1e-10);
                Close.Near(-there.Change.Upper!.Value, back.Change.Lower, 1e-9);
                Assert.True(there.Change.Lower <= there.Change.Value && there.Change.Value <= there.Change.Upper);
                Assert.True(there.Baseline.Lower <= there.Baseline.Value && there.Baseline.Value <= there.Baseline.Upper);
                Assert.Equal(baseline.Count == 0, there.RelativeChange is null);
                if (there.RelativeChange is { } relative)
                {
                    Assert.True(relative.Lower <= relative.Value && relative.Value <= (relative.Upper ?? double.PositiveInfinity));
                }
            }
        }, cases: 100);

    [Fact]
    public void Rates_per_another_unit_scale_and_their_ratio_stays() => Law.Holds(Some, Some, (baseline, current) =>
    {
        static RateTally PerTen(RateTally tally) => new(tally.Count, tally.Exposure * 16, tally.Periods, tally.SumOfSquaredDeviations / 16);
        foreach (RateMethod method in Enum.GetValues<RateMethod>())
        {
            Comparison one = Rate.Compare(baseline, current, method: method);
            Comparison ten = Rate.Compare(PerTen(baseline), PerTen(current), method: method);
            Close.Relative(one.Change.Value!.Value, ten.Change.Value!.Value * 16, 1e-12);
            if (one.NotComparable is null && ten.NotComparable is null)
            {
                Close.Near(one.Change.Lower!.Value, ten.Change.Lower!.Value * 16, 1e-9);
                Assert.Equal(one.PValue!.Value, ten.PValue!.Value, 1e-11);
                Assert.Equal(one.RelativeChange?.Value, ten.RelativeChange?.Value);
            }
        }
    });

    [Fact]
    public void A_series_against_itself_is_never_better_or_worse() => Law.Holds(Some, tally =>
    {
        foreach (RateMethod method in Enum.GetValues<RateMethod>())
        {
            Comparison same = Rate.Compare(tally, tally, method: method);
            Assert.Equal(0, same.Change.Value);
            Assert.Equal(1, same.PValue ?? 1, 1e-12);
            Assert.Equal(same.NotComparable is null ? Verdict.Inconclusive : Verdict.NotComparable, same.Judge(Better.Higher).Verdict);
        }
    });

    [Fact]
    public void Without_a_spread_to_go_by_the_answer_is_exact_and_says_so()
    {
        RateTally spread = RateTally.Of([12, 30, 8, 41]);
        RateTally even = RateTally.Of([20, 20, 20]);
        (RateTally, RateTally)[] all =
            [(spread, new RateTally(50, 2)), (new RateTally(50, 2), spread), (spread, RateTally.Of([0, 0, 0])), (RateTally.Of([0, 0]), spread), (even, even.Add(20))];
        foreach ((RateTally baseline, RateTally current) in all)
        {
            Comparison comparison = Comparison.Between(baseline, current);
            Assert.Equal(Rate.Compare(baseline, current, method: RateMethod.Exact) with { Baseline = comparison.Baseline, Current = comparison.Current }, comparison);
            Assert.Equal("mover-exact-poisson", comparison.Change.Method);
        }

        Assert.Equal("over-dispersed", Rate.Estimate(spread).Method);
        Assert.Equal("exact-poisson", Rate.Estimate(even).Method);
        // Less spread than chance is not raised to that of chance.
        Comparison calm = Comparison.Between(RateTally.Of([100, 101, 99]), RateTally.Of([104, 105, 103]));
        Assert.True(calm.PValue < Rate.Compare(RateTally.Of([100, 101, 99]), RateTally.Of([104, 105, 103]), method: RateMethod.Exact).PValue);
    }

    [Fact]
    public void No_data_and_no_events_are_told_apart()
    {
        Assert.Null(Rate.Estimate(RateTally.Empty).Value);
        Estimate none = Rate.Estimate(new RateTally(0, 30));
        Assert.Equal((0.0, 0.0), (none.Value, none.Lower));
        Close.Relative(Math.Log(40) / 30, none.Upper, 1e-14);
        Comparison empty = Comparison.Between(RateTally.Empty, new RateTally(4, 30));
        Assert.Equal("the baseline has no data", empty.NotComparable!.Detail);
        Assert.Equal("a side has no data", empty.NoRelativeChange);
        Comparison zero = Comparison.Between(new RateTally(0, 30), new RateTally(4, 30));
        Assert.Equal("the baseline is 0, and nothing is a percentage of 0", zero.NoRelativeChange);
        Assert.Equal(0.125, zero.PValue!.Value, 1e-14);
        Comparison silent = Comparison.Between(new RateTally(0, 30), new RateTally(0, 10));
        Assert.Equal(1, silent.PValue);
        Assert.Equal("mover-exact-poisson", silent.Change.Method);
        Estimate score = Rate.Compare(new RateTally(0, 30), new RateTally(0, 10), method: RateMethod.Score).Change;
        Assert.Equal("miettinen-nurminen", score.Method);
        // 1.96² per exposure.
        Close.Relative(-0.128048627356470865, score.Lower, 1e-13);
        Close.Relative(0.384145882069412596, score.Upper, 1e-13);
        Assert.Equal("exact-poisson", Rate.Compare(new RateTally(4, 30), new RateTally(0, 10)).RelativeChange!.Method);
        Assert.Equal((-1.0, -1.0), (Rate.Compare(new RateTally(4, 30), new RateTally(0, 10)).RelativeChange!.Value, Rate.Compare(new RateTally(4, 30), new RateTally(0, 10)).RelativeChange!.Lower));
        Assert.Equal((null, null), (Rate.Estimate(RateTally.Empty).Lower, Rate.Estimate(RateTally.Empty).Upper));
        Assert.True(silent.Change.Lower < 0 && silent.Change.Upper > 0);
        Assert.Equal(IntervalShape.WholeLine, Ratio.Of(new RateTally(0, 30), new RateTally(0, 10)).Shape);
    }

    [Fact]
    public void A_rate_is_shown_with_three_digits_whatever_its_size()
    {
        Assert.Equal("0.000501 per unit of exposure (95% CI 0.000400 to 0.000619, n = 85)", Rate.Estimate(new RateTally(85, 169697.25)).ToString());
        Assert.Equal("416 per unit of exposure (95% CI 409 to 423, n = 12,480)", Rate.Estimate(new RateTally(12480, 30)).ToString());
        Assert.Equal("184 events in 31.0 of exposure, 1 period", new RateTally(184, 31).ToString());
        Assert.Equal("0 events in 0 of exposure, 0 periods", RateTally.Empty.ToString());
    }

    [Fact]
    public void Impossible_tallies_are_errors()
    {
        Assert.Equal("count is -1; a count is 0 or more (Parameter 'count')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new RateTally(-1, 1)).Message);
        Assert.Equal("exposure is 0; an exposure is a number from 1E-50 to 1E+50 (Parameter 'exposure')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new RateTally(1, 0)).Message);
        Assert.Equal("exposure is NaN; an exposure is a number from 1E-50 to 1E+50 (Parameter 'exposure')",
            Assert.Throws<ArgumentOutOfRangeException>(() => RateTally.Empty.Add(1, double.NaN)).Message);
        Assert.Equal("count is 1 without a period; events happen in 1 period or more (Parameter 'count')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new RateTally(1, 0, 0)).Message);
        Assert.Equal("sumOfSquaredDeviations is -1; a sum of squares is a finite number, 0 or more (Parameter 'sumOfSquaredDeviations')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new RateTally(5, 2, 2, -1)).Message);
        Assert.Equal("sumOfSquaredDeviations is 1; with so few observations it is 0 (Parameter 'sumOfSquaredDeviations')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new RateTally(5, 2, 1, 1)).Message);
        Assert.Equal("periods[1] is -2 in an exposure of 1; a count is 0 or more, an exposure a number from 1E-50 to 1E+50 (Parameter 'periods')",
            Assert.Throws<ArgumentOutOfRangeException>(() => RateTally.Of([(3L, 1.0), (-2L, 1.0)])).Message);
        Assert.Equal("counts[1] is -2 in an exposure of 1; a count is 0 or more, an exposure a number from 1E-50 to 1E+50 (Parameter 'counts')",
            Assert.Throws<ArgumentOutOfRangeException>(() => RateTally.Of([3L, -2L])).Message);
        Assert.Throws<OverflowException>(() => new RateTally(long.MaxValue, 1) + new RateTally(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Estimate(new RateTally(1, 1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Rate.Compare(new RateTally(1, 1), new RateTally(1, 1), method: (RateMethod)9));
    }

    private static RateTally Side(ReferenceRow row, string side) => new(row.Whole("count_" + side), row.Number("exp_" + side));

    // The table has no counts: any with its ratio and quasi-Poisson error give its values.
    private static (RateTally Baseline, RateTally Current) Dispersed(ReferenceRow row)
    {
        const long count = 1_000_000_000_000;
        double error = row.Number("se_quasi");
        double half = error * error * count / 2 * row.Number("df") / 2;
        double rate = count * row.Number("rr");
        return (new RateTally(count, 1, 2, half * count), new RateTally(count, 1 / row.Number("rr"), row.Whole("df"), half * rate));
    }
}
