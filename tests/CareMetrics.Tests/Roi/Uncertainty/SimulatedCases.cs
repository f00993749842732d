using CareMetrics.Roi;

namespace CareMetrics.Tests.Roi;

/// <summary>Business cases to simulate.</summary>
internal static class SimulatedCases
{
    internal static BusinessCase Everything() => new()
    {
        Benefits =
        [
            BenefitLine.Churn(1, 50) with { Quantity = Assumption.Triangular(5, 10, 20) },
            BenefitLine.Mentions(7, 10) with { UnitValue = Assumption.Pert(5, 10, 11) },
            BenefitLine.Referrals(4, 100, period: 1, periods: 3) with { Quantity = Assumption.Beta(0.5m, 3.5m, 0, 20), UnitValue = Assumption.LogNormal(30, 20) },
            BenefitLine.Sentiment(3, 5) with { Quantity = Assumption.Normal(3, 2) },
        ],
        Costs = [CostLine.Initial("Platform", 300) with { UnitCost = Assumption.Pert(200, 300, 600) }, CostLine.Running("Licences", 20, 1, 3)],
    };

    internal static BusinessCase Case((Assumption Value, int Quantity)[] lines) => new()
    {
        Benefits = [.. lines.Select((line, i) => BenefitLine.Churn(line.Quantity, 1) with { Name = $"Line {i}", UnitValue = line.Value })],
    };
}
