using CareMetrics.Roi;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Roi;

public class BusinessCaseTests
{
    private static readonly BusinessCase Programme = new()
    {
        Currency = "EUR",
        Benefits =
        [
            BenefitLine.Churn(60, 450, attribution: 0.8m, confidence: 0.9m, period: 1, periods: 3),
            BenefitLine.ContactsAvoided(2400, 8.5m, period: 1, periods: 3),
            BenefitLine.Mentions(300, 12.5m),
        ],
        Costs =
        [
            CostLine.Initial("Platform", 40_000),
            CostLine.Running("Licences", 6_000, period: 1, periods: 3),
            CostLine.PerSave("Concessions", 60, 25, period: 1, periods: 3),
        ],
    };

    [Fact]
    public void What_comes_back_to_the_cent_is_paid_back_whatever_binary_makes_of_it()
    {
        var even = new BusinessCase
        {
            Currency = "EUR",
            Benefits = [BenefitLine.Mentions(1, 0.7m, period: 1), BenefitLine.ContactsAvoided(1, 0.4m, period: 2)],
            Costs = [CostLine.Initial("Platform", 1.1m)],
        };
        Assert.Equal(0, even.Return().Net);
        Payback payback = even.Payback();
        Close.Relative(2, payback.First!.Value, 1e-12);
        Close.Relative(2, payback.Lasting!.Value, 1e-12);
        Assert.Equal(0, even.PresentRatio(0));
        Close.Relative(0.4, even.BreakEven("Contacts avoided").Amount!.Value, 1e-12);
    }

    [Fact]
    public void A_net_of_nothing_is_no_gain()
    {
        var nothing = new BusinessCase
        {
            Currency = "EUR",
            Benefits = [BenefitLine.Mentions(1, 0.1m), BenefitLine.ContactsAvoided(1, 0.2m)],
            Costs = [CostLine.Initial("Platform", 0.3m)],
        };
        CaseSimulation simulation = nothing.Simulate(1000, 1);
        Assert.Equal(0, simulation.Net.Mean);
        Assert.Equal(0, simulation.ChanceOfGain.Value);
        Assert.Equal(0, simulation.ChanceOfLoss.Value);
    }

    [Fact]
    public void A_case_is_the_sum_of_its_lines()
    {
        // 3 × 60 × 450 × .72 = 58,320; 3 × 2,400 × 8.5 = 61,200; 3,750. 40,000 + 18,000 + 4,500.
        CaseSummary summary = Programme.Summarize();
        Assert.Equal([58_320m, 61_200m, 3_750m], summary.Benefits.Select(line => line.Amount));
        Assert.Equal([40_000m, 18_000m, 4_500m], summary.Costs.Select(line => line.Amount));
        Assert.Equal(new ReturnOnInvestment(123_270, 62_500, "EUR"), summary.Return);
        Assert.Equal("ROI 97.2% (net 60,770.00 EUR on 62,500.00 EUR)", summary.ToString());
        Close.Relative(61_200.0 / 123_270, summary.Benefits[1].Share, 1e-15);
        Assert.Equal("Platform 40,000.00 (64.0%)", summary.Costs[0].ToString());
        Assert.Empty(summary.DoubleCounts);
        Assert.Equal("3 benefit and 3 cost lines in EUR", Programme.ToString());
        Assert.Equal("Churn: 60 × 450, 80% attributed, 90% confident", Programme.Benefits[0].ToString());
        Assert.Equal("Concessions: 60 × 25", Programme.Costs[2].ToString());
    }

    [Fact]
    public void Net_flows_are_those_of_the_periods()
    {
        Assert.Equal([3_750m - 40_000m, 32_340m, 32_340m, 32_340m], Programme.NetFlows().ToArray());
        double[] flows = [-36_250, 32_340, 32_340, 32_340];
        Assert.Equal(CashFlows.PresentValue(flows, 0.1, FirstFlow.Now), Programme.PresentValue(0.1));
        Assert.Equal(CashFlows.InternalRates(flows), Programme.InternalRates());
        Assert.Equal(CashFlows.Payback(flows, 0.1), Programme.Payback(0.1));
        double annuity = 1 / 1.1 + 1 / 1.21 + 1 / 1.331;
        double invested = 40_000 + 7_500 * annuity;
        Close.Relative(Programme.PresentValue(0.1) / invested, Programme.PresentRatio(0.1), 1e-13);
        Close.Relative(Programme.Return().Ratio!.Value, Programme.PresentRatio(0), 1e-14);
    }

