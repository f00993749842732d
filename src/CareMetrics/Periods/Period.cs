using System.Globalization;
using System.Text.Json.Serialization;

namespace CareMetrics.Periods;

/// <summary>A calendar period: one ISO week, month, quarter, half-year or year, from its first day to its last.</summary>
/// <remarks>
/// <para>
/// Months, quarters, half-years and years are those of the Gregorian calendar; weeks are those of ISO 8601, Monday to
/// Sunday, so that the last days of December can belong to week 1 of the next year and the first days of January to week
/// 52 or 53 of the last. The periods of one kind partition the days: each day lies in exactly one.
/// </para>
/// <para>
/// An immutable value, safe to share between threads. <c>default</c> is the week <c>0001-W01</c>, the first of the
/// calendar. Two periods are equal when kind and first day are. They are ordered by first day, then by last day, so a
/// period comes before the longer ones that start with it.
/// </para>
/// </remarks>
[JsonConverter(typeof(PeriodJsonConverter))]
public readonly partial record struct Period : IComparable<Period>, ISpanParsable<Period>
{
    private const int DaysOfWeek = 7;

    private readonly int _firstDay;

    private Period(PeriodKind kind, DateOnly start)
    {
        Kind = kind;
        _firstDay = start.DayNumber;
    }

    /// <summary>Whether it is a week, month, quarter, half-year or year.</summary>
    public PeriodKind Kind { get; }

    /// <summary>The first day.</summary>
    public DateOnly Start => DateOnly.FromDayNumber(_firstDay);

    /// <summary>The last day, which belongs to the period.</summary>
    public DateOnly End
    {
        get
        {
            if (Kind == PeriodKind.Week)
            {
                return Start.AddDays(DaysOfWeek - 1);
            }

            DateOnly lastMonth = Start.AddMonths(PeriodName.Months(Kind) - 1);
            return new(lastMonth.Year, lastMonth.Month, DateTime.DaysInMonth(lastMonth.Year, lastMonth.Month));
        }
    }

    /// <summary>How many days it has: 7 in a week, 28 to 31 in a month, 365 or 366 in a year.</summary>
    public int Days => End.DayNumber - _firstDay + 1;

    // The year and number that name it: for a week the ISO year, which differs from the calendar's around New Year.
    private int Year => Kind == PeriodKind.Week ? ISOWeek.GetYear(Start.ToDateTime(default)) : Start.Year;

    private int Number => Kind == PeriodKind.Week
        ? ISOWeek.GetWeekOfYear(Start.ToDateTime(default))
        : (Start.Month - 1) / PeriodName.Months(Kind) + 1;

    /// <summary>The period of a kind that a day lies in.</summary>
    /// <param name="day">The day.</param>
    /// <param name="kind">Week, month, quarter, half-year or year.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="kind"/> is none of these, or <paramref name="day"/> lies in the week of 9999-12-31, which ends after the calendar does.
    /// </exception>
    public static Period Containing(DateOnly day, PeriodKind kind)
    {
        Errors.RequireKnown(kind, nameof(kind));
        if (kind != PeriodKind.Week)
        {
            int months = PeriodName.Months(kind);
            return new(kind, new DateOnly(day.Year, day.Month - (day.Month - 1) % months, 1));
        }

        int daysAfterMonday = ((int)day.DayOfWeek + DaysOfWeek - (int)DayOfWeek.Monday) % DaysOfWeek;
        DateOnly monday = day.AddDays(-daysAfterMonday);
        return FitsCalendar(monday) ? new(kind, monday) : throw Errors.WeekPastCalendar(day);
    }

    /// <summary>Whether a day lies in the period.</summary>
    /// <param name="day">The day.</param>
    /// <returns><c>true</c> from the first day to the last.</returns>
    public bool Contains(DateOnly day) => day >= Start && day <= End;

    /// <summary>The period of the same kind that starts the day after this one ends.</summary>
    /// <returns>The next period.</returns>
    /// <exception cref="OverflowException">It would end after 9999-12-31.</exception>
    public Period Next()
    {
        DateOnly end = End;
        return end < DateOnly.MaxValue && (Kind != PeriodKind.Week || FitsCalendar(end.AddDays(1)))
            ? new(Kind, end.AddDays(1))
            : throw Errors.NoNextPeriod(this);
    }

    /// <summary>The period of the same kind that ends the day before this one starts.</summary>
    /// <returns>The previous period.</returns>
    /// <exception cref="OverflowException">It would start before 0001-01-01.</exception>
    public Period Previous() => _firstDay > 0 ? Containing(Start.AddDays(-1), Kind) : throw Errors.NoPreviousPeriod(this);

    /// <summary>Orders periods by first day, then by last day.</summary>
    /// <param name="other">The period to compare with.</param>
    /// <returns>Below 0 where this one comes first, 0 where they are equal, above 0 where the other comes first.</returns>
    public int CompareTo(Period other)
    {
        int byStart = _firstDay.CompareTo(other._firstDay);
        return byStart != 0 ? byStart : Days.CompareTo(other.Days);
    }

    /// <summary>Whether the left period comes first: by first day, then by last day.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left period comes first or is the same.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the right period comes first: by first day, then by last day.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Whether the right period comes first or is the same.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    private static bool FitsCalendar(DateOnly monday) => monday.DayNumber <= DateOnly.MaxValue.DayNumber - (DaysOfWeek - 1);
}
