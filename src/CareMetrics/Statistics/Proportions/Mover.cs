namespace CareMetrics.Statistics;

/// <summary>The method of variance estimates recovery: limits of a difference from the limits of its two sides (Zou and Donner 2008).</summary>
internal static class Mover
{
    /// <summary>Lower limit of current − baseline.</summary>
    /// <param name="difference">Current − baseline.</param>
    /// <param name="currentBelow">Current estimate − its lower limit.</param>
    /// <param name="baselineAbove">Baseline's upper limit − its estimate.</param>
    /// <param name="correlation">Of the two sides, 0 where they are independent.</param>
    /// <returns>The limit.</returns>
    internal static double Lower(double difference, double currentBelow, double baselineAbove, double correlation = 0) =>
        difference - Distance(currentBelow, baselineAbove, correlation);

    /// <summary>Upper limit of current − baseline.</summary>
    /// <param name="difference">Current − baseline.</param>
    /// <param name="currentAbove">Current's upper limit − its estimate.</param>
    /// <param name="baselineBelow">Baseline estimate − its lower limit.</param>
    /// <param name="correlation">Of the two sides, 0 where they are independent.</param>
    /// <returns>The limit.</returns>
    internal static double Upper(double difference, double currentAbove, double baselineBelow, double correlation = 0) =>
        difference + Distance(currentAbove, baselineBelow, correlation);

    private static double Distance(double one, double other, double correlation) =>
        Math.Sqrt(Math.Max(0, one * one + other * other - 2 * correlation * one * other));
}
