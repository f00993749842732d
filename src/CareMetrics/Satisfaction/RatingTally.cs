using System.Numerics;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Satisfaction;

/// <summary>Ratings counted: how many are good, and their exact sums, with missing and invalid answers apart.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all counts are.
/// Tallies of separate answers on one scale add exactly, in any order. <see cref="Good"/> and <see cref="Mean"/> compare by <see cref="Comparison.Between"/>.
/// </remarks>
public readonly record struct RatingTally :
    IAdditionOperators<RatingTally, RatingTally, RatingTally>, ISubtractionOperators<RatingTally, RatingTally, RatingTally>
{
    /// <summary>Makes a tally from sums, as a database returns them.</summary>
    /// <param name="goodRatings">How many ratings are good.</param>
    /// <param name="ratings">How many ratings there are.</param>
    /// <param name="sum">Σx over ratings.</param>
    /// <param name="sumOfSquares">Σx² over ratings.</param>
    /// <param name="missing">How many were asked and left the answer blank.</param>
    /// <param name="invalid">How many answers were no rating on the scale.</param>
    /// <exception cref="ArgumentException">A count is negative, or no set of ratings can have these sums.</exception>
    [JsonConstructor]
    public RatingTally(long goodRatings, long ratings, long sum, long sumOfSquares, long missing = 0, long invalid = 0)
    {
        Errors.RequireShare(goodRatings, nameof(goodRatings), ratings, nameof(ratings));
        Good = new ProportionTally(goodRatings, ratings);
        Sum = sum;
        SumOfSquares = Errors.RequireCount(sumOfSquares, nameof(sumOfSquares));
        Missing = Errors.RequireCount(missing, nameof(missing));
        Invalid = Errors.RequireCount(invalid, nameof(invalid));
        if ((Int128)sum * sum > (Int128)sumOfSquares * ratings || (ratings < 2 && (Int128)sum * sum != sumOfSquares))
        {
            throw Errors.RatingSums($"sum is {sum} and sumOfSquares {sumOfSquares} of {ratings} ratings");
        }
    }

    /// <summary>The tally of no ratings.</summary>
    public static RatingTally Empty => default;

    /// <summary>Good ratings among all ratings.</summary>
    [JsonIgnore]
    public ProportionTally Good { get; }

    /// <summary>How many ratings are good.</summary>
    public long GoodRatings => Good.Successes;

    /// <summary>How many ratings there are.</summary>
    public long Ratings => Good.Trials;

    /// <summary>Σx over ratings.</summary>
    public long Sum { get; }

    /// <summary>Σx² over ratings.</summary>
    public long SumOfSquares { get; }

    /// <summary>How many were asked and left the answer blank.</summary>
    public long Missing { get; }

    /// <summary>How many answers were no rating on the scale.</summary>
    public long Invalid { get; }

    /// <summary>The ratings as a mean.</summary>
    [JsonIgnore]
    public MeanTally Mean => Ratings == 0
        ? MeanTally.Empty
        : new MeanTally(Ratings, (double)Sum / Ratings, (double)((Int128)SumOfSquares * Ratings - (Int128)Sum * Sum) / Ratings);

    /// <summary>Counts ratings.</summary>
    /// <typeparam name="T">Any number type; 4 and 4.0 are ratings, 4.5 and NaN are invalid.</typeparam>
    /// <param name="ratings">The ratings, in any order; <c>null</c> is a missing answer.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="invalid">Whether an invalid answer is an error or is counted.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer is no rating on the scale, and invalid ones are not counted.</exception>
    public static RatingTally Of<T>(IEnumerable<T?> ratings, RatingScale scale, InvalidAnswers invalid = InvalidAnswers.Fail)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(scale);
        Span<long> counts = stackalloc long[scale.Maximum - scale.Minimum + 1];
        long bad = ScoreCounting.Count(ratings, scale.Range, invalid, counts, out long missing, nameof(ratings));
        return Of(counts, scale, missing, bad);
    }

    /// <inheritdoc cref="Of{T}(IEnumerable{Nullable{T}}, RatingScale, InvalidAnswers)"/>
    public static RatingTally Of<T>(IEnumerable<T> ratings, RatingScale scale, InvalidAnswers invalid = InvalidAnswers.Fail)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(scale);
        Span<long> counts = stackalloc long[scale.Maximum - scale.Minimum + 1];
        long bad = ScoreCounting.Count(ratings, scale.Range, invalid, counts, nameof(ratings));
        return Of(counts, scale, 0, bad);
    }

    /// <inheritdoc cref="Of{T}(IEnumerable{Nullable{T}}, RatingScale, InvalidAnswers)"/>
    public static RatingTally Of<T>(ReadOnlySpan<T> ratings, RatingScale scale, InvalidAnswers invalid = InvalidAnswers.Fail)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(scale);
        Span<long> counts = stackalloc long[scale.Maximum - scale.Minimum + 1];
        long bad = ScoreCounting.Count(ratings, scale.Range, invalid, counts, nameof(ratings));
        return Of(counts, scale, 0, bad);
    }

    /// <summary>Merges two tallies of separate answers on one scale.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A sum would pass <see cref="long.MaxValue"/>.</exception>
    public static RatingTally operator +(RatingTally left, RatingTally right) => new(
        left.GoodRatings + right.GoodRatings,
        left.Ratings + right.Ratings,
        left.Sum + right.Sum,
        left.SumOfSquares + right.SumOfSquares,
        left.Missing + right.Missing,
        left.Invalid + right.Invalid);

    /// <summary>Takes a part away again, as for a rolling window.</summary>
    /// <param name="left">The whole.</param>
    /// <param name="right">A part of it.</param>
    /// <returns>The rest.</returns>
    /// <exception cref="ArgumentException"><paramref name="right"/> is not a part of <paramref name="left"/>.</exception>
    public static RatingTally operator -(RatingTally left, RatingTally right)
    {
        Errors.RequirePart("missing answers", left.Missing, right.Missing);
        Errors.RequirePart("invalid answers", left.Invalid, right.Invalid);
        Errors.RequirePart("squared ratings", left.SumOfSquares, right.SumOfSquares);
        ProportionTally good = left.Good - right.Good;
        return new(
            good.Successes,
            good.Trials,
            left.Sum - right.Sum,
            left.SumOfSquares - right.SumOfSquares,
            left.Missing - right.Missing,
            left.Invalid - right.Invalid);
    }

    /// <summary>The tally as a person reads it, such as <c>45 good of 100 ratings</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Display.Count(GoodRatings, null)} good of {Display.Count(Ratings, null)} ratings";

    private static RatingTally Of(ReadOnlySpan<long> counts, RatingScale scale, long missing, long invalid)
    {
        (long good, long all, long sum, long squares) = (0, 0, 0, 0);
        for (int i = 0; i < counts.Length; i++)
        {
            long rating = scale.Minimum + i;
            good += scale.IsGood((int)rating) ? counts[i] : 0;
            all += counts[i];
            sum += counts[i] * rating;
            squares += counts[i] * rating * rating;
        }

        return new(good, all, sum, squares, missing, invalid);
    }
}
