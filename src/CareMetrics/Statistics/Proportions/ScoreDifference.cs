namespace CareMetrics.Statistics;

/// <summary>
/// The difference (gains − losses)/n of two categories of one sample by the score test inverted: of a paired proportion
/// (Tango 1998), and of a Net Promoter Score, which is the same of promoters and detractors (May and Johnson 1997).
/// </summary>
/// <remarks>Counts may be fractional: whole ones divided by a design effect. All results are fractions from −1 to 1.</remarks>
internal readonly struct ScoreDifference(double losses, double neither, double gains) : IIntervalOfZ
{
    private readonly double _b = losses;
    private readonly double _a = neither;
    private readonly double _c = gains;
    private readonly double _n = losses + neither + gains;

    internal double Difference => (_c - _b) / _n;

    /// <summary>The variance of one subject at −1, 0 or +1, without the subtraction: (a(b + c) + 4bc)/n².</summary>
    internal double Variance => (_a * (_b + _c) + 4 * _b * _c) / _n / _n;

    public double Lower(double z) => Difference - Below(z);

    public double Upper(double z) => Difference + Above(z);

    /// <summary>How far the upper score limit lies above the difference.</summary>
    internal double Above(double z) => Mirror.Below(z);

    /// <summary>How far the lower score limit lies below the difference: to where the score statistic equals z.</summary>
    internal double Below(double z)
    {
        double square = z * z;
        if (_b == _n)
        {
            return 0;
        }

        if (_c == _n)
        {
            return 2 * square / (_n + square);
        }

        if (_b == 0 && _c == 0)
        {
            return square / (_n + square);
        }

        // The statistic falls from +∞ at δ = −1 to 0 at the difference. The limit is measured from the nearest of −1, 0 and 1.
        int origin = Difference > 0.5 && From(0, 0.5, out _) > z ? 1
            : Difference > -0.5 && From(0, -0.5, out _) > z ? 0
            : -1;
        double own = origin switch { 1 => (_a + 2 * _b) / _n, 0 => Difference, _ => (_a + 2 * _c) / _n };
        (double low, double high) = origin switch
        {
            1 => (own, 0.5),
            0 => (-0.5, Math.Min(own, 0.5)),
            _ => (0, Math.Min(own, 0.5)),
        };
        double half = z * Math.Sqrt(Variance / _n);
        double x = origin == 1 ? own + half : own - half;
        x = x > low && x < high ? x : (low + high) / 2;
        for (int i = 0; i < 100; i++)
        {
            double excess = From(origin, x, out double slope) - z;
            if (excess == 0)
            {
                break;
            }

            // An excess means that δ is too low: x too large where it is measured down from 1, else too small.
            (low, high) = excess > 0 != (origin == 1) ? (x, high) : (low, x);
            double next = x - excess / slope;
            bool isNewton = next > low && next < high;
            next = isNewton ? next : low + (high - low) / 2;
            double step = Math.Abs(next - x);
            x = next;
            // Newton squares the error: past a step of 1e-9 of the way there is no digit left to gain.
            if ((isNewton && step <= 1e-9 * Math.Abs(own - x)) || step <= 2e-16 * Math.Abs(x))
            {
                break;
            }
        }

        return Math.Max(0, origin == 1 ? x - own : own - x);
    }

    /// <summary>The score statistic (c − b − nδ)/√(n(2q + δ − δ²)) against a δ strictly inside ±1.</summary>
    internal double Statistic(double delta) => delta switch
    {
        > 0.5 => From(1, 1 - delta, out _),
        < -0.5 => From(-1, 1 + delta, out _),
        _ => From(0, delta, out _),
    };

    // q, the share of losses that δ allows, is the larger root of 2n·q² + B·q + C = 0 with B = −b − c + (2n − c + b)δ and
    // C = −bδ(1 − δ). As written it cancels; the discriminant is the sum (mδ + b − c)² + 4bc(1 − δ²) with m = 2n − b − c, and
    // near −1 and 1 the rest is measured from there: δ = −1 + x with q = 1 − r, and δ = 1 − x.
    private double From(int origin, double x, out double slope)
    {
        (double m, double k) = (_n + _a, _n + _a + 2 * _b);
        (double natural, double rest) = origin switch
        {
            1 => (2 * (_a + _b) - m * x, x * (2 - x)),
            0 => (m * x + _b - _c, 1 - x * x),
            _ => (m * x - 2 * (_a + _c), x * (2 - x)),
        };
        double root = Math.Sqrt(natural * natural + 4 * _b * _c * rest);
        if (origin == -1)
        {
            double r = 2 * x * (2 * _a + _c + _b * x) / (2 * (_a + _c) + k * x + root);
            double rSlope = root == 0 ? 0 : (2 * _a + _c + 2 * _b * x - k * r) / root;
            return Statistic(_a + 2 * _c - _n * x, -_n, x * (3 - x) - 2 * r, 3 - 2 * x - 2 * rSlope, out slope);
        }

        // Down from 1 or up from 0, δ(1 − δ) is x(1 − x).
        double linear = origin == 1 ? 2 * (_a + _b) - k * x : k * x - _b - _c;
        double q = linear <= 0 ? (root - linear) / (4 * _n) : 2 * _b * x * (1 - x) / (linear + root);
        double qSlope = root == 0 ? 0 : (_b * (1 - 2 * x) + (origin == 1 ? k : -k) * q) / root;
        double numerator = origin == 1 ? _n * x - _a - 2 * _b : _c - _b - _n * x;
        return Statistic(numerator, origin == 1 ? _n : -_n, 2 * q + x * (1 - x), 2 * qSlope + 1 - 2 * x, out slope);
    }

    private double Statistic(double numerator, double numeratorSlope, double variance, double varianceSlope, out double slope)
    {
        double spread = Math.Sqrt(_n * variance);
        slope = numeratorSlope / spread - numerator * varianceSlope / (2 * variance * spread);
        return numerator / spread;
    }

    private ScoreDifference Mirror => new(_c, _a, _b);
}
