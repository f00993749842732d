using System.Text.Json;
using CareMetrics.Roi;

namespace CareMetrics.Tests.Roi;

public class RoiJsonTests
{
    [Fact]
    public void A_business_case_is_plain_in_json()
    {
        string json = JsonSerializer.Serialize(Assumption.Pert(1, 2, 4), Json.Web);
        Assert.StartsWith("{\"shape\":\"Pert\",\"likely\":2,\"low\":1,\"high\":4,", json, StringComparison.Ordinal);
        BusinessCase? read = JsonSerializer.Deserialize<BusinessCase>(
            """{"costs":[{"name":"Platform","kind":"Initial","unitCost":{"shape":"Point","likely":12000.50}}]}""", Json.Web);
        Assert.Equal(12_000.50m, read!.Return().Invested);
    }
}