    [Fact]
    public void Lines_add_up_to_the_cent() =>
        Law.Holds(
            Gen.Choose(-10_000_000, 10_000_000).Zip(Gen.Choose(0, 10_000_000)).NonEmptyListOf(),
            drawn =>
            {
                BusinessCase random = Random(drawn);
                CaseSummary summary = random.Summarize();
                Assert.Equal(summary.Return.Returned, summary.Benefits.Sum(line => line.Amount));
                Assert.Equal(summary.Return.Invested, summary.Costs.Sum(line => line.Amount));
                Assert.Equal(summary.Return.Net, random.NetFlows().Sum());
                if (summary.Return.Returned != 0)
                {
                    Close.Near(1, summary.Benefits.Sum(line => line.Share!.Value), 1e-9 * (1 + summary.Benefits.Max(line => Math.Abs(line.Share!.Value))));
                }
            });

    [Fact]
    public void Shares_are_absent_where_a_side_adds_up_to_nothing()
    {
        CaseSummary summary = new BusinessCase { Benefits = [BenefitLine.Churn(1, 5), BenefitLine.Mentions(-1, 5)] }.Summarize();
        Assert.All(summary.Benefits, line => Assert.Null(line.Share));
        Assert.Null(summary.Return.Ratio);
    }

    [Fact]
    public void Two_lines_on_one_basis_raise_a_caution()
    {
        CaseSummary summary = new BusinessCase
        {
            Benefits = [BenefitLine.Churn(10, 100), BenefitLine.Mentions(5, 1), BenefitLine.Referrals(3, 100), BenefitLine.LifetimeValue(10, 40)],
        }.Summarize();
        DoubleCount caution = Assert.Single(summary.DoubleCounts);
        Assert.Equal("Churn, Referrals, Lifetime value rest on one basis, customer margin: they may count the same money twice", caution.ToString());
        // Cautioned, not taken out.
        Assert.Equal(1_705m, summary.Return.Returned);
    }

    [Fact]
    public void A_line_continued_in_another_period_is_not_counted_twice_and_one_repeated_in_its_own_is()
    {
        BenefitLine first = BenefitLine.Churn(10, 100, period: 1, periods: 2);
        Assert.Empty(new BusinessCase { Benefits = [first, first with { Period = 3 }] }.Summarize().DoubleCounts);
        Assert.Single(new BusinessCase { Benefits = [first, first with { Period = 2 }] }.Summarize().DoubleCounts);
        Assert.Single(new BusinessCase { Benefits = [first, first with { Name = "Kept", Period = 9, Basis = "Customer Margin " }] }.Summarize().DoubleCounts);
    }

    [Fact]
    public void Each_factor_has_a_builder()
    {
        BenefitLine[] lines =
        [
            BenefitLine.Mentions(2, 3), BenefitLine.Sentiment(2, 3), BenefitLine.SearchRanking(2, 3), BenefitLine.Referrals(2, 3),
            BenefitLine.SalesCycle(2, 3), BenefitLine.Churn(2, 3), BenefitLine.LifetimeValue(2, 3), BenefitLine.ContactsAvoided(2, 3),
        ];
        Assert.All(lines, line => Assert.Equal(6m, line.Amount()));
        Assert.Equal(
            ["Mentions", "Sentiment", "Search ranking", "Referrals", "Sales cycle", "Churn", "Lifetime value", "Contacts avoided"],
            lines.Select(line => line.Name));
        Assert.Equal(3, lines.Count(line => line.Basis == BenefitLine.CustomerMargin));
        Assert.Equal(6, lines.Select(line => line.Basis).Distinct().Count());
    }

