using System.Text.Json.Serialization;

namespace CareMetrics.Baseline;

/// <summary>How many digits of the constants that turn moving ranges into limits are used.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChartConstants>))]
public enum ChartConstants
{
    /// <summary>All digits: limits at 3√π/2 = 2.6587 mean moving ranges, the limit of ranges at 3.2665. The default.</summary>
    Exact,

    /// <summary>Limits at 2.66 mean moving ranges and the limit of ranges at 3.267; 3.145 and 3.865 of the median one. As books and NHSRplotthedots have it.</summary>
    Rounded,

    /// <summary>Limits at 3/1.128 = 2.6596 mean moving ranges and the limit of ranges at 3.267; 3/0.954 and 3.865 of the median one. As qicharts2 has it.</summary>
    RoundedDivisor,
}
