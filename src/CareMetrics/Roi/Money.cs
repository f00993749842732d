using System.Globalization;

namespace CareMetrics.Roi;

/// <summary>Bookkeeping in <see cref="decimal"/>: products and sums that keep their cents or fail by name.</summary>
internal static class Money
{
    /// <summary>The largest amount that a decimal still holds with both cents.</summary>
    internal const decimal Largest = decimal.MaxValue / 100;

    internal static decimal Product(string what, params ReadOnlySpan<decimal> factors)
    {
        decimal product = 1;
        try
        {
            foreach (decimal factor in factors)
            {
                product *= factor;
            }
        }
        catch (OverflowException)
        {
            throw Errors.MoneyTooLarge(what);
        }

        return Kept(what, product);
    }

    // Two amounts that keep their cents are far from the end of decimal: their sum cannot overflow.
    internal static decimal Sum(string what, decimal left, decimal right) => Kept(what, Kept(what, left) + Kept(what, right));

    internal static string Text(decimal amount, string? currency)
    {
        // Half a cent goes away from 0, and 0 has no sign: so decimals are written.
        string text = amount.ToString("N2", CultureInfo.InvariantCulture);
        return currency is null ? text : $"{text} {currency}";
    }

    private static decimal Kept(string what, decimal amount) =>
        amount is <= Largest and >= -Largest ? amount : throw Errors.MoneyTooLarge(what);
}
