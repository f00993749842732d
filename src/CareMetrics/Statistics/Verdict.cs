using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>What a comparison shows, in the order in which it is decided.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>The two sides cannot be compared; the reason is given.</summary>
    NotComparable,

    /// <summary>The current period is not over or its answers are still due: there is no verdict yet.</summary>
    Provisional,

    /// <summary>Any change is smaller than the practical margin, even where it is significant.</summary>
    Equivalent,

    /// <summary>A change in the good direction.</summary>
    Improved,

    /// <summary>A change in the bad direction.</summary>
    Worsened,

    /// <summary>A change where no direction is good.</summary>
    Changed,

    /// <summary>This much data cannot tell.</summary>
    Inconclusive,
}
