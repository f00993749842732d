namespace CareMetrics.Statistics;

internal static partial class Distributions
{
    /// <summary>ln B(a, b), in which no two large terms cancel.</summary>
    internal static double LogBeta(double a, double b)
    {
        (a, b) = (Math.Min(a, b), Math.Max(a, b));
        double n = a + b;
        return HalfLogTwoPi - (0.5 * Math.Log(b)) + ((a - 0.5) * Math.Log(a / n)) - (b * Log1P(a / b))
            + (StirlingError(a) + (StirlingError(b) - StirlingError(n)));
    }

    /// <summary>P(X ≤ x) of a beta X: the regularised incomplete beta function.</summary>
    internal static double BetaLower(double a, double b, double x)
    {
        x = Math.Min(1, Math.Max(0, x)); // Clamp would keep -0.
        double y = 1 - x;
        double d = BetaDistance(a, b, x, y);
        return d < 0 ? BetaTail(b, a, y, x, -d) : 1 - BetaTail(a, b, x, y, d);
    }

    /// <summary>P(X &gt; x) of a beta X.</summary>
    internal static double BetaUpper(double a, double b, double x)
    {
        x = Math.Min(1, Math.Max(0, x)); // Clamp would keep -0.
        double y = 1 - x;
        return BetaUpper(a, b, x, y, BetaDistance(a, b, x, y));
    }

    /// <summary>P(X &gt; x), with y = 1 − x and d = b·x − a·y each to its own relative accuracy.</summary>
    private static double BetaUpper(double a, double b, double x, double y, double d) =>
        d < 0 ? 1 - BetaTail(b, a, y, x, -d) : BetaTail(a, b, x, y, d);

    /// <summary>The x with P(X ≤ x) = p of a beta X.</summary>
    internal static double BetaQuantile(double a, double b, double p) => BetaQuantile(a, b, p, 1 - p).X;

    /// <summary>The x with P(X &gt; x) = q of a beta X.</summary>
    internal static double BetaUpperQuantile(double a, double b, double q) => BetaQuantile(a, b, 1 - q, q).X;

    /// <summary>The odds x/(1 − x) with P(X ≤ x) = p of a beta X, which keep their digits where x is near 1.</summary>
    internal static double BetaOddsQuantile(double a, double b, double p)
    {
        (double x, double y) = BetaQuantile(a, b, p, 1 - p);
        return x / y;
    }

    /// <summary>b·x − a·y = (a + b)(x − mean), where the smaller of x and y is exact and the other is one minus it, rounded.</summary>
    private static double BetaDistance(double a, double b, double x, double y)
    {
        double bx = b * x;
        double ay = a * y;
        double low = Math.FusedMultiplyAdd(b, x, -bx) - Math.FusedMultiplyAdd(a, y, -ay);
        // What rounding took from one minus the smaller.
        low += x <= y ? -a * (1 - y - x) : b * (1 - x - y);
        return bx - ay + low;
    }

    /// <summary>P(X &gt; x) for x at or past the mean; y = 1 − x and d = b·x − a·y ≥ 0.</summary>
    private static double BetaTail(double a, double b, double x, double y, double d) =>
        Math.Exp(LogBetaWeight(a, b, x, y, d)) * Math.Sqrt(a * (b / (a + b))) * InverseRootTwoPi * BetaTailRatio(a, b, x, y, d);

    /// <summary>ln(xᵃ yᵇ / B(a, b)), the density in the logit of x, less ½·ln(ab/(a + b)/2π).</summary>
    private static double LogBetaWeight(double a, double b, double x, double y, double d)
    {
        double n = a + b;
        return StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n * x, d) - Deviance(b, n * y, -d);
    }

    /// <summary>P(X &gt; x) for x at or past the mean, over its density in the logit of x.</summary>
    private static double BetaTailRatio(double a, double b, double x, double y, double d)
    {
        double slope = (d + y) / x;
        double odds = y / x;
        double scale = TailScale(slope, Math.Max(a - 1, 0) * odds / x);
        return TailIntegral(new BetaExponent(a, b, odds, slope), scale) / x;
    }

    /// <summary>The x and 1 − x, each to its own relative accuracy, with lower tail p and upper tail q = 1 − p.</summary>
    private static (double X, double Y) BetaQuantile(double a, double b, double p, double q)
    {
        if (p <= q)
        {
            (double y, double x) = BetaUpperTailQuantile(b, a, p);
            return (x, y);
        }

        return BetaUpperTailQuantile(a, b, q);
    }

    private static (double X, double Y) BetaUpperTailQuantile(double a, double b, double q)
    {
        // The power law of the upper tail bounds the logit from above; this far out, it holds to every digit.
        double bound = -(Math.Log(q) + Math.Log(b) + LogBeta(a, b)) / b;
        if (bound > 600)
        {
            return (1, Math.Exp(-bound));
        }

        // The logit is nearly normal; with b below one, the power law itself is nearer.
        double curvature = a * (b / (a + b));
        double start = b < 1 ? bound : Math.Log(a / b) + (NormalUpperQuantile(q) / Math.Sqrt(curvature));
        (double x, double y) = MoveLogit(0.5, 0.5, Math.Min(bound, start));
        double logTarget = Math.Log(q);
        double logScale = 0.5 * Math.Log(curvature / (2 * Math.PI));
        // Below the normal doubles there are no digits to find.
        for (int i = 0; i < MostSteps && double.IsNormal(x); i++)
        {
            double d = BetaDistance(a, b, x, y);
            double logWeight = logScale + LogBetaWeight(a, b, x, y, d);
            double ratio = d < 0 ? Math.Exp(-logWeight) - BetaTailRatio(b, a, y, x, -d) : BetaTailRatio(a, b, x, y, d);
            double excess = logWeight + Math.Log(ratio) - logTarget;
            (x, y) = MoveLogit(x, y, TailStep(excess, ratio, d));
            if (Math.Abs(excess) < LastStep)
            {
                break;
            }
        }

        return (x, y);
    }

    /// <summary>Adds to the logit of x by way of the smaller of x and y, which so keeps its relative accuracy.</summary>
    private static (double X, double Y) MoveLogit(double x, double y, double step)
    {
        if (x > y)
        {
            (double b, double a) = MoveLogit(y, x, -step);
            return (a, b);
        }

        if (Math.Abs(step) > 1)
        {
            double odds = x / y * Math.Exp(step);
            return (odds / (1 + odds), 1 / (1 + odds));
        }

        double growth = step + ExpMinus(step);
        x += x * y * growth / (1 + (x * growth));
        return (x, 1 - x);
    }

    /// <summary>With t = 1 − y·e^(−s): (t/x)^(a−1) ((1 − t)/y)ᵇ.</summary>
    private readonly struct BetaExponent(double a, double b, double odds, double slope) : ITailExponent
    {
        public double At(double s)
        {
            double convex = ExpMinus(-s);
            double rise = odds * (s - convex);
            return a < 1
                ? (b * s) + ((1 - a) * Log1P(rise))
                : (slope * s) + ((a - 1) * ((odds * convex) - Log1PMinus(rise)));
        }
    }
}
