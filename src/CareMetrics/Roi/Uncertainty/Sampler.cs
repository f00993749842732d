using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>Draws of one assumption, made ready once.</summary>
internal sealed class Sampler
{
    // The share of draws on either side of the two ends at which a tornado takes an assumption without limits.
    private const double Tail = 0.05;

    private readonly AssumptionShape shape;
    private readonly double low;
    private readonly double range;
    private readonly double first;
    private readonly double second;

    internal Sampler(Assumption assumption)
    {
        double likely = (double)assumption.Likely;
        (double bottom, double top) = ((double)(assumption.Low ?? assumption.Likely), (double)(assumption.High ?? assumption.Likely));
        double deviation = (double)(assumption.StandardDeviation ?? 0);
        (shape, low, range) = (assumption.Shape, bottom, top - bottom);
        switch (shape)
        {
            case AssumptionShape.Triangular when range > 0:
                first = (likely - bottom) / range;
                break;
            case AssumptionShape.Pert when range > 0:
                (first, second) = (1 + 4 * (likely - bottom) / range, 1 + 4 * (top - likely) / range);
                break;
            case AssumptionShape.Beta when range > 0:
                (first, second) = ((double)assumption.Alpha!.Value, (double)assumption.BetaParameter!.Value);
                break;
            case AssumptionShape.Normal when deviation > 0:
                (first, second) = (likely, deviation);
                break;
            case AssumptionShape.LogNormal when deviation > 0:
                double ratio = deviation / likely;
                double variance = LogOfOnePlus(ratio * ratio);
                (first, second) = (Math.Log(likely) - variance / 2, Math.Sqrt(variance));
                break;
            default:
                shape = AssumptionShape.Point;
                low = likely;
                break;
        }
    }

    /// <summary>The value of every draw where there is no uncertainty; otherwise <c>null</c>.</summary>
    internal double? Constant => shape == AssumptionShape.Point ? low : null;

    /// <summary>The ends: the limits where there are any, otherwise the 5th and the 95th percentile.</summary>
    internal (double Low, double High) Ends => shape switch
    {
        AssumptionShape.Point => (low, low),
        AssumptionShape.Triangular or AssumptionShape.Pert => (low, low + range),
        AssumptionShape.Beta => (
            low + range * Distributions.BetaQuantile(first, second, Tail), low + range * Distributions.BetaUpperQuantile(first, second, Tail)),
        AssumptionShape.Normal => (first + second * Distributions.NormalQuantile(Tail), first - second * Distributions.NormalQuantile(Tail)),
        _ => (Math.Exp(first + second * Distributions.NormalQuantile(Tail)), Math.Exp(first - second * Distributions.NormalQuantile(Tail))),
    };

    internal void Fill(ref BlockRandom random, Span<double> draws)
    {
        switch (shape)
        {
            case AssumptionShape.Triangular:
                FillTriangular(ref random, draws);
                break;
            case AssumptionShape.Pert:
            case AssumptionShape.Beta:
                FillBeta(ref random, draws);
                break;
            case AssumptionShape.Normal:
                foreach (ref double draw in draws)
                {
                    draw = first + second * random.Normal();
                }

                break;
            case AssumptionShape.LogNormal:
                foreach (ref double draw in draws)
                {
                    draw = Math.Exp(first + second * random.Normal());
                }

                break;
            default:
                draws.Fill(low);
                break;
        }
    }

    // The framework's own adds 1 first, and loses a small x.
    private static double LogOfOnePlus(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }

    private void FillTriangular(ref BlockRandom random, Span<double> draws)
    {
        double mode = first;
        double rest = 1 - mode;
        foreach (ref double draw in draws)
        {
            double u = random.Open();
            double share = u < mode ? Math.Sqrt(u * mode) : 1 - Math.Sqrt((1 - u) * rest);
            draw = low + range * share;
        }
    }

    private void FillBeta(ref BlockRandom random, Span<double> draws)
    {
        bool above = first >= 1 && second >= 1;
        foreach (ref double draw in draws)
        {
            if (above)
            {
                double x = random.GammaAboveOne(first);
                double y = random.GammaAboveOne(second);
                draw = low + range * (x / (x + y));
            }
            else
            {
                double x = random.LogGamma(first);
                double y = random.LogGamma(second);
                draw = low + range / (1 + Math.Exp(y - x));
            }
        }
    }
}
