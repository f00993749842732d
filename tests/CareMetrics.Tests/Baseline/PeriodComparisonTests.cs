using CareMetrics.Baseline;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Baseline;

public class PeriodComparisonTests
{
    private static readonly DateRange Before = DateRange.Parse("2026-01-01..2026-01-20");
    private static readonly DateRange After = DateRange.Parse("2026-02-01..2026-02-20");

    private static readonly PeriodQuestion Higher = new() { Definition = new() { Metric = "minutes" }, AsOf = new DateOnly(2026, 4, 1), Better = Better.Higher };

    private static readonly Gen<double[]> Values = Gen.Choose(-80, 80).Select(n => n / 8.0).ArrayOf(20);

    private static IEnumerable<(DateOnly Day, MeanTally Tally)> Days(DateRange range, double[] values) =>
        values.Select((value, i) => (range.First.AddDays(i), MeanTally.Of([value, value + 1, value - 0.5])));

    private static IEnumerable<(DateOnly Day, RateTally Tally)> Counts(DateRange range, params long[] counts) =>
        counts.Select((count, i) => (range.First.AddDays(i), new RateTally(count, 1)));

    private static PeriodComparison Compare(double[] before, double[] after, PeriodQuestion question) =>
        PeriodComparison.Of(Days(Before, before).Concat(Days(After, after)), Before, After, question);

    [Fact]
    public void A_range_is_the_sum_of_its_days() =>
        Law.Holds(Values, Values, (before, after) =>
        {
            PeriodComparison found = Compare(before, after, Higher);
            var whole = Comparison.Between(
                Days(Before, before).Aggregate(MeanTally.Empty, (sum, day) => sum + day.Tally), Days(After, after).Aggregate(MeanTally.Empty, (sum, day) => sum + day.Tally));
            Assert.Equal(whole, found.Comparison);
            Assert.Null(found.Comparison.NotComparable);
            Assert.True(found is { BaselineSeen.IsComplete: true, CurrentSeen.IsComplete: true });
        });

    [Fact]
    public void Order_of_days_and_how_they_are_split_make_no_difference() =>
        Law.Holds(Gen.Choose(0, 9).ArrayOf(20), Gen.Choose(0, 9).ArrayOf(20), Gen.Choose(0, 10_000), (before, after, seed) =>
        {
            (DateOnly Day, NpsTally Tally)[] days =
                [.. before.Select((n, i) => (Before.First.AddDays(i), new NpsTally(n, 2, 3))), .. after.Select((n, i) => (After.First.AddDays(i), new NpsTally(2, n, 4)))];
            var shuffled = days.SelectMany(day => new[] { (day.Day, new NpsTally(day.Tally.Detractors, 0, 0)), (day.Day, new NpsTally(0, day.Tally.Passives, day.Tally.Promoters)) }).ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(PeriodComparison.Of(days, Before, After, Higher), PeriodComparison.Of(shuffled, Before, After, Higher));
        });

    [Fact]
    public void Swapping_the_ranges_negates_the_change() =>
        Law.Holds(Values, Values, (before, after) =>
        {
            (Estimate there, Estimate back) = (Compare(before, after, Higher).Comparison.Change, Compare(after, before, Higher).Comparison.Change);
            Close.Near(there.Value!.Value, -back.Value!.Value, 1e-14);
            Close.Near(there.Lower!.Value, -back.Upper!.Value, 1e-12);
        });

    [Fact]
    public void A_series_against_itself_is_never_better_or_worse() =>
        Law.Holds(Values, Gen.Elements(Enum.GetValues<Better>()), (values, better) =>
        {
            PeriodComparison same = PeriodComparison.Of(Days(Before, values), Before, Before, Higher with { Better = better });
            Assert.Equal(Verdict.Inconclusive, same.Judgement.Verdict);
            Assert.Equal(CautionKind.Overlap, same.Cautions[0].Kind);
        });

    [Fact]
    public void The_verdict_flips_with_the_direction() =>
        Law.Holds(Values, Values, (before, after) =>
        {
            Verdict higher = Compare(before, after, Higher).Judgement.Verdict;
            Verdict lower = Compare(before, after, Higher with { Better = Better.Lower }).Judgement.Verdict;
            Assert.Equal(lower, higher switch { Verdict.Improved => Verdict.Worsened, Verdict.Worsened => Verdict.Improved, _ => higher });
        });

