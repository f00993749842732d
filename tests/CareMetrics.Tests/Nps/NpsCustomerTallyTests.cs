using System.Text.Json;
using CareMetrics.Nps;

namespace CareMetrics.Tests.Nps;

public class NpsCustomerTallyTests
{
    [Fact]
    public void Repeat_answers_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("nps/nps_repeat_answers.csv"))
        {
            NpsCustomerTally tally = Tally(row["customers"]);
            NetPromoterScore score = NetPromoter.Score(tally, row.Number("level"));
            Close.Near(row.Number("score"), score.Score.Value!.Value / 100, 1e-12, $"{row} score");
            Close.Near(row.Number("variance"), tally.Variance, 1e-12, $"{row} variance");
            Close.Relative(row.Number("design_effect"), score.DesignEffect!.Value, 1e-12, $"{row} design effect");
            Close.Near(row.Number("lower"), score.Score.Lower!.Value / 100, 1e-12, $"{row} lower");
            Close.Near(row.Number("upper"), score.Score.Upper!.Value / 100, 1e-12, $"{row} upper");
        }
    }

    private static NpsCustomerTally Tally(string customers) => JsonSerializer.Deserialize<int[][]>(customers)!
        .Select(answers => NpsCustomerTally.OfCustomer(answers.Aggregate(NpsTally.Empty, (tally, y) => tally.Add((NpsCategory)y))))
        .Aggregate(NpsCustomerTally.Empty, (sum, one) => sum + one);
}
