using CareMetrics.Periods;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Periods;

public class PeriodCalendarTests
{
    private static readonly int[][] Patterns = [[4, 4, 5], [4, 5, 4], [5, 4, 4]];

    private static readonly Gen<PeriodCalendar> Calendars = Gen.OneOf(
        Gen.Constant(PeriodCalendar.Days),
        PeriodTests.Kinds.Select(PeriodCalendar.Of),
        from kind in PeriodTests.Kinds.Where(kind => kind != PeriodKind.Week)
        from month in Gen.Choose(1, 12)
        from byStart in Gen.Elements(true, false)
        select PeriodCalendar.Fiscal(kind, month, byStart),
        from kind in PeriodTests.Kinds
        from weeks in Gen.Elements(Patterns)
        from month in Gen.Choose(1, 12)
        from day in Gen.Elements(Enum.GetValues<DayOfWeek>())
        from isLast in Gen.Elements(true, false)
        from byStart in Gen.Elements(true, false)
        select PeriodCalendar.Retail(kind, weeks, month, day, isLast, byStart));

    private static DateOnly Day(string text) => DateRangeTests.Day(text);

    [Fact]
    public void A_calendar_partitions_its_days() =>
        Law.Holds(Calendars, PeriodTests.Days, (calendar, day) =>
        {
            DateRange period = calendar.Containing(day);
            Assert.True(period.Contains(day));
            Assert.Equal(period, calendar.Containing(period.First));
            Assert.Equal(period, calendar.Containing(period.Last));
            Assert.Equal(period.Last.AddDays(1), calendar.Next(period).First);
            Assert.Equal(period.First.AddDays(-1), calendar.Previous(period).Last);
            Assert.Equal(period, calendar.Previous(calendar.Next(period)));
            Assert.Equal(calendar.Next(period), calendar.Containing(period.Last.AddDays(1)));
        });

    [Fact]
    public void Names_are_read_back_and_no_two_periods_share_one() =>
        Law.Holds(Calendars, PeriodTests.Days, (calendar, day) =>
        {
            DateRange period = calendar.Containing(day);
            DateRange next = calendar.Next(period);
            Assert.Equal(period, calendar.Parse(period.Name));
            Assert.NotEqual(period.Name, next.Name);
            DateRange both = calendar.Parse($"{period}..{next}");
            Assert.Equal((period.First, next.Last), (both.First, both.Last));
            Assert.False(calendar.TryParse($"{next}..{period}", out _));
        });

    [Fact]
    public void Several_periods_are_moved_as_a_whole() =>
        Law.Holds(Calendars, PeriodTests.Days.Where(day => day.Year < 9970), Gen.Choose(1, 9), (calendar, day, count) =>
        {
            DateRange first = calendar.Containing(day);
            DateRange last = first;
            for (int i = 1; i < count; i++)
            {
                last = calendar.Next(last);
            }

            DateRange row = count == 1 ? first : calendar.Parse($"{first}..{last}");
            Assert.Equal(count, calendar.Covering(row).Length);
            Assert.Equal(count, calendar.Covering(calendar.Next(row)).Length);
            Assert.Equal(row, calendar.Previous(calendar.Next(row)));
            Assert.Equal(row.Last.AddDays(1), calendar.Next(row).First);
        });

    [Fact]
    public void Last_year_is_a_year_ago_or_nothing() =>
        Law.Holds(Calendars, PeriodTests.Days, (calendar, day) =>
        {
            DateRange period = calendar.Containing(day);
            if (calendar.SamePeriodLastYear(period) is { } partner)
            {
                Assert.InRange(period.First.DayNumber - partner.First.DayNumber, 364 - 7, 366 + 7);
                Assert.InRange(period.Days - partner.Days, -8, 8);
                int year = period.Name.StartsWith("FY", StringComparison.Ordinal) ? 2 : 0;
                Assert.Equal(period.Name[(year + 4)..], partner.Name[(year + 4)..]);
                Assert.Equal(int.Parse(period.Name.AsSpan(year, 4), null) - 1, int.Parse(partner.Name.AsSpan(year, 4), null));
            }
            else
            {
                Assert.True(period.Name.EndsWith("W53", StringComparison.Ordinal) || period.Name.EndsWith("-02-29", StringComparison.Ordinal), period.Name);
            }
        });

