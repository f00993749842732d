using System.Text.Json.Serialization;

namespace CareMetrics.Baseline;

/// <summary>What a careful colleague would say before a comparison or a chart is shown around.</summary>
public sealed record Caution
{
    /// <summary>The kind of caution.</summary>
    public required CautionKind Kind { get; init; }

    /// <summary>The caution in one line, with its numbers.</summary>
    public required string Detail { get; init; }

    /// <summary>The caution in one line.</summary>
    /// <returns><see cref="Detail"/>.</returns>
    public override string ToString() => Detail;
}

/// <summary>The kinds of caution.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CautionKind>))]
public enum CautionKind
{
    /// <summary>The baseline has too few periods, or points, to show how much they differ by themselves.</summary>
    ShortBaseline,

    /// <summary>One side was seen on more than a tenth more days than the other.</summary>
    UnequalExposure,

    /// <summary>Neighbouring periods are alike, so the interval is too narrow.</summary>
    Autocorrelation,

    /// <summary>A side, or the baseline of a chart, does not vary at all.</summary>
    ZeroVariance,

    /// <summary>There is no spread between periods to go by, and Poisson's answer can call noise a change.</summary>
    PoissonOnly,

    /// <summary>Days are missing or partial, and were left out.</summary>
    DaysLeftOut,

    /// <summary>The two ranges share days.</summary>
    Overlap,

    /// <summary>The baseline of a chart has no two neighbours with values, and so no limits.</summary>
    NoLimits,
}
