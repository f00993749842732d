using System.Globalization;
using System.Text.Json.Serialization;

namespace CareMetrics.Baseline;

/// <summary>One observation of a series in order of time: its label, and its value or its count with what it is counted of.</summary>
/// <remarks>An immutable value. <c>default</c> is an observation without label and value: a gap. Two are equal when all properties are.</remarks>
public readonly record struct ChartObservation
{
    /// <summary>Makes an observation.</summary>
    /// <param name="label">What the chart calls it, such as <c>2018-07</c>; <c>null</c> is its number in the series, from 1.</param>
    /// <param name="value">The value of an XmR chart, a finite number; the count of a p or u chart, 0 or more; <c>null</c> where it is missing.</param>
    /// <param name="denominator">Of how many, or for how much exposure, 0 or more; <c>null</c> on an XmR chart, or where it is missing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite, or the denominator is below 0.</exception>
    [JsonConstructor]
    public ChartObservation(string? label, double? value, double? denominator = null)
    {
        Errors.RequireFinite(value, nameof(value));
        Errors.RequireFinite(denominator, nameof(denominator));
        Errors.RequireNotNegative(denominator ?? 0, nameof(denominator));
        (Label, Value, Denominator) = (label, value, denominator);
    }

    /// <summary>Makes an observation of a day or of a period that starts with it, labelled as <c>2018-07-01</c>.</summary>
    /// <param name="date">The day.</param>
    /// <param name="value">The value, or the count; <c>null</c> where it is missing.</param>
    /// <param name="denominator">Of how many, or for how much exposure.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite, or the denominator is below 0.</exception>
    public ChartObservation(DateOnly date, double? value, double? denominator = null)
        : this(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), value, denominator)
    {
    }

    /// <summary>What the chart calls it; <c>null</c> is its number in the series, from 1.</summary>
    public string? Label { get; }

    /// <summary>The value of an XmR chart, the count of a p or u chart; <c>null</c> where it is missing.</summary>
    public double? Value { get; }

    /// <summary>Of how many, or for how much exposure; <c>null</c> on an XmR chart, or where it is missing.</summary>
    public double? Denominator { get; }

    /// <summary>The observation as a person reads it, such as <c>2018-07: 12 of 340</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Label is null ? "" : Label + ": ")}{(Value is { } value ? value : "missing")}{(Denominator is { } whole ? $" of {whole}" : "")}");
}
