using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>A scale of whole-number scores and the two cuts that make detractors, passives and promoters of them.</summary>
/// <remarks>Immutable; equal when all four numbers are. The cuts of the standard scales are those of Reichheld (2003).</remarks>
public sealed partial record NpsScale
{
    /// <summary>The longest scale: as many scores as 0–100 has.</summary>
    internal const int MaximumLength = 101;

    /// <summary>Makes a scale.</summary>
    /// <param name="minimum">The lowest score.</param>
    /// <param name="maximum">The highest score, at most 100 above <paramref name="minimum"/>.</param>
    /// <param name="detractorMaximum">The highest score of a detractor.</param>
    /// <param name="promoterMinimum">The lowest score of a promoter, above <paramref name="detractorMaximum"/>; the scores between are passive.</param>
    /// <exception cref="ArgumentException">The four are not in order, or the scale is too long.</exception>
    [JsonConstructor]
    public NpsScale(int minimum, int maximum, int detractorMaximum, int promoterMinimum)
    {
        if (!(minimum <= detractorMaximum && detractorMaximum < promoterMinimum && promoterMinimum <= maximum))
        {
            throw Errors.ScaleOutOfOrder(minimum, maximum, detractorMaximum, promoterMinimum);
        }

        if ((long)maximum - minimum >= MaximumLength)
        {
            throw Errors.ScaleTooLong(minimum, maximum, MaximumLength);
        }

        (Minimum, Maximum, DetractorMaximum, PromoterMinimum) = (minimum, maximum, detractorMaximum, promoterMinimum);
        Range = new ScoreRange(minimum, maximum, ToString());
    }

    /// <summary>The standard scale: 0 to 10, detractors up to 6, promoters from 9.</summary>
    public static NpsScale ZeroToTen { get; } = new(0, 10, 6, 9);

    /// <summary>1 to 10 with the same cuts.</summary>
    public static NpsScale OneToTen { get; } = new(1, 10, 6, 9);

    /// <summary>The lowest score.</summary>
    public int Minimum { get; }

    /// <summary>The highest score.</summary>
    public int Maximum { get; }

    /// <summary>The highest score of a detractor.</summary>
    public int DetractorMaximum { get; }

    /// <summary>The lowest score of a promoter.</summary>
    public int PromoterMinimum { get; }

    /// <summary>How many different scores the scale has.</summary>
    [JsonIgnore]
    public int Length => Maximum - Minimum + 1;

    internal ScoreRange Range { get; }

    /// <summary>Whether a number is a score on this scale.</summary>
    /// <param name="score">Any number.</param>
    /// <returns>True from <see cref="Minimum"/> to <see cref="Maximum"/>.</returns>
    public bool Contains(int score) => score >= Minimum && score <= Maximum;

    /// <summary>What a score makes of the one who gave it.</summary>
    /// <param name="score">A score on this scale.</param>
    /// <returns>Detractor, passive or promoter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The score is not on the scale.</exception>
    public NpsCategory CategoryOf(int score)
    {
        if (!Contains(score))
        {
            throw Errors.ScoreOutside(nameof(score), -1, score.ToString(CultureInfo.InvariantCulture), Range);
        }

        return score <= DetractorMaximum ? NpsCategory.Detractor
            : score >= PromoterMinimum ? NpsCategory.Promoter
            : NpsCategory.Passive;
    }

    /// <summary>Reads a scale.</summary>
    /// <param name="text"><c>0-10</c>, <c>1-10</c>, or <c>MIN-MAX:DETRACTORMAX:PROMOTERMIN</c> such as <c>1-5:3:5</c>.</param>
    /// <returns>The scale.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <c>null</c>.</exception>
    /// <exception cref="FormatException">The text is none of these.</exception>
    /// <exception cref="ArgumentException">The numbers are not in order, or the scale is too long.</exception>
    public static NpsScale Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            return text switch
            {
                "0-10" => ZeroToTen,
                "1-10" => OneToTen,
                _ => throw Errors.ScaleText(text),
            };
        }

        int Part(int group) => int.TryParse(match.Groups[group].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw Errors.ScaleText(text);
        return new NpsScale(Part(1), Part(2), Part(3), Part(4));
    }

    /// <summary>The scale as a person reads it: <c>0–10</c>, <c>1–10</c>, or with its cuts, <c>1–5 (detractors to 3, promoters from 5)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string range = string.Create(CultureInfo.InvariantCulture, $"{Minimum}–{Maximum}");
        bool isStandard = (Minimum, Maximum, DetractorMaximum, PromoterMinimum) is (0 or 1, 10, 6, 9);
        return isStandard
            ? range
            : string.Create(CultureInfo.InvariantCulture, $"{range} (detractors to {DetractorMaximum}, promoters from {PromoterMinimum})");
    }

    [GeneratedRegex(@"^(-?[0-9]+)-(-?[0-9]+):(-?[0-9]+):(-?[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
