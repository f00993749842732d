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
        (double low, double high) = (-1, Difference);
        if (low == high)
        {
            return low;
        }

        // Regula falsi with the Illinois step on D − Δ − z√V, and a bisection whenever the bracket does not shrink by half.
        (double atLow, double atHigh) = (high - low, -z);
        for (int i = 0; i < 200 && high - low > 1e-16; i++)
        {
            double middle = low + (high - low) / 2;
            double trial = i % 3 == 2 ? middle : low + (high - low) * (atLow / (atLow - atHigh));
            if (!(trial > low && trial < high))
            {
                trial = middle;
                if (!(trial > low && trial < high))
                {
                    break;
                }
            }

            double value = Difference - trial - z * Math.Sqrt(Variance(trial));
            if (value > 0)
            {
                (low, atLow) = (trial, value);
                atHigh /= 2;
            }
            else
            {
                (high, atHigh) = (trial, value);
                atLow /= 2;
            }
        }

        return low + (high - low) / 2;
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
    /// product so that it does not cancel, and solved by Newton inside a bracket: the closed form loses half its digits.
    /// </remarks>
    private double Restricted(double delta)
    {
        (double low, double high) = (Math.Max(0, -delta), Math.Min(1, 1 - delta));
        (double y1, double y0) = (_n1 - _x1, _n0 - _x0);
        double p = Math.Clamp((_x1 + _x0 - delta * _n1) / (_n1 + _n0), low, high);
        for (int i = 0; i < 200 && high - low > 1e-17; i++)
        {
            if (!(p > low && p < high))
            {
                p = low + (high - low) / 2;
            }

            (double q0, double p1, double q1) = (1 - p, p + delta, 1 - p - delta);
            double value = (_x1 * q1 - y1 * p1) * p * q0 + (_x0 * q0 - y0 * p) * p1 * q1;
            if (value > 0)
            {
                low = p;
            }
            else if (value < 0)
            {
                high = p;
            }
            else
            {
                break;
            }

            double slope = -_n1 * p * q0 + (_x1 * q1 - y1 * p1) * (q0 - p) - _n0 * p1 * q1 + (_x0 * q0 - y0 * p) * (q1 - p1);
            double next = p - value / slope;
            bool inside = next > low && next < high;
            double step = inside ? Math.Abs(next - p) : high - low;
            p = inside ? next : low + (high - low) / 2;
            if (step < 1e-17 || p == low || p == high)
            {
                break;
            }
        }

        return p;
    }
}
