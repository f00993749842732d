using System.Globalization;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Satisfaction;

/// <summary>A scale of whole-number ratings, which end of it is good, and from where on.</summary>
/// <remarks>Immutable; equal when all four are.</remarks>
public sealed record RatingScale
{
    private const int MaximumLength = 101;

    /// <summary>Makes a scale.</summary>
    /// <param name="minimum">The lowest rating.</param>
    /// <param name="maximum">The highest rating, at most 100 above <paramref name="minimum"/>.</param>
    /// <param name="good">The least good rating that still counts as good: from here up where higher is better, from here down where lower is.</param>
    /// <param name="better">Which end is good.</param>
    /// <exception cref="ArgumentException">The numbers are not in order, or neither end is good.</exception>
    [JsonConstructor]
    public RatingScale(int minimum, int maximum, int good, Better better)
    {
        Errors.RequireKnown(better, nameof(better));
        if (better == Better.Neither)
        {
            throw Errors.BetterNeeded(nameof(better));
        }

        bool everyRatingIsGood = good == (better == Better.Higher ? minimum : maximum);
        if (good < minimum || good > maximum || everyRatingIsGood)
        {
            throw Errors.RatingScaleOutOfOrder(minimum, maximum, good);
        }

        if ((long)maximum - minimum >= MaximumLength)
        {
            throw Errors.ScaleTooLong(minimum, maximum, MaximumLength);
        }

        (Minimum, Maximum, Good, Better) = (minimum, maximum, good, better);
        Range = new ScoreRange(minimum, maximum, string.Create(CultureInfo.InvariantCulture, $"{minimum}–{maximum}"));
    }

    /// <summary>Satisfaction from 1 to 5, satisfied from 4 up: the top two boxes. A 3 is not good.</summary>
    public static RatingScale OneToFive { get; } = new(1, 5, 4, Better.Higher);

    /// <summary>Agreement from 1 to 7 with "it was easy", easy from 5 up.</summary>
    public static RatingScale OneToSeven { get; } = new(1, 7, 5, Better.Higher);

    /// <summary>The lowest rating.</summary>
    public int Minimum { get; }

    /// <summary>The highest rating.</summary>
    public int Maximum { get; }

    /// <summary>The least good rating that still counts as good.</summary>
    public int Good { get; }

    /// <summary>Which end is good.</summary>
    public Better Better { get; }

    internal ScoreRange Range { get; }

    /// <summary>Whether a rating counts as good.</summary>
    /// <param name="rating">A rating on this scale.</param>
    /// <returns>True from <see cref="Good"/> on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rating is not on the scale.</exception>
    public bool IsGood(int rating) => !Range.Contains(rating)
        ? throw Errors.ScoreOutside(nameof(rating), -1, rating.ToString(CultureInfo.InvariantCulture), Range)
        : Better == Better.Higher ? rating >= Good : rating <= Good;

    /// <summary>The scale as a person reads it, such as <c>1–5, good from 4 up</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Minimum}–{Maximum}, good from {Good} {(Better == Better.Higher ? "up" : "down")}");
}
