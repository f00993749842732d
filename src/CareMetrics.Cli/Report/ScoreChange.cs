using System.Collections.Immutable;
using CareMetrics.Baseline;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>A period set against an earlier one, and what the change is made of.</summary>
internal sealed record ScoreChange
{
    /// <summary>Beyond, a column is no way of grouping but a name of its own for each answer or customer.</summary>
    internal const int MostGroups = 1000;

    public required DateRange Baseline { get; init; }

    public required DateRange Current { get; init; }

    public required Comparison Comparison { get; init; }

    /// <summary>The answers of either period.</summary>
    public required (NpsTally Baseline, NpsTally Current) Tallies { get; init; }

    /// <summary>What the groups are.</summary>
    public required string Column { get; init; }

    /// <summary>The groups that have answers; none where there are fewer than two, or too many.</summary>
    public IReadOnlyList<(string Group, NpsTally Baseline, NpsTally Current)> Segments { get; private init; } = [];

    /// <summary>Whether any group has answers in both periods.</summary>
    public bool HasCommonGroup => Segments.Any(part => part is { Baseline.Answered: > 0, Current.Answered: > 0 });

    public ChangeExplanation? Why { get; private init; }

    /// <summary>Each group against the others in the current period, in the order of <see cref="Segments"/>.</summary>
    public ImmutableArray<SegmentComparison> AgainstRest { get; private init; } = [];

    /// <summary>How each group changed, in the order of <see cref="Segments"/>; judged by p-values that are adjusted for there being several.</summary>
    public ImmutableArray<SegmentComparison> Changes { get; private init; } = [];

    /// <summary>The last period set against the one before.</summary>
    /// <param name="summary">What was read.</param>
    /// <param name="totals">The totals by period, or null.</param>
    /// <param name="mayBeQuarters">Whether quarters are compared where the months before the last quarter fill one.</param>
    /// <param name="groups">The groups by period, or null.</param>
    /// <param name="column">What the groups are.</param>
    /// <param name="level">The level of the intervals.</param>
    /// <param name="look">When one looks.</param>
    /// <returns>Null where there are no two periods with answers.</returns>
    public static ScoreChange? Of(
        AnswerSummary summary, IReadOnlyList<AnswerCell>? totals, bool mayBeQuarters, IReadOnlyList<AnswerCell>? groups, string column, double level, Look look)
    {
        Period[] periods = [.. (totals ?? []).Where(cell => cell is { Group: null, Period: not null, Tally.Answered: > 0 }).Select(cell => cell.Period!.Value)];
        if (periods.Length < 2)
        {
            return null;
        }

        Period last = periods[^1];
        Period quarter = Period.Containing(last.Start, PeriodKind.Quarter);
        bool areQuarters = mayBeQuarters && last.Kind == PeriodKind.Month && periods[0].Start <= quarter.Previous().Start;
        Period current = areQuarters ? quarter : last;
        Period baseline = current.Previous();
        (NpsTally Baseline, NpsTally Current) tallies = Sum(totals!.Where(cell => cell.Group is null), baseline, current);
        if (tallies.Baseline.Answered == 0)
        {
            return null;
        }

        (string Group, NpsTally Baseline, NpsTally Current)[] segments =
        [
            .. (groups ?? []).Where(cell => cell.Group is not null).GroupBy(cell => cell.Group!, StringComparer.Ordinal)
                .Select(cells => (cells.Key, Sum(cells, baseline, current)))
                .Where(part => part.Item2.Baseline.Answered + part.Item2.Current.Answered > 0)
                .Select(part => (part.Key, part.Item2.Baseline, part.Item2.Current)),
        ];
        (DateRange before, DateRange now) = (DateRange.Of(baseline), DateRange.Of(current));
        return Of(before, now, Judged(Compare(summary, totals!, baseline, current, tallies, level), summary, before, now, look), tallies, segments, column);
    }

    /// <summary>Two ranges that were named.</summary>
    /// <param name="found">Their comparison, with its groups.</param>
    /// <param name="column">What the groups are.</param>
    /// <returns>Null where either has no answers.</returns>
    public static ScoreChange? Of(CompareFindings found, string column) =>
        found is { Comparison: { Baseline: { } baseline } comparison, Scores: { Tallies: { Baseline.Answered: > 0, Current.Answered: > 0 } tallies } scores }
            ? Of(baseline, comparison.Current, comparison.Comparison, tallies, scores.Groups, column)
            : null;

