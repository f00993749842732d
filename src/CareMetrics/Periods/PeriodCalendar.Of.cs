namespace CareMetrics.Periods;

/// <content>The calendars there are.</content>
public sealed partial class PeriodCalendar
{
    private const int MonthsOfYear = 12;
    private const int WeeksOfQuarter = 13;

    /// <summary>Every day a period of its own, named <c>2026-03-01</c>.</summary>
    public static PeriodCalendar Days { get; } = new(new DayRule());

    /// <summary>The periods of <see cref="Period"/>: ISO weeks, or calendar months, quarters, half-years, years.</summary>
    /// <param name="kind">Which of them.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is none of these.</exception>
    public static PeriodCalendar Of(PeriodKind kind)
    {
        Errors.RequireKnown(kind, nameof(kind));
        return new(kind == PeriodKind.Week ? new IsoWeekRule() : new MonthRule(kind));
    }

    /// <summary>The periods of a fiscal year of twelve whole months: <c>FY2026</c>, <c>FY2026-H1</c>, <c>FY2026-Q1</c>, <c>FY2026-P01</c> for its first month.</summary>
    /// <param name="kind">Month, quarter, half-year or year.</param>
    /// <param name="startMonth">The month the year starts with, 1 to 12: 4 for April.</param>
    /// <param name="namedByStart">Whether a year is named by the calendar year it starts in; else by the one it ends in.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is week, which no year of months is made of, or <paramref name="startMonth"/> is no month.</exception>
    public static PeriodCalendar Fiscal(PeriodKind kind, int startMonth, bool namedByStart = false)
    {
        Errors.RequireKnown(kind, nameof(kind));
        if (kind == PeriodKind.Week)
        {
            throw Errors.NoFiscalWeeks(nameof(kind));
        }

        Errors.RequireMonth(startMonth, nameof(startMonth));
        return new(new MonthRule(kind, startMonth, isFiscal: true, namedByStart));
    }

    /// <summary>
    /// The periods of a retail year of 52 or 53 whole weeks: <c>FY2026</c>, <c>FY2026-H1</c>, <c>FY2026-Q1</c>, <c>FY2026-P01</c> for its
    /// first month, <c>FY2026-W01</c>. Unless told otherwise it is the year of the National Retail Federation, which ends on the
    /// Saturday nearest to 31 January and is named by the year it starts in. Week 53 belongs to the last month.
    /// </summary>
    /// <param name="kind">Week, month, quarter, half-year or year.</param>
    /// <param name="weeks">The weeks of the three months of a quarter, 13 together: 4, 5, 4, or 4, 4, 5, or 5, 4, 4.</param>
    /// <param name="endMonth">The month the year ends with, 1 to 12.</param>
    /// <param name="endDay">The weekday the year ends on.</param>
    /// <param name="lastInMonth">Whether it ends on the last such day of the month; else on the one nearest to the month's last day.</param>
    /// <param name="namedByStart">Whether a year is named by the year its first month falls in; else by that of its last.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/>, <paramref name="endMonth"/> or <paramref name="endDay"/> is outside its range.</exception>
    /// <exception cref="ArgumentException"><paramref name="weeks"/> are not three numbers of 1 or more with the sum 13.</exception>
    public static PeriodCalendar Retail(
        PeriodKind kind, IEnumerable<int> weeks, int endMonth = 1, DayOfWeek endDay = DayOfWeek.Saturday, bool lastInMonth = false, bool namedByStart = true)
    {
        ArgumentNullException.ThrowIfNull(weeks);
        Errors.RequireKnown(kind, nameof(kind));
        Errors.RequireKnown(endDay, nameof(endDay));
        Errors.RequireMonth(endMonth, nameof(endMonth));
        int[] months = [.. weeks.Take(MonthsOfYear)];
        return months.Length == 3 && months.All(count => count is >= 1 and <= WeeksOfQuarter) && months.Sum() == WeeksOfQuarter
            ? new(new RetailRule(kind, months, endMonth, endDay, lastInMonth, namedByStart))
            : throw Errors.RetailWeeks(months, nameof(weeks));
    }

    /// <summary>Periods between boundaries of one's own, named by their days.</summary>
    /// <param name="starts">The first day of each period, in order, and last the day after the last period: at least two.</param>
    /// <param name="periodsPerYear">How many of them make a year, 1 or more, for the same period last year; <c>null</c> where no such number exists.</param>
    /// <returns>The calendar; days before the first boundary and from the last on are outside.</returns>
    /// <exception cref="ArgumentException">There are fewer than two days, or they are not in order.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsPerYear"/> is below 1.</exception>
    public static PeriodCalendar Between(IEnumerable<DateOnly> starts, int? periodsPerYear = null)
    {
        ArgumentNullException.ThrowIfNull(starts);
        Errors.RequireAtLeast(periodsPerYear ?? 1, 1, nameof(periodsPerYear));
        DateOnly[] days = [.. starts];
        Errors.RequireBoundaries(days, nameof(starts));
        return new(new BoundaryRule(days, periodsPerYear));
    }
}
