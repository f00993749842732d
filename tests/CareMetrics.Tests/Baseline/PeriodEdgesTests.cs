using CareMetrics.Baseline;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Baseline;

/// <summary>The bounds between one answer about two periods and the next.</summary>
public class PeriodEdgesTests
{
    private static readonly DateRange Before = DateRange.Parse("2026-01-01..2026-01-20");
    private static readonly DateRange After = DateRange.Parse("2026-02-01..2026-02-20");

    private static readonly PeriodQuestion Higher = new() { Definition = new() { Metric = "minutes" }, AsOf = new DateOnly(2026, 4, 1), Better = Better.Higher };

    private static readonly MeanTally Ten = MeanTally.Of([9, 10, 11]);

    private static IEnumerable<(DateOnly Day, RateTally Tally)> Counts(DateRange range, params long[] counts) =>
        counts.Select((count, i) => (range.First.AddDays(i), new RateTally(count, 1)));

    private static IEnumerable<string> Details(PeriodComparison found, CautionKind kind) =>
        found.Cautions.Where(caution => caution.Kind == kind).Select(caution => caution.Detail);

    [Theory]
    [InlineData(Better.Higher, 5.0, TargetResult.Met)]
    [InlineData(Better.Higher, 7.0, TargetResult.CannotTell)]
    [InlineData(Better.Higher, 7.5, TargetResult.Missed)]
    [InlineData(Better.Lower, 7.0, TargetResult.Met)]
    [InlineData(Better.Lower, 5.0, TargetResult.CannotTell)]
    [InlineData(Better.Lower, 4.5, TargetResult.Missed)]
    public void A_target_at_the_end_of_the_interval_is_met_at_the_good_end_and_open_at_the_other(Better better, double target, TargetResult expected)
    {
        Comparison between = Comparison.Between(Ten, Ten) is var any ? any with { Current = any.Current with { Value = 6, Lower = 5, Upper = 7 } } : any;
        Assert.Equal(expected, PeriodComparison.Of(between, Before, After, Higher with { Better = better, Target = target }).TargetResult);
    }

    [Fact]
    public void Whole_periods_leave_nothing_out_and_missing_days_that_were_not_asked_for_are_no_caution()
    {
        PeriodComparison whole = PeriodComparison.Of(
            Counts(Before, new long[20]).Concat(Counts(After, new long[20])), Before, After, Higher with { IncludeIncomplete = true });
        Assert.Empty(Details(whole, CautionKind.DaysLeftOut));
        PeriodComparison cut = PeriodComparison.Of(Counts(Before, 1, 2).Concat(Counts(After, 1, 2)), Before, After, Higher);
        Assert.Equal(NotComparableReason.Incomplete, cut.Comparison.NotComparable!.Reason);
        Assert.Empty(Details(cut, CautionKind.DaysLeftOut));
    }

    [Fact]
    public void One_value_alone_is_not_said_to_be_without_variation()
    {
        DateRange one = DateRange.Parse("2026-01-01");
        DateRange two = DateRange.Parse("2026-01-02");
        PeriodComparison found = PeriodComparison.Of([(one.First, MeanTally.Of([7])), (two.First, MeanTally.Of([8]))], one, two, Higher);
        Assert.Empty(Details(found, CautionKind.ZeroVariance));
    }

    [Fact]
    public void One_day_against_many_is_named_in_the_singular()
    {
        DateRange one = DateRange.Parse("2026-01-01");
        PeriodComparison found = PeriodComparison.Of(Counts(one, 3).Concat(Counts(After, new long[20])), one, After, Higher);
        Assert.Equal("1 day seen in the baseline and 20 days in the current period: compare rates and means, not totals", Assert.Single(Details(found, CautionKind.UnequalExposure)));
    }

    [Theory]
    [InlineData(new long[] { 3 }, new long[] { 3, 5 }, "a side has one day alone")]
    [InlineData(new long[] { 3, 5 }, new long[] { 3 }, "a side has one day alone")]
    [InlineData(new long[] { 0, 0 }, new long[] { 3, 5 }, "a side has no events")]
    [InlineData(new long[] { 3, 5 }, new long[] { 0, 0 }, "a side has no events")]
    [InlineData(new long[] { 3, 3 }, new long[] { 5, 5 }, "the days of each side do not differ at all")]
    [InlineData(new long[] { 3, 5 }, new long[] { 3, 5 }, null)]
    public void Counts_without_a_spread_say_why(long[] before, long[] after, string? why)
    {
        PeriodComparison found = PeriodComparison.Of(Counts(Before, before).Concat(Counts(After, after)), Before, After, Higher with { IncludeIncomplete = true });
        Assert.Equal(
            why is null ? [] : [$"{why}, so there is no spread to go by: the answer is Poisson's, which can call noise a change"], Details(found, CautionKind.PoissonOnly));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "one day")]
    [InlineData(11, "11 days")]
    [InlineData(12, null)]
    public void A_baseline_of_fewer_than_twelve_days_is_named(int days, string? named)
    {
        PeriodComparison found = PeriodComparison.Of(
            Counts(Before, [.. Enumerable.Range(0, days).Select(i => 3L + i % 2)]).Concat(Counts(After, 3, 4)), Before, After, Higher with { IncludeIncomplete = true });
        Assert.Equal(
            named is null ? [] : [$"the baseline has {named} with data; fewer than 12 say little about how much they differ by themselves"], Details(found, CautionKind.ShortBaseline));
    }

    [Fact]
    public void What_was_provisional_before_stays_so_in_its_words()
    {
        Comparison open = Comparison.Between(Ten, MeanTally.Of([12, 13, 14])) with { Provisional = "the count goes on" };
        var running = Completeness.Of(After, Enumerable.Range(0, 20).Select(After.First.AddDays), After.Last);
        Assert.Equal("provisional: the count goes on", PeriodComparison.Of(open, Before, After, Higher, currentSeen: running).Judgement.ToString());
        PeriodComparison found = PeriodComparison.Of(open with { Provisional = null }, Before, After, Higher, currentSeen: running);
        Assert.Equal("provisional: 2026-02-01..2026-02-20: not over on 2026-02-20", found.Judgement.ToString());
    }

    [Fact]
    public void A_question_is_written_with_what_it_states_and_refuses_what_is_no_value()
    {
        Assert.Equal("minutes as of 2026-04-01, better higher", Higher.ToString());
        Assert.Equal("minutes as of 2026-04-01, better lower, margin 2.5, target 12", (Higher with { Better = Better.Lower, Margin = 2.5, Target = 12 }).ToString());
        Assert.Equal("minutes", Higher.Definition.ToString());
        Assert.Throws<ArgumentOutOfRangeException>("Better", () => Higher with { Better = (Better)9 });
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => Higher with { Margin = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("Level", () => Higher with { Level = 1 });
    }
}
