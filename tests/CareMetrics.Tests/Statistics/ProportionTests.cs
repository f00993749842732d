using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

public class ProportionTests
{
    [Fact]
    public void Intervals_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/binomial_intervals.csv"))
        {
            ProportionInterval? method = row["method"] switch
            {
                "wilson" => ProportionInterval.Wilson,
                "clopper_pearson" => ProportionInterval.ClopperPearson,
                "jeffreys_bcd" => ProportionInterval.Jeffreys,
                _ => null,
            };
            if (method is null)
            {
                continue;
            }

            Estimate estimate = Proportion.Estimate(
                new ProportionTally(row.Whole("x"), row.Whole("n")), row.Number("conf"), method.Value);
            Close.Near(row.Number("estimate"), estimate.Value!.Value, 1e-12, $"{row} estimate");
            Close.Relative(row.Number("lower"), estimate.Lower!.Value, 1e-12, $"{row} lower");
            Close.Relative(row.Number("upper"), estimate.Upper!.Value, 1e-12, $"{row} upper");
        }
    }
}
