using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Conversion;

/// <summary>The same customers before and after: how many went from each mood to each, and how many were never seen again.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all counts are.
/// It counts customers, each once: tallies add exactly in any order, but only across disjoint customers.
/// </remarks>
public readonly partial record struct TransitionTally
{
    /// <summary>Makes a tally from counts, a row for each mood before.</summary>
    /// <param name="fromRanter">What became of those who were ranters before.</param>
    /// <param name="fromNeutral">What became of those who were neutral before.</param>
    /// <param name="fromRaver">What became of those who were ravers before.</param>
    /// <param name="noBefore">How many are known after alone, or not at all, 0 or more; they enter no measure.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The counts together pass <see cref="long.MaxValue"/>.</exception>
    [JsonConstructor]
    public TransitionTally(TransitionRow fromRanter, TransitionRow fromNeutral, TransitionRow fromRaver, long noBefore = 0)
    {
        FromRanter = fromRanter;
        FromNeutral = fromNeutral;
        FromRaver = fromRaver;
        NoBefore = Errors.RequireCount(noBefore, nameof(noBefore));
        _ = fromRanter.All + fromNeutral.All + fromRaver.All + noBefore;
    }

    /// <summary>The tally of no customers.</summary>
    public static TransitionTally Empty => default;

    /// <summary>What became of those who were ranters before.</summary>
    public TransitionRow FromRanter { get; }

    /// <summary>What became of those who were neutral before.</summary>
    public TransitionRow FromNeutral { get; }

    /// <summary>What became of those who were ravers before.</summary>
    public TransitionRow FromRaver { get; }

    /// <summary>How many are known after alone, or not at all; they enter no measure.</summary>
    public long NoBefore { get; }

    /// <summary>How many are known before and after.</summary>
    [JsonIgnore]
    public long Paired => FromRanter.Reobserved + FromNeutral.Reobserved + FromRaver.Reobserved;

    /// <summary>How many are known before and were never seen again.</summary>
    [JsonIgnore]
    public long Unseen => FromRanter.Unseen + FromNeutral.Unseen + FromRaver.Unseen;

    /// <summary>All of them: paired, unseen, and those without a mood before.</summary>
    [JsonIgnore]
    public long Customers => Paired + Unseen + NoBefore;

    /// <summary>The ranters who became ravers, as a proportion that compares and merges.</summary>
    /// <param name="among">Of all ranters, the unseen counting as not turned, or of those seen again.</param>
    /// <returns>The proportion.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="among"/> is neither.</exception>
    public ProportionTally Converted(RanterBase among)
    {
        Errors.RequireKnown(among, nameof(among));
        return new(FromRanter.ToRaver, among == RanterBase.All ? FromRanter.All : FromRanter.Reobserved);
    }

    /// <summary>Adds one customer.</summary>
    /// <param name="customer">The mood before, and after where the customer was seen again.</param>
    /// <returns>The larger tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A mood is none of the three.</exception>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public TransitionTally Add(BeforeAfter<Mood> customer)
    {
        Span<long> cells = stackalloc long[TransitionCells.Length];
        TransitionCells.Add(cells, customer.Before, customer.After, nameof(customer));
        return this + TransitionCells.Tally(cells);
    }

    /// <summary>Merges two tallies of disjoint customers.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other, with none of the same customers.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static TransitionTally operator +(TransitionTally left, TransitionTally right) => new(
        left.FromRanter + right.FromRanter,
        left.FromNeutral + right.FromNeutral,
        left.FromRaver + right.FromRaver,
        left.NoBefore + right.NoBefore);

    /// <summary>Takes a part away again.</summary>
    /// <param name="left">The whole.</param>
    /// <param name="right">A part of it.</param>
    /// <returns>The rest.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="right"/> is not a part of <paramref name="left"/>.</exception>
    public static TransitionTally operator -(TransitionTally left, TransitionTally right)
    {
        Errors.RequirePart("customers without a mood before", left.NoBefore, right.NoBefore);
        return new(
            left.FromRanter - right.FromRanter,
            left.FromNeutral - right.FromNeutral,
            left.FromRaver - right.FromRaver,
            left.NoBefore - right.NoBefore);
    }

    /// <summary>The tally as a person reads it: a line for each mood before.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"ranters: {FromRanter}; neutrals: {FromNeutral}; ravers: {FromRaver}"
        + (NoBefore > 0 ? $"; {Display.Count(NoBefore, null)} without a mood before" : "");

    /// <summary>The paired customers as a table, rows before and columns after.</summary>
    internal long[,] Table()
    {
        (TransitionRow r, TransitionRow n, TransitionRow v) = (FromRanter, FromNeutral, FromRaver);
        return new[,]
        {
            { r.ToRanter, r.ToNeutral, r.ToRaver },
            { n.ToRanter, n.ToNeutral, n.ToRaver },
            { v.ToRanter, v.ToNeutral, v.ToRaver },
        };
    }
}
