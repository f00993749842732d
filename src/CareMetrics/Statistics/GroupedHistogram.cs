using System.Runtime.CompilerServices;

namespace CareMetrics.Statistics;

/// <summary>Counts how often each score of a scale occurs in each of many groups.</summary>
internal static class GroupedHistogram
{
    /// <summary>
    /// Adds each row's score s in group g to <c>counts[g × scoreCount + s − minimum]</c>, for g from 0 to <paramref name="groupCount"/> − 1
    /// and s from <paramref name="minimum"/> to <paramref name="minimum"/> + <paramref name="scoreCount"/> − 1.
    /// </summary>
    /// <param name="groups">The group of each row.</param>
    /// <param name="scores">The score of each row: as many as groups.</param>
    /// <param name="minimum">The lowest score.</param>
    /// <param name="scoreCount">How many scores there are.</param>
    /// <param name="counts">One row of <paramref name="scoreCount"/> counts for each group.</param>
    /// <param name="groupCount">How many groups there are.</param>
    /// <param name="badGroupAt">The first row whose group does not exist; −1 where there is none. If there is one, the counts are incomplete.</param>
    /// <returns>How many scores lie outside the range.</returns>
    // Optimised on its first call: much of a large table would be read before the runtime swaps slow code for fast.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static long Count(
        ReadOnlySpan<int> groups, ReadOnlySpan<byte> scores, int minimum, int scoreCount, Span<long> counts, int groupCount, out int badGroupAt)
    {
        counts = counts[..(groupCount * scoreCount)];
        scores = scores[..groups.Length];
        badGroupAt = -1;
        long invalid = 0;
        int half = groups.Length / 2;
        unchecked
        {
            // Two rows at a time, half the table apart: neighbours of sorted rows meet in one count, and the second would wait for the first.
            for (int row = 0; row < half; row++)
            {
                int group = groups[row];
                int laterGroup = groups[row + half];
                if ((uint)group >= (uint)groupCount || (uint)laterGroup >= (uint)groupCount)
                {
                    badGroupAt = IntHistogram.IndexOfInvalid(groups, 0, groupCount);
                    return invalid;
                }

                uint k = (uint)(scores[row] - minimum);
                uint laterK = (uint)(scores[row + half] - minimum);
                if (k < (uint)scoreCount)
                {
                    counts[(group * scoreCount) + (int)k]++;
                }
                else
                {
                    invalid++;
                }

                if (laterK < (uint)scoreCount)
                {
                    counts[(laterGroup * scoreCount) + (int)laterK]++;
                }
                else
                {
                    invalid++;
                }
            }

            if (2 * half < groups.Length)
            {
                uint k = (uint)(scores[^1] - minimum);
                if ((uint)groups[^1] >= (uint)groupCount)
                {
                    badGroupAt = groups.Length - 1;
                }
                else if (k < (uint)scoreCount)
                {
                    counts[(groups[^1] * scoreCount) + (int)k]++;
                }
                else
                {
                    invalid++;
                }
            }
        }

        return invalid;
    }
}
