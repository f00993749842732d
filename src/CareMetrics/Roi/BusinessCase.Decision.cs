namespace CareMetrics.Roi;

public sealed partial record BusinessCase
{
    /// <summary>How much of one line, all others as booked, gives a return on investment of 0 or of a target.</summary>
    /// <param name="line">The name of a benefit or a cost; lines that share it are scaled together.</param>
    /// <param name="target">The return on investment aimed at, a fraction above −1; 0 is break-even.</param>
    /// <param name="rate">The discount rate of a period, above −1; with one, amounts are present values.</param>
    /// <returns>The amount, its multiple of what is booked and the quantity, or why there is none.</returns>
    /// <remarks>A benefit must bring (1 + target) · costs − other benefits; a cost may take benefits/(1 + target) − other costs.</remarks>
    /// <exception cref="ArgumentException">No line, or both a benefit and a cost, have the name, or a number is outside its range.</exception>
    /// <exception cref="OverflowException">A value is beyond what a number can hold.</exception>
    public BreakEven BreakEven(string line, double target = 0, double rate = 0)
    {
        Errors.RequireText(line, nameof(line));
        Errors.RequireTarget(target);
        (double returned, double invested) = Present(rate);
        BenefitLine[] benefits = [.. Benefits.Where(found => found.Name == line)];
        CostLine[] costs = [.. Costs.Where(found => found.Name == line)];
        if (benefits.Length == 0 == (costs.Length == 0))
        {
            throw Errors.LineUnknown(line, benefits.Length > 0, [.. Benefits.Select(found => found.Name), .. Costs.Select(found => found.Name)]);
        }

        bool isBenefit = benefits.Length > 0;
        double current = isBenefit
            ? benefits.Sum(found => (double)found.AmountPerPeriod() * CashFlows.Annuity(found.Period, found.Periods, rate))
            : costs.Sum(found => (double)found.AmountPerPeriod() * CashFlows.Annuity(found.Period, found.Periods, rate));
        double amount = isBenefit ? (1 + target) * invested - (returned - current) : returned / (1 + target) - (invested - current);
        double size = Errors.RequireRepresentable(Math.Abs(returned) + (1 + target) * invested, "the break-even amount");
        amount = Errors.RequireRepresentable(Rounding.Difference(amount, size), "the break-even amount");
        string? reason = isBenefit && invested == 0 ? "nothing is invested"
            : !isBenefit && amount < 0 ? "the target is missed even without this cost"
            : null;
        if (reason is not null)
        {
            return new BreakEven { Line = line, Target = target, Reason = reason };
        }

        double? multiple = current == 0 ? null : Errors.RequireRepresentable(amount / current, "the break-even multiple");
        return new BreakEven
        {
            Line = line,
            Target = target,
            Amount = amount,
            Multiple = multiple,
            Quantity = PerUnit(benefits, costs, rate) is { } worth and not 0
                ? Errors.RequireRepresentable(amount / worth, "the break-even quantity")
                : null,
        };
    }

    // What one unit of quantity a period comes to over all periods of the only line.
    private static double? PerUnit(BenefitLine[] benefits, CostLine[] costs, double rate) => (benefits, costs) switch
    {
        ([{ } only], _) => (double)only.UnitValue.Likely * (double)only.Attribution * (double)only.Confidence
            * CashFlows.Annuity(only.Period, only.Periods, rate),
        (_, [{ } only]) => (double)only.UnitCost.Likely * (double)only.Attribution * CashFlows.Annuity(only.Period, only.Periods, rate),
        _ => null,
    };
}
