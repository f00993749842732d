namespace CareMetrics.Statistics;

/// <summary>A confidence interval as a function of the normal quantile z, the form in which it can be inverted to a p-value.</summary>
internal interface IIntervalOfZ
{
    double Lower(double z);

    double Upper(double z);
}

/// <summary>P-values from intervals: the smallest 1 − level whose interval excludes 0.</summary>
internal static class Inversion
{
    // Beyond this z a two-sided normal p-value is below the smallest positive double.
    private const double FarthestZ = 39;
    private const double SmallestAlpha = 1e-15;

    internal static double PValue<TInterval>(double change, TInterval interval)
        where TInterval : struct, IIntervalOfZ
    {
        if (change == 0)
        {
            return 1;
        }

        var inner = new InnerLimit<TInterval>(change, interval);
        return inner.At(FarthestZ) > 0 ? 0 : Distributions.TwoSidedP(Root.Between(inner, 0, FarthestZ));
    }

    // How far the limit next to 0 lies from it, on the side of the change.
    private readonly struct InnerLimit<TInterval>(double change, TInterval interval) : IFunction
        where TInterval : struct, IIntervalOfZ
    {
        public double At(double z) => change > 0 ? interval.Lower(z) : -interval.Upper(z);
    }

    internal static double? OfLevel<TTally>(TTally baseline, TTally current)
        where TTally : IMetric<TTally>
    {
        Estimate At(double alpha) => TTally.Change(baseline, current, 1 - alpha);
        bool Excludes(double alpha) => At(alpha) is var change && (change.Lower > 0 || change.Upper < 0);

        if (At(0.5) is not { Value: not null, Lower: not null, Upper: not null })
        {
            return null;
        }

        (double excluded, double covered) = (1, SmallestAlpha);
        if (Excludes(covered))
        {
            return covered;
        }

        while (excluded / covered > 1 + 1e-14)
        {
            double alpha = Math.Sqrt(excluded * covered);
            if (Excludes(alpha))
            {
                excluded = alpha;
            }
            else
            {
                covered = alpha;
            }
        }

        return excluded;
    }
}
