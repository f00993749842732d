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
    /// <param name="badGroupAt">The first row whose group does not exist; −1 where there is none. If there is one, nothing is counted.</param>
    /// <returns>How many scores lie outside the range, in existing groups.</returns>
    // Optimised on its first call: much of a large table would be read before the runtime swaps slow code for fast.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static long Count(
        ReadOnlySpan<int> groups, ReadOnlySpan<byte> scores, int minimum, int scoreCount, Span<long> counts, int groupCount, out int badGroupAt)
    {
        counts = counts[..(groupCount * scoreCount)];
        scores = scores[..groups.Length];
        badGroupAt = IntHistogram.IndexOfInvalid(groups, 0, groupCount);
        if (badGroupAt >= 0)
        {
            return 0;
        }

        // Two rows at a time, half the table apart: neighbours of sorted rows meet in one count, and the second would wait for the first.
        int half = groups.Length / 2;
        ReadOnlySpan<int> laterGroups = groups[half..];
        ReadOnlySpan<byte> laterScores = scores[half..];
        long invalid = 0;
        unchecked
        {
            for (int row = 0; row < laterGroups.Length; row++)
            {
                uint later = (uint)laterScores[row] - (uint)minimum;
                if (later < (uint)scoreCount)
                {
                    counts[(laterGroups[row] * scoreCount) + (int)later]++;
                }
                else
                {
                    invalid++;
                }

                // The later half is a row longer where the rows are odd in number.
                if (row == half)
                {
                    break;
                }

                uint earlier = (uint)scores[row] - (uint)minimum;
                if (earlier < (uint)scoreCount)
                {
                    counts[(groups[row] * scoreCount) + (int)earlier]++;
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
