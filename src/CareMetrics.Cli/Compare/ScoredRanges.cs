using CareMetrics.Baseline;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The scores of two ranges from answers, from closed periods, or from both.</summary>
internal sealed class ScoredRanges(SeriesQuery query, RangeAnswers answers, ClosedRanges? closed, string? definition)
{
    private readonly IReadOnlyList<AnswerCell> _before = closed?.Within(query.Baseline) ?? [];
    private readonly IReadOnlyList<AnswerCell> _now = closed?.Within(query.Current) ?? [];

    /// <summary>Whether a closed period is in either range.</summary>
    public bool HasClosed => _before.Count + _now.Count > 0;

    public bool HasRepeats => answers.HasRepeats || _before.Concat(_now).Any(cell => cell.Customers?.Customers < cell.Tally.Answered);

    public (NpsTally Baseline, NpsTally Current) Tallies => (Sum(answers.Panel.Baseline.Answers, _before), Sum(answers.Panel.Current.Answers, _now));

    /// <summary>The groups that have answers in either range, as they are named; none where closed periods do not have them.</summary>
    public IReadOnlyList<(string Group, NpsTally Baseline, NpsTally Current)> Groups => query.By.Count == 0 || (HasClosed && !closed!.HasGroups(query.By)) ? [] :
    [
        .. answers.Groups
            .Concat((closed?.GroupsWithin(query.Baseline, query.By) ?? []).Select(part => (part.Key, Baseline: part.Tally, Current: NpsTally.Empty)))
            .Concat((closed?.GroupsWithin(query.Current, query.By) ?? []).Select(part => (part.Key, Baseline: NpsTally.Empty, Current: part.Tally)))
            .GroupBy(part => part.Key, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => (
                same.Key.Replace(Grouping.Apart.ToString(), " / ", StringComparison.Ordinal),
                same.Aggregate(NpsTally.Empty, (sum, part) => sum + part.Baseline),
                same.Aggregate(NpsTally.Empty, (sum, part) => sum + part.Current)))
            .Where(part => part.Item2.Answered + part.Item3.Answered > 0),
    ];

    /// <summary>What was counted in the current range, in its parts.</summary>
    public MetricDefinition Definition => DefinitionParts.Of(Definitions(query.Current, _now).Concat(Definitions(query.Baseline, _before)).Append(definition ?? AnyClosed).First());

    /// <summary>The same of the baseline.</summary>
    public MetricDefinition BaselineDefinition => DefinitionParts.Of(Definitions(query.Baseline, _before).Concat(Definitions(query.Current, _now)).Append(definition ?? AnyClosed).First());

    /// <summary>What a comparison of closed periods must be careful of.</summary>
    public IEnumerable<string> Cautions
    {
        get
        {
            if (HasClosed && KnowsCustomers && Panel is null && Tallies is { Baseline.Answered: > 0, Current.Answered: > 0 })
            {
                yield return $"Closed periods hold no names: whoever answered in both {query.Baseline} and {query.Current} counts as two, and the interval is wider than it need be.";
            }

            foreach ((DateRange? range, IReadOnlyList<AnswerCell> cells, NpsTally open) in new[] { (query.Baseline, _before, answers.Panel.Baseline.Answers), (query.Current, _now, answers.Panel.Current.Answers) })
            {
                if (KnowsCustomers && cells.Count + (open.Answered > 0 ? 1 : 0) > 1 && cells.Count > 0)
                {
                    yield return $"A customer in several periods of {range} counts as another one in each, for closed periods hold no names: the interval may be too narrow.";
                }
            }

            string[] unknown = [.. _before.Concat(_now).Select(cell => cell.Period!.Value).Where(period => !closed!.Periods.Seen.ContainsKey(period)).Distinct().Select(period => period.ToString())];
            if (unknown.Length > 0)
            {
                yield return $"{closed!.Periods.Names} does not say whether {string.Join(", ", unknown)} {(unknown.Length == 1 ? "was" : "were")} over when closed.";
            }
        }
    }

    /// <summary>The change. Who is in both ranges is allowed for where that is known.</summary>
    public Comparison Compare(double level)
    {
        Comparison comparison = !HasClosed ? answers.Compare(level)
            : Panel is { } panel ? NetPromoter.Change(panel, level)
            : KnowsCustomers ? Comparison.Between(Customers(answers.Panel.Baseline, _before), Customers(answers.Panel.Current, _now), level)
            : Comparison.Between(Tallies.Baseline, Tallies.Current, level);
        return (Mixed(query.Baseline, _before) ?? Mixed(query.Current, _now)) is not { } mixed ? comparison
            : comparison with { NotComparable = new NotComparable { Reason = NotComparableReason.DifferentDefinition, Detail = mixed } };
    }

    // Of two neighbours in one file the closed periods say who was in both.
    private NpsPanelTally? Panel => _before is [{ Period: { } before }] && _now is [{ Period: { } now }]
        && answers.Panel.Baseline.Answers.Answered + answers.Panel.Current.Answers.Answered == 0 ? closed!.Periods.PanelOf(before, now) : null;

    private bool KnowsCustomers => _before.Concat(_now).All(cell => cell.Customers is not null)
        && (answers.KnowsCustomers || answers.Panel.Baseline.Answers.Answered + answers.Panel.Current.Answers.Answered == 0);

    private string AnyClosed => closed!.Periods.Definitions.OrderBy(pair => pair.Key).Last().Value;

    private IEnumerable<string> Definitions(DateRange? range, IReadOnlyList<AnswerCell> cells)
    {
        int days = cells.Sum(cell => cell.Period!.Value.Days);
        return cells.Select(cell => closed!.Periods.Definitions[cell.Period!.Value])
            .Concat(definition is not null && range is not null && days < range.Days ? [definition] : []).Distinct(StringComparer.Ordinal);
    }

    private string? Mixed(DateRange? range, IReadOnlyList<AnswerCell> cells) => Definitions(range, cells).Take(2).ToArray() is [var one, var other]
        ? $"not all of {range} is counted alike ({ClosedPeriods.Difference(one, other)})" : null;

    private static NpsTally Sum(NpsTally open, IEnumerable<AnswerCell> cells) => cells.Aggregate(open, (sum, cell) => sum + cell.Tally);

    private static NpsCustomerTally Customers(NpsCustomerTally open, IEnumerable<AnswerCell> cells) => cells.Aggregate(open, (sum, cell) => sum + cell.Customers!.Value);
}
