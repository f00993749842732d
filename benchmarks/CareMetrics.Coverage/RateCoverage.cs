using CareMetrics.Statistics;

namespace CareMetrics.Coverage;

/// <summary>Rates of events that are Poisson.</summary>
internal static class RateCoverage
{
    private static readonly RateMethod[] Poisson = [RateMethod.Exact, RateMethod.MidP, RateMethod.Score];

    internal static CoverageTable One()
    {
        (string[], Share[]) Row(string name, double[] means)
        {
            int most = Chance.PoissonMost(means[^1]);
            double[][] chances = [.. means.Select(Chance.Poisson)];
            Share Column(RateMethod method)
            {
                Interval[] limits = [.. Enumerable.Range(0, most + 1).Select(y => Interval.Of(Rate.Estimate(new(y, 1), method: method)))];
                return Share.Of([.. means.Select((mean, i) => Grid.Coverage(limits, chances[i], mean))]);
            }

            return ([name], [.. Poisson.Select(Column)]);
        }

        return new()
        {
            Heading = "One rate, Poisson counts",
            Text = """
                By enumeration over every count that has a chance. One period alone, whose spread nobody knows: the default is then the exact interval, which never covers less than it
                claims and covers more where events are few. Mid-p and the score interval are closer on average, and fall below their claim in places.
                """,
            Cases = ["events expected"],
            Methods = ["exact (default for one period) mean / worst", "mid-p", "score"],
            Defaults = [(0, "exact", "rate of events, one period")],
            Rows = [Row(".5 to 5", Grid.Steps(0.5, 5, 0.01)), Row("5 to 20", Grid.Steps(5, 20, 0.05)), Row("20 to 100", Grid.Steps(20, 100, 0.5))],
        };
    }

    internal static CoverageTable Two()
    {
        (string[], Share[]) Row(string name, double[] means)
        {
            double[][] chances = [.. means.Select(Chance.Poisson)];
            int most = Chance.PoissonMost(means[^1]);
            Share Column(RateMethod method, Func<RateTally, RateTally, RateMethod, Interval> interval, Func<double, double, double> truth)
            {
                Interval[,] limits = Grid.Intervals(most, most, (y0, y1) => interval(new(y0, 1), new(y1, 1), method));
                return Share.Of(
                [
                    .. from i in Enumerable.Range(0, means.Length)
                       from k in Enumerable.Range(0, means.Length)
                       select Grid.Coverage(limits, chances[i], chances[k], truth(means[i], means[k])),
                ]);
            }

            return ([name],
            [
                .. Poisson.Select(method => Column(method, (before, now, by) => Interval.Of(Ratio.Of(before, now, method: by)), (before, now) => now / before)),
                .. Poisson.Select(method => Column(method, (before, now, by) => Interval.Of(Rate.Compare(before, now, method: by).Change), (before, now) => now - before)),
            ]);
        }

        return new()
        {
            Heading = "Two rates, Poisson counts",
            Text = """
                The same of every pair of counts, one period a side, all pairs of the expected numbers. Where neither side has events any ratio is held. Exact, the default for one
                period a side, is on the safe side by two to four points where events are few; mid-p and score are right there.
                """,
            Cases = ["events expected a side"],
            Methods = ["ratio, exact (default for one period) mean / worst", "ratio, mid-p", "ratio, score", "difference, exact (default for one period)", "difference, mid-p", "difference, score"],
            Defaults = [(0, "conditional exact", "ratio of two rates, one period a side"), (3, "MOVER of exact limits", "difference of two rates, one period a side")],
            Rows = [Row("1 to 5", Grid.Steps(1, 5, 0.5)), Row("5 to 20", Grid.Steps(5, 20, 2.5))],
        };
    }
}
