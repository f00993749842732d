using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>How far apart the dates of a series are, found from the dates themselves, and so which of them are missing.</summary>
internal sealed class DateSpacing
{
    private readonly Func<DateOnly, DateOnly> _next;

    private DateSpacing(string things, Func<DateOnly, DateOnly> next) => (Things, _next) = (things, next);

    /// <summary>What is missing where a date is: months, weeks, days.</summary>
    internal string Things { get; }

    /// <param name="days">Two or more, in order, each once.</param>
    /// <param name="kind">The length of the periods, where the dates are periods.</param>
    /// <returns>Null where the dates have no one spacing.</returns>
    internal static DateSpacing? Of(IReadOnlyList<DateOnly> days, PeriodKind? kind)
    {
        if (kind is { } length)
        {
            return new DateSpacing(Plural(length), day => Period.Containing(day, length).Next().Start);
        }

        int[] steps = [.. days.Zip(days.Skip(1), (day, next) => next.DayNumber - day.DayNumber)];
        int[] months = [.. days.Zip(days.Skip(1), (day, next) => 12 * (next.Year - day.Year) + next.Month - day.Month)];
        if (days.All(day => day.Day == days[0].Day && day.Day <= 28) && Smallest(months) is (1 or 3 or 6 or 12) and var apart && months.All(step => step % apart == 0))
        {
            return new DateSpacing(apart == 1 ? "months" : apart == 3 ? "quarters" : apart == 6 ? "half-years" : "years", day => day.AddMonths(apart));
        }

        if (days.All(day => day.AddDays(1).Day == 1) && months.All(step => step > 0))
        {
            return new DateSpacing("months", day => day.AddDays(1).AddMonths(1).AddDays(-1));
        }

        if (steps.All(step => step % 7 == 0))
        {
            int weeks = Smallest(steps);
            return steps.All(step => step % weeks == 0) ? new DateSpacing(weeks == 7 ? "weeks" : "dates", day => day.AddDays(weeks)) : null;
        }

        // Where no weekend has a row, weekends are no gaps.
        bool isWeekdays = days.All(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        return steps.Count(step => step == 1) * 2 < steps.Length ? null
            : new DateSpacing(isWeekdays ? "weekdays" : "days", day => isWeekdays && day.DayOfWeek == DayOfWeek.Friday ? day.AddDays(3) : day.AddDays(1));
    }

    /// <summary>The dates between two dates.</summary>
    internal IEnumerable<DateOnly> Between(DateOnly day, DateOnly next)
    {
        for (DateOnly missing = _next(day); missing < next; missing = _next(missing))
        {
            yield return missing;
        }
    }

    private static int Smallest(int[] steps) => steps.Min();

    private static string Plural(PeriodKind kind) => kind switch
    {
        PeriodKind.Week => "weeks",
        PeriodKind.Month => "months",
        PeriodKind.Quarter => "quarters",
        PeriodKind.HalfYear => "half-years",
        _ => "years",
    };
}
