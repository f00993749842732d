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

    [Fact]
    public void Differences_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("nps/nps_difference.csv"))
        {
            NpsTally baseline = new(row.Whole("det0"), row.Whole("pas0"), row.Whole("pro0"));
            NpsTally current = new(row.Whole("det1"), row.Whole("pas1"), row.Whole("pro1"));
            double level = row.Number("level");
            Comparison comparison = row["method"] == "wald"
                ? NetPromoter.WaldChange(baseline, current, level)
                : Comparison.Between(baseline, current, level);
            Estimate change = comparison.Change;
            Close.Near(row.Number("difference_1_minus_0"), change.Value!.Value / 100, 1e-12, $"{row} difference");
            Close.Near(row.Number("lower"), change.Lower!.Value / 100, 1e-11, $"{row} lower");
            Close.Near(row.Number("upper"), change.Upper!.Value / 100, 1e-11, $"{row} upper");
            if (row.NumberOrNull("p_two_sided") is { } p)
            {
                Close.Relative(p, comparison.PValue!.Value, 1e-11, $"{row} p");
            }
        }
    }

    private static NpsTally Tally(ReferenceRow row) => new(row.Whole("detractors"), row.Whole("passives"), row.Whole("promoters"));
}
