namespace CareMetrics.Conversion;

/// <content>One pass over a history that is at hand as a sequence; the builders take it an observation at a time.</content>
public readonly partial record struct HistoryTally
{
    /// <summary>Pairs each customer's first mood with the last.</summary>
    /// <typeparam name="TCustomer">What identifies a customer.</typeparam>
    /// <param name="observations">Who, when and in which mood, in any order.</param>
    /// <returns>The tally. <see cref="FirstAgainstLast{TCustomer}"/> has the rules.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A mood is none of the three.</exception>
    public static HistoryTally FirstAgainstLast<TCustomer>(IEnumerable<(TCustomer Customer, DateTimeOffset At, Mood Mood)> observations)
        where TCustomer : notnull
    {
        ArgumentNullException.ThrowIfNull(observations);
        var history = new FirstAgainstLast<TCustomer>();
        long index = 0;
        foreach ((TCustomer customer, DateTimeOffset at, Mood mood) in observations)
        {
            Errors.RequireObservation(customer, nameof(observations), mood, nameof(observations), index++);
            history.Add(customer, at, mood);
        }

        return history.Tally();
    }

    /// <summary>Pairs each customer's last mood before a contact with the first after it.</summary>
    /// <typeparam name="TCustomer">What identifies a customer, or a case.</typeparam>
    /// <param name="observations">Who, when and in which mood, in any order.</param>
    /// <param name="contacts">Who was contacted and when, one instant each.</param>
    /// <param name="before">How long before the contact a mood still counts, above 0; <see cref="TimeSpan.MaxValue"/> for no bound.</param>
    /// <param name="after">How long after the contact a mood still counts, above 0; <see cref="TimeSpan.MaxValue"/> for no bound.</param>
    /// <returns>The tally. <see cref="AroundContact{TCustomer}"/> has the rules.</returns>
    /// <exception cref="ArgumentException">A customer has two contacts, a mood is none of the three, or a window is not above 0.</exception>
    public static HistoryTally AroundContact<TCustomer>(
        IEnumerable<(TCustomer Customer, DateTimeOffset At, Mood Mood)> observations,
        IEnumerable<(TCustomer Customer, DateTimeOffset At)> contacts,
        TimeSpan before,
        TimeSpan after)
        where TCustomer : notnull
    {
        ArgumentNullException.ThrowIfNull(observations);
        var history = new AroundContact<TCustomer>(contacts, before, after);
        long index = 0;
        foreach ((TCustomer customer, DateTimeOffset at, Mood mood) in observations)
        {
            Errors.RequireObservation(customer, nameof(observations), mood, nameof(observations), index++);
            history.Add(customer, at, mood);
        }

        return history.Tally();
    }
}
