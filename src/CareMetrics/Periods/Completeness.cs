using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CareMetrics.Periods;

/// <summary>How much of a range has been seen on a day: whether it is over, whether answers are still due, and which days are missing.</summary>
/// <remarks>
/// A day that was not seen is a gap, never a zero. Days from <see cref="AsOf"/> on are still to come and are not missing.
/// Two are equal when all properties are.
/// </remarks>
public sealed record Completeness
{
    private const int NamedAtMost = 4;

    /// <summary>The range.</summary>
    public required DateRange Range { get; init => field = Errors.Require(value, nameof(Range)); }

    /// <summary>The day on which one looks; the days before it are over.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How many days after the last day of the range answers still come in, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int AnswerWindow { get; init => field = Errors.RequireAtLeast(value, 0, nameof(AnswerWindow)); }

    /// <summary>Days that are over and were not seen, neighbours together, in order.</summary>
    public ImmutableArray<DateRange> Missing { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <summary>Days of which only a part was seen, neighbours together, in order.</summary>
    public ImmutableArray<DateRange> Partial { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <summary>Whether the last day of the range is over.</summary>
    [JsonIgnore]
    public bool IsOver => Range.Last < AsOf;

    /// <summary>Whether the range is over and the answer window after it too.</summary>
    [JsonIgnore]
    public bool IsMature => AsOf.DayNumber - (long)Range.Last.DayNumber > AnswerWindow;

    /// <summary>Whether no day so far is missing or partial.</summary>
    [JsonIgnore]
    public bool IsWhole => Missing.IsEmpty && Partial.IsEmpty;

    /// <summary>Whether it is over, mature and whole.</summary>
    [JsonIgnore]
    public bool IsComplete => IsOver && IsMature && IsWhole;

    /// <summary>How many of its days were seen whole.</summary>
    [JsonIgnore]
    public int DaysSeen
    {
        get
        {
            long over = Math.Clamp((long)AsOf.DayNumber - Range.First.DayNumber, 0, Range.Days);
            return (int)over - Missing.Sum(gap => gap.Days) - Partial.Sum(part => part.Days);
        }
    }

    /// <summary>Says how much of a range was seen.</summary>
    /// <param name="range">The range.</param>
    /// <param name="seen">The days that were seen, in any order, also several times.</param>
    /// <param name="asOf">The day on which one looks.</param>
    /// <param name="answerWindow">How many days after its last day answers still come in, 0 or more.</param>
    /// <param name="partial">Days of which only a part was seen, whether or not <paramref name="seen"/> has them too; <c>null</c> for none.</param>
    /// <returns>The completeness.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="answerWindow"/> is negative.</exception>
    public static Completeness Of(
        DateRange range, IEnumerable<DateOnly> seen, DateOnly asOf, int answerWindow = 0, IEnumerable<DateOnly>? partial = null)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(seen);
        Errors.RequireAtLeast(answerWindow, 0, nameof(answerWindow));
        bool IsOver(DateOnly day) => range.Contains(day) && day < asOf;
        DateOnly[] parts = [.. (partial ?? []).Where(IsOver).Distinct().Order()];
        DateOnly[] looked = [.. seen.Where(IsOver).Concat(parts).Distinct().Order()];
        return new Completeness
        {
            Range = range,
            AsOf = asOf,
            AnswerWindow = answerWindow,
            Missing = Gaps(range.First.DayNumber, Math.Min(range.Last.DayNumber + 1, asOf.DayNumber), looked),
            Partial = Runs(parts),
        };
    }

    /// <summary>What is not complete, in one line, such as <c>2026-Q1: 2 days missing (2026-01-03..2026-01-04)</c>; or that all is.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Range}: {Text}";

    /// <inheritdoc/>
    public bool Equals(Completeness? other) => other is not null
        && Range == other.Range
        && AsOf == other.AsOf
        && AnswerWindow == other.AnswerWindow
        && ValueList.Same(Missing, other.Missing)
        && ValueList.Same(Partial, other.Partial);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Range, AsOf, AnswerWindow, ValueList.Hash(Missing), ValueList.Hash(Partial));

    internal string Text => IsComplete ? "complete" : string.Join("; ", Faults());

    /// <summary>What keeps it from being whole; empty where it is.</summary>
    internal IEnumerable<string> Gaps()
    {
        if (!Missing.IsEmpty)
        {
            yield return Named(Missing, "missing");
        }

        if (!Partial.IsEmpty)
        {
            yield return Named(Partial, "seen in part");
        }
    }

    private DateOnly LastAnswers => DateOnly.FromDayNumber((int)Math.Min((long)Range.Last.DayNumber + AnswerWindow, DateOnly.MaxValue.DayNumber));

    private IEnumerable<string> Faults()
    {
        if (!IsOver)
        {
            yield return $"not over on {DateRange.Text(AsOf)}";
        }
        else if (!IsMature)
        {
            yield return $"answers still due until {DateRange.Text(LastAnswers)}";
        }

        foreach (string gap in Gaps())
        {
            yield return gap;
        }
    }

    private static string Named(ImmutableArray<DateRange> ranges, string what)
    {
        int days = ranges.Sum(range => range.Days);
        string named = string.Join(", ", ranges.Take(NamedAtMost));
        string more = ranges.Length > NamedAtMost ? $" and {Errors.Show(ranges.Length - NamedAtMost)} more gaps" : "";
        return $"{Errors.Show(days)} {(days == 1 ? "day" : "days")} {what} ({named}{more})";
    }

    // Goes by the days that were seen: a range can be thousands of years long.
    private static ImmutableArray<DateRange> Gaps(int next, int end, DateOnly[] looked)
    {
        var gaps = ImmutableArray.CreateBuilder<DateRange>();
        foreach (int day in looked.Select(day => day.DayNumber).Append(end))
        {
            if (day > next)
            {
                gaps.Add(new(DateOnly.FromDayNumber(next), DateOnly.FromDayNumber(day - 1)));
            }

            next = day + 1;
        }

        return gaps.ToImmutable();
    }

    private static ImmutableArray<DateRange> Runs(IEnumerable<DateOnly> days)
    {
        var runs = ImmutableArray.CreateBuilder<DateRange>();
        foreach (DateOnly day in days)
        {
            if (runs.Count > 0 && runs[^1].Last.DayNumber + 1 == day.DayNumber)
            {
                runs[^1] = new(runs[^1].First, day);
            }
            else
            {
                runs.Add(new(day, day));
            }
        }

        return runs.ToImmutable();
    }
}
