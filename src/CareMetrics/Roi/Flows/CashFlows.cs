namespace CareMetrics.Roi;

/// <summary>Cash flows over time: present values, internal rates of return and payback.</summary>
/// <remarks>
/// Flows are doubles, above 0 in and below 0 out; a rate is a fraction of one period, above −1. Values are computed with
/// some 32 digits and rounded once, so that a present value near 0 keeps its digits too.
/// </remarks>
public static partial class CashFlows
{
    /// <summary>The present value of flows one period apart.</summary>
    /// <param name="flows">The flows in order of time.</param>
    /// <param name="rate">The discount rate of one period, above −1.</param>
    /// <param name="timing">When the first flow falls: now, or after one period, as spreadsheets' NPV takes it.</param>
    /// <returns>Σ flow_t / (1 + rate)^t with t from 0, or from 1.</returns>
    /// <exception cref="ArgumentException">There is no flow, one is not finite, or an argument is outside its range.</exception>
    /// <exception cref="OverflowException">The value is beyond what a number can hold.</exception>
    public static double PresentValue(ReadOnlySpan<double> flows, double rate, FirstFlow timing)
    {
        Errors.RequireKnown(timing, nameof(timing));
        Errors.RequireRate(rate);
        return Present(Polynomial(flows, timing == FirstFlow.Now ? 0 : 1), rate, 1);
    }

    /// <summary>Every rate above −1 at which the present value of flows one period apart is 0.</summary>
    /// <param name="flows">The flows in order of time; zeros before, between and after are periods without a flow.</param>
    /// <returns>The rates of a period in ascending order, or the reason for none.</returns>
    /// <remarks>
    /// Each rate r satisfies |NPV(r)| ≤ 1e-13 · Σ|flow_t|(1 + r)^−t; one that no double satisfies so well is left out and said to be
    /// beyond precision. When the first flow falls does not matter to the rates.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no flow, or one is not finite.</exception>
    public static InternalRates InternalRates(ReadOnlySpan<double> flows) => Rates(Polynomial(flows, 0), 1);

    /// <summary>The modified internal rate of return: what the flows earn when outlays are financed at one rate and income is reinvested at another.</summary>
    /// <param name="flows">The flows in order of time, one period apart.</param>
    /// <param name="financeRate">The rate at which outlays are discounted, above −1.</param>
    /// <param name="reinvestRate">The rate at which income is reinvested to the end, above −1.</param>
    /// <returns>(future value of income / present value of outlays)^(1/(n − 1)) − 1 for n flows; <c>null</c> where one side is missing.</returns>
    /// <exception cref="ArgumentException">There is no flow, one is not finite, or a rate is not above −1.</exception>
    /// <exception cref="OverflowException">A value is beyond what a number can hold.</exception>
    public static double? ModifiedInternalRate(ReadOnlySpan<double> flows, double financeRate, double reinvestRate)
    {
        Errors.RequireRate(financeRate, nameof(financeRate));
        Errors.RequireRate(reinvestRate, nameof(reinvestRate));
        _ = Polynomial(flows, 0);
        var income = new double[flows.Length];
        var outlays = new double[flows.Length];
        for (int i = 0; i < flows.Length; i++)
        {
            income[i] = Math.Max(flows[i], 0);
            outlays[i] = Math.Max(-flows[i], 0);
        }

        double earned = PresentValue(income, reinvestRate, FirstFlow.Now);
        double spent = PresentValue(outlays, financeRate, FirstFlow.Now);
        return earned > 0 && spent > 0
            ? Errors.RequireRepresentable(
                Math.Pow(earned / spent, 1.0 / (flows.Length - 1)) * (1 + reinvestRate) - 1, "the modified internal rate")
            : null;
    }

    /// <summary>When flows one period apart have paid back.</summary>
    /// <param name="flows">The flows in order of time, the first at 0.</param>
    /// <param name="rate">The discount rate of one period, above −1; 0 is the plain payback.</param>
    /// <returns>The payback in periods.</returns>
    /// <exception cref="ArgumentException">There is no flow, one is not finite, or the rate is not above −1.</exception>
    /// <exception cref="OverflowException">A sum is beyond what a number can hold.</exception>
    public static Payback Payback(ReadOnlySpan<double> flows, double rate = 0)
    {
        Errors.RequireRate(rate);
        _ = Polynomial(flows, 0);
        var steps = new (int Time, double Amount)[flows.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = (i, flows[i]);
        }

        return Payback(steps, rate, 1);
    }

    /// <summary>Σ (1 + rate)^−t over t from first to first + count − 1.</summary>
    internal static double Annuity(int first, int count, double rate)
    {
        DoubleDouble factor = DiscountFactor.Of(rate, 1);
        DoubleDouble sum = default;
        for (int i = 0; i < count; i++)
        {
            sum = sum * factor + new DoubleDouble(1);
        }

        return Errors.RequireRepresentable((sum * factor.Power(first)).High, "the discount factor");
    }

    private static FlowPolynomial Polynomial(ReadOnlySpan<double> flows, int first)
    {
        if (flows.IsEmpty)
        {
            throw Errors.NoFlows();
        }

        var steps = new (int Time, double Amount)[flows.Length];
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = double.IsFinite(flows[i]) ? (first + i, flows[i]) : throw Errors.FlowNotFinite(i, flows[i]);
        }

        return FlowPolynomial.Of(steps);
    }

    private static double Present(FlowPolynomial flows, double rate, int steps) =>
        Errors.RequireRepresentable(flows.Sum(DiscountFactor.Of(rate, steps)).High, "the present value");
}
