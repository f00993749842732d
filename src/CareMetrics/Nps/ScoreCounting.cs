using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace CareMetrics.Nps;

/// <summary>Counts raw scores per value of a scale: the one way in for every kind of number and sequence.</summary>
internal static class ScoreCounting
{
    /// <summary>Adds each score to <c>counts[score − scale.Minimum]</c>; returns how many were invalid.</summary>
    internal static long Count<T>(ReadOnlySpan<T> scores, NpsScale scale, InvalidAnswers invalid, Span<long> counts)
        where T : struct, INumber<T>
    {
        long bad = CountSpan(scores, scale, counts);
        if (bad > 0 && invalid == InvalidAnswers.Fail)
        {
            int at = 0;
            while (TryScore(scores[at], scale, out _))
            {
                at++;
            }

            throw Errors.ScoreOutside(nameof(scores), at, Show(scores[at]), scale);
        }

        return bad;
    }

    internal static long Count<T>(IEnumerable<T> scores, NpsScale scale, InvalidAnswers invalid, Span<long> counts)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(scores);
        switch (scores)
        {
            case T[] array:
                return Count<T>(array.AsSpan(), scale, invalid, counts);
            case List<T> list:
                return Count<T>(CollectionsMarshal.AsSpan(list), scale, invalid, counts);
        }

        (long index, long bad) = (0, 0);
        foreach (T score in scores)
        {
            bad += CountOne(score, index++, scale, invalid, counts);
        }

        return bad;
    }

    internal static long Count<T>(IEnumerable<T?> scores, NpsScale scale, InvalidAnswers invalid, Span<long> counts, out long missing)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(scores);
        (long index, long bad) = (0, 0);
        missing = 0;
        foreach (T? score in scores)
        {
            if (score is { } given)
            {
                bad += CountOne(given, index, scale, invalid, counts);
            }
            else
            {
                missing++;
            }

            index++;
        }

        return bad;
    }

    /// <summary>The tally of one answer, which may be missing.</summary>
    internal static NpsTally One<T>(T? answer, long index, NpsScale scale, InvalidAnswers invalid, string parameter)
        where T : struct, INumber<T>
    {
        if (answer is not { } number)
        {
            return new NpsTally(0, 0, 0, missing: 1);
        }

        return TryScore(number, scale, out int score) ? NpsTally.Empty.Add(score, scale)
            : invalid == InvalidAnswers.Count ? new NpsTally(0, 0, 0, invalid: 1)
            : throw Errors.ScoreOutside(parameter, index, Show(number), scale);
    }

    /// <summary>Whether a number is a score on the scale: 7 and 7.0 are, 7.5 and NaN are not.</summary>
    internal static bool TryScore<T>(T number, NpsScale scale, out int score)
        where T : struct, INumber<T>
    {
        score = T.IsInteger(number) ? int.CreateSaturating(number) : int.MinValue;
        return T.IsInteger(number) && scale.Contains(score) && T.CreateSaturating(score) == number;
    }

    internal static string Show<T>(T number)
        where T : struct, INumber<T> => number.ToString(null, CultureInfo.InvariantCulture);

    private static long CountOne<T>(T number, long index, NpsScale scale, InvalidAnswers invalid, Span<long> counts)
        where T : struct, INumber<T>
    {
        if (TryScore(number, scale, out int score))
        {
            counts[score - scale.Minimum]++;
            return 0;
        }

        return invalid == InvalidAnswers.Count ? 1 : throw Errors.ScoreOutside("scores", index, Show(number), scale);
    }

    private static long CountSpan<T>(ReadOnlySpan<T> scores, NpsScale scale, Span<long> counts)
        where T : struct, INumber<T>
    {
        long bad = 0;
        foreach (T number in scores)
        {
            if (TryScore(number, scale, out int score))
            {
                counts[score - scale.Minimum]++;
            }
            else
            {
                bad++;
            }
        }

        return bad;
    }
}
