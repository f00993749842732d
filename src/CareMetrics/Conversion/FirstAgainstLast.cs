using System.Runtime.InteropServices;

namespace CareMetrics.Conversion;

/// <summary>Gathers dated moods, an observation at a time in any order, and pairs each customer's first mood with the last.</summary>
/// <typeparam name="TCustomer">What identifies a customer.</typeparam>
/// <remarks>
/// Memory grows with customers, not with observations. Instants are compared, whatever their offsets. A customer observed at one
/// instant only is not re-observed; one whose first or last instant bears two different moods is tied and left out of the pairs;
/// the same mood twice at one instant is one observation. Not safe to share between threads: give each its own customers, and add
/// the tallies.
/// </remarks>
public sealed class FirstAgainstLast<TCustomer>
    where TCustomer : notnull
{
    private readonly Dictionary<TCustomer, Ends> _customers;
    private long _observations;

    /// <summary>Makes an empty history.</summary>
    /// <param name="customers">About how many customers to expect, 0 or more: a good guess saves time.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="customers"/> is negative.</exception>
    public FirstAgainstLast(int customers = 0) => _customers = new((int)Errors.RequireCount(customers, nameof(customers)));

    /// <summary>Adds one observation.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="mood">In which mood.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mood"/> is none of the three.</exception>
    public void Add(TCustomer customer, DateTimeOffset at, Mood mood)
    {
        Errors.RequireObservation(customer, nameof(customer), mood, nameof(mood));
        long ticks = at.UtcTicks;
        ref Ends ends = ref CollectionsMarshal.GetValueRefOrAddDefault(_customers, customer, out bool known);
        _observations++;
        if (!known)
        {
            ends.First = ends.Last = new MoodAt(ticks, mood);
        }

        if (ticks <= ends.First.Ticks)
        {
            ends.First = ends.First.Or(ticks, mood, ticks < ends.First.Ticks);
        }

        if (ticks >= ends.Last.Ticks)
        {
            ends.Last = ends.Last.Or(ticks, mood, ticks > ends.Last.Ticks);
        }
    }

    /// <summary>What the history comes to so far.</summary>
    /// <returns>The tally.</returns>
    public HistoryTally Tally()
    {
        var sum = new HistorySum { Observations = _observations };
        Span<long> cells = stackalloc long[TransitionCells.Length];
        foreach (Ends ends in _customers.Values)
        {
            if (ends.First.IsTied || ends.Last.IsTied)
            {
                sum.Tied++;
            }
            else if (ends.First.Ticks == ends.Last.Ticks)
            {
                TransitionCells.Add(cells, ends.First.Mood, null);
            }
            else
            {
                TransitionCells.Add(cells, ends.First.Mood, ends.Last.Mood);
                sum.AddPair(ends.Last.Ticks - ends.First.Ticks);
            }
        }

        return sum.Tally(cells);
    }

    private struct Ends
    {
        public MoodAt First;
        public MoodAt Last;
    }
}
