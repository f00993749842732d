using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>On which scale the interval of a survival curve is symmetric.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SurvivalMethod>))]
public enum SurvivalMethod
{
    /// <summary>ln(−ln S): inside 0 and 1 of itself, and nearest to its level in small samples. None where S is 0 or 1.</summary>
    LogLog,

    /// <summary>ln S: what R prints unless told otherwise; cut at 1. None where S is 0.</summary>
    Log,

    /// <summary>S itself: cut at 0 and 1, and too narrow near them. None where S is 0.</summary>
    Plain,
}
