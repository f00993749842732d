namespace CareMetrics.Roi;

public static partial class CashFlows
{
    private const int DaysOfYear = 365;

    /// <summary>The present value of dated flows on the day of the first of them, years being 365 days.</summary>
    /// <param name="flows">The flows in order of date; several may fall on one day.</param>
    /// <param name="rate">The discount rate of a year, above −1.</param>
    /// <returns>Σ flow / (1 + rate)^(days since the first/365).</returns>
    /// <exception cref="ArgumentException">There is no flow, a flow is dated before the one before it, or the rate is not above −1.</exception>
    /// <exception cref="OverflowException">The value is beyond what a number can hold.</exception>
    public static double PresentValue(IEnumerable<DatedFlow> flows, double rate)
    {
        Errors.RequireRate(rate);
        return Present(FlowPolynomial.Of(Days(flows, inOrder: true)), rate, DaysOfYear);
    }

    /// <summary>Every rate above −1 at which the present value of dated flows is 0, years being 365 days.</summary>
    /// <param name="flows">The flows, in any order.</param>
    /// <returns>The rates of a year in ascending order, or the reason for none.</returns>
    /// <inheritdoc cref="InternalRates(ReadOnlySpan{double})" path="/remarks"/>
    /// <exception cref="ArgumentException">There is no flow.</exception>
    /// <exception cref="OverflowException">The sum of a day's flows is beyond what a number can hold.</exception>
    public static InternalRates InternalRates(IEnumerable<DatedFlow> flows) =>
        Rates(FlowPolynomial.Of(Days(flows, inOrder: false)), DaysOfYear);

    /// <summary>When dated flows have paid back.</summary>
    /// <param name="flows">The flows in order of date.</param>
    /// <param name="rate">The discount rate of a year, above −1; 0 is the plain payback.</param>
    /// <returns>The payback in years of 365 days since the first flow.</returns>
    /// <exception cref="ArgumentException">There is no flow, a flow is dated before the one before it, or the rate is not above −1.</exception>
    /// <exception cref="OverflowException">A sum is beyond what a number can hold.</exception>
    public static Payback Payback(IEnumerable<DatedFlow> flows, double rate = 0)
    {
        Errors.RequireRate(rate);
        return Payback([.. Days(flows, inOrder: true)], rate, DaysOfYear);
    }

    private static List<(int Time, double Amount)> Days(IEnumerable<DatedFlow> flows, bool inOrder)
    {
        ArgumentNullException.ThrowIfNull(flows);
        DatedFlow[] all = [.. flows];
        if (all.Length == 0)
        {
            throw Errors.NoFlows();
        }

        for (int i = 1; inOrder && i < all.Length; i++)
        {
            if (all[i].Date < all[i - 1].Date)
            {
                throw Errors.DatesOutOfOrder(i, all[i].Date, all[i - 1].Date);
            }
        }

        int first = all.Min(flow => flow.Date.DayNumber);
        return [.. all.Select(flow => (flow.Date.DayNumber - first, flow.Amount))];
    }
}
