using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Where the columns stand in one file; −1 where there is none.</summary>
internal readonly record struct AnswerLayout(int Score, int Customer, int Date, int Weight);

/// <summary>What is counted, once the first header is known: the columns used, the filters, the breakdowns that the table can give.</summary>
internal sealed class AnswerPlan
{
    private const string NoDate = "no date";
    private const string UnreadableDate = "unreadable date";
    private const string Closed = "in a closed period";

    private readonly RowFilter[] _filters;
    private readonly List<PlannedBreakdown?> _breakdowns;
    private readonly bool _quartersFromMonths;

    internal AnswerPlan(AnswerQuery query, TableFile first)
    {
        var finder = new ColumnFinder(first.Name, first.Columns);
        int score = finder.Require(query.ScoreColumn, query.Kind.UsualNames, "score", "--score");
        int? customer = query.Latest
            ? finder.Require(query.CustomerColumn, UsualNames.Customer, "customer", "--customer", "--latest")
            : finder.Find(query.CustomerColumn, UsualNames.Customer, "customer", "--customer");
        int? weight = query.WeightColumn is { } named ? finder.Require(named) : null;
        _filters = [.. query.Where.Select(filter => new RowFilter(filter))];
        Groupings = [];
        bool[] hasColumns = [.. query.Breakdowns.Select(breakdown => !breakdown.IsOptional || breakdown.By.All(name => finder.Find(name) is not null))];
        int? date = FindDate(query, finder, query.Breakdowns.Where((_, i) => hasColumns[i]));
        _breakdowns = [.. query.Breakdowns.Select((breakdown, i) =>
            hasColumns[i] && (breakdown.Every is null || date is not null) ? Plan(breakdown) : null)];

        Columns = new AnswerColumns { Score = first.Columns[score], Customer = NameOf(customer), Date = NameOf(date), Weight = NameOf(weight) };
        string[] reasons = [.. _filters.Select(filter => filter.Reason), .. query.ClosedPeriods is null ? [] : new[] { Closed }, NoDate, UnreadableDate];
        PlannedBreakdown[] planned = [.. _breakdowns.OfType<PlannedBreakdown>()];

        // Quarters without groups are made of months in the end, unless they have latest answers of their own.
        bool hasMonths = !query.Latest && planned.Any(breakdown => breakdown.Every == PeriodKind.Month);
        _quartersFromMonths = hasMonths && planned.All(breakdown => breakdown.Every != PeriodKind.Quarter || breakdown.Grouping is null);
        IEnumerable<PeriodKind?> lengths = planned.Select(breakdown => breakdown.Every)
            .Where(every => !(_quartersFromMonths && every == PeriodKind.Quarter)).DefaultIfEmpty().Distinct();
        Counts = [.. lengths.Select((every, i) => new PeriodCounts(query, every, GroupingsEvery(every), customer is not null, i == 0, reasons))];

        string? NameOf(int? column) => column is { } index ? first.Columns[index] : null;
    }

    internal AnswerColumns Columns { get; }

    internal List<Grouping> Groupings { get; }

    /// <summary>One for every length of period that is counted; that of the first breakdown comes first.</summary>
    internal PeriodCounts[] Counts { get; }

    /// <summary>What the ledger is made of.</summary>
    internal PeriodCounts Primary => Counts[0];

    /// <summary>Why a row in a closed period is excluded: its number among the reasons.</summary>
    internal int ClosedReason => _filters.Length;

    internal IEnumerable<string> FilterWords => _filters.Select(filter => filter.Words);

    internal AnswerLayout Locate(TableFile file)
    {
        var finder = new ColumnFinder(file.Name, file.Columns);
        foreach (RowFilter filter in _filters)
        {
            filter.Locate(finder);
        }

        foreach (Grouping grouping in Groupings)
        {
            grouping.Locate(finder);
        }

        return new AnswerLayout(IndexOf(Columns.Score), IndexOf(Columns.Customer), IndexOf(Columns.Date), IndexOf(Columns.Weight));

        int IndexOf(string? column) => column is null ? -1 : finder.Require(column);
    }

    /// <inheritdoc cref="RowFilter.FirstFailed"/>
    internal int FirstFailed(TableFile row) => RowFilter.FirstFailed(_filters, row);

    /// <param name="days">The first and the last day of an answer; null where none has one.</param>
    internal IReadOnlyList<IReadOnlyList<AnswerCell>?> Breakdowns((DateOnly First, DateOnly Last)? days) => [.. _breakdowns.Select(breakdown =>
        breakdown is not { } planned || (days is { } span && planned.Fits?.Invoke(span.First, span.Last) == false) ? null
        : CountsEvery(planned.Every) is { } counts ? counts.CellsBy(planned.Grouping)
        : CountsEvery(PeriodKind.Month)!.TotalsEvery(planned.Every!.Value))];

    /// <summary>The customers of two periods; null where they are not known.</summary>
    internal Func<Period, Period, NpsPanelTally?>? PanelOf() => Columns.Customer is null || Counts.All(counts => counts.Every is null) ? null
        : (baseline, current) => (CountsEvery(baseline.Kind) ?? CountsEvery(PeriodKind.Month)!).Panel(baseline, current);

    /// <summary>The date column if anything needs one, or if it is named.</summary>
    private static int? FindDate(AnswerQuery query, ColumnFinder finder, IEnumerable<Breakdown> breakdowns)
    {
        Breakdown[] byPeriod = [.. breakdowns.Where(breakdown => breakdown.Every is not null)];
        string? neededFor = query.Latest ? "--latest" : query.ClosedPeriods is not null ? "--closed" : byPeriod.Any(breakdown => !breakdown.IsOptional) ? "--every" : null;
        return neededFor is not null ? finder.Require(query.DateColumn, UsualNames.Date, "date", "--date", neededFor)
            : query.DateColumn is not null || byPeriod.Length > 0 ? finder.Find(query.DateColumn, UsualNames.Date, "date", "--date")
            : null;
    }

    private Grouping? GroupingBy(IReadOnlyList<string> by)
    {
        if (by.Count == 0)
        {
            return null;
        }

        Grouping? known = Groupings.Find(grouping => grouping.By.SequenceEqual(by, StringComparer.Ordinal));
        if (known is null)
        {
            known = new Grouping(by);
            Groupings.Add(known);
        }

        return known;
    }

    private PlannedBreakdown? Plan(Breakdown breakdown) => new PlannedBreakdown(breakdown.Every, GroupingBy(breakdown.By), !breakdown.WithoutCustomers, breakdown.Fits);

    private PeriodCounts? CountsEvery(PeriodKind? every) => Counts.FirstOrDefault(counts => counts.Every == every);

    private IEnumerable<(Grouping Grouping, bool KnowsCustomers)> GroupingsEvery(PeriodKind? every) => _breakdowns.OfType<PlannedBreakdown>()
        .Where(breakdown => breakdown.Every == every && breakdown.Grouping is not null)
        .GroupBy(breakdown => breakdown.Grouping!)
        .Select(same => (same.Key, same.Any(breakdown => breakdown.KnowsCustomers)));

    private readonly record struct PlannedBreakdown(PeriodKind? Every, Grouping? Grouping, bool KnowsCustomers, Func<DateOnly, DateOnly, bool>? Fits);
}