    private static ScoreChange Of(
        DateRange baseline, DateRange current, Comparison comparison, (NpsTally, NpsTally) tallies, IReadOnlyList<(string Group, NpsTally Baseline, NpsTally Current)> segments, string column)
    {
        double level = comparison.Change.Level;
        bool isExplained = segments.Count is >= 2 and <= MostGroups && comparison.NotComparable is null;
        return new ScoreChange
        {
            Baseline = baseline,
            Current = current,
            Comparison = comparison,
            Tallies = tallies,
            Column = column,
            Segments = isExplained ? segments : [],
            Why = isExplained ? NpsSegments.Explain(segments) : null,
            AgainstRest = isExplained ? [.. NpsSegments.AgainstRest(segments.Select(part => (part.Group, part.Current)), level).Select(WhileOpen)] : [],
            Changes = isExplained ? [.. Adjusted(segments.Select(part => (part.Group, Comparison.Between(part.Baseline, part.Current, level)))).Select(WhileOpen)] : [],
        };

        // A group has no verdict before the whole has one.
        SegmentComparison WhileOpen(SegmentComparison segment) => segment with { Comparison = segment.Comparison with { Provisional = comparison.Provisional } };
    }

    /// <summary>Whether the periods can be compared and the last is final comes first, as of any two periods.</summary>
    private static Comparison Judged(Comparison change, AnswerSummary summary, DateRange baseline, DateRange current, Look look)
    {
        if (summary.Seen is not { } seen || change.NotComparable?.Reason == NotComparableReason.DifferentDefinition)
        {
            return change;
        }

        DateOnly asOf = look.AsOf ?? seen.DayAfter;
        var question = new PeriodQuestion
        {
            Definition = new MetricDefinition { Metric = "NPS" },
            AsOf = asOf,
            AnswerWindow = look.AnswerWindow,
            IncludeIncomplete = look.IncludeIncomplete,
            Better = Better.Higher,
            Level = change.Change.Level,
        };
        return PeriodComparison.Of(change, baseline, current, question, seen.Of(baseline, asOf, look.AnswerWindow), seen.Of(current, asOf, look.AnswerWindow)).Comparison;
    }

    private static ImmutableArray<SegmentComparison> Adjusted(IEnumerable<(string Group, Comparison Comparison)> changes)
    {
        (string Group, Comparison Comparison)[] all = [.. changes];
        ImmutableArray<double?> adjusted = MultipleComparisons.Adjust([.. all.Select(part => part.Comparison.PValue)], Adjustment.Holm);
        return [.. all.Select((part, i) => new SegmentComparison { Segment = part.Group, Comparison = part.Comparison, AdjustedPValue = adjusted[i] })];
    }

    /// <summary>Customers in both periods are allowed for where they are known, else customers with several answers in one.</summary>
    private static Comparison Compare(
        AnswerSummary summary, IReadOnlyList<AnswerCell> totals, Period baseline, Period current, (NpsTally Baseline, NpsTally Current) tallies, double level)
    {
        Comparison change = summary.PanelOf?.Invoke(baseline, current) is { } panel ? NetPromoter.Change(panel, level)
            : CustomersOf(baseline) is { } was && CustomersOf(current) is { } its ? Comparison.Between(was, its, level)
            : Comparison.Between(tallies.Baseline, tallies.Current, level);
        return summary.Closed?.Difference(baseline, current) is { } difference
            ? change with { NotComparable = new NotComparable { Reason = NotComparableReason.DifferentDefinition, Detail = $"the definitions differ ({difference})" } }
            : change;

        // Of open periods each customer is known across the months of a quarter; of closed ones, whoever answered in two counts as two.
        NpsCustomerTally? CustomersOf(Period period)
        {
            AnswerCell[] cells = [.. totals.Where(cell => cell is { Group: null, Period: { } own } && period.Contains(own.Start))];
            return summary.PanelOf?.Invoke(period, period.Next())?.Baseline
                ?? (cells.Length > 0 && cells.All(cell => cell.Customers is not null)
                    ? cells.Aggregate(NpsCustomerTally.Empty, (sum, cell) => sum + cell.Customers!.Value)
                    : null);
        }
    }

    private static (NpsTally Baseline, NpsTally Current) Sum(IEnumerable<AnswerCell> cells, Period baseline, Period current)
    {
        (NpsTally before, NpsTally now) = (NpsTally.Empty, NpsTally.Empty);
        foreach (AnswerCell cell in cells)
        {
            before += cell.Period is { } was && baseline.Contains(was.Start) ? cell.Tally : NpsTally.Empty;
            now += cell.Period is { } its && current.Contains(its.Start) ? cell.Tally : NpsTally.Empty;
        }

        return (before, now);
    }
}
