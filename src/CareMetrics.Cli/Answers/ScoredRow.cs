using System.Text.Json.Serialization;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>One measure of one group in one period, flat: the columns of json and csv that all measures of answers have. Unknown is null.</summary>
/// <remarks>What the answers consist of stands between, in a measure's own columns of order <see cref="Own"/>.</remarks>
internal abstract record ScoredRow : IScoredRow
{
    protected const int Own = 1;
    private const int Last = 2;

    public required string Measure { get; init; }

    /// <summary>Null for a total.</summary>
    public required string? Group { get; init; }

    public required string? Period { get; init; }

    /// <summary>In <see cref="Unit"/>, unrounded.</summary>
    public required double? Value { get; init; }

    public required double? Lower { get; init; }

    public required double? Upper { get; init; }

    public required string Unit { get; init; }

    public required double Level { get; init; }

    public required string Method { get; init; }

    public required long Answered { get; init; }

    public required long? Customers { get; init; }

    public required double? DesignEffect { get; init; }

    [JsonPropertyOrder(Last)]
    public required long Missing { get; init; }

    [JsonPropertyOrder(Last)]
    public required long Invalid { get; init; }

    [JsonPropertyOrder(Last)]
    public required long Superseded { get; init; }

    [JsonPropertyOrder(Last)]
    public required long Excluded { get; init; }

    [JsonPropertyOrder(Last)]
    public required string Definition { get; init; }

    [JsonIgnore]
    public PeriodKind? PeriodKind { get; init; }

    [JsonIgnore]
    public bool IsFew => Answered < IScoredRow.Few;
}
