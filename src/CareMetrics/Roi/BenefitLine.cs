using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>One benefit of a business case: a change in some measure times what one unit of it is worth, and how much of it is claimed.</summary>
/// <remarks>
/// Amount of a period = quantity × unit value × attribution × confidence, booked exactly. Nothing is worth anything of
/// itself: the caller supplies the unit value. Immutable; equal when all parts are.
/// </remarks>
public sealed partial record BenefitLine
{
    /// <summary>What the benefit is called; a name says which line is meant.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Errors.RequireText(value, nameof(Name)); }

    /// <summary>How many units of the measure change in a period, of any sign.</summary>
    public required Assumption Quantity { get; init => field = Errors.Require(value, nameof(Quantity)); }

    /// <summary>What one unit is worth, in the currency of the case.</summary>
    public required Assumption UnitValue { get; init => field = Errors.Require(value, nameof(UnitValue)); }

    /// <summary>Whose money it is, such as <c>customer margin</c>: two lines on one basis may count the same money twice.</summary>
    /// <exception cref="ArgumentException">The basis is empty.</exception>
    public required string Basis { get; init => field = Errors.RequireText(value, nameof(Basis)); }

    /// <summary>The share of the change that is due to the investment, 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    public decimal Attribution { get; init => field = Errors.RequireShare(value, nameof(Attribution)); } = 1;

    /// <summary>The share of the amount that is claimed, 0 to 1: a deduction for doubt about the line as such.</summary>
    /// <remarks>It is certain in a simulation, where the ranges of quantity and unit value carry the uncertainty.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    public decimal Confidence { get; init => field = Errors.RequireShare(value, nameof(Confidence)); } = 1;

    /// <summary>The first period it falls in; 0 is now, and period t is discounted t times.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside 0 to 10,000.</exception>
    public int Period { get; init => field = Errors.RequirePeriod(value, 0, nameof(Period)); }

    /// <summary>In how many consecutive periods it falls, 1 or more, each time with the same amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1 to 10,000.</exception>
    public int Periods { get; init => field = Errors.RequirePeriod(value, 1, nameof(Periods)); } = 1;

    /// <summary>The currency of the unit value; <c>null</c> is that of the case.</summary>
    public string? Currency { get; init; }

    /// <summary>The amount of one period.</summary>
    /// <returns>Quantity × unit value × attribution × confidence.</returns>
    /// <exception cref="OverflowException">The amount is too large to keep its cents.</exception>
    public decimal AmountPerPeriod() => Money.Product(Name, Quantity.Likely, UnitValue.Likely, Attribution, Confidence);

    /// <summary>The amount of all periods together.</summary>
    /// <returns>The amount of one period × the number of periods.</returns>
    /// <exception cref="OverflowException">The amount is too large to keep its cents.</exception>
    public decimal Amount() => Money.Product(Name, AmountPerPeriod(), Periods);

    /// <summary>The line as a person reads it, such as <c>Churn: 60 × 450, 80% attributed, 90% confident</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        static string Percent(decimal share) => Display.Quantity((double)share, Units.Fraction, 0, null);
        return $"{Name}: {Quantity} × {UnitValue}, {Percent(Attribution)} attributed, {Percent(Confidence)} confident";
    }
}
