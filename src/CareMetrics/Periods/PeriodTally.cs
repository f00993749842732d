using System.Text.Json.Serialization;

namespace CareMetrics.Periods;

/// <summary>A period and what was counted in it.</summary>
/// <typeparam name="TTally">The tally type.</typeparam>
/// <remarks>An immutable value. <c>default</c> is the empty tally of the first week of the calendar; two are equal when both parts are.</remarks>
public readonly record struct PeriodTally<TTally>
    where TTally : struct
{
    /// <summary>Makes the pair.</summary>
    /// <param name="period">The period.</param>
    /// <param name="tally">What was counted in it.</param>
    [JsonConstructor]
    public PeriodTally(Period period, TTally tally) => (Period, Tally) = (period, tally);

    /// <summary>The period.</summary>
    public Period Period { get; }

    /// <summary>What was counted in it.</summary>
    public TTally Tally { get; }

    /// <summary>The pair as a person reads it.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Period}: {Tally}";
}
