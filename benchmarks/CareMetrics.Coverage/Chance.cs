namespace CareMetrics.Coverage;

/// <summary>The chances of counts.</summary>
internal static class Chance
{
    private static readonly double[] LogFactorials = Factorials(2000);

    /// <summary>Of 0 to n successes.</summary>
    internal static double[] Binomial(int n, double p) => [.. Enumerable.Range(0, n + 1).Select(x => Multinomial([x, n - x], [p, 1 - p]))];

    /// <summary>Of counts from 0 to so many that what lies beyond is nothing.</summary>
    internal static double[] Poisson(double mean) =>
        [.. Enumerable.Range(0, PoissonMost(mean) + 1).Select(x => Math.Exp(x * Math.Log(mean) - mean - LogFactorials[x]))];

    internal static int PoissonMost(double mean) => (int)(mean + 6 * Math.Sqrt(mean) + 10);

    internal static double Multinomial(ReadOnlySpan<int> counts, ReadOnlySpan<double> shares)
    {
        (int n, double log) = (0, 0);
        for (int i = 0; i < counts.Length; i++)
        {
            n += counts[i];
            log += counts[i] == 0 ? 0 : counts[i] * Math.Log(shares[i]) - LogFactorials[counts[i]];
        }

        return Math.Exp(LogFactorials[n] + log);
    }

    /// <summary>Every way to place so many in so many cells.</summary>
    internal static IEnumerable<int[]> Placements(int many, int cells)
    {
        if (cells == 1)
        {
            yield return [many];
            yield break;
        }

        for (int first = 0; first <= many; first++)
        {
            foreach (int[] rest in Placements(many - first, cells - 1))
            {
                yield return [first, .. rest];
            }
        }
    }

    private static double[] Factorials(int most)
    {
        double[] logs = new double[most + 1];
        for (int i = 1; i <= most; i++)
        {
            logs[i] = logs[i - 1] + Math.Log(i);
        }

        return logs;
    }
}
