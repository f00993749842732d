namespace CareMetrics.Nps;

/// <summary>Detractors, passives and promoters as the formulas take them: whole counts, or counts divided by a design effect.</summary>
/// <remarks>All results here are fractions from −1 to 1; points are made of them where they leave the library.</remarks>
internal readonly struct EffectiveCounts(double detractors, double passives, double promoters)
{
    private readonly double _b = detractors;
    private readonly double _c = promoters;
    private readonly double _n = detractors + passives + promoters;

    internal EffectiveCounts(NpsTally tally, double designEffect = 1)
        : this(tally.Detractors / designEffect, tally.Passives / designEffect, tally.Promoters / designEffect)
    {
    }

    internal double Total => _n;

    internal double Score => (_c - _b) / _n;

    /// <summary>The variance of one answer: p + d − (p − d)².</summary>
    internal double Variance => (_b + _c) / _n - Score * Score;

    /// <summary>With ¾ detractor, 1½ passives and ¾ promoter added (Rocks 2016).</summary>
    internal EffectiveCounts Adjusted => new(_b + 0.75, _n - _b - _c + 1.5, _c + 0.75);

    internal (double Lower, double Upper) Limits(NpsInterval method, double z) => method switch
    {
        NpsInterval.Score => (ScoreLower(z), ScoreUpper(z)),
        NpsInterval.AdjustedWald => Adjusted.Wald(z),
        _ => Wald(z),
    };

    internal double ScoreUpper(double z) => -Mirror.ScoreLower(z);

    /// <summary>Where the score statistic equals z, below the estimate.</summary>
    internal double ScoreLower(double z)
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
        (double low, double high) = (-1, Score);
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
    /// q, the share of detractors that the trial δ allows, is the larger root of 2n·q² + B·q + C = 0 with
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

    private EffectiveCounts Mirror => new(_c, _n - _b - _c, _b);

    private (double Lower, double Upper) Wald(double z)
    {
        double half = z * Math.Sqrt(Math.Max(0, Variance) / _n);
        return (Score - half, Score + half);
    }
}
