using System.Text.Json.Serialization;

namespace CareMetrics.Retention;

/// <summary>What the value of a kept customer is counted in.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ValueBasis>))]
public enum ValueBasis
{
    /// <summary>What is left of the revenue after the cost of serving it: what a return is made of.</summary>
    Margin,

    /// <summary>Revenue: a return of it is larger than the money that stays.</summary>
    Revenue,
}
