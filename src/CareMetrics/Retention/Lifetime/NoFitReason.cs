using System.Text.Json.Serialization;

namespace CareMetrics.Retention;

/// <summary>Why the likelihood of a retention model has no maximum.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoFitReason>))]
public enum NoFitReason
{
    /// <summary>There is no customer whose next period is known.</summary>
    NoCustomers,

    /// <summary>Nobody left: the less churn is assumed, the likelier the data, down to none.</summary>
    NoChurn,

    /// <summary>Only one period was watched: it shows how many leave, not how churn changes with age.</summary>
    OnePeriod,

    /// <summary>All who left did so in their first period: the likelihood rises as α and β go to 0, half-hearted customers beside eternal ones.</summary>
    OnlyFirstPeriodLoses,

    /// <summary>Churn does not fall with age: the likelihood rises as α and β go to infinity, to one churn rate for everybody.</summary>
    ConstantChurn,

    /// <summary>Churn falls as steeply as if nobody outlasted the first period, in which all left or none was watched: the likelihood rises as β goes to 0.</summary>
    NobodyOutlastsTheFirst,
}
