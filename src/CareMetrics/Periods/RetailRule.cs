namespace CareMetrics.Periods;

/// <summary>Years of 52 or 53 whole weeks, in quarters of 13 weeks and months of so many; week 53 is in the last month.</summary>
internal sealed class RetailRule(PeriodKind kind, int[] weeks, int endMonth, DayOfWeek endDay, bool lastInMonth, bool namedByStart) : PeriodRule
{
    private const int DaysOfWeek = 7;
    private const int WeeksOfQuarter = 13;
    private const int MonthsOfYear = 12;

    // The nominal year runs over whole months: up to December it starts in the year it ends in.
    private readonly int _yearsToName = namedByStart && endMonth < MonthsOfYear ? 1 : 0;

    internal override string Unit => $"{PeriodName.Plural(kind)} of a {string.Join('-', weeks.Select(count => Errors.Show(count)))} year";

    internal override string Form => PeriodName.Of(kind, 2026, PeriodName.Sample(kind), isFiscal: true);

    internal override int? IndexOf(DateOnly day)
    {
        if (!IsInside(day.DayNumber))
        {
            return null;
        }

        if (kind == PeriodKind.Week)
        {
            return WeekOf(day.DayNumber);
        }

        int year = YearOf(day.DayNumber);
        int week = (day.DayNumber - YearStart(year)) / DaysOfWeek;
        int number = Math.Min(week / WeeksOfQuarter, 3) * 3;
        int rest = week - number / 3 * WeeksOfQuarter;
        int month = number + (rest < weeks[0] ? 0 : rest < weeks[0] + weeks[1] ? 1 : 2);
        return year * PerYear + month / PeriodName.Months(kind);
    }

    internal override DateRange? At(int index)
    {
        if (kind == PeriodKind.Week)
        {
            long start = (long)index * DaysOfWeek - Shift;
            if (!IsInside(start))
            {
                return null;
            }

            int ofYear = YearOf((int)start);
            return Make(start, start + DaysOfWeek - 1, Name(ofYear, ((int)start - YearStart(ofYear)) / DaysOfWeek + 1));
        }

        (int year, int number) = Math.DivRem(index, PerYear);
        int months = PeriodName.Months(kind);
        return !IsYear(year) ? null
            : Make(MonthStart(year, number * months), MonthStart(year, (number + 1) * months) - 1, Name(year, number + 1));
    }

    internal override int? LastYear(int index)
    {
        if (kind != PeriodKind.Week)
        {
            return index - PerYear;
        }

        int start = index * DaysOfWeek - Shift;
        int year = YearOf(start);
        return WeekOfYear(year - 1, (start - YearStart(year)) / DaysOfWeek + 1);
    }

    internal override int? Find(string text)
    {
        if (!PeriodName.TryRead(text, kind, out int named, out int number))
        {
            return null;
        }

        int year = named + _yearsToName;
        return kind == PeriodKind.Week ? WeekOfYear(year, number) : number <= PerYear ? year * PerYear + number - 1 : null;
    }

    private int PerYear => MonthsOfYear / PeriodName.Months(kind);

    // So that a week's number is its last day's, counted in sevens.
    private int Shift => DaysOfWeek - 1 - DayNumberOf(endDay);

    // The first year would start before the calendar does.
    private static bool IsYear(int year) => year > 1 && year <= DateOnly.MaxValue.Year;

    private bool IsInside(long day) => day >= YearStart(2) && day < YearStart(DateOnly.MaxValue.Year + 1);

    private int WeekOf(int day) => (day + Shift) / DaysOfWeek;

    private int? WeekOfYear(int year, int number)
    {
        if (!IsYear(year))
        {
            return null;
        }

        int start = YearStart(year);
        return number <= (YearStart(year + 1) - start) / DaysOfWeek ? WeekOf(start) + number - 1 : null;
    }

    private string Name(int year, int number) => PeriodName.Of(kind, year - _yearsToName, number, isFiscal: true);

    // The day after the last day of the nominal year before. Nominal years are named by the year they end in.
    private int YearStart(int year)
    {
        long months = (year - 1L) * MonthsOfYear + endMonth;
        int anchor = months >= (DateOnly.MaxValue.Year + 1L) * MonthsOfYear
            ? DateOnly.MaxValue.DayNumber
            : new DateOnly((int)(months / MonthsOfYear), (int)(months % MonthsOfYear) + 1, 1).DayNumber - 1;
        int behind = (anchor - DayNumberOf(endDay)) % DaysOfWeek;
        return anchor - behind + (!lastInMonth && behind > DaysOfWeek / 2 ? DaysOfWeek : 0) + 1;
    }

    private int YearOf(int day)
    {
        int year = DateOnly.FromDayNumber(day).Year + 1;
        while (YearStart(year) > day)
        {
            year--;
        }

        return year;
    }

    private int MonthStart(int year, int month)
    {
        if (month == MonthsOfYear)
        {
            return YearStart(year + 1);
        }

        int week = month / 3 * WeeksOfQuarter + (month % 3 > 0 ? weeks[0] : 0) + (month % 3 > 1 ? weeks[1] : 0);
        return YearStart(year) + week * DaysOfWeek;
    }

    // Day 0 of the calendar is a Monday, and a Sunday the day before it: only what is left in sevens counts.
    private static int DayNumberOf(DayOfWeek day) => day - DayOfWeek.Monday;
}
