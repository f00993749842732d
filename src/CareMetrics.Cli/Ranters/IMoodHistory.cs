using System.Numerics;
using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The answers of every customer that decide on the mood before and after.</summary>
internal interface IMoodHistory
{
    /// <summary>The pairs of the customers whose groups fit.</summary>
    HistoryTally Tally(Func<int, bool> fits);

    long Count(Func<int, bool> fits);

    /// <summary>Visits every ranter of the pairs, seen again or not: the number, the groups, and whether a raver now.</summary>
    void ForEachRanter(Action<int, int, bool> visit);

    /// <summary>The scores before, and two of the same customers with nothing known to lie between; empty where a mood before was named without a score.</summary>
    (MeanTally Before, CorrelationTally Repeat) Scores();
}

/// <summary>Moods at one instant, a bit each.</summary>
internal static class Moods
{
    /// <summary>An instant of the calendar: a time zone may carry its first and its last day out of it.</summary>
    internal static DateTimeOffset At(long ticks) => new(Math.Clamp(ticks, 0, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>Whether a mood before and one after, or none, tell of a ranter; two moods at one instant tell nothing.</summary>
    internal static bool IsRanter(byte before, byte after, out bool turned)
    {
        turned = after == 1 << (Mood.Raver - Mood.Ranter);
        return before == 1 && BitOperations.PopCount(after) <= 1;
    }

    internal static void AddTo(Action<int, DateTimeOffset, Mood> history, int customer, long ticks, byte moods)
    {
        for (Mood mood = Mood.Ranter; mood <= Mood.Raver; mood++)
        {
            if ((moods & 1 << (mood - Mood.Ranter)) != 0)
            {
                history(customer, At(ticks), mood);
            }
        }
    }
}
