using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>What a customer is worth over all the time they stay, in today's money; and what is gained where a ranter becomes a raver.</summary>
/// <remarks>
/// With retention r, discount d and growth g of a period, k = r(1 + g)/(1 + d) is what a period leaves of the value of the one before, and
/// the value is the margin times 1 + k + k² + …, each shifted by its <see cref="MarginTiming"/>.
/// </remarks>
public static class LifetimeValue
{
    /// <summary>The lifetime value at constant retention.</summary>
    /// <param name="terms">What the customer brings, how likely they stay, and when the margins fall.</param>
    /// <returns>The present value in the currency of the margin.</returns>
    /// <remarks>
    /// m·Σ kᵗ, t from 0, where the first margin is now; m·Σ kᵗ, t from 1, after the first renewal; m/(1 + d)·Σ kᵗ, t from 0, at the end of
    /// each period. Over T periods the sum is (1 − kᵀ)/(1 − k), over all time 1/(1 − k), which exists only for k below 1.
    /// </remarks>
    /// <exception cref="ArgumentException">All time is counted and k is 1 or more; or a rate's length of time cannot be told in periods.</exception>
    /// <exception cref="OverflowException">The value is beyond what a number can hold.</exception>
    public static double Of(CustomerTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        double retention = terms.Retention.Retained(terms.Period);
        double discount = terms.Discount.Compounded(terms.Period);
        double growth = terms.Growth.Compounded(terms.Period);
        // k − 1 of its own, so that nothing cancels where k is near 1.
        double excess = (retention - 1 + (retention * growth - discount)) / (1 + discount);
        double sum = terms.Horizon is { } periods ? Geometric(excess, periods)
            : excess < 0 ? -1 / excess
            : throw Errors.LifetimeDiverges(1 + excess, nameof(terms));
        double shift = terms.Timing switch
        {
            MarginTiming.FirstMarginNow => 1,
            MarginTiming.AfterFirstRenewal => retention / (1 + discount) * (terms.GrowthStartsAfterFirst ? 1 : 1 + growth),
            _ => 1 / (1 + discount),
        };
        return Errors.RequireRepresentable(terms.Margin * shift * sum, "the lifetime value");
    }

    /// <summary>What it is worth that a ranter becomes a raver: the difference between their lifetime values, and between what they make others do.</summary>
    /// <param name="ranter">The customer as they would have been; only margin, retention and growth may differ from <paramref name="raver"/>.</param>
    /// <param name="raver">The customer as they are now.</param>
    /// <param name="referralsOfRanter">Customers a ranter brings, below 0 where they put some off.</param>
    /// <param name="referralsOfRaver">Customers a raver brings.</param>
    /// <param name="valuePerReferral">What a customer brought is worth.</param>
    /// <returns>Both values, their difference, and the difference with referrals.</returns>
    /// <exception cref="ArgumentException">The two differ in discount, timing, horizon or period; or one has no lifetime value.</exception>
    /// <exception cref="OverflowException">A value is beyond what a number can hold.</exception>
    public static SavedCustomerValue OfSave(
        CustomerTerms ranter, CustomerTerms raver, double referralsOfRanter = 0, double referralsOfRaver = 0, double valuePerReferral = 0)
    {
        ArgumentNullException.ThrowIfNull(ranter);
        ArgumentNullException.ThrowIfNull(raver);
        Errors.RequireNumber(referralsOfRanter, nameof(referralsOfRanter));
        Errors.RequireNumber(referralsOfRaver, nameof(referralsOfRaver));
        Errors.RequireNumber(valuePerReferral, nameof(valuePerReferral));
        CustomerTerms alike = ranter with { Margin = raver.Margin, Retention = raver.Retention, Growth = raver.Growth };
        if (alike != raver)
        {
            throw Errors.SaveTermsDiffer(nameof(raver));
        }

        double before = Of(ranter);
        double after = Of(raver);
        double uplift = Errors.RequireRepresentable(after - before, "the value of a save");
        return new SavedCustomerValue
        {
            Ranter = before,
            Raver = after,
            Uplift = uplift,
            ReferralUplift = Errors.RequireRepresentable((referralsOfRaver - referralsOfRanter) * valuePerReferral, "the value of referrals"),
        };
    }

    /// <summary>What referred customers are worth.</summary>
    /// <param name="won">Customers who would not have come otherwise, of any sign.</param>
    /// <param name="valuePerCustomer">What each of them is worth: their margin, or their lifetime value.</param>
    /// <param name="comeAnyway">Customers who would have come all the same.</param>
    /// <param name="acquisitionCost">What winning each of those would have cost.</param>
    /// <returns>won × value + come anyway × acquisition cost: a customer counts on one side alone.</returns>
    /// <remarks>Kumar, Petersen and Leone (2007) tell the two kinds apart: margin of the first, cost saved of the second.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is NaN or infinite.</exception>
    /// <exception cref="OverflowException">The value is beyond what a number can hold.</exception>
    public static double OfReferrals(double won, double valuePerCustomer, double comeAnyway = 0, double acquisitionCost = 0)
    {
        Errors.RequireNumber(won, nameof(won));
        Errors.RequireNumber(valuePerCustomer, nameof(valuePerCustomer));
        Errors.RequireNumber(comeAnyway, nameof(comeAnyway));
        Errors.RequireNumber(acquisitionCost, nameof(acquisitionCost));
        return Errors.RequireRepresentable((won * valuePerCustomer) + (comeAnyway * acquisitionCost), "the value of referrals");
    }

    /// <summary>Σ (1 + x)ᵗ over t from 0 to T − 1.</summary>
    private static double Geometric(double excess, int periods) =>
        excess == 0 ? periods : excess == -1 ? 1 : Distributions.ExpM1(periods * Distributions.Log1P(excess)) / excess;
}
