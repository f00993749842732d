using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>How the interval of a proportion is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProportionMethod>))]
public enum ProportionMethod
{
    /// <summary>The score interval of Wilson (1927), the default: mean coverage close to the level (Brown, Cai and DasGupta 2001).</summary>
    Wilson,

    /// <summary>The exact interval of Clopper and Pearson (1934): never covers less than the level, and is wider for it.</summary>
    ClopperPearson,

    /// <summary>The equal-tailed interval of the Jeffreys prior, closed at 0 and 1 (Brown, Cai and DasGupta 2001).</summary>
    Jeffreys,
}
