using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Closed periods as a comparison of ranges takes them: whole, or not at all.</summary>
internal sealed class ClosedRanges
{
    /// <summary>Why an answer dated in a closed period is not counted.</summary>
    public const string Reason = "in a closed period";

    private const int NamedAtMost = 4;

    private readonly SortedDictionary<Period, long> _rowsNow = [];
    private readonly AnswerSummary _summary;

    private readonly bool _isFiltered;

    private ClosedRanges(AnswerSummary summary, bool isFiltered) => (_summary, _isFiltered) = (summary, isFiltered);

    public ClosedPeriods Periods => _summary.Closed!;

    public RowLedger Ledger => _summary.Ledger;

    public IReadOnlyList<InputFile> Inputs => _summary.Inputs;

    /// <summary>The last day that was seen.</summary>
    public DateOnly LastDay => Periods.SeenOf(Periods.Last).Last;

    /// <summary>The periods whose rows the file still has, in another number than were closed.</summary>
    public IReadOnlyList<(Period Period, long Closed, long Now)> Changed =>
        [.. (_isFiltered ? [] : _rowsNow).Select(pair => (pair.Key, RowsThen(pair.Key), pair.Value)).Where(rows => rows.Item2 != rows.Value)];

    /// <returns>Null where no closed periods are read.</returns>
    /// <exception cref="UsageException">A range would cut a closed period.</exception>
    public static ClosedRanges? Read(SeriesQuery query, Func<Stream> standardInput, CancellationToken cancellation)
    {
        AnswerQuery source = query.Source;
        if (!source.MustBeClosed && source.Closed.Count == 0)
        {
            return null;
        }

        AnswerQuery closed = (source.MustBeClosed ? source : ClosedJoin.Closed(source)) with { Breakdowns = [new Breakdown()], ScoreColumn = null, WithMoods = false };
        var ranges = new ClosedRanges(AnswerReader.Read(closed, null, standardInput, cancellation), source.Where.Count > 0);
        ranges.RequireWhole("baseline", query.Baseline);
        ranges.RequireWhole("period", query.Current);
        return ranges;
    }

    /// <summary>Whether a day is closed; counts the row if so.</summary>
    public bool Excludes(DateOnly day)
    {
        if (!Periods.Contains(day.DayNumber))
        {
            return false;
        }

        var period = Period.Containing(day, Periods.First.Kind);
        _rowsNow[period] = _rowsNow.GetValueOrDefault(period) + 1;
        return true;
    }

    /// <summary>The closed periods of a range, in order.</summary>
    public IReadOnlyList<AnswerCell> Within(DateRange? range) => range is null ? []
        : [.. _summary.Breakdowns[0]!.Where(cell => cell is { Group: null, Period: { } period } && Periods.Contains(period) && range.Contains(period.Start)).OrderBy(cell => cell.Period)];

    /// <summary>The groups of a range by some of the columns that the files have; none where they have not all.</summary>
    public IEnumerable<(string Key, NpsTally Tally)> GroupsWithin(DateRange? range, IReadOnlyList<string> by)
    {
        int[] places = [.. by.Select(column => Enumerable.Range(0, Periods.GroupColumns.Count).FirstOrDefault(i => UsualNames.Same(Periods.GroupColumns[i], column), -1))];
        return range is null || places.Contains(-1) ? [] : _summary.Breakdowns[0]!
            .Where(cell => cell is { GroupKey: not null, Period: { } period } && range.Contains(period.Start))
            .Select(cell => (string.Join(Grouping.Apart, places.Select(place => cell.GroupKey!.Split(Grouping.Apart)[place])), cell.Tally));
    }

    /// <summary>Whether the files have groups by these columns.</summary>
    public bool HasGroups(IReadOnlyList<string> by) => by.All(column => Periods.GroupColumns.Any(own => UsualNames.Same(own, column)));

    /// <summary>The days of a range that were seen when they were closed; all where a file does not say.</summary>
    public IEnumerable<DateOnly> SeenWithin(DateRange range) => Within(range)
        .Select(cell => Periods.SeenOf(cell.Period!.Value))
        .SelectMany(seen => Enumerable.Range(0, seen.Days).Select(seen.First.AddDays));

    private long RowsThen(Period period) => _summary.Breakdowns[0]!.Where(cell => cell is { Group: null } && cell.Period == period)
        .Sum(cell => cell.Tally.Answered + cell.Tally.Missing + cell.Tally.Invalid + cell.Superseded);

    private void RequireWhole(string side, DateRange? range)
    {
        if (range is null)
        {
            return;
        }

        Period[] cut = [.. Periods.Definitions.Keys.Where(period => DateRange.Of(period) is var days && days.Overlaps(range) && !(range.Contains(days.First) && range.Contains(days.Last))).Order()];
        if (cut.Length > 0)
        {
            Period[] all = [.. Periods.Definitions.Keys.Order()];
            string there = all.Length <= NamedAtMost ? string.Join(", ", all) : $"{all[0]} to {all[^1]}";
            throw new UsageException($"{side} {range} covers a part of {cut[0]}, which is closed and cannot be cut; closed in {Periods.Names}: {there}");
        }
    }
}
