using System.Text.Json.Serialization;

namespace CareMetrics.Roi;

/// <summary>When the first of a row of cash flows falls. Spreadsheets' NPV takes it after one period.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FirstFlow>))]
public enum FirstFlow
{
    /// <summary>Now: it is not discounted.</summary>
    Now,

    /// <summary>After one period: it is discounted once.</summary>
    AfterOnePeriod,
}
