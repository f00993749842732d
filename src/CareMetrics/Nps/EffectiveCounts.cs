namespace CareMetrics.Nps;

/// <summary>Detractors, passives and promoters as the formulas take them: whole counts, or counts divided by a design effect.</summary>
/// <remarks>All results here are fractions from −1 to 1; points are made of them where they leave the library.</remarks>
internal readonly struct EffectiveCounts(double detractors, double passives, double promoters)
{
    private readonly double _b = detractors;
    private readonly double _a = passives;
    private readonly double _c = promoters;
    private readonly double _n = detractors + passives + promoters;

    internal EffectiveCounts(NpsTally tally, double designEffect = 1)
        : this(tally.Detractors / designEffect, tally.Passives / designEffect, tally.Promoters / designEffect)
    {
    }

    internal double Total => _n;

    internal double Score => (_c - _b) / _n;

    /// <summary>The variance of one answer, p + d − (p − d)², without the subtraction: (a(b + c) + 4bc)/n².</summary>
    internal double Variance => (_a * (_b + _c) + 4 * _b * _c) / _n / _n;

    /// <summary>With ¾ detractor, 1½ passives and ¾ promoter added (Rocks 2016).</summary>
    internal EffectiveCounts Adjusted => new(_b + 0.75, _a + 1.5, _c + 0.75);

    internal (double Lower, double Upper) Limits(NpsInterval method, double z) => method switch
    {
        NpsInterval.Score => (ScoreLower(z), ScoreUpper(z)),
        NpsInterval.AdjustedWald => Adjusted.Wald(z),
        _ => Wald(z),
    };

    internal double ScoreLower(double z) => Score - BelowScore(z);

    internal double ScoreUpper(double z) => Score + AboveScore(z);

    /// <summary>How far the upper score limit lies above the score.</summary>
    internal double AboveScore(double z) => Mirror.BelowScore(z);

    /// <summary>How far the lower score limit lies below the score: to where the score statistic equals z.</summary>
    internal double BelowScore(double z)
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

        // The statistic falls from +∞ at δ = −1 to 0 at the score. The limit is measured from the nearest of −1, 0 and 1.
        int origin = Score > 0.5 && From(0, 0.5, out _) > z ? 1
            : Score > -0.5 && From(0, -0.5, out _) > z ? 0
            : -1;
        double own = origin switch { 1 => (_a + 2 * _b) / _n, 0 => Score, _ => (_a + 2 * _c) / _n };
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
            if (!(next > low && next < high))
            {
                next = low + (high - low) / 2;
            }

            double step = Math.Abs(next - x);
            x = next;
            if (step <= 2e-16 * Math.Abs(x))
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

    // q, the share of detractors that δ allows, is the larger root of 2n·q² + B·q + C = 0 with B = −b − c + (2n − c + b)δ and
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

    private EffectiveCounts Mirror => new(_c, _a, _b);

    private (double Lower, double Upper) Wald(double z)
    {
        double half = z * Math.Sqrt(Variance / _n);
        return (Score - half, Score + half);
    }
}
