using System.Text;
using CareMetrics.Roi;

namespace CareMetrics.Retention;

/// <summary>What one kept customer is worth: how much, of margin or of revenue, and over what time.</summary>
/// <remarks>
/// The value of a save is what the customer is worth as a raver less what the same customer is worth as a ranter, not the whole
/// lifetime value. Immutable; equal when all parts are.
/// </remarks>
public sealed record KeptValue
{
    /// <summary>The value of one kept customer, 0 or more, in money; <c>null</c> where each customer has a value of their own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required decimal? Amount { get; init => field = value is { } amount ? Errors.RequireNotNegative(amount, nameof(Amount)) : null; }

    /// <summary>Whether it is margin or revenue.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is neither.</exception>
    public required ValueBasis Basis
    {
        get;
        init
        {
            Errors.RequireKnown(value, nameof(Basis));
            field = value;
        }
    }

    /// <summary>Over what time the value is counted, such as <c>2 years</c>.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public required string Horizon { get; init => field = Errors.RequireText(value, nameof(Horizon)); }

    /// <summary>How unsure the amount itself is: its standard deviation, 0 or more; <c>null</c> where it counts as known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal? StandardDeviation { get; init => field = value is { } deviation ? Errors.RequireNotNegative(deviation, nameof(StandardDeviation)) : null; }

    /// <summary>The currency, such as <c>EUR</c>; <c>null</c> where it goes without saying.</summary>
    public string? Currency { get; init; }

    /// <summary>One margin for every kept customer.</summary>
    /// <param name="amount">The margin of one, 0 or more.</param>
    /// <param name="horizon">Over what time, such as <c>2 years</c>.</param>
    /// <param name="currency">The currency, or <c>null</c>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static KeptValue Margin(decimal amount, string horizon, string? currency = null) =>
        Of(Errors.RequireNotNegative(amount, nameof(amount)), ValueBasis.Margin, horizon, currency);

    /// <summary>One revenue for every kept customer.</summary>
    /// <param name="amount">The revenue of one, 0 or more.</param>
    /// <param name="horizon">Over what time, such as <c>2 years</c>.</param>
    /// <param name="currency">The currency, or <c>null</c>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static KeptValue Revenue(decimal amount, string horizon, string? currency = null) =>
        Of(Errors.RequireNotNegative(amount, nameof(amount)), ValueBasis.Revenue, horizon, currency);

    /// <summary>A value of each customer's own, which a <see cref="KeptValueTally"/> brings.</summary>
    /// <param name="basis">Whether the values are margin or revenue.</param>
    /// <param name="horizon">Over what time, such as <c>2 years</c>.</param>
    /// <param name="currency">The currency, or <c>null</c>.</param>
    /// <returns>The value without an amount.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static KeptValue OfEach(ValueBasis basis, string horizon, string? currency = null) =>
        Of(null, basis, horizon, currency);

    /// <summary>The value as a person reads it, such as <c>450.00 EUR of margin over 2 years</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        var text = new StringBuilder(Amount is { } amount ? Money.Text(amount, Currency) : "each customer's own value");
        if (StandardDeviation is { } deviation)
        {
            text.Append(" ± ").Append(Money.Text(deviation, null));
        }

        return text.Append(Basis == ValueBasis.Margin ? " of margin over " : " of revenue over ").Append(Horizon).ToString();
    }

    private static KeptValue Of(decimal? amount, ValueBasis basis, string horizon, string? currency)
    {
        Errors.RequireKnown(basis, nameof(basis));
        return new() { Amount = amount, Basis = basis, Horizon = Errors.RequireText(horizon, nameof(horizon)), Currency = currency };
    }
}
