using CareMetrics.Satisfaction;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Satisfaction;

public class FirstContactResolutionTests
{
    [Fact]
    public void Rates_agree_with_50_digits()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("satisfaction/first_contact_resolution.csv"))
        {
            Estimate rate = FirstContactResolution.Rate(row.Whole("resolved"), row.Whole("issues"), row.Number("level"));
            Close.Relative(row.Number("rate"), rate.Value, 1e-15, row);
            Close.Relative(row.Number("wilson_lower"), rate.Lower, 1e-12, row);
            Close.Relative(row.Number("wilson_upper"), rate.Upper, 1e-12, row);
        }
    }
}
