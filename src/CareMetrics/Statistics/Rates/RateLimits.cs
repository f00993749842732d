namespace CareMetrics.Statistics;

/// <summary>The limits of one rate by each method.</summary>
internal readonly struct RateLimits
{
    private readonly double _count;
    private readonly double _exposure;
    private readonly double _dispersion;
    private readonly double _freedom;

    internal RateLimits(RateTally tally, RateMethod method)
        : this(tally, method, tally.Dispersion ?? 0, tally.Periods - 1)
    {
    }

    /// <summary>The limits with a dispersion that is shared with another side.</summary>
    internal RateLimits(RateTally tally, RateMethod method, double dispersion, double freedom)
    {
        (_count, _exposure) = (tally.Count, tally.Exposure);
        (_dispersion, _freedom) = (dispersion, freedom);
        Method = method == RateMethod.OverDispersed && !(dispersion > 0) ? RateMethod.Exact : method;
    }

    /// <summary>The method, with the one fallen back to.</summary>
    internal RateMethod Method { get; }

    internal double Lower(double level)
    {
        double tail = (1 - level) / 2;
        return _count == 0 ? 0 : Method switch
        {
            RateMethod.OverDispersed => _count * Math.Exp(-Reach(level)),
            RateMethod.Exact => Distributions.GammaQuantile(_count, tail),
            RateMethod.MidP => MidP(tail, lower: true),
            _ => Score(-Distributions.TwoSidedZ(level)),
        } / _exposure;
    }

    /// <summary>The upper limit, or <c>null</c> where it is beyond what a number can hold.</summary>
    internal double? Upper(double level)
    {
        double tail = (1 - level) / 2;
        double upper = Method switch
        {
            RateMethod.OverDispersed => _count * Math.Exp(Reach(level)),
            RateMethod.Exact => Distributions.GammaUpperQuantile(_count + 1, tail),
            RateMethod.MidP => MidP(tail, lower: false),
            _ => Score(Distributions.TwoSidedZ(level)),
        } / _exposure;
        return double.IsFinite(upper) ? upper : null;
    }

    private double Reach(double level) => Distributions.TwoSidedT(level, _freedom) * Math.Sqrt(_dispersion / _count);

    // The product of the two roots is Y²: the smaller by division keeps its digits.
    private double Score(double z)
    {
        double larger = _count + z * z / 2 + Math.Abs(z) * Math.Sqrt(_count + z * z / 4);
        return z > 0 ? larger : _count * (_count / larger);
    }

    private double MidP(double tail, bool lower)
    {
        double y = _count;
        double Excess(double mean)
        {
            // P(X ≥ y) and P(X ≥ y + 1), or P(X ≤ y) and P(X ≤ y − 1): half of each is the tail with half of P(X = y).
            double with = lower ? Distributions.GammaLower(y, mean) : Distributions.GammaUpper(y + 1, mean);
            double without = lower ? Distributions.GammaLower(y + 1, mean) : (y == 0 ? 0 : Distributions.GammaUpper(y, mean));
            return Math.Log((with + without) / 2 / tail);
        }

        // Both limits lie between 0 and the exact upper one.
        return Root.Between(Excess, 0, Distributions.GammaUpperQuantile(y + 1, tail));
    }
}
