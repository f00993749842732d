using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace CareMetrics.Statistics;

/// <summary>Quantiles and tails.</summary>
internal static class Distributions
{
    internal static double NormalUpper(double z) => 0.5 * SpecialFunctions.Erfc(z / Math.Sqrt(2));

    internal static double NormalQuantile(double p) => Normal.InvCDF(0, 1, p);

    internal static double TwoSidedZ(double level) => -Normal.InvCDF(0, 1, (1 - level) / 2);

    internal static double TwoSidedP(double z) => 2 * NormalUpper(Math.Abs(z));

    internal static double BetaQuantile(double a, double b, double p) => Beta.InvCDF(a, b, p);

    internal static double BetaUpperQuantile(double a, double b, double q) => Beta.InvCDF(a, b, 1 - q);
}
