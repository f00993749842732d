namespace CareMetrics.Statistics;

/// <summary>The difference of two Poisson rates, current minus baseline, by the score test inverted (Miettinen and Nurminen 1985).</summary>
internal static class ScoreRateDifference
{
    internal static (double? Lower, double? Upper) Limits(RateTally baseline, RateTally current, double z)
    {
        // In exposures that sum to 1 nothing overflows; the limits are per exposure, and scale back.
        double unit = baseline.Exposure + current.Exposure;
        double e0 = baseline.Exposure / unit;
        double e1 = current.Exposure / unit;
        return (Lower(baseline.Count, e0, current.Count, e1, z) / unit, -Lower(current.Count, e1, baseline.Count, e0, z) / unit);
    }

    // Where (D − δ)/√V(δ) is z, below the estimate; swapping the sides negates the difference.
    private static double Lower(double x0, double e0, double x1, double e1, double z)
    {
        if (x0 == 0 && x1 == 0)
        {
            return -z * z / e0;
        }

        double difference = x1 / e1 - x0 / e0;
        double Excess(double delta) => difference - delta - z * Math.Sqrt(Variance(x0, e0, x1, e1, delta));
        double low = difference;
        for (double step = z * z / e0; Excess(low) < 0; step *= 2)
        {
            low -= step;
        }

        return Root.Between(Excess, low, difference);
    }

    // λ₁/e₁ + λ₀/e₀ at the most likely rates that differ by δ, the exposures summing to 1.
    private static double Variance(double x0, double e0, double x1, double e1, double delta)
    {
        double apart = x1 - x0 - delta;
        double root = Math.Sqrt(apart * apart + 4 * x1 * x0);
        return Rate(x1 + x0 + delta, root, -x1 * delta) / e1 + Rate(x1 + x0 - delta, root, x0 * delta) / e0;
    }

    // The positive root of λ² − sum·λ − product, given the root of its discriminant.
    private static double Rate(double sum, double root, double product) =>
        sum >= 0 ? (sum + root) / 2 : 2 * product / (root - sum);
}
