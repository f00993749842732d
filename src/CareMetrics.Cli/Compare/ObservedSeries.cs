using CareMetrics.Baseline;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>A metric as it was seen, day by day or period by period.</summary>
internal sealed class ObservedSeries(
    SeriesQuery query, SeriesNames names, IReadOnlyDictionary<(DateOnly First, DateOnly Last), SeriesCell> cells, DateOnly first, DateOnly last, RowLedger all)
{
    /// <summary>The files with their hashes, where these were asked for.</summary>
    public IReadOnlyList<InputFile> Inputs { get => [.. field, .. Closed?.Inputs ?? []]; init; } = [];

    /// <summary>The answers of the two ranges; null where the metric is no score.</summary>
    public RangeAnswers? Answers { get; init; }

    /// <summary>The rows without a value, by day or period.</summary>
    public IReadOnlyDictionary<(DateOnly First, DateOnly Last), UnscoredRows> Unscored { get; init; } = new Dictionary<(DateOnly First, DateOnly Last), UnscoredRows>();

    /// <summary>The closed periods beside the answers, or in their place; null where there are none.</summary>
    public ClosedRanges? Closed { get; init; }

    /// <summary>The scores of the two ranges; null where the metric is no score.</summary>
    public ScoredRanges? Ranges => Answers is null ? null : new ScoredRanges(query, Answers, Closed, IsClosedAlone ? null : Text);

    /// <summary>The day after the last that was seen: without being told, one looks on that day.</summary>
    public DateOnly DayAfter => SeenDays.After(Closed is { LastDay: var closed } && closed > last ? closed : last);

    /// <summary>Whether a day without rows is a day without answers rather than a gap.</summary>
    public bool HasQuietDays => !IsClosedAlone && !(query.DaysMayBeMissing ?? IsOneRowADay);

    /// <summary>The column of customers whose several answers are taken as those of several; null where there is none, or a row is no answer.</summary>
    public string? CustomersTakenApart => query.Kind is SeriesKind.Value or SeriesKind.Rate && query.RowCovers is null && !IsOneRowADay ? names.Customer : null;

    /// <summary>The value that cases are counted by, where none has it: it may be written otherwise.</summary>
    public string? Unseen => query.Kind == SeriesKind.Rate && cells.Values.All(cell => cell.Share.Successes == 0)
        ? $"No row has {Shown.Quoted(query.CaseValue!)} in column {Shown.Quoted(names.Value)}: a share of 0, unless it is written otherwise."
        : null;

    private bool IsOneRowADay => query.RowCovers is not null || query.Kind is SeriesKind.Count or SeriesKind.Proportion or SeriesKind.Ratio
        || (query.Kind is SeriesKind.Value or SeriesKind.Rank && cells.Values.All(cell => cell.Rows <= 1));

    public MetricDefinition Definition => Ranges?.Definition ?? new()
    {
        Metric = query.Kind switch
        {
            SeriesKind.Rate => $"share of {Shown.Plain(names.Value)} = {Shown.Plain(query.CaseValue!)}",
            SeriesKind.Rank => $"place by {Shown.Plain(names.Value)}",
            SeriesKind.Ratio => $"{Shown.Plain(names.Value)} per {Shown.Plain(names.Per!)}",
            SeriesKind.Proportion => $"{Shown.Plain(names.Value)} of {Shown.Plain(names.Per!)}",
            SeriesKind.Count => $"{Shown.Plain(names.Value)} per {(names.Per is { } per ? Shown.Plain(per) : "day")}",
            _ => $"mean of {Shown.Plain(names.Value)}",
        },
        Counted = query.Kind switch
        {
            SeriesKind.Rate => "a row a case",
            SeriesKind.Proportion or SeriesKind.Count => "counts" + Rows,
            SeriesKind.Ratio => "a ratio of sums" + Rows,
            _ => "a row an observation" + Rows,
        },
        DatedBy = Shown.Plain(names.Date),
        Zone = query.Source.Zone.Id,
        Filter = query.Source.Where.Count == 0 ? null : string.Join(" and ", query.Source.Where.Select(filter => new RowFilter(filter).Words)),
    };

    public PeriodComparison Compare(DateRange? baseline, DateRange current, PeriodQuestion question) => query.Kind switch
    {
        SeriesKind.Score => CompareScores(baseline, current, question),
        SeriesKind.Value => Compare(cell => cell.Mean, baseline, current, question),
        SeriesKind.Ratio => Compare(cell => cell.Ratio, baseline, current, question),
        SeriesKind.Rank => CompareRanks(baseline, current, question),
        SeriesKind.Count => Compare(RateOf, baseline, current, question),
        _ => Compare(cell => cell.Share, baseline, current, question),
    };

    /// <summary>What Poisson says of the same counts; null where they are none, or where nothing else was said.</summary>
    public Comparison? Poisson(DateRange? baseline, DateRange current, double level) => query.Kind != SeriesKind.Count || baseline is null
        ? null
        : Rate.Compare(Sum(baseline), Sum(current), level, RateMethod.MidP);

    /// <summary>Every row accounted for by the two ranges.</summary>
    public RowLedger Ledger(DateRange? baseline, DateRange current)
    {
        bool IsInside((DateOnly First, DateOnly Last) days) => IsWithin(days, baseline) || IsWithin(days, current);
        bool IsPartial((DateOnly First, DateOnly Last) days) => cells.TryGetValue(days, out SeriesCell? cell) && cell.IsPartial;
        UnscoredRows[] unscored = [.. Unscored.Where(found => IsInside(found.Key) && !IsPartial(found.Key)).Select(found => found.Value)];
        long answered = cells.Where(cell => IsInside(cell.Key) && !cell.Value.IsPartial).Sum(cell => cell.Value.Rows);
        long partial = cells.Where(cell => cell.Value.IsPartial && IsInside(cell.Key)).Sum(cell => cell.Value.Rows)
            + Unscored.Where(found => IsInside(found.Key) && IsPartial(found.Key)).Sum(found => found.Value.Missing + found.Value.Invalid);
        AnswerCell[] closed = Closed is null ? [] : [.. Closed.Within(baseline).Concat(Closed.Within(current)).DistinctBy(cell => cell.Period)];
        var inside = new RowLedger
        {
            Read = all.Read + (Closed?.Ledger.Read ?? 0),
            Answered = answered + closed.Sum(cell => cell.Tally.Answered),
            Missing = unscored.Sum(found => found.Missing) + closed.Sum(cell => cell.Tally.Missing),
            Invalid = unscored.Sum(found => found.Invalid) + closed.Sum(cell => cell.Tally.Invalid),
            Superseded = closed.Sum(cell => cell.Superseded),
            ExcludedByReason = [.. all.ExcludedByReason, ("seen in part", partial)],
        };
        long outside = inside.Read - inside.Answered - inside.Missing - inside.Invalid - inside.Superseded - inside.Excluded;
        return inside with { ExcludedByReason = [.. inside.ExcludedByReason, ("outside both periods", outside)] };
    }

    /// <summary>Closed periods without any answers beside them.</summary>
    public static ObservedSeries OfClosed(SeriesQuery query, ClosedRanges closed) => new(
        query, new SeriesNames("", "", null, null), new SortedDictionary<(DateOnly, DateOnly), SeriesCell>(), closed.Periods.First.Start, closed.LastDay,
        new RowLedger { Read = 0, Answered = 0, Missing = 0, Invalid = 0, Superseded = 0, ExcludedByReason = [] })
    {
        Answers = new RangeAnswers { Panel = NpsPanelTally.Empty, KnowsCustomers = false },
        Closed = closed,
    };

    private bool IsClosedAlone => query.Source.MustBeClosed;

    private string Text => DefinitionText.OfRanges(query.Source, new AnswerColumns { Score = names.Value, Customer = names.Customer, Date = names.Date });

    // Which days were seen and how alike they are, the days say; what changed, the customers.
    private PeriodComparison CompareScores(DateRange? baseline, DateRange current, PeriodQuestion question)
    {
        ScoredRanges ranges = Ranges!;
        PeriodQuestion asked = question with { Definition = ranges.Definition, BaselineDefinition = ranges.BaselineDefinition };
        Comparison comparison = ranges.Compare(question.Level);
        if (!ranges.HasClosed)
        {
            PeriodComparison byDays = Compare(cell => cell.Score, baseline, current, asked);
            return PeriodComparison.Of(comparison, baseline, current, asked, byDays.BaselineSeen, byDays.CurrentSeen) with { Cautions = byDays.Cautions };
        }

        DateOnly[] open = [.. (HasQuietDays ? QuietDays(question.AsOf) : DaysWithRows).Where(day => !Closed!.Periods.Contains(day.DayNumber))];
        DateOnly[] partial = [.. cells.Where(cell => cell.Value.IsPartial).Select(cell => cell.Key.First)];
        return PeriodComparison.Of(comparison, baseline, current, asked, baseline is null ? null : Seen(baseline), Seen(current));

        Completeness Seen(DateRange range) => Completeness.Of(range, open.Concat(Closed!.SeenWithin(range)), question.AsOf, question.AnswerWindow, partial);
    }

    private IEnumerable<DateOnly> DaysWithRows =>
        cells.Keys.SelectMany(days => Enumerable.Range(days.First.DayNumber, days.Last.DayNumber - days.First.DayNumber + 1)).Select(DateOnly.FromDayNumber);

    private string Rows => query.RowCovers is { } kind ? $", a row a {Cli.PeriodNames.Of(kind)}" : "";

    private PeriodComparison Compare<TTally>(Func<SeriesCell, TTally> of, DateRange? baseline, DateRange current, PeriodQuestion question)
        where TTally : struct, IMetric<TTally>, System.Numerics.IAdditionOperators<TTally, TTally, TTally> => query.RowCovers is { } kind
        ? PeriodComparison.OfPeriods(cells.Select(cell => (Period.Containing(cell.Key.First, kind), of(cell.Value))), baseline, current, question)
        : PeriodComparison.Of(
            cells.Select(cell => (cell.Key.First, of(cell.Value))),
            baseline,
            current,
            question,
            partial: cells.Where(cell => cell.Value.IsPartial).Select(cell => cell.Key.First),
            alsoSeen: HasQuietDays ? QuietDays(question.AsOf) : null);

    // Ranks need the whole lists.
    private PeriodComparison CompareRanks(DateRange? baseline, DateRange current, PeriodQuestion question)
    {
        IEnumerable<DateOnly> seen =
        [
            .. DaysWithRows,
            .. HasQuietDays ? QuietDays(question.AsOf) : [],
        ];
        DateOnly[] partial = [.. cells.Where(cell => cell.Value.IsPartial).Select(cell => cell.Key.First)];
        return PeriodComparison.Of(
            Ranks.Compare(Values(baseline), Values(current), question.Level),
            baseline,
            current,
            question,
            baseline is null ? null : Seen(baseline),
            Seen(current));

        IEnumerable<double> Values(DateRange? range) => Whole(range).SelectMany(cell => cell.Value.Values ?? []);

        Completeness Seen(DateRange range) => Completeness.Of(range, seen, question.AsOf, question.AnswerWindow, partial);
    }

    // A day is an exposure of 1 where the file names none, however many rows it has.
    private RateTally RateOf(SeriesCell cell) => new(cell.Count, cell.Exposure > 0 ? cell.Exposure : cell.Days);

    private RateTally Sum(DateRange range) => Whole(range).Aggregate(RateTally.Empty, (sum, cell) => sum + RateOf(cell.Value));

    private IEnumerable<KeyValuePair<(DateOnly First, DateOnly Last), SeriesCell>> Whole(DateRange? range) =>
        cells.Where(cell => !cell.Value.IsPartial && IsWithin(cell.Key, range));

    private static bool IsWithin((DateOnly First, DateOnly Last) days, DateRange? range) =>
        range is not null && days.First >= range.First && days.Last <= range.Last;

    private IEnumerable<DateOnly> QuietDays(DateOnly asOf) => SeenDays.Until(SeenDays.Reach(first, last, cells.Keys.Select(days => days.First.DayNumber)), asOf);
}
