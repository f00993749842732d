using System.Globalization;
using CareMetrics.Periods;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Periods;

public class PeriodTests
{
    internal static readonly Gen<PeriodKind> Kinds = Gen.Elements(Enum.GetValues<PeriodKind>());

    // Away from the ends of the calendar, so that neighbours exist: 0003-01-01 to 9997-12-31.
    internal static readonly Gen<DateOnly> Days =
        from number in Gen.Choose(new DateOnly(3, 1, 1).DayNumber, new DateOnly(9997, 12, 31).DayNumber)
        select DateOnly.FromDayNumber(number);

    [Fact]
    public void A_week_is_the_one_of_ISO_8601()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("periods/iso_weeks.csv"))
        {
            DateOnly day = Day(row["date"]);
            var week = Period.Containing(day, PeriodKind.Week);
            string year = row["iso_year"];

            Assert.Equal($"{year}-W{row.Whole("iso_week"):00}", week.ToString());
            Assert.Equal(row.Whole("iso_day"), day.DayNumber - week.Start.DayNumber + 1);
            Assert.True(Period.TryParse($"{year}-W{row["weeks_in_iso_year"]}", out _));
            Assert.False(Period.TryParse($"{year}-W{row.Whole("weeks_in_iso_year") + 1}", out _));
            if (row["same_iso_week_prev_year_monday_or_blank"] is { Length: > 0 } monday)
            {
                Assert.Equal(Day(monday), Period.Parse($"{row.Whole("iso_year") - 1:0000}-W{row.Whole("iso_week"):00}").Start);
            }
        }
    }

    [Fact]
    public void A_quarter_is_the_calendar_quarter()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("periods/iso_weeks.csv"))
        {
            var quarter = Period.Containing(Day(row["date"]), PeriodKind.Quarter);
            Assert.Equal($"{row["date"][..4]}-Q{row["calendar_quarter"]}", quarter.ToString());
        }
    }

    [Theory]
    [InlineData("2026-W07", "2026-02-09", "2026-02-15", 7)]
    [InlineData("2026-W01", "2025-12-29", "2026-01-04", 7)]
    [InlineData("2020-W53", "2020-12-28", "2021-01-03", 7)]
    [InlineData("2026-03", "2026-03-01", "2026-03-31", 31)]
    [InlineData("2026-04", "2026-04-01", "2026-04-30", 30)]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31", 90)]
    [InlineData("2024-Q1", "2024-01-01", "2024-03-31", 91)]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31", 92)]
    [InlineData("2026-H1", "2026-01-01", "2026-06-30", 181)]
    [InlineData("2024-H1", "2024-01-01", "2024-06-30", 182)]
    [InlineData("2026-H2", "2026-07-01", "2026-12-31", 184)]
    [InlineData("2026", "2026-01-01", "2026-12-31", 365)]
    [InlineData("2024", "2024-01-01", "2024-12-31", 366)]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", 29)]
    [InlineData("2025-02", "2025-02-01", "2025-02-28", 28)]
    [InlineData("1900-02", "1900-02-01", "1900-02-28", 28)]
    [InlineData("2000-02", "2000-02-01", "2000-02-29", 29)]
    [InlineData("9999", "9999-01-01", "9999-12-31", 365)]
    [InlineData("9999-12", "9999-12-01", "9999-12-31", 31)]
    public void A_period_runs_from_its_first_day_to_its_last(string text, string start, string end, int days)
    {
        var period = Period.Parse(text);
        Assert.Equal(Day(start), period.Start);
        Assert.Equal(Day(end), period.End);
        Assert.Equal(days, period.Days);
        Assert.True(period.Contains(Day(start)));
        Assert.True(period.Contains(Day(end)));
    }

    [Fact]
    public void The_period_containing_a_day_contains_it() =>
        Law.Holds(Days, Kinds, (day, kind) =>
        {
            var period = Period.Containing(day, kind);
            Assert.Equal(kind, period.Kind);
            Assert.True(period.Contains(day));
        });

    [Fact]
    public void Every_day_of_a_period_finds_that_period_and_no_other_day_does() =>
        Law.Holds(Days, Kinds, (day, kind) =>
        {
            var period = Period.Containing(day, kind);
            Assert.Equal(period, Period.Containing(period.Start, kind));
            Assert.Equal(period, Period.Containing(period.End, kind));
            Assert.NotEqual(period, Period.Containing(period.Start.AddDays(-1), kind));
            Assert.NotEqual(period, Period.Containing(period.End.AddDays(1), kind));
            Assert.False(period.Contains(period.Start.AddDays(-1)));
            Assert.False(period.Contains(period.End.AddDays(1)));
        });

    [Fact]
    public void The_next_period_starts_the_day_after_and_its_previous_is_this_one() =>
        Law.Holds(Days, Kinds, (day, kind) =>
        {
            var period = Period.Containing(day, kind);
            Assert.Equal(period.End.AddDays(1), period.Next().Start);
            Assert.Equal(period, period.Next().Previous());
            Assert.Equal(period, period.Previous().Next());
            Assert.Equal(kind, period.Next().Kind);
        });

    [Fact]
    public void A_longer_period_is_made_of_whole_shorter_ones()
    {
        PeriodKind[] fromMonths = [PeriodKind.Quarter, PeriodKind.HalfYear, PeriodKind.Year];
        Law.Holds(Days, Gen.Elements(fromMonths), (day, kind) =>
        {
            var longer = Period.Containing(day, kind);
            int days = 0;
            for (var month = Period.Containing(longer.Start, PeriodKind.Month); month.Start <= longer.End; month = month.Next())
            {
                days += month.Days;
            }

            Assert.Equal(longer.Days, days);
        });
    }

    [Fact]
    public void Periods_are_ordered_by_first_day_then_by_last()
    {
        string[] ordered = ["2025-W53", "2025-12", "2026-W01", "2026-01", "2026-Q1", "2026-H1", "2026", "2026-W02", "2026-02"];
        Period[] periods = [.. ordered.Where(text => Period.TryParse(text, out _)).Select(Period.Parse)];
        Assert.Equal(["2025-12", "2026-W01", "2026-01", "2026-Q1", "2026-H1", "2026", "2026-W02", "2026-02"], periods.Select(p => p.ToString()));
        Assert.Equal(periods, Enumerable.Reverse(periods).Order());
    }

    [Fact]
    public void Order_agrees_with_equality_and_the_operators() =>
        Law.Holds(Days, Gen.Choose(-40, 40), Kinds.Zip(Kinds), (day, step, kinds) =>
        {
            var left = Period.Containing(day, kinds.Item1);
            var right = Period.Containing(day.AddDays(step), kinds.Item2);
            Assert.Equal(left == right, left.CompareTo(right) == 0);
            Assert.Equal(Math.Sign(left.CompareTo(right)), -Math.Sign(right.CompareTo(left)));
            Assert.Equal(left.CompareTo(right) < 0, left < right);
            Assert.Equal(left.CompareTo(right) > 0, left > right);
            Assert.Equal(left.CompareTo(right) <= 0, left <= right);
            Assert.Equal(left.CompareTo(right) >= 0, left >= right);
        });

    [Fact]
    public void The_default_is_the_first_week_of_the_calendar()
    {
        Period first = default;
        Assert.Equal("0001-W01", first.ToString());
        Assert.Equal(new DateOnly(1, 1, 1), first.Start);
        Assert.Equal(new DateOnly(1, 1, 7), first.End);
        Assert.Equal(Period.Parse("0001-W01"), first);
        Assert.Equal("0001-W02", first.Next().ToString());
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
