namespace CareMetrics.Statistics;

/// <summary>The χ² of differences whose covariances are the Laplacian of a graph: what one place has less, its neighbours have more.</summary>
internal static class Laplacian
{
    /// <summary>d′V⁻d, and its degrees of freedom: the places less the connected parts of the graph.</summary>
    /// <param name="joint">By how much two places vary against each other, 0 or more, above the diagonal; used up.</param>
    /// <param name="net">The differences, which sum to 0 in each connected part; used up.</param>
    /// <remarks>
    /// One place after the other is taken out and its edges shared among the rest, in proportion: only sums of what is above 0, so that
    /// nothing cancels however different the weights. The last place of a connected part has no edge left, and follows from the others.
    /// </remarks>
    internal static (double Statistic, int Freedom) Quadratic(double[,] joint, double[] net)
    {
        double statistic = 0;
        int freedom = 0;
        for (int i = 0; i < net.Length; i++)
        {
            double all = 0;
            for (int j = i + 1; j < net.Length; j++)
            {
                all += joint[i, j];
            }

            if (all == 0)
            {
                continue;
            }

            statistic += net[i] / all * net[i];
            freedom++;
            for (int j = i + 1; j < net.Length; j++)
            {
                double share = joint[i, j] / all;
                net[j] += net[i] * share;
                for (int k = j + 1; k < net.Length; k++)
                {
                    joint[j, k] += share * joint[i, k];
                }
            }
        }

        return (statistic, freedom);
    }
}
