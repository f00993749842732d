using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Coverage;

/// <summary>The same subjects before and after: of a yes or no, and of three moods.</summary>
internal static class PairedCoverage
{
    private static readonly double[][] Shares = [[0.2, 0.4, 0.4], [0.1, 0.3, 0.6], [0.5, 0.3, 0.2], [1 / 3.0, 1 / 3.0, 1 / 3.0]];

    internal static CoverageTable Difference()
    {
        double[] rates = Grid.Steps(0.1, 0.9, 0.1);
        (string[], Share[]) Row(int n, double correlation)
        {
            (int[] Cells, PairedProportionTally Tally)[] outcomes =
                [.. Chance.Placements(n, 4).Select(cells => (cells, new PairedProportionTally(cells[0], cells[1], cells[2], cells[3])))];
            (double[] Cells, double Change)[] truths =
            [
                .. from before in rates
                   from after in rates
                   let kept = before * after + correlation * Math.Sqrt(before * (1 - before) * after * (1 - after))
                   let cells = (double[])[kept, before - kept, after - kept, 1 - before - after + kept]
                   where cells.Min() >= 0.01
                   select (cells, after - before),
            ];
            double[][] chances = [.. truths.Select(truth => outcomes.Select(outcome => Chance.Multinomial(outcome.Cells, truth.Cells)).ToArray())];
            Share Column(PairedDifferenceMethod method)
            {
                Interval[] limits = [.. outcomes.Select(outcome => Interval.Of(PairedProportion.Difference(outcome.Tally, method: method)))];
                return Share.Of([.. truths.Select((truth, i) => Grid.Coverage(limits, chances[i], truth.Change))]);
            }

            return ([Label.Of(n), Label.Of(correlation)], [Column(PairedDifferenceMethod.Tango), Column(PairedDifferenceMethod.Newcombe)]);
        }

        return new()
        {
            Heading = "A difference of paired proportions",
            Text = """
                By exact enumeration over every table. Both shares from .1 to .9 on a grid of .1, correlated by φ as far as each cell keeps .01. Both are near their claim from ten
                subjects on, and wide where few of few change; with forty Tango is the closer on average.
                """,
            Cases = ["subjects", "φ"],
            Methods = ["Tango (default) mean / worst", "Newcombe"],
            Defaults = [(0, "Tango", "net conversion of ranters and ravers")],
            Rows = [.. from n in (int[])[10, 20, 40] from correlation in (double[])[0, 0.3, 0.6] select Row(n, correlation)],
        };
    }

    internal static CoverageTable Score()
    {
        const int People = 10;
        (int[] Cells, Interval Mover, Interval Wald)[] outcomes = [.. Chance.Placements(People, 9).Select(cells => (cells, Change(cells, PairedScoreMethod.Mover), Change(cells, PairedScoreMethod.Wald)))];
        (string[], Share[]) Row(double alike)
        {
            double[][] truths = [.. from before in Shares from after in Shares select Truth(before, after, alike)];
            double[] changes = [.. truths.Select(Points)];
            double[] mover = new double[truths.Length];
            double[] wald = new double[truths.Length];
            foreach ((int[] cells, Interval byMover, Interval byWald) in outcomes)
            {
                for (int i = 0; i < truths.Length; i++)
                {
                    double chance = Chance.Multinomial(cells, truths[i]);
                    mover[i] += byMover.Holds(changes[i]) ? chance : 0;
                    wald[i] += byWald.Holds(changes[i]) ? chance : 0;
                }
            }

            return ([Label.Of(People), Label.Of(alike)], [Share.Of(mover), Share.Of(wald)]);
        }

        return new()
        {
            Heading = "A change of score of the same people",
            Text = """
                By exact enumeration over every table of before and after, for all pairs of four sets of shares (of ranters, neutrals and ravers: 20, 40, 40%; 10, 30, 60%; 50, 30, 20%; thirds). A part
                of the people answers alike, as far as the shares allow, and the rest independently of what they said before. MOVER is one to three points short of its claim, Wald four to seven.
                """,
            Cases = ["people", "alike"],
            Methods = ["MOVER with correlation (default) mean / worst", "Wald"],
            Defaults = [(0, "MOVER with correlation", "ranter to raver: change of score")],
            Rows = [Row(0), Row(0.3), Row(0.6)],
        };
    }

    internal static CoverageTable LargerScore(Simulation simulation)
    {
        (string[], Share[]) Row(int people, double alike)
        {
            double[] truth = Truth(Shares[2], Shares[0], alike);
            double change = Points(truth);
            return ([Label.Of(people), Label.Of(alike)], simulation.Row(2, (draws, holds) =>
            {
                int[] cells = new int[9];
                for (int i = 0; i < people; i++)
                {
                    (int cell, double left) = (0, draws.Uniform());
                    while (cell < 8 && left >= truth[cell])
                    {
                        left -= truth[cell++];
                    }

                    cells[cell]++;
                }

                holds[0] = Change(cells, PairedScoreMethod.Mover).Holds(change);
                holds[1] = Change(cells, PairedScoreMethod.Wald).Holds(change);
            }));
        }

        return new()
        {
            Heading = "The same of more people",
            Text = "By simulation, from 50, 30 and 20% before to 20, 40 and 40% after. Wald catches up: at fifty people they differ by a point.",
            Cases = ["people", "alike"],
            Methods = ["MOVER with correlation (default)", "Wald"],
            IsSimulated = true,
            Rows = [.. from people in (int[])[20, 50, 200] from alike in (double[])[0, 0.6] select Row(people, alike)],
        };
    }

    private static Interval Change(int[] cells, PairedScoreMethod method)
    {
        TransitionRow Row(int at) => new(cells[at], cells[at + 1], cells[at + 2]);
        return Interval.Of(RanterToRaver.ScoreChange(new TransitionTally(Row(0), Row(3), Row(6)), method: method).Change);
    }

    private static double Points(double[] cells) => 100 * cells.Select((share, i) => share * (i % 3 - i / 3)).Sum();

    private static double[] Truth(double[] before, double[] after, double alike)
    {
        double[] cells = [.. from was in before from became in after select (1 - alike) * was * became];
        (int row, int column, double ofRow, double ofColumn) = (0, 0, before[0], after[0]);
        while (row < 3 && column < 3)
        {
            double both = Math.Min(ofRow, ofColumn);
            cells[3 * row + column] += alike * both;
            (ofRow, ofColumn) = (ofRow - both, ofColumn - both);
            (row, ofRow) = ofRow <= 1e-12 ? (row + 1, row < 2 ? before[row + 1] : 0) : (row, ofRow);
            (column, ofColumn) = ofColumn <= 1e-12 ? (column + 1, column < 2 ? after[column + 1] : 0) : (column, ofColumn);
        }

        return cells;
    }
}
