using System.Collections.Immutable;

namespace CareMetrics.Statistics;

/// <summary>Ends seen less ends expected in each group, and how these differences vary together.</summary>
internal sealed class LogRankSums
{
    // What is left of a variance that others explain entirely.
    private const double Nothing = 1e-10;

    private readonly double[] excess;
    private readonly double[] expected;
    private readonly double[,] covariance;

    internal LogRankSums(ImmutableArray<SurvivalTally> groups)
    {
        int k = groups.Length;
        (excess, expected, covariance) = (new double[k], new double[k], new double[k, k]);
        Span<int> at = new int[k];
        Span<long> risk = new long[k];
        for (int i = 0; i < k; i++)
        {
            risk[i] = groups[i].Count;
        }

        while (Next(groups, at) is var time && time < double.PositiveInfinity)
        {
            Add(groups, at, risk, time);
            for (int i = 0; i < k; i++)
            {
                if (Here(groups[i], at[i], time) is { } here)
                {
                    risk[i] -= here.Events + here.Censored;
                    at[i]++;
                }
            }
        }
    }

    internal ImmutableArray<double> Expected => [.. expected];

    /// <summary>(O − E)′V⁻¹(O − E) and the rank of V, by elimination with the largest variance first.</summary>
    internal (double Statistic, int Rank) Quadratic()
    {
        int k = excess.Length;
        double[] left = [.. excess];
        var rest = (double[,])covariance.Clone();
        double statistic = 0;
        for (int rank = 0; ; rank++)
        {
            int pivot = 0;
            for (int i = 1; i < k; i++)
            {
                pivot = rest[i, i] > rest[pivot, pivot] ? i : pivot;
            }

            if (!(rest[pivot, pivot] > Nothing * covariance[pivot, pivot]) || rank == k - 1)
            {
                return (statistic, rank);
            }

            statistic += left[pivot] * (left[pivot] / rest[pivot, pivot]);
            for (int i = 0; i < k; i++)
            {
                double factor = i == pivot ? 0 : rest[i, pivot] / rest[pivot, pivot];
                left[i] -= factor * left[pivot];
                for (int j = 0; j < k && factor != 0; j++)
                {
                    rest[i, j] -= j == pivot ? 0 : factor * rest[pivot, j];
                }
            }

            for (int i = 0; i < k; i++)
            {
                rest[i, pivot] = rest[pivot, i] = 0;
            }
        }
    }

    private static double Next(ImmutableArray<SurvivalTally> groups, ReadOnlySpan<int> at)
    {
        double time = double.PositiveInfinity;
        for (int i = 0; i < groups.Length; i++)
        {
            time = at[i] < groups[i].Times.Length ? Math.Min(time, groups[i].Times[at[i]].Time) : time;
        }

        return time;
    }

    private static SurvivalTime? Here(SurvivalTally group, int at, double time) =>
        at < group.Times.Length && group.Times[at].Time == time ? group.Times[at] : null;

    private void Add(ImmutableArray<SurvivalTally> groups, ReadOnlySpan<int> at, ReadOnlySpan<long> risk, double time)
    {
        long n = 0;
        long d = 0;
        for (int i = 0; i < risk.Length; i++)
        {
            n += risk[i];
            d += Here(groups[i], at[i], time)?.Events ?? 0;
        }

        if (d == 0)
        {
            return;
        }

        double spread = n > 1 ? d * ((double)(n - d) / (n - 1)) : 0;
        for (int i = 0; i < risk.Length; i++)
        {
            double share = (double)risk[i] / n;
            expected[i] += d * share;
            excess[i] += (Here(groups[i], at[i], time)?.Events ?? 0) - d * share;
            covariance[i, i] += spread * share * ((double)(n - risk[i]) / n);
            for (int j = 0; j < i; j++)
            {
                double joint = spread * share * ((double)risk[j] / n);
                covariance[i, j] -= joint;
                covariance[j, i] -= joint;
            }
        }
    }
}
