using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        // The accesses below are unchecked and rest on these four lines.
        ArgumentOutOfRangeException.ThrowIfNegative(groupCount);
        ArgumentOutOfRangeException.ThrowIfNegative(scoreCount);
        counts = counts[..(groupCount * scoreCount)];
        scores = scores[..groups.Length];
        ref long bins = ref MemoryMarshal.GetReference(counts);
        long invalid = 0;
        badGroupAt = -1;

        // A row from each quarter by turns: neighbours of sorted rows meet in one count, and the second would wait for the first.
        int quarter = groups.Length / 4;
        ref int groups1 = ref MemoryMarshal.GetReference(groups);
        ref int groups2 = ref Unsafe.Add(ref groups1, quarter);
        ref int groups3 = ref Unsafe.Add(ref groups2, quarter);
        ref int groups4 = ref Unsafe.Add(ref groups3, quarter);
        ref byte scores1 = ref MemoryMarshal.GetReference(scores);
        ref byte scores2 = ref Unsafe.Add(ref scores1, quarter);
        ref byte scores3 = ref Unsafe.Add(ref scores2, quarter);
        ref byte scores4 = ref Unsafe.Add(ref scores3, quarter);
        for (nint row = 0; row < quarter; row++)
        {
            if (!CountRow(Unsafe.Add(ref groups1, row), Unsafe.Add(ref scores1, row), minimum, scoreCount, ref bins, groupCount, ref invalid)
                || !CountRow(Unsafe.Add(ref groups2, row), Unsafe.Add(ref scores2, row), minimum, scoreCount, ref bins, groupCount, ref invalid)
                || !CountRow(Unsafe.Add(ref groups3, row), Unsafe.Add(ref scores3, row), minimum, scoreCount, ref bins, groupCount, ref invalid)
                || !CountRow(Unsafe.Add(ref groups4, row), Unsafe.Add(ref scores4, row), minimum, scoreCount, ref bins, groupCount, ref invalid))
            {
                badGroupAt = IntHistogram.IndexOfInvalid(groups, 0, groupCount);
                return invalid;
            }
        }

        for (int row = 4 * quarter; row < groups.Length; row++)
        {
            if (!CountRow(groups[row], scores[row], minimum, scoreCount, ref bins, groupCount, ref invalid))
            {
                badGroupAt = row;
                return invalid;
            }
        }

        return invalid;
    }

    /// <summary>Counts one row; false where its group does not exist.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool CountRow(int group, byte score, int minimum, int scoreCount, ref long bins, int groupCount, ref long invalid)
    {
        unchecked
        {
            if ((uint)group >= (uint)groupCount)
            {
                return false;
            }

            uint k = (uint)(score - minimum);
            if (k < (uint)scoreCount)
            {
                Unsafe.Add(ref bins, (nint)((uint)(group * scoreCount) + k))++;
            }
            else
            {
                invalid++;
            }

            return true;
        }
    }
}
