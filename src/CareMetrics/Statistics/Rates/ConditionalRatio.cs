namespace CareMetrics.Statistics;

/// <summary>The ratio of two Poisson rates, conditional on the total: the current count is binomial of it (Przyborowski and Wilenski 1940).</summary>
internal readonly struct ConditionalRatio(RateTally baseline, RateTally current, RateMethod method)
{
    private readonly double _x1 = current.Count;
    private readonly double _x0 = baseline.Count;
    // The odds of a ratio of 1.
    private readonly double _even = current.Exposure / baseline.Exposure;

    /// <summary>The lower limit of the ratio, 0 or more.</summary>
    internal double Lower(double level) => LowerOdds(_x1, _x0, level) / _even;

    /// <summary>The upper limit of the ratio; +∞ where the baseline has no events.</summary>
    internal double Upper(double level) => 1 / LowerOdds(_x0, _x1, level) / _even;

    /// <summary>Twice the smaller tail under equal rates, at most 1; the score test for the score method.</summary>
    internal double PValue
    {
        get
        {
            (double x1, double x0, double n) = (_x1, _x0, _x1 + _x0);
            if (n == 0)
            {
                return 1;
            }

            double p = _even / (1 + _even);
            double q = 1 / (1 + _even);
            if (method == RateMethod.Score)
            {
                return Distributions.TwoSidedP((x1 * q - x0 * p) / Math.Sqrt(n * p * q));
            }

            double half = method == RateMethod.MidP ? 0.5 : 0;
            double at = Probability(x1, x0, p, q);
            double up = AtLeast(x1, x0, p, q) - half * at;
            double down = AtLeast(x0, x1, q, p) - half * at;
            return Math.Min(1, 2 * Math.Min(up, down));
        }
    }

    // The lower limit of the odds of x among x + others; that of the others is one over the upper one.
    private double LowerOdds(double x, double others, double level)
    {
        if (x == 0)
        {
            return 0;
        }

        double tail = (1 - level) / 2;
        if (method == RateMethod.Score)
        {
            double z = Distributions.TwoSidedZ(level);
            return Proportion.Wilson(x, others, z).Lower / Proportion.Wilson(others, x, z).Upper;
        }

        double outer = Distributions.BetaOddsQuantile(x, others + 1, tail);
        return method == RateMethod.MidP ? MidP(x, others, tail, outer) : outer;
    }

    private static double MidP(double x, double others, double tail, double outer)
    {
        double Excess(double logOdds)
        {
            (double p, double q) = (1 / (1 + Math.Exp(-logOdds)), 1 / (1 + Math.Exp(logOdds)));
            double with = AtLeast(x, others, p, q);
            double without = AtLeast(x + 1, others - 1, p, q);
            return Math.Log((with + without) / 2 / tail);
        }

        // Between the exact limits of this count and of one event more; without others, P(X = x) = pˣ alone.
        if (others == 0)
        {
            double log = Math.Log(2 * tail) / x;
            return Math.Exp(log) / -Distributions.ExpM1(log);
        }

        double inner = Distributions.BetaOddsQuantile(x + 1, others, tail);
        return Math.Exp(Root.Between(Excess, Math.Log(outer), Math.Log(inner)));
    }

    // P(X ≥ x) of x + others trials with chances p and q = 1 − p, by the smaller of them.
    private static double AtLeast(double x, double others, double p, double q) => x == 0 ? 1
        : p <= q ? Distributions.BetaLower(x, others + 1, p)
        : Distributions.BetaUpper(others + 1, x, q);

    private static double Probability(double x, double others, double p, double q) => p <= q
        ? Distributions.BinomialProbability(x, x + others, p)
        : Distributions.BinomialProbability(others, x + others, q);
}
