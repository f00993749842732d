namespace CareMetrics.Retention;

/// <summary>Where the likelihood of a shifted beta-geometric is largest, by the mean churn m = α/(α + β) and the spread u = 1/(α + β), with their covariance.</summary>
internal readonly record struct BetaGeometricMaximum(
    double Mean, double Spread, double LogLikelihood, double MeanVariance, double Covariance, double SpreadVariance);

/// <summary>The likelihood of a shifted beta-geometric, maximized in mean and spread of the churn rates.</summary>
/// <remarks>
/// With n at risk and d lost in a customer's period t, churn is m/(1 + (t − 1)u) there. At u = 0 it is constant: the limit in which α and β
/// are infinite is an ordinary point, so the search does not run off, and a maximum that lies there is seen for what it is. For a given u
/// the likelihood is concave in m; along those m its slope in u is followed from 0 outward, and every crossing is a local maximum.
/// </remarks>
internal sealed class BetaGeometricLikelihood
{
    // A likelihood that rises no more than this beside its parts does not rise: it is rounding.
    private const double Rounding = 1e-13;

    // Of the churn at the first age, of which the mean is 1 + age·u times: a mean this near 1 is 1, or would be beyond.
    private const double MeanRounding = 1e-13;

    // The bound of a mean: one that would pass it is held there.
    private static readonly double LargestMean = Math.BitDecrement(1);

    // From constant churn to customers who leave at once or never, each the double of the one before.
    private static readonly double[] Spreads = [0, .. Enumerable.Range(0, 71).Select(i => Math.ScaleB(1e-9, i))];

    private readonly double[] ages;
    private readonly double[] atRisk;
    private readonly double[] lost;
    private readonly double[] kept;
    private readonly double allLost;

    private BetaGeometricLikelihood(CohortTally cohorts)
    {
        int[] watched = [.. Enumerable.Range(0, cohorts.AtRisk.Length).Where(i => cohorts.AtRisk[i] > 0)];
        ages = [.. watched.Select(i => (double)i)];
        atRisk = [.. watched.Select(i => cohorts.AtRisk[i])];
        lost = [.. watched.Select(i => cohorts.Lost[i])];
        kept = [.. watched.Select(i => cohorts.AtRisk[i] - cohorts.Lost[i])];
        allLost = lost.Sum();
    }

    internal static (BetaGeometricMaximum? Maximum, NoFitReason? Reason) Maximize(CohortTally cohorts)
    {
        var likelihood = new BetaGeometricLikelihood(cohorts);
        return likelihood.ages.Length == 0 ? (null, NoFitReason.NoCustomers)
            : likelihood.allLost == 0 ? (null, NoFitReason.NoChurn)
            : likelihood.ages.Length == 1 ? (null, NoFitReason.OnePeriod)
            : likelihood.Search();
    }

    private (BetaGeometricMaximum? Maximum, NoFitReason? Reason) Search()
    {
        var maxima = new List<double>();
        (double from, bool rose) = (0, true);
        foreach (double to in Spreads)
        {
            bool rises = Rises(to, Rounding);
            if (rose && !rises)
            {
                maxima.Add(Crossing(from, to));
            }

            (from, rose) = (to, rises);
        }

        if (rose)
        {
            return (null, NoFitReason.OnlyFirstPeriodLoses);
        }

        BetaGeometricMaximum best = maxima.Select(Of).MaxBy(maximum => maximum.LogLikelihood);
        return best.Spread == 0 ? (null, NoFitReason.ConstantChurn)
            : best.Mean > 1 - (MeanRounding * (1 + (ages[0] * best.Spread))) ? (null, NoFitReason.NobodyOutlastsTheFirst)
            : (best, null);
    }

    private BetaGeometricMaximum Of(double u)
    {
        double m = Mean(u);
        (double mean, double joint, double spread) = Information(m, u);
        double determinant = (mean * spread) - (joint * joint);
        return new(m, u, LogLikelihood(m, u), spread / determinant, -joint / determinant, mean / determinant);
    }

    /// <summary>Where between two spreads the likelihood ends to rise.</summary>
    private double Crossing(double low, double high)
    {
        double middle;
        while ((middle = (low + high) / 2) > low && middle < high)
        {
            (low, high) = Rises(middle, 0) ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>Whether the likelihood rises with the spread: whether more losses are expected than were seen, weighted by age.</summary>
    /// <remarks>
    /// The weight is age/left, left being 1 − m + age·u. At the likeliest mean Σ (left + m)/left · (expected − seen) is 0, and as much of
    /// that is taken away as leaves the first age out: where age·u is large the weights are nearly proportional, and what rounding leaves of
    /// the one sum would hide the other. A mean held at its bound is not the likeliest: nothing is taken away there.
    /// </remarks>
    private bool Rises(double u, double rounding)
    {
        double m = Mean(u);
        double first = m < LargestMean ? ages[0] : 0;
        (double expected, double seen) = (0, 0);
        for (int t = 0; t < ages.Length; t++)
        {
            double weight = (ages[t] - first) / (1 - m + (ages[t] * u));
            expected += weight * atRisk[t] * (m / (1 + (ages[t] * u)));
            seen += weight * lost[t];
        }

        return expected - seen > rounding * seen;
    }

    /// <summary>The mean churn that is likeliest for a spread.</summary>
    /// <remarks>There all lost less Σ kept·m/(1 + (t − 1)u − m) is 0, which is concave in m: from the right, Newton's steps stay there.</remarks>
    private double Mean(double u)
    {
        double m = Math.Min(LargestMean, (1 + (ages[0] * u)) * (allLost / (allLost + kept[0])));
        double next = Step(m, u);
        while (next < m)
        {
            (m, next) = (next, Step(next, u));
        }

        return m;
    }

    private double Step(double m, double u)
    {
        (double excess, double slope) = (allLost, 0);
        for (int t = 0; t < ages.Length; t++)
        {
            double left = 1 - m + (ages[t] * u);
            double share = kept[t] / left;
            excess -= share * m;
            slope += share * (1 + (m / left));
        }

        return m + (excess / slope);
    }

    /// <summary>Minus the second derivatives of the logarithm of the likelihood.</summary>
    private (double Mean, double Joint, double Spread) Information(double m, double u)
    {
        (double mean, double joint, double spread) = (allLost / m / m, 0, 0);
        for (int t = 0; t < ages.Length; t++)
        {
            double left = 1 - m + (ages[t] * u);
            double all = 1 + (ages[t] * u);
            double share = kept[t] / left / left;
            mean += share;
            joint -= ages[t] * share;
            spread += ages[t] * ages[t] * (share - (atRisk[t] / all / all));
        }

        return (mean, joint, spread);
    }

    private double LogLikelihood(double m, double u)
    {
        double sum = 0;
        for (int t = 0; t < ages.Length; t++)
        {
            double churn = m / (1 + (ages[t] * u));
            sum += (lost[t] * Math.Log(churn)) + (kept[t] * Statistics.Distributions.Log1P(-churn));
        }

        return sum;
    }
}
