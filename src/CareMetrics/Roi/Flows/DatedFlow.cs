using System.Globalization;
using System.Text.Json.Serialization;

namespace CareMetrics.Roi;

/// <summary>A cash flow on a day.</summary>
/// <remarks>An immutable value. <c>default</c> is a flow of 0 on the first day of the calendar; two are equal when day and amount are.</remarks>
public readonly record struct DatedFlow
{
    /// <summary>Makes a dated flow.</summary>
    /// <param name="date">The day.</param>
    /// <param name="amount">The amount, a finite number: above 0 in, below 0 out.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is NaN or infinite.</exception>
    [JsonConstructor]
    public DatedFlow(DateOnly date, double amount)
    {
        Errors.RequireNumber(amount, nameof(amount));
        (Date, Amount) = (date, amount);
    }

    /// <summary>The day.</summary>
    public DateOnly Date { get; }

    /// <summary>The amount: above 0 in, below 0 out.</summary>
    public double Amount { get; }

    /// <summary>The flow as a person reads it, such as <c>2024-12-31 52000</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd} {Amount}");
}
