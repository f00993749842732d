namespace CareMetrics.Statistics;

/// <summary>Ordinal values, such as a place in a search result, compared by their order alone.</summary>
/// <remarks>
/// Means and percentages of ordinals say nothing: the step from place 1 to 2 is not that from 41 to 42. One value far away changes
/// nothing either, which makes ranks a check of means. The whole lists are needed; sorting them takes n log n, the rest a few passes.
/// </remarks>
public static class Ranks
{
    /// <summary>Compares two lists by their ranks.</summary>
    /// <param name="baseline">What is compared with: finite numbers in any order.</param>
    /// <param name="current">What is compared: finite numbers in any order.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">Which distribution to go by.</param>
    /// <returns>
    /// The comparison of the medians of both sides; the change is the median of all differences, the p-value is that of Mann and
    /// Whitney, a test of its own, and there is no relative change. Where so few values cannot reach the level, the change has the
    /// level that its widest limits reach.
    /// </returns>
    /// <remarks>
    /// Shift: Hodges and Lehmann (1963), limits the k-th smallest and k-th largest of all differences, k from the distribution of U. A
    /// side: the median, limits from the order of its values by the binomial distribution.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A value is NaN or infinite, or an argument is outside its range.</exception>
    /// <exception cref="ArgumentException">The exact method is asked for with tied values, or with fifty or more a side.</exception>
    /// <exception cref="OverflowException">A difference is beyond what a number can hold.</exception>
    public static Comparison Compare(
        IEnumerable<double> baseline, IEnumerable<double> current, double level = 0.95, RankMethod method = RankMethod.Automatic)
    {
        RankPair pair = Sorted(baseline, current, level, method);
        return Comparison.Of(
            RankPair.Median(pair.Baseline, level),
            RankPair.Median(pair.Current, level),
            pair.Shift(level).Shift,
            pair.Shift(Comparison.EquivalenceLevel(level)).Shift,
            pair.Test().PValue,
            null,
            null,
            NoRelativeChangeReason.Ordinal,
            PValueBasis.Neither);
    }

    /// <summary>Tests whether one list is higher than the other.</summary>
    /// <inheritdoc cref="Compare"/>
    /// <returns>The test, the shift, and the level that its interval reaches.</returns>
    /// <remarks>
    /// Mann and Whitney (1947). Exact by the number of orders with U or fewer; normal with z = (|U − nm/2| − ½)/σ,
    /// σ² = nm/12·(N + 1 − Σ(t³ − t)/(N(N − 1))) with t values tied in a place, p = 1 where all are.
    /// </remarks>
    public static RankTest Test(
        IEnumerable<double> baseline, IEnumerable<double> current, double level = 0.95, RankMethod method = RankMethod.Automatic)
    {
        RankPair pair = Sorted(baseline, current, level, method);
        (double? pValue, string name) = pair.Test();
        (Estimate shift, double? achieved) = pair.Shift(level);
        return new RankTest
        {
            U = pair.U,
            Superiority = pair.U / ((double)pair.Baseline.Length * pair.Current.Length),
            PValue = pValue,
            Method = name,
            Shift = shift,
            AchievedLevel = achieved,
            BaselineCount = pair.Baseline.Length,
            CurrentCount = pair.Current.Length,
        };
    }

    private static RankPair Sorted(IEnumerable<double> baseline, IEnumerable<double> current, double level, RankMethod method)
    {
        Errors.RequireLevel(level);
        Errors.RequireKnown(method, nameof(method));
        return new RankPair(Sorted(baseline, nameof(baseline)), Sorted(current, nameof(current)), method);
    }

    private static double[] Sorted(IEnumerable<double> values, string parameter)
    {
        ArgumentNullException.ThrowIfNull(values, parameter);
        double[] sorted = [.. values];
        for (int i = 0; i < sorted.Length; i++)
        {
            if (!double.IsFinite(sorted[i]))
            {
                throw Errors.NotFinite(parameter, i, sorted[i]);
            }
        }

        Array.Sort(sorted);
        return sorted;
    }
}
