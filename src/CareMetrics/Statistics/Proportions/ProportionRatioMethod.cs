using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>How the interval of a ratio of two independent proportions is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProportionRatioMethod>))]
public enum ProportionRatioMethod
{
    /// <summary>The score test inverted (Koopman 1984), the default: coverage near its level, also where one side has none.</summary>
    Koopman,

    /// <summary>The same with the variance times N/(N − 1) (Miettinen and Nurminen 1985): a little wider.</summary>
    MiettinenNurminen,

    /// <summary>The log of the ratio with its first-order error (Katz, Baptista, Azen and Pike 1978): none where a side has none; to match other tools.</summary>
    Katz,
}
