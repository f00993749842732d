using System.Collections.Immutable;

namespace CareMetrics.Roi;

/// <summary>Sums up draws. The order of every sum is that of the draws, whichever thread made them.</summary>
internal static class Distributed
{
    /// <summary>Sums up and leaves the draws sorted.</summary>
    internal static SimulatedDistribution Of(double[] draws, string what, ImmutableArray<double> probabilities, int bins)
    {
        double sum = 0;
        foreach (double draw in draws)
        {
            sum += draw;
        }

        double mean = Errors.RequireRepresentable(sum / draws.Length, what);
        double squares = 0;
        foreach (double draw in draws)
        {
            squares += (draw - mean) * (draw - mean);
        }

        double variance = draws.Length == 1 ? 0 : Errors.RequireRepresentable(squares / (draws.Length - 1), $"the variance of {what}");
        Array.Sort(draws);
        (ImmutableArray<double> edges, ImmutableArray<long> counts) = Histogram(draws, bins);
        return new SimulatedDistribution
        {
            Mean = mean,
            StandardDeviation = Math.Sqrt(variance),
            StandardError = Math.Sqrt(variance / draws.Length),
            Minimum = draws[0],
            Maximum = draws[^1],
            Probabilities = probabilities,
            Quantiles = [.. probabilities.Select(p => Quantile(draws, p))],
            BinEdges = edges,
            BinCounts = counts,
        };
    }

    /// <summary>The distribution of draws that are all divided by one number above 0: in the same order, in the same bins.</summary>
    internal static SimulatedDistribution Divided(SimulatedDistribution draws, double by, string what)
    {
        double Over(double value) => Errors.RequireRepresentable(value / by, what);
        return draws with
        {
            Mean = Over(draws.Mean),
            StandardDeviation = Over(draws.StandardDeviation),
            StandardError = Over(draws.StandardError),
            Minimum = Over(draws.Minimum),
            Maximum = Over(draws.Maximum),
            Quantiles = [.. draws.Quantiles.Select(Over)],
            BinEdges = [.. draws.BinEdges.Select(Over)],
        };
    }

    /// <summary>How many draws have a sign.</summary>
    internal static long Count(double[] draws, int sign)
    {
        long count = 0;
        foreach (double draw in draws)
        {
            count += draw * sign > 0 ? 1 : 0;
        }

        return count;
    }

    private static double Quantile(double[] sorted, double probability)
    {
        double place = probability * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    // Bins of equal width; draws that are all alike make one.
    private static (ImmutableArray<double> Edges, ImmutableArray<long> Counts) Histogram(double[] sorted, int bins)
    {
        (double low, double high) = (sorted[0], sorted[^1]);
        double width = (high - low) / bins;
        // Too narrow to tell its edges apart, as where all draws are alike but for rounding.
        if (!(low + width > low && high - width < high))
        {
            return ([low, high], [sorted.Length]);
        }

        var edges = new double[bins + 1];
        var counts = new long[bins];
        int taken = 0;
        for (int i = 0; i < bins; i++)
        {
            edges[i] = low + i * width;
            int end = i == bins - 1 ? sorted.Length : FirstFrom(sorted, low + (i + 1) * width, taken);
            counts[i] = end - taken;
            taken = end;
        }

        edges[bins] = high;
        return ([.. edges], [.. counts]);
    }

    private static int FirstFrom(double[] sorted, double edge, int start)
    {
        int left = start;
        int right = sorted.Length;
        while (left < right)
        {
            int middle = left + (right - left) / 2;
            (left, right) = sorted[middle] < edge ? (middle + 1, right) : (left, middle);
        }

        return left;
    }
}
