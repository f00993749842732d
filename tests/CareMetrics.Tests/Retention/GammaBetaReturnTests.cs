using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Retention;

public class GammaBetaReturnTests
{
    [Theory]
    [InlineData("retention/psa_roi.csv", 2e-11)]
    [InlineData("retention/psa_control.csv", 2e-10)]
    [InlineData("retention/psa_edge.csv", 1e-10)]
    public void Chances_and_means_agree_with_the_reference(string table, double tolerance)
    {
        foreach (ReferenceRow row in ReferenceTable.Read(table))
        {
            GammaBetaReturn model = Of(row, table);
            Close.Relative(row.Number("mean_net"), model.MeanNet, tolerance, row);
            Close.Relative(row.Number("sd_net"), model.DeviationNet, tolerance, row);
            Close.Near(row.Number("mean_roi"), model.MeanRoi(), tolerance, row);
            Close.Near(row.Number("p_net_positive"), model.Chance(1, above: true), tolerance, row);
            Close.Near(1 - row.Number("p_net_positive"), model.Chance(1, above: false), tolerance, row);
            Close.Relative(row.Number("evpi_go_nogo"), model.ExpectedRegret(), tolerance * 10, row);
            Assert.True(model.Invests);
        }
    }

    // Quantiles beside a control group, and more of them at edges, are held by RetentionRiskIntegralTests.
    [Theory]
    [InlineData("retention/psa_roi.csv", 2e-10)]
    [InlineData("retention/psa_edge.csv", 1e-9)]
    public void Quantiles_agree_with_the_reference(string table, double tolerance)
    {
        foreach (ReferenceRow row in ReferenceTable.Read(table).Take(3))
        {
            GammaBetaReturn model = Of(row, table);
            Close.Near(row.Number("roi_q025"), model.Quantile(0.025, above: false), tolerance, row);
            Close.Near(row.Number("roi_q50"), model.Quantile(0.5, above: false), tolerance, row);
            Close.Near(row.Number("roi_q50"), model.Quantile(0.5, above: true), tolerance, row);
            Close.Near(row.Number("roi_q975"), model.Quantile(0.025, above: true), tolerance, row);
        }
    }

    private static GammaBetaReturn Of(ReferenceRow row, string table)
    {
        bool alone = table == "retention/psa_roi.csv";
        ProportionTally? control = table == "retention/psa_control.csv" && row.Whole("control_n") > 0 ? new(row.Whole("control_converted"), row.Whole("control_n")) : null;
        return new(
            row.Number("value_mean"), row.Number("value_sd"), new(row.Whole("converted"), row.Whole("ranters")), control,
            row.Number(alone ? "investment" : "unconditional"), alone ? 0 : row.Number("per_save"));
    }
}
