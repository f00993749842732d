using System.Numerics;
using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>Pairs of numbers as their count, means and squared deviations: all that a correlation needs to know of its data.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all numbers are.
/// Tallies of separate pairs add in any order, to about 1e-13 (Chan, Golub and LeVeque 1983).
/// </remarks>
public readonly record struct CorrelationTally : IAdditionOperators<CorrelationTally, CorrelationTally, CorrelationTally>
{
    // 0 without pairs, so that the default is legal and two empty tallies are equal.
    private readonly double _meanFirst;
    private readonly double _meanSecond;

    /// <summary>Makes a tally from moments.</summary>
    /// <param name="count">How many pairs, 0 or more.</param>
    /// <param name="meanFirst">The mean of the first numbers; <c>null</c> where there are none.</param>
    /// <param name="meanSecond">The mean of the second numbers; <c>null</c> where there are none.</param>
    /// <param name="sumOfSquaredDeviationsFirst">Σ(x − x̄)², 0 or more.</param>
    /// <param name="sumOfSquaredDeviationsSecond">Σ(y − ȳ)², 0 or more.</param>
    /// <param name="sumOfDeviationProducts">Σ(x − x̄)(y − ȳ).</param>
    /// <exception cref="ArgumentException">No pairs can have these moments.</exception>
    [JsonConstructor]
    public CorrelationTally(long count, double? meanFirst, double? meanSecond, double sumOfSquaredDeviationsFirst, double sumOfSquaredDeviationsSecond, double sumOfDeviationProducts)
    {
        Count = Errors.RequireCount(count, nameof(count));
        _meanFirst = Errors.RequireMean(count, meanFirst, nameof(meanFirst));
        _meanSecond = Errors.RequireMean(count, meanSecond, nameof(meanSecond));
        SumOfSquaredDeviationsFirst = Errors.RequireWeight(sumOfSquaredDeviationsFirst, nameof(sumOfSquaredDeviationsFirst));
        SumOfSquaredDeviationsSecond = Errors.RequireWeight(sumOfSquaredDeviationsSecond, nameof(sumOfSquaredDeviationsSecond));
        SumOfDeviationProducts = Errors.RequireMoment(sumOfDeviationProducts, nameof(sumOfDeviationProducts));
        // Sums of rounded products may pass the bound of Cauchy and Schwarz by their rounding, no more.
        if (Math.Abs(sumOfDeviationProducts) > Math.Sqrt(sumOfSquaredDeviationsFirst) * Math.Sqrt(sumOfSquaredDeviationsSecond) * (1 + 1e-9)
            || (count < 2 && (sumOfSquaredDeviationsFirst > 0 || sumOfSquaredDeviationsSecond > 0)))
        {
            throw Errors.Moments(count, sumOfSquaredDeviationsFirst, sumOfSquaredDeviationsSecond, sumOfDeviationProducts);
        }
    }

    /// <summary>The tally of no pairs.</summary>
    public static CorrelationTally Empty => default;

    /// <summary>How many pairs there are.</summary>
    public long Count { get; }

    /// <summary>The mean of the first numbers; <c>null</c> where there are none.</summary>
    public double? MeanFirst => Count == 0 ? null : _meanFirst;

    /// <summary>The mean of the second numbers; <c>null</c> where there are none.</summary>
    public double? MeanSecond => Count == 0 ? null : _meanSecond;

    /// <summary>Σ(x − x̄)² of the first numbers.</summary>
    public double SumOfSquaredDeviationsFirst { get; }

    /// <summary>Σ(y − ȳ)² of the second numbers.</summary>
    public double SumOfSquaredDeviationsSecond { get; }

    /// <summary>Σ(x − x̄)(y − ȳ).</summary>
    public double SumOfDeviationProducts { get; }

    /// <summary>Counts pairs.</summary>
    /// <param name="pairs">The pairs, all finite.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static CorrelationTally Of(IEnumerable<(double First, double Second)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        return Of(pairs, nameof(pairs));
    }

    /// <summary>Adds one pair.</summary>
    /// <param name="first">The first number, finite.</param>
    /// <param name="second">The second number, finite.</param>
    /// <returns>The larger tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public CorrelationTally Add(double first, double second) => this + new CorrelationTally(
        1, Errors.RequireMoment(first, nameof(first)), Errors.RequireMoment(second, nameof(second)), 0, 0, 0);

    /// <summary>Merges two tallies of separate pairs.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">The count would pass <see cref="long.MaxValue"/>, or a sum of squares is beyond what a number can hold.</exception>
    public static CorrelationTally operator +(CorrelationTally left, CorrelationTally right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == 0 ? right : left;
        }

        long count = left.Count + right.Count;
        double share = (double)right.Count / count;
        double weight = left.Count * share;
        double first = right._meanFirst - left._meanFirst;
        double second = right._meanSecond - left._meanSecond;
        return new(
            count,
            left._meanFirst + first * share,
            left._meanSecond + second * share,
            Errors.RequireRepresentable(left.SumOfSquaredDeviationsFirst + right.SumOfSquaredDeviationsFirst + first * first * weight, "a sum of squares"),
            Errors.RequireRepresentable(left.SumOfSquaredDeviationsSecond + right.SumOfSquaredDeviationsSecond + second * second * weight, "a sum of squares"),
            left.SumOfDeviationProducts + right.SumOfDeviationProducts + first * second * weight);
    }

    /// <summary>The tally as a person reads it, such as <c>250 pairs, means 7.12 and 7.31</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => Count == 0
        ? "0 pairs"
        : $"{Display.Count(Count, null)} pairs, means {Display.Number(MeanFirst, 2, null)} and {Display.Number(MeanSecond, 2, null)}";

    internal static CorrelationTally Of(IEnumerable<(double First, double Second)> pairs, string parameter)
    {
        CorrelationTally tally = Empty;
        (double First, double Second)? origin = null;
        foreach ((double first, double second) in pairs)
        {
            if (!double.IsFinite(first) || !double.IsFinite(second))
            {
                throw Errors.NotFinite(parameter, tally.Count, double.IsFinite(first) ? second : first);
            }

            // Seen from the first pair, numbers far from 0 keep the digits in which they differ.
            origin ??= (first, second);
            tally += new CorrelationTally(1, first - origin.Value.First, second - origin.Value.Second, 0, 0, 0);
        }

        return origin is not { } from ? tally : new(
            tally.Count, from.First + tally._meanFirst, from.Second + tally._meanSecond, tally.SumOfSquaredDeviationsFirst, tally.SumOfSquaredDeviationsSecond, tally.SumOfDeviationProducts);
    }
}
