namespace CareMetrics.Periods;

/// <summary>How days are cut into numbered periods. <c>null</c> stands for what lies outside: of the calendar, or of a list of boundaries.</summary>
internal abstract class PeriodRule
{
    /// <summary>The periods in the plural, for messages.</summary>
    internal abstract string Unit { get; }

    /// <summary>How a period is written, for messages.</summary>
    internal abstract string Form { get; }

    /// <summary>How one and several are written, for messages.</summary>
    internal virtual string Forms => $"{Form}, and several as first{DateRange.Separator}last";

    /// <summary>Whether a range and its partner have as many periods. Days do not: a leap day has none.</summary>
    internal virtual bool IsPairedOneByOne => true;

    /// <summary>The number of the period a day lies in; neighbours are one apart.</summary>
    internal abstract int? IndexOf(DateOnly day);

    /// <summary>The period of a number.</summary>
    internal abstract DateRange? At(int index);

    /// <summary>The number of the same period a year before.</summary>
    internal abstract int? LastYear(int index);

    /// <summary>The number of the period so written.</summary>
    internal abstract int? Find(string text);

    /// <summary>A range between two day numbers, or none where the calendar does not hold it.</summary>
    internal static DateRange? Make(long first, long last, string name) => first >= 0 && last <= DateOnly.MaxValue.DayNumber
        ? new(DateOnly.FromDayNumber((int)first), DateOnly.FromDayNumber((int)last), name)
        : null;
}

/// <summary>Each day by itself; last year's is that of the same date.</summary>
internal sealed class DayRule : PeriodRule
{
    internal override string Unit => "days";

    internal override string Form => "2026-03-01";

    internal override bool IsPairedOneByOne => false;

    internal override int? IndexOf(DateOnly day) => day.DayNumber;

    internal override DateRange? At(int index) => index >= 0 && index <= DateOnly.MaxValue.DayNumber
        ? new(DateOnly.FromDayNumber(index), DateOnly.FromDayNumber(index))
        : null;

    internal override int? LastYear(int index)
    {
        var day = DateOnly.FromDayNumber(index);
        bool isLeapDay = day is { Month: 2, Day: 29 };
        return isLeapDay || day.Year == 1 ? null : new DateOnly(day.Year - 1, day.Month, day.Day).DayNumber;
    }

    internal override int? Find(string text) => DateRange.IsDay(text, out DateOnly day) ? day.DayNumber : null;
}

/// <summary>ISO weeks; last year's is the one of the same number.</summary>
internal sealed class IsoWeekRule : PeriodRule
{
    private const int DaysOfWeek = 7;

    internal override string Unit => "ISO weeks";

    internal override string Form => "2026-W07";

    // Day 0 of the calendar is a Monday.
    internal override int? IndexOf(DateOnly day) => day.DayNumber / DaysOfWeek;

    internal override DateRange? At(int index) =>
        index >= 0 && (long)index * DaysOfWeek + DaysOfWeek - 1 <= DateOnly.MaxValue.DayNumber ? DateRange.Of(Week(index)) : null;

    internal override int? LastYear(int index)
    {
        string name = Week(index).ToString();
        int year = int.Parse(name.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture) - 1;
        return Find($"{year:D4}{name[4..]}");
    }

    internal override int? Find(string text) =>
        Period.TryParse(text, out Period week) && week.Kind == PeriodKind.Week ? IndexOf(week.Start) : null;

    private static Period Week(int index) => Period.Containing(DateOnly.FromDayNumber(index * DaysOfWeek), PeriodKind.Week);
}

/// <summary>The caller's own boundaries.</summary>
internal sealed class BoundaryRule(DateOnly[] starts, int? periodsPerYear) : PeriodRule
{
    internal override string Unit => "periods between the boundaries";

    internal override string Form => DateRange.NameOfDays(starts[0], starts[1].AddDays(-1));

    internal override string Forms => $"{Form}, from one boundary to the day before another";

    internal override int? IndexOf(DateOnly day)
    {
        int found = Array.BinarySearch(starts, day);
        return found >= 0 ? found : ~found - 1;
    }

    internal override DateRange? At(int index) =>
        index >= 0 && index < starts.Length - 1 ? new(starts[index], starts[index + 1].AddDays(-1)) : null;

    internal override int? LastYear(int index) => index - periodsPerYear;

    // A text of days is read as a range, not as one period.
    internal override int? Find(string text) => null;
}
