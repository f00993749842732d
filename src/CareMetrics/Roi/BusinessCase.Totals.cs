using System.Collections.Immutable;

namespace CareMetrics.Roi;

public sealed partial record BusinessCase
{
    /// <summary>The return on investment of all lines as booked, over all periods, without discounting.</summary>
    /// <returns>Benefits against costs, exact.</returns>
    /// <exception cref="ArgumentException">The case has no line.</exception>
    /// <exception cref="OverflowException">An amount is too large to keep its cents.</exception>
    public ReturnOnInvestment Return()
    {
        RequireAnyLine();
        return new(
            Total("the benefits together", Benefits.Select(line => line.Amount())),
            Total("the costs together", Costs.Select(line => line.Amount())),
            Currencies().FirstOrDefault());
    }

    /// <summary>The case for audit: the return, each line with its amount and share, and benefits that may count the same money twice.</summary>
    /// <returns>The summary, lines in the order given.</returns>
    /// <inheritdoc cref="Return" path="/exception"/>
    public CaseSummary Summarize()
    {
        ReturnOnInvestment total = Return();
        return new CaseSummary
        {
            Return = total,
            Benefits = [.. Benefits.Select(line => Booked(line.Name, line.Amount(), total.Returned))],
            Costs = [.. Costs.Select(line => Booked(line.Name, line.Amount(), total.Invested))],
            DoubleCounts = DoubleCounts(),
        };
    }

    /// <summary>Benefits less costs of each period, from period 0 to the last that any line falls in.</summary>
    /// <returns>The net flows, exact.</returns>
    /// <inheritdoc cref="Return" path="/exception"/>
    public ImmutableArray<decimal> NetFlows()
    {
        RequireAnyLine();
        var spans = Benefits.Select(line => (line.Period, line.Periods, Amount: line.AmountPerPeriod()))
            .Concat(Costs.Select(line => (line.Period, line.Periods, Amount: -line.AmountPerPeriod())));
        var flows = new decimal[spans.Max(span => span.Period + span.Periods)];
        foreach ((int first, int count, decimal amount) in spans)
        {
            for (int t = first; t < first + count; t++)
            {
                flows[t] = Money.Sum("the net of a period", flows[t], amount);
            }
        }

        return [.. flows];
    }

    /// <summary>The net present value of the case, period 0 being now.</summary>
    /// <param name="rate">The discount rate of one period, above −1.</param>
    /// <returns>Σ flow_t / (1 + rate)^t.</returns>
    /// <exception cref="ArgumentException">The rate is not above −1, or the case has no line.</exception>
    /// <exception cref="OverflowException">An amount is too large.</exception>
    public double PresentValue(double rate) => CashFlows.PresentValue(Flows(), rate, FirstFlow.Now);

    /// <summary>The return on investment of present values: net present value over the present value of the costs.</summary>
    /// <param name="rate">The discount rate of one period, above −1; at 0 it is the ratio of <see cref="Return"/>.</param>
    /// <returns>A fraction; <c>null</c> where nothing is invested.</returns>
    /// <exception cref="ArgumentException">The rate is not above −1, or the case has no line.</exception>
    /// <exception cref="OverflowException">An amount is too large.</exception>
    public double? PresentRatio(double rate)
    {
        (double returned, double invested) = Present(rate);
        return invested > 0 ? Errors.RequireRepresentable(Rounding.Difference(returned - invested, Math.Abs(returned) + invested) / invested, "the return on investment") : null;
    }

    /// <summary>Every internal rate of return of the case above −1, per period, or why there is none.</summary>
    /// <returns>The rates at which <see cref="PresentValue"/> is 0.</returns>
    /// <inheritdoc cref="Return" path="/exception"/>
    public InternalRates InternalRates() => CashFlows.InternalRates(Flows());

    /// <summary>How many periods it takes until the case has paid back.</summary>
    /// <param name="rate">The discount rate of one period, above −1; 0 is the plain payback.</param>
    /// <returns>The payback, counted from period 0.</returns>
    /// <inheritdoc cref="PresentValue" path="/exception"/>
    public Payback Payback(double rate = 0) => CashFlows.Payback(Flows(), rate);

    internal (double Returned, double Invested) Present(double rate)
    {
        Errors.RequireRate(rate);
        RequireAnyLine();
        double returned = Benefits.Sum(line => (double)line.AmountPerPeriod() * CashFlows.Annuity(line.Period, line.Periods, rate));
        double invested = Costs.Sum(line => (double)line.AmountPerPeriod() * CashFlows.Annuity(line.Period, line.Periods, rate));
        return (Errors.RequireRepresentable(returned, "the present return"), Errors.RequireRepresentable(invested, "the present investment"));
    }

    private double[] Flows() => [.. NetFlows().Select(flow => (double)flow)];

    private static decimal Total(string what, IEnumerable<decimal> amounts) =>
        amounts.Aggregate(0m, (sum, amount) => Money.Sum(what, sum, amount));

    private static LineAmount Booked(string name, decimal amount, decimal total) => new()
    {
        Name = name,
        Amount = amount,
        Share = total == 0 ? null : (double)amount / (double)total,
    };

    // One line continued under its own name in another period is one benefit; anything else on one basis may be the same money.
    private ImmutableArray<DoubleCount> DoubleCounts() =>
    [
        .. Benefits
            .GroupBy(line => line.Basis.Trim(), StringComparer.OrdinalIgnoreCase)
            .Where(group => Pairs([.. group]).Any(pair => pair.One.Name != pair.Other.Name || Overlap(pair.One, pair.Other)))
            .Select(group => new DoubleCount { Basis = group.Key, Lines = [.. group.Select(line => line.Name).Distinct()] }),
    ];

    private static IEnumerable<(BenefitLine One, BenefitLine Other)> Pairs(BenefitLine[] lines) =>
        lines.SelectMany((one, i) => lines.Skip(i + 1).Select(other => (one, other)));

    private static bool Overlap(BenefitLine one, BenefitLine other) =>
        one.Period < other.Period + other.Periods && other.Period < one.Period + one.Periods;
}
