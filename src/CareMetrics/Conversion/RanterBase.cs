using System.Text.Json.Serialization;

namespace CareMetrics.Conversion;

/// <summary>Of which ranters a conversion rate is a share.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RanterBase>))]
public enum RanterBase
{
    /// <summary>Of all ranters: who was never seen again counts as not turned. The practitioners' ratio.</summary>
    All,

    /// <summary>Of the ranters who were seen again. Who answers twice is seldom like who does not.</summary>
    Reobserved,
}
