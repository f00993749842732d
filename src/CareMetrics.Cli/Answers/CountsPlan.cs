using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Where the columns of counts stand in one file; −1 where there is none.</summary>
internal sealed record CountsLayout
{
    internal int Score { get; init; } = -1;

    internal int Count { get; init; } = -1;

    internal int Detractors { get; init; } = -1;

    internal int Passives { get; init; } = -1;

    internal int Promoters { get; init; } = -1;

    internal int Missing { get; init; } = -1;

    internal int Period { get; init; } = -1;

    /// <summary>Of closed periods; null in other files of counts.</summary>
    internal ClosedLayout? Closed { get; init; }
}

/// <summary>Where the further columns of closed periods stand.</summary>
internal sealed record ClosedLayout(int Invalid, int Superseded, int Definition, int Seen, int[] Customers, int[] Before, int[] Groups);

/// <summary>What is added up from a file of counts, once the first header is known.</summary>
/// <remarks>One plain breakdown takes the groups and periods that the file has; others take what they name.</remarks>
internal sealed class CountsPlan
{
    private readonly AnswerQuery _query;
    private readonly RowFilter[] _filters;
    private readonly List<CountsBreakdown?> _breakdowns;
    private readonly bool _isByScore;
    private readonly string[] _countColumns;
    private readonly string? _missing;
    private readonly string? _period;
    private readonly PeriodTexts _periods;
    private readonly bool _isClosed;
    private readonly IReadOnlyList<string> _closedGroups;
    private readonly ClosedRows _closedRows = new();
    private ClosedPeriods? _closed;
    private CountsLayout _layout = null!;

    internal CountsPlan(AnswerQuery query, TableFile first)
    {
        _query = query;
        _isClosed = ClosedColumns.AreOf(first.Columns);
        _closedGroups = _isClosed ? ClosedColumns.GroupsOf(first.Columns) : [];
        if (!_isClosed && ClosedColumns.MissingIn(first.Columns) is { } gone)
        {
            throw InputErrors.ClosedColumn(first.Name, gone);
        }

        if (query.MustBeClosed && !_isClosed)
        {
            throw InputErrors.NotClosed(first.Name, first.Columns);
        }

        if (_isClosed && query.Where.Count > 0)
        {
            throw new UsageException("--where cannot look into closed periods, which hold totals; with --closed it is asked of the answers beside them");
        }

        var finder = new ColumnFinder(first.Name, first.Columns);
        _countColumns = FindCounts(query, first, finder, out _isByScore);
        Score = _isByScore ? _countColumns[0] : null;
        _missing = NameOf(finder.FindUsual(UsualNames.Missing, "count of missing answers"));
        _filters = [.. query.Where.Select(filter => new RowFilter(filter))];

        bool takesAll = query.Breakdowns is [{ By.Count: 0, Every: null, IsOptional: false }];
        int? group = takesAll ? finder.FindUsual(UsualNames.Group, "group") : null;
        PeriodKind? every = query.Breakdowns.FirstOrDefault(breakdown => breakdown is { Every: not null, IsOptional: false })?.Every;
        bool wantsPeriod = takesAll || _isClosed || query.Breakdowns.Any(breakdown => breakdown.Every is not null);
        int? period = every is not null ? finder.Require(null, UsualNames.Period, "period", null, "--every")
            : wantsPeriod ? finder.FindUsual(UsualNames.Period, "period") : null;
        _period = NameOf(period);
        _periods = new PeriodTexts(every);
        _breakdowns = takesAll
            ? [new CountsBreakdown(query, _isClosed ? _closedGroups : group is { } index ? [first.Columns[index]] : [], _period is not null, _isClosed)]
            : [.. query.Breakdowns.Select(breakdown =>
                breakdown.IsOptional && ((breakdown.Every is not null && _period is null) || breakdown.By.Any(name => finder.Find(name) is null))
                    ? null
                    : new CountsBreakdown(query, breakdown.By, breakdown.Every is not null, _isClosed))];

        string? NameOf(int? column) => column is { } index ? first.Columns[index] : null;
    }

    /// <summary>The column of scores; null where categories are counted.</summary>
    internal string? Score { get; }

    internal IReadOnlyList<string> Reasons => [.. _filters.Select(filter => filter.Reason)];

    /// <summary>What the closed periods say beside their counts; null of other counts.</summary>
    internal ClosedPeriods? Closed => _isClosed ? _closed ??= _closedRows.Periods(string.Join(", ", _query.Files.Select(AnswerReader.Name)), _closedGroups) : null;

