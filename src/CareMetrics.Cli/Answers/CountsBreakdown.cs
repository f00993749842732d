using CareMetrics.Periods;

namespace CareMetrics.Cli.Answers;

/// <summary>The cells of one breakdown of a file of counts.</summary>
internal sealed class CountsBreakdown
{
    private readonly AnswerQuery _query;
    private readonly bool _byPeriod;
    private readonly CellSet _totals;
    private readonly CellSet? _groups;

    internal CountsBreakdown(AnswerQuery query, IReadOnlyList<string> by, bool byPeriod)
    {
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
        _totals[_totals.IndexOf(period)].Add(row);
        if (_groups is not null)
        {
            Grouping!.ReadWhole(file);
            _groups[_groups.IndexOf(period)].Add(row);
        }
    }

    internal IReadOnlyList<AnswerCell> Cells(Func<int, Period> periods) =>
        CellTable.Of(_query, _totals, _groups, _byPeriod ? periods : null, customersKnown: false);
}
