using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>How p-values of several comparisons made together are adjusted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Adjustment>))]
public enum Adjustment
{
    /// <summary>Holm (1979), the default: the chance of any false alarm at all stays below 1 − level.</summary>
    Holm,

    /// <summary>Benjamini and Hochberg (1995): the expected share of false alarms among the findings stays below 1 − level.</summary>
    BenjaminiHochberg,

    /// <summary>None: each p-value as it is.</summary>
    None,
}
