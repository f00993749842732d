using System.Numerics;
using System.Runtime.InteropServices;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>The latest answer of each customer, so that nobody counts twice.</summary>
public sealed record LatestAnswers
{
    /// <summary>One answer a customer, with all missing and invalid answers.</summary>
    public required NpsTally Tally { get; init; }

    /// <summary>How many older answers were left out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long Superseded { get; init => field = Errors.RequireCount(value, nameof(Superseded)); }

    /// <summary>How many of them were given at the same instant as the one that counts, which is the last in the sequence.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long Ties { get; init => field = Errors.RequireCount(value, nameof(Ties)); }

    /// <summary>Keeps the latest answer of each customer among the answers of one window of time.</summary>
    /// <typeparam name="TCustomer">What identifies a customer.</typeparam>
    /// <typeparam name="T">Any number type; 7 and 7.0 are scores, 7.5 and NaN are invalid.</typeparam>
    /// <param name="answers">Who answered, when, and the score; <c>null</c> is a missing answer, which supersedes nothing.</param>
    /// <param name="scale">The scale; <c>null</c> is <see cref="NpsScale.ZeroToTen"/>.</param>
    /// <param name="invalid">Whether an invalid answer is an error or is counted; it supersedes nothing.</param>
    /// <returns>The answers that count and how many do not: answers given = counted + missing + invalid + superseded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer is no score on the scale, and invalid ones are not counted.</exception>
    public static LatestAnswers Of<TCustomer, T>(
        IEnumerable<(TCustomer Customer, DateTimeOffset At, T? Score)> answers,
        NpsScale? scale = null,
        InvalidAnswers invalid = InvalidAnswers.Fail)
        where TCustomer : notnull
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(answers);
        scale ??= NpsScale.ZeroToTen;
        ScoreRange range = scale.Range;
        var latest = new Dictionary<TCustomer, (DateTimeOffset At, int Score, long TiedWith)>();
        NpsTally tally = NpsTally.Empty;
        (long index, long superseded) = (0, 0);
        foreach ((TCustomer customer, DateTimeOffset at, T? score) in answers)
        {
            Errors.RequireCustomer(customer, nameof(answers), index);
            OneAnswer answer = ScoreCounting.One(score, index++, range, invalid, nameof(answers));
            if (answer.IsMissing || answer.IsInvalid)
            {
                tally += NpsTally.Of(answer, scale);
                continue;
            }

            ref (DateTimeOffset At, int Score, long TiedWith) kept =
                ref CollectionsMarshal.GetValueRefOrAddDefault(latest, customer, out bool known);
            superseded += known ? 1 : 0;
            if (!known || at >= kept.At)
            {
                kept = (at, answer.Score, known && at == kept.At ? kept.TiedWith + 1 : 0);
            }
        }

        foreach ((_, int score, _) in latest.Values)
        {
            tally = tally.Add(score, scale);
        }

        return new LatestAnswers { Tally = tally, Superseded = superseded, Ties = latest.Values.Sum(kept => kept.TiedWith) };
    }

    /// <inheritdoc cref="Of{TCustomer, T}(IEnumerable{ValueTuple{TCustomer, DateTimeOffset, Nullable{T}}}, NpsScale, InvalidAnswers)"/>
    public static LatestAnswers Of<TCustomer, T>(
        IEnumerable<(TCustomer Customer, DateTimeOffset At, T Score)> answers,
        NpsScale? scale = null,
        InvalidAnswers invalid = InvalidAnswers.Fail)
        where TCustomer : notnull
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Of(answers.Select(answer => (answer.Customer, answer.At, (T?)answer.Score)), scale, invalid);
    }

    /// <summary>The answers as a person reads them.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Tally}, {Display.Count(Superseded, null)} older answers superseded";
}
