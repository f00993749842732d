using System.Collections.Immutable;

namespace CareMetrics.Statistics;

/// <summary>Ends expected in each group, and how much those seen differ from them.</summary>
internal sealed class LogRankSums
{
    private readonly double[] expected;
    private readonly double[,] joint;

    internal LogRankSums(ImmutableArray<SurvivalTally> groups)
    {
        int k = groups.Length;
        (expected, joint) = (new double[k], new double[k, k]);
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

        (Statistic, Freedom) = Laplacian.Quadratic(joint, [.. groups.Select((group, i) => group.Events - expected[i])]);
    }

    internal ImmutableArray<double> Expected => [.. expected];

    /// <summary>(O − E)′V⁻(O − E), 0 or more.</summary>
    internal double Statistic { get; }

    internal int Freedom { get; }

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

        double spread = n > 1 ? d * ((double)(n - d) / (n - 1)) : 0;
        for (int i = 0; i < risk.Length; i++)
        {
            double share = (double)risk[i] / n;
            expected[i] += d * share;
            for (int j = i + 1; j < risk.Length; j++)
            {
                joint[i, j] += spread * share * ((double)risk[j] / n);
            }
        }
    }
}
