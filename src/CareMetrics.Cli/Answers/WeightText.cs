using System.Globalization;

namespace CareMetrics.Cli;

/// <summary>Reads the weights of answers.</summary>
internal static class WeightText
{
    internal const string Allowed = "allowed are 0 and numbers from 1e-100 to 1e100, with a point for decimals; every answer needs its weight";

    // Squares and sums of these neither vanish nor pass what a double holds.
    private const double Least = 1e-100;
    private const double Most = 1e100;

    /// <returns>What is wrong with it, as in "2 blank"; null where it is a weight.</returns>
    internal static string? Read(ReadOnlySpan<byte> text, out double weight)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (text.IsEmpty)
        {
            weight = 0;
            return "blank";
        }

        return !double.TryParse(text, Style, CultureInfo.InvariantCulture, out weight) || double.IsNaN(weight) ? "not a number"
            : weight < 0 ? "below 0"
            : weight > Most ? "too large"
            : weight is > 0 and < Least ? "too small"
            : null;
    }
}
