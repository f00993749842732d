using CareMetrics.Roi;

namespace CareMetrics.Tests.Roi;

/// <summary>Lines over several periods at a rate, by hand, and what a case without one side comes to.</summary>
public class DecisionEdgesTests
{
    private static readonly BusinessCase Programme = new()
    {
        Benefits = [BenefitLine.Churn(60, 450, 0.8m, 0.9m, period: 1, periods: 3), BenefitLine.Mentions(100, 10)],
        Costs = [CostLine.Initial("Platform", 40_000), CostLine.Running("Licences", 6_000, 1, 2) with { Attribution = 0.5m }],
    };

    [Fact]
    public void Break_even_counts_each_period_at_its_present_value()
    {
        // Whole fractions: v = 1/1.1, churn 19,440·(v + v² + v³), licences 3,000·(v + v²).
        BreakEven churn = Programme.BreakEven("Churn", 0.2, 0.1);
        Close.Relative(53247.933884297521, churn.Amount, 1e-14);
        Close.Relative(1.1014291397809357, churn.Multiple, 1e-14);
        Close.Relative(66.085748386856140, churn.Quantity, 1e-14);
        BreakEven licences = Programme.BreakEven("Licences", 0, 0.1);
        Close.Relative(9344.4027047332837, licences.Amount, 1e-13);
        Close.Relative(1.7947186147186147, licences.Multiple, 1e-13);
        Close.Relative(1.7947186147186147, licences.Quantity, 1e-13);
    }

    [Fact]
    public void Cost_lines_of_one_name_are_added()
    {
        BusinessCase business = new() { Benefits = [BenefitLine.Churn(10, 100)], Costs = [CostLine.Running("A", 100), CostLine.Running("A", 300)] };
        Close.Relative(2.5, business.BreakEven("A").Multiple, 1e-15);
    }

    [Fact]
    public void What_is_even_to_the_cent_leaves_a_cost_of_nothing_and_is_not_missed()
    {
        // 0.1 + 0.2 is above 0.3 in binary, and 0.3 below 0.1 + 0.2.
        BusinessCase business = new()
        {
            Benefits = [BenefitLine.Mentions(1, 0.1m), BenefitLine.ContactsAvoided(1, 0.2m)],
            Costs = [CostLine.Initial("Platform", 0.3m), CostLine.Running("Spare", 0)],
        };
        Assert.Equal(0, business.PresentRatio(0));
        Assert.Equal((0.0, null), (business.BreakEven("Spare").Amount, business.BreakEven("Spare").Reason));
        BusinessCase other = new()
        {
            Benefits = [BenefitLine.Mentions(1, 0.3m)],
            Costs = [CostLine.Initial("Platform", 0.1m), CostLine.Initial("Training", 0.2m), CostLine.Running("Spare", 0)],
        };
        Assert.Equal((0.0, null), (other.BreakEven("Spare").Amount, other.BreakEven("Spare").Reason));
    }

    [Fact]
    public void A_line_booked_at_nothing_has_an_amount_and_no_multiple()
    {
        BusinessCase business = new() { Benefits = [BenefitLine.Churn(0, 450)], Costs = [CostLine.Initial("Platform", 900)] };
        BreakEven found = business.BreakEven("Churn");
        Assert.Equal((900.0, null, 2.0), (found.Amount, found.Multiple, found.Quantity));
        Assert.Equal("Churn: 900.00 for a return of 0.0%", found.ToString());
    }

