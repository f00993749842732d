using System.Collections.Immutable;

namespace CareMetrics.Statistics;

/// <summary>Adjusts the p-values of comparisons that were made together.</summary>
public static class MultipleComparisons
{
    /// <summary>Adjusts p-values.</summary>
    /// <param name="pValues">The p-values from 0 to 1; a <c>null</c>, a comparison that could not be made, stays <c>null</c> and does not count.</param>
    /// <param name="adjustment">How to adjust.</param>
    /// <returns>The adjusted p-values, in the order given; each is at least the one it came from and at most 1.</returns>
    /// <remarks>
    /// With p₍₁₎ ≤ … ≤ p₍ₘ₎, Holm takes max over j ≤ i of (m − j + 1)·p₍ⱼ₎; Benjamini–Hochberg min over j ≥ i of (m/j)·p₍ⱼ₎.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is outside 0 to 1, or the adjustment is unknown.</exception>
    public static ImmutableArray<double?> Adjust(IReadOnlyList<double?> pValues, Adjustment adjustment = Adjustment.Holm)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        Errors.RequireKnown(adjustment, nameof(adjustment));
        for (int i = 0; i < pValues.Count; i++)
        {
            Errors.RequirePValue(pValues[i], $"{nameof(pValues)}[{i}]");
        }

        int[] order = [.. Enumerable.Range(0, pValues.Count).Where(i => pValues[i] is not null).OrderBy(i => pValues[i])];
        double?[] adjusted = [.. pValues];
        int m = order.Length;
        double bound = adjustment == Adjustment.Holm ? 0 : 1;
        for (int step = 0; step < m && adjustment != Adjustment.None; step++)
        {
            int rank = adjustment == Adjustment.Holm ? step : m - 1 - step;
            double p = pValues[order[rank]]!.Value;
            bound = adjustment == Adjustment.Holm
                ? Math.Min(1, Math.Max(bound, (m - rank) * p))
                : Math.Min(bound, m / (rank + 1.0) * p);
            adjusted[order[rank]] = bound;
        }

        return [.. adjusted];
    }
}
