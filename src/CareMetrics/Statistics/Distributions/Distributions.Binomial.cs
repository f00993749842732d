namespace CareMetrics.Statistics;

internal static partial class Distributions
{
    /// <summary>P(X = k) of a binomial X, by the saddle point and deviances (Loader, 2000).</summary>
    internal static double BinomialProbability(double k, double n, double p)
    {
        if (k < 0 || k > n)
        {
            return 0;
        }

        if (p is <= 0 or >= 1)
        {
            return k == (p <= 0 ? 0 : n) ? 1 : 0;
        }

        if (k == 0)
        {
            return Math.Exp(n * Log1P(-p));
        }

        if (k == n)
        {
            return Math.Pow(p, n);
        }

        double q = 1 - p;
        double weight = LogBetaWeight(k, n - k, p, q, BetaDistance(k, n - k, p, q));
        return Math.Exp(weight) * InverseRootTwoPi * Math.Sqrt(n / k / (n - k));
    }

    /// <summary>P(X ≤ k) of a binomial X.</summary>
    internal static double BinomialLower(double k, double n, double p) =>
        k < 0 || k >= n ? (k < 0 ? 0 : 1) : BetaUpper(k + 1, n - k, p);
}
