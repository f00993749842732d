using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>Whether two periods can be compared at all, whether the current one is final, and whether it reached its target.</summary>
internal static class Readiness
{
    internal static NotComparable? NotComparable(
        Comparison comparison, DateRange? baseline, PeriodQuestion question, Completeness? baselineSeen, Completeness? currentSeen)
    {
        MetricDefinition before = question.BaselineDefinition ?? question.Definition;
        return baseline is null ? Because(NotComparableReason.NoPartner, "the period has no counterpart to be compared with")
            : question.Definition.DifferentUnit(before) is { } unit ? Because(NotComparableReason.DifferentUnits, unit)
            : comparison.Baseline.Unit != comparison.Current.Unit
                ? Because(NotComparableReason.DifferentUnits, $"the unit was {comparison.Baseline.Unit} and is {comparison.Current.Unit}")
            : question.Definition.Differences(before) is { } difference ? Because(NotComparableReason.DifferentDefinition, difference)
            : Incomplete(baselineSeen, currentSeen, question.IncludeIncomplete) is { } gaps ? Because(NotComparableReason.Incomplete, gaps)
            : baselineSeen is { IsMature: false } ? Because(NotComparableReason.NotMature, $"baseline {baselineSeen}")
            : comparison.NotComparable;
    }

    internal static string? Provisional(Completeness? current) => current is { IsMature: false }
        ? (current with { Missing = [], Partial = [] }).ToString()
        : null;

    internal static TargetResult Against(double target, Estimate current, PeriodQuestion question, Completeness? seen)
    {
        bool isFinal = seen is null || (seen.IsMature && (seen.IsWhole || question.IncludeIncomplete));
        if (!isFinal || current.Lower is not { } lower || current.Upper is not { } upper)
        {
            return TargetResult.CannotTell;
        }

        bool isHigher = question.Better == Better.Higher;
        bool isMet = isHigher ? lower >= target : upper <= target;
        bool isMissed = isHigher ? upper < target : lower > target;
        return isMet ? TargetResult.Met : isMissed ? TargetResult.Missed : TargetResult.CannotTell;
    }

    private static string? Incomplete(Completeness? baseline, Completeness? current, bool include)
    {
        if (baseline is { IsOver: false })
        {
            return $"baseline {baseline}";
        }

        string[] gaps = [.. new[] { Gaps("baseline ", baseline), Gaps("", current) }.OfType<string>()];
        return include || gaps.Length == 0 ? null : string.Join("; ", gaps);
    }

    private static string? Gaps(string side, Completeness? seen) =>
        seen is { IsWhole: false } ? $"{side}{seen.Range}: {string.Join("; ", seen.Gaps())}" : null;

    private static NotComparable Because(NotComparableReason reason, string detail) => new() { Reason = reason, Detail = detail };
}
