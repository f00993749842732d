using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli.Answers;

/// <summary>What the totals of short periods come to in longer ones, customer by customer.</summary>
internal static class LongerPeriods
{
    private const int Baseline = 0;
    private const int Current = 1;
    private const int Neither = -1;

    /// <summary>The totals of longer periods that these fill. Not of latest answers, which are not those of the shorter periods.</summary>
    internal static IReadOnlyList<AnswerCell> Cells(AnswerQuery query, CellSet totals, PeriodIndex shorter, PeriodKind longer)
    {
        var (periods, rolled) = (new PeriodIndex(longer), new CellSet(null, false, query.Scale, totals.KnowsCustomers));
        int[] places = new int[totals.Cells.Count];
        for (int i = 0; i < places.Length; i++)
        {
            CellCounts cell = totals[i];
            places[i] = rolled.IndexOf(cell.Period == CellCounts.NoPeriod ? CellCounts.NoPeriod : periods.IdOf(shorter[cell.Period].Start.DayNumber));
            rolled[places[i]].Add(cell);
        }

        totals.Customers.ForEach((customer, cell, answers) => rolled[places[cell]].Join(answers, ref rolled.Customers[customer, places[cell]]));
        return CellTable.Of(query, rolled, null, id => periods[id], rolled.KnowsCustomers);
    }

    /// <summary>The customers of two periods, each of the length counted or made of such.</summary>
    internal static NpsPanelTally Panel(
        NpsScale scale, CellSet totals, PeriodIndex periods, LatestAnswers? latest, Period baseline, Period current)
    {
        CellCounts[] sides = [new(Baseline, CellCounts.Total, scale), new(Current, CellCounts.Total, scale)];
        int[] sideOf = [.. totals.Cells.Select(cell =>
            cell.Period == CellCounts.NoPeriod ? Neither
            : baseline.Contains(periods[cell.Period].Start) ? Baseline
            : current.Contains(periods[cell.Period].Start) ? Current : Neither)];
        for (int i = 0; i < sideOf.Length; i++)
        {
            if (sideOf[i] != Neither)
            {
                sides[sideOf[i]].Add(totals[i]);
            }
        }

        var customers = new CustomerTable();
        totals.Customers.ForEach((customer, cell, answers) =>
        {
            if (sideOf[cell] != Neither)
            {
                sides[sideOf[cell]].Join(answers, ref customers[customer, sideOf[cell]]);
            }
        });
        foreach (ref readonly LatestAnswer answer in latest is null ? default : latest.Standing)
        {
            if (sideOf[answer.Cells[0]] is var side and not Neither)
            {
                customers[answer.Customer, side] = new CustomerAnswers(1, (int)scale.Category(answer.Score));
            }
        }

        return Sum(sides[Baseline].Customers, sides[Current].Customers, customers);
    }

    private static NpsPanelTally Sum(NpsCustomerTally baseline, NpsCustomerTally current, CustomerTable customers)
    {
        var now = new List<(int Customer, CustomerAnswers Answers)>();
        customers.ForEach((customer, side, answers) =>
        {
            if (side == Current)
            {
                now.Add((customer, answers));
            }
        });

        // A customer of whom there is nothing in the baseline adds 0 to every sum.
        (long both, long scores, long scoreAnswers, long answerScores, long answers) = (0, 0, 0, 0, 0);
        foreach ((int customer, CustomerAnswers its) in now)
        {
            CustomerAnswers was = customers[customer, Baseline];
            both += was.Answers > 0 ? 1 : 0;
            scores += (long)was.Score * its.Score;
            scoreAnswers += (long)was.Score * its.Answers;
            answerScores += (long)was.Answers * its.Score;
            answers += (long)was.Answers * its.Answers;
        }

        return new NpsPanelTally(baseline, current, both, scores, scoreAnswers, answerScores, answers);
    }
}
