using CareMetrics.Baseline;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

internal enum FailReason
{
    Worsened,
    Missed,
    Incomplete,
}

/// <summary>Which periods are compared, and what is asked.</summary>
internal sealed record CompareQuestions
{
    public required DateRange? Baseline { get; init; }

    public required DateRange Current { get; init; }

    public Look Look { get; init; } = new();

    public Better Better { get; init; }

    public double? Margin { get; init; }

    public double? Target { get; init; }

    public double Level { get; init; } = 0.95;

    public IReadOnlyList<FailReason> FailOn { get; init; } = [];

    public PeriodQuestion Of(MetricDefinition definition, DateOnly dayAfter) => new()
    {
        Definition = definition,
        AsOf = Look.AsOf ?? dayAfter,
        AnswerWindow = Look.AnswerWindow,
        IncludeIncomplete = Look.IncludeIncomplete,
        Better = Better,
        Margin = Margin,
        Target = Target,
        Level = Level,
    };

    /// <summary>Refuses to watch for what cannot come: nothing worsens without a direction, and no target is missed without one.</summary>
    /// <param name="metrics">The direction and the target of each metric.</param>
    /// <param name="directions">Where directions are given, for messages.</param>
    /// <param name="targets">Where targets are given, for messages.</param>
    public void RequireWatched(IReadOnlyCollection<(Better Better, double? Target)> metrics, string directions, string targets)
    {
        if (FailOn.Contains(FailReason.Worsened) && metrics.All(metric => metric.Better == Better.Neither))
        {
            throw new UsageException($"--fail-on worsened needs {directions}: without one nothing is better or worse");
        }

        if (FailOn.Contains(FailReason.Missed) && metrics.All(metric => metric.Target is null))
        {
            throw new UsageException($"--fail-on missed needs {targets}: without one nothing is missed");
        }
    }

    /// <summary>Whether something was found that the caller wants to hear of.</summary>
    public bool IsFailed(PeriodComparison found) => FailOn.Any(reason => reason switch
    {
        FailReason.Worsened => found.Judgement.Verdict == Verdict.Worsened,
        FailReason.Missed => found.TargetResult == TargetResult.Missed,
        _ => found.Judgement.Verdict == Verdict.Provisional
            || found is { BaselineSeen.IsMature: false } or { CurrentSeen.IsMature: false } or { Comparison.Baseline.Value: null } or { Comparison.Current.Value: null }
            || found.Comparison.NotComparable is { Reason: NotComparableReason.Incomplete or NotComparableReason.NotMature or NotComparableReason.NoPartner },
    });
}
