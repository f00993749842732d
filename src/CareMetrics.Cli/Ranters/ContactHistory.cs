using System.Runtime.InteropServices;
using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The last answer before and the first after the contact of every customer: memory grows with customers, not with answers.</summary>
/// <remarks>It only forgets the answers that decide nothing; who is paired with what is for the library to say.</remarks>
internal sealed class ContactHistory(TimeSpan window) : IMoodHistory
{
    private readonly List<Case> _customers = [];

    /// <param name="customer">The customer's number, from 0, in the order first met.</param>
    /// <param name="contact">When the customer was contacted, in ticks of UTC; null without a contact.</param>
    /// <param name="ticks">When the answer was given.</param>
    /// <param name="mood">In which mood.</param>
    /// <param name="score">The score behind it; NaN where it has none.</param>
    /// <param name="groups">The group that the row names, as one bit, or 0.</param>
    /// <returns>False where an earlier row of the customer has another contact.</returns>
    internal bool Add(int customer, long? contact, long ticks, Mood mood, double score, int groups)
    {
        if (customer == _customers.Count)
        {
            _customers.Add(new Case { Contact = contact, BeforeScore = float.NaN });
        }

        ref Case known = ref CollectionsMarshal.AsSpan(_customers)[customer];
        known.Groups |= (byte)groups;
        byte bit = (byte)(1 << (mood - Mood.Ranter));
        if (known.Contact != contact)
        {
            return false;
        }

        long since = ticks - (contact ?? ticks);
        if (since == 0 || since < -window.Ticks || since > window.Ticks)
        {
            // At the contact, outside the window, or without a contact: one such answer says it all, and at the contact outweighs the rest.
            known.OtherTicks = known.OtherMoods == 0 || since == 0 ? ticks : known.OtherTicks;
            known.OtherMoods = bit;
        }
        else if (since < 0)
        {
            if (known.BeforeMoods == 0 || ticks > known.BeforeTicks)
            {
                (known.BeforeTicks, known.BeforeMoods, known.BeforeScore) = (ticks, 0, (float)score);
            }

            known.BeforeMoods |= ticks == known.BeforeTicks ? bit : (byte)0;
        }
        else
        {
            if (known.AfterMoods == 0 || ticks < known.AfterTicks)
            {
                (known.AfterTicks, known.AfterMoods) = (ticks, 0);
            }

            known.AfterMoods |= ticks == known.AfterTicks ? bit : (byte)0;
        }

        return true;
    }

    public HistoryTally Tally(Func<int, bool> fits)
    {
        var history = new AroundContact<int>(Contacts(), window, window);
        for (int customer = 0; customer < _customers.Count; customer++)
        {
            Case found = _customers[customer];
            if (fits(found.Groups))
            {
                Moods.AddTo(history.Add, customer, found.BeforeTicks, found.BeforeMoods);
                Moods.AddTo(history.Add, customer, found.AfterTicks, found.AfterMoods);
                Moods.AddTo(history.Add, customer, found.OtherTicks, found.OtherMoods);
            }
        }

        return history.Tally();

        IEnumerable<(int, DateTimeOffset)> Contacts()
        {
            for (int customer = 0; customer < _customers.Count; customer++)
            {
                if (_customers[customer].Contact is { } contact && fits(_customers[customer].Groups))
                {
                    yield return (customer, Moods.At(contact));
                }
            }
        }
    }

    public long Count(Func<int, bool> fits) => _customers.LongCount(found => fits(found.Groups));

    public void ForEachRanter(Action<int, int, bool> visit)
    {
        for (int customer = 0; customer < _customers.Count; customer++)
        {
            Case found = _customers[customer];
            bool isAtContact = found.OtherMoods != 0 && found.OtherTicks == found.Contact;
            if (found.Contact is not null && !isAtContact && Moods.IsRanter(found.BeforeMoods, found.AfterMoods, out bool turned))
            {
                visit(customer, found.Groups, turned);
            }
        }
    }

    /// <summary>The scores before; a contact lies between any two, so there is no repeat panel.</summary>
    public (MeanTally Before, CorrelationTally Repeat) Scores()
    {
        MeanTally before = MeanTally.Empty;
        foreach (Case found in _customers.Where(found => found.BeforeMoods != 0))
        {
            if (float.IsNaN(found.BeforeScore))
            {
                return default;
            }

            before = before.Add(found.BeforeScore);
        }

        return (before, CorrelationTally.Empty);
    }

    private struct Case
    {
        internal long? Contact;
        internal long BeforeTicks;
        internal long AfterTicks;
        internal long OtherTicks;
        internal float BeforeScore;
        internal byte BeforeMoods;
        internal byte AfterMoods;
        internal byte OtherMoods;
        internal byte Groups;
    }
}
