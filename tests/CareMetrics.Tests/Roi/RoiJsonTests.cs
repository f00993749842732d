using System.Text.Json;
using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Roi;

public class RoiJsonTests
{
    private static readonly BusinessCase Programme = new()
    {
        Currency = "EUR",
        Benefits =
        [
            BenefitLine.Churn(60, 450, 0.8m, 0.9m, 1, 3) with { Quantity = Assumption.Triangular(40, 60, 70), UnitValue = Assumption.LogNormal(450, 90) },
            BenefitLine.Referrals(5, 100) with { Quantity = Assumption.Beta(3.5m, 7.5m, 0, 10), UnitValue = Assumption.Normal(100, 15), Currency = "EUR" },
        ],
        Costs = [CostLine.Initial("Platform", 40_000) with { UnitCost = Assumption.Pert(30_000, 40_000, 60_000) }, CostLine.PerSave("Concessions", 60, 25, 1, 3)],
    };

    [Fact]
    public void Every_record_comes_back_from_json()
    {
        RoundTrips(Programme);
        RoundTrips(Programme.Summarize());
        RoundTrips(Programme.Return());
        RoundTrips(ReturnOnInvestment.Of(5, 0));
        RoundTrips(Programme.InternalRates());
        RoundTrips(CashFlows.InternalRates([100.0, -220, 121]));
        RoundTrips(CashFlows.InternalRates([1.0, 2]));
        RoundTrips(Programme.Payback(0.1));
        RoundTrips(Programme.Simulate(5000, 3));
        RoundTrips(Programme.Tornado()[0]);
        RoundTrips(Programme.BreakEven("Churn"));
        RoundTrips(Programme.BreakEven("Concessions", 1000));
        RoundTrips(NetBenefit.Of(25, 9, 12000, 3000, 500));
        RoundTrips(new Deflection { Contacts = 12000, DeflectionRate = 0.25m, RecontactRate = 0.2m, AssistedCost = 8.5m, FixedCost = 9000 });
        RoundTrips(new DatedFlow(new DateOnly(2024, 2, 29), -12.5));
        RoundTrips(Ratio.Fieller(3, 1, 1, 1));
        RoundTrips(Ratio.Fieller(0.5, 1, 0.3, 1));
    }

    [Fact]
    public void Json_is_plain()
    {
        string json = JsonSerializer.Serialize(Assumption.Pert(1, 2, 4), JsonSerializerOptions.Web);
        Assert.StartsWith("{\"shape\":\"Pert\",\"likely\":2,\"low\":1,\"high\":4,", json, StringComparison.Ordinal);
        BusinessCase? read = JsonSerializer.Deserialize<BusinessCase>(
            """{"costs":[{"name":"Platform","kind":"Initial","unitCost":{"shape":"Point","likely":12000.50}}]}""", JsonSerializerOptions.Web);
        Assert.Equal(12_000.50m, read!.Return().Invested);
    }

    private static void RoundTrips<T>(T value)
    {
        string json = JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
        T? back = JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web);
        Assert.Equal(value, back);
        Assert.Equal(value!.GetHashCode(), back!.GetHashCode());
        Assert.Equal(json, JsonSerializer.Serialize(back, JsonSerializerOptions.Web));
    }
}
