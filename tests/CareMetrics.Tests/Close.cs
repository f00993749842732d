using System.Globalization;
using System.Runtime.CompilerServices;
using CareMetrics.Tests.Accuracy;

namespace CareMetrics.Tests;

/// <summary>Assertions that two numbers agree to a stated tolerance, and say by how much they do not.</summary>
internal static class Close
{
    /// <summary>Holds where |actual − expected| ≤ tolerance · |expected|: an expected zero is met by zero alone.</summary>
    internal static void Relative(double expected, double actual, double tolerance, object? context = null, [CallerArgumentExpression(nameof(expected))] string written = "") =>
        Within(expected, actual, Math.Abs(expected), new(tolerance, "relative"), context, written);

    /// <summary>Holds where |actual − expected| ≤ tolerance · max(1, |expected|): relative, and absolute near zero.</summary>
    internal static void Near(double expected, double actual, double tolerance, object? context = null, [CallerArgumentExpression(nameof(expected))] string written = "") =>
        Within(expected, actual, Math.Max(1, Math.Abs(expected)), new(tolerance, "near"), context, written);

    /// <summary>Holds where |actual − expected| ≤ tolerance · size: for what is a sum of parts that may cancel.</summary>
    internal static void Sized(double expected, double actual, double tolerance, double size, object? context = null, [CallerArgumentExpression(nameof(expected))] string written = "") =>
        Within(expected, actual, size, new(tolerance, "sized"), context, written);

    /// <inheritdoc cref="Relative(double, double, double, object?, string)"/>
    internal static void Relative(double expected, double? actual, double tolerance, object? context = null, [CallerArgumentExpression(nameof(expected))] string written = "") =>
        Relative(expected, Present(expected, actual, context), tolerance, context, written);

    /// <inheritdoc cref="Near(double, double, double, object?, string)"/>
    internal static void Near(double expected, double? actual, double tolerance, object? context = null, [CallerArgumentExpression(nameof(expected))] string written = "") =>
        Near(expected, Present(expected, actual, context), tolerance, context, written);

    private static double Present(double expected, double? actual, object? context)
    {
        if (actual is null)
        {
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{context}: expected {expected:G17}, actual is null"));
        }

        return actual.Value;
    }

    private static void Within(double expected, double actual, double scale, Allowance allowance, object? context, string written)
    {
        double distance = Math.Abs(actual - expected);
        // Equality first, for infinities; the comparison then fails on NaN.
        bool equal = expected.Equals(actual);
        double error = equal ? 0 : scale > 0 ? distance / scale : distance;
        if (equal || distance <= allowance.Tolerance * scale)
        {
            Comparisons.Compared(context, expected, written, allowance, error);
            return;
        }

        Assert.Fail(string.Create(
            CultureInfo.InvariantCulture,
            $"{context}: expected {expected:G17}, actual {actual:G17}, {allowance.Of} error {error:G3} over {allowance.Tolerance:G3}"));
    }
}
