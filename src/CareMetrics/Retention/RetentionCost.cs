using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>What it costs to keep customers: once, for each contact, and for each customer saved.</summary>
/// <remarks>
/// Investment = fixed + per contact × contacts + per save × customers saved, booked exactly. A concession (a refund, a free month) is a
/// cost per save: everybody saved gets it, who would have stayed anyway too. Immutable; equal when all parts are.
/// </remarks>
public sealed record RetentionCost
{
    /// <summary>What is spent however many are contacted or saved, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal Fixed { get; init => field = Errors.RequireNotNegative(value, nameof(Fixed)); }

    /// <summary>What one contact costs, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal PerContact { get; init => field = Errors.RequireNotNegative(value, nameof(PerContact)); }

    /// <summary>What is conceded to one customer saved, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal PerSave { get; init => field = Errors.RequireNotNegative(value, nameof(PerSave)); }

    /// <summary>How many contacts there were, 0 or more; <c>null</c> for one with each ranter that is counted.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long? Contacts { get; init => field = value is { } contacts ? Errors.RequireCount(contacts, nameof(Contacts)) : null; }

    /// <summary>What it costs to win a new customer, above 0, to be read beside the cost per save; <c>null</c> where that is not known.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is 0 or less.</exception>
    public decimal? AcquisitionCost
    {
        get;
        init
        {
            Errors.RequireAboveZero(value, nameof(AcquisitionCost));
            field = value;
        }
    }

    /// <summary>One sum, whatever happens.</summary>
    /// <param name="amount">The sum, 0 or more.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public static RetentionCost Of(decimal amount) => new() { Fixed = Errors.RequireNotNegative(amount, nameof(amount)) };

    /// <summary>The investment.</summary>
    /// <param name="ranters">How many ranters are counted, 0 or more.</param>
    /// <param name="saved">How many of them were saved, 0 or more.</param>
    /// <returns>Fixed + per contact × contacts + per save × saved.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The amount is too large to keep its cents.</exception>
    public decimal Investment(long ranters, long saved)
    {
        Errors.RequireCount(ranters, nameof(ranters));
        Errors.RequireCount(saved, nameof(saved));
        return Money.Sum("the investment", Unconditional(ranters), Money.Product("the cost per save", PerSave, saved));
    }

    /// <summary>The cost as a person reads it, such as <c>12,000.00 fixed + 4.50 a contact + 25.00 a save</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string contacts = Contacts is { } count ? $" (of {Display.Count(count, null)})" : "";
        return $"{Money.Text(Fixed, null)} fixed"
            + (PerContact > 0 ? $" + {Money.Text(PerContact, null)} a contact{contacts}" : "")
            + (PerSave > 0 ? $" + {Money.Text(PerSave, null)} a save" : "");
    }

    /// <summary>What is spent whoever is saved.</summary>
    internal decimal Unconditional(long ranters) =>
        Money.Sum("the investment", Fixed, Money.Product("the cost of contacts", PerContact, Contacts ?? ranters));
}
