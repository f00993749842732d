using System.Text.Json.Serialization;

namespace CareMetrics.Periods;

/// <summary>How a calendar is cut into periods.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PeriodKind>))]
public enum PeriodKind
{
    /// <summary>ISO 8601 week: Monday to Sunday; week 1 holds the year's first Thursday.</summary>
    Week,

    /// <summary>Calendar month.</summary>
    Month,

    /// <summary>Calendar quarter: three months from January, April, July or October.</summary>
    Quarter,

    /// <summary>Half of a calendar year: six months from January or July.</summary>
    HalfYear,

    /// <summary>Calendar year.</summary>
    Year,
}
