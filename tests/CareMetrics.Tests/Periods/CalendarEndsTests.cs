using CareMetrics.Periods;

namespace CareMetrics.Tests.Periods;

/// <summary>The first and the last periods from 0001-01-01 to 9999-12-31: what is whole is there, what is not is refused by name.</summary>
public class CalendarEndsTests
{
    private static DateOnly Day(string text) => DateRangeTests.Day(text);

    private static PeriodCalendar Retail(PeriodKind kind, int endMonth = 1, DayOfWeek endDay = DayOfWeek.Saturday) =>
        PeriodCalendar.Retail(kind, [4, 5, 4], endMonth, endDay);

    public static TheoryData<string, string, PeriodCalendar> Whole => new()
    {
        { "0001-01-01", "0001-01-01", PeriodCalendar.Days },
        { "9999-12-31", "9999-12-31", PeriodCalendar.Days },
        { "0001-01-01", "0001-W01", PeriodCalendar.Of(PeriodKind.Week) },
        { "9999-12-26", "9999-W51", PeriodCalendar.Of(PeriodKind.Week) },
        { "0001-01-31", "0001-01", PeriodCalendar.Of(PeriodKind.Month) },
        { "9999-12-01", "9999-12", PeriodCalendar.Of(PeriodKind.Month) },
        { "9999-10-01", "9999-Q4", PeriodCalendar.Of(PeriodKind.Quarter) },
        { "9999-01-01", "9999", PeriodCalendar.Of(PeriodKind.Year) },
        { "0001-04-01", "FY0002-Q1", PeriodCalendar.Fiscal(PeriodKind.Quarter, 4) },
        { "9999-03-31", "FY9999-Q4", PeriodCalendar.Fiscal(PeriodKind.Quarter, 4) },
        { "9999-12-31", "FY9999-P09", PeriodCalendar.Fiscal(PeriodKind.Month, 4, namedByStart: true) },
        { "0001-02-04", "FY0001-W01", Retail(PeriodKind.Week) },
        { "9999-01-30", "FY9998-W52", Retail(PeriodKind.Week) },
        { "9999-01-30", "FY9998-Q4", Retail(PeriodKind.Quarter) },
        { "9999-12-31", "FY9999", Retail(PeriodKind.Year, 12, DayOfWeek.Friday) },
        { "9999-12-31", "FY9999-W52", Retail(PeriodKind.Week, 12, DayOfWeek.Friday) },
        { "9999-12-25", "FY9999-W51", Retail(PeriodKind.Week, 12) },
    };

    public static TheoryData<string, string, PeriodCalendar> Cut => new()
    {
        { "9999-12-27", "ISO weeks", PeriodCalendar.Of(PeriodKind.Week) },
        { "0001-03-31", "fiscal years", PeriodCalendar.Fiscal(PeriodKind.Year, 4) },
        { "9999-04-01", "fiscal years", PeriodCalendar.Fiscal(PeriodKind.Year, 4) },
        { "0001-02-03", "weeks of a 4-5-4 year", Retail(PeriodKind.Week) },
        { "9999-01-31", "weeks of a 4-5-4 year", Retail(PeriodKind.Week) },
        { "9999-01-31", "quarters of a 4-5-4 year", Retail(PeriodKind.Quarter) },
        { "9999-12-26", "weeks of a 4-5-4 year", Retail(PeriodKind.Week, 12) },
        { "9999-12-31", "years of a 4-5-4 year", Retail(PeriodKind.Year, 12) },
    };

