using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CareMetrics.Statistics;

/// <summary>The whole numbers from <see cref="Minimum"/> to <see cref="Maximum"/> that are scores, and what messages call their scale.</summary>
internal readonly record struct ScoreRange(int Minimum, int Maximum, string Name)
{
    internal bool Contains(int score) => score >= Minimum && score <= Maximum;
}

/// <summary>An answer as counted: a score, missing, or invalid.</summary>
internal readonly record struct OneAnswer(bool IsMissing, bool IsInvalid, int Score);

/// <summary>Counts raw scores per value of a range: the one way in for every kind of number and sequence.</summary>
internal static class ScoreCounting
{
    /// <summary>Adds each score to <c>counts[score − range.Minimum]</c>; returns how many were invalid.</summary>
    internal static long Count<T>(ReadOnlySpan<T> scores, ScoreRange range, InvalidAnswers invalid, Span<long> counts, string parameter = "scores")
        where T : struct, INumber<T>
    {
        long bad = CountSpan(scores, range, counts);
        if (bad > 0 && invalid == InvalidAnswers.Fail)
        {
            int at = IndexOfInvalid(scores, range);
            throw Errors.ScoreOutside(parameter, at, Show(scores[at]), range);
        }

        return bad;
    }

    internal static long Count<T>(IEnumerable<T> scores, ScoreRange range, InvalidAnswers invalid, Span<long> counts, string parameter = "scores")
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(scores);
        switch (scores)
        {
            case T[] array:
                return Count<T>(array.AsSpan(), range, invalid, counts, parameter);
            case List<T> list:
                return Count<T>(CollectionsMarshal.AsSpan(list), range, invalid, counts, parameter);
        }

        (long index, long bad) = (0, 0);
        foreach (T score in scores)
        {
            bad += CountOne(score, index++, range, invalid, counts, parameter);
        }

        return bad;
    }

    internal static long Count<T>(IEnumerable<T?> scores, ScoreRange range, InvalidAnswers invalid, Span<long> counts, out long missing, string parameter = "scores")
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(scores);
        (long index, long bad) = (0, 0);
        missing = 0;
        foreach (T? score in scores)
        {
            if (score is { } given)
            {
                bad += CountOne(given, index, range, invalid, counts, parameter);
            }
            else
            {
                missing++;
            }

            index++;
        }

        return bad;
    }

    /// <summary>One answer, which may be missing.</summary>
    internal static OneAnswer One<T>(T? answer, long index, ScoreRange range, InvalidAnswers invalid, string parameter)
        where T : struct, INumber<T>
    {
        if (answer is not { } number)
        {
            return new OneAnswer(IsMissing: true, IsInvalid: false, 0);
        }

        return TryScore(number, range, out int score) ? new OneAnswer(false, false, score)
            : invalid == InvalidAnswers.Count ? new OneAnswer(false, IsInvalid: true, 0)
            : throw Errors.ScoreOutside(parameter, index, Show(number), range);
    }

    /// <summary>Whether a number is a score in the range: 7 and 7.0 are, 7.5 and NaN are not.</summary>
    internal static bool TryScore<T>(T number, ScoreRange range, out int score)
        where T : struct, INumber<T>
    {
        score = int.CreateSaturating(number);
        return T.IsInteger(number) && range.Contains(score) && T.CreateSaturating(score) == number;
    }

    internal static string Show<T>(T number)
        where T : struct, INumber<T> => number.ToString(null, CultureInfo.InvariantCulture);

    private static long CountOne<T>(T number, long index, ScoreRange range, InvalidAnswers invalid, Span<long> counts, string parameter)
        where T : struct, INumber<T>
    {
        if (TryScore(number, range, out int score))
        {
            counts[score - range.Minimum]++;
            return 0;
        }

        return invalid == InvalidAnswers.Count ? 1 : throw Errors.ScoreOutside(parameter, index, Show(number), range);
    }

    private static long CountSpan<T>(ReadOnlySpan<T> scores, ScoreRange range, Span<long> counts)
        where T : struct, INumber<T>
    {
        // The type is known when the code is compiled, so that each kind of number has a loop of its own.
        if (typeof(T) == typeof(byte))
        {
            return ByteHistogram.Count(MemoryMarshal.Cast<T, byte>(scores), range.Minimum, counts);
        }

        if (typeof(T) == typeof(int))
        {
            return IntHistogram.Count(MemoryMarshal.Cast<T, int>(scores), range.Minimum, counts);
        }

        long bad = 0;
        foreach (T number in scores)
        {
            if (TryScore(number, range, out int score))
            {
                counts[score - range.Minimum]++;
            }
            else
            {
                bad++;
            }
        }

        return bad;
    }

    private static int IndexOfInvalid<T>(ReadOnlySpan<T> scores, ScoreRange range)
        where T : struct, INumber<T>
    {
        if (typeof(T) == typeof(byte))
        {
            return ByteHistogram.IndexOfInvalid(MemoryMarshal.Cast<T, byte>(scores), range.Minimum, range.Maximum - range.Minimum + 1);
        }

        int at = 0;
        while (TryScore(scores[at], range, out _))
        {
            at++;
        }

        return at;
    }
}