    [Fact]
    public void Scaling_a_mean_scales_the_change() =>
        Law.Holds(Values, Values, (before, after) =>
        {
            static IEnumerable<(DateOnly, MeanTally)> Scaled(DateRange range, double[] values, double by) =>
                values.Select((value, i) => (range.First.AddDays(i), MeanTally.Of([by * value, by * (value + 1)])));
            PeriodComparison Of(double by) => PeriodComparison.Of(Scaled(Before, before, by).Concat(Scaled(After, after, by)), Before, After, Higher);
            Close.Near(8 * Of(1).Comparison.Change.Value!.Value, Of(8).Comparison.Change.Value, 1e-12);
            Close.Near(Of(1).Comparison.PValue!.Value, Of(8).Comparison.PValue, 1e-11);
        });

    [Fact]
    public void What_cannot_be_compared_says_why_in_the_order_of_reasons()
    {
        var days = Counts(Before, 1, 2, 3).Concat(Counts(After, 4, 5)).ToArray();
        PeriodQuestion Other(PeriodQuestion question) => question with
        {
            Definition = question.Definition with { Unit = "EUR", Zone = "UTC" },
            BaselineDefinition = question.Definition with { Unit = "USD" },
        };
        void Says(NotComparableReason reason, string detail, DateRange? baseline, PeriodQuestion question, IEnumerable<DateOnly>? alsoSeen = null)
        {
            PeriodComparison found = PeriodComparison.Of(days, baseline, After, question, alsoSeen: alsoSeen);
            Assert.Equal((reason, detail, Verdict.NotComparable), (found.Comparison.NotComparable!.Reason, found.Comparison.NotComparable.Detail, found.Judgement.Verdict));
        }

        Says(NotComparableReason.NoPartner, "the period has no counterpart to be compared with", null, Other(Higher));
        Says(NotComparableReason.DifferentUnits, "the unit was USD and is EUR", Before, Other(Higher));
        Says(
            NotComparableReason.DifferentDefinition, "the scale was 1-10 and is 0-10; the zone was UTC and is not stated", Before,
            Higher with { Definition = Higher.Definition with { Scale = "0-10" }, BaselineDefinition = Higher.Definition with { Scale = "1-10", Zone = "UTC" } });
        Says(
            NotComparableReason.Incomplete,
            "baseline 2026-01-01..2026-01-20: 17 days missing (2026-01-04..2026-01-20); 2026-02-01..2026-02-20: 18 days missing (2026-02-03..2026-02-20)", Before, Higher);
        DateOnly[] all = [.. Enumerable.Range(0, 60).Select(Before.First.AddDays)];
        Says(NotComparableReason.NotMature, "baseline 2026-01-01..2026-01-20: answers still due until 2026-05-20", Before, Higher with { AnswerWindow = 120 }, all);
        Says(NotComparableReason.Incomplete, "baseline 2026-01-01..2026-01-20: not over on 2026-01-10", Before, Higher with { AsOf = new DateOnly(2026, 1, 10) }, all);
    }

    [Fact]
    public void Days_may_be_missing_where_that_is_asked_for_and_are_left_out_by_name()
    {
        var days = Counts(Before, 11, 2, 3).Concat(Counts(After, 4, 5)).ToArray();
        PeriodComparison found = PeriodComparison.Of(days, Before, After, Higher with { IncludeIncomplete = true }, partial: [Before.First]);
        Assert.Null(found.Comparison.NotComparable);
        Assert.Equal(2.5, found.Comparison.Baseline.Value);
        Assert.Contains(found.Cautions, caution => caution.ToString()
            == "left out of 2026-01-01..2026-01-20: 17 days missing (2026-01-04..2026-01-20); 1 day seen in part (2026-01-01)");
    }

    [Fact]
    public void A_period_that_is_not_final_has_numbers_and_no_verdict()
    {
        DateOnly[] all = [.. Enumerable.Range(0, 60).Select(Before.First.AddDays)];
        var days = Counts(Before, 1, 2, 3).Concat(Counts(After, 400, 500)).ToArray();
        PeriodComparison Found(int day, int window) =>
            PeriodComparison.Of(days, Before, After, Higher with { AsOf = new DateOnly(2026, 2, day), AnswerWindow = window, Target = 1 }, alsoSeen: all);
        Assert.Equal("provisional: 2026-02-01..2026-02-20: not over on 2026-02-20", Found(20, 0).Judgement.ToString());
        Assert.Equal("provisional: 2026-02-01..2026-02-20: answers still due until 2026-02-25", Found(25, 5).Judgement.ToString());
        Assert.Equal(Verdict.Improved, Found(21, 0).Judgement.Verdict);
        Assert.NotNull(Found(20, 0).Comparison.Change.Value);
        Assert.Equal((TargetResult.CannotTell, TargetResult.Met), (Found(20, 0).TargetResult, Found(21, 0).TargetResult));
    }

