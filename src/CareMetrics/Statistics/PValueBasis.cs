using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>Which interval a comparison's p-value inverts: that interval excludes "no change" exactly when p &lt; 1 − level.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PValueBasis>))]
public enum PValueBasis
{
    /// <summary>The interval of the absolute change.</summary>
    Change,

    /// <summary>The interval of the relative change.</summary>
    RelativeChange,

    /// <summary>Neither: the p-value is a test of its own.</summary>
    Neither,
}
