namespace CareMetrics.Statistics;

internal static partial class Distributions
{
    // Past this many times √df, the tail is its leading power to every digit.
    private const double StudentFar = 1e9;

    /// <summary>P(T &gt; t) of a Student T with df degrees of freedom, whole or not.</summary>
    internal static double StudentUpper(double t, double df)
    {
        double r = Math.Abs(t);
        double root = Math.Sqrt(df);
        double half = df / 2;
        double tail;
        if (r > StudentFar * root)
        {
            tail = Math.Pow(root / r, df) / (df * Math.Exp(LogBeta(half, 0.5)));
        }
        else
        {
            // y = t²/(df + t²) is beta distributed; x is one minus it and d its distance from its mean, as few roundings as can be.
            double v = r * r / df;
            double x = 1 / (1 + v);
            double y = v / (1 + v);
            double d = Math.FusedMultiplyAdd(r, r, -1) / (2 + (2 * v));
            tail = 0.5 * BetaUpper(0.5, half, y, x, d);
        }

        return t < 0 ? 1 - tail : tail;
    }

    /// <summary>The t with P(T &gt; t) = q; +∞ where t is past the largest double.</summary>
    internal static double StudentUpperQuantile(double q, double df)
    {
        if (q > 0.5)
        {
            return -StudentUpperQuantile(1 - q, df);
        }

        double half = df / 2;
        double root = Math.Sqrt(df);
        double far = Math.Pow(q * df * Math.Exp(LogBeta(half, 0.5)), -1 / df);
        if (far > StudentFar)
        {
            return root * far;
        }

        (double y, double x) = BetaQuantile(0.5, half, 1 - (2 * q), 2 * q);
        return root * Math.Sqrt(y / x);
    }

    /// <summary>The t that a two-sided interval of this level reaches to on either side.</summary>
    internal static double TwoSidedT(double level, double df) => StudentUpperQuantile((1 - level) / 2, df);
}
