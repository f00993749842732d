using System.Text.Json.Serialization;
using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>The return on keeping customers as if every ranter turned raver were care's doing: NOT ATTRIBUTABLE, for there is no control group.</summary>
/// <remarks>
/// A type of its own, so that it cannot pass for an <see cref="IncrementalRetentionRoi"/>. Moods drift back to the middle by themselves:
/// part of these customers, perhaps all, would have come round with nothing done.
/// </remarks>
public sealed record RetentionRoi
{
    internal const string NoClaim = "NOT ATTRIBUTABLE, without a control group";

    /// <summary>What a kept customer is worth.</summary>
    public required KeptValue Value { get; init => field = Errors.Require(value, nameof(Value)); }

    /// <summary>What keeping them costs.</summary>
    public required RetentionCost Cost { get; init => field = Errors.Require(value, nameof(Cost)); }

    /// <summary>Ranters turned ravers of the ranters counted.</summary>
    public required ProportionTally Converted { get; init; }

    /// <summary>The customers with values of their own; <c>null</c> where one value holds for all.</summary>
    public KeptValueTally? Own { get; init; }

    /// <summary>The books: value of the converted, investment and net, exact; <c>null</c> where there are no ranters.</summary>
    public required ReturnOnInvestment? Return { get; init; }

    /// <summary>The return, a fraction, with its interval; its value is <c>null</c> where there are no ranters or nothing is invested.</summary>
    public required Estimate NaiveRoi { get; init; }

    /// <summary>The net, in money, with its interval.</summary>
    public required Estimate NaiveNet { get; init; }

    /// <summary>How many ranters must turn raver for a return of 0; <c>null</c> where a save is worth no more than it costs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? BreakEvenConversions { get; init => field = Errors.RequireFinite(value, nameof(BreakEvenConversions)); }

    /// <summary>The share of the ranters that must turn raver for a return of 0, above 1 where all of them are not enough.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? BreakEvenRate { get; init => field = Errors.RequireFinite(value, nameof(BreakEvenRate)); }

    /// <summary>Investment ÷ ranters turned ravers, in money; <c>null</c> where none turned.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? CostPerSave { get; init => field = Errors.RequireFinite(value, nameof(CostPerSave)); }

    /// <summary><see cref="CostPerSave"/> ÷ the cost of winning a new customer: below 1, keeping is cheaper; <c>null</c> where either is not known.</summary>
    [JsonIgnore]
    public double? CostPerSaveToAcquisition => CostPerSave / (double?)Cost.AcquisitionCost;

    /// <summary>What the return may be claimed as: nothing.</summary>
    public string Claim { get; } = NoClaim;

    /// <summary>How the return may turn out, where the rate, and the value if it has a standard deviation, are uncertain.</summary>
    /// <returns>The chances; <c>null</c> where there are no ranters, or own values that do not vary.</returns>
    /// <exception cref="OverflowException">A value is beyond what a number can hold.</exception>
    public RetentionRisk? Risk() => RetentionChances.Of(this, null);

    /// <summary>The return as a person reads it, beginning with what may be claimed.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => Return is null
        ? $"{NoClaim}: no ranters, no ROI"
        : $"{NoClaim}: {RetentionText.Roi(NaiveRoi, Return)}; {Converted} ranters turned ravers at {Value}";
}