    [Fact]
    public void A_week_is_paired_with_the_one_of_its_number()
    {
        var weeks = PeriodCalendar.Of(PeriodKind.Week);
        foreach (ReferenceRow row in ReferenceTable.Read("periods/iso_weeks.csv"))
        {
            DateRange? partner = weeks.SamePeriodLastYear(weeks.Containing(Day(row["date"])));
            Assert.Equal(row["same_iso_week_prev_year_monday_or_blank"], partner is null ? "" : $"{partner.First:O}");
        }
    }

    [Fact]
    public void A_fiscal_year_from_April_is_named_by_its_end()
    {
        var quarters = PeriodCalendar.Fiscal(PeriodKind.Quarter, 4);
        foreach (ReferenceRow row in ReferenceTable.Read("periods/iso_weeks.csv"))
        {
            Assert.Equal($"FY{row["fiscal_year_apr_start_endyear"]}-Q{row["fiscal_quarter_apr_start"]}", quarters.Containing(Day(row["date"])).Name);
        }
    }

    [Fact]
    public void A_retail_year_has_its_published_boundaries()
    {
        var years = PeriodCalendar.Retail(PeriodKind.Year, [4, 5, 4]);
        var months = PeriodCalendar.Retail(PeriodKind.Month, [4, 5, 4]);
        foreach (ReferenceRow row in ReferenceTable.Read("periods/retail_445_years.csv"))
        {
            DateRange year = years.Parse($"FY{row["fiscal_year"]}");
            Assert.Equal((row["start_sunday"], row["end_saturday"]), ($"{year.First:O}", $"{year.Last:O}"));
            Assert.Equal(7 * row.Whole("weeks"), year.Days);
            Assert.Equal(row["periods_454_start_dates"], string.Join(' ', months.Covering(year).Select(month => $"{month.First:O}")));
            Assert.Equal(year.Last, months.Covering(year)[^1].Last);
        }
    }

    [Theory]
    [InlineData("FY2023", "2023-01-29", "2024-02-03", 53)]
    [InlineData("FY2017", "2017-01-29", "2018-02-03", 53)]
    [InlineData("FY2023-P12", "2023-12-31", "2024-02-03", 5)]
    [InlineData("FY2023-W53", "2024-01-28", "2024-02-03", 1)]
    [InlineData("FY2024-W01", "2024-02-04", "2024-02-10", 1)]
    [InlineData("FY2023-H2", "2023-07-30", "2024-02-03", 27)]
    [InlineData("FY2023-Q4", "2023-10-29", "2024-02-03", 14)]
    public void Week_53_is_in_the_last_month_of_a_retail_year(string name, string first, string last, int weeks)
    {
        DateRange range = Enum.GetValues<PeriodKind>().Select(kind => PeriodCalendar.Retail(kind, [4, 5, 4]))
            .Select(calendar => calendar.TryParse(name, out DateRange? found) ? found : null).OfType<DateRange>().Single();
        Assert.Equal((first, last, 7 * weeks), ($"{range.First:O}", $"{range.Last:O}", range.Days));
    }

    [Theory]
    [InlineData(new[] { 4, 4, 5 }, "2026-02-01 2026-03-01 2026-03-29 2026-05-03")]
    [InlineData(new[] { 4, 5, 4 }, "2026-02-01 2026-03-01 2026-04-05 2026-05-03")]
    [InlineData(new[] { 5, 4, 4 }, "2026-02-01 2026-03-08 2026-04-05 2026-05-03")]
    public void The_pattern_says_which_month_is_the_long_one(int[] weeks, string starts)
    {
        var months = PeriodCalendar.Retail(PeriodKind.Month, weeks);
        Assert.Equal(starts, string.Join(' ', months.Covering(DateRange.Parse("2026-02-01..2026-05-03")).Select(month => $"{month.First:O}")));
    }

    [Fact]
    public void A_year_may_end_on_the_last_such_day_of_a_month_instead()
    {
        // The nearest Saturday to 30 September 2023 is that day, to 30 September 2025 it is 27 September, to 2026 it is 3 October.
        static string End(int year, bool isLast) => $"{PeriodCalendar.Retail(PeriodKind.Year, [4, 4, 5], 9, DayOfWeek.Saturday, isLast, namedByStart: false).Parse($"FY{year}").Last:O}";
        Assert.Equal(["2023-09-30", "2025-09-27", "2026-09-26"], new[] { 2023, 2025, 2026 }.Select(year => End(year, true)));
        Assert.Equal(["2023-09-30", "2025-09-27", "2026-10-03"], new[] { 2023, 2025, 2026 }.Select(year => End(year, false)));
    }

