using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Conversion;

/// <summary>How often the interval of a change of score of the same people holds the true change, by enumeration of every table of ten people.</summary>
/// <remarks>
/// The grid: every pair of four sets of shares before and after; of the people, a part answers alike (the most that the shares allow)
/// and the rest independently of what they said before.
/// </remarks>
public class ScoreChangeCoverageTests
{
    private const int People = 10;

    private static readonly double[][] Shares = [[0.2, 0.4, 0.4], [0.1, 0.3, 0.6], [0.5, 0.3, 0.2], [1 / 3.0, 1 / 3.0, 1 / 3.0]];
    private static readonly double[] PartsAlike = [0, 0.3, 0.6];

    [Fact]
    public void At_ten_people_the_default_stays_near_its_level_and_above_Wald()
    {
        (double Alike, double[] Cells, double Change)[] truths =
        [
            .. from alike in PartsAlike
               from before in Shares
               from after in Shares
               let cells = Truth(before, after, alike)
               select (alike, cells, 100 * cells.Select((share, i) => share * (i % 3 - i / 3)).Sum()),
        ];
        double[] mover = new double[truths.Length];
        double[] wald = new double[truths.Length];
        foreach (int[] cells in Tables(People, 9))
        {
            TransitionRow Row(int at) => new(cells[at], cells[at + 1], cells[at + 2]);
            var moves = new TransitionTally(Row(0), Row(3), Row(6));
            Estimate byMover = RanterToRaver.ScoreChange(moves).Change;
            Estimate byWald = RanterToRaver.ScoreChange(moves, method: PairedScoreMethod.Wald).Change;
            for (int i = 0; i < truths.Length; i++)
            {
                double chance = Chance(cells, truths[i].Cells);
                mover[i] += Holds(byMover, truths[i].Change) ? chance : 0;
                wald[i] += Holds(byWald, truths[i].Change) ? chance : 0;
            }
        }

        double Worst(double alike) => truths.Select((truth, i) => truth.Alike == alike ? mover[i] : 1).Min();
        Assert.InRange(Worst(0), 0.928, 0.95);
        Assert.InRange(Worst(0.3), 0.924, 0.95);
        Assert.InRange(Worst(0.6), 0.92, 0.95);
        Assert.InRange(mover.Average(), 0.934, 0.95);
        Assert.InRange(wald.Average(), 0.88, 0.91);
        Assert.InRange(wald.Min(), 0.88, 0.89);
    }

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

    // A limit that is the truth but for rounding holds it.
    private static bool Holds(Estimate change, double truth) => change.Lower - 1e-9 <= truth && truth <= change.Upper + 1e-9;

    private static double Chance(int[] cells, double[] shares)
    {
        (double chance, int placed) = (1, 0);
        for (int i = 0; i < cells.Length; i++)
        {
            for (int k = 1; k <= cells[i]; k++)
            {
                chance *= shares[i] * ++placed / k;
            }
        }

        return chance;
    }

    private static IEnumerable<int[]> Tables(int people, int cells)
    {
        if (cells == 1)
        {
            yield return [people];
            yield break;
        }

        for (int first = 0; first <= people; first++)
        {
            foreach (int[] rest in Tables(people - first, cells - 1))
            {
                yield return [first, .. rest];
            }
        }
    }
}
