using System.Numerics;
using System.Runtime.InteropServices;

namespace CareMetrics.Statistics;

/// <summary>Count, mean and squared deviations of values that lie side by side: two passes over a block that the cache holds, block merged to block.</summary>
internal static class MomentBlocks
{
    private const int Block = 2048;

    internal static MeanTally Of(ReadOnlySpan<double> values, string parameter)
    {
        MeanTally tally = MeanTally.Empty;
        for (int start = 0; start < values.Length; start += Block)
        {
            ReadOnlySpan<double> block = values.Slice(start, Math.Min(Block, values.Length - start));

            // Seen from the first value, a block of equal values has no deviation at all.
            double shift = Deviations(block, block[0]).Sum / block.Length;
            double mean = block[0] + shift;
            (double sum, double squares) = Deviations(block, mean);
            if (!double.IsFinite(squares))
            {
                RequireFinite(values, start, block.Length, parameter);
                _ = Errors.RequireRepresentable(squares, "the sum of squared deviations");
            }

            // The mean is rounded, and so the deviations have a small sum of their own.
            double own = sum / block.Length;
            tally += new MeanTally(block.Length, mean + own, Math.Max(0, squares - sum * own));
        }

        return tally;
    }

    private static (double Sum, double Squares) Deviations(ReadOnlySpan<double> block, double from)
    {
        Vector<double> sums = Vector<double>.Zero;
        Vector<double> squares = Vector<double>.Zero;
        var origin = new Vector<double>(from);
        ReadOnlySpan<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(block);
        foreach (Vector<double> values in wide)
        {
            Vector<double> away = values - origin;
            sums += away;
            squares += away * away;
        }

        (double sum, double square) = (Vector.Sum(sums), Vector.Sum(squares));
        foreach (double value in block[(wide.Length * Vector<double>.Count)..])
        {
            double away = value - from;
            sum += away;
            square += away * away;
        }

        return (sum, square);
    }

    private static void RequireFinite(ReadOnlySpan<double> values, int start, int length, string parameter)
    {
        for (int i = start; i < start + length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw Errors.NotFinite(parameter, i, values[i]);
            }
        }
    }
}
