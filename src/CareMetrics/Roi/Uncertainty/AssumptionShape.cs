using System.Text.Json.Serialization;

namespace CareMetrics.Roi;

/// <summary>How an assumption may turn out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AssumptionShape>))]
public enum AssumptionShape
{
    /// <summary>One value, taken as certain.</summary>
    Point,

    /// <summary>From low to high with straight sides up to the likely value.</summary>
    Triangular,

    /// <summary>From low to high, bell-shaped around the likely value: a beta distribution with weight 4 on it (Malcolm et al. 1959).</summary>
    Pert,

    /// <summary>Normal around its mean; of either sign.</summary>
    Normal,

    /// <summary>Log-normal with its mean; always above 0, with a long upper tail.</summary>
    LogNormal,

    /// <summary>Beta between two ends, such as a rate known from successes among trials.</summary>
    Beta,
}
