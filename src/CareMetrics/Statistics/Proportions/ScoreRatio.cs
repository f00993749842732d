namespace CareMetrics.Statistics;

/// <summary>The ratio of two independent proportions, current over baseline, by the score test inverted (Koopman 1984; Miettinen and Nurminen 1985).</summary>
/// <param name="baseline">What is below.</param>
/// <param name="current">What is above.</param>
/// <param name="inflated">Whether the variance is multiplied by N/(N − 1).</param>
internal readonly struct ScoreRatio(ProportionTally baseline, ProportionTally current, bool inflated)
{
    private readonly double _x1 = current.Successes;
    private readonly double _n1 = current.Trials;
    private readonly double _x0 = baseline.Successes;
    private readonly double _n0 = baseline.Trials;

    private double Inflation => inflated ? (_n1 + _n0) / (_n1 + _n0 - 1) : 1;

    /// <summary>The upper limit; +∞ where the baseline has no successes. Swapping the sides inverts the ratio.</summary>
    internal double Upper(double z) => 1 / new ScoreRatio(current, baseline, inflated).Lower(z);

    /// <summary>Where the statistic equals z, below the estimate: it falls from θ = 0 to 0 at the estimate.</summary>
    internal double Lower(double z)
    {
        if (_x1 == 0)
        {
            return 0;
        }

        if (_x1 == _n1 && _x0 == _n0)
        {
            return 1 / (1 + z * z * Inflation / _n1);
        }

        ScoreRatio self = this;
        double Excess(double log) => self.Statistic(Math.Exp(log), z);
        double high = _x0 > 0 ? Math.Log(_x1 / _n1 / (_x0 / _n0)) : 0;
        for (double step = 1; _x0 == 0 && Excess(high) > 0; step *= 2)
        {
            high += step;
        }

        double low = high;
        for (double step = 1; Excess(low) < 0; step *= 2)
        {
            low -= step;
        }

        return Math.Exp(Root.Between(Excess, low, high));
    }

    // p₁ − θp₀ − z√V(θ), at the shares that are most likely among those of this ratio.
    private double Statistic(double theta, double z)
    {
        double above = theta * (_n1 + _x0);
        double below = _x1 + _n0;
        double apart = above - below;
        // The discriminant of the likelihood's quadratic as a sum: nothing in it cancels.
        double root = Math.Sqrt(apart * apart + 4 * theta * (_n1 - _x1) * (_n0 - _x0));
        double p0 = Math.Min(1, 2 * (_x1 + _x0) / (above + below + root));
        double p1 = Math.Min(1, theta * p0);
        double variance = (p1 * (1 - p1) / _n1 + theta * theta * p0 * (1 - p0) / _n0) * Inflation;
        return _x1 / _n1 - theta * (_x0 / _n0) - z * Math.Sqrt(variance);
    }
}
