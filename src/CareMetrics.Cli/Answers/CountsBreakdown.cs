using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>The cells of one breakdown of a file of counts.</summary>
internal sealed class CountsBreakdown
{
    private readonly AnswerQuery _query;
    private readonly bool _byPeriod;
    private readonly bool _hasTotals;
    private readonly CellSet _totals;
    private readonly CellSet? _groups;

    /// <param name="query">What to count.</param>
    /// <param name="by">The columns of the groups.</param>
    /// <param name="byPeriod">Whether periods are told apart.</param>
    /// <param name="hasTotals">Whether rows without a group are the totals, as in closed periods, and not a slip.</param>
    internal CountsBreakdown(AnswerQuery query, IReadOnlyList<string> by, bool byPeriod, bool hasTotals = false)
    {
        _hasTotals = hasTotals;
        _query = query;
        _byPeriod = byPeriod;
        Grouping = by.Count == 0 ? null : new Grouping(by);
        _totals = new CellSet(null, !byPeriod, query.Scale, knowsCustomers: false);
        _groups = Grouping is null ? null : new CellSet(Grouping, false, query.Scale, knowsCustomers: false);
    }

    internal Grouping? Grouping { get; }

    internal void Add(TableFile file, in RowCounts row, int period)
    {
        period = _byPeriod ? period : 0;
        if (!row.IsPart)
        {
            _totals[_totals.IndexOf(period)].Add(row);
        }

        if (_groups is not null && (row.IsPart || !_hasTotals))
        {
            Grouping!.ReadWhole(file);
            _groups[_groups.IndexOf(period)].Add(row);
        }
    }

    /// <param name="periods">The periods by their numbers.</param>
    /// <param name="ofTotals">Whether the totals told the sums over customers.</param>
    /// <param name="ofGroups">Whether the groups told theirs.</param>
    internal IReadOnlyList<AnswerCell> Cells(Func<int, Period> periods, bool ofTotals, bool ofGroups) =>
        CellTable.Of(_query, _totals, _groups, _byPeriod ? periods : null, ofTotals, ofGroups);
}
