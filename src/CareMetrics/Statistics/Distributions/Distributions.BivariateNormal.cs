namespace CareMetrics.Statistics;

internal static partial class Distributions
{
    /// <summary>P(X ≤ h, Y ≤ k) of two standard normals with correlation ρ, to 1e-15 absolute.</summary>
    /// <remarks>
    /// (Φ(h) + Φ(k) − sign)/2 − T(h, a) − T(k, b), with Owen's T (Owen, 1956). The form serves every ρ alike;
    /// Drezner and Wesolowsky's integral over ρ (1990) needs another near ±1 (Genz, 2004).
    /// </remarks>
    internal static double BivariateNormalLower(double h, double k, double rho)
    {
        if (rho >= 1)
        {
            return NormalLower(Math.Min(h, k));
        }

        if (rho <= -1)
        {
            return Math.Max(0, NormalLower(h) - NormalUpper(k));
        }

        double s = Math.Sqrt((1 - rho) * (1 + rho));
        if (h == 0 && k == 0)
        {
            return 0.25 + (Math.Atan2(rho, s) / (2 * Math.PI));
        }

        double sign = h < 0 != k < 0 ? 0.5 : 0;
        double lower = (0.5 * (NormalLower(h) + NormalLower(k))) - sign
            - OwenT(h, Math.FusedMultiplyAdd(-rho, h, k) / s) - OwenT(k, Math.FusedMultiplyAdd(-rho, k, h) / s);
        return Math.Clamp(lower, 0, 1);
    }

    /// <summary>Owen's T(h, a) with a·h given: P(X &gt; h, 0 &lt; Y &lt; aX) of independent normals, for h ≥ 0.</summary>
    private static double OwenT(double h, double ah)
    {
        double x = Math.Abs(h);
        double y = Math.Abs(ah);
        double value;
        if (y <= x)
        {
            value = OwenIntegral(x, y / x);
        }
        else
        {
            double p = NormalUpper(x);
            double q = NormalUpper(y);
            value = (0.5 * (p + q)) - (p * q) - OwenIntegral(y, x / y);
        }

        // T is even in h and odd in a; the sign of a is that of a·h over that of h.
        return h >= 0 == ah >= 0 ? value : -value;
    }

    /// <summary>∫₀ᵃ e^(−h²(1 + x²)/2) / (1 + x²) dx / 2π for 0 ≤ a ≤ 1, by Gauss and Legendre's rule of 20 points.</summary>
    private static double OwenIntegral(double h, double a)
    {
        ReadOnlySpan<double> nodes = [
            0.9931285991850949, 0.9639719272779138, 0.912234428251326, 0.8391169718222188, 0.7463319064601508,
            0.636053680726515, 0.5108670019508271, 0.37370608871541955, 0.22778585114164507, 0.07652652113349734];
        ReadOnlySpan<double> weights = [
            0.017614007139152118, 0.04060142980038694, 0.06267204833410907, 0.08327674157670475, 0.10193011981724044,
            0.11819453196151841, 0.13168863844917664, 0.14209610931838204, 0.14917298647260374, 0.15275338713072584];
        double minusHalfSquare = -0.5 * h * h;
        double sum = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double x = 0.5 * a * (1 - nodes[i]);
            double y = 0.5 * a * (1 + nodes[i]);
            double p = Math.FusedMultiplyAdd(x, x, 1);
            double q = Math.FusedMultiplyAdd(y, y, 1);
            sum += weights[i] * ((Math.Exp(minusHalfSquare * p) / p) + (Math.Exp(minusHalfSquare * q) / q));
        }

        return 0.5 * a * sum / (2 * Math.PI);
    }
}
