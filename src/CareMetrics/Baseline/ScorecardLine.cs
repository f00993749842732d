using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>One metric of a scorecard: its comparison, and its verdict among the others.</summary>
public sealed record ScorecardLine
{
    /// <summary>The metric by itself: estimates, intervals and p-value are not adjusted.</summary>
    public required PeriodComparison Comparison { get; init => field = Errors.Require(value, nameof(Comparison)); }

    /// <summary>The p-value adjusted for the other metrics, from 0 to 1; <c>null</c> for the primary one, and where there is no verdict to decide.</summary>
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

    /// <summary>Whether the metric was declared primary, and is judged by its own p-value.</summary>
    public bool IsPrimary { get; init; }

    /// <summary>The metric's name.</summary>
    [JsonIgnore]
    public string Metric => Comparison.Definition.Metric;

    /// <summary>The verdict, by the adjusted p-value where there is one.</summary>
    [JsonIgnore]
    public Judgement Judgement => Comparison.Judge(AdjustedPValue);

    /// <summary>The line as a person reads it: the metric and its verdict.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Metric}{(IsPrimary ? " (primary)" : "")}: {Judgement}";
}
