using System.Text.Json.Serialization;

namespace CareMetrics.Baseline;

/// <summary>What the rules say of a point, each with its side; a point may bear several.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<ChartSignalKinds>))]
public enum ChartSignalKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Above the upper limit.</summary>
    AboveLimit = 1,

    /// <summary>Below the lower limit.</summary>
    BelowLimit = 2,

    /// <summary>In a run of points above the centre line.</summary>
    ShiftAbove = 4,

    /// <summary>In a run of points below the centre line.</summary>
    ShiftBelow = 8,

    /// <summary>In a run of points that rise.</summary>
    TrendUp = 16,

    /// <summary>In a run of points that fall.</summary>
    TrendDown = 32,

    /// <summary>One of two of three points beyond two sigma, above.</summary>
    TwoOfThreeAbove = 64,

    /// <summary>One of two of three points beyond two sigma, below.</summary>
    TwoOfThreeBelow = 128,
}
