namespace CareMetrics.Roi;

/// <summary>The worth today of one unit a step ahead, where a period is one step or, in days, 365.</summary>
internal static class DiscountFactor
{
    /// <summary>(1 + rate)^(−1/steps).</summary>
    internal static DoubleDouble Of(double rate, int steps)
    {
        DoubleDouble inverse = new DoubleDouble(1) / (new DoubleDouble(1) + new DoubleDouble(rate));
        // One step of Newton doubles the digits of the power in double.
        var start = new DoubleDouble(Math.Pow(inverse.High, 1.0 / steps));
        DoubleDouble below = start.Power(steps - 1);
        return start - (below * start - inverse) / (below * new DoubleDouble(steps));
    }

    /// <summary>The rate whose factor this is, rounded once.</summary>
    internal static double Rate(DoubleDouble factor, int steps) =>
        (new DoubleDouble(1) / factor.Power(steps) - new DoubleDouble(1)).High;
}
