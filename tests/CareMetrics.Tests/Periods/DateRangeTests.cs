using CareMetrics.Periods;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Periods;

public class DateRangeTests
{
    [Theory]
    [InlineData("2026-03-01", "2026-03-01", "2026-03-01", 1)]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31", 90)]
    [InlineData("2024", "2024-01-01", "2024-12-31", 366)]
    [InlineData("2025-Q1..2025-Q4", "2025-01-01", "2025-12-31", 365)]
    [InlineData("2025-W52..2026-W02", "2025-12-22", "2026-01-11", 21)]
    [InlineData("2026-01-05..2026-02-01", "2026-01-05", "2026-02-01", 28)]
    public void A_range_is_read_as_it_is_written(string text, string first, string last, int days)
    {
        var range = DateRange.Parse(text);
        Assert.Equal((Day(first), Day(last), days, text), (range.First, range.Last, range.Days, range.Name));
        Assert.Equal(text, range.ToString());
        Assert.True(DateRange.TryParse(text, out DateRange? same));
        Assert.Equal(range, same);
        Assert.Equal(range, Json.Read<DateRange>(Json.Write(range)));
    }

    [Theory]
    [InlineData("2026-Q1..2026-Q1", "2026-Q1")]
    [InlineData("2026-01-05..2026-01-05", "2026-01-05")]
    public void One_period_written_twice_is_that_period(string text, string name) => Assert.Equal(name, DateRange.Parse(text).Name);

    [Theory]
    [InlineData("", Forms)]
    [InlineData("soon", Forms)]
    [InlineData("2026-Q1..", Forms)]
    [InlineData("2026-Q1...2026-Q2", Forms)]
    [InlineData("2025-Q1 .. 2025-Q4", Forms)]
    [InlineData("2026-02-30", Forms)]
    [InlineData("2026-Q5", "quarters run from Q1 to Q4")]
    [InlineData("2025-W52..2025-W53", "2025 has 52 ISO weeks, W01 to W52")]
    [InlineData("2025-Q1..2025", "its two ends are of different kinds; both are days, or both are weeks, months, quarters, half-years or years")]
    [InlineData("2025-Q1..2025-03-31", "its two ends are of different kinds; both are days, or both are weeks, months, quarters, half-years or years")]
    [InlineData("2025-Q4..2025-Q1", "it ends before it starts")]
    public void What_is_no_range_is_refused_with_what_is_allowed(string text, string fault)
    {
        Assert.False(DateRange.TryParse(text, out DateRange? none));
        Assert.Null(none);
        Assert.Equal($"\"{text}\" is not a range of days; {fault}", Assert.Throws<FormatException>(() => DateRange.Parse(text)).Message);
    }

    private const string Forms =
        "allowed are a day (2026-03-01), a period (2026-W07, 2026-03, 2026-Q1, 2026-H1, 2026), and first..last of either, such as 2025-Q1..2025-Q4";

    [Fact]
    public void A_range_of_periods_is_the_one_its_text_says() =>
        Law.Holds(PeriodTests.Days.Where(day => day.Year < 9990), PeriodTests.Kinds, Gen.Choose(0, 5), (day, kind, more) =>
        {
            var first = Period.Containing(day, kind);
            Period last = first;
            for (int i = 0; i < more; i++)
            {
                last = last.Next();
            }

            var range = DateRange.Of(first, last);
            Assert.Equal(range, DateRange.Parse(range.Name));
            Assert.Equal((first.Start, last.End), (range.First, range.Last));
        });

    [Fact]
    public void Around_a_change_stand_as_many_days_on_either_side() =>
        Law.Holds(PeriodTests.Days, Gen.Choose(1, 60), Gen.Choose(0, 10), (changed, weeks, washOutWeeks) =>
        {
            (DateRange before, DateRange after) = DateRange.Around(changed, weeks, washOutWeeks);
            Assert.Equal((7 * weeks, 7 * weeks), (before.Days, after.Days));
            Assert.Equal(changed, before.Last.AddDays(1));
            Assert.Equal(changed.AddDays(7 * washOutWeeks), after.First);
            Assert.False(before.Overlaps(after));
        });

    [Fact]
    public void Around_a_change_the_sides_are_named_by_their_weeks()
    {
        (DateRange before, DateRange after) = DateRange.Around(Day("2026-03-02"), weeks: 8, washOutWeeks: 2);
        Assert.Equal(("8 weeks before 2026-03-02", "8 weeks from 2026-03-16"), (before.Name, after.Name));
        Assert.Equal(("2026-01-05", "2026-03-01"), ($"{before.First:O}", $"{before.Last:O}"));
        Assert.Equal(("2026-03-16", "2026-05-10"), ($"{after.First:O}", $"{after.Last:O}"));
    }

