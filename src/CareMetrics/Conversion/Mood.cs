using System.Text.Json.Serialization;

namespace CareMetrics.Conversion;

/// <summary>How a customer speaks of a company. The numbers are those of <see cref="Nps.NpsCategory"/>: −1, 0, +1.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Mood>))]
public enum Mood
{
    /// <summary>Speaks ill of it: a detractor, few stars, negative sentiment.</summary>
    Ranter = -1,

    /// <summary>Neither.</summary>
    Neutral = 0,

    /// <summary>Speaks well of it: a promoter, many stars, positive sentiment.</summary>
    Raver = 1,
}
