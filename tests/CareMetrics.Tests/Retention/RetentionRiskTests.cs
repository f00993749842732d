using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Retention;

public partial class RetentionRiskTests
{
    [Fact]
    public void A_value_that_is_known_leaves_the_rate_uncertain()
    {
        // At break-even the chance of loss is that of the beta below its 60.5/201.
        RetentionRisk risk = RetentionValue.Roi(KeptValue.Margin(450, "1 year"), new ProportionTally(60, 200), RetentionCost.Of(27_000)).Risk()!;
        Close.Relative(Distributions.BetaLower(60.5, 140.5, 0.3), risk.ChanceOfLoss, 1e-14);
        Close.Relative(Distributions.BetaUpper(60.5, 140.5, 0.3), risk.ChanceOfGain, 1e-14);
        Close.Relative(Distributions.BetaQuantile(60.5, 140.5, 0.025) / 0.3 - 1, risk.LowerRoi, 1e-11);
        Close.Relative(Distributions.BetaQuantile(60.5, 140.5, 0.975) / 0.3 - 1, risk.UpperRoi, 1e-11);
        Close.Near(450 * 200 * 60.5 / 201 / 27_000 - 1, risk.MeanRoi, 1e-14);
        Assert.Equal("gamma-beta", risk.Method);
    }

    [Fact]
    public void The_error_of_own_values_is_normal()
    {
        KeptValueTally tally = KeptValueTally.Of([(true, 300), (true, 500), (false, 0), (true, 650), (false, 0)]);
        RetentionRoi roi = RetentionValue.Roi(KeptValue.OfEach(ValueBasis.Margin, "1 year"), tally, RetentionCost.Of(1_000));
        RetentionRisk risk = roi.Risk()!;
        Close.Relative(450, risk.MeanNet, 1e-14);
        Close.Relative(risk.ChanceOfGain, Distributions.NormalLower(450 / risk.StandardDeviationNet), 1e-14);
        Assert.Equal((0.45, 0.45, "normal"), (risk.MeanRoi, risk.MedianRoi, risk.Method));
        Assert.Null(RetentionValue.Roi(KeptValue.OfEach(ValueBasis.Margin, "1 year"), KeptValueTally.Of([(false, 0), (false, 0)]), RetentionCost.Of(1)).Risk());
    }

    [Fact]
    public void Edges_have_no_return_or_a_certain_one()
    {
        KeptValue value = KeptValue.Margin(450, "1 year") with { StandardDeviation = 90 };
        RetentionRisk free = RetentionValue.Roi(value, new ProportionTally(60, 200), RetentionCost.Of(0)).Risk()!;
        Assert.Equal((null, null, null, null), (free.MeanRoi, free.LowerRoi, free.MedianRoi, free.UpperRoi));
        Assert.Equal(1, free.ChanceOfGain, 12);
        Assert.Equal(0, Math.Round(free.ValueOfPerfectInformation, 9));
        // All of the cost is concession: the rate does not matter any more.
        RetentionRisk conceded = RetentionValue.Roi(value, new ProportionTally(60, 200), new RetentionCost { PerSave = 450 }).Risk()!;
        Close.Near(0, conceded.MeanRoi, 1e-12);
        Close.Near(Distributions.GammaLower(25, 25), conceded.ChanceOfLoss, 1e-12);
        Close.Near(Distributions.GammaQuantile(25, 0.025) / 25 - 1, conceded.LowerRoi, 1e-11);
        // So it is where the value is known, and then nothing is uncertain.
        foreach (decimal perSave in new[] { 70m, 130, 170, 200, 500 })
        {
            RetentionRisk certain = RetentionValue.Roi(KeptValue.Margin(450, "1 year"), new ProportionTally(60, 200), new RetentionCost { PerSave = perSave }).Risk()!;
            double roi = 450 / (double)perSave - 1;
            Close.Near(roi, certain.LowerRoi, 1e-14);
            Close.Near(roi, certain.MedianRoi, 1e-14);
            Close.Near(roi, certain.UpperRoi, 1e-14);
            Assert.Equal(perSave > 450 ? (1.0, 0.0) : (0.0, 1.0), (certain.ChanceOfLoss, certain.ChanceOfGain));
        }

        RetentionRisk nothing = RetentionValue.Roi(KeptValue.Margin(0, "1 year"), new ProportionTally(60, 200), RetentionCost.Of(10)).Risk()!;
        Assert.Equal((1.0, 0.0), (Math.Round(nothing.ChanceOfLoss, 12), nothing.ChanceOfGain));
        Close.Near(-1, nothing.MedianRoi, 1e-9);
    }
}
