namespace CareMetrics.Statistics;

internal static partial class Distributions
{
    // Beyond e^−45 of the peak nothing is left that a double could see.
    private const double DeepestNode = -45;

    // However much narrower the other factor is, the nodes stay a few thousand.
    private const double Narrowest = 0.05;

    /// <summary>Points and weights that integrate against a beta density: a trapezoid in its logit.</summary>
    /// <param name="a">The first parameter.</param>
    /// <param name="b">The second parameter.</param>
    /// <param name="finest">A width of x in which the other factor changes; the nodes stand closer than that.</param>
    /// <param name="step">The distance of the nodes in standard deviations of the logit.</param>
    /// <remarks>
    /// In the logit the density is analytic in a strip of π and decays exponentially at both ends, so that the trapezoid's error falls
    /// exponentially in 1/step (Trefethen and Weideman 2014).
    /// </remarks>
    internal static (double X, double Weight)[] BetaNodes(double a, double b, double finest, double step)
    {
        double n = a + b;
        double curvature = a * (b / n);
        double spread = 1 / Math.Sqrt(curvature);
        step *= Math.Min(1, Math.Max(Math.Min(spread, finest / (a / n * (b / n))), Narrowest * spread));
        double scale = step * Math.Sqrt(curvature) * InverseRootTwoPi;
        double start = Math.Log(a / b);
        return Trapezoid(step, offset =>
        {
            double odds = Math.Exp(-Math.Abs(start + offset));
            (double small, double large) = (odds / (1 + odds), 1 / (1 + odds));
            (double x, double y) = start + offset < 0 ? (small, large) : (large, small);
            return (x, LogBetaWeight(a, b, x, y, BetaDistance(a, b, x, y)));
        }, scale);
    }

    /// <summary>Points and weights that integrate against a gamma density with scale 1: a trapezoid in its logarithm.</summary>
    internal static (double X, double Weight)[] GammaNodes(double shape, double step)
    {
        step *= Math.Min(1, 1 / Math.Sqrt(shape));
        double scale = step * Math.Sqrt(shape) * InverseRootTwoPi;
        return Trapezoid(step, offset =>
        {
            double x = shape * Math.Exp(offset);
            return (x, LogGammaWeight(shape, x));
        }, scale);
    }

    /// <summary>
    /// Points and weights that integrate against a gamma density with scale 1 what is constant or linear up to an edge and any power of the distance
    /// to it above: one point for all below, and a trapezoid in the logarithm of the logarithmic distance, which makes an edge smooth. The edge lies
    /// within nine standard deviations of the middle on the logarithmic scale: farther off, it matters to nobody, and the points stand too wide.
    /// </summary>
    internal static (double X, double Weight)[] GammaNodesAround(double edge, double shape, double step)
    {
        double root = Math.Sqrt(shape);
        double scale = step * root * InverseRootTwoPi;
        double below = GammaLower(shape, edge);
        // At its mean what is linear is exact; never so near that it would count as above.
        var nodes = new List<(double X, double Weight)> { (Math.Min(edge * (1 - 1e-13), shape * (GammaLower(shape + 1, edge) / below)), below) };
        double deepest = LogGammaWeight(shape, Math.Max(edge, shape)) + DeepestNode;
        for (double offset = -32 - Math.Log(root); ; offset += step)
        {
            double distance = Math.Exp(offset);
            double x = edge * Math.Exp(distance);
            double log = LogGammaWeight(shape, x);
            if (log < deepest)
            {
                return [.. nodes];
            }

            nodes.Add((x, scale * distance * Math.Exp(log)));
        }
    }

    private static (double X, double Weight)[] Trapezoid(double step, Func<double, (double X, double Log)> at, double scale)
    {
        var nodes = new List<(double X, double Weight)>();
        double peak = at(0).Log;
        void Add(int first, int side)
        {
            for (int i = first; at(i * step) is var (x, log) && log >= peak + DeepestNode; i += side)
            {
                nodes.Add((x, scale * Math.Exp(log)));
            }
        }

        Add(0, 1);
        Add(-1, -1);
        return [.. nodes];
    }
}
