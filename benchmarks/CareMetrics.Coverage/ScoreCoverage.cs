using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Coverage;

/// <summary>Net Promoter Score of independent answers, and its change.</summary>
internal static class ScoreCoverage
{
    private const int Steps = 20;

    private static readonly (int B, int C)[] Cells =
        [.. from b in Enumerable.Range(1, Steps - 1) from c in Enumerable.Range(1, Steps - 1) where b + c < Steps select (b, c)];

    internal static CoverageTable Score()
    {
        (string[], Share[]) Row(int n)
        {
            NpsTally[] outcomes = Outcomes(n);
            double[][] chances = [.. Cells.Select(cell => Chances(outcomes, cell))];
            Share Column(NpsMethod method)
            {
                Interval[] limits = [.. outcomes.Select(tally => Interval.Of(NetPromoter.Score(tally, method: method).Score))];
                return Share.Of([.. Cells.Select((cell, i) => Grid.Coverage(limits, chances[i], 100.0 * (cell.C - cell.B) / Steps))]);
            }

            return ([Label.Of(n)], [Column(NpsMethod.Score), Column(NpsMethod.AdjustedWald), Column(NpsMethod.Wald)]);
        }

        return new()
        {
            Heading = "One score, independent answers",
            Text = """
                By exact enumeration over every possible tally. Shares of detractors, passives and promoters at least .05 on a grid of .05. The score
                interval is honest from ten answers up; Wald, which most tools print, is not at fifty.
                """,
            Cases = ["answers"],
            Methods = ["score (default) mean / worst", "adjusted Wald", "Wald"],
            Defaults = [(0, "score test inverted", "Net Promoter Score")],
            Rows = [Row(10), Row(20), Row(50)],
        };
    }

    internal static CoverageTable Change()
    {
        (string[], Share[]) Row(int n0, int n1)
        {
            (NpsTally[] before, NpsTally[] now) = (Outcomes(n0), Outcomes(n1));
            Share Column(Func<NpsTally, NpsTally, Estimate> change) => Share.Of(
                DifferenceCoverage(before, now, Grid.Intervals(before.Length - 1, now.Length - 1, (i, k) => Interval.Of(change(before[i], now[k])))));
            return ([Label.Of(n0, n1)], [Column((a, b) => NpsTally.Change(a, b, 0.95)), Column((a, b) => NetPromoter.WaldChange(a, b).Change)]);
        }

        return new()
        {
            Heading = "A difference of two scores, independent answers",
            Text = "The same, over all pairs of cells for the baseline and the current period. Wald is worst where one side has few answers.",
            Cases = ["answers"],
            Methods = ["MOVER of score limits (default) mean / worst", "Wald"],
            Defaults = [(0, "MOVER of score limits", "change of score")],
            Rows = [Row(10, 10), Row(20, 20), Row(10, 50)],
        };
    }

    private static NpsTally[] Outcomes(int n) =>
        [.. from b in Enumerable.Range(0, n + 1) from c in Enumerable.Range(0, n - b + 1) select new NpsTally(b, n - b - c, c)];

    private static double[] Chances(NpsTally[] outcomes, (int B, int C) cell)
    {
        double[] shares = [cell.B / (double)Steps, (Steps - cell.B - cell.C) / (double)Steps, cell.C / (double)Steps];
        return [.. outcomes.Select(tally => Chance.Multinomial([(int)tally.Detractors, (int)tally.Passives, (int)tally.Promoters], shares))];
    }

    private static List<double> DifferenceCoverage(NpsTally[] before, NpsTally[] now, Interval[,] limits)
    {
        double[][] first = [.. Cells.Select(cell => Chances(before, cell))];
        double[][] second = [.. Cells.Select(cell => Chances(now, cell))];
        var covered = new List<double>();
        // The truth takes few values; for each, which pairs of tallies hold it is found once.
        foreach (var truth in from i in Enumerable.Range(0, Cells.Length)
                              from k in Enumerable.Range(0, Cells.Length)
                              group (i, k) by Cells[k].C - Cells[k].B - (Cells[i].C - Cells[i].B))
        {
            bool[,] holds = new bool[before.Length, now.Length];
            for (int b = 0; b < before.Length; b++)
            {
                for (int n = 0; n < now.Length; n++)
                {
                    holds[b, n] = limits[b, n].Holds(100.0 * truth.Key / Steps);
                }
            }

            foreach (var byFirst in truth.GroupBy(pair => pair.i))
            {
                double[] reach = new double[now.Length];
                for (int b = 0; b < before.Length; b++)
                {
                    for (int n = 0; n < now.Length; n++)
                    {
                        reach[n] += holds[b, n] ? first[byFirst.Key][b] : 0;
                    }
                }

                covered.AddRange(byFirst.Select(pair => reach.Zip(second[pair.k], (p, q) => p * q).Sum()));
            }
        }

        return covered;
    }
}
