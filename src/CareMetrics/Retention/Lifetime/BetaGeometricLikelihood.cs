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
    private const double FirstSpread = 1e-9;
    private const double LastSpread = 1e12;

    // A slope this small beside its parts is rounding.
    private const double Rounding = 1e-13;

    private readonly double[] ages;
    private readonly double[] atRisk;
    private readonly double[] lost;
    private readonly double allLost;

    private BetaGeometricLikelihood(CohortTally cohorts)
    {
        int[] watched = [.. Enumerable.Range(0, cohorts.AtRisk.Length).Where(i => cohorts.AtRisk[i] > 0)];
        ages = [.. watched.Select(i => (double)i)];
        atRisk = [.. watched.Select(i => cohorts.AtRisk[i])];
        lost = [.. watched.Select(i => cohorts.Lost[i])];
        allLost = lost.Sum();
    }

    internal static (BetaGeometricMaximum? Maximum, NoFitReason? Reason) Maximize(CohortTally cohorts)
    {
        var likelihood = new BetaGeometricLikelihood(cohorts);
        return likelihood.Beforehand() is { } reason ? (null, reason) : likelihood.Search();
    }

    private NoFitReason? Beforehand() =>
        ages.Length == 0 ? NoFitReason.NoCustomers
        : allLost == 0 ? NoFitReason.NoChurn
        : ages.Length == 1 ? NoFitReason.OnePeriod
        : ages[0] == 0 && lost[0] == allLost ? NoFitReason.OnlyFirstPeriodLoses
        : null;

    private (BetaGeometricMaximum? Maximum, NoFitReason? Reason) Search()
    {
        int direction = Direction(0);
        // Where the likelihood rises from 0, the first maximum is above it, by however little.
        double best = direction > 0 ? double.NegativeInfinity : LogLikelihood(At(0).Mean, 0);
        double? found = null;
        double from = 0;
        for (double to = FirstSpread; to <= LastSpread; to *= 2)
        {
            int next = Direction(to);
            if (direction > 0 && next <= 0)
            {
                double spread = Crossing(from, to);
                double value = LogLikelihood(At(spread).Mean, spread);
                (best, found) = value > best ? (value, spread) : (best, found);
            }

            (from, direction) = (to, next);
        }

        // Still rising at the end, with losses at several ages, happens only where the first of them was not watched.
        return direction > 0 ? (null, NoFitReason.OnlyFirstPeriodLoses)
            : found is { } u ? (Of(u), null)
            : (null, NoFitReason.ConstantChurn);
    }

    private BetaGeometricMaximum Of(double u)
    {
        double m = At(u).Mean;
        (double mean, double joint, double spread) = Information(m, u);
        double determinant = (mean * spread) - (joint * joint);
        return new(m, u, LogLikelihood(m, u), spread / determinant, -joint / determinant, mean / determinant);
    }

    /// <summary>Newton's steps on the slope, held inside a bracket that shrinks.</summary>
    private double Crossing(double low, double high)
    {
        double u = low == 0 ? high / 2 : Math.Sqrt(low * high);
        for (int i = 0; i < 200; i++)
        {
            (double mean, double slope) = At(u);
            (low, high) = slope > 0 ? (u, high) : (low, u);
            (double byMean, double joint, double bySpread) = Information(mean, u);
            double step = slope / (bySpread - (joint * joint / byMean));
            double next = u + step;
            next = next > low && next < high ? next : low + ((high - low) / 2);
            if (slope == 0 || next == u || Math.Abs(next - u) <= 1e-15 * u)
            {
                return next;
            }

            u = next;
        }

        return u;
    }

    /// <summary>The mean churn that is likeliest for a spread, and the slope of the likelihood along the spread there.</summary>
    private (double Mean, double Slope) At(double u)
    {
        (double low, double high) = (0, 1);
        double m = Math.Min(0.5, allLost / atRisk.Sum());
        for (int i = 0; i < 200; i++)
        {
            (double slope, double bend) = (allLost / m, allLost / m / m);
            for (int t = 0; t < ages.Length; t++)
            {
                double kept = 1 - m + (ages[t] * u);
                double share = (atRisk[t] - lost[t]) / kept;
                slope -= share;
                bend += share / kept;
            }

            (low, high) = slope > 0 ? (m, high) : (low, m);
            double next = m + (slope / bend);
            next = next > low && next < high ? next : low + ((high - low) / 2);
            bool done = Math.Abs(next - m) <= 1e-16 * m;
            m = next;
            if (done)
            {
                break;
            }
        }

        // Losses expected less losses seen, weighted by age.
        double along = 0;
        for (int t = 0; t < ages.Length; t++)
        {
            double expected = atRisk[t] * (m / (1 + (ages[t] * u)));
            along += ages[t] * (expected - lost[t]) / (1 - m + (ages[t] * u));
        }

        return (m, along);
    }

    /// <summary>Whether the likelihood rises with the spread: 1, 0 or −1, a slope that is but rounding being 0.</summary>
    private int Direction(double u)
    {
        (double m, double slope) = At(u);
        double size = 0;
        for (int t = 0; t < ages.Length; t++)
        {
            size += ages[t] * lost[t] / (1 - m + (ages[t] * u));
        }

        return Math.Abs(slope) <= Rounding * size ? 0 : Math.Sign(slope);
    }

    /// <summary>Minus the second derivatives of the logarithm of the likelihood.</summary>
    private (double Mean, double Joint, double Spread) Information(double m, double u)
    {
        (double mean, double joint, double spread) = (allLost / m / m, 0, 0);
        for (int t = 0; t < ages.Length; t++)
        {
            double kept = 1 - m + (ages[t] * u);
            double all = 1 + (ages[t] * u);
            double share = (atRisk[t] - lost[t]) / kept / kept;
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
            double kept = atRisk[t] - lost[t];
            sum += (lost[t] == 0 ? 0 : lost[t] * Math.Log(churn)) + (kept == 0 ? 0 : kept * Statistics.Distributions.Log1P(-churn));
        }

        return sum;
    }
}
