using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>What the set of values is that the data do not exclude: an interval is only one of the shapes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IntervalShape>))]
public enum IntervalShape
{
    /// <summary>Every value from the lower to the upper limit.</summary>
    Bounded,

    /// <summary>Every value except those strictly between the lower and the upper limit; a limit that is <c>null</c> is infinite.</summary>
    Complement,

    /// <summary>Every value: the data exclude none.</summary>
    WholeLine,
}