    [Theory]
    [InlineData(Better.Higher, 5, TargetResult.Met)]
    [InlineData(Better.Higher, 100, TargetResult.Missed)]
    [InlineData(Better.Higher, 10, TargetResult.CannotTell)]
    [InlineData(Better.Lower, 5, TargetResult.Missed)]
    [InlineData(Better.Lower, 100, TargetResult.Met)]
    [InlineData(Better.Lower, 10, TargetResult.CannotTell)]
    public void A_target_is_met_where_the_whole_interval_says_so(Better better, double target, TargetResult expected)
    {
        var values = Enumerable.Range(0, 20).Select(i => 9.0 + i % 3).ToArray();
        Assert.Equal(expected, Compare(values, values, Higher with { Better = better, Target = target }).TargetResult);
    }

    [Fact]
    public void Week_53_has_no_baseline()
    {
        var weeks = PeriodCalendar.Of(PeriodKind.Week);
        DateRange week = weeks.Parse("2026-W53");
        PeriodComparison found = PeriodComparison.Of(Counts(week, 1, 2, 3, 4, 5, 6, 7), weeks.SamePeriodLastYear(week), week, Higher with { AsOf = new DateOnly(2027, 2, 1) });
        Assert.Equal("minutes, 2026-W53 against nothing: not comparable: the period has no counterpart to be compared with", found.ToString());
        Assert.Equal(4, found.Comparison.Current.Value);
        Assert.Null(found.Comparison.Baseline.Value);
    }

    [Fact]
    public void Leap_February_is_compared_by_its_rate()
    {
        DateRange now = DateRange.Parse("2024-02");
        DateRange before = PeriodCalendar.Of(PeriodKind.Month).SamePeriodLastYear(now)!;
        PeriodComparison found = PeriodComparison.Of(
            Counts(before, [.. Enumerable.Repeat(3L, 28)]).Concat(Counts(now, [.. Enumerable.Repeat(3L, 29)])), before, now, Higher);
        Assert.Equal(0, found.Comparison.Change.Value);
        Assert.DoesNotContain(found.Cautions, caution => caution.Kind == CautionKind.UnequalExposure);
        Assert.Contains(found.Cautions, caution => caution.ToString() == "the days of each side do not differ at all, so there is no spread to go by: the answer is Poisson's, which can call noise a change");
    }

    [Fact]
    public void From_zero_there_is_a_change_and_no_percentage()
    {
        DateRange one = DateRange.Parse("2026-01-01");
        DateRange two = DateRange.Parse("2026-01-02");
        PeriodComparison found = PeriodComparison.Of(Counts(one, 0, 9), one, two, Higher);
        Assert.Equal(9, found.Comparison.Change.Value);
        Assert.Null(found.Comparison.RelativeChange);
        Assert.Equal(["the baseline has one day with data; fewer than 12 say little about how much they differ by themselves",
            "a side has one day alone, so there is no spread to go by: the answer is Poisson's, which can call noise a change"], found.Cautions.Select(caution => caution.Detail));
    }

    [Fact]
    public void Zero_throughout_and_equal_throughout_decide_nothing()
    {
        PeriodComparison zero = PeriodComparison.Of(Counts(Before, new long[20]).Concat(Counts(After, new long[20])), Before, After, Higher);
        Assert.Equal(Verdict.Inconclusive, zero.Judgement.Verdict);
        var same = new double[20];
        PeriodComparison equal = PeriodComparison.Of(
            same.Select((_, i) => (Before.First.AddDays(i), MeanTally.Of([7]))).Concat(same.Select((_, i) => (After.First.AddDays(i), MeanTally.Of([8])))), Before, After, Higher);
        Assert.Equal((Verdict.NotComparable, NotComparableReason.TooFew), (equal.Judgement.Verdict, equal.Comparison.NotComparable!.Reason));
        Assert.Equal(2, equal.Cautions.Count(caution => caution.Kind == CautionKind.ZeroVariance));
    }

    [Fact]
    public void Neighbours_that_are_alike_are_named()
    {
        double[] wave = [.. Enumerable.Range(0, 20).Select(i => 5 * Math.Sin(i / 3.0))];
        Assert.Contains(Compare(wave, wave, Higher).Cautions, caution => caution.Kind == CautionKind.Autocorrelation);
        double[] alternating = [.. Enumerable.Range(0, 20).Select(i => i % 2 * 5.0)];
        Assert.Empty(Compare(alternating, alternating, Higher).Cautions);
    }

    [Fact]
    public void Twice_as_many_days_are_named()
    {
        DateRange half = DateRange.Parse("2026-01-01..2026-01-14");
        DateRange rest = DateRange.Parse("2026-01-15..2026-02-11");
        PeriodComparison found = PeriodComparison.Of(Days(half, new double[14]).Concat(Days(rest, new double[28])), half, rest, Higher);
        Assert.Equal("14 days seen in the baseline and 28 days in the current period: compare rates and means, not totals", Assert.Single(found.Cautions).Detail);
    }

