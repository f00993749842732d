namespace CareMetrics.Statistics;

/// <summary>The exact distribution of Mann and Whitney's U without ties, for lists short enough that whole numbers hold it.</summary>
internal sealed class ExactRanks
{
    private readonly UInt128[] _upTo;

    /// <summary>Counts the orders of two lists by their U: the coefficients of ∏(1 − q^(m+i))/(1 − qⁱ), i from 1 to n.</summary>
    internal ExactRanks(int n, int m)
    {
        int most = n * m;
        var ways = new UInt128[most + 1];
        ways[0] = 1;
        unchecked
        {
            // Differences may pass below 0 on the way and come back: whole numbers modulo 2¹²⁸.
            for (int i = 1; i <= n; i++)
            {
                for (int u = most; u >= m + i; u--)
                {
                    ways[u] -= ways[u - m - i];
                }

                for (int u = i; u <= most; u++)
                {
                    ways[u] += ways[u - i];
                }
            }

            for (int u = 1; u <= most; u++)
            {
                ways[u] += ways[u - 1];
            }
        }

        _upTo = ways;
    }

    /// <summary>P(U ≤ u).</summary>
    internal double AtMost(int u) => (double)_upTo[u] / (double)_upTo[^1];

    /// <summary>The largest k with P(U ≤ k − 1) ≤ tail; 0 where there is none.</summary>
    internal int Orders(double tail)
    {
        int k = 0;
        while (AtMost(k) <= tail)
        {
            k++;
        }

        return k;
    }
}
