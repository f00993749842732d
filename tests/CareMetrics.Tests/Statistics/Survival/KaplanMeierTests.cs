using System.Collections.Immutable;
using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class KaplanMeierTests
{
    private static readonly Gen<(double Duration, bool Ended)> Subject =
        from time in Gen.Choose(0, 30)
        from ended in Gen.Choose(0, 3)
        select (time / 2.0, ended > 0);

    private static readonly Gen<List<(double Duration, bool Ended)>> Subjects = Subject.ListOf().Select(all => all.ToList());

    [Fact]
    public void Curves_agree_with_R()
    {
        int rows = 0;
        foreach (IGrouping<(string, string, double), ReferenceRow> group in ReferenceTable.Read("statistics/km_curves.csv")
            .GroupBy(row => (row["dataset"], row["conf_type"], row.Number("conf"))))
        {
            (string dataset, string type, double level) = group.Key;
            if (SurvivalData.Named(dataset) is not { } tally)
            {
                continue;
            }

            var curve = new KaplanMeier(tally, level, SurvivalData.Interval(type));
            Assert.Equal(group.Count(), curve.Points.Length);
            foreach ((ReferenceRow row, SurvivalPoint point) in group.Zip(curve.Points))
            {
                rows++;
                Assert.Equal(row.Number("time"), point.Time);
                Assert.Equal((row.Whole("n_risk"), row.Whole("n_event"), row.Whole("n_censor")), (point.AtRisk, point.Events, point.Censored));
                SurvivalData.Near(row, "survival", point.Survival);
                SurvivalData.Near(row, "greenwood_se", point.StandardError);
                SurvivalData.Near(row, "cumhaz_nelson_aalen", point.CumulativeHazard);
                SurvivalData.Near(row, "lower", point.Lower);
                SurvivalData.Near(row, "upper", point.Upper);
                Estimate at = curve.SurvivalAt(point.Time);
                Assert.Equal((point.Survival, point.Lower, point.Upper), (at.Value, at.Lower, at.Upper));
            }
        }

        Assert.True(rows >= 174);
    }

    [Fact]
    public void Medians_and_restricted_means_agree_with_R()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/km_summary.csv"))
        {
            if (SurvivalData.Named(row["dataset"]) is { } tally)
            {
                var curve = new KaplanMeier(tally);
                Assert.Equal((row.Whole("n"), row.Whole("events")), (tally.Count, tally.Events));
                Estimate mean = curve.RestrictedMean(row.Number("tau"));
                SurvivalData.Near(row, "rmean", mean.Value);
                SurvivalData.Near(row, "se_rmean", curve.RestrictedMeanError(row.Number("tau")));
                double margin = 1.959963984540054 * row.Number("se_rmean");
                Close.Near(row.Number("rmean") - margin, mean.Lower, 1e-12, $"{row} lower");
                Close.Near(row.Number("rmean") + margin, mean.Upper, 1e-12, $"{row} upper");
                Estimate median = curve.Median();
                SurvivalData.Near(row, "median", median.Value);
                SurvivalData.Near(row, "median_lo_loglog", median.Lower);
                SurvivalData.Near(row, "median_hi_loglog", median.Upper);
            }
        }
    }

    [Fact]
    public void Quantiles_agree_with_R()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/survival_quantiles.csv"))
        {
            var curve = new KaplanMeier(SurvivalData.Read(row["subjects"]), row.Number("conf"), SurvivalData.Interval(row["conf_type"]));
            Estimate quantile = curve.Quantile(row.Number("share"));
            SurvivalData.Near(row, "value", quantile.Value);
            SurvivalData.Near(row, "lower", quantile.Lower);
            SurvivalData.Near(row, "upper", quantile.Upper);
        }
    }

    [Fact]
    public void Restricted_means_agree_with_R()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/survival_means.csv"))
        {
            var curve = new KaplanMeier(SurvivalData.Read(row["subjects"]));
            SurvivalData.Near(row, "rmean", curve.RestrictedMean(row.Number("tau")).Value);
            SurvivalData.Near(row, "se_rmean", curve.RestrictedMeanError(row.Number("tau")));
        }
    }

    [Fact]
    public void Without_censoring_it_is_the_share_that_lasted_longer() => Law.Holds(Gen.Choose(0, 20).NonEmptyListOf(), times =>
    {
        var curve = new KaplanMeier(SurvivalTally.Of(times.Select(time => ((double)time, true))));
        Assert.All(curve.Points, point => Assert.Equal((double)times.Count(time => time > point.Time) / times.Count, point.Survival));
        Close.Near(times.Average(), curve.RestrictedMean(100).Value, 1e-13);
    });

    [Fact]
    public void Order_and_parts_make_no_difference() => Law.Holds(Subjects, Gen.Choose(0, 1000), (subjects, seed) =>
    {
        var shuffled = subjects.OrderBy(subject => HashCode.Combine(seed, subject)).ToList();
        int cut = shuffled.Count == 0 ? 0 : seed % (shuffled.Count + 1);
        SurvivalTally whole = SurvivalTally.Of(subjects);
        SurvivalTally left = SurvivalTally.Of(shuffled.Take(cut));
        SurvivalTally right = SurvivalTally.Of([.. shuffled.Skip(cut).Select(subject => subject.Duration)], [.. shuffled.Skip(cut).Select(subject => subject.Ended)]);
        Assert.Equal(whole, left + right);
        Assert.Equal(whole, right + left);
        Assert.Equal(new KaplanMeier(whole), new KaplanMeier(left + right));
    });

    [Fact]
    public void The_curve_falls_inside_0_and_1_and_so_do_its_limits() => Law.Holds(Subjects, Any.Level, (subjects, level) =>
    {
        foreach (SurvivalMethod interval in Enum.GetValues<SurvivalMethod>())
        {
            double before = 1;
            foreach (SurvivalPoint point in new KaplanMeier(SurvivalTally.Of(subjects), level, interval).Points)
            {
                Assert.InRange(point.Survival, 0, before);
                Assert.InRange(point.Lower ?? 0, 0, point.Survival);
                Assert.InRange(point.Upper ?? 1, point.Survival, 1);
                before = point.Survival;
            }
        }
    });

    [Fact]
    public void A_higher_level_is_a_wider_interval() => Law.Holds(Subjects, subjects =>
    {
        SurvivalTally tally = SurvivalTally.Of(subjects);
        foreach (SurvivalMethod interval in Enum.GetValues<SurvivalMethod>())
        {
            foreach ((SurvivalPoint narrow, SurvivalPoint wide) in new KaplanMeier(tally, 0.8, interval).Points.Zip(new KaplanMeier(tally, 0.99, interval).Points))
            {
                Assert.False(wide.Lower > narrow.Lower || wide.Upper < narrow.Upper);
            }
        }
    });

    [Fact]
    public void A_median_that_is_not_reached_is_none()
    {
        var curve = new KaplanMeier(SurvivalData.Read("1e 2c 3c"));
        Assert.Null(curve.Median().Value);
        Assert.Equal(3, curve.Median().Count);
        Assert.Equal("median not reached (95% CI 1.00 to not reached), 1 ended and 2 went on, of 3", curve.ToString());
        var censored = new KaplanMeier(SurvivalData.Read("1c 2c"));
        Assert.All(censored.Points, point => Assert.Equal((1.0, 0.0, null), (point.Survival, point.StandardError!.Value, point.Lower)));
        Assert.Equal("median not reached, 0 ended and 2 went on, of 2", censored.ToString());
        Assert.Equal(1.5, censored.RestrictedMean(1.5).Value);
    }

    [Fact]
    public void Past_the_last_who_was_watched_nothing_is_known()
    {
        var open = new KaplanMeier(SurvivalData.Read("1e 2c"), method: SurvivalMethod.Log);
        Assert.Equal((1.0, 1.0, 1.0), (open.SurvivalAt(0.5).Value, open.SurvivalAt(0.5).Lower, open.SurvivalAt(0.5).Upper));
        Assert.Equal(0.5, open.SurvivalAt(1).Value);
        Assert.Equal(0.5, open.SurvivalAt(2).Value);
        Assert.Equal((null, null, null), (open.SurvivalAt(2.1).Value, open.SurvivalAt(2.1).Lower, open.SurvivalAt(2.1).Upper));
        Assert.Equal(1.5, open.RestrictedMean(2).Value);
        Assert.Null(open.RestrictedMean(2.1).Value);
        Assert.Null(open.RestrictedMeanError(2.1));
        var ended = new KaplanMeier(SurvivalData.Read("1e 2e"));
        Assert.Equal((0.0, null), (ended.SurvivalAt(9).Value, ended.SurvivalAt(9).Lower));
        Assert.Equal(1.5, ended.RestrictedMean(9).Value);
        Assert.Null(ended.SurvivalAt(0).Lower);
    }

    [Fact]
    public void Nobody_has_no_curve()
    {
        var none = new KaplanMeier(SurvivalTally.Empty);
        Assert.Empty(none.Points);
        Assert.Equal((null, 0L), (none.Median().Value, none.Median().Count));
        Assert.Null(none.SurvivalAt(0).Value);
        Assert.Null(none.RestrictedMean(1).Value);
        Assert.Equal("median not reached, 0 ended and 0 went on, of 0", none.ToString());
    }

    [Fact]
    public void An_end_at_time_0_counts_and_a_last_sighting_then_does_not()
    {
        var curve = new KaplanMeier(SurvivalData.Read("0e 0c -0e 3e"));
        Assert.Equal(2, curve.Points.Length);
        Assert.Equal((0.0, 4L, 2L, 1L, 0.5), (curve.Points[0].Time, curve.Points[0].AtRisk, curve.Points[0].Events, curve.Points[0].Censored, curve.Points[0].Survival));
        Assert.Equal(0.5, curve.SurvivalAt(0).Value);
        Assert.Equal(1.5, curve.Median().Value);
    }

    [Fact]
    public void Counts_of_a_database_are_sorted_and_added_up()
    {
        var tally = new SurvivalTally([new(12, 3, 1), new(1, 5), new(12, 2, 4), new(6, 0)]);
        Assert.Equal([new SurvivalTime(1, 5), new SurvivalTime(12, 5, 5)], tally.Times.ToArray());
        Assert.Equal((10L, 5L, 15L), (tally.Events, tally.Censored, tally.Count));
        Assert.Equal("10 ended and 5 went on, of 15", tally.ToString());
        Assert.Equal("5 ended and 5 went on at 12", tally.Times[1].ToString());
        SurvivalPoint point = new KaplanMeier(tally).Points[1];
        Assert.Equal("33.3% beyond 12 (12.2% to 56.4%)", point.ToString());
        Assert.Equal("33.3% beyond 12 (– to 56.4%)", (point with { Lower = null }).ToString());
        Assert.Equal("33.3% beyond 12 (12.2% to –)", (point with { Upper = null }).ToString());
        Assert.Equal("0.0% beyond 3", new KaplanMeier(SurvivalData.Read("2e 3e")).Points[1].ToString());
        Assert.Equal(SurvivalTally.Empty, new SurvivalTally([new(1, 0), new(2, 0)]));
    }

    [Fact]
    public void Counts_in_order_are_taken_as_they_are()
    {
        ImmutableArray<SurvivalTime> times = [new(0, 3, 1), new(1, 0, 2), new(2.5, 4)];
        Assert.True(times == new SurvivalTally(times).Times);
    }

    [Fact]
    public void A_duration_of_minus_0_is_0()
    {
        Assert.Equal("1 ended and 0 went on at 0", SurvivalTally.Of([-0.0], [true]).Times[0].ToString());
        Assert.Equal("0 ended and 1 went on at 0", SurvivalTally.Of([(-0.0, false)]).Times[0].ToString());
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Throws("durations[1] is -1; a duration is a finite number, 0 or more", () => SurvivalTally.Of([1.0, -1], [true, true]));
        Throws("durations[0] is NaN; a duration is a finite number, 0 or more", () => SurvivalTally.Of([double.NaN], [true]));
        Throws("subjects[2] is Infinity; a duration is a finite number, 0 or more", () => SurvivalTally.Of([(1.0, true), (2, false), (double.PositiveInfinity, true)]));
        Throws("durations has 2 entries and ended 1; they must be as many", () => SurvivalTally.Of([1.0, 2], [true]));
        Throws("time is -3; a duration is a finite number, 0 or more", () => new SurvivalTime(-3, 1));
        Throws("events is -1; a count is 0 or more", () => new SurvivalTime(3, -1));
        KaplanMeier curve = new KaplanMeier(SurvivalTally.Empty);
        Throws("time is NaN; a duration is a finite number, 0 or more", () => curve.SurvivalAt(double.NaN));
        Throws("share is 1; a share that has ended lies strictly between 0 and 1, such as 0.5", () => curve.Quantile(1));
        Throws("horizon is 0; a horizon is a finite number above 0, in the unit of the durations", () => curve.RestrictedMean(0));
        Throws("horizon is 0; a horizon is a finite number above 0, in the unit of the durations", () => curve.RestrictedMeanError(0)!);
        Throws("level is 95; a confidence level lies strictly between 0 and 1, such as 0.95", () => new KaplanMeier(SurvivalTally.Empty, 95));
        Throws("method is 7; allowed are LogLog, Log, Plain", () => new KaplanMeier(SurvivalTally.Empty, method: (SurvivalMethod)7));
        Throws("tally is null; it needs a value", () => new KaplanMeier(null!));
        Assert.Throws<OverflowException>(() => new SurvivalTally([new(1, long.MaxValue), new(2, 1)]));
    }

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
