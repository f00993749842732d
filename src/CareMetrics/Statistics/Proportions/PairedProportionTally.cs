using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>The same subjects asked a yes-or-no question before and after: who kept, lost, gained or never had it.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all counts are.
/// Tallies of separate subjects add exactly, in any order.
/// </remarks>
public readonly record struct PairedProportionTally
{
    /// <summary>Makes a tally from counts.</summary>
    /// <param name="kept">Yes before and after, 0 or more.</param>
    /// <param name="lost">Yes before, no after, 0 or more.</param>
    /// <param name="gained">No before, yes after, 0 or more.</param>
    /// <param name="never">No before and after, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The counts together pass <see cref="long.MaxValue"/>.</exception>
    [JsonConstructor]
    public PairedProportionTally(long kept, long lost, long gained, long never)
    {
        Kept = Errors.RequireCount(kept, nameof(kept));
        Lost = Errors.RequireCount(lost, nameof(lost));
        Gained = Errors.RequireCount(gained, nameof(gained));
        Never = Errors.RequireCount(never, nameof(never));
        _ = kept + lost + gained + never;
    }

    /// <summary>The tally of no subjects.</summary>
    public static PairedProportionTally Empty => default;

    /// <summary>Yes before and after.</summary>
    public long Kept { get; }

    /// <summary>Yes before, no after.</summary>
    public long Lost { get; }

    /// <summary>No before, yes after.</summary>
    public long Gained { get; }

    /// <summary>No before and after.</summary>
    public long Never { get; }

    /// <summary>How many subjects there are.</summary>
    [JsonIgnore]
    public long Subjects => Kept + Lost + Gained + Never;

    /// <summary>The share of yes before.</summary>
    [JsonIgnore]
    public ProportionTally Before => new(Kept + Lost, Subjects);

    /// <summary>The share of yes after.</summary>
    [JsonIgnore]
    public ProportionTally After => new(Kept + Gained, Subjects);

    /// <summary>Merges two tallies of separate subjects.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static PairedProportionTally operator +(PairedProportionTally left, PairedProportionTally right) =>
        new(left.Kept + right.Kept, left.Lost + right.Lost, left.Gained + right.Gained, left.Never + right.Never);

    /// <summary>Takes a part away again.</summary>
    /// <param name="left">The whole.</param>
    /// <param name="right">A part of it.</param>
    /// <returns>The rest.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is not a part of <paramref name="left"/>.</exception>
    public static PairedProportionTally operator -(PairedProportionTally left, PairedProportionTally right)
    {
        Errors.RequirePart("kept", left.Kept, right.Kept);
        Errors.RequirePart("lost", left.Lost, right.Lost);
        Errors.RequirePart("gained", left.Gained, right.Gained);
        Errors.RequirePart("never", left.Never, right.Never);
        return new(left.Kept - right.Kept, left.Lost - right.Lost, left.Gained - right.Gained, left.Never - right.Never);
    }

    /// <summary>The tally as a person reads it, such as <c>59 kept, 6 lost, 16 gained, 80 never</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Display.Count(Kept, null)} kept, {Display.Count(Lost, null)} lost, {Display.Count(Gained, null)} gained, {Display.Count(Never, null)} never";
}
