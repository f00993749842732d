using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>How the interval of a difference of two independent proportions is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProportionDifferenceMethod>))]
public enum ProportionDifferenceMethod
{
    /// <summary>The Wilson limits of both sides joined (Newcombe 1998, method 10), the default: it stays inside ±1 and keeps its level at small counts.</summary>
    Newcombe,

    /// <summary>The score test inverted (Miettinen and Nurminen 1985), as regulators of clinical trials ask for it.</summary>
    MiettinenNurminen,

    /// <summary>Wald, as most tools print it: of no width where both sides are 0 or 1. Offered to match them.</summary>
    Wald,
}
