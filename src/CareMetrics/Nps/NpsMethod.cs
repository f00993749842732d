using System.Text.Json.Serialization;

namespace CareMetrics.Nps;

/// <summary>How the interval of a Net Promoter Score is made.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NpsMethod>))]
public enum NpsMethod
{
    /// <summary>The score test inverted (May and Johnson 1997; Tango 1998), the default: it keeps its level down to ten answers and stays inside ±100.</summary>
    Score,

    /// <summary>Wald after adding ¾ detractor, 1½ passives and ¾ promoter (Rocks 2016). It may leave ±100, and is given as computed.</summary>
    AdjustedWald,

    /// <summary>Wald, as most tools print it: at ten answers a 95% interval covers 88% on average and as little as 40% where a category is absent. Offered to match them.</summary>
    Wald,
}
