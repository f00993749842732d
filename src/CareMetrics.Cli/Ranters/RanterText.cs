using System.Globalization;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Shares and differences of ranters as people read them.</summary>
internal static class RanterText
{
    public static string Percent(double? share) => share is { } found ? Tenths(100 * found) + "%" : Show.Absent;

    /// <summary>A difference of two shares, in points of a hundred, with its sign.</summary>
    public static string Difference(double? difference) => difference is { } found
        ? (Math.Round(100 * found, 1, MidpointRounding.AwayFromZero) > 0 ? "+" : "") + Tenths(100 * found)
        : Show.Absent;

    public static string Interval(Estimate estimate) =>
        estimate.Lower is null && estimate.Upper is null ? Show.Absent : $"{Percent(estimate.Lower)} to {Percent(estimate.Upper)}";

    public static string DifferenceInterval(Estimate estimate) =>
        estimate.Lower is null && estimate.Upper is null ? Show.Absent : $"{Difference(estimate.Lower)} to {Difference(estimate.Upper)}";

    /// <summary>A share with its interval, such as "24.4% (95% CI 20.5% to 28.8%)".</summary>
    public static string Full(Estimate estimate) => estimate.Value is null
        ? "no share"
        : $"{Percent(estimate.Value)} ({Show.Level(estimate.Level)} CI {Interval(estimate)})";

    public static string PValue(double? p) => p switch
    {
        null => "no p-value",
        < 0.0001 => "p < 0.0001",
        { } found => "p = " + found.ToString(found < 0.1 ? "0.0000" : "0.00", CultureInfo.InvariantCulture),
    };

    public static string Tenths(double value)
    {
        double rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return (rounded < 0 ? "−" : "") + Math.Abs(rounded).ToString("N1", CultureInfo.InvariantCulture);
    }
}
