namespace CareMetrics.Statistics;

internal static partial class Distributions
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>ln Γ(x), for x &gt; 0.</summary>
    internal static double LogGamma(double x)
    {
        if (x < 0.5)
        {
            return LogGamma(x + 1) - Math.Log(x);
        }

        if (x > 2.5)
        {
            return ((x - 0.5) * (Math.Log(x) - 1)) + (HalfLogTwoPi - 0.5) + StirlingError(x);
        }

        // Over its zeros at 1 and 2; interpolated like the normal's, 3e-16.
        return (x - 1) * (x - 2)
            * Polynomial(x, [
                2.79067905423976, 128.75879476680018, 1304.4128415706487, 4606.099559616849, 6683.0326314213635,
                4180.819879018542, 1105.526865341421, 110.78607396609135, 3.1033497947616677, 0.005250294268448474])
            / Polynomial(x, [
                1.0, 74.5969699580439, 1086.7865151327069, 5330.9906571645215, 10722.198386237957,
                9584.684712716693, 3876.913318094599, 678.6234519855238, 44.76291214095307, 0.7667532869294297]);
    }

    /// <summary>P(X ≤ x) of a gamma X with shape a and scale 1.</summary>
    internal static double GammaLower(double a, double x) => x <= 0 ? 0 : x < a ? GammaTail(a, x) : 1 - GammaTail(a, x);

    /// <summary>P(X &gt; x) of a gamma X with shape a and scale 1.</summary>
    internal static double GammaUpper(double a, double x) => x <= 0 ? 1 : x < a ? 1 - GammaTail(a, x) : GammaTail(a, x);

    /// <summary>The x with P(X ≤ x) = p of a gamma X with shape a and scale 1.</summary>
    internal static double GammaQuantile(double a, double p) => GammaQuantile(a, p, 1 - p);

    /// <summary>The x with P(X &gt; x) = q of a gamma X with shape a and scale 1.</summary>
    internal static double GammaUpperQuantile(double a, double q) => GammaQuantile(a, 1 - q, q);

    /// <summary>P(X &gt; x) of a chi-squared X.</summary>
    internal static double ChiSquaredUpper(double x, double df) => GammaUpper(df / 2, x / 2);

    /// <summary>ln Γ(x) less Stirling's (x − ½)·ln x − x + ½·ln 2π.</summary>
    private static double StirlingError(double x)
    {
        if (x < 0.25)
        {
            return StirlingError(x + 1) + ((x + 0.5) * Log1P(1 / x)) - 1;
        }

        if (x > 10)
        {
            double u = 1 / (x * x);
            return Polynomial(u, [
                1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156]) / x;
        }

        // Interpolated like the normal's, evenly in ln x; 6e-16.
        return Polynomial(x, [
                2.212644926785467, 173.45322145369252, 2983.4765551392716, 18040.935394629876,
                48606.888642040416, 72403.67408590409, 65399.128851584384, 37064.7873925239,
                12959.172935891549, 2579.9904827114233, 211.3308864195844])
            / Polynomial(x, [
                1.0, 149.8820927379672, 4567.151400789193, 49643.79689544147,
                241912.14363498558, 608150.8511623696, 883409.5259780631, 789951.8828879218,
                445809.444787612, 155594.60759028242, 30959.88579240302, 2535.970637036673]);
    }

    /// <summary>The tail on x's side of the mean.</summary>
    private static double GammaTail(double a, double x) =>
        double.IsInfinity(x) ? 0 : Math.Exp(LogGammaWeight(a, x)) * Math.Sqrt(a) * InverseRootTwoPi * GammaTailRatio(a, x);

    /// <summary>ln(xᵃ e⁻ˣ / Γ(a)), the density in ln x, less ½·ln(a/2π).</summary>
    private static double LogGammaWeight(double a, double x) => -StirlingError(a) - Deviance(a, x, x - a);

    /// <summary>The tail on x's side of the mean, over its density in ln x.</summary>
    private static double GammaTailRatio(double a, double x)
    {
        double d = x - a;
        if (d < 0)
        {
            return TailIntegral(new GammaLowerExponent(-d, x), TailScale(-d, x));
        }

        double slope = (d + 1) / x;
        double scale = TailScale(slope, Math.Max(a - 1, 0) / (x * x));
        return TailIntegral(new GammaUpperExponent(a, x, slope), scale) / x;
    }

    private static double GammaQuantile(double a, double p, double q)
    {
        if (q <= 0)
        {
            return double.PositiveInfinity;
        }

        bool upper = q < p;
        double logTarget = Math.Log(upper ? q : p);
        // The power law of the lower tail bounds the logarithm from below; this far out, it holds to every digit.
        double bound = (Math.Log(p) + LogGamma(a + 1)) / a;
        if (bound < -600)
        {
            return Math.Exp(bound);
        }

        double x = Math.Max(Math.Exp(bound), WilsonHilferty(a, upper ? NormalUpperQuantile(q) : NormalQuantile(p)));
        double logScale = 0.5 * Math.Log(a / (2 * Math.PI));
        for (int i = 0; i < MostSteps; i++)
        {
            double d = x - a;
            double logWeight = LogGammaWeight(a, x) + logScale;
            double ratio = d >= 0 == upper ? GammaTailRatio(a, x) : Math.Exp(-logWeight) - GammaTailRatio(a, x);
            double excess = logWeight + Math.Log(ratio) - logTarget;
            double step = TailStep(excess, ratio, upper ? d : -d);
            step = upper ? step : -step;
            x *= Math.Exp(step);
            if (Math.Abs(excess) < LastStep)
            {
                break;
            }
        }

        return x;
    }

    /// <summary>Wilson and Hilferty's (1931) approximation to a gamma quantile by the normal z.</summary>
    private static double WilsonHilferty(double a, double z)
    {
        double root = 1 - (1 / (9 * a)) + (z / (3 * Math.Sqrt(a)));
        return a * root * root * root;
    }

    /// <summary>With t = x·e^(−s): (t/x)ᵃ e^(x − t).</summary>
    private readonly struct GammaLowerExponent(double slope, double x) : ITailExponent
    {
        public double At(double s) => (slope * s) + (x * ExpMinus(-s));
    }

    /// <summary>With t = x + s: (t/x)^(a−1) e^(x − t).</summary>
    private readonly struct GammaUpperExponent(double a, double x, double slope) : ITailExponent
    {
        public double At(double s) =>
            a < 1 ? s + ((1 - a) * Log1P(s / x)) : (slope * s) - ((a - 1) * Log1PMinus(s / x));
    }
}
