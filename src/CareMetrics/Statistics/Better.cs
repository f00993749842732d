using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>Which direction of a metric is good.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Better>))]
public enum Better
{
    /// <summary>Neither direction is good in itself: a change is only a change.</summary>
    Neither,

    /// <summary>More is better, as with a Net Promoter Score.</summary>
    Higher,

    /// <summary>Less is better, as with churn.</summary>
    Lower,
}
