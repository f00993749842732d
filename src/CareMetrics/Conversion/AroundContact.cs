using System.Runtime.InteropServices;

namespace CareMetrics.Conversion;

/// <summary>Gathers dated moods, an observation at a time in any order, and pairs each customer's last mood before a contact with the first after it.</summary>
/// <typeparam name="TCustomer">What identifies a customer; where one customer has several contacts, what identifies the case.</typeparam>
/// <remarks>
/// Before is from contact − window up to, not including, the contact; after is from just past the contact up to contact + window.
/// Instants are compared, whatever their offsets. An observation at the very instant of the contact is neither, and its customer is
/// left out of the pairs by that name; so is a customer whose deciding instant bears two different moods. Memory grows with
/// customers, not with observations. Not safe to share between threads: give each its own customers, and add the tallies.
/// </remarks>
public sealed class AroundContact<TCustomer>
    where TCustomer : notnull
{
    private readonly Dictionary<TCustomer, Case> _customers = [];
    private readonly TimeSpan _before;
    private readonly TimeSpan _after;
    private long _observations;
    private long _outside;

    /// <summary>Makes a history around contacts.</summary>
    /// <param name="contacts">Who was contacted and when, one instant each.</param>
    /// <param name="before">How long before the contact a mood still counts, above 0; <see cref="TimeSpan.MaxValue"/> for no bound.</param>
    /// <param name="after">How long after the contact a mood still counts, above 0; <see cref="TimeSpan.MaxValue"/> for no bound.</param>
    /// <exception cref="ArgumentException">A customer has two contacts at different instants, or a window is not above 0.</exception>
    public AroundContact(IEnumerable<(TCustomer Customer, DateTimeOffset At)> contacts, TimeSpan before, TimeSpan after)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        _before = Errors.RequireWindow(before, nameof(before));
        _after = Errors.RequireWindow(after, nameof(after));
        long index = 0;
        foreach ((TCustomer customer, DateTimeOffset at) in contacts)
        {
            Errors.RequireCustomer(customer, nameof(contacts), index);
            ref Case found = ref CollectionsMarshal.GetValueRefOrAddDefault(_customers, customer, out bool known);
            if (known && found.Contact != at.UtcTicks)
            {
                throw Errors.SecondContact(nameof(contacts), index);
            }

            found.HasContact = true;
            found.Contact = at.UtcTicks;
            index++;
        }
    }

    /// <summary>Adds one observation.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="mood">In which mood.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="mood"/> is none of the three.</exception>
    public void Add(TCustomer customer, DateTimeOffset at, Mood mood)
    {
        Errors.RequireObservation(customer, nameof(customer), mood, nameof(mood));
        long ticks = at.UtcTicks;
        ref Case found = ref CollectionsMarshal.GetValueRefOrAddDefault(_customers, customer, out _);
        _observations++;
        found.IsSeen = true;
        if (!found.HasContact)
        {
            return;
        }

        long since = ticks - found.Contact;
        if (since == 0)
        {
            found.IsAtContact = true;
        }
        else if (since < -_before.Ticks || since > _after.Ticks)
        {
            _outside++;
        }
        else if (since < 0)
        {
            found.Before = !found.HasBefore ? new MoodAt(ticks, mood)
                : ticks >= found.Before.Ticks ? found.Before.Or(ticks, mood, ticks > found.Before.Ticks)
                : found.Before;
            found.HasBefore = true;
        }
        else
        {
            found.After = !found.HasAfter ? new MoodAt(ticks, mood)
                : ticks <= found.After.Ticks ? found.After.Or(ticks, mood, ticks < found.After.Ticks)
                : found.After;
            found.HasAfter = true;
        }
    }

    /// <summary>What the history comes to so far.</summary>
    /// <returns>The tally.</returns>
    public HistoryTally Tally()
    {
        var sum = new HistorySum { Observations = _observations, ObservationsOutside = _outside };
        Span<long> cells = stackalloc long[TransitionCells.Length];
        foreach (Case found in _customers.Values)
        {
            switch (found)
            {
                case { IsSeen: false }:
                    sum.ContactedUnseen++;
                    break;
                case { HasContact: false }:
                    sum.WithoutContact++;
                    break;
                case { IsAtContact: true }:
                    sum.AtContact++;
                    break;
                case { HasBefore: false, HasAfter: false }:
                    sum.OutsideWindow++;
                    break;
                case { HasBefore: true, Before.IsTied: true } or { HasAfter: true, After.IsTied: true }:
                    sum.Tied++;
                    break;
                default:
                    TransitionCells.Add(cells, found.HasBefore ? found.Before.Mood : null, found.HasAfter ? found.After.Mood : null);
                    if (found is { HasBefore: true, HasAfter: true })
                    {
                        sum.AddPair(found.After.Ticks - found.Before.Ticks);
                    }

                    break;
            }
        }

        return sum.Tally(cells);
    }

    private struct Case
    {
        public MoodAt Before;
        public MoodAt After;
        public long Contact;
        public bool HasContact;
        public bool HasBefore;
        public bool HasAfter;
        public bool IsSeen;
        public bool IsAtContact;
    }
}
