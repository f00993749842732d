namespace CareMetrics.Statistics;

// The rational functions interpolate 60-digit values at Chebyshev points; each says its largest relative error.
internal static partial class Distributions
{
    private const double InverseRootTwoPi = 0.3989422804014326779;
    private const double RootHalfPi = 1.2533141373155002512;

    /// <summary>P(Z ≤ z) of a standard normal Z.</summary>
    internal static double NormalLower(double z) => NormalUpper(-z);

    /// <summary>P(Z &gt; z) of a standard normal Z.</summary>
    internal static double NormalUpper(double z)
    {
        double r = Math.Abs(z);
        double tail = 0.5 * Bell(r) * ScaledTail(r);
        return z < 0 ? 1 - tail : tail;
    }

    /// <summary>The density of a standard normal at z.</summary>
    internal static double NormalDensity(double z) => InverseRootTwoPi * Bell(z);

    /// <summary>The z with P(Z ≤ z) = p.</summary>
    internal static double NormalQuantile(double p) => 0 - NormalUpperQuantile(p);

    /// <summary>The z with P(Z &gt; z) = q; accurate in relative terms near q = ½ and for every q that a double can hold.</summary>
    internal static double NormalUpperQuantile(double q)
    {
        double centre = 0.5 - q;
        if (Math.Abs(centre) <= 0.25)
        {
            return centre * CentralQuantileRatio(centre * centre);
        }

        double tail = Math.Min(q, 1 - q);
        if (tail <= 0)
        {
            return Math.CopySign(double.PositiveInfinity, centre);
        }

        double z = TailQuantileStart(Math.Sqrt(-2 * Math.Log(tail)));
        // (Q(z) − tail)/φ(z), by two factors: e^(z²/2) itself leaves the range of a double before the tail does.
        double half = Math.Exp(0.25 * z * z);
        double error = RootHalfPi * (ScaledTail(z) - (2 * tail * half * half));
        // The Taylor series of the inverse of Q around Q(z); its next term is below 2e-21 of z.
        z += error * (1 + (0.5 * error * z));
        return Math.CopySign(z, centre);
    }

    /// <summary>The z that a two-sided interval of this level reaches to on either side.</summary>
    internal static double TwoSidedZ(double level) => NormalUpperQuantile((1 - level) / 2);

    /// <summary>P(|Z| &gt; |z|).</summary>
    internal static double TwoSidedP(double z) => Math.Min(1, 2 * NormalUpper(Math.Abs(z)));

    /// <summary>e^(−z²/2).</summary>
    private static double Bell(double z)
    {
        // Past 39 it is below the smallest double.
        z = Math.Min(Math.Abs(z), 39);
        // z² as a sum of two doubles: at z = 37 the rounding of z² alone would cost three digits.
        double square = z * z;
        double rest = Math.FusedMultiplyAdd(z, z, -square);
        return Math.Exp(-0.5 * square) * (1 - (0.5 * rest));
    }

    /// <summary>2·P(Z &gt; z)·e^(z²/2) for z ≥ 0: one at zero, so that the tail there is one half to the last bit.</summary>
    private static double ScaledTail(double z)
    {
        if (z > 6)
        {
            double u = 1 / (z * z);
            // 8e-17.
            return Polynomial(u, [0.7978845608028653, 34.854134913981085, 485.533220772161, 2496.86364396838, 4025.3622031253935, 916.2635708795511])
                / (z * Polynomial(u, [1.0, 44.683180031594155, 650.2088297618262, 3660.5137935087073, 7320.178391402894, 3493.3958360437705]));
        }

        // 3e-17.
        return Polynomial(z, [
                1.0, 1.4332679106150497, 1.0261764174914023, 0.4670677416946601, 0.1470509471935291,
                0.03300683194730106, 0.005271354495507864, 0.0005782623177588513, 3.970622632432669e-05, 1.3111193962100854e-06])
            / Polynomial(z, [
                1.0, 2.2311524714179143, 2.3063785272329356, 1.4576768444994963, 0.6253202356915832, 0.19080795585016375,
                0.04208939974825525, 0.006656426882559802, 0.0007263876031399067, 4.97643743314563e-05, 1.6432444799333906e-06]);
    }

    /// <summary>z/d, where P(0 &lt; Z &lt; z) = d and w = d² ≤ 1/16; 1.2e-16.</summary>
    private static double CentralQuantileRatio(double w) =>
        Polynomial(w, [
            2.5066282746310007, -24.04513491444436, 80.86145226114631,
            -111.59442796433021, 54.771226795034345, -4.635685954227863])
        / Polynomial(w, [
            1.0, -10.639818506525138, 41.098136353254965,
            -69.3055550712127, 47.52127086747927, -9.013851543625462]);

    /// <summary>z at the tail e^(−s²/2) ≤ ¼; 1.2e-7.</summary>
    private static double TailQuantileStart(double s) =>
        Polynomial(s, [
            -3.049560550393801, -5.605231198874311, 2.791302687134783,
            3.025014394319722, 0.4259365554232839, 0.010522615119983904])
        / Polynomial(s, [1.0, 4.368321693539139, 3.0848736336637626, 0.42603219980603185, 0.010522351135263423]);
}