    [Fact]
    public void One_week_is_named_without_its_number()
    {
        (DateRange before, DateRange after) = DateRange.Around(Day("2026-03-02"), weeks: 1);
        Assert.Equal(("week before 2026-03-02", "week from 2026-03-02"), (before.Name, after.Name));
    }

    [Theory]
    [InlineData("2026-01-05..2026-01-09", "2026-01-09..2026-01-12", true)]
    [InlineData("2026-01-05..2026-01-09", "2026-01-10..2026-01-12", false)]
    [InlineData("2026-01-05..2026-01-09", "2026-01-06..2026-01-07", true)]
    [InlineData("2026-01-05..2026-01-09", "2026-01-05..2026-01-09", true)]
    [InlineData("2026-01-05..2026-01-09", "2026-02-01", false)]
    public void Ranges_overlap_where_they_share_a_day(string one, string other, bool expected)
    {
        Assert.Equal(expected, DateRange.Parse(one).Overlaps(DateRange.Parse(other)));
        Assert.Equal(expected, DateRange.Parse(other).Overlaps(DateRange.Parse(one)));
    }

    [Fact]
    public void A_wash_out_takes_the_first_days()
    {
        DateRange rest = DateRange.Parse("2026-Q1").WashedOut(14);
        Assert.Equal(("2026-Q1 from 2026-01-15", 76), (rest.Name, rest.Days));
        Assert.Equal(DateRange.Parse("2026-Q1"), DateRange.Parse("2026-Q1").WashedOut(0));
        Assert.Equal(1, DateRange.Parse("2026-W01").WashedOut(6).Days);
    }

    [Fact]
    public void A_year_of_whole_weeks_earlier_has_the_same_weekdays()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("periods/iso_weeks.csv"))
        {
            Assert.Equal(row["date_minus_364"], DateRange.Parse(row["date"]).AddDays(-364).Name);
        }
    }

    [Fact]
    public void Equal_are_ranges_of_equal_days_and_name()
    {
        Assert.Equal(new DateRange(Day("2026-01-01"), Day("2026-01-02")), DateRange.Parse("2026-01-01..2026-01-02"));
        Assert.NotEqual(DateRange.Parse("2026-01"), new DateRange(Day("2026-01-01"), Day("2026-01-31")));
    }

    [Fact]
    public void Bad_arguments_are_one_line_each()
    {
        static void Refused(string message, Action call) => Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(call).Message);

        DateOnly day = Day("2026-03-02");
        Refused("last is 2026-03-01, before first, which is 2026-03-02; a range ends on or after its first day (Parameter 'last')", () => _ = new DateRange(day, day.AddDays(-1)));
        Refused("name is empty; it needs a text (Parameter 'name')", () => _ = new DateRange(day, day, " "));
        Refused("first is 2025-Q4 and last is 2026, which are of different kinds; a range has ends of one kind (Parameter 'last')", () => DateRange.Of(Period.Parse("2025-Q4"), Period.Parse("2026")));
        Refused("last is 2025-Q3, before first, which is 2025-Q4; a range ends on or after its first day (Parameter 'last')", () => DateRange.Of(Period.Parse("2025-Q4"), Period.Parse("2025-Q3")));
        Refused("weeks is 0; it is a whole number, 1 or more (Parameter 'weeks')", () => DateRange.Around(day, 0));
        Refused("washOutWeeks is -1; it is a whole number, 0 or more (Parameter 'washOutWeeks')", () => DateRange.Around(day, 1, -1));
        Refused("changed is 2026-03-02; the range would leave the calendar, which runs from 0001-01-01 to 9999-12-31 (Parameter 'changed')", () => DateRange.Around(day, int.MaxValue, int.MaxValue));
        Refused("days is -1; of 2026-W01, which has 7, 0 to 6 can be left out (Parameter 'days')", () => DateRange.Parse("2026-W01").WashedOut(-1));
        Refused("days is 7; of 2026-W01, which has 7, 0 to 6 can be left out (Parameter 'days')", () => DateRange.Parse("2026-W01").WashedOut(7));
        Refused("days is 2147483647; the range would leave the calendar, which runs from 0001-01-01 to 9999-12-31 (Parameter 'days')", () => DateRange.Parse("2026-W01").AddDays(int.MaxValue));
    }

    internal static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
