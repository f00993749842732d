namespace CareMetrics.Roi;

/// <summary>Sums that are 0 in money and not quite 0 in binary: 0.1 + 0.2 − 0.3.</summary>
internal static class Rounding
{
    // Each amount is off by at most half a unit in its last place; so is their sum, relative to their sizes together.
    private const double Unit = 1e-15;

    /// <summary>A difference of amounts, 0 where it is no larger than the rounding of the amounts themselves.</summary>
    internal static double Difference(double difference, double size) => Math.Abs(difference) <= Unit * size ? 0 : difference;
}
