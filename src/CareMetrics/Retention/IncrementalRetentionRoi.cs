using System.Text.Json.Serialization;
using CareMetrics.Conversion;
using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>The return on keeping customers beyond what a control group did by itself: what care can claim.</summary>
/// <remarks>A type of its own, made from an <see cref="ExtraConversion"/> or from customers of both groups alone.</remarks>
public sealed record IncrementalRetentionRoi
{
    internal const string OfControl = "INCREMENTAL, against a control group";

    /// <summary>The conversion beyond that of the control group.</summary>
    public required ExtraConversion Extra { get; init => field = Errors.Require(value, nameof(Extra)); }

    /// <summary>The same programme without the control group: what it must not be told as.</summary>
    public required RetentionRoi Naive { get; init => field = Errors.Require(value, nameof(Naive)); }

    /// <summary>The control group with values of their own; <c>null</c> where one value holds for all.</summary>
    public KeptValueTally? OwnControl { get; init; }

    /// <summary>The books: value beyond that of the control group, investment and net; <c>null</c> where a side has no ranters.</summary>
    /// <remarks>The value is the exact quotient to the 28 digits of a decimal.</remarks>
    public required ReturnOnInvestment? Return { get; init; }

    /// <summary>The return, a fraction, with its interval; its value is <c>null</c> where a side has no ranters or nothing is invested.</summary>
    public required Estimate IncrementalRoi { get; init; }

    /// <summary>The net, in money, with its interval.</summary>
    public required Estimate IncrementalNet { get; init; }

    /// <summary>Ranters turned ravers beyond those who would have without treatment, n·(p − p of the control group), with its interval.</summary>
    public required Estimate ExtraConversions { get; init; }

    /// <summary>How many extra conversions make a return of 0; <c>null</c> where a save is worth no more than it costs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? BreakEvenConversions { get; init => field = Errors.RequireFinite(value, nameof(BreakEvenConversions)); }

    /// <summary>How far the conversion rate must be above that of the control group for a return of 0, a fraction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? BreakEvenRate { get; init => field = Errors.RequireFinite(value, nameof(BreakEvenRate)); }

    /// <summary>Investment ÷ extra conversions, in money; <c>null</c> where there are none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? CostPerExtraSave { get; init => field = Errors.RequireFinite(value, nameof(CostPerExtraSave)); }

    /// <summary>The share of the conversions that treatment made, 1 − p of the control group ÷ p: below 0 where it did harm; <c>null</c> where nobody turned.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? AttributableFraction { get; init => field = Errors.RequireFinite(value, nameof(AttributableFraction)); }

    /// <summary><see cref="CostPerExtraSave"/> ÷ the cost of winning a new customer: below 1, keeping is cheaper; <c>null</c> where either is not known.</summary>
    [JsonIgnore]
    public double? CostPerSaveToAcquisition => CostPerExtraSave / (double?)Naive.Cost.AcquisitionCost;

    /// <summary>What the return may be claimed as.</summary>
    public string Claim { get; } = OfControl;

    /// <summary>How the return may turn out, where both rates, and the value if it has a standard deviation, are uncertain.</summary>
    /// <returns>The chances; <c>null</c> where a side has no ranters, or own values that do not vary.</returns>
    /// <exception cref="OverflowException">A value is beyond what a number can hold.</exception>
    public RetentionRisk? Risk() => RetentionChances.Of(Naive, this);

    /// <summary>The return as a person reads it, beginning with what may be claimed.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => Return is null
        ? $"{Claim}: no ROI, for {Extra.Comparison.NotComparable?.Detail ?? "a side has no ranters"}"
        : $"{Claim}: {RetentionText.Roi(IncrementalRoi, Return)}; treated {Extra.Treated}, control {Extra.Control} at {Naive.Value}";
}
