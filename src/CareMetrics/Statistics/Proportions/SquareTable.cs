namespace CareMetrics.Statistics;

/// <summary>Tests of a square table of the same subjects, categories before in rows and after in columns.</summary>
public static class SquareTable
{
    /// <summary>Stuart–Maxwell: are the categories as frequent after as before?</summary>
    /// <param name="table">Counts of 0 or more, as many rows as columns, at least 2; rows before, columns after.</param>
    /// <returns>The test; p = 1 where nobody changed, <c>null</c> where the table is empty.</returns>
    /// <remarks>
    /// d′V⁻¹d with dᵢ = rᵢ − cᵢ, Vᵢᵢ = rᵢ + cᵢ − 2nᵢᵢ and Vᵢⱼ = −(nᵢⱼ + nⱼᵢ), one category left out because the d sum to 0
    /// (Stuart 1955; Maxwell 1970). A category without changers is dropped and costs a degree of freedom; where changers join the
    /// categories only within separate groups, each group is tested by itself and the χ² are added. Transposing changes nothing.
    /// </remarks>
    /// <exception cref="ArgumentException">The table is not square, is smaller than 2 × 2, or holds a negative count.</exception>
    public static SymmetryTest StuartMaxwell(long[,] table)
    {
        int k = Require(table, out long count, out long changed);
        int[] group = Groups(table, k);
        double statistic = 0;
        int freedom = 0;
        int alone = 0;
        for (int root = 0; root < k; root++)
        {
            int[] members = [.. Enumerable.Range(0, k).Where(i => group[i] == root)];
            statistic += Quadratic(table, members);
            freedom += Math.Max(0, members.Length - 1);
            alone += members.Length == 1 ? 1 : 0;
        }

        return Test("stuart-maxwell", statistic, freedom, count, changed, alone);
    }

    /// <summary>Bowker: do as many move from each category to each other as back?</summary>
    /// <param name="table">Counts of 0 or more, as many rows as columns, at least 2; rows before, columns after.</param>
    /// <returns>The test; p = 1 where nobody changed, <c>null</c> where the table is empty.</returns>
    /// <remarks>
    /// Σ (nᵢⱼ − nⱼᵢ)²/(nᵢⱼ + nⱼᵢ) over the pairs i &lt; j that have changers, as many degrees of freedom as there are such pairs
    /// (Bowker 1948). Programs that count every pair, empty ones too, print a larger p-value. Transposing changes nothing.
    /// </remarks>
    /// <exception cref="ArgumentException">The table is not square, is smaller than 2 × 2, or holds a negative count.</exception>
    public static SymmetryTest Bowker(long[,] table)
    {
        int k = Require(table, out long count, out long changed);
        double statistic = 0;
        int freedom = 0;
        for (int i = 0; i < k; i++)
        {
            for (int j = i + 1; j < k; j++)
            {
                double moved = (double)table[i, j] + table[j, i];
                double net = table[i, j] - table[j, i];
                statistic += moved > 0 ? net / moved * net : 0;
                freedom += moved > 0 ? 1 : 0;
            }
        }

        return Test("bowker", statistic, freedom, count, changed, k * (k - 1) / 2 - freedom);
    }

    private static SymmetryTest Test(string method, double statistic, int freedom, long count, long changed, int leftOut) => new()
    {
        Statistic = count == 0 ? null : statistic,
        DegreesOfFreedom = freedom,
        PValue = count == 0 ? null : freedom == 0 ? 1 : Distributions.ChiSquaredUpper(statistic, freedom),
        Method = method,
        Count = count,
        Changed = changed,
        LeftOut = leftOut,
    };

    private static int Require(long[,] table, out long count, out long changed)
    {
        ArgumentNullException.ThrowIfNull(table);
        int k = table.GetLength(0);
        if (k < 2 || table.GetLength(1) != k)
        {
            throw Errors.TableNotSquare(k, table.GetLength(1));
        }

        (count, changed) = (0, 0);
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                count += Errors.RequireCount(table[i, j], $"table[{i}, {j}]");
                changed += i == j ? 0 : table[i, j];
            }
        }

        return k;
    }

    // Categories that changers join, directly or through others, share the smallest index among them.
    private static int[] Groups(long[,] table, int k)
    {
        int[] group = [.. Enumerable.Range(0, k)];
        for (int i = 0; i < k; i++)
        {
            for (int j = 0; j < k; j++)
            {
                if (table[i, j] > 0 && group[i] != group[j])
                {
                    (int kept, int gone) = (Math.Min(group[i], group[j]), Math.Max(group[i], group[j]));
                    for (int m = 0; m < k; m++)
                    {
                        group[m] = group[m] == gone ? kept : group[m];
                    }
                }
            }
        }

        return group;
    }

    // V is the Laplacian of the graph of changers. One member after the other is taken out and its changers shared among the rest, in
    // proportion: only sums of what is above 0, so that nothing cancels however different the counts.
    private static double Quadratic(long[,] table, int[] members)
    {
        int size = members.Length;
        double[] net = [.. members.Select(member => Net(table, member))];
        double[,] moved = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = i + 1; j < size; j++)
            {
                moved[i, j] = (double)table[members[i], members[j]] + table[members[j], members[i]];
            }
        }

        double sum = 0;
        for (int i = 0; i < size - 1; i++)
        {
            double all = 0;
            for (int j = i + 1; j < size; j++)
            {
                all += moved[i, j];
            }

            sum += net[i] / all * net[i];
            for (int j = i + 1; j < size; j++)
            {
                double share = moved[i, j] / all;
                net[j] += net[i] * share;
                for (int k = j + 1; k < size; k++)
                {
                    moved[j, k] += share * moved[i, k];
                }
            }
        }

        return sum;
    }

    private static double Net(long[,] table, int category)
    {
        (long away, long towards) = (0, 0);
        for (int other = 0; other < table.GetLength(0); other++)
        {
            away += other == category ? 0 : table[category, other];
            towards += other == category ? 0 : table[other, category];
        }

        return away - towards;
    }
}
