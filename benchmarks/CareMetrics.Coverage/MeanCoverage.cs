using CareMetrics.Statistics;

namespace CareMetrics.Coverage;

/// <summary>Means, their differences and ratios, and ratios of sums.</summary>
internal static class MeanCoverage
{
    // Baseline means 10; each shape has a mean of 1.
    private const double Before = 10;
    private const double Now = 12;

    private static readonly (string Name, Func<Draws, double> Before, Func<Draws, double> Now)[] Shapes =
    [
        ("normal, sd .3 of the mean", draws => 1 + 0.3 * draws.Normal(), draws => 1 + 0.3 * draws.Normal()),
        ("normal, sd .15 and .45", draws => 1 + 0.15 * draws.Normal(), draws => 1 + 0.45 * draws.Normal()),
        ("lognormal, σ .5", draws => draws.LogNormal(0.5), draws => draws.LogNormal(0.5)),
        ("lognormal, σ 1", draws => draws.LogNormal(1), draws => draws.LogNormal(1)),
    ];

    private static readonly (int, int)[] Sizes = [(10, 10), (10, 50), (50, 10), (100, 100)];

    internal static CoverageTable Difference(Simulation simulation) => new()
    {
        Heading = "A mean and a difference of means",
        Text = """
            By simulation: a baseline with a mean of 10, a current period with 12. Of normal data both keep their level at every size and spread. Of skewed
            data they fall below it, for a mean follows the few large values that a small sample seldom holds; of two equally large sides the difference does not, for there the skew cancels. Where
            that is so compare the [ranks](ranks.md) too, or gather more.
            """,
        Cases = ["data", "n"],
        Methods = ["difference, Welch (default)", "mean of the baseline, Student's t (default)"],
        Defaults = [(0, "Welch", "change of a mean"), (1, "Student's t", "mean")],
        IsSimulated = true,
        Rows = Rows((shape, n0, n1) => simulation.Row(2, (draws, holds) =>
        {
            (MeanTally before, MeanTally now) = Tallies(draws, shape, n0, n1);
            holds[0] = Interval.Of(MeanTally.Change(before, now, 0.95)).Holds(Now - Before);
            holds[1] = Interval.Of(MeanTally.Estimate(before, 0.95)).Holds(Before);
        })),
    };

    internal static CoverageTable Relative(Simulation simulation) => new()
    {
        Heading = "A relative change of means",
        Text = """
            The same data, the ratio 1.2. All three are right for normal data. For much skewed data none is throughout with ten on a side; delta, which most tools print, is the furthest off at
            worst, and log-delta and Fieller are alike. Log-delta is the default because it is an interval always, and never goes below −100%; Fieller may be the whole line, which holds every truth.
            """,
        Cases = ["data", "n"],
        Methods = ["log-delta (default)", "delta", "Fieller"],
        Defaults = [(0, "log-delta", "relative change of a mean")],
        IsSimulated = true,
        Rows = Rows((shape, n0, n1) => simulation.Row(3, (draws, holds) =>
        {
            (MeanTally before, MeanTally now) = Tallies(draws, shape, n0, n1);
            foreach (RatioMethod method in Enum.GetValues<RatioMethod>())
            {
                RatioInterval ratio = Ratio.Of(before, now, method: method);
                holds[(int)method] = ratio.Contains(Now / Before);
            }
        })),
    };

    internal static CoverageTable Sums(Simulation simulation)
    {
        const double PerOrder = 25;
        (string[], Share[]) Row(double sigma, int n) => ([sigma == 0.5 ? "lognormal, σ .5" : "lognormal, σ 1", Label.Of(n)], simulation.Row(2, (draws, holds) =>
        {
            RatioTally tally = RatioTally.Empty;
            for (int i = 0; i < n; i++)
            {
                double orders = 1 + draws.Poisson(3);
                tally = tally.Add(orders * PerOrder * draws.LogNormal(sigma), orders);
            }

            holds[0] = Interval.Of(RatioTally.Estimate(tally, 0.95)).Holds(PerOrder);
            holds[1] = Ratio.OfSums(tally).Contains(PerOrder);
        }));

        return new()
        {
            Heading = "A ratio of sums",
            Text = """
                By simulation: customers with 1 and Poisson 3 more orders, each customer's revenue an order skewed about 25. Few customers and much skew leave
                either interval well below its claim, as any interval of a mean; Fieller a point or two less.
                """,
            Cases = ["revenue an order", "customers"],
            Methods = ["linearised t (default)", "Fieller"],
            Defaults = [(0, "linearised t", "ratio of sums, such as revenue an order")],
            IsSimulated = true,
            Rows = [.. from sigma in (double[])[0.5, 1] from n in (int[])[10, 30, 100] select Row(sigma, n)],
        };
    }

    private static (string[], Share[])[] Rows(Func<int, int, int, Share[]> row) =>
        [.. from shape in Enumerable.Range(0, Shapes.Length) from n in Sizes select ((string[])[Shapes[shape].Name, Label.Of(n.Item1, n.Item2)], row(shape, n.Item1, n.Item2))];

    private static (MeanTally Before, MeanTally Now) Tallies(Draws draws, int shape, int n0, int n1)
    {
        MeanTally Tally(Func<Draws, double> draw, double mean, int n)
        {
            MeanTally tally = MeanTally.Empty;
            for (int i = 0; i < n; i++)
            {
                tally = tally.Add(mean * draw(draws));
            }

            return tally;
        }

        return (Tally(Shapes[shape].Before, Before, n0), Tally(Shapes[shape].Now, Now, n1));
    }
}
