using System.Text.Json.Serialization;

namespace CareMetrics.Conversion;

/// <summary>How the interval of a change in the Net Promoter Score of the same people is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PairedScoreMethod>))]
public enum PairedScoreMethod
{
    /// <summary>The score limits of before and after joined with their correlation (MOVER, Zou and Donner 2008), the default: at ten people a 95% interval covers 92% to 98%, less where hardly anyone changes.</summary>
    Mover,

    /// <summary>Wald on each person's own change: at ten people a 95% interval covers 88% to 95%. Offered to match other tools.</summary>
    Wald,
}
