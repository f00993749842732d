using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>What becomes of an answer that is no score on the scale.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<InvalidAnswers>))]
public enum InvalidAnswers
{
    /// <summary>The first one is an error that names its index: the default.</summary>
    Fail,

    /// <summary>They are counted apart and enter no score.</summary>
    Count,
}
