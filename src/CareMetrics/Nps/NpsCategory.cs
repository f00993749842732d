using System.Text.Json.Serialization;

namespace CareMetrics.Nps;

/// <summary>What a score makes of the one who gave it. The numbers are what each counts in the score: −1, 0, +1.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NpsCategory>))]
public enum NpsCategory
{
    /// <summary>0 to 6 on the 0–10 scale.</summary>
    Detractor = -1,

    /// <summary>7 or 8: not in the subtraction, but in the count.</summary>
    Passive = 0,

    /// <summary>9 or 10.</summary>
    Promoter = 1,
}
