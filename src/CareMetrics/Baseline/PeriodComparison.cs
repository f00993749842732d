using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>One metric in a baseline and in the current period: the change and how sure it is, or why there is no telling.</summary>
/// <remarks>
/// Whether the periods can be compared comes first: a baseline that does not exist, another definition, missing days. Then whether
/// the current one is final. Only then the statistics; see <see cref="Verdict"/>. The numbers are there in every case.
/// Two are equal when all properties are.
/// </remarks>
public sealed partial record PeriodComparison
{
    /// <summary>What the metric counts.</summary>
    public required MetricDefinition Definition { get; init => field = Errors.Require(value, nameof(Definition)); }

    /// <summary>The baseline; <c>null</c> where there is no such period.</summary>
    public DateRange? Baseline { get; init; }

    /// <summary>The current period.</summary>
    public required DateRange Current { get; init => field = Errors.Require(value, nameof(Current)); }

    /// <summary>How much of the baseline was seen; <c>null</c> where that is not known.</summary>
    public Completeness? BaselineSeen { get; init; }

    /// <summary>How much of the current period was seen; <c>null</c> where that is not known.</summary>
    public Completeness? CurrentSeen { get; init; }

    /// <summary>Both estimates, the change, and the reason where there is no verdict.</summary>
    public required Comparison Comparison { get; init => field = Errors.Require(value, nameof(Comparison)); }

    /// <summary>Which direction is good.</summary>
    public Better Better { get; init; }

    /// <summary>The change too small to matter, in the unit of the change; <c>null</c> for none.</summary>
    public double? Margin { get; init => field = Errors.RequireFinite(value, nameof(Margin)); }

    /// <summary>What the current period should reach, in the unit of the metric; <c>null</c> for none.</summary>
    public double? Target { get; init => field = Errors.RequireFinite(value, nameof(Target)); }

    /// <summary>Whether it was reached; <c>null</c> without a target.</summary>
    public TargetResult? TargetResult { get; init; }

    /// <summary>What to be careful about.</summary>
    public ImmutableArray<Caution> Cautions { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <summary>The p-value adjusted for the other metrics of a <see cref="Scorecard"/>, from 0 to 1; <c>null</c> where the comparison's own decides, or nothing does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 1.</exception>
    public double? AdjustedPValue
    {
        get;
        init
        {
            Errors.RequirePValue(value, nameof(AdjustedPValue));
            field = value;
        }
    }

    /// <summary>The verdict, in the order of <see cref="Verdict"/>, and what decided it: the adjusted p-value where there is one.</summary>
    [JsonIgnore]
    public Judgement Judgement => Comparison.Judge(Better, Margin, AdjustedPValue);

    /// <summary>The comparison as a person reads it: what, when, the verdict, the change.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string when = $"{Definition.Metric}, {Current} against {Baseline?.Name ?? "nothing"}";
        return Comparison.NotComparable is not null
            ? $"{when}: {Judgement}"
            : $"{when}: {Judgement}; {Comparison}{TargetText}";
    }

    /// <inheritdoc/>
    public bool Equals(PeriodComparison? other) => other is not null
        && Definition == other.Definition
        && Baseline == other.Baseline
        && Current == other.Current
        && BaselineSeen == other.BaselineSeen
        && CurrentSeen == other.CurrentSeen
        && Comparison == other.Comparison
        && Better == other.Better
        && Margin.Equals(other.Margin)
        && Target.Equals(other.Target)
        && TargetResult == other.TargetResult
        && AdjustedPValue.Equals(other.AdjustedPValue)
        && ValueList.Same(Cautions, other.Cautions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        HashCode.Combine(Definition, Baseline, Current, BaselineSeen, CurrentSeen), Comparison, Better, Margin, Target, TargetResult, AdjustedPValue, ValueList.Hash(Cautions));

    private string TargetText => TargetResult switch
    {
        null => "",
        CareMetrics.Baseline.TargetResult.Met => "; target met",
        CareMetrics.Baseline.TargetResult.Missed => "; target missed",
        _ => "; no telling whether the target was met",
    };
}
