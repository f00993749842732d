using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>The average moving range of a baseline, and what it says of the spread: σ, and the limit of ranges.</summary>
/// <remarks>
/// Of two independent normal values the range has mean d₂σ with d₂ = 2/√π, standard deviation d₃σ with d₃ = √(2 − 4/π), and median
/// √2·z(¾)σ; its limit is d₂σ + 3d₃σ.
/// </remarks>
internal static class MovingRanges
{
    private const double RoundedLimit = 3.267;
    private const double RoundedMedianLimit = 3.865;

    private static readonly double _meanOfSigma = 2 / Math.Sqrt(Math.PI);
    private static readonly double _medianOfSigma = Math.Sqrt(2) * Distributions.NormalQuantile(0.75);
    private static readonly double _limitOfSigma = _meanOfSigma + 3 * Math.Sqrt(2 - 4 / Math.PI);

    /// <summary>σ, the average range and the limit of ranges.</summary>
    /// <param name="ranges">The ranges of the baseline; they are put in order where the median is taken.</param>
    /// <param name="options">How the average is taken, and with how many digits.</param>
    internal static (double Sigma, double Average, double Limit) Spread(List<double> ranges, ChartOptions options)
    {
        if (ranges.Count == 0)
        {
            return (double.NaN, double.NaN, double.NaN);
        }

        (double ofSigma, double limitOfAverage) = Constants(options);
        double average = Average(ranges, options.UseMedianMovingRange);
        if (options.ScreenMovingRanges)
        {
            double limit = limitOfAverage * average;
            ranges.RemoveAll(range => range > limit);
            average = Average(ranges, options.UseMedianMovingRange);
        }

        return (average / ofSigma, average, limitOfAverage * average);
    }

    private static (double OfSigma, double LimitOfAverage) Constants(ChartOptions options) => (options.Constants, options.UseMedianMovingRange) switch
    {
        (ChartConstants.Exact, false) => (_meanOfSigma, _limitOfSigma / _meanOfSigma),
        (ChartConstants.Exact, true) => (_medianOfSigma, _limitOfSigma / _medianOfSigma),
        (ChartConstants.Rounded, false) => (3 / 2.66, RoundedLimit),
        (ChartConstants.Rounded, true) => (3 / 3.145, RoundedMedianLimit),
        (_, false) => (1.128, RoundedLimit),
        (_, true) => (0.954, RoundedMedianLimit),
    };

    private static double Average(List<double> ranges, bool isMedian)
    {
        if (!isMedian)
        {
            var sum = default(ExactSum);
            foreach (double range in ranges)
            {
                sum.Add(range);
            }

            return Errors.RequireRepresentable(sum.Over(ranges.Count), "the mean moving range");
        }

        ranges.Sort();
        int middle = ranges.Count / 2;
        return ranges.Count % 2 == 1 ? ranges[middle] : ranges[middle - 1] + (ranges[middle] - ranges[middle - 1]) / 2;
    }
}
