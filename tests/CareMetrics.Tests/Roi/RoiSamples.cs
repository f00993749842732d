using CareMetrics.Roi;

namespace CareMetrics.Tests.Roi;

internal static class RoiSamples
{
    internal static IEnumerable<Func<object>> All =>
    [
        Programme,
        () => new BusinessCase(),
        () => Programme().Summarize(),
        () => new BusinessCase { Benefits = [BenefitLine.Churn(10, 100), BenefitLine.Referrals(3, 100)] }.Summarize(),
        () => new ReturnOnInvestment(5, 0),
        () => Programme().InternalRates(),
        () => CashFlows.InternalRates([100.0, -220, 121]),
        () => CashFlows.InternalRates([1.0, -2, 2e-30]),
        () => CashFlows.InternalRates([1.0, 2]),
        () => Programme().Payback(0.1),
        () => CashFlows.Payback([5.0]),
        () => Programme().Simulate(5000, 3),
        () => Programme().Simulate(1, long.MinValue, probabilities: []),
        () => Programme().Tornado(),
        () => Programme().BreakEven("Churn"),
        () => Programme().BreakEven("Concessions", 1000),
        () => NetBenefit.Of(25, 9, 12000, 3000, 500),
        () => NetBenefit.Of(0, 0, 0, 0, 0),
        () => new Deflection { Contacts = 12000, DeflectionRate = 0.25m, RecontactRate = 0.2m, AssistedCost = 8.5m, FixedCost = 9000 },
        () => new DatedFlow(new DateOnly(2024, 2, 29), -12.5),
    ];

    private static BusinessCase Programme() => new()
    {
        Currency = "EUR",
        Benefits =
        [
            BenefitLine.Churn(60, 450, 0.8m, 0.9m, 1, 3) with { Quantity = Assumption.Triangular(40, 60, 70), UnitValue = Assumption.LogNormal(450, 90) },
            BenefitLine.Referrals(5, 100) with { Quantity = Assumption.Beta(3.5m, 7.5m, 0, 10), UnitValue = Assumption.Normal(100, 15), Currency = "EUR" },
        ],
        Costs =
        [
            CostLine.Initial("Platform", 40_000) with { UnitCost = Assumption.Pert(30_000, 40_000, 60_000) },
            CostLine.PerSave("Concessions", 60, 25, 1, 3),
        ],
    };
}
