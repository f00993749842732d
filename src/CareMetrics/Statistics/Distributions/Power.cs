namespace CareMetrics.Statistics;

/// <summary>How far a true change must lie from none, in standard errors, for a test to find it with a given chance.</summary>
internal static class Power
{
    /// <summary>z₁₋α⁄₂ + z_power.</summary>
    internal static double Reach(double level, double power)
    {
        Errors.RequireLevel(level);
        Errors.RequirePower(power, level);
        return Distributions.TwoSidedZ(level) + Distributions.NormalQuantile(power);
    }
}
