namespace CareMetrics.Roi;

// What the classic formula leaves out, each a change in a measure times what one unit of it is worth. A range goes in
// by `with { Quantity = …, UnitValue = … }`.
public sealed partial record BenefitLine
{
    /// <summary>The basis of what is earned from customers who stay, return or come by recommendation.</summary>
    public const string CustomerMargin = "customer margin";

    private const string Reach = "reach";
    private const string Goodwill = "goodwill";
    private const string Traffic = "traffic";
    private const string SalesTime = "sales time";
    private const string ServiceCost = "service cost";

    /// <summary>More mentions, such as in social media.</summary>
    /// <param name="moreMentions">How many more mentions a period.</param>
    /// <param name="valuePerMention">What one mention is worth, such as its price as paid media.</param>
    /// <param name="attribution">The share due to the investment, 0 to 1.</param>
    /// <param name="confidence">The share claimed, 0 to 1.</param>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>The line, on the basis <c>reach</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static BenefitLine Mentions(
        decimal moreMentions, decimal valuePerMention, decimal attribution = 1, decimal confidence = 1, int period = 0, int periods = 1) =>
        Line("Mentions", Reach, moreMentions, valuePerMention, attribution, confidence, period, periods);

    /// <summary>Better sentiment.</summary>
    /// <inheritdoc cref="Mentions"/>
    /// <param name="pointsGained">By how many points sentiment rose.</param>
    /// <param name="valuePerPoint">What one point is worth a period.</param>
    /// <param name="attribution">The share due to the investment, 0 to 1.</param>
    /// <param name="confidence">The share claimed, 0 to 1.</param>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>The line, on the basis <c>goodwill</c>.</returns>
    public static BenefitLine Sentiment(
        decimal pointsGained, decimal valuePerPoint, decimal attribution = 1, decimal confidence = 1, int period = 0, int periods = 1) =>
        Line("Sentiment", Goodwill, pointsGained, valuePerPoint, attribution, confidence, period, periods);

    /// <summary>A better place in search results.</summary>
    /// <inheritdoc cref="Mentions"/>
    /// <param name="positionsGained">By how many positions the ranking rose.</param>
    /// <param name="valuePerPosition">What one position is worth a period.</param>
    /// <param name="attribution">The share due to the investment, 0 to 1.</param>
    /// <param name="confidence">The share claimed, 0 to 1.</param>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>The line, on the basis <c>traffic</c>.</returns>
    public static BenefitLine SearchRanking(
        decimal positionsGained, decimal valuePerPosition, decimal attribution = 1, decimal confidence = 1, int period = 0, int periods = 1) =>
        Line("Search ranking", Traffic, positionsGained, valuePerPosition, attribution, confidence, period, periods);

    /// <summary>Customers won by recommendation.</summary>
    /// <inheritdoc cref="Mentions"/>
    /// <param name="customersReferred">How many more customers came by recommendation a period.</param>
    /// <param name="valuePerCustomer">What one of them is worth: margin, or acquisition cost saved.</param>
    /// <param name="attribution">The share due to the investment, 0 to 1.</param>
    /// <param name="confidence">The share claimed, 0 to 1.</param>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>The line, on the basis <see cref="CustomerMargin"/>.</returns>
    public static BenefitLine Referrals(
        decimal customersReferred, decimal valuePerCustomer, decimal attribution = 1, decimal confidence = 1, int period = 0, int periods = 1) =>
        Line("Referrals", CustomerMargin, customersReferred, valuePerCustomer, attribution, confidence, period, periods);

    /// <summary>A shorter sales cycle.</summary>
    /// <inheritdoc cref="Mentions"/>
    /// <param name="daysSaved">By how many days deals close sooner, over all deals of a period.</param>
    /// <param name="valuePerDay">What one such day is worth.</param>
    /// <param name="attribution">The share due to the investment, 0 to 1.</param>
    /// <param name="confidence">The share claimed, 0 to 1.</param>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>The line, on the basis <c>sales time</c>.</returns>
    public static BenefitLine SalesCycle(
        decimal daysSaved, decimal valuePerDay, decimal attribution = 1, decimal confidence = 1, int period = 0, int periods = 1) =>
        Line("Sales cycle", SalesTime, daysSaved, valuePerDay, attribution, confidence, period, periods);

    /// <summary>Customers who would have left and stayed.</summary>
    /// <inheritdoc cref="Mentions"/>
    /// <param name="customersKept">How many more customers stayed a period.</param>
    /// <param name="valuePerCustomer">What one of them is worth in a period.</param>
    /// <param name="attribution">The share due to the investment, 0 to 1.</param>
    /// <param name="confidence">The share claimed, 0 to 1.</param>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>The line, on the basis <see cref="CustomerMargin"/>.</returns>
    public static BenefitLine Churn(
        decimal customersKept, decimal valuePerCustomer, decimal attribution = 1, decimal confidence = 1, int period = 0, int periods = 1) =>
        Line("Churn", CustomerMargin, customersKept, valuePerCustomer, attribution, confidence, period, periods);

    /// <summary>Customers who are worth more over their remaining life.</summary>
    /// <inheritdoc cref="Mentions"/>
    /// <param name="customers">How many customers.</param>
    /// <param name="gainPerCustomer">By how much the lifetime value of one rose: after less before, not the whole of it.</param>
    /// <param name="attribution">The share due to the investment, 0 to 1.</param>
    /// <param name="confidence">The share claimed, 0 to 1.</param>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>The line, on the basis <see cref="CustomerMargin"/>.</returns>
    public static BenefitLine LifetimeValue(
        decimal customers, decimal gainPerCustomer, decimal attribution = 1, decimal confidence = 1, int period = 0, int periods = 1) =>
        Line("Lifetime value", CustomerMargin, customers, gainPerCustomer, attribution, confidence, period, periods);

    /// <summary>Contacts that no agent had to answer.</summary>
    /// <inheritdoc cref="Mentions"/>
    /// <param name="contactsAvoided">How many fewer assisted contacts a period; <see cref="Deflection"/> works it out for self-service.</param>
    /// <param name="costPerContact">What one assisted contact costs.</param>
    /// <param name="attribution">The share due to the investment, 0 to 1.</param>
    /// <param name="confidence">The share claimed, 0 to 1.</param>
    /// <param name="period">The first period; 0 is now.</param>
    /// <param name="periods">In how many consecutive periods.</param>
    /// <returns>The line, on the basis <c>service cost</c>.</returns>
    public static BenefitLine ContactsAvoided(
        decimal contactsAvoided, decimal costPerContact, decimal attribution = 1, decimal confidence = 1, int period = 0, int periods = 1) =>
        Line("Contacts avoided", ServiceCost, contactsAvoided, costPerContact, attribution, confidence, period, periods);

    private static BenefitLine Line(
        string name, string basis, decimal quantity, decimal unitValue, decimal attribution, decimal confidence, int period, int periods)
    {
        Errors.RequireShare(attribution, nameof(attribution));
        Errors.RequireShare(confidence, nameof(confidence));
        Errors.RequirePeriod(period, 0, nameof(period));
        Errors.RequirePeriod(periods, 1, nameof(periods));
        return new BenefitLine
        {
            Name = name,
            Basis = basis,
            Quantity = Assumption.Of(quantity),
            UnitValue = Assumption.Of(unitValue),
            Attribution = attribution,
            Confidence = confidence,
            Period = period,
            Periods = periods,
        };
    }
}
