namespace CareMetrics.Statistics;

/// <summary>All differences of two sorted lists, in order, without forming them.</summary>
/// <remarks>
/// The differences are a matrix whose rows and columns are sorted, also after rounding, so one walk along its staircase counts those up to
/// a value. The value of a given order is closed in on by halving the doubles between the ends; the few left over are sorted.
/// </remarks>
/// <param name="above">Sorted, what is subtracted from.</param>
/// <param name="below">Sorted, what is subtracted.</param>
internal sealed class PairwiseDifferences(double[] above, double[] below)
{
    /// <summary>How many differences are at most a value.</summary>
    internal long AtMost(double value) => Count(value, strictly: false);

    /// <summary>How many differences are below a value.</summary>
    internal long Below(double value) => Count(value, strictly: true);

    /// <summary>The difference of a given order, from 1 to their number.</summary>
    internal double Smallest(long order)
    {
        (long low, long high) = (Key(above[0] - below[^1]), Key(above[^1] - below[0]));
        (long countBelow, long countHigh) = (0, (long)above.Length * below.Length);
        long few = Math.Max(1000, ((long)above.Length + below.Length) / 8);
        while (low < high && countHigh - countBelow > few)
        {
            long middle = low + (long)(unchecked((ulong)(high - low)) / 2);
            long count = AtMost(Value(middle));
            if (count >= order)
            {
                (high, countHigh) = (middle, count);
            }
            else
            {
                (low, countBelow) = (middle + 1, count);
            }
        }

        double found = low == high ? Value(low) : Among(Value(low), Value(high), order - countBelow, (int)(countHigh - countBelow));
        return Errors.RequireRepresentable(found, "a difference of two values") + 0.0;
    }

    // Sorts the differences from low to high, both included; falling values let more of the other list come near enough.
    private double Among(double low, double high, long order, int count)
    {
        var between = new double[count];
        int found = 0;
        int first = below.Length;
        for (int i = above.Length - 1; i >= 0; i--)
        {
            while (first > 0 && above[i] - below[first - 1] <= high)
            {
                first--;
            }

            for (int j = first; j < below.Length && above[i] - below[j] >= low; j++)
            {
                between[found++] = above[i] - below[j];
            }
        }

        Array.Sort(between, 0, found);
        return between[order - 1];
    }

    private long Count(double value, bool strictly)
    {
        long count = 0;
        int first = 0;
        foreach (double from in above)
        {
            // Rising values leave fewer of the other list far enough above.
            while (first < below.Length && !(strictly ? from - below[first] < value : from - below[first] <= value))
            {
                first++;
            }

            count += below.Length - first;
        }

        return count;
    }

    // Doubles and whole numbers in the same order; the two zeros are one.
    private static long Key(double value) =>
        value < 0 ? -BitConverter.DoubleToInt64Bits(-value) : BitConverter.DoubleToInt64Bits(value + 0.0);

    private static double Value(long key) => key < 0 ? -BitConverter.Int64BitsToDouble(-key) : BitConverter.Int64BitsToDouble(key);
}
