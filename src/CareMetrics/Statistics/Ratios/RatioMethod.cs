using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>How the interval of the ratio of two means, or of two ratios of sums, is made; each goes by Student's t.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RatioMethod>))]
public enum RatioMethod
{
    /// <summary>The log of the ratio with its first-order error and Satterthwaite's degrees of freedom, the default: never below 0, and turned round when the sides are.</summary>
    LogDelta,

    /// <summary>The ratio with its first-order error, and Welch's degrees of freedom: symmetric, what many tools print.</summary>
    Delta,

    /// <summary>The ratios that Welch's test does not exclude (Fieller 1954): not always an interval.</summary>
    Fieller,
}
