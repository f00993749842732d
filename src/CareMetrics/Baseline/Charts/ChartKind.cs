using System.Text.Json.Serialization;

namespace CareMetrics.Baseline;

/// <summary>What a control chart is made of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChartKind>))]
public enum ChartKind
{
    /// <summary>Single values, their spread taken from the ranges between neighbours: fits nearly any series.</summary>
    Xmr,

    /// <summary>Proportions, as chance alone would spread them. Real ones with large denominators are spread wider: see <see cref="PPrime"/>.</summary>
    P,

    /// <summary>Counts for an exposure, as chance alone would spread them. Real ones with large counts are spread wider: see <see cref="UPrime"/>.</summary>
    U,

    /// <summary>Proportions with the spread that they show, on top of chance (Laney 2002).</summary>
    PPrime,

    /// <summary>Counts for an exposure with the spread that they show, on top of chance (Laney 2002).</summary>
    UPrime,
}
