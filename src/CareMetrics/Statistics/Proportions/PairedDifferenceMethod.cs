using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>How the interval of a difference of two proportions of the same subjects is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PairedDifferenceMethod>))]
public enum PairedDifferenceMethod
{
    /// <summary>The score test inverted (Tango 1998), the default: keeps its level down to small samples and stays inside ±1.</summary>
    Tango,

    /// <summary>Wilson limits of both shares joined with their correlation, continuity-corrected (Newcombe 1998, paired method 10).</summary>
    Newcombe,
}
