using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Conversion;

/// <summary>What became of the customers who began in one mood.</summary>
/// <remarks>An immutable value. <c>default</c> is nobody; two are equal when all counts are. Rows of separate customers add exactly.</remarks>
public readonly record struct TransitionRow
{
    /// <summary>Makes a row from counts.</summary>
    /// <param name="toRanter">How many were ranters after, 0 or more.</param>
    /// <param name="toNeutral">How many were neutral after, 0 or more.</param>
    /// <param name="toRaver">How many were ravers after, 0 or more.</param>
    /// <param name="unseen">How many were never seen again, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The counts together pass <see cref="long.MaxValue"/>.</exception>
    [JsonConstructor]
    public TransitionRow(long toRanter, long toNeutral, long toRaver, long unseen = 0)
    {
        ToRanter = Errors.RequireCount(toRanter, nameof(toRanter));
        ToNeutral = Errors.RequireCount(toNeutral, nameof(toNeutral));
        ToRaver = Errors.RequireCount(toRaver, nameof(toRaver));
        Unseen = Errors.RequireCount(unseen, nameof(unseen));
        _ = toRanter + toNeutral + toRaver + unseen;
    }

    /// <summary>How many were ranters after.</summary>
    public long ToRanter { get; }

    /// <summary>How many were neutral after.</summary>
    public long ToNeutral { get; }

    /// <summary>How many were ravers after.</summary>
    public long ToRaver { get; }

    /// <summary>How many were never seen again.</summary>
    public long Unseen { get; }

    /// <summary>How many were seen again.</summary>
    [JsonIgnore]
    public long Reobserved => ToRanter + ToNeutral + ToRaver;

    /// <summary>How many began in this mood, seen again or not.</summary>
    [JsonIgnore]
    public long All => Reobserved + Unseen;

    /// <summary>Merges two rows of separate customers.</summary>
    /// <param name="left">One row.</param>
    /// <param name="right">The other, of the same mood before.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static TransitionRow operator +(TransitionRow left, TransitionRow right) => new(
        left.ToRanter + right.ToRanter, left.ToNeutral + right.ToNeutral, left.ToRaver + right.ToRaver, left.Unseen + right.Unseen);

    /// <summary>Takes a part away again.</summary>
    /// <param name="left">The whole.</param>
    /// <param name="right">A part of it.</param>
    /// <returns>The rest.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is not a part of <paramref name="left"/>.</exception>
    public static TransitionRow operator -(TransitionRow left, TransitionRow right)
    {
        Errors.RequirePart("ranters after", left.ToRanter, right.ToRanter);
        Errors.RequirePart("neutrals after", left.ToNeutral, right.ToNeutral);
        Errors.RequirePart("ravers after", left.ToRaver, right.ToRaver);
        Errors.RequirePart("unseen", left.Unseen, right.Unseen);
        return new(
            left.ToRanter - right.ToRanter, left.ToNeutral - right.ToNeutral, left.ToRaver - right.ToRaver, left.Unseen - right.Unseen);
    }

    /// <summary>The row as a person reads it, such as <c>1,475 to ranter, 286 to neutral, 352 to raver, 900 unseen</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Display.Count(ToRanter, null)} to ranter, {Display.Count(ToNeutral, null)} to neutral, {Display.Count(ToRaver, null)} to raver"
        + (Unseen > 0 ? $", {Display.Count(Unseen, null)} unseen" : "");
}
