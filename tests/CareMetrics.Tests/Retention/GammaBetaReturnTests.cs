using CareMetrics.Retention;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Retention;

public class GammaBetaReturnTests
{
    // All rows, and the quantiles of them, are held by RetentionRiskIntegralTests.
    [Theory]
    [InlineData("retention/psa_roi.csv", 2e-11, new[] { 0, 1, 2 })]
    [InlineData("retention/psa_edge.csv", 1e-10, new[] { 0, 2, 4, 6, 7 })]
    [InlineData("retention/psa_control.csv", 2e-10, new[] { 0, 4, 6 })]
    public void Chances_and_means_agree_with_the_reference(string table, double tolerance, int[] rows)
    {
        List<ReferenceRow> all = [.. ReferenceTable.Read(table)];
        foreach (ReferenceRow row in rows.Select(at => all[at]))
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

    // By quadrature of mpmath at 30 digits over the logit of the rate.
    [Theory]
    [InlineData(62, 279, 16.8, 0, 0.783086977589636466)]
    [InlineData(81, 98, 40, 475, 0.0742805406731501441)]
    public void Chances_where_nobody_turned_agree_with_quadrature(double deviation, long ranters, double fixedCost, double perSave, double gain)
    {
        var model = new GammaBetaReturn(450, deviation, new ProportionTally(0, ranters), null, fixedCost, perSave);
        Close.Near(gain, model.Chance(1, above: true), 1e-13);
        Close.Near(1 - gain, model.Chance(1, above: false), 1e-13);
    }

    [Fact]
    public void Quantiles_where_the_value_is_known_are_those_of_the_rate() =>
        Law.Holds(Gen.Choose(0, 300).Zip(Gen.Choose(1, 300)), Gen.Choose(1, 100_000), Gen.Elements(0.001, 0.025, 0.3, 0.5), (customers, fixedCost, chance) =>
        {
            var treated = new ProportionTally(customers.Item1, customers.Item1 + customers.Item2);
            (double a, double b) = (treated.Successes + 0.5, treated.Trials - treated.Successes + 0.5);
            var model = new GammaBetaReturn(450, 0, treated, null, fixedCost, 25);
            double Return(double rate) => 450.0 * treated.Trials * rate / (fixedCost + 25.0 * treated.Trials * rate) - 1;
            Close.Near(Return(Distributions.BetaQuantile(a, b, chance)), model.Quantile(chance, above: false), 1e-10);
            Close.Near(Return(1 - Distributions.BetaQuantile(b, a, chance)), model.Quantile(chance, above: true), 1e-10);
        }, cases: 60);

    [Fact]
    public void A_quantile_in_a_tail_that_is_nearly_flat_is_found()
    {
        var model = new GammaBetaReturn(450, 0, new ProportionTally(1, 149), null, 89_126, 25);
        double rate = Distributions.BetaQuantile(1.5, 148.5, 1e-9);
        Close.Near(450 * 149 * rate / (89_126 + 25 * 149 * rate) - 1, model.Quantile(1e-9, above: false), 3e-12);
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
