using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

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

        foreach ((int place, List<CustomerPart> parts) in PartsByPlace(totals.Customers, places, rolled.Cells.Count).Index())
        {
            _ = Joined(rolled[place], parts);
        }

        return CellTable.Of(query, rolled, null, id => periods[id], rolled.KnowsCustomers);
    }

    /// <summary>The customers of two periods, each of the length counted or made of such.</summary>
    internal static NpsPanelTally Panel(
        NpsScale scale, CellSet totals, PeriodIndex periods, LatestByCustomer? latest, Period baseline, Period current)
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

        List<CustomerPart>[] parts = PartsByPlace(totals.Customers, sideOf, sides.Length);
        foreach (ref readonly LatestAnswer answer in latest is null ? default : latest.Standing)
        {
            // Added already: the only answer of a customer in a period.
            if (sideOf[answer.Cells[0]] is var side and not Neither)
            {
                parts[side].Add(new CustomerPart(answer.Customer, new CustomerAnswers(1, (int)scale.CategoryOf(answer.Score))));
            }
        }

        CustomerAnswers[] before = Joined(sides[Baseline], parts[Baseline]);
        CustomerAnswers[] now = Joined(sides[Current], parts[Current]);
        (long both, long scores, long scoreAnswers, long answerScores, long answers) = (0, 0, 0, 0, 0);
        for (int customer = 0; customer < Math.Min(before.Length, now.Length); customer++)
        {
            (CustomerAnswers was, CustomerAnswers its) = (before[customer], now[customer]);
            both += was.Answers > 0 && its.Answers > 0 ? 1 : 0;
            scores += (long)was.Score * its.Score;
            scoreAnswers += (long)was.Score * its.Answers;
            answerScores += (long)was.Answers * its.Score;
            answers += (long)was.Answers * its.Answers;
        }

        return new NpsPanelTally(sides[Baseline].Customers, sides[Current].Customers, both, scores, scoreAnswers, answerScores, answers);
    }

    /// <summary>What each customer said in each cell, by the place to which the cell goes: a place at a time, customers are found without a table.</summary>
    private static List<CustomerPart>[] PartsByPlace(CustomerTable customers, int[] places, int count)
    {
        List<CustomerPart>[] parts = [.. Enumerable.Range(0, count).Select(_ => new List<CustomerPart>())];
        customers.ForEach((customer, cell, answers) =>
        {
            if (places[cell] != Neither)
            {
                parts[places[cell]].Add(new CustomerPart(customer, answers));
            }
        });
        return parts;
    }

    /// <summary>Joins the parts of each customer in a cell to which they were added apart.</summary>
    /// <returns>All answers of each customer, by the customer's number.</returns>
    private static CustomerAnswers[] Joined(CellCounts cell, List<CustomerPart> parts)
    {
        var whole = new CustomerAnswers[parts.Count == 0 ? 0 : parts.Max(part => part.Customer) + 1];
        foreach (CustomerPart part in parts)
        {
            cell.Join(part.Answers, ref whole[part.Customer]);
        }

        return whole;
    }

    private readonly record struct CustomerPart(int Customer, CustomerAnswers Answers);
}
