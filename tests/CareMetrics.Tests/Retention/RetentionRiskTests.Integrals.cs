using CareMetrics.Conversion;
using CareMetrics.Retention;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Retention;

// What takes long: integrals over two variables, and over narrow ones.
public partial class RetentionRiskTests
{
    [Fact]
    public void It_agrees_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("retention/psa_roi.csv"))
        {
            KeptValue value = KeptValue.Margin((decimal)row.Number("value_mean"), "1 year") with { StandardDeviation = (decimal)row.Number("value_sd") };
            Agrees(row, RetentionValue.Roi(value, new ProportionTally(row.Whole("converted"), row.Whole("ranters")), RetentionCost.Of((decimal)row.Number("investment"))).Risk()!, 2e-11);
        }
    }

    [Fact]
    public void It_agrees_with_quadrature_of_another_kind_with_concessions_and_control_groups()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("retention/psa_control.csv"))
        {
            KeptValue value = KeptValue.Margin((decimal)row.Number("value_mean"), "1 year") with { StandardDeviation = (decimal)row.Number("value_sd") };
            var cost = new RetentionCost { Fixed = (decimal)row.Number("unconditional"), PerSave = (decimal)row.Number("per_save") };
            var treated = new ProportionTally(row.Whole("converted"), row.Whole("ranters"));
            var control = new ProportionTally(row.Whole("control_converted"), row.Whole("control_n"));
            RetentionRisk risk = control.Trials == 0
                ? RetentionValue.Roi(value, treated, cost).Risk()!
                : RetentionValue.Roi(value, RanterToRaver.Against(control, treated), cost).Risk()!;
            Agrees(row, risk, 2e-10);
            Assert.Equal(control.Trials > 0, risk.AgainstControl);
        }
    }

    [Fact]
    public void It_agrees_with_quadrature_over_the_rate_where_all_or_none_turned()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("retention/psa_edge.csv"))
        {
            KeptValue value = KeptValue.Margin((decimal)row.Number("value_mean"), "1 year") with { StandardDeviation = (decimal)row.Number("value_sd") };
            var cost = new RetentionCost { Fixed = (decimal)row.Number("unconditional"), PerSave = (decimal)row.Number("per_save") };
            Agrees(row, RetentionValue.Roi(value, new ProportionTally(row.Whole("converted"), row.Whole("ranters")), cost).Risk()!, 1e-10);
        }
    }

    [Fact]
    public void A_spread_of_almost_nothing_is_none() =>
        Law.Holds(Gen.Choose(0, 30), Gen.Choose(0, 60), Gen.Choose(0, 300), (saved, others, perSave) =>
        {
            var treated = new ProportionTally(saved, saved + others + 1);
            var cost = new RetentionCost { Fixed = 2_000, PerSave = perSave };
            KeptValue known = KeptValue.Margin(450, "1 year");
            ExtraConversion extra = RanterToRaver.Against(new ProportionTally(3, 20), treated);
            foreach (Func<KeptValue, RetentionRisk?> risk in new Func<KeptValue, RetentionRisk?>[]
                { value => RetentionValue.Roi(value, treated, cost).Risk(), value => RetentionValue.Roi(value, extra, cost).Risk() })
            {
                RetentionRisk certain = risk(known)!;
                RetentionRisk nearly = risk(known with { StandardDeviation = 0.001m })!;
                Close.Near(certain.ChanceOfLoss, nearly.ChanceOfLoss, 1e-7);
                Close.Near(certain.LowerRoi!.Value, nearly.LowerRoi, 1e-4);
                Close.Near(certain.MedianRoi!.Value, nearly.MedianRoi, 1e-4);
                Close.Near(certain.UpperRoi!.Value, nearly.UpperRoi, 1e-4);
                Close.Near(certain.MeanRoi!.Value, nearly.MeanRoi, 1e-12);
                Close.Near(certain.ValueOfPerfectInformation, nearly.ValueOfPerfectInformation, 1e-6);
            }
        }, cases: 1);

    [Fact]
    public void Chances_make_one_and_the_quantiles_hold_the_median() =>
        Law.Holds(Gen.Choose(0, 200).Zip(Gen.Choose(0, 400)), Gen.Choose(0, 40).Zip(Gen.Choose(1, 90)), Gen.Choose(0, 500).Zip(Gen.Choose(1, 800)), (treated, control, money) =>
        {
            KeptValue value = KeptValue.Margin(450, "1 year") with { StandardDeviation = money.Item2 };
            var cost = new RetentionCost { Fixed = 5_000, PerSave = money.Item1 };
            var tally = new ProportionTally(treated.Item1, treated.Item1 + treated.Item2 + 1);
            ExtraConversion extra = RanterToRaver.Against(new ProportionTally(control.Item1, control.Item1 + control.Item2), tally);
            foreach (RetentionRisk? risk in new[] { RetentionValue.Roi(value, tally, cost).Risk(), RetentionValue.Roi(value, extra, cost).Risk() })
            {
                Close.Near(1, risk!.ChanceOfGain + risk.ChanceOfLoss, 1e-9);
                Assert.True(risk.LowerRoi <= risk.MedianRoi && risk.MedianRoi <= risk.UpperRoi, risk.ToString());
                Assert.True(risk.ValueOfPerfectInformation >= 0);
                Assert.True(risk.MedianRoi > 1e-6 ? risk.ChanceOfLoss < 0.5 : risk.MedianRoi > -1e-6 || risk.ChanceOfLoss > 0.5);
            }
        }, cases: 2);

    [Fact]
    public void A_return_on_concessions_alone_beside_a_control_group_has_no_mean()
    {
        // 1/p has no mean near 0: nor has this return.
        KeptValue value = KeptValue.Margin(450, "1 year") with { StandardDeviation = 90 };
        ExtraConversion extra = RanterToRaver.Against(new ProportionTally(1, 5), new ProportionTally(0, 5));
        Assert.Null(RetentionValue.Roi(value, extra, new RetentionCost { PerSave = 5 }).Risk()!.MeanRoi);
    }

    private static void Agrees(ReferenceRow row, RetentionRisk risk, double tolerance)
    {
        Close.Relative(row.Number("mean_net"), risk.MeanNet, tolerance, row);
        Close.Relative(row.Number("sd_net"), risk.StandardDeviationNet, tolerance, row);
        Close.Near(row.Number("p_net_positive"), risk.ChanceOfGain, tolerance, row);
        Close.Near(row.Number("roi_q025"), risk.LowerRoi, tolerance * 10, row);
        Close.Near(row.Number("roi_q50"), risk.MedianRoi, tolerance * 10, row);
        Close.Near(row.Number("roi_q975"), risk.UpperRoi, tolerance * 10, row);
        Close.Near(row.Number("mean_roi"), risk.MeanRoi, tolerance, row);
        Close.Relative(row.Number("evpi_go_nogo"), risk.ValueOfPerfectInformation, tolerance * 10, row);
    }
}
