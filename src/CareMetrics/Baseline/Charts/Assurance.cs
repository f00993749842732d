using System.Text.Json.Serialization;

namespace CareMetrics.Baseline;

/// <summary>Whether a process as it runs meets its target: where its limits lie, not where its last point does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Assurance>))]
public enum Assurance
{
    /// <summary>The limits hold the target between them: it is met or missed by chance.</summary>
    Inconsistent,

    /// <summary>The target lies on the bad side of both limits, or on the worse one: it is met every time while nothing changes.</summary>
    ConsistentlyPasses,

    /// <summary>The target lies beyond the better limit: it is missed every time until something changes.</summary>
    ConsistentlyFails,
}