    [Fact]
    public void A_target_that_no_number_can_meet_says_so()
    {
        BusinessCase business = new() { Benefits = [BenefitLine.Churn(1, 1)], Costs = [CostLine.Initial("Platform", 1e20m)] };
        Assert.StartsWith("the break-even amount", Assert.Throws<OverflowException>(() => business.BreakEven("Churn", 1e290)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_cost_there_is_no_ratio_and_without_a_line_no_case()
    {
        BusinessCase free = new() { Benefits = [BenefitLine.Churn(1, 1)] };
        Assert.Null(free.PresentRatio(0.1));
        Assert.Equal("1 benefit and 0 cost lines", free.ToString());
        Assert.StartsWith("the case has no line", Assert.Throws<ArgumentException>(() => new BusinessCase().PresentRatio(0)).Message, StringComparison.Ordinal);
        Assert.StartsWith("the case has no line", Assert.Throws<ArgumentException>(() => new BusinessCase().Tornado()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_currency_on_both_sides_is_that_of_the_case()
    {
        BusinessCase business = new()
        {
            Benefits = [BenefitLine.Churn(1, 1) with { Currency = "USD" }],
            Costs = [CostLine.Initial("A", 1) with { Currency = "USD" }],
        };
        Assert.Equal("USD", business.Return().Currency);
    }

    [Fact]
    public void A_line_continued_is_no_second_one_in_whatever_order_they_stand()
    {
        BenefitLine first = BenefitLine.Churn(10, 100, period: 1, periods: 2);
        Assert.Empty(new BusinessCase { Benefits = [first with { Period = 3 }, first] }.Summarize().DoubleCounts);
        CaseSummary twice = new BusinessCase { Benefits = [first, first with { Period = 2 }], Costs = [CostLine.Initial("A", 4_000)] }.Summarize();
        Assert.Equal(
            "ROI 0% (net 0.00 on 4,000.00); Churn rest on one basis, customer margin: they may count the same money twice", twice.ToString());
    }

    [Fact]
    public void A_saving_below_the_cost_of_self_service_has_no_break_even()
    {
        var deflection = new Deflection { Contacts = 12000, DeflectionRate = 0.3m, AssistedCost = 0.3m, SelfServiceCost = 0.4m, FixedCost = 9000 };
        Assert.Null(deflection.BreakEvenRate());
        Assert.Null((deflection with { SelfServiceCost = 0.3m, FixedCost = 0 }).BreakEvenRate());
    }

    [Fact]
    public void A_tornado_takes_attribution_confidence_and_every_period()
    {
        BusinessCase business = new()
        {
            Benefits = [BenefitLine.Churn(100, 10, 0.8m, 0.5m, 1, 2) with { Quantity = Assumption.Triangular(80, 100, 150) }],
            Costs =
            [
                CostLine.Running("Licences", 500, 1, 2) with { Attribution = 0.5m, UnitCost = Assumption.Triangular(400, 500, 800) },
                CostLine.Initial("Platform", 2000),
            ],
        };
        TornadoBar[] bars = [.. business.Tornado(0.1)];
        // Whole fractions, as above.
        Assert.Equal(["Churn", "Licences"], bars.Select(bar => bar.Line));
        Close.Relative(-1878.5123966942149, bars[0].NetAtLow, 1e-13);
        Close.Relative(-1392.5619834710744, bars[0].NetAtHigh, 1e-13);
        Close.Relative(-0.7718166383701188, bars[0].RatioAtLow, 1e-13);
        Close.Relative(-0.5721561969439728, bars[0].RatioAtHigh, 1e-13);
        Close.Relative(-1652.8925619834711, bars[1].NetAtLow, 1e-13);
        Close.Relative(-2000, bars[1].NetAtHigh, 1e-13);
        Close.Relative(-0.7042253521126761, bars[1].RatioAtLow, 1e-13);
        Close.Relative(-0.7423312883435583, bars[1].RatioAtHigh, 1e-13);
    }

    [Fact]
    public void Estimates_are_asked_of_their_arguments_by_name()
    {
        static void Refused(string name, Action call) => Assert.Throws<ArgumentOutOfRangeException>(name, call);
        Refused("effectError", () => NetBenefit.Of(1, -1, 1, 1, 1));
        Refused("cost", () => NetBenefit.Of(1, 1, double.NaN, 1, 1));
        Refused("worth", () => NetBenefit.Of(1, 1, 1, 1, double.PositiveInfinity));
        Refused("count", () => NetBenefit.Of(1, 1, 1, 1, 1, count: -1));
        Refused("level", () => NetBenefit.Of(1, 1, 1, 1, 1, level: 1));
        Refused("returnedError", () => ReturnOnInvestment.Interval(1, -1, 1, 1));
        Refused("invested", () => ReturnOnInvestment.Interval(1, 1, double.PositiveInfinity, 1));
        Refused("alpha", () => Assumption.Beta(0, 0));
        Refused("alpha", () => _ = new Assumption(AssumptionShape.Beta, 0.5m, 0, 1, alpha: 0, betaParameter: 1));
        Refused("betaParameter", () => _ = new Assumption(AssumptionShape.Beta, 0.5m, 0, 1, alpha: 1, betaParameter: 0));
        Assert.Throws<OverflowException>(() => Assumption.Beta(1, 1, decimal.MinValue, decimal.MaxValue));
        Assert.Equal(2, Assumption.Beta(1, 1, 2, 2).Likely);
    }

    [Fact]
    public void A_ratio_needs_an_investment_or_its_error()
    {
        Assert.NotNull(ReturnOnInvestment.Interval(1, 1, 0, 1));
        Assert.NotNull(ReturnOnInvestment.Interval(1, 1, 1, 0));
        Assert.ThrowsAny<ArgumentException>(() => ReturnOnInvestment.Interval(1, 1, 0, 0));
    }

    [Fact]
    public void A_loss_of_less_than_a_cent_is_written_without_a_sign() =>
        Assert.Contains("(net 0.00 on 100.00)", new ReturnOnInvestment(99.999m, 100).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Flows_that_touch_nothing_need_no_outlay_and_rates_are_asked_of_dated_flows_too()
    {
        Assert.False(CashFlows.Payback([0, 5]).HasOutlay);
        Assert.False(CashFlows.Payback([5, -5]).HasOutlay);
        Assert.Null(CashFlows.ModifiedInternalRate([1, 2], 0.1, 0.1));
        Assert.Null(CashFlows.ModifiedInternalRate([-1, -2], 0.1, 0.1));
        Assert.False(CashFlows.InternalRates([-1, 1e-17]).MoreBeyondPrecision);
        DatedFlow[] flows = [new(new(2024, 1, 1), -1), new(new(2025, 1, 1), 2)];
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => CashFlows.PresentValue(flows, -1));
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => CashFlows.Payback(flows, -1));
        Assert.Throws<ArgumentOutOfRangeException>("reinvestRate", () => CashFlows.ModifiedInternalRate([-1, 2], 0.1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("Kind", () => CostLine.Initial("A", 1) with { Kind = (CostKind)9 });
    }
}
