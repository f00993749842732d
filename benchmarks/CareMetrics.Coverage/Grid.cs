namespace CareMetrics.Coverage;

/// <summary>Two independent counts, all their pairs, and which of them hold a truth.</summary>
internal static class Grid
{
    /// <summary>From the first to the last in steps, each without the rounding of a sum.</summary>
    internal static double[] Steps(double first, double last, double step) =>
        [.. Enumerable.Range(0, (int)Math.Round((last - first) / step) + 1).Select(i => Math.Round(first + i * step, 9))];

    /// <summary>The intervals of all pairs of counts up to the most of each side.</summary>
    internal static Interval[,] Intervals(int mostBefore, int mostNow, Func<int, int, Interval> interval)
    {
        var all = new Interval[mostBefore + 1, mostNow + 1];
        for (int before = 0; before <= mostBefore; before++)
        {
            for (int now = 0; now <= mostNow; now++)
            {
                all[before, now] = interval(before, now);
            }
        }

        return all;
    }

    /// <summary>The chance of an interval that holds the truth.</summary>
    internal static double Coverage(Interval[,] intervals, double[] before, double[] now, double truth)
    {
        double covered = 0;
        for (int i = 0; i < before.Length; i++)
        {
            for (int k = 0; k < now.Length; k++)
            {
                covered += intervals[i, k].Holds(truth) ? before[i] * now[k] : 0;
            }
        }

        return covered;
    }

    internal static double Coverage(Interval[] intervals, double[] chances, double truth) =>
        chances.Select((chance, x) => intervals[x].Holds(truth) ? chance : 0).Sum();
}
