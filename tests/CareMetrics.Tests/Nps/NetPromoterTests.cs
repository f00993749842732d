using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Nps;

public class NetPromoterTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Intervals_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("nps/nps_intervals.csv"))
        {
            NpsInterval method = row["method"] switch
            {
                "wald" => NpsInterval.Wald,
                "adjusted_wald" => NpsInterval.AdjustedWald,
                _ => NpsInterval.Score,
            };
            Estimate score = NetPromoter.Score(Tally(row), row.Number("level"), method).Score;
            Close.Near(row.Number("estimate"), score.Value!.Value / 100, Tolerance, $"{row} estimate");
            Close.Near(row.Number("lower"), score.Lower!.Value / 100, Tolerance, $"{row} lower");
            Close.Near(row.Number("upper"), score.Upper!.Value / 100, Tolerance, $"{row} upper");
        }
    }

    [Fact]
    public void Score_test_agrees_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("nps/nps_score_test.csv"))
        {
            SignificanceTest test = NetPromoter.Test(Tally(row), 100 * row.Number("null_score"));
            Close.Near(row.Number("z"), test.Statistic!.Value, Tolerance, $"{row} z");
            Close.Near(row.Number("p_two_sided"), test.PValue!.Value, Tolerance, $"{row} p");
        }
    }

    private static NpsTally Tally(ReferenceRow row) => new(row.Whole("detractors"), row.Whole("passives"), row.Whole("promoters"));
}
