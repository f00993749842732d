using System.Text.Json.Serialization;
using CareMetrics.Nps;

namespace CareMetrics.Conversion;

/// <summary>A scale of numbers and the two cuts that make ranters, neutrals and ravers of them.</summary>
/// <remarks>Immutable; equal when all its numbers are.</remarks>
public sealed record MoodScale
{
    /// <summary>Makes a scale.</summary>
    /// <param name="minimum">The lowest score.</param>
    /// <param name="maximum">The highest score.</param>
    /// <param name="ranterMaximum">The highest score of a ranter.</param>
    /// <param name="raverMinimum">The lowest score of a raver, above <paramref name="ranterMaximum"/>; what lies between is neutral.</param>
    /// <param name="wholeNumbers">Whether only whole numbers are scores.</param>
    /// <exception cref="ArgumentException">The four are not in order, not finite, or not whole where they must be.</exception>
    [JsonConstructor]
    public MoodScale(double minimum, double maximum, double ranterMaximum, double raverMinimum, bool wholeNumbers = false)
    {
        if (!(minimum <= ranterMaximum && ranterMaximum < raverMinimum && raverMinimum <= maximum
            && double.IsFinite(minimum) && double.IsFinite(maximum))
            || (wholeNumbers && !(double.IsInteger(minimum) && double.IsInteger(maximum)
                && double.IsInteger(ranterMaximum) && double.IsInteger(raverMinimum))))
        {
            throw Errors.MoodCutsOutOfOrder(minimum, maximum, ranterMaximum, raverMinimum);
        }

        (Minimum, Maximum, RanterMaximum, RaverMinimum, WholeNumbers) = (minimum, maximum, ranterMaximum, raverMinimum, wholeNumbers);
    }

    /// <summary>How likely to recommend, 0 to 10: ranters up to 6, ravers from 9, as <see cref="NpsScale.ZeroToTen"/>.</summary>
    public static MoodScale ZeroToTen { get; } = Of(NpsScale.ZeroToTen);

    /// <summary>How likely to recommend, 1 to 10, with the same cuts.</summary>
    public static MoodScale OneToTen { get; } = Of(NpsScale.OneToTen);

    /// <summary>1 to 5 stars, whole ones: ranters up to 2, ravers from 4. With other cuts, or half stars, make your own.</summary>
    public static MoodScale FiveStars { get; } = new(1, 5, 2, 4, wholeNumbers: true);

    /// <summary>The lowest score.</summary>
    public double Minimum { get; }

    /// <summary>The highest score.</summary>
    public double Maximum { get; }

    /// <summary>The highest score of a ranter.</summary>
    public double RanterMaximum { get; }

    /// <summary>The lowest score of a raver.</summary>
    public double RaverMinimum { get; }

    /// <summary>Whether only whole numbers are scores.</summary>
    public bool WholeNumbers { get; }

    /// <summary>Where ranters end on a continuous scale: half a point above the highest where scores are whole numbers.</summary>
    [JsonIgnore]
    public double RanterBelow => RanterMaximum + (WholeNumbers ? 0.5 : 0);

    /// <summary>Where ravers begin on a continuous scale: half a point below the lowest where scores are whole numbers.</summary>
    [JsonIgnore]
    public double RaverAbove => RaverMinimum - (WholeNumbers ? 0.5 : 0);

    /// <summary>The scale of a Net Promoter question: detractors are ranters, promoters are ravers.</summary>
    /// <param name="scale">The scale.</param>
    /// <returns>The same scale and cuts.</returns>
    public static MoodScale Of(NpsScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return new(scale.Minimum, scale.Maximum, scale.DetractorMaximum, scale.PromoterMinimum, wholeNumbers: true);
    }

    /// <summary>Sentiment from −1 to 1. No cuts are standard, so they are named here.</summary>
    /// <param name="ranterMaximum">The highest sentiment of a ranter, such as −0.05, from −1.</param>
    /// <param name="raverMinimum">The lowest sentiment of a raver, such as 0.05, to 1.</param>
    /// <returns>The scale.</returns>
    /// <exception cref="ArgumentException">The cuts are not in order inside −1 to 1.</exception>
    public static MoodScale Sentiment(double ranterMaximum, double raverMinimum) => new(-1, 1, ranterMaximum, raverMinimum);

    /// <summary>The mood that a score tells.</summary>
    /// <param name="score">A score on this scale.</param>
    /// <returns>Ranter, neutral or raver.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The score is not on the scale.</exception>
    public Mood MoodOf(double score) => TryMoodOf(score, out Mood mood)
        ? mood
        : throw Errors.MoodOutside(nameof(score), nameof(score), Errors.Show(score), this);

    /// <summary>The mood that a score tells, if it is one.</summary>
    /// <param name="score">Any number; NaN is none.</param>
    /// <param name="mood">Ranter, neutral or raver; neutral where the number is no score.</param>
    /// <returns>Whether the number is a score on this scale.</returns>
    public bool TryMoodOf(double score, out Mood mood)
    {
        bool valid = score >= Minimum && score <= Maximum && (!WholeNumbers || double.IsInteger(score));
        mood = !valid ? Mood.Neutral
            : score <= RanterMaximum ? Mood.Ranter
            : score >= RaverMinimum ? Mood.Raver
            : Mood.Neutral;
        return valid;
    }

    /// <summary>The scale as a person reads it, such as <c>0–10 (ranters to 6, ravers from 9)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Errors.Show(Minimum)}–{Errors.Show(Maximum)} (ranters to {Errors.Show(RanterMaximum)}, ravers from {Errors.Show(RaverMinimum)})";
}
