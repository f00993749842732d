using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>How McNemar's p-value is made of the changes in one direction and in the other.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<McNemarMethod>))]
public enum McNemarMethod
{
    /// <summary>Exact, with half the probability of what was seen: the default, close to its level without passing it in practice (Fagerland, Lydersen and Laake 2013).</summary>
    MidP,

    /// <summary>The exact conditional binomial test: never above its level, and conservative for it.</summary>
    Exact,

    /// <summary>χ² = (b − c)²/(b + c) with one degree of freedom, without continuity correction (McNemar 1947).</summary>
    ChiSquared,
}
