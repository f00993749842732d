using System.Text.Json.Serialization;

namespace CareMetrics.Baseline;

/// <summary>Which published form of the rule "two of three points beyond two sigma" is used.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TwoOfThree>))]
public enum TwoOfThree
{
    /// <summary>The rule is not used.</summary>
    Off,

    /// <summary>Two of three successive points beyond 2σ on one side, wherever the third lies; known at the second of the two (Western Electric 1956).</summary>
    WesternElectric,

    /// <summary>Three successive points on one side, two of them between 2σ and the limit; known at the third (Making Data Count, to 2022).</summary>
    MakingDataCount2022,

    /// <summary>Three successive points on one side, two of them beyond 2σ, outside the limit or not; known at the third (Making Data Count, from 2023). The default.</summary>
    MakingDataCount2023,
}
