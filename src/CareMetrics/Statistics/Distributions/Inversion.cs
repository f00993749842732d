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

        double Inner(double z) => change > 0 ? interval.Lower(z) : -interval.Upper(z);

        double inside = 0;
        double valueInside = Math.Abs(change);
        double outside = 1;
        double valueOutside = Inner(outside);
        while (valueOutside > 0)
        {
            if (outside >= FarthestZ)
            {
                return 0;
            }

            (inside, valueInside) = (outside, valueOutside);
            outside = Math.Min(outside * 2, FarthestZ);
            valueOutside = Inner(outside);
        }

        // The bound is nearly straight in z: secants get there in a few steps, and a bisection keeps them inside the bracket.
        (double previous, double valuePrevious) = (inside, valueInside);
        (double last, double valueLast) = (outside, valueOutside);
        for (int i = 0; i < 200 && valueLast != 0; i++)
        {
            double trial = last - valueLast * ((last - previous) / (valueLast - valuePrevious));
            if (!(trial > inside && trial < outside))
            {
                trial = inside + (outside - inside) / 2;
            }

            (previous, valuePrevious) = (last, valueLast);
            (last, valueLast) = (trial, Inner(trial));
            if (Math.Abs(last - previous) <= 1e-15 * last || outside - inside <= 2e-16 * outside)
            {
                break;
            }

            if (valueLast > 0)
            {
                inside = last;
            }
            else
            {
                outside = last;
            }
        }

        return Distributions.TwoSidedP(last);
    }

    internal static double? OfLevel<TTally>(TTally baseline, TTally current)
        where TTally : IMetric<TTally>
    {
        bool? Excludes(double alpha)
        {
            Estimate change = TTally.Change(baseline, current, 1 - alpha);
            return change is { Value: { } value, Lower: { } lower, Upper: { } upper }
                ? value != 0 && (value > 0 ? lower > 0 : upper < 0)
                : null;
        }

        if (Excludes(0.5) is null)
        {
            return null;
        }

        if (TTally.Change(baseline, current, 0.5).Value == 0)
        {
            return 1;
        }

        double excluded = 1;
        double covered = SmallestAlpha;
        if (Excludes(covered) == true)
        {
            return covered;
        }

        for (int i = 0; i < 100 && excluded / covered > 1 + 1e-14; i++)
        {
            double alpha = Math.Sqrt(excluded * covered);
            if (Excludes(alpha) == true)
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
