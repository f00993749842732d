namespace CareMetrics.Roi;

/// <summary>One cost of a business case: how many units, what one costs, and how much of it the investment bears.</summary>
/// <remarks>Amount of a period = quantity × unit cost × attribution, 0 or more, booked exactly. Immutable; equal when all parts are.</remarks>
public sealed record CostLine
{
    /// <summary>What the cost is called; a name says which line is meant.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public required string Name { get; init => field = Errors.RequireText(value, nameof(Name)); }

    /// <summary>What kind of cost it is; the kinds are added alike.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the kinds.</exception>
    public CostKind Kind
    {
        get;
        init
        {
            Errors.RequireKnown(value, nameof(Kind));
            field = value;
        }
    }

    /// <summary>How many units are bought in a period, 0 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quantity is, or may be, negative.</exception>
    public Assumption Quantity { get; init => field = Errors.RequireCost(value, nameof(Quantity)); } = Assumption.Of(1);

    /// <summary>What one unit costs, 0 or more, in the currency of the case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cost is, or may be, negative.</exception>
    public required Assumption UnitCost { get; init => field = Errors.RequireCost(value, nameof(UnitCost)); }

    /// <summary>The share of the cost that the investment bears, 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    public decimal Attribution { get; init => field = Errors.RequireShare(value, nameof(Attribution)); } = 1;

    /// <summary>The first period it falls in; 0 is now, and period t is discounted t times.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside 0 to 10,000.</exception>
    public int Period { get; init => field = Errors.RequirePeriod(value, 0, nameof(Period)); }

    /// <summary>In how many consecutive periods it falls, 1 or more, each time with the same amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside 1 to 10,000.</exception>
    public int Periods { get; init => field = Errors.RequirePeriod(value, 1, nameof(Periods)); } = 1;

    /// <summary>The currency of the unit cost; <c>null</c> is that of the case.</summary>
    public string? Currency { get; init; }

    /// <summary>A cost to begin.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="cost">What it costs, 0 or more.</param>
    /// <param name="period">When; 0 is now.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static CostLine Initial(string name, decimal cost, int period = 0) => new()
    {
        Name = Errors.RequireText(name, nameof(name)),
        Kind = CostKind.Initial,
        UnitCost = Assumption.Of(Errors.RequireNotNegative(cost, nameof(cost))),
        Period = Errors.RequirePeriod(period, 0, nameof(period)),
    };

    /// <summary>A cost of every period.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="costPerPeriod">What it costs a period, 0 or more.</param>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static CostLine Running(string name, decimal costPerPeriod, int period = 0, int periods = 1) => new()
    {
        Name = Errors.RequireText(name, nameof(name)),
        Kind = CostKind.Running,
        UnitCost = Assumption.Of(Errors.RequireNotNegative(costPerPeriod, nameof(costPerPeriod))),
        Period = Errors.RequirePeriod(period, 0, nameof(period)),
        Periods = Errors.RequirePeriod(periods, 1, nameof(periods)),
    };

    /// <summary>A cost of each customer saved: a concession.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="saves">How many customers are saved a period, 0 or more.</param>
    /// <param name="costPerSave">What is conceded to one of them, 0 or more.</param>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static CostLine PerSave(string name, decimal saves, decimal costPerSave, int period = 0, int periods = 1) => new()
    {
        Name = Errors.RequireText(name, nameof(name)),
        Kind = CostKind.PerSave,
        Quantity = Assumption.Of(Errors.RequireNotNegative(saves, nameof(saves))),
        UnitCost = Assumption.Of(Errors.RequireNotNegative(costPerSave, nameof(costPerSave))),
        Period = Errors.RequirePeriod(period, 0, nameof(period)),
        Periods = Errors.RequirePeriod(periods, 1, nameof(periods)),
    };

    /// <summary>The amount of one period.</summary>
    /// <returns>Quantity × unit cost × attribution.</returns>
    /// <exception cref="OverflowException">The amount is too large to keep its cents.</exception>
    public decimal AmountPerPeriod() => Money.Product(Name, Quantity.Likely, UnitCost.Likely, Attribution);

    /// <summary>The amount of all periods together.</summary>
    /// <returns>The amount of one period × the number of periods.</returns>
    /// <exception cref="OverflowException">The amount is too large to keep its cents.</exception>
    public decimal Amount() => Money.Product(Name, AmountPerPeriod(), Periods);

    /// <summary>The line as a person reads it, such as <c>Concessions: 60 × 25</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Name}: {Quantity} × {UnitCost}";
}
