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
        if (_a == 0)
        {
            // A proportion of gains, each of which makes a difference of 2.
            return 2 * Proportion.WilsonBelow(_c, _b, z);
        }

        if (_b == 0 && _c == 0)
        {
            return z * z / (_n + z * z);
        }

        // With half of the middle on either side the variance at a difference is the largest there is: the limit is no farther down.
        double farthest = 2 * Proportion.WilsonBelow(_c + _a / 2, _b + _a / 2, z);
        // The limit is measured from the nearest of −1, 0 and 1.
        int origin = Difference - farthest > 0.5 ? 1 : Difference - farthest > -0.5 ? 0 : -1;
        double own = origin switch { 1 => (_a + 2 * _b) / _n, 0 => Difference, _ => (_a + 2 * _c) / _n };
        double far = origin == 1 ? own + farthest : own - farthest;
        return Math.Abs(own - Root.Between(new Excess(this, origin, z), far, own));
    }

    /// <summary>The score statistic (c − b − nδ)/√(n(2q + δ − δ²)) against a δ strictly inside ±1.</summary>
    internal double Statistic(double delta) => delta switch
    {
        > 0.5 => From(1, 1 - delta),
        < -0.5 => From(-1, 1 + delta),
        _ => From(0, delta),
    };

    // q, the share of losses that δ allows, is the larger root of 2n·q² + B·q + C = 0 with B = −b − c + (2n − c + b)δ and
    // C = −bδ(1 − δ). As written it cancels; the discriminant is the sum (mδ + b − c)² + 4bc(1 − δ²) with m = 2n − b − c, and
    // near −1 and 1 the rest is measured from there: δ = −1 + x with q = 1 − r, and δ = 1 − x.
    private double From(int origin, double x)
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
            return (_a + 2 * _c - _n * x) / Math.Sqrt(_n * (x * (3 - x) - 2 * r));
        }

        // Down from 1 or up from 0, δ(1 − δ) is x(1 − x).
        double linear = origin == 1 ? 2 * (_a + _b) - k * x : k * x - _b - _c;
        double q = linear <= 0 ? (root - linear) / (4 * _n) : 2 * _b * x * (1 - x) / (linear + root);
        double apart = origin == 1 ? _n * x - _a - 2 * _b : _c - _b - _n * x;
        return apart / Math.Sqrt(_n * (2 * q + x * (1 - x)));
    }

    private ScoreDifference Mirror => new(_c, _a, _b);

    private readonly struct Excess(ScoreDifference score, int origin, double z) : IFunction
    {
        public double At(double x) => score.From(origin, x) - z;
    }
}
