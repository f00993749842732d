using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Satisfaction;

namespace CareMetrics.Cli;

/// <summary>Orders cells as they are shown: by period, those without one last; in a period by group, the total last.</summary>
internal static class CellTable
{
    /// <param name="query">What the cells are to know of their answers.</param>
    /// <param name="totals">The total of every period.</param>
    /// <param name="groups">The groups of every period, or null.</param>
    /// <param name="periods">The periods by their numbers; null where there are none.</param>
    /// <param name="customersKnown">Whether the totals know their customers.</param>
    /// <param name="ofGroups">Whether the groups know theirs; null where they know what the totals know.</param>
    internal static IReadOnlyList<AnswerCell> Of(
        AnswerQuery query, CellSet totals, CellSet? groups, Func<int, Period>? periods, bool customersKnown, bool? ofGroups = null)
    {
        IEnumerable<CellCounts> found = groups is null ? totals.Cells : totals.Cells.Concat(groups.Cells);
        IEnumerable<AnswerCell> cells = found.Select(cell => new AnswerCell
        {
            Group = cell.Group == CellCounts.Total ? null : groups!.Grouping!.Name(cell.Group),
            GroupKey = cell.Group == CellCounts.Total ? null : groups!.Grouping!.Key(cell.Group),
            Period = periods is null || cell.Period == CellCounts.NoPeriod ? null : periods(cell.Period),
            IsUndated = periods is not null && cell.Period == CellCounts.NoPeriod,
            Tally = cell.Tally,
            Customers = (cell.Group == CellCounts.Total ? customersKnown : ofGroups ?? customersKnown) ? cell.Customers : null,
            Weighted = query.WeightColumn is null ? null : cell.Weighted,
            Ratings = query.Ratings is { } scale ? RatingCounts.TallyOf(scale, cell.ByScore, cell.Missing, cell.Invalid) : null,
            IsOfSeveralPeriods = cell.Periods > 1,
            TopScores = cell.TopScores,
            Superseded = cell.Superseded,
            Excluded = cell.Excluded,
        });
        return Ordered(query, cells, customersKnown);
    }

    /// <summary>Orders cells and adds an empty total for every period without a row between the first and the last.</summary>
    internal static IReadOnlyList<AnswerCell> Ordered(AnswerQuery query, IEnumerable<AnswerCell> cells, bool customersKnown)
    {
        List<AnswerCell> all = [.. cells];
        all.AddRange(Gaps(all).Select(period => new AnswerCell
        {
            Period = period,
            Tally = NpsTally.Empty,
            Customers = customersKnown ? NpsCustomerTally.Empty : null,
            Weighted = query.WeightColumn is null ? null : WeightedNpsTally.Empty,
            Ratings = query.Ratings is null ? null : RatingTally.Empty,
        }));
        return
        [
            .. all.OrderBy(cell => cell.Period is null)
                .ThenBy(cell => cell.Period)
                .ThenBy(cell => cell.Group is null)
                .ThenBy(cell => cell.Group, StringComparer.Ordinal),
        ];
    }

    private static List<Period> Gaps(List<AnswerCell> cells)
    {
        List<Period> periods = [.. cells.Select(cell => cell.Period).OfType<Period>().Distinct().Order()];
        var gaps = new List<Period>();
        for (int i = 1; i < periods.Count; i++)
        {
            for (Period period = periods[i - 1].Next(); period.CompareTo(periods[i]) < 0; period = period.Next())
            {
                gaps.Add(period);
            }
        }

        return gaps;
    }
}
