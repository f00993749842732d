using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>How the interval of a rate of events, and that of the ratio of two, is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RateMethod>))]
public enum RateMethod
{
    /// <summary>
    /// The spread between the periods themselves, the default: the log of the rate with the variance of a Poisson count times the
    /// dispersion φ, by Student's t (quasi-Poisson; McCullagh and Nelder 1989). Falls back to <see cref="Exact"/> where there is no
    /// such spread to go by: fewer than two periods, no events, or periods that do not differ.
    /// </summary>
    OverDispersed,

    /// <summary>Poisson, exact: the limits of Garwood (1936); a ratio conditional on the total (Przyborowski and Wilenski 1940) by Clopper and Pearson. Never covers less than the level.</summary>
    Exact,

    /// <summary>Poisson, exact with half the weight of what was seen: near the level on average, above it where events are few (Lancaster 1961). At levels near 0 it closes on the median of what the count allows, a little off the rate.</summary>
    MidP,

    /// <summary>Poisson, by the score test: Rao's limits; a ratio by Wilson's of the share of the total; a difference after Miettinen and Nurminen (1985).</summary>
    Score,
}
