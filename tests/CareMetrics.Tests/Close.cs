using System.Globalization;

namespace CareMetrics.Tests;

/// <summary>Assertions that two numbers agree to a stated tolerance, and say by how much they do not.</summary>
internal static class Close
{
    /// <summary>Holds where |actual − expected| ≤ tolerance · |expected|: an expected zero is met by zero alone.</summary>
    internal static void Relative(double expected, double actual, double tolerance, object? context = null) =>
        Within(expected, actual, tolerance, Math.Abs(expected), "relative", context);

    /// <summary>Holds where |actual − expected| ≤ tolerance · max(1, |expected|): relative, and absolute near zero.</summary>
    internal static void Near(double expected, double actual, double tolerance, object? context = null) =>
        Within(expected, actual, tolerance, Math.Max(1, Math.Abs(expected)), "near", context);

    /// <inheritdoc cref="Relative(double, double, double, object?)"/>
    internal static void Relative(double expected, double? actual, double tolerance, object? context = null) =>
        Relative(expected, Present(expected, actual, context), tolerance, context);

    /// <inheritdoc cref="Near(double, double, double, object?)"/>
    internal static void Near(double expected, double? actual, double tolerance, object? context = null) =>
        Near(expected, Present(expected, actual, context), tolerance, context);

    private static double Present(double expected, double? actual, object? context)
    {
        if (actual is null)
        {
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{context}: expected {expected:G17}, actual is null"));
        }

        return actual.Value;
    }

    private static void Within(double expected, double actual, double tolerance, double scale, string kind, object? context)
    {
        double error = Math.Abs(actual - expected);
        // Equality first, for infinities; the comparison then fails on NaN.
        if (expected.Equals(actual) || error <= tolerance * scale)
        {
            return;
        }

        double shown = scale > 0 ? error / scale : error;
        Assert.Fail(string.Create(
            CultureInfo.InvariantCulture,
            $"{context}: expected {expected:G17}, actual {actual:G17}, {kind} error {shown:G3} over {tolerance:G3}"));
    }
}
