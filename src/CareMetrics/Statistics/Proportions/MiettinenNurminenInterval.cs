namespace CareMetrics.Statistics;

/// <summary>The difference of two independent proportions, current minus baseline, by the score test inverted (Miettinen and Nurminen 1985).</summary>
internal readonly struct MiettinenNurminenInterval(ProportionTally baseline, ProportionTally current) : IIntervalOfZ
{
    private readonly double _x1 = current.Successes;
    private readonly double _n1 = current.Trials;
    private readonly double _x0 = baseline.Successes;
    private readonly double _n0 = baseline.Trials;

    private double Difference { get; } = new NewcombeInterval(baseline, current).Difference;

    /// <summary>The p-value of no difference: the restricted shares are then both the pooled one.</summary>
    internal double PValue
    {
        get
        {
            double n = _n1 + _n0;
            double pooled = (_x1 + _x0) / n;
            double variance = pooled * ((n - _x1 - _x0) / n) * (1 / _n1 + 1 / _n0) * n / (n - 1);
            return Difference == 0 ? 1 : Distributions.TwoSidedP(Difference / Math.Sqrt(variance));
        }
    }

    // Swapping the sides negates the difference.
    public double Upper(double z) => -new MiettinenNurminenInterval(current, baseline).Lower(z);

    /// <summary>Where the statistic equals z, below the estimate: it falls from +∞ at −1 to 0 at the estimate.</summary>
    public double Lower(double z)
    {
        // At the estimate itself the variance can be 0, and the statistic 0/0 as written: 0, which is below z.
        MiettinenNurminenInterval self = this;
        double Excess(double delta) => delta == self.Difference ? -z : self.Difference - delta - z * Math.Sqrt(self.Variance(delta));
        return Root.Between(Excess, -1, Difference);
    }

    private double Variance(double delta)
    {
        double p0 = Restricted(delta);
        double p1 = Math.Clamp(p0 + delta, 0, 1);
        double n = _n1 + _n0;
        return (p1 * (1 - p1) / _n1 + p0 * (1 - p0) / _n0) * n / (n - 1);
    }

    /// <summary>The baseline share that is most likely when the current one is <paramref name="delta"/> above it.</summary>
    /// <remarks>
    /// The derivative of the log-likelihood falls throughout; multiplied by p₀q₀p₁q₁ it is the published cubic, here kept as a
    /// product so that it does not cancel: the closed form loses half its digits. At the ends the product is 0 and the derivative is not.
    /// </remarks>
    private double Restricted(double delta)
    {
        (double low, double high) = (Math.Max(0, -delta), Math.Min(1, 1 - delta));
        (double x1, double x0, double y1, double y0) = (_x1, _x0, _n1 - _x1, _n0 - _x0);
        double Slope(double p)
        {
            (double q0, double p1, double q1) = (1 - p, p + delta, 1 - p - delta);
            return p == low ? 1 : p == high ? -1 : (x1 * q1 - y1 * p1) * p * q0 + (x0 * q0 - y0 * p) * p1 * q1;
        }

        return Root.Between(Slope, low, high);
    }
}
