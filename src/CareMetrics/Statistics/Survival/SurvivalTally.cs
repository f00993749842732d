using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>How long things lasted, those included that have not ended: ends and last sightings, counted by time.</summary>
/// <remarks>
/// Immutable, safe to share between threads; two are equal when all times are. All that a survival curve and its comparison need
/// to know: tallies of separate subjects add exactly, in any order. Who is still there when the data end is censored, not left out:
/// leaving them out would make all that lasts look short.
/// </remarks>
public sealed record SurvivalTally
{
    /// <summary>Makes a tally from counts, as a database returns them.</summary>
    /// <param name="times">Times in any order; those of one time are added up, and those of nobody left out.</param>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    [JsonConstructor]
    public SurvivalTally(ImmutableArray<SurvivalTime> times)
    {
        Times = Sorted(ValueList.OrEmpty(times));
        foreach (SurvivalTime time in Times)
        {
            Events += time.Events;
            Censored += time.Censored;
        }

        Count = Events + Censored;
    }

    /// <summary>The tally of nobody.</summary>
    public static SurvivalTally Empty { get; } = new([]);

    /// <summary>The times at which anything ended or was last seen, ascending.</summary>
    public ImmutableArray<SurvivalTime> Times { get; }

    /// <summary>For how many it ended.</summary>
    [JsonIgnore]
    public long Events { get; }

    /// <summary>How many had not ended when last seen.</summary>
    [JsonIgnore]
    public long Censored { get; }

    /// <summary>How many there are.</summary>
    [JsonIgnore]
    public long Count { get; }

    /// <summary>Counts subjects.</summary>
    /// <param name="durations">How long each lasted or was followed, finite numbers of 0 or more in one unit, in any order.</param>
    /// <param name="ended">Whether it had ended then; false where it was still going on when last seen.</param>
    /// <returns>The tally.</returns>
    /// <remarks>Durations are of one time where they are the same number: round what was measured finer than it is meant.</remarks>
    /// <exception cref="ArgumentException">There are not as many ends as durations.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative, NaN or infinite.</exception>
    public static SurvivalTally Of(ReadOnlySpan<double> durations, ReadOnlySpan<bool> ended)
    {
        if (durations.Length != ended.Length)
        {
            throw Errors.LengthsDiffer(nameof(durations), durations.Length, nameof(ended), ended.Length);
        }

        // Ends from the front, the rest from the back: each part is then sorted by itself, far faster than pairs are.
        var sides = new double[durations.Length];
        (int events, int last) = (0, sides.Length);
        for (int i = 0; i < sides.Length; i++)
        {
            double duration = Errors.IsDuration(durations[i]) ? durations[i] : throw Errors.DurationOutside($"durations[{Errors.Show(i)}]", nameof(durations), durations[i]);
            sides[ended[i] ? events++ : --last] = duration;
        }

        return Of(sides.AsSpan(0, events), sides.AsSpan(last));
    }

    /// <summary>Counts subjects.</summary>
    /// <param name="subjects">How long each lasted or was followed, and whether it had ended then; in any order.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A duration is negative, NaN or infinite.</exception>
    public static SurvivalTally Of(IEnumerable<(double Duration, bool Ended)> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        var events = new List<double>();
        var censored = new List<double>();
        foreach ((double duration, bool ended) in subjects)
        {
            if (!Errors.IsDuration(duration))
            {
                throw Errors.DurationOutside($"subjects[{Errors.Show(events.Count + censored.Count)}]", nameof(subjects), duration);
            }

            (ended ? events : censored).Add(duration);
        }

        return Of(events.ToArray(), censored.ToArray());
    }

    /// <summary>Merges two tallies of separate subjects.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static SurvivalTally operator +(SurvivalTally left, SurvivalTally right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new([.. left.Times, .. right.Times]);
    }

    /// <inheritdoc/>
    public bool Equals(SurvivalTally? other) => other is not null && ValueList.Same(Times, other.Times);

    /// <inheritdoc/>
    public override int GetHashCode() => ValueList.Hash(Times);

    /// <summary>The tally as a person reads it, such as <c>18 ended and 5 went on, of 23</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Display.Count(Events, null)} ended and {Display.Count(Censored, null)} went on, of {Display.Count(Count, null)}";

    private static SurvivalTally Of(Span<double> events, Span<double> censored)
    {
        events.Sort();
        censored.Sort();
        ImmutableArray<SurvivalTime>.Builder times = ImmutableArray.CreateBuilder<SurvivalTime>();
        (int i, int j) = (0, 0);
        while (i < events.Length || j < censored.Length)
        {
            double time = i == events.Length ? censored[j]
                : j == censored.Length ? events[i]
                : Math.Min(events[i], censored[j]);
            (int fromEvent, int fromCensored) = (i, j);
            while (i < events.Length && events[i] == time)
            {
                i++;
            }

            while (j < censored.Length && censored[j] == time)
            {
                j++;
            }

            times.Add(new SurvivalTime(time, i - fromEvent, j - fromCensored));
        }

        return new(times.DrainToImmutable());
    }

    private static ImmutableArray<SurvivalTime> Sorted(ImmutableArray<SurvivalTime> times)
    {
        if (IsSorted(times.AsSpan()))
        {
            return times;
        }

        var merged = new SortedDictionary<double, (long Events, long Censored)>();
        foreach (SurvivalTime time in times)
        {
            merged.TryGetValue(time.Time, out (long Events, long Censored) known);
            merged[time.Time] = (known.Events + time.Events, known.Censored + time.Censored);
        }

        return [.. merged.Where(pair => pair.Value is not (0, 0)).Select(pair => new SurvivalTime(pair.Key, pair.Value.Events, pair.Value.Censored))];
    }

    private static bool IsSorted(ReadOnlySpan<SurvivalTime> times)
    {
        double before = -1;
        foreach (SurvivalTime time in times)
        {
            if (!(time.Time > before) || (time.Events == 0 && time.Censored == 0))
            {
                return false;
            }

            before = time.Time;
        }

        return true;
    }
}