    /// <summary>Which days the counts are of; null where they name no periods.</summary>
    internal SeenDays? Seen => Closed is { } closed ? new SeenDays { OfCounts = closed.Days }
        : _periods.Days.Count > 0 ? new SeenDays { OfCounts = _periods.Days }
        : null;

    internal string Definition => _isClosed ? _closedRows.Definition(Closed!) : _isByScore
        ? DefinitionText.OfScoreCounts(_query, _countColumns[0], _countColumns[1], _filters.Select(filter => filter.Words))
        : DefinitionText.OfCategoryCounts(_countColumns, _filters.Select(filter => filter.Words));

    internal CountsLayout Locate(TableFile file)
    {
        var finder = new ColumnFinder(file.Name, file.Columns);
        foreach (RowFilter filter in _filters)
        {
            filter.Locate(finder);
        }

        foreach (CountsBreakdown? breakdown in _breakdowns)
        {
            breakdown?.Grouping?.Locate(finder);
        }

        _layout = new CountsLayout
        {
            Closed = _isClosed ? LocateClosed(finder) : ClosedColumns.AreOf(file.Columns) ? throw InputErrors.ClosedAmongOthers(file.Name) : null,
            Missing = _missing is null ? -1 : finder.Require(_missing),
            Period = _period is null ? -1 : finder.Require(_period),
        };
        return _layout = _isByScore
            ? _layout with { Score = finder.Require(_countColumns[0]), Count = finder.Require(_countColumns[1]) }
            : _layout with
            {
                Detractors = finder.Require(_countColumns[0]),
                Passives = finder.Require(_countColumns[1]),
                Promoters = finder.Require(_countColumns[2]),
            };
    }

    /// <inheritdoc cref="RowFilter.FirstFailed"/>
    internal int FirstFailed(TableFile row) => RowFilter.FirstFailed(_filters, row);

    internal void Add(TableFile file, in RowCounts row)
    {
        int period = _layout.Period < 0 ? 0 : _periods.IdOf(file, _layout.Period);
        if (_layout.Closed is { } closed)
        {
            _closedRows.See(file, _layout.Period, closed, row);
        }

        foreach (CountsBreakdown? breakdown in _breakdowns)
        {
            breakdown?.Add(file, row, period);
        }
    }

    internal IReadOnlyList<IReadOnlyList<AnswerCell>?> Breakdowns()
    {
        _periods.CheckSpan();
        return [.. _breakdowns.Select(breakdown => breakdown?.Cells(id => _periods[id], _isClosed && _closedRows.TotalsKnowCustomers, GroupsKnowCustomers(breakdown.Grouping)))];
    }

    // Sums over customers add up over periods, with what that means; over groups they do not, for a customer can be in two.
    private bool GroupsKnowCustomers(Grouping? grouping) => _isClosed && _closedRows.GroupsKnowCustomers && grouping?.By.Count == _closedGroups.Count;

    private ClosedLayout LocateClosed(ColumnFinder finder) => new(
        finder.Require(ClosedColumns.Invalid),
        finder.Require(ClosedColumns.Superseded),
        finder.Require(ClosedColumns.Definition),
        finder.Find(ClosedColumns.Seen) ?? -1,
        [.. ClosedColumns.Customers.Select(finder.Require)],
        [.. ClosedColumns.Before.Select(finder.Require)],
        [.. _closedGroups.Select(finder.Require)]);

    private static string[] FindCounts(AnswerQuery query, TableFile file, ColumnFinder finder, out bool isByScore)
    {
        int?[] categories =
        [
            finder.FindUsual(UsualNames.Detractors, "count of detractors"),
            finder.FindUsual(UsualNames.Passives, "count of passives"),
            finder.FindUsual(UsualNames.Promoters, "count of promoters"),
        ];
        bool hasCategories = query.Ratings is null && categories.All(column => column is not null);
        int? score = finder.Find(query.ScoreColumn, query.Kind.UsualNames, "score", "--score");
        int? count = score is null ? null : finder.FindUsual(UsualNames.Count, "count");
        isByScore = score is not null && count is not null;
        if (isByScore && hasCategories && query.ScoreColumn is null)
        {
            throw InputErrors.TwoKindsOfCounts(file.Name);
        }

        int?[] found = isByScore ? [score, count] : hasCategories && query.ScoreColumn is null ? categories : throw InputErrors.NoCounts(file.Name, query.Ratings is not null, file.Columns);
        return [.. found.Select(column => file.Columns[column!.Value])];
    }
}
