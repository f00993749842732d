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
        var joint = new double[k, k];
        var net = new double[k];
        int alone = 0;
        for (int i = 0; i < k; i++)
        {
            (long away, long towards) = (0, 0);
            for (int j = 0; j < k; j++)
            {
                joint[i, j] = (double)table[i, j] + table[j, i];
                (away, towards) = (away + table[i, j], towards + table[j, i]);
            }

            net[i] = away - towards;
            alone += away == table[i, i] && towards == table[i, i] ? 1 : 0;
        }

        (double statistic, int freedom) = Laplacian.Quadratic(joint, net);
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
        PValue = count == 0 ? null : Distributions.ChiSquaredUpper(statistic, freedom),
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
}
