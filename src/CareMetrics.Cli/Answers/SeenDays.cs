using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Which days were seen: those that answers reach, and those of periods that came counted.</summary>
internal sealed record SeenDays
{
    /// <summary>The days of answers, from the first on which one looked to the last with a row; null where no answers were read.</summary>
    public DateRange? OfAnswers { get; init; }

    /// <summary>The days of periods that came counted.</summary>
    public IReadOnlyList<DateRange> OfCounts { get; init; } = [];

    /// <summary>The closed periods, whose days are told among those of counts alone; null where there are none.</summary>
    public ClosedPeriods? Closed { get; init; }

    /// <summary>The last day that was seen.</summary>
    public DateOnly Last => OfCounts.Select(range => range.Last).Concat(OfAnswers is { } days ? [days.Last] : []).Max();

    /// <summary>The day after the last that was seen: without being told, one looks on that day.</summary>
    public DateOnly DayAfter => After(Last);

    public static DateOnly After(DateOnly day) => day == DateOnly.MaxValue ? day : day.AddDays(1);

    /// <summary>The days that answers reach. Before the first answer nobody looked, unless the wait for it is one that the answers know.</summary>
    /// <param name="first">The first day with a row.</param>
    /// <param name="last">The last.</param>
    /// <param name="answered">The days with answers, in any order.</param>
    public static DateRange Reach(DateOnly first, DateOnly last, IEnumerable<int> answered)
    {
        int[] days = [.. answered.Order()];
        int longest = days.Zip(days.Skip(1)).Select(pair => pair.Second - pair.First - 1).DefaultIfEmpty().Max();
        return new DateRange(DateOnly.FromDayNumber(Math.Max(0, first.DayNumber - longest)), last);
    }

    /// <summary>The days of answers, those until one looks among them: a day without answers is seen all the same.</summary>
    public static IEnumerable<DateOnly> Until(DateRange reach, DateOnly asOf)
    {
        int to = Math.Max(reach.Last.DayNumber, asOf.DayNumber - 1);
        return Enumerable.Range(reach.First.DayNumber, to - reach.First.DayNumber + 1).Select(DateOnly.FromDayNumber);
    }

    /// <summary>How much of a range was seen.</summary>
    public Completeness Of(DateRange range, DateOnly asOf, int answerWindow)
    {
        IEnumerable<DateOnly> open = OfAnswers is { } reach ? Until(reach, asOf).Where(day => range.Contains(day) && Closed?.Contains(day.DayNumber) != true) : [];
        IEnumerable<DateOnly> counted = OfCounts.Where(range.Overlaps).SelectMany(days => Enumerable.Range(days.First.DayNumber, days.Days).Select(DateOnly.FromDayNumber));
        return Completeness.Of(range, open.Concat(counted), asOf, answerWindow);
    }
}
