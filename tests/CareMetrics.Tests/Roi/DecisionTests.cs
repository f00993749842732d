using CareMetrics.Roi;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Roi;

public class DecisionTests
{
    [Fact]
    public void Net_benefit_agrees_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("roi/net_benefit_ceac.csv"))
        {
            NetBenefit found = NetBenefit.Of(
                row.Number("delta_effect"),
                row.Number("se_effect"),
                row.Number("delta_cost"),
                row.Number("se_cost"),
                row.Number("lambda"),
                row.Number("rho"));
            Close.Relative(row.Number("inb"), found.Value.Value, 1e-12, row);
            Close.Relative(row.Number("se_inb"), found.StandardError, 1e-12, row);
            Close.Relative(row.Number("ceac_prob"), found.ChanceOfGain, 1e-12, row);
            Close.Relative(row.Number("inb_lo95"), found.Value.Lower, 1e-12, row);
            Close.Relative(row.Number("inb_hi95"), found.Value.Upper, 1e-12, row);
            Close.Relative(row.Number("icer"), found.CostPerEffect, 1e-12, row);
            Close.Relative(row.Number("evpi"), found.ValueOfPerfectInformation, 1e-12, row);
        }
    }

    [Fact]
    public void Net_benefit_without_error_is_certain()
    {
        NetBenefit gain = NetBenefit.Of(10, 0, 40, 0, 5);
        Assert.Equal((10.0, 1.0, 0.0), (gain.Value.Value!.Value, gain.ChanceOfGain, gain.ValueOfPerfectInformation));
        Assert.Equal(0.5, NetBenefit.Of(10, 0, 50, 0, 5).ChanceOfGain);
        Assert.Equal(0, NetBenefit.Of(10, 0, 60, 0, 5).ChanceOfGain);
        // Perfectly correlated parts of equal size cancel.
        Assert.Equal(0, NetBenefit.Of(10, 2, 60, 10, 5, 1).StandardError);
        Assert.Null(NetBenefit.Of(0, 1, 5, 1, 1).CostPerEffect);
        Assert.Equal("net benefit 500.00 (95% CI -10,100.13 to 11,100.13), 53.7% likely above 0", NetBenefit.Of(25, 9, 12000, 3000, 500).ToString());
    }

    [Fact]
    public void The_chance_of_a_gain_and_of_its_opposite_are_one() =>
        Law.Holds(Gen.Choose(-500, 500), Gen.Choose(1, 300), Gen.Choose(-9, 9), (effect, error, rho) =>
        {
            NetBenefit one = NetBenefit.Of(effect, error, 120, 50, 3, rho / 10.0);
            NetBenefit other = NetBenefit.Of(-effect, error, -120, 50, 3, rho / 10.0);
            Close.Near(1, one.ChanceOfGain + other.ChanceOfGain, 1e-14);
            Close.Near(one.ValueOfPerfectInformation, other.ValueOfPerfectInformation, 1e-14);
        });

    [Fact]
    public void Deflection_agrees_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("roi/deflection.csv"))
        {
            var deflection = new Deflection
            {
                Contacts = (decimal)row.Number("contacts"),
                DeflectionRate = (decimal)row.Number("deflection_rate"),
                RecontactRate = (decimal)row.Number("recontact_rate"),
                AssistedCost = (decimal)row.Number("cost_assisted"),
                SelfServiceCost = (decimal)row.Number("cost_self_service"),
                FixedCost = (decimal)row.Number("fixed_cost"),
            };
            ReturnOnInvestment roi = deflection.Return();
            Assert.Equal((decimal)row.Number("deflected"), deflection.Deflected());
            Assert.Equal((decimal)row.Number("net_deflected"), deflection.Avoided());
            Assert.Equal((decimal)row.Number("gross_saving"), roi.Returned);
            Assert.Equal((decimal)row.Number("net_saving"), roi.Net);
            if (row["roi"] == "inf")
            {
                Assert.Null(roi.Ratio);
            }
            else
            {
                Close.Relative(row.Number("roi"), roi.Ratio, 1e-12, row);
            }

            Close.Relative(row.Number("breakeven_deflection_rate"), deflection.BreakEvenRate(), 1e-12, row);
            var lines = new BusinessCase { Benefits = [deflection.Benefit()], Costs = deflection.Costs() };
            Assert.Equal(roi, lines.Return());
        }
    }

    [Fact]
    public void Deflection_at_its_break_even_rate_saves_nothing()
    {
        var deflection = new Deflection { Contacts = 12000, DeflectionRate = 0.1171875m, RecontactRate = 0.2m, AssistedCost = 8.5m, SelfServiceCost = 0.4m, FixedCost = 9000 };
        Assert.Equal(0, deflection.Return().Net);
        Assert.Equal(0.1171875, deflection.BreakEvenRate());
        Assert.Null((deflection with { AssistedCost = 0.5m }).BreakEvenRate());
        Assert.Null((deflection with { Contacts = 0 }).BreakEvenRate());
        Assert.True((deflection with { FixedCost = 1_000_000 }).BreakEvenRate() > 1);
        Assert.Equal("12,000 contacts, 11.7% deflected, 20.0% of those come back", deflection.ToString());
    }

    [Fact]
    public void A_line_scaled_to_its_break_even_meets_the_target() =>
        Law.Holds(
            Gen.Choose(100, 1_000_000).Zip(Gen.Choose(100, 1_000_000)).NonEmptyListOf(),
            Gen.Choose(0, 200),
            (drawn, target) =>
            {
                BusinessCase business = BusinessCaseTests.Random([.. drawn]);
                double aim = target / 100.0;
                BreakEven benefit = business.BreakEven("Benefit 0", aim, 0.07);
                BenefitLine line = business.Benefits[0];
                // Only a test makes a decimal of a double: to nine decimals, as the books would take the quantity needed.
                BusinessCase met = business with
                {
                    Benefits = [line with { Quantity = Assumption.Of(Math.Round((decimal)benefit.Quantity!.Value, 9)) }, .. business.Benefits.Skip(1)],
                };
                Close.Near(aim, met.PresentRatio(0.07), 1e-9);
                Close.Near(benefit.Quantity.Value, benefit.Multiple!.Value * (double)line.Quantity.Likely, 1e-9);
                BreakEven cost = business.BreakEven("Cost 0", aim, 0.07);
                if (cost.Amount is null)
                {
                    Assert.Equal("the target is missed even without this cost", cost.Reason);
                    return;
                }

                BusinessCase allowed = business with
                {
                    Costs = [business.Costs[0] with { Quantity = Assumption.Of(Math.Round((decimal)cost.Quantity!.Value, 12)) }, .. business.Costs.Skip(1)],
                };
                Close.Near(aim, allowed.PresentRatio(0.07), 1e-6);
            },
            cases: 100);

    [Fact]
    public void Break_even_says_how_much_of_a_line_is_needed()
    {
        BusinessCase business = new()
        {
            Benefits = [BenefitLine.Churn(60, 450), BenefitLine.Mentions(100, 10)],
            Costs = [CostLine.Initial("Platform", 12_000), CostLine.PerSave("Concessions", 60, 20)],
        };
        // 13,200 − 1,000 = 12,200 of 27,000.
        BreakEven churn = business.BreakEven("Churn");
        Close.Relative(12_200, churn.Amount, 1e-14);
        Close.Relative(12_200.0 / 27_000, churn.Multiple, 1e-14);
        Close.Relative(12_200.0 / 450, churn.Quantity, 1e-14);
        Assert.Equal("Churn: 12,200.00 for a return of 0.0%, 0.45 times what is booked", churn.ToString());
        // 28,000/2 − 1,200.
        Close.Relative(12_800, business.BreakEven("Platform", 1).Amount, 1e-14);
        BreakEven missed = business.BreakEven("Concessions", 3);
        Assert.Null(missed.Amount);
        Assert.Equal("Concessions: no break-even, the target is missed even without this cost", missed.ToString());
        Assert.Equal("nothing is invested", (business with { Costs = [] }).BreakEven("Churn").Reason);
        BreakEven spare = business.BreakEven("Mentions");
        Assert.True(spare.Amount < 0);
    }

    [Fact]
    public void A_line_that_is_not_needed_to_the_cent_breaks_even_at_nothing()
    {
        // 100 × 0.08 = 0.01 + 7.99, which is not quite so in binary.
        BusinessCase business = new()
        {
            Benefits = [BenefitLine.Churn(1, 0.7m), BenefitLine.Mentions(1, 0.01m), BenefitLine.Sentiment(1, 7.99m)],
            Costs = [CostLine.Initial("Platform", 0.08m)],
        };
        Assert.Equal(0, business.BreakEven("Churn", 99).Amount);
    }

    [Fact]
    public void Lines_of_one_name_are_scaled_together()
    {
        BenefitLine line = BenefitLine.Churn(10, 100);
        BusinessCase business = new() { Benefits = [line, line with { Period = 1, Quantity = Assumption.Of(20) }], Costs = [CostLine.Initial("A", 1500)] };
        BreakEven found = business.BreakEven("Churn");
        Close.Relative(0.5, found.Multiple, 1e-15);
        Assert.Null(found.Quantity);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        BusinessCase business = new() { Benefits = [BenefitLine.Churn(60, 450)], Costs = [CostLine.Initial("Platform", 1)] };
        Throws("line \"Chrun\" is none of the case's; it has Churn, Platform", () => business.BreakEven("Chrun"));
        Throws("line is empty; it needs a text", () => business.BreakEven(""));
        Throws("target is -1; a return on investment to aim at is a finite fraction above -1", () => business.BreakEven("Churn", -1));
        Throws(
            "line \"Churn\" names both a benefit and a cost; it must name one side",
            () => (business with { Costs = [CostLine.Initial("Churn", 1)] }).BreakEven("Churn"));
        Throws("effect is NaN; it must be a finite number", () => NetBenefit.Of(double.NaN, 1, 1, 1, 1));
        Throws("worth is -1; it is 0 or more", () => NetBenefit.Of(1, 1, 1, 1, -1));
        Throws("costError is NaN; a standard error is a finite number, 0 or more", () => NetBenefit.Of(1, 1, 1, double.NaN, 1));
        Throws("correlation is NaN; a correlation lies from -1 to 1", () => NetBenefit.Of(1, 1, 1, 1, 1, double.NaN));
        Throws("RecontactRate is 1.2; a share is a fraction from 0 to 1", () => new Deflection { Contacts = 1, DeflectionRate = 1, AssistedCost = 1, RecontactRate = 1.2m });
        Throws("Contacts is -1; it is 0 or more", () => new Deflection { Contacts = -1, DeflectionRate = 1, AssistedCost = 1 });
    }

    [Fact]
    public void Bad_flows_are_named()
    {
        Throws("flows is empty; it needs at least one flow", () => CashFlows.InternalRates(Array.Empty<double>()));
        Throws("flows is empty; it needs at least one flow", () => CashFlows.InternalRates(Enumerable.Empty<DatedFlow>()));
        Throws("flows[1] is NaN; a cash flow is a finite number", () => CashFlows.InternalRates([1, double.NaN]));
        Throws("flows[0] is Infinity; a cash flow is a finite number", () => CashFlows.Payback([double.PositiveInfinity]));
        Throws("rate is -1; a rate is a finite fraction above -1, such as 0.08", () => CashFlows.PresentValue([1], -1, FirstFlow.Now));
        Throws("rate is Infinity; a rate is a finite fraction above -1, such as 0.08", () => CashFlows.Payback([1], double.PositiveInfinity));
        Throws("timing is 7; allowed are Now, AfterOnePeriod", () => CashFlows.PresentValue([1], 0, (FirstFlow)7));
        Throws("financeRate is -2; a rate is a finite fraction above -1, such as 0.08", () => CashFlows.ModifiedInternalRate([1, -1], -2, 0)!);
        Throws("amount is NaN; it must be a finite number", () => new DatedFlow(default, double.NaN));
        DatedFlow[] backwards = [new(new(2024, 2, 1), -1), new(new(2024, 1, 31), 2)];
        const string message = "flows[1] is dated 2024-01-31, before flows[0] of 2024-02-01; flows stand in order of date";
        Throws(message, () => CashFlows.PresentValue(backwards, 0.1));
        Throws(message, () => CashFlows.Payback(backwards));
        Assert.Equal(
            "the present value is beyond what a number can hold",
            Assert.Throws<OverflowException>(() => CashFlows.PresentValue([1e308, 1e308], 0, FirstFlow.Now)).Message);
    }

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