    [Fact]
    public void Rows_of_whole_months_fill_their_quarters()
    {
        Period month = Period.Parse("2025-10");
        var rows = new List<(Period, RateTally)>();
        for (int i = 0; i < 6; i++, month = month.Next())
        {
            rows.Add((month, new RateTally(100 + i, month.Days)));
        }

        PeriodComparison found = PeriodComparison.OfPeriods(rows, DateRange.Parse("2025-Q4"), DateRange.Parse("2026-Q1"), Higher);
        Assert.Null(found.Comparison.NotComparable);
        Assert.Equal(303.0 / 92, found.Comparison.Baseline.Value);
        Assert.Equal("the baseline has 3 periods with data; fewer than 12 say little about how much they differ by themselves", found.Cautions[0].Detail);
        PeriodComparison cut = PeriodComparison.OfPeriods(rows, DateRange.Parse("2025-10-01..2025-11-15"), DateRange.Parse("2026-Q1"), Higher);
        Assert.Equal("baseline 2025-10-01..2025-11-15: 15 days missing (2025-11-01..2025-11-15)", cut.Comparison.NotComparable!.Detail);
    }

    [Fact]
    public void Whole_lists_are_put_into_their_periods()
    {
        var comparison = Comparison.Between(MeanTally.Of([1, 2, 3]), MeanTally.Of([4, 5, 7]));
        PeriodComparison found = PeriodComparison.Of(comparison, Before, After, Higher);
        Assert.Equal(comparison, found.Comparison);
        Assert.Equal(comparison.Judge(Better.Higher, null, 0.5), (found with { AdjustedPValue = 0.5 }).Judgement);
    }

    [Fact]
    public void A_baseline_is_not_later_than_the_current_period()
    {
        var comparison = Comparison.Between(MeanTally.Of([1, 2, 3]), MeanTally.Of([4, 5, 7]));
        DateRange january = DateRange.Parse("2026-01");
        foreach (string later in new[] { "2026-02", "2026-01-02..2026-02-01" })
        {
            Assert.Equal($"baseline is {later}, later than the current period 2026-01; a baseline is what came before (Parameter 'baseline')",
                Assert.Throws<ArgumentException>(() => PeriodComparison.Of(comparison, DateRange.Parse(later), january, Higher)).Message);
            Assert.Throws<ArgumentException>("baseline", () => PeriodComparison.Of(Days(Before, [1, 2]), DateRange.Parse(later), january, Higher));
        }

        // What shares days is told, not refused: a quarter against its year.
        foreach (string wide in new[] { "2026", "2025-12-15..2026-01-31", "2025-12..2026-01", "2026-01-01..2026-01-15", "2026-01-15..2026-01-31" })
        {
            Assert.Contains(PeriodComparison.Of(comparison, DateRange.Parse(wide), january, Higher).Cautions, caution => caution.Kind == CautionKind.Overlap);
        }
    }

    [Fact]
    public void A_question_is_asked_at_the_level_of_the_comparison()
    {
        var comparison = Comparison.Between(MeanTally.Of([1, 2, 3]), MeanTally.Of([4, 5, 7]), 0.9);
        Assert.Equal("question asks at level 0.95 of a comparison made at 0.9; give both the same (Parameter 'question')",
            Assert.Throws<ArgumentException>(() => PeriodComparison.Of(comparison, Before, After, Higher)).Message);
        Assert.Equal(comparison, PeriodComparison.Of(comparison, Before, After, Higher with { Level = 0.9 }).Comparison);
        Comparison few = Ranks.Compare([4, 5], [1, 2]);
        Assert.Equal(few, PeriodComparison.Of(few, Before, After, Higher).Comparison);
    }

    [Fact]
    public void A_target_needs_a_direction() => Assert.Equal(
        "question has a target and no direction; a target needs to know whether higher or lower is better (Parameter 'question')",
        Assert.Throws<ArgumentException>(() => Compare(new double[20], new double[20], Higher with { Better = Better.Neither, Target = 1 })).Message);

    [Fact]
    public void It_is_written_in_one_line()
    {
        double[] low = [.. Enumerable.Range(0, 20).Select(i => 9.0 + i % 2)];
        double[] high = [.. Enumerable.Range(0, 20).Select(i => 12.0 + i % 2)];
        Assert.Equal(
            "minutes, 2026-02-01..2026-02-20 against 2026-01-01..2026-01-20: improved; change 3.00 (95% CI 2.71 to 3.29, n = 120), p < 0.0001; target met",
            Compare(low, high, Higher with { Target = 12 }).ToString());
        Assert.Equal("NPS: column \"score\"; scale 0-10, dated by answered_at, zone UTC, filter channel = phone", BaselineSamples.Definition.ToString());
    }
}
