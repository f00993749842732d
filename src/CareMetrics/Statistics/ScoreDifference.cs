namespace CareMetrics.Statistics;

/// <summary>
/// The difference (gains − losses)/n of two categories of one sample, by the score test inverted: of a paired proportion
/// (Tango 1998), and of a Net Promoter Score, which is the same with promoters and detractors (May and Johnson 1997).
/// </summary>
/// <remarks>Counts may be fractional: whole ones divided by a design effect.</remarks>
internal readonly struct ScoreDifference(double losses, double gains, double total) : IIntervalOfZ
{
    private readonly double _b = losses;
    private readonly double _c = gains;
    private readonly double _n = total;

    internal double Difference => (_c - _b) / _n;

    /// <summary>The variance of one observation of −1, 0 or +1.</summary>
    internal double Variance => (_b + _c) / _n - Difference * Difference;

    public double Upper(double z) => -new ScoreDifference(_c, _b, _n).Lower(z);

    /// <summary>Where the score statistic equals z, below the estimate.</summary>
    public double Lower(double z)
    {
        double square = z * z;
        if (_b == _n)
        {
            return -1;
        }

        if (_c == _n)
        {
            return (_n - square) / (_n + square);
        }

        if (_b == 0 && _c == 0)
        {
            return -square / (_n + square);
        }

        // The statistic falls as δ rises: from +∞ at −1 to 0 at the estimate. Newton, kept inside the bracket.
        (double low, double high) = (-1, Difference);
        double middle = (low + high) / 2;
        double wald = high - z * Math.Sqrt(Variance / _n);
        double delta = wald > middle && wald < high ? wald : middle;

        for (int i = 0; i < 100; i++)
        {
            double excess = Statistic(delta, out double slope) - z;
            if (excess > 0)
            {
                low = delta;
            }
            else if (excess < 0)
            {
                high = delta;
            }
            else
            {
                break;
            }

            double next = delta - excess / slope;
            if (!(next > low && next < high))
            {
                next = (low + high) / 2;
            }

            double step = Math.Abs(next - delta);
            delta = next;
            if (step <= 1e-16 * Math.Abs(delta) || high - low <= 1e-16)
            {
                break;
            }
        }

        return delta;
    }

    /// <summary>The score statistic against a trial δ inside ±1, and its derivative.</summary>
    /// <remarks>
    /// q, the share of losses that the trial δ allows, is the larger root of 2n·q² + B·q + C = 0 with
    /// B = −b − c + (2n − c + b)δ and C = −bδ(1 − δ), taken in the form that does not cancel.
    /// </remarks>
    internal double Statistic(double delta, out double slope)
    {
        double linear = -_b - _c + (2 * _n - _c + _b) * delta;
        double constant = -_b * delta * (1 - delta);
        double root = Math.Sqrt(Math.Max(0, linear * linear - 8 * _n * constant));
        double q = linear <= 0 ? (root - linear) / (4 * _n) : -2 * constant / (linear + root);
        double variance = 2 * q + delta * (1 - delta);
        double numerator = _c - _b - _n * delta;
        double spread = Math.Sqrt(_n * variance);

        double qSlope = root == 0 ? 0 : -((2 * _n - _c + _b) * q - _b * (1 - 2 * delta)) / root;
        slope = -_n / spread - numerator * (2 * qSlope + 1 - 2 * delta) / (2 * variance * spread);
        return numerator / spread;
    }
}
