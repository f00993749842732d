using System.Text.Json.Serialization;

namespace CareMetrics.Roi;

/// <summary>Why cash flows have no internal rate of return.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoRateReason>))]
public enum NoRateReason
{
    /// <summary>Every flow is 0: any rate would do.</summary>
    AllZero,

    /// <summary>All that is not 0 falls at one time: no rate moves it.</summary>
    OneFlow,

    /// <summary>All flows go one way: no rate brings them to 0.</summary>
    NoSignChange,

    /// <summary>The flows change sign, yet their present value is 0 at no real rate above −1.</summary>
    NoRealRate,

    /// <summary>There is a rate, too close to −1 or too far out for a number to hold it.</summary>
    BeyondPrecision,
}
