using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>How many stay, how many are saved, and how much revenue that leaves at risk.</summary>
public static class RetentionRates
{
    /// <summary>Retention and churn of one period, and of a year at that rate.</summary>
    /// <param name="start">Customers at the start, 0 or more.</param>
    /// <param name="end">Customers at the end, 0 or more.</param>
    /// <param name="won">Customers at the end who were won since the start, from 0 to <paramref name="end"/>.</param>
    /// <param name="periodsPerYear">How many such periods make a year: 12 of months, 4 of quarters, 1 of years, 0.5 of two years.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The rates, each with its interval.</returns>
    /// <remarks>Retention (end − won)/start with Wilson's interval; of a year, retention to the power of the periods: churn 1 − (1 − c)ᵐ.</remarks>
    /// <exception cref="ArgumentException">An argument is outside its range, or more stayed than there were.</exception>
    public static RetentionRate Retention(long start, long end, long won, double periodsPerYear, double level = 0.95)
    {
        Errors.RequireCount(start, nameof(start));
        Errors.RequireCount(end, nameof(end));
        Errors.RequireCount(won, nameof(won));
        if (won > end)
        {
            throw Errors.WonAboveEnd(won, end);
        }

        return end - won <= start
            ? Retention(new ProportionTally(end - won, start), periodsPerYear, level)
            : throw Errors.KeptAboveStart(end - won, start);
    }

    /// <summary>Retention and churn of one period, and of a year at that rate, from who stayed.</summary>
    /// <param name="kept">Customers who stayed of those at the start.</param>
    /// <param name="periodsPerYear">How many such periods make a year: 12 of months, 4 of quarters, 1 of years, 0.5 of two years.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The rates, each with its interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RetentionRate Retention(ProportionTally kept, double periodsPerYear, double level = 0.95)
    {
        Errors.RequirePeriodsPerYear(periodsPerYear, nameof(periodsPerYear));
        Estimate rate = Proportion.Estimate(kept, level);
        double? OfYear(double? ofPeriod) => ofPeriod is { } share ? Math.Pow(share, periodsPerYear) : null;
        return new RetentionRate
        {
            Kept = kept,
            PeriodsPerYear = periodsPerYear,
            RetentionPerPeriod = rate,
            RetentionPerYear = rate with { Value = OfYear(rate.Value), Lower = OfYear(rate.Lower), Upper = OfYear(rate.Upper) },
        };
    }

    /// <summary>The cancel/save rate: customers who are active after the window ÷ save attempts.</summary>
    /// <param name="saved">Active after the window, of the attempts.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>A fraction from 0 to 1 with Wilson's interval. It claims nothing: some cancel in anger and stay by themselves.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static Estimate SaveRate(ProportionTally saved, double level = 0.95) => Proportion.Estimate(saved, level);

    /// <summary>The save rate net of a control group whose cancellations were taken without an attempt.</summary>
    /// <param name="control">Active after the same window, of those without an attempt.</param>
    /// <param name="saved">Active after the window, of the attempts.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The comparison: its change is the net save rate, with Newcombe's interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static Comparison NetSaveRate(ProportionTally control, ProportionTally saved, double level = 0.95) =>
        Comparison.Between(control, saved, level);

    /// <summary>The revenue that customers at risk are expected to take with them.</summary>
    /// <param name="revenue">What the customers at risk pay over the period of the churn, 0 or more.</param>
    /// <param name="left">How many of such customers left over a period, of all of them.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>Revenue × churn, in money, with the Wilson limits of the churn in its place.</returns>
    /// <remarks>It takes customers who pay much to leave as often as those who pay little.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate RevenueAtRisk(decimal revenue, ProportionTally left, double level = 0.95)
    {
        Errors.RequireNotNegative(revenue, nameof(revenue));
        double amount = (double)revenue;
        Estimate churn = Proportion.Estimate(left, level);
        return churn with { Value = amount * churn.Value, Lower = amount * churn.Lower, Upper = amount * churn.Upper, Unit = Units.Money };
    }
}
