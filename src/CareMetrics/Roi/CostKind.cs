using System.Text.Json.Serialization;

namespace CareMetrics.Roi;

/// <summary>What kind of cost a line is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CostKind>))]
public enum CostKind
{
    /// <summary>Spent once, to begin.</summary>
    Initial,

    /// <summary>Spent every period.</summary>
    Running,

    /// <summary>Spent for each customer saved: a concession, a refund, a free month.</summary>
    PerSave,
}
