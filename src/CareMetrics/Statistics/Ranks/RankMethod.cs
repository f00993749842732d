using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>Which distribution a comparison of ranks goes by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RankMethod>))]
public enum RankMethod
{
    /// <summary>Exact with fewer than fifty values a side, the p-value only where none are tied; otherwise normal.</summary>
    Automatic,

    /// <summary>The exact distribution of U; needs fewer than fifty values a side, and none tied.</summary>
    Exact,

    /// <summary>The normal distribution with the correction for ties and for continuity.</summary>
    Normal,
}
