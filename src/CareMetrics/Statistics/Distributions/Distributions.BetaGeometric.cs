namespace CareMetrics.Statistics;

// A lifetime of whole periods whose chance of ending in each is beta-distributed over the customers.
internal static partial class Distributions
{
    // From here on the integrand has no edge within reach, and a term of the sum costs less than a node.
    private const double SmoothFrom = 50;

    // Gauss–Legendre, ten nodes on a panel; those below 0 mirror these.
    private static readonly double[] PanelNodes =
        [0.97390652851717172008, 0.86506336668898451073, 0.67940956829902440623, 0.43339539412924719080, 0.14887433898163121088];

    private static readonly double[] PanelWeights =
        [0.06667134430868813759, 0.14945134915058059315, 0.21908636251598204400, 0.26926671930999635509, 0.29552422471475287017];

    /// <summary>Σ B(α, β + t)/B(α, β)·(1 + d)^−t over t from 0: ₂F₁(1, β; α + β; 1/(1 + d)), for d ≥ 0 and, where d = 0, α &gt; 1.</summary>
    /// <remarks>
    /// The sum converges ever more slowly as d nears 0. Its first terms are added, to c = α + β + t ≥ 50; the rest is
    /// (1 + d)(c − 1)∫ exp(−u(s)) ds with u(s) = (α − 1)s − (c − 2)·ln(1 − d(eˢ − 1)), the incomplete beta form of the function (DLMF 8.17.9)
    /// with its variable on a logarithmic scale. The integrand is positive and log-concave, so nothing cancels at any d; it is summed by
    /// Gauss and Legendre's rule.
    /// </remarks>
    internal static double BetaGeometricSum(double alpha, double beta, double d)
    {
        if (d == 0)
        {
            return 1 + (beta / (alpha - 1));
        }

        double sum = 0;
        double term = 1;
        // From a discount of 1 on each term is less than half the one before: the series itself is the quickest.
        for (; d >= 1 || alpha + beta < SmoothFrom; beta++)
        {
            sum += term;
            term *= beta / (alpha + beta) / (1 + d);
            if (term <= 1e-18)
            {
                return sum;
            }
        }

        return sum + (term * BetaGeometricRest(alpha, alpha + beta, d));
    }

    // Panel by panel, each no wider than the integrand changes on, until what is left is nothing beside its height.
    private static double BetaGeometricRest(double alpha, double c, double d)
    {
        double slope = Math.Max(0, BetaGeometricSlope(alpha, c, d));
        double width = Math.Min(1, 2 / (slope + double.Hypot(slope, Math.Sqrt(2 * (c - 2) * d))));
        double half = width / 2;
        double sum = 0;
        double end = 0;
        for (int panel = 0; end < 40; panel++)
        {
            double middle = ((2 * panel) + 1) * half;
            for (int i = 0; i < PanelNodes.Length; i++)
            {
                double step = half * PanelNodes[i];
                sum += half * PanelWeights[i]
                    * (Math.Exp(-BetaGeometricExponent(alpha, c, d, middle - step)) + Math.Exp(-BetaGeometricExponent(alpha, c, d, middle + step)));
            }

            end = BetaGeometricExponent(alpha, c, d, middle + half);
        }

        return (1 + d) * (c - 1) * sum;
    }

    private static double BetaGeometricSlope(double alpha, double c, double d) => alpha - 1 + ((c - 2) * d);

    /// <summary>(α − 1)s − (c − 2)·ln(1 − d(eˢ − 1)), its linear parts taken together; +∞ past the end.</summary>
    private static double BetaGeometricExponent(double alpha, double c, double d, double s)
    {
        double step = d * ExpM1(s);
        return step < 1
            ? (BetaGeometricSlope(alpha, c, d) * s) + ((c - 2) * ((d * ExpMinus(s)) - Log1PMinus(-step)))
            : double.PositiveInfinity;
    }
}
