using System.Text.Json.Serialization;

namespace CareMetrics.Periods;

/// <summary>A named range of days, from its first to its last: what one side of a comparison covers.</summary>
/// <remarks>
/// One period, several in a row, a fiscal quarter, eight weeks before a change: each is a range of days with the name that
/// stands beside its numbers. Immutable and thread-safe; two are equal when first day, last day and name are.
/// </remarks>
public sealed partial record DateRange
{
    private const int DaysOfWeek = 7;

    /// <summary>Makes a range.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, which belongs to the range; not before <paramref name="first"/>.</param>
    /// <param name="name">What it is called; its days, such as <c>2026-01-05..2026-02-01</c>, where <c>null</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="last"/> is before <paramref name="first"/>, or <paramref name="name"/> is blank.</exception>
    [JsonConstructor]
    public DateRange(DateOnly first, DateOnly last, string? name = null)
    {
        (First, Last) = last >= first ? (first, last) : throw Errors.RangeOutOfOrder(first, last);
        Name = name is null ? NameOfDays(first, last) : Errors.RequireText(name, nameof(name));
    }

    /// <summary>The first day.</summary>
    public DateOnly First { get; }

    /// <summary>The last day, which belongs to the range.</summary>
    public DateOnly Last { get; }

    /// <summary>What it is called, such as <c>2026-Q1</c> or <c>2025-Q1..2025-Q4</c>.</summary>
    public string Name { get; }

    /// <summary>How many days it has, 1 or more.</summary>
    [JsonIgnore]
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The days of one period, under its name.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The range.</returns>
    public static DateRange Of(Period period) => new(period.Start, period.End, period.ToString());

    /// <summary>The days from the start of one period to the end of another, such as <c>2025-Q1..2025-Q4</c>.</summary>
    /// <param name="first">The first period.</param>
    /// <param name="last">The last, of the same kind and not before it.</param>
    /// <returns>The range.</returns>
    /// <exception cref="ArgumentException">The periods are of different kinds, or out of order.</exception>
    public static DateRange Of(Period first, Period last) => first.Kind != last.Kind
        ? throw Errors.RangeKindsDiffer(first, last)
        : last < first ? throw Errors.RangeOutOfOrder(first, last)
        : first == last ? Of(first)
        : new(first.Start, last.End, $"{first}{Separator}{last}");

    /// <summary>So many weeks before the day of a change, and so many after it.</summary>
    /// <param name="changed">The first day on which things were different.</param>
    /// <param name="weeks">How many weeks each side has, 1 or more.</param>
    /// <param name="washOutWeeks">How many weeks from <paramref name="changed"/> on belong to neither side while the change settles; 0 or more.</param>
    /// <returns>The weeks that end the day before the change, and those that start when the wash-out is over.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is below its least, or the calendar ends before the weeks do.</exception>
    public static (DateRange Before, DateRange After) Around(DateOnly changed, int weeks, int washOutWeeks = 0)
    {
        Errors.RequireAtLeast(weeks, 1, nameof(weeks));
        Errors.RequireAtLeast(washOutWeeks, 0, nameof(washOutWeeks));
        long start = changed.DayNumber - (long)weeks * DaysOfWeek;
        long end = changed.DayNumber + ((long)washOutWeeks + weeks) * DaysOfWeek - 1;
        if (start < 0 || end > DateOnly.MaxValue.DayNumber)
        {
            throw Errors.RangePastCalendar(nameof(changed), changed);
        }

        DateOnly settled = changed.AddDays(washOutWeeks * DaysOfWeek);
        string length = weeks == 1 ? "week" : $"{Errors.Show(weeks)} weeks";
        return (
            new(DateOnly.FromDayNumber((int)start), changed.AddDays(-1), $"{length} before {Text(changed)}"),
            new(settled, DateOnly.FromDayNumber((int)end), $"{length} from {Text(settled)}"));
    }

    /// <summary>Whether a day lies in the range.</summary>
    /// <param name="day">The day.</param>
    /// <returns><c>true</c> from the first day to the last.</returns>
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>Whether the two ranges have a day in common.</summary>
    /// <param name="other">The other range.</param>
    /// <returns><c>true</c> where they share a day.</returns>
    public bool Overlaps(DateRange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return First <= other.Last && other.First <= Last;
    }

    /// <summary>The range so many days later, under the name of its days. 364 days keep the weekday a year on.</summary>
    /// <param name="days">How many days later; below 0, earlier.</param>
    /// <returns>A range of as many days.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It would leave the calendar.</exception>
    public DateRange AddDays(int days) =>
        (long)First.DayNumber + days >= 0 && (long)Last.DayNumber + days <= DateOnly.MaxValue.DayNumber
            ? new(First.AddDays(days), Last.AddDays(days))
            : throw Errors.RangePastCalendar(nameof(days), days);

    /// <summary>The range without its first days, in which a change is still settling.</summary>
    /// <param name="days">How many days are left out, from 0 to one fewer than it has.</param>
    /// <returns>The rest, named <c>2026-Q1 from 2026-01-15</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">No day would be left, or <paramref name="days"/> is negative.</exception>
    public DateRange WashedOut(int days) => days < 0 || days >= Days ? throw Errors.WashOutOutside(days, this)
        : days == 0 ? this
        : new(First.AddDays(days), Last, $"{Name} from {Text(First.AddDays(days))}");

    /// <summary>The range's name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
