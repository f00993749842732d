using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Conversion;

/// <summary>What a history of dated moods came to: the pairs, the time between them, and every customer who is in no pair, by reason.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all counts are.
/// Tallies add exactly in any order, but only across disjoint customers: partition a history by customer, never by time.
/// <see cref="Seen"/> is <see cref="Paired"/> plus each reason: <see cref="NotReobserved"/>, <see cref="OnlyAfter"/>,
/// <see cref="Tied"/>, <see cref="AtContact"/>, <see cref="OutsideWindow"/> and <see cref="WithoutContact"/>.
/// </remarks>
public readonly partial record struct HistoryTally
{
    /// <summary>Makes a tally from counts.</summary>
    /// <param name="transitions">The pairs, those never seen again, and those seen after alone.</param>
    /// <param name="tied">Customers of whom two different moods bear the instant that decides.</param>
    /// <param name="atContact">Customers observed at the very instant of their contact.</param>
    /// <param name="outsideWindow">Customers observed only outside both windows.</param>
    /// <param name="withoutContact">Customers observed who had no contact.</param>
    /// <param name="contactedUnseen">Customers who had a contact and were never observed; they are not among the seen.</param>
    /// <param name="observations">How many observations there were.</param>
    /// <param name="observationsOutside">How many of them lay outside both windows.</param>
    /// <param name="ticksBetween">The time between before and after, summed over the pairs, in ticks of 100 ns.</param>
    /// <param name="shortest">The shortest time between; <c>null</c> where nobody is paired.</param>
    /// <param name="longest">The longest time between; <c>null</c> where nobody is paired.</param>
    /// <exception cref="ArgumentException">No history can have these counts.</exception>
    [JsonConstructor]
    public HistoryTally(
        TransitionTally transitions,
        long tied,
        long atContact,
        long outsideWindow,
        long withoutContact,
        long contactedUnseen,
        long observations,
        long observationsOutside,
        Int128 ticksBetween,
        TimeSpan? shortest,
        TimeSpan? longest)
    {
        Transitions = transitions;
        Tied = Errors.RequireCount(tied, nameof(tied));
        AtContact = Errors.RequireCount(atContact, nameof(atContact));
        OutsideWindow = Errors.RequireCount(outsideWindow, nameof(outsideWindow));
        WithoutContact = Errors.RequireCount(withoutContact, nameof(withoutContact));
        ContactedUnseen = Errors.RequireCount(contactedUnseen, nameof(contactedUnseen));
        Observations = Errors.RequireCount(observations, nameof(observations));
        ObservationsOutside = Errors.RequireCount(observationsOutside, nameof(observationsOutside));
        _ = transitions.Customers + tied + atContact + outsideWindow + withoutContact;
        long paired = transitions.Paired;
        bool consistent = shortest is { } least && longest is { } most
            ? paired > 0 && least > TimeSpan.Zero && (Int128)least.Ticks * paired <= ticksBetween && ticksBetween <= (Int128)most.Ticks * paired
            : paired == 0 && shortest is null && longest is null && ticksBetween == 0;
        if (!consistent)
        {
            throw Errors.TimeBetween(paired, ticksBetween, shortest, longest);
        }

        TicksBetween = ticksBetween;
        Shortest = shortest;
        Longest = longest;
    }

    /// <summary>The tally of no customers.</summary>
    public static HistoryTally Empty => default;

    /// <summary>The pairs, those never seen again, and those seen after alone: what the measures take.</summary>
    public TransitionTally Transitions { get; }

    /// <summary>Customers of whom two different moods bear the instant that decides: which came first is not guessed.</summary>
    public long Tied { get; }

    /// <summary>Customers observed at the very instant of their contact: neither before nor after.</summary>
    public long AtContact { get; }

    /// <summary>Customers with a contact who were observed only outside both windows.</summary>
    public long OutsideWindow { get; }

    /// <summary>Customers observed who had no contact.</summary>
    public long WithoutContact { get; }

    /// <summary>Customers who had a contact and were never observed; they are not among the seen.</summary>
    public long ContactedUnseen { get; }

    /// <summary>How many observations there were.</summary>
    public long Observations { get; }

    /// <summary>How many observations of customers with a contact lay outside both windows.</summary>
    public long ObservationsOutside { get; }

    /// <summary>The time between before and after, summed over the pairs, in ticks of 100 ns.</summary>
    public Int128 TicksBetween { get; }

    /// <summary>The shortest time between before and after; <c>null</c> where nobody is paired.</summary>
    public TimeSpan? Shortest { get; }

    /// <summary>The longest time between before and after; <c>null</c> where nobody is paired.</summary>
    public TimeSpan? Longest { get; }

    /// <summary>The mean time between before and after; <c>null</c> where nobody is paired.</summary>
    [JsonIgnore]
    public TimeSpan? MeanBetween => Shortest is null ? null : new TimeSpan((long)(TicksBetween / Paired));

    /// <summary>Customers with a mood before and after.</summary>
    [JsonIgnore]
    public long Paired => Transitions.Paired;

    /// <summary>Customers with a mood before and none after: first against last, those observed at a single instant.</summary>
    [JsonIgnore]
    public long NotReobserved => Transitions.Unseen;

    /// <summary>Customers with a mood after their contact and none before it.</summary>
    [JsonIgnore]
    public long OnlyAfter => Transitions.NoBefore;

    /// <summary>All customers observed: paired and each reason.</summary>
    [JsonIgnore]
    public long Seen => Transitions.Customers + Tied + AtContact + OutsideWindow + WithoutContact;

    /// <summary>Merges two tallies of disjoint customers.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other, with none of the same customers.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static HistoryTally operator +(HistoryTally left, HistoryTally right) => new(
        left.Transitions + right.Transitions,
        left.Tied + right.Tied,
        left.AtContact + right.AtContact,
        left.OutsideWindow + right.OutsideWindow,
        left.WithoutContact + right.WithoutContact,
        left.ContactedUnseen + right.ContactedUnseen,
        left.Observations + right.Observations,
        left.ObservationsOutside + right.ObservationsOutside,
        left.TicksBetween + right.TicksBetween,
        left.Shortest is { } a && right.Shortest is { } b ? (a < b ? a : b) : left.Shortest ?? right.Shortest,
        left.Longest is { } c && right.Longest is { } d ? (c > d ? c : d) : left.Longest ?? right.Longest);

    /// <summary>The ledger as a person reads it: customers seen, paired, and each reason that is not 0.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        static string Part(long count, string reason) => count == 0 ? "" : $" + {Display.Count(count, null)} {reason}";
        return $"{Display.Count(Seen, null)} customers seen = {Display.Count(Paired, null)} paired"
            + Part(NotReobserved, "not seen again")
            + Part(OnlyAfter, "seen only after")
            + Part(Tied, "tied in time")
            + Part(AtContact, "at the instant of contact")
            + Part(OutsideWindow, "outside the window")
            + Part(WithoutContact, "without a contact");
    }
}
