using System.Text.Json.Serialization;

namespace CareMetrics.Retention;

/// <summary>When a customer's margins fall. Formulas of lifetime value differ by this alone, and by up to a whole margin.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MarginTiming>))]
public enum MarginTiming
{
    /// <summary>The first margin is now and certain: m, m·r/(1 + d), … in all m(1 + d)/(1 + d − r). A customer who has just paid or is about to.</summary>
    FirstMarginNow,

    /// <summary>The first margin is in one period, of those who renew: m·r/(1 + d), … in all m·r/(1 + d − r) (Gupta and Lehmann 2003). A customer whose present period is paid.</summary>
    AfterFirstRenewal,

    /// <summary>Each margin is at the end of a period, of those who were there at its start: m/(1 + d), m·r/(1 + d)², … in all m/(1 + d − r).</summary>
    EndOfPeriod,
}