    [Fact]
    public void Amounts_are_exact_products()
    {
        BenefitLine line = BenefitLine.Churn(33.3m, 0.07m, 0.333m, 0.9m, periods: 7);
        Assert.Equal(33.3m * 0.07m * 0.333m * 0.9m, line.AmountPerPeriod());
        Assert.Equal(4.8902049m, line.Amount());
    }

    [Fact]
    public void Two_currencies_are_an_error_in_any_order()
    {
        const string message = "the currencies EUR and USD are both in one case; a case has one currency";
        BenefitLine dollars = BenefitLine.Churn(1, 1) with { Currency = "USD" };
        Throws(message, () => new BusinessCase { Currency = "EUR", Benefits = [dollars] });
        Throws("the currencies EUR and USD are both in one case", () => new BusinessCase { Benefits = [dollars], Currency = "EUR" });
        Throws("the currencies USD and EUR are both in one case", () => new BusinessCase { Benefits = [dollars, dollars with { Currency = "EUR" }] });
        Throws(
            "the currencies USD and EUR are both in one case",
            () => new BusinessCase { Benefits = [dollars], Costs = [CostLine.Initial("A", 1) with { Currency = "EUR" }] });
        Throws(
            "the currencies USD and EUR are both in one case",
            () => new BusinessCase { Benefits = [dollars, BenefitLine.Mentions(1, 1), dollars with { Currency = "EUR" }] });
        Assert.Equal("USD", new BusinessCase { Benefits = [BenefitLine.Mentions(1, 1), dollars] }.Return().Currency);
    }

