using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>How often each score of a scale was given, with missing and invalid answers counted apart.</summary>
/// <remarks>Immutable and thread-safe. Equal when scale and all counts are. Distributions on one scale add exactly, in any order.</remarks>
public sealed record ScoreDistribution
{
    /// <summary>Makes a distribution from counts, as a database returns them.</summary>
    /// <param name="scale">The scale.</param>
    /// <param name="counts">How often each score was given, from <see cref="NpsScale.Minimum"/> up; as many as the scale has scores.</param>
    /// <param name="missing">How many were asked and left the answer blank, 0 or more.</param>
    /// <param name="invalid">How many answers were no score on the scale, 0 or more.</param>
    /// <exception cref="ArgumentException">There are too many counts or too few, or one is negative.</exception>
    /// <exception cref="OverflowException">The answers together pass <see cref="long.MaxValue"/>.</exception>
    [JsonConstructor]
    public ScoreDistribution(NpsScale scale, ImmutableArray<long> counts, long missing = 0, long invalid = 0)
    {
        ArgumentNullException.ThrowIfNull(scale);
        if (counts.IsDefault || counts.Length != scale.Length)
        {
            throw Errors.CountsDoNotFitScale(scale, counts.IsDefault ? 0 : counts.Length);
        }

        for (int i = 0; i < counts.Length; i++)
        {
            Errors.RequireCount(counts[i], $"counts[{i}]");
        }

        (Scale, Counts) = (scale, counts);
        Missing = Errors.RequireCount(missing, nameof(missing));
        Invalid = Errors.RequireCount(invalid, nameof(invalid));
        Tally = NpsTally.Of(scale, counts.AsSpan(), missing, invalid);
    }

    /// <summary>The scale.</summary>
    public NpsScale Scale { get; }

    /// <summary>How often each score was given, from the scale's minimum up.</summary>
    public ImmutableArray<long> Counts { get; }

    /// <summary>How many were asked and left the answer blank.</summary>
    public long Missing { get; }

    /// <summary>How many answers were no score on the scale.</summary>
    public long Invalid { get; }

    /// <summary>The same answers as detractors, passives and promoters.</summary>
    [JsonIgnore]
    public NpsTally Tally { get; }

    /// <summary>How often a score was given.</summary>
    /// <param name="score">A score on the scale.</param>
    /// <returns>The count.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The score is not on the scale.</exception>
    public long this[int score] => Scale.Contains(score)
        ? Counts[score - Scale.Minimum]
        : throw Errors.ScoreOutside(nameof(score), -1, Display.Count(score, null), Scale.Range);

    /// <summary>The distribution of no answers.</summary>
    /// <param name="scale">The scale.</param>
    /// <returns>All counts 0.</returns>
    public static ScoreDistribution Empty(NpsScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return Make(scale, stackalloc long[scale.Length], 0, 0);
    }

    /// <summary>Counts scores.</summary>
    /// <inheritdoc cref="NpsTally.Of{T}(ReadOnlySpan{T}, NpsScale, InvalidAnswers)"/>
    /// <returns>The distribution.</returns>
    public static ScoreDistribution Of<T>(ReadOnlySpan<T> scores, NpsScale? scale = null, InvalidAnswers invalid = InvalidAnswers.Fail)
        where T : struct, INumber<T>
    {
        scale ??= NpsScale.ZeroToTen;
        Span<long> counts = stackalloc long[scale.Length];
        long bad = ScoreCounting.Count(scores, scale.Range, invalid, counts);
        return Make(scale, counts, 0, bad);
    }

    /// <inheritdoc cref="Of{T}(ReadOnlySpan{T}, NpsScale, InvalidAnswers)"/>
    public static ScoreDistribution Of<T>(IEnumerable<T> scores, NpsScale? scale = null, InvalidAnswers invalid = InvalidAnswers.Fail)
        where T : struct, INumber<T>
    {
        scale ??= NpsScale.ZeroToTen;
        Span<long> counts = stackalloc long[scale.Length];
        long bad = ScoreCounting.Count(scores, scale.Range, invalid, counts);
        return Make(scale, counts, 0, bad);
    }

    /// <summary>Counts scores of which some may be missing.</summary>
    /// <inheritdoc cref="Of{T}(ReadOnlySpan{T}, NpsScale, InvalidAnswers)"/>
    public static ScoreDistribution Of<T>(IEnumerable<T?> scores, NpsScale? scale = null, InvalidAnswers invalid = InvalidAnswers.Fail)
        where T : struct, INumber<T>
    {
        scale ??= NpsScale.ZeroToTen;
        Span<long> counts = stackalloc long[scale.Length];
        long bad = ScoreCounting.Count(scores, scale.Range, invalid, counts, out long missing);
        return Make(scale, counts, missing, bad);
    }

