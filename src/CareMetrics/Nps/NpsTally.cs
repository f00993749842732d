using System.Numerics;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>How many detractors, passives and promoters answered, with missing and invalid answers counted apart: all that the score needs.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all counts are.
/// It counts answers: tallies of separate answers add exactly, in any order, on any machine. Where one customer may answer
/// several times, <see cref="NpsCustomerTally"/> keeps the interval honest. Two tallies compare by <see cref="Comparison.Between"/>.
/// </remarks>
public readonly partial record struct NpsTally :
    IAdditionOperators<NpsTally, NpsTally, NpsTally>, ISubtractionOperators<NpsTally, NpsTally, NpsTally>
{
    /// <summary>Makes a tally from counts, as a database returns them.</summary>
    /// <param name="detractors">How many detractors answered, 0 or more.</param>
    /// <param name="passives">How many passives answered, 0 or more.</param>
    /// <param name="promoters">How many promoters answered, 0 or more.</param>
    /// <param name="missing">How many were asked and left the answer blank, 0 or more.</param>
    /// <param name="invalid">How many answers were no score on the scale, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The answers together pass <see cref="long.MaxValue"/>.</exception>
    [JsonConstructor]
    public NpsTally(long detractors, long passives, long promoters, long missing = 0, long invalid = 0)
    {
        Detractors = Errors.RequireCount(detractors, nameof(detractors));
        Passives = Errors.RequireCount(passives, nameof(passives));
        Promoters = Errors.RequireCount(promoters, nameof(promoters));
        Missing = Errors.RequireCount(missing, nameof(missing));
        Invalid = Errors.RequireCount(invalid, nameof(invalid));
        _ = detractors + passives + promoters;
    }

    /// <summary>The tally of no answers.</summary>
    public static NpsTally Empty => default;

    /// <summary>How many detractors answered.</summary>
    public long Detractors { get; }

    /// <summary>How many passives answered.</summary>
    public long Passives { get; }

    /// <summary>How many promoters answered.</summary>
    public long Promoters { get; }

    /// <summary>How many were asked and left the answer blank; they enter no score.</summary>
    public long Missing { get; }

    /// <summary>How many answers were no score on the scale; they enter no score.</summary>
    public long Invalid { get; }

    /// <summary>How many answers the score rests on: detractors, passives and promoters.</summary>
    [JsonIgnore]
    public long Answered => Detractors + Passives + Promoters;

    /// <summary>Counts scores.</summary>
    /// <typeparam name="T">Any number type; 7 and 7.0 are scores, 7.5 and NaN are invalid.</typeparam>
    /// <param name="scores">The scores, in any order.</param>
    /// <param name="scale">The scale; <c>null</c> is <see cref="NpsScale.ZeroToTen"/>.</param>
    /// <param name="invalid">Whether an invalid answer is an error or is counted.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer is no score on the scale, and invalid ones are not counted.</exception>
    public static NpsTally Of<T>(ReadOnlySpan<T> scores, NpsScale? scale = null, InvalidAnswers invalid = InvalidAnswers.Fail)
        where T : struct, INumber<T>
    {
        scale ??= NpsScale.ZeroToTen;
        Span<long> counts = stackalloc long[scale.Length];
        long bad = ScoreCounting.Count(scores, scale.Range, invalid, counts);
        return Of(scale, counts, 0, bad);
    }

    /// <inheritdoc cref="Of{T}(ReadOnlySpan{T}, NpsScale, InvalidAnswers)"/>
    public static NpsTally Of<T>(IEnumerable<T> scores, NpsScale? scale = null, InvalidAnswers invalid = InvalidAnswers.Fail)
        where T : struct, INumber<T>
    {
        scale ??= NpsScale.ZeroToTen;
        Span<long> counts = stackalloc long[scale.Length];
        long bad = ScoreCounting.Count(scores, scale.Range, invalid, counts);
        return Of(scale, counts, 0, bad);
    }

    /// <summary>Counts scores of which some may be missing.</summary>
    /// <inheritdoc cref="Of{T}(ReadOnlySpan{T}, NpsScale, InvalidAnswers)"/>
    public static NpsTally Of<T>(IEnumerable<T?> scores, NpsScale? scale = null, InvalidAnswers invalid = InvalidAnswers.Fail)
        where T : struct, INumber<T>
    {
        scale ??= NpsScale.ZeroToTen;
        Span<long> counts = stackalloc long[scale.Length];
        long bad = ScoreCounting.Count(scores, scale.Range, invalid, counts, out long missing);
        return Of(scale, counts, missing, bad);
    }

    /// <summary>Adds one answer.</summary>
    /// <param name="score">A score on the scale.</param>
    /// <param name="scale">The scale; <c>null</c> is <see cref="NpsScale.ZeroToTen"/>.</param>
    /// <returns>The larger tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The score is not on the scale.</exception>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public NpsTally Add(int score, NpsScale? scale = null) => Add((scale ?? NpsScale.ZeroToTen).CategoryOf(score));

    /// <summary>Adds one answer that is already a category.</summary>
    /// <param name="category">Detractor, passive or promoter.</param>
    /// <returns>The larger tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The category is none of the three.</exception>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public NpsTally Add(NpsCategory category) => category switch
    {
        NpsCategory.Detractor => new(Detractors + 1, Passives, Promoters, Missing, Invalid),
        NpsCategory.Passive => new(Detractors, Passives + 1, Promoters, Missing, Invalid),
        NpsCategory.Promoter => new(Detractors, Passives, Promoters + 1, Missing, Invalid),
        _ => throw Errors.Unknown(category, nameof(category)),
    };

    /// <summary>Merges two tallies of separate answers.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static NpsTally operator +(NpsTally left, NpsTally right) => new(
        left.Detractors + right.Detractors,
        left.Passives + right.Passives,
        left.Promoters + right.Promoters,
        left.Missing + right.Missing,
        left.Invalid + right.Invalid);

    /// <summary>Takes a part away again, as for a rolling window.</summary>
    /// <param name="left">The whole.</param>
    /// <param name="right">A part of it.</param>
    /// <returns>The rest.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is not a part of <paramref name="left"/>.</exception>
    public static NpsTally operator -(NpsTally left, NpsTally right)
    {
        Errors.RequirePart("detractors", left.Detractors, right.Detractors);
        Errors.RequirePart("passives", left.Passives, right.Passives);
        Errors.RequirePart("promoters", left.Promoters, right.Promoters);
        Errors.RequirePart("missing answers", left.Missing, right.Missing);
        Errors.RequirePart("invalid answers", left.Invalid, right.Invalid);
        return new(
            left.Detractors - right.Detractors,
            left.Passives - right.Passives,
            left.Promoters - right.Promoters,
            left.Missing - right.Missing,
            left.Invalid - right.Invalid);
    }

    /// <summary>The tally as a person reads it, such as <c>131 detractors, 579 passives, 2,308 promoters, 62 missing</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Display.Count(Detractors, null)} detractors, {Display.Count(Passives, null)} passives, {Display.Count(Promoters, null)} promoters"
        + (Missing > 0 ? $", {Display.Count(Missing, null)} missing" : "")
        + (Invalid > 0 ? $", {Display.Count(Invalid, null)} invalid" : "");

    internal static NpsTally Of(OneAnswer answer, NpsScale scale) =>
        answer.IsMissing ? new(0, 0, 0, missing: 1)
        : answer.IsInvalid ? new(0, 0, 0, invalid: 1)
        : Empty.Add(answer.Score, scale);

    internal static NpsTally Of(NpsScale scale, ReadOnlySpan<long> counts, long missing, long invalid)
    {
        static long Sum(ReadOnlySpan<long> part)
        {
            long sum = 0;
            foreach (long count in part)
            {
                sum += count;
            }

            return sum;
        }

        int passiveFrom = scale.DetractorMaximum - scale.Minimum + 1;
        int promoterFrom = scale.PromoterMinimum - scale.Minimum;
        return new(Sum(counts[..passiveFrom]), Sum(counts[passiveFrom..promoterFrom]), Sum(counts[promoterFrom..]), missing, invalid);
    }
}
