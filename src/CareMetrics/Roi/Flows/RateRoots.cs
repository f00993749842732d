namespace CareMetrics.Roi;

/// <summary>Every positive root of a flow polynomial within a range of factors.</summary>
/// <remarks>
/// Between neighbouring extremes of factor^(−m) · value the sign changes at most once; the extremes are the roots of a
/// polynomial with one change of sign less, and one with a single change has a single root (Rolle; Descartes).
/// </remarks>
internal static class RateRoots
{
    // Half a unit in the last place of every flow moves a value by 2⁻⁵³ of the sum of sizes; four times that allows for flows
    // that were themselves computed.
    private const double Touching = 4 * 1.1102230246251565e-16;

    // A few units in the last place: a longer step is one of rounding alone, beside an extreme that touches.
    private const double LongestStep = 1e-15;

    internal readonly record struct Root(DoubleDouble Factor, bool Repeated);

    internal static List<Root> Find(FlowPolynomial flows, double lowest, double highest)
    {
        var derivatives = new Stack<FlowPolynomial>([flows]);
        while (derivatives.Peek().SignChanges > 1)
        {
            derivatives.Push(derivatives.Peek().Derivative());
        }

        return derivatives.Aggregate(new List<Root>(), (extremes, derivative) => Between(derivative, extremes, lowest, highest));
    }

    private static List<Root> Between(FlowPolynomial flows, List<Root> extremes, double lowest, double highest)
    {
        var roots = new List<Root>();
        double left = lowest;
        int leftSign = Sign(flows, lowest);
        foreach (Root extreme in extremes)
        {
            (DoubleDouble value, double size) = flows.Balance(extreme.Factor);
            int sign = Math.Sign(value.High);
            Between(flows, left, leftSign, extreme.Factor.High, sign, roots);
            if (Math.Abs(value.High) <= Touching * size)
            {
                roots.Add(new Root(extreme.Factor, true));
            }

            (left, leftSign) = (extreme.Factor.High, sign);
        }

        Between(flows, left, leftSign, highest, Sign(flows, highest), roots);
        return Merged(flows, roots);
    }

    /// <summary>The sign of the value at a factor.</summary>
    internal static int Sign(FlowPolynomial flows, double factor) => Math.Sign(flows.Balance(new DoubleDouble(factor)).Value.High);

    private static void Between(FlowPolynomial flows, double left, int leftSign, double right, int rightSign, List<Root> roots)
    {
        if (leftSign * rightSign >= 0)
        {
            return;
        }

        // Halved by the bits of the two, which stand in the order of the numbers: that of the exponents first.
        (long low, long high) = (BitConverter.DoubleToInt64Bits(left), BitConverter.DoubleToInt64Bits(right));
        while (high - low > 1)
        {
            long bits = low + (high - low) / 2;
            double middle = BitConverter.Int64BitsToDouble(bits);
            int sign = Sign(flows, middle);
            if (sign == 0)
            {
                roots.Add(new Root(new DoubleDouble(middle), false));
                return;
            }

            (low, high) = sign == leftSign ? (bits, high) : (low, bits);
        }

        // The two are neighbours: the step that is left adds the digits beyond a double.
        double start = BitConverter.Int64BitsToDouble(low);
        double step = flows.NewtonStep(new DoubleDouble(start));
        roots.Add(new Root(new DoubleDouble(start) + new DoubleDouble(start) * new DoubleDouble(Math.Abs(step) < LongestStep ? step : 0), false));
    }

    // Neighbours are one repeated root where the value between them is as near to 0 as at the touching one.
    private static List<Root> Merged(FlowPolynomial flows, List<Root> roots)
    {
        var merged = new List<Root>();
        foreach (Root root in roots)
        {
            if (merged.Count > 0 && (root.Repeated || merged[^1].Repeated))
            {
                Root last = merged[^1];
                DoubleDouble middle = (last.Factor + root.Factor) * new DoubleDouble(0.5);
                (DoubleDouble value, double size) = flows.Balance(middle);
                if (Math.Abs(value.High) <= Touching * size)
                {
                    merged[^1] = last.Repeated ? last : root;
                    continue;
                }
            }

            merged.Add(root);
        }

        return merged;
    }
}