    [Fact]
    public void A_year_that_ends_in_December_starts_in_the_year_it_is_named_by()
    {
        DateRange year = PeriodCalendar.Retail(PeriodKind.Year, [4, 4, 5], 12, namedByStart: true).Parse("FY2026");
        Assert.Equal(("2026-01-04", "2027-01-02"), ($"{year.First:O}", $"{year.Last:O}"));
    }

    [Fact]
    public void Months_may_have_any_weeks_that_make_a_quarter()
    {
        var months = PeriodCalendar.Retail(PeriodKind.Month, [1, 6, 6]);
        Assert.Equal([7, 42, 42], months.Covering(PeriodCalendar.Retail(PeriodKind.Quarter, [1, 6, 6]).Parse("FY2026-Q1")).Select(month => month.Days));
    }

    [Theory]
    [InlineData(PeriodKind.Week, "2026-W53", null)]
    [InlineData(PeriodKind.Week, "2027-W01", "2026-W01")]
    [InlineData(PeriodKind.Week, "2026-W52..2027-W01", null)]
    [InlineData(PeriodKind.Week, "2027-W52..2028-W01", null)]
    [InlineData(PeriodKind.Week, "2026-W01..2026-W08", "2025-W01..2025-W08")]
    [InlineData(PeriodKind.Month, "2024-02", "2023-02")]
    [InlineData(PeriodKind.Quarter, "2025-Q1..2025-Q4", "2024-Q1..2024-Q4")]
    [InlineData(PeriodKind.Year, "0001", null)]
    public void The_same_period_last_year_is_of_the_same_number(PeriodKind kind, string range, string? partner)
    {
        var calendar = PeriodCalendar.Of(kind);
        Assert.Equal(partner, calendar.SamePeriodLastYear(calendar.Parse(range))?.Name);
    }

    [Theory]
    [InlineData("2024-02-29", null)]
    [InlineData("2024-02-29..2024-03-07", null)]
    [InlineData("2024-02-20..2024-03-10", "2023-02-20..2023-03-10")]
    [InlineData("2025-02-20..2025-03-10", "2024-02-20..2024-03-10")]
    public void Days_are_paired_by_date_and_a_leap_day_has_no_partner(string range, string? partner) =>
        Assert.Equal(partner, PeriodCalendar.Days.SamePeriodLastYear(DateRange.Parse(range))?.Name);

    [Fact]
    public void Own_boundaries_make_own_periods()
    {
        DateOnly[] starts = [Day("2026-01-05"), Day("2026-02-02"), Day("2026-03-09"), Day("2026-04-06")];
        var calendar = PeriodCalendar.Between(starts, periodsPerYear: 2);
        DateRange second = calendar.Containing(Day("2026-02-02"));
        Assert.Equal("2026-02-02..2026-03-08", second.Name);
        Assert.Equal("2026-03-09..2026-04-05", calendar.Next(second).Name);
        Assert.Equal("2026-01-05..2026-02-01", calendar.Previous(second).Name);
        Assert.Equal("2026-01-05..2026-02-01", calendar.SamePeriodLastYear(calendar.Next(second))?.Name);
        Assert.Null(calendar.SamePeriodLastYear(second));
        Assert.Null(PeriodCalendar.Between(starts).SamePeriodLastYear(calendar.Next(second)));
        Assert.Equal("2026-01-05..2026-03-08", calendar.Parse("2026-01-05..2026-03-08").Name);
        Assert.Equal(3, calendar.Covering(DateRange.Parse("2026-01-31..2026-03-10")).Length);
        Assert.Equal("there are no periods between the boundaries after 2026-03-09..2026-04-05; the calendar, or the list of boundaries, has no more",
            Assert.Throws<OverflowException>(() => calendar.Next(calendar.Containing(Day("2026-04-05")))).Message);
    }

    [Fact]
    public void At_the_ends_of_time_there_are_errors_and_no_wrong_days() =>
        Law.Holds(Calendars, Gen.Choose(0, 800), Gen.Elements(true, false), (calendar, offset, atEnd) =>
        {
            var day = DateOnly.FromDayNumber(atEnd ? DateOnly.MaxValue.DayNumber - offset : offset);
            try
            {
                DateRange period = calendar.Containing(day);
                Assert.True(period.Contains(day));
                DateRange other = atEnd ? calendar.Next(period) : calendar.Previous(period);
                Assert.Equal(atEnd ? period.Last.AddDays(1) : period.First.AddDays(-1), atEnd ? other.First : other.Last);
            }
            catch (Exception e) when (e is ArgumentOutOfRangeException { ParamName: "day" } || (e is OverflowException && e.Message.StartsWith("there are no ", StringComparison.Ordinal)))
            {
            }
        });

