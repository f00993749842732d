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

        // Regula falsi with the Illinois step, and a bisection whenever it stops shrinking the bracket by half.
        for (int i = 0; i < 200 && outside - inside > 1e-15 * outside; i++)
        {
            double width = outside - inside;
            double trial = inside + width * (valueInside / (valueInside - valueOutside));
            if (i % 4 == 3 || !(trial > inside && trial < outside))
            {
                trial = inside + width / 2;
                if (trial <= inside || trial >= outside)
                {
                    break;
                }
            }

            double value = Inner(trial);
            if (value == 0)
            {
                return Distributions.TwoSidedP(trial);
            }

            if (value > 0)
            {
                (inside, valueInside) = (trial, value);
                valueOutside /= 2;
            }
            else
            {
                (outside, valueOutside) = (trial, value);
                valueInside /= 2;
            }
        }

        return Distributions.TwoSidedP(inside + (outside - inside) / 2);
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