    public static TheoryData<string, string, string, PeriodCalendar> Edges => new()
    {
        { "0001-01-01", "before", "days", PeriodCalendar.Days },
        { "9999-12-31", "after", "days", PeriodCalendar.Days },
        { "0001-W01", "before", "ISO weeks", PeriodCalendar.Of(PeriodKind.Week) },
        { "9999-W51", "after", "ISO weeks", PeriodCalendar.Of(PeriodKind.Week) },
        { "0001-Q1", "before", "quarters", PeriodCalendar.Of(PeriodKind.Quarter) },
        { "9999-Q4", "after", "quarters", PeriodCalendar.Of(PeriodKind.Quarter) },
        { "FY0002", "before", "fiscal years", PeriodCalendar.Fiscal(PeriodKind.Year, 4) },
        { "FY9999", "after", "fiscal years", PeriodCalendar.Fiscal(PeriodKind.Year, 4) },
        { "FY0001-W01", "before", "weeks of a 4-5-4 year", Retail(PeriodKind.Week) },
        { "FY9998-W52", "after", "weeks of a 4-5-4 year", Retail(PeriodKind.Week) },
        { "FY9999", "after", "years of a 4-5-4 year", Retail(PeriodKind.Year, 12, DayOfWeek.Friday) },
    };

    [Theory]
    [MemberData(nameof(Whole))]
    public void A_period_that_the_calendar_has_whole_is_there(string day, string name, PeriodCalendar calendar) =>
        Assert.Equal(name, calendar.Containing(Day(day)).Name);

    [Theory]
    [MemberData(nameof(Cut))]
    public void A_day_whose_period_is_cut_off_has_none(string day, string unit, PeriodCalendar calendar)
    {
        string refused = $"none of the {unit} holds that the calendar from 0001-01-01 to 9999-12-31 or the list of boundaries has whole";
        Assert.Equal($"day is {day}, which {refused} (Parameter 'day')", Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Containing(Day(day))).Message);
    }

    [Theory]
    [MemberData(nameof(Edges))]
    public void Beyond_the_last_and_before_the_first_period_there_is_none(string name, string side, string unit, PeriodCalendar calendar)
    {
        DateRange edge = calendar.Parse(name);
        var refused = Assert.Throws<OverflowException>(() => side == "after" ? calendar.Next(edge) : calendar.Previous(edge));
        Assert.Equal($"there are no {unit} {side} {name}; the calendar, or the list of boundaries, has no more", refused.Message);
        Assert.True(side == "after" || calendar.SamePeriodLastYear(edge) is null);
    }

    [Fact]
    public void Weeks_around_a_change_may_reach_the_ends()
    {
        Assert.Equal(DateOnly.MinValue, DateRange.Around(Day("0001-01-08"), 1).Before.First);
        Assert.Equal(DateOnly.MaxValue, DateRange.Around(Day("9999-12-25"), 1).After.Last);
        Assert.Throws<ArgumentOutOfRangeException>("changed", () => DateRange.Around(Day("0001-01-07"), 1));
        Assert.Throws<ArgumentOutOfRangeException>("changed", () => DateRange.Around(Day("9999-12-26"), 1));
    }

    [Fact]
    public void A_range_may_be_moved_to_the_ends()
    {
        DateRange first = DateRange.Parse("0001-01-01..0001-01-02");
        DateRange last = DateRange.Parse("9999-12-30..9999-12-31");
        Assert.Equal(last, first.AddDays(last.First.DayNumber));
        Assert.Equal(first, last.AddDays(-last.First.DayNumber));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => first.AddDays(-1));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => last.AddDays(1));
    }

    [Fact]
    public void A_name_of_the_calendar_year_0_or_10000_is_no_period()
    {
        Assert.False(PeriodCalendar.Fiscal(PeriodKind.Quarter, 4).TryParse("FY0000-Q1", out _));
        Assert.False(PeriodCalendar.Fiscal(PeriodKind.Quarter, 4).TryParse("FY0001-Q1", out _));
        Assert.False(Retail(PeriodKind.Week).TryParse("FY0000-W01", out _));
        Assert.False(Retail(PeriodKind.Week).TryParse("FY9999-W01", out _));
        Assert.False(Retail(PeriodKind.Month).TryParse("FY9999-P01", out _));
    }
}