    [Fact]
    public void Bad_arguments_are_one_line_each()
    {
        static void Refused(string message, Action call) => Assert.Equal(message, Assert.ThrowsAny<Exception>(call).Message);

        DateOnly day = Day("2026-03-02");
        Refused("kind is Week; a fiscal year of months is not made of weeks: take ISO weeks, or a retail year (Parameter 'kind')", () => PeriodCalendar.Fiscal(PeriodKind.Week, 4));
        Refused("startMonth is 13; months run from 1 to 12 (Parameter 'startMonth')", () => PeriodCalendar.Fiscal(PeriodKind.Year, 13));
        Refused("weeks is 4-4-4; needed are the weeks of three months, 13 together: 4-4-5, 4-5-4, 5-4-4 (Parameter 'weeks')", () => PeriodCalendar.Retail(PeriodKind.Year, [4, 4, 4]));
        Refused("weeks is 0-6-7; needed are the weeks of three months, 13 together: 4-4-5, 4-5-4, 5-4-4 (Parameter 'weeks')", () => PeriodCalendar.Retail(PeriodKind.Year, [0, 6, 7]));
        Refused("weeks is 4-4-4-1; needed are the weeks of three months, 13 together: 4-4-5, 4-5-4, 5-4-4 (Parameter 'weeks')", () => PeriodCalendar.Retail(PeriodKind.Year, [4, 4, 4, 1]));
        Refused("endMonth is 0; months run from 1 to 12 (Parameter 'endMonth')", () => PeriodCalendar.Retail(PeriodKind.Year, [4, 4, 5], 0));
        Refused("endDay is 7; allowed are Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday (Parameter 'endDay')", () => PeriodCalendar.Retail(PeriodKind.Year, [4, 4, 5], 1, (DayOfWeek)7));
        Refused("kind is 9; allowed are Week, Month, Quarter, HalfYear, Year (Parameter 'kind')", () => PeriodCalendar.Of((PeriodKind)9));
        Refused("kind is 9; allowed are Week, Month, Quarter, HalfYear, Year (Parameter 'kind')", () => PeriodCalendar.Fiscal((PeriodKind)9, 4));
        Refused("kind is 9; allowed are Week, Month, Quarter, HalfYear, Year (Parameter 'kind')", () => PeriodCalendar.Retail((PeriodKind)9, [4, 4, 5]));
        Refused("starts has 1 days; needed are the first day of each period and the day after the last, two or more (Parameter 'starts')", () => PeriodCalendar.Between([day]));
        Refused("starts[1] is 2026-03-02, not after 2026-03-02 before it; boundaries are in order, each once (Parameter 'starts')", () => PeriodCalendar.Between([day, day]));
        Refused("periodsPerYear is 0; it is a whole number, 1 or more (Parameter 'periodsPerYear')", () => PeriodCalendar.Between([day, day.AddDays(1)], 0));
        Refused("range is 2026-Q1, 2026-01-01 to 2026-03-31, which is not made of whole fiscal years (Parameter 'range')", () => PeriodCalendar.Fiscal(PeriodKind.Year, 4).Next(DateRange.Parse("2026-Q1")));
        Refused("\"2026-Q1\" is none of the fiscal quarters, nor several in a row; they are written FY2026-Q1, and several as first..last", () => PeriodCalendar.Fiscal(PeriodKind.Quarter, 4).Parse("2026-Q1"));
        Refused("\"FY2026-Q1\" is none of the quarters, nor several in a row; they are written 2026-Q1, and several as first..last", () => PeriodCalendar.Of(PeriodKind.Quarter).Parse("FY2026-Q1"));
        Refused(
            "\"2026-W10\" is none of the periods between the boundaries, nor several in a row; they are written 2026-03-02..2026-03-09, from one boundary to the day before another",
            () => PeriodCalendar.Between([day, day.AddDays(8), day.AddDays(20)]).Parse("2026-W10"));
        Refused("\"FY2026-W54\" is none of the weeks of a 4-5-4 year, nor several in a row; they are written FY2026-W07, and several as first..last", () => PeriodCalendar.Retail(PeriodKind.Week, [4, 5, 4]).Parse("FY2026-W54"));
        Refused(
            "day is 2026-03-01, which none of the periods between the boundaries holds that the calendar from 0001-01-01 to 9999-12-31 or the list of boundaries has whole (Parameter 'day')",
            () => PeriodCalendar.Between([day, day.AddDays(1)]).Containing(day.AddDays(-1)));
    }
}
