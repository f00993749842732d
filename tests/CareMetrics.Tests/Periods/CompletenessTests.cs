using CareMetrics.Periods;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Periods;

public class CompletenessTests
{
    private static readonly DateRange Week = DateRange.Parse("2026-W02");

    private static DateOnly Day(string text) => DateRangeTests.Day(text);

    private static IEnumerable<DateOnly> Days(DateRange range) => Enumerable.Range(0, range.Days).Select(range.First.AddDays);

    [Fact]
    public void All_days_seen_and_over_is_complete()
    {
        var complete = Completeness.Of(Week, Days(Week).Reverse().Concat(Days(Week)), Day("2026-01-12"));
        Assert.True(complete is { IsOver: true, IsMature: true, IsWhole: true, IsComplete: true, DaysSeen: 7 });
        Assert.Equal("2026-W02: complete", complete.ToString());
    }

    [Fact]
    public void A_range_is_not_over_before_the_day_after_its_last()
    {
        var running = Completeness.Of(Week, Days(Week), Day("2026-01-11"));
        Assert.True(running is { IsOver: false, IsMature: false, IsWhole: true, IsComplete: false, DaysSeen: 6 });
        Assert.Equal("2026-W02: not over on 2026-01-11", running.ToString());
        var ahead = Completeness.Of(Week, [], Day("2025-12-01"));
        Assert.True(ahead is { IsOver: false, IsWhole: true, DaysSeen: 0 });
    }

    [Theory]
    [InlineData("2026-01-12", false)]
    [InlineData("2026-01-25", false)]
    [InlineData("2026-01-26", true)]
    public void Answers_are_due_until_the_window_is_over(string asOf, bool isMature)
    {
        var late = Completeness.Of(Week, Days(Week), Day(asOf), answerWindow: 14);
        Assert.Equal((true, isMature), (late.IsOver, late.IsMature));
        Assert.Equal(isMature ? "2026-W02: complete" : "2026-W02: answers still due until 2026-01-25", late.ToString());
    }

    [Fact]
    public void Missing_and_partial_days_are_named()
    {
        var gaps = Completeness.Of(
            Week,
            [Day("2026-01-11"), Day("2026-01-06"), Day("2026-01-09"), Day("2026-02-01")],
            Day("2026-03-01"),
            partial: [Day("2026-01-09"), Day("2026-01-05"), Day("2026-02-02")]);
        Assert.Equal("2026-W02: 3 days missing (2026-01-07..2026-01-08, 2026-01-10); 2 days seen in part (2026-01-05, 2026-01-09)", gaps.ToString());
        Assert.True(gaps is { IsOver: true, IsMature: true, IsWhole: false, IsComplete: false, DaysSeen: 2 });
    }

    [Fact]
    public void A_range_may_be_the_whole_calendar()
    {
        var ages = new DateRange(DateOnly.MinValue, DateOnly.MaxValue);
        var whole = Completeness.Of(ages, [Day("2026-01-05"), DateOnly.MaxValue], DateOnly.MaxValue, partial: [Day("2026-01-06"), DateOnly.MaxValue]);
        Assert.Equal(["0001-01-01..2026-01-04", "2026-01-07..9999-12-30"], whole.Missing.Select(gap => gap.Name));
        Assert.Equal("2026-01-06", Assert.Single(whole.Partial).Name);
        Assert.Equal(1, whole.DaysSeen);
    }

    [Fact]
    public void Every_day_that_is_over_is_seen_or_missing_or_partial() => Law.Holds(
        Gen.Choose(-3, 12).ArrayOf(), Gen.Choose(-3, 12).ArrayOf(), Gen.Choose(-3, 12), (seen, parts, look) =>
        {
            DateOnly asOf = Week.First.AddDays(look);
            HashSet<DateOnly> looked = [.. seen.Select(Week.First.AddDays)];
            HashSet<DateOnly> part = [.. parts.Select(Week.First.AddDays)];
            var found = Completeness.Of(Week, seen.Select(Week.First.AddDays), asOf, partial: parts.Select(Week.First.AddDays));
            foreach (DateOnly day in Days(Week))
            {
                bool over = day < asOf;
                Assert.Equal(over && !looked.Contains(day) && !part.Contains(day), found.Missing.Count(gap => gap.Contains(day)) == 1);
                Assert.Equal(over && part.Contains(day), found.Partial.Count(gap => gap.Contains(day)) == 1);
            }
        });

    [Fact]
    public void Days_to_come_are_not_missing()
    {
        var half = Completeness.Of(Week, [Day("2026-01-05"), Day("2026-01-07")], Day("2026-01-08"));
        Assert.Equal("2026-W02: not over on 2026-01-08; 1 day missing (2026-01-06)", half.ToString());
        Assert.Equal(2, half.DaysSeen);
    }

    [Fact]
    public void A_long_list_of_gaps_is_cut()
    {
        var year = DateRange.Parse("2026");
        var gaps = Completeness.Of(year, Days(year).Where(day => day.Day % 2 == 0), Day("2027-01-01"));
        Assert.EndsWith("(2026-01-01, 2026-01-03, 2026-01-05, 2026-01-07 and 176 more gaps)", gaps.ToString());
        Assert.Equal(year.Days, gaps.DaysSeen + gaps.Missing.Sum(gap => gap.Days));
    }

    [Theory]
    [InlineData(4, "4 days missing (2026-01-05, 2026-01-07, 2026-01-09, 2026-01-11)")]
    [InlineData(5, "5 days missing (2026-01-05, 2026-01-07, 2026-01-09, 2026-01-11 and 1 more gaps)")]
    public void Four_gaps_are_named_and_the_others_counted(int count, string gaps)
    {
        var range = new DateRange(Day("2026-01-05"), Day("2026-01-05").AddDays(2 * count - 1), "here");
        var found = Completeness.Of(range, Enumerable.Range(0, count).Select(i => range.First.AddDays(2 * i + 1)), Day("2026-03-01"));
        Assert.Equal($"here: {gaps}", found.ToString());
    }

    [Fact]
    public void Neighbours_seen_in_part_are_one_gap()
    {
        var found = Completeness.Of(Week, Days(Week), Day("2026-02-01"), partial: [Day("2026-01-07"), Day("2026-01-05"), Day("2026-01-06"), Day("2026-01-09")]);
        Assert.Equal("2026-W02: 4 days seen in part (2026-01-05..2026-01-07, 2026-01-09)", found.ToString());
    }

    [Fact]
    public void Answers_are_due_until_the_calendar_ends_at_most()
    {
        var waiting = Completeness.Of(Week, Days(Week), Day("2026-02-01"), int.MaxValue);
        Assert.Equal("2026-W02: answers still due until 9999-12-31", waiting.ToString());
    }

    [Fact]
    public void Equality_is_by_gaps_too()
    {
        var one = Completeness.Of(Week, [Day("2026-01-05")], Day("2026-01-08"));
        Assert.Equal(one, Completeness.Of(Week, [Day("2026-01-05")], Day("2026-01-08")));
        Assert.NotEqual(one, Completeness.Of(Week, [Day("2026-01-06")], Day("2026-01-08")));
        Assert.NotEqual(one, one with { AnswerWindow = 1 });
        Assert.Equal(
            "answerWindow is -1; it is a whole number, 0 or more (Parameter 'answerWindow')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Completeness.Of(Week, [], default, -1)).Message);
    }
}