    [Fact]
    public void Cases_are_equal_by_their_lines()
    {
        BusinessCase same = Programme with { Benefits = [.. Programme.Benefits] };
        Assert.Equal(Programme, same);
        Assert.Equal(Programme.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(Programme, Programme with { Costs = [] });
        Assert.Equal(Programme.Summarize(), same.Summarize());
        Assert.Equal(Programme.Summarize().GetHashCode(), same.Summarize().GetHashCode());
        Assert.Equal(new BusinessCase(), new BusinessCase { Benefits = default, Costs = default });
    }

    [Fact]
    public void Bad_lines_are_named()
    {
        Throws("Attribution is 1.1; a share is a fraction from 0 to 1", () => Programme.Benefits[0] with { Attribution = 1.1m });
        Throws("Confidence is -0.1; a share is a fraction from 0 to 1", () => Programme.Benefits[0] with { Confidence = -0.1m });
        Throws("attribution is 80; a share is a fraction from 0 to 1", () => BenefitLine.Churn(1, 1, 80));
        Throws("confidence is 2; a share is a fraction from 0 to 1", () => BenefitLine.Churn(1, 1, 1, 2));
        Throws("Attribution is 2; a share is a fraction from 0 to 1", () => Programme.Costs[0] with { Attribution = 2 });
        Throws("period is -1; allowed are 0 to 10000", () => BenefitLine.Churn(1, 1, period: -1));
        Throws("periods is 0; allowed are 1 to 10000", () => BenefitLine.Churn(1, 1, periods: 0));
        Throws("Period is 10001; allowed are 0 to 10000", () => Programme.Benefits[0] with { Period = 10_001 });
        Throws("Name is empty; it needs a text", () => Programme.Benefits[0] with { Name = " " });
        Throws("Basis is empty; it needs a text", () => Programme.Benefits[0] with { Basis = "" });
        Throws("Quantity is null; it needs a value", () => Programme.Benefits[0] with { Quantity = null! });
        Throws("cost is -1; it is 0 or more", () => CostLine.Initial("A", -1));
        Throws("saves is -1; it is 0 or more", () => CostLine.PerSave("A", -1, 1));
        Throws("UnitCost is -5; a cost is 0 or more", () => Programme.Costs[0] with { UnitCost = Assumption.Triangular(-5, 1, 2) });
        Throws(
            "UnitCost is normal and may fall below 0; a cost is 0 or more: take a log-normal, PERT or triangular assumption",
            () => Programme.Costs[0] with { UnitCost = Assumption.Normal(5, 1) });
        Throws("Benefits[1] is null; it needs a line", () => new BusinessCase { Benefits = [Programme.Benefits[0], null!] });
        Throws("the case has no line; it needs at least one benefit or cost", () => new BusinessCase().Return());
        Throws("the case has no line", () => new BusinessCase().NetFlows());
        Throws("the case has no line", () => new BusinessCase().Simulate(10, 1));
    }

    [Fact]
    public void Amounts_beyond_their_cents_are_an_error()
    {
        BenefitLine huge = BenefitLine.Churn(1e20m, 1e20m);
        Assert.StartsWith("Churn: the amount is too large", Assert.Throws<OverflowException>(() => huge.Amount()).Message, StringComparison.Ordinal);
        BenefitLine half = BenefitLine.Churn(500_000_000_000_000_000_000_000_000m, 1);
        BusinessCase two = new() { Benefits = [half, half] };
        Assert.StartsWith("the benefits together: ", Assert.Throws<OverflowException>(() => two.Return()).Message, StringComparison.Ordinal);
        Assert.StartsWith("the net of a period: ", Assert.Throws<OverflowException>(() => two.NetFlows()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Assumptions_out_of_order_or_incomplete_are_named()
    {
        Throws("low 3, likely 2 and high 5 are out of order; needed is low <= likely <= high", () => Assumption.Triangular(3, 2, 5));
        Throws("low 1, likely 6 and high 5 are out of order; needed is low <= likely <= high", () => Assumption.Pert(1, 6, 5));
        Throws("low 2 and high 1 are out of order; needed is low <= high", () => Assumption.Beta(1, 1, 2, 1));
        Throws("standardDeviation is -1; it is 0 or more", () => Assumption.Normal(1, -1));
        Throws("mean is 0; it is above 0", () => Assumption.LogNormal(0, 1));
        Throws("alpha is 0; it is above 0", () => Assumption.Beta(0, 1));
        Throws("beta is -1; it is above 0", () => Assumption.Beta(1, -1));
        Throws("high is missing; an assumption of shape Triangular needs it", () => new Assumption(AssumptionShape.Triangular, 1, 0));
        Throws("low is 0; an assumption of shape Normal has none", () => new Assumption(AssumptionShape.Normal, 1, 0, standardDeviation: 1));
        Throws("standardDeviation is missing; an assumption of shape Normal needs it", () => new Assumption(AssumptionShape.Normal, 1));
        Throws("alpha is missing; an assumption of shape Beta needs it", () => new Assumption(AssumptionShape.Beta, 1, 0, 2, betaParameter: 1));
        Throws("betaParameter is missing; an assumption of shape Beta needs it", () => new Assumption(AssumptionShape.Beta, 1, 0, 2, alpha: 1));
        Throws("likely is 0; it is above 0", () => new Assumption(AssumptionShape.LogNormal, 0, standardDeviation: 1));
        Throws("shape is 9; allowed are Point, Triangular, Pert, Normal, LogNormal, Beta", () => new Assumption((AssumptionShape)9, 1));
    }

    [Fact]
    public void Assumptions_read_as_a_person_says_them()
    {
        Assert.Equal("1,200.5", Assumption.Of(1200.50m).ToString());
        Assert.Equal("120 (triangular 80 to 150)", Assumption.Triangular(80, 120, 150).ToString());
        Assert.Equal("120 (PERT 80 to 150)", Assumption.Pert(80, 120, 150).ToString());
        Assert.Equal("5 (normal, sd 0.5)", Assumption.Normal(5, 0.5m).ToString());
        Assert.Equal("5 (log-normal, sd 2)", Assumption.LogNormal(5, 2).ToString());
        Assert.Equal("0.25 (beta 1, 3 from 0 to 1)", Assumption.Beta(1, 3).ToString());
        Assert.Equal(12.5m, Assumption.Beta(1, 3, 10, 20).Likely);
    }

    internal static BusinessCase Random(IReadOnlyList<(int Amount, int Cost)> drawn) => new()
    {
        Benefits = [.. drawn.Select((line, i) => BenefitLine.Churn(line.Amount / 100m, 1.37m, 0.77m, 0.9m, i % 4, 1 + i % 3) with { Name = $"Benefit {i}" })],
        Costs = [.. drawn.Select((line, i) => CostLine.Running($"Cost {i}", line.Cost / 100m, i % 5, 1 + i % 2))],
    };

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
