using CareMetrics.Baseline;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli.Commands;

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

    /// <summary>Null for the day after the last row.</summary>
    public DateOnly? AsOf { get; init; }

    public int AnswerWindow { get; init; }

    public bool IncludeIncomplete { get; init; }

    public Better Better { get; init; }

    public double? Margin { get; init; }

    public double? Target { get; init; }

    public double Level { get; init; } = 0.95;

    public IReadOnlyList<FailReason> FailOn { get; init; } = [];

    public PeriodQuestion Of(MetricDefinition definition, DateOnly dayAfter) => new()
    {
        Definition = definition,
        AsOf = AsOf ?? dayAfter,
        AnswerWindow = AnswerWindow,
        IncludeIncomplete = IncludeIncomplete,
        Better = Better,
        Margin = Margin,
        Target = Target,
        Level = Level,
    };

    /// <summary>Whether something was found that the caller wants to hear of.</summary>
    public bool IsFailed(PeriodComparison found) => IsFailed(found, found.Judgement);

    /// <inheritdoc cref="IsFailed(PeriodComparison)"/>
    /// <param name="found">The comparison.</param>
    /// <param name="judgement">Its verdict, where it was judged among others.</param>
    public bool IsFailed(PeriodComparison found, Judgement judgement) => FailOn.Any(reason => reason switch
    {
        FailReason.Worsened => judgement.Verdict == Verdict.Worsened,
        FailReason.Missed => found.TargetResult == TargetResult.Missed,
        _ => judgement.Verdict == Verdict.Provisional
            || found.Comparison.NotComparable is { Reason: NotComparableReason.Incomplete or NotComparableReason.NotMature or NotComparableReason.NoPartner },
    });
}
