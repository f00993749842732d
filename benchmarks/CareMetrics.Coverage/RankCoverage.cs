using CareMetrics.Statistics;

namespace CareMetrics.Coverage;

/// <summary>Shifts of lists by their ranks.</summary>
internal static class RankCoverage
{
    internal static CoverageTable Shift(Simulation simulation)
    {
        (string[], Share[]) Row(string name, Func<Draws, double> draw, double median, int n0, int n1) => ([name, Label.Of(n0, n1)], simulation.Row(3, (draws, holds) =>
        {
            const double Up = 2;
            double[] before = [.. Enumerable.Range(0, n0).Select(_ => draw(draws))];
            double[] now = [.. Enumerable.Range(0, n1).Select(_ => draw(draws) + Up)];
            holds[0] = Interval.Of(Ranks.Test(before, now).Shift).Holds(Up);
            holds[1] = Interval.Of(Ranks.Test(before, now, method: RankMethod.Normal).Shift).Holds(Up);
            Estimate middle = Ranks.Compare(before, now).Baseline;
            holds[2] = middle.Lower is null ? null : Interval.Of(middle).Holds(median);
        }));

        (string, Func<Draws, double>, double)[] shapes =
        [
            ("exponential", draws => 5 * draws.Exponential(), 5 * Math.Log(2)),
            ("whole numbers, many tied", draws => Math.Floor(5 * draws.Exponential()), 3),
        ];
        return new()
        {
            Heading = "A shift by ranks",
            Text = """
                By simulation: a list and one of the same shape that is higher by 2. The limits are exact with fewer than fifty values a side, normal else: without ties what they hold does not
                depend on the shape of the data, and is their claim or a step of the order more; ties make it more yet. The normal distribution is as good, and no quicker with so few. The median of five has
                no limits that reach 95%, and so none.
                """,
            Cases = ["data", "n"],
            Methods = ["Hodges–Lehmann shift (default)", "the same, normal order", "median of the baseline (default)"],
            Defaults = [(0, "Hodges–Lehmann", "shift of ordinals, places and times"), (2, "order statistics", "their median")],
            IsSimulated = true,
            Rows = [.. from shape in shapes from n in ((int, int)[])[(5, 5), (8, 12), (20, 20), (15, 60)] select Row(shape.Item1, shape.Item2, shape.Item3, n.Item1, n.Item2)],
        };
    }
}
