using System.Text.Json.Serialization;

namespace CareMetrics.Baseline;

/// <summary>Whether a target was reached, by the interval of the current period.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetResult>))]
public enum TargetResult
{
    /// <summary>The interval reaches to both sides of the target, there is none, or the period is not final.</summary>
    CannotTell,

    /// <summary>The whole interval is at the target or on its good side.</summary>
    Met,

    /// <summary>The whole interval is on the bad side of the target.</summary>
    Missed,
}