    /// <summary>Counts scores of many groups at once, such as one a team and month.</summary>
    /// <param name="groups">The group of each answer: a number from 0 to <paramref name="groupCount"/> − 1.</param>
    /// <param name="scores">The score of each answer, as many as groups.</param>
    /// <param name="groupCount">How many groups there are.</param>
    /// <param name="scale">The scale; <c>null</c> is <see cref="NpsScale.ZeroToTen"/>.</param>
    /// <returns>One distribution a group.</returns>
    /// <exception cref="ArgumentException">There are not as many groups as scores, a group does not exist, or a score is not on the scale.</exception>
    public static ImmutableArray<ScoreDistribution> OfGroups(
        ReadOnlySpan<int> groups, ReadOnlySpan<byte> scores, int groupCount, NpsScale? scale = null)
    {
        Errors.RequireCount(groupCount, nameof(groupCount));
        if (groups.Length != scores.Length)
        {
            throw Errors.LengthsDiffer(nameof(groups), groups.Length, nameof(scores), scores.Length);
        }

        scale ??= NpsScale.ZeroToTen;
        long[] counts = new long[groupCount * scale.Length];
        long bad = GroupedHistogram.Count(groups, scores, scale.Minimum, scale.Length, counts, groupCount, out int badGroupAt);
        if (badGroupAt >= 0)
        {
            throw Errors.GroupOutside(nameof(groups), badGroupAt, groups[badGroupAt], groupCount);
        }

        if (bad > 0)
        {
            int at = ByteHistogram.IndexOfInvalid(scores, scale.Minimum, scale.Length);
            throw Errors.ScoreOutside(nameof(scores), at, Display.Count(scores[at], null), scale.Range);
        }

        var distributions = ImmutableArray.CreateBuilder<ScoreDistribution>(groupCount);
        for (int group = 0; group < groupCount; group++)
        {
            distributions.Add(Make(scale, counts.AsSpan(group * scale.Length, scale.Length), 0, 0));
        }

        return distributions.MoveToImmutable();
    }

    /// <summary>Merges two distributions of separate answers.</summary>
    /// <param name="left">One distribution.</param>
    /// <param name="right">The other, on the same scale.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="ArgumentException">The scales differ.</exception>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static ScoreDistribution operator +(ScoreDistribution left, ScoreDistribution right) => Combine(left, right, 1);

    /// <summary>Takes a part away again, as for a rolling window.</summary>
    /// <param name="left">The whole.</param>
    /// <param name="right">A part of it.</param>
    /// <returns>The rest.</returns>
    /// <exception cref="ArgumentException">The scales differ, or <paramref name="right"/> is not a part of <paramref name="left"/>.</exception>
    public static ScoreDistribution operator -(ScoreDistribution left, ScoreDistribution right) => Combine(left, right, -1);

    /// <inheritdoc/>
    public bool Equals(ScoreDistribution? other) => other is not null
        && Scale == other.Scale
        && Missing == other.Missing
        && Invalid == other.Invalid
        && Counts.AsSpan().SequenceEqual(other.Counts.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Scale, Tally);

    /// <summary>The distribution as a person reads it, such as <c>0–10: 3 9 12 20 31 50 70 110 160 210 180</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Scale}: {string.Join(' ', Counts.Select(count => Display.Count(count, null)))}";

    internal static ScoreDistribution Make(NpsScale scale, ReadOnlySpan<long> counts, long missing, long invalid) =>
        new(scale, [.. counts], missing, invalid);

    private static ScoreDistribution Combine(ScoreDistribution left, ScoreDistribution right, int sign)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Scale != right.Scale)
        {
            throw Errors.ScalesDiffer(left.Scale, right.Scale);
        }

        Span<long> counts = stackalloc long[left.Scale.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = Part($"answers of {left.Scale.Minimum + i}", left.Counts[i], right.Counts[i]);
        }

        return Make(
            left.Scale, counts, Part("missing answers", left.Missing, right.Missing), Part("invalid answers", left.Invalid, right.Invalid));

        long Part(string what, long have, long other)
        {
            if (sign < 0)
            {
                Errors.RequirePart(what, have, other);
            }

            return have + sign * other;
        }
    }
}
