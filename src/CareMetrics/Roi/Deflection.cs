using System.Collections.Immutable;
using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>Contacts that self-service takes over: what that saves and what it costs.</summary>
/// <remarks>
/// Net saving = v·a·((1 − rc)·c₁ − c₀) − F for v contacts of which a share a goes to self-service, a share rc of those returns to
/// an agent all the same, and an assisted contact costs c₁, one by self-service c₀, and the service itself F. Booked exactly.
/// </remarks>
public sealed record Deflection
{
    /// <summary>How many contacts there would be, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required decimal Contacts { get; init => field = Errors.RequireNotNegative(value, nameof(Contacts)); }

    /// <summary>The share that goes to self-service, 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 1.</exception>
    public required decimal DeflectionRate { get; init => field = Errors.RequireShare(value, nameof(DeflectionRate)); }

    /// <summary>The share of those that contacts an agent all the same, 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 1.</exception>
    public decimal RecontactRate { get; init => field = Errors.RequireShare(value, nameof(RecontactRate)); }

    /// <summary>What an assisted contact costs, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required decimal AssistedCost { get; init => field = Errors.RequireNotNegative(value, nameof(AssistedCost)); }

    /// <summary>What a contact by self-service costs, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal SelfServiceCost { get; init => field = Errors.RequireNotNegative(value, nameof(SelfServiceCost)); }

    /// <summary>What the self-service costs whether used or not, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public decimal FixedCost { get; init => field = Errors.RequireNotNegative(value, nameof(FixedCost)); }

    /// <summary>How many contacts go to self-service.</summary>
    /// <returns>Contacts × deflection rate.</returns>
    /// <exception cref="OverflowException">The number is too large.</exception>
    public decimal Deflected() => Money.Product("contacts deflected", Contacts, DeflectionRate);

    /// <summary>How many contacts no agent has to answer.</summary>
    /// <returns>Deflected × (1 − re-contact rate).</returns>
    /// <exception cref="OverflowException">The number is too large.</exception>
    public decimal Avoided() => Money.Product("contacts avoided", Contacts, DeflectionRate, 1 - RecontactRate);

    /// <summary>What the self-service returns on what it costs.</summary>
    /// <param name="currency">The currency, or <c>null</c>.</param>
    /// <returns>Contacts avoided × assisted cost, against deflected × self-service cost + fixed cost; its net is the net saving.</returns>
    /// <exception cref="OverflowException">An amount is too large to keep its cents.</exception>
    public ReturnOnInvestment Return(string? currency = null) => new(
        Money.Product("the saving", Avoided(), AssistedCost),
        Money.Sum("the cost of self-service", Money.Product("the cost of self-service", Deflected(), SelfServiceCost), FixedCost),
        currency);

    /// <summary>The deflection rate at which the net saving is 0.</summary>
    /// <returns>F / (v·((1 − rc)·c₁ − c₀)), above 1 where no rate is enough; <c>null</c> where a contact deflected saves nothing.</returns>
    public double? BreakEvenRate()
    {
        double saved = (double)Contacts * ((1 - (double)RecontactRate) * (double)AssistedCost - (double)SelfServiceCost);
        return saved > 0 ? (double)FixedCost / saved : null;
    }

    /// <summary>The saving as a line of a business case.</summary>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>Contacts avoided × assisted cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public BenefitLine Benefit(int period = 0, int periods = 1) =>
        BenefitLine.ContactsAvoided(Avoided(), AssistedCost, period: period, periods: periods);

    /// <summary>The costs as lines of a business case: self-service by use, and the fixed cost.</summary>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>Two running costs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public ImmutableArray<CostLine> Costs(int period = 0, int periods = 1) =>
    [
        CostLine.Running("Self-service by use", SelfServiceCost, period, periods) with { Quantity = Assumption.Of(Deflected()) },
        CostLine.Running("Self-service", FixedCost, period, periods),
    ];

    /// <summary>The deflection as a person reads it, such as <c>12,000 contacts, 25.0% deflected, 20.0% of those come back</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Display.Number((double)Contacts, 0, null)} contacts, {Display.Quantity((double)DeflectionRate, Units.Fraction, null, null)} deflected, "
        + $"{Display.Quantity((double)RecontactRate, Units.Fraction, null, null)} of those come back";
}
