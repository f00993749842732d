using CareMetrics.Retention;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Retention;

public class GammaBetaReturnTests
{
    // All rows, and the quantiles of them, are held by RetentionRiskTests.
    [Theory]
    [InlineData("retention/psa_roi.csv", 2e-11, new[] { 0, 1, 2 })]
    [InlineData("retention/psa_edge.csv", 1e-10, new[] { 0, 2, 4, 6, 7, 8 })]
    [InlineData("retention/psa_control.csv", 2e-10, new[] { 0, 4, 7 })]
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

    // By pgamma of R 4.2.2, summed against the beta densities on an even mesh of the logits of the rates.
    [Theory]
    [InlineData(450, 20, 4, 4, 0, 0, 40, 440, 0.466529690334919, 26.90732005705039, 1e-11)]
    [InlineData(450, 20, 4, 4, 0, 0, 20, 440, 0.5792748244256199, 21.36435783926821, 1e-11)]
    [InlineData(450, 20, 4, 4, 0, 0, 200, 0, 0.9999858637560023, 0.0005101022287131813, 1e-11)]
    [InlineData(450, 450, 50, 100, 50, 100, 22_500, 0, 0.002177852404848256, 14.26200282045, 1e-8)]
    [InlineData(450, 28, 4_851, 6_539, 0, 0, 1_414_912, 136, 0.7842689996197747, 15867.54278626677, 1e-10)]
    [InlineData(450, 0.9, 60, 200, 0, 0, 27_000, 0, 0.5041021701256001, 1115.084414192686, 1e-11)]
    [InlineData(450, 400, 5, 5, 0, 6, 900, 0, 0.6592713277324, 150.90944608561, 1e-7)]
    [InlineData(450, 450, 5, 10, 5, 10, 2_000, 0, 0.0460707896, 63.6077775, 1e-6)]
    [InlineData(450, 26.56, 1, 3, 0, 0, 66.68, 0, 0.964151375010891, 0.968795528201198, 1e-12)]
    [InlineData(450, 26.56, 1, 3, 0, 0, 66.68, 0, 0.983030813542477, 0.968795528201198, 1e-12, 0.6)]
    [InlineData(450, 41.9, 0, 2_953, 0, 0, 0, 374, 0.971011186316483, 0.201913744026345, 1e-12)]
    [InlineData(450, 41.9, 0, 2_953, 0, 0, 0, 374, 0.999999999986817, 0.201913744026345, 1e-12, 0.6)]
    [InlineData(450, 9.07, 2, 10, 0, 0, 127.26, 64, 0.987114895676285, 0.487684917603445, 1e-12)]
    [InlineData(450, 9.07, 2, 10, 0, 0, 127.26, 64, 0.996692618844262, 0.487684917603445, 1e-12, 0.6)]
    [InlineData(450, 37.2, 0, 3_000, 0, 0, 12.056, 341, 0.621089423833016, 3.11026577277162, 1e-12)]
    [InlineData(450, 6.82, 0, 40, 0, 0, 6.421, 431, 0.389237024152913, 2.76711848320659, 1e-12)]
    [InlineData(450, 1.18, 0, 1, 0, 0, 0.0054982, 448, 0.880381260844822, 0.00594226212094214, 1e-12)]
    [InlineData(450, 1.78, 5, 3_005, 0, 0, 10.43, 445, 0.898782613932503, 0.346708959558398, 1e-12)]
    [InlineData(450, 450, 0, 5, 0, 5, 0.988, 420, 0.130264689705313, 36.9774284839, 1e-5)]
    [InlineData(450, 150, 1, 8, 1, 5, 26.1, 420, 0.0281287899751972, 6.12189203314011, 1e-9)]
    [InlineData(450, 60, 0, 8, 0, 5, 47.6, 150, 0.251297027925526, 46.8571805884258, 1e-12)]
    public void Chances_and_regret_agree_with_sums_of_another_program(
        double value, double deviation, long turned, long ranters, long anyway, long control, double fixedCost, double perSave, double gain, double regret, double tolerance,
        double multiple = 1)
    {
        var model = new GammaBetaReturn(
            value, deviation, new ProportionTally(turned, ranters), control == 0 ? null : new ProportionTally(anyway, control), fixedCost, perSave);
        Close.Near(gain, model.Chance(multiple, above: true), tolerance);
        Close.Near(1 - gain, model.Chance(multiple, above: false), tolerance);
        Close.Relative(regret, model.ExpectedRegret(), tolerance * 10);
    }

    // The same sums: whichever of value and rate is the better known, it is the other one whose distribution function counts.
    [Theory]
    [InlineData(2.7, 60, 200, 0, 0, 135_400, 0, 0.2, 0.493064657075732, 1e-12)]
    [InlineData(5.4, 60, 200, 0, 0, 135_400, 0, 0.2, 0.492777349858856, 1e-12)]
    [InlineData(1.35, 60, 200, 0, 0, 270_800, 0, 0.1, 0.493137415308724, 1e-12)]
    [InlineData(10, 0, 20, 0, 0, 600, 0, 0.00036, 0.975122749589937, 1e-12)]
    [InlineData(10, 0, 200, 0, 0, 6_000, 0, 0.000037, 0.974921250666338, 1e-12)]
    [InlineData(100, 5_200, 10_000, 2_000, 10_000, 400_000, 200, 1, 0.46995610956308, 1e-8)]
    [InlineData(90, 60, 200, 0, 0, 0, 200, 1, 0.999769818089088, 1e-13)]
    [InlineData(40, 60, 200, 0, 0, 0, 420, 1, 0.76960397133194, 1e-13)]
    public void Chances_are_as_good_whichever_is_better_known(
        double deviation, long turned, long ranters, long anyway, long control, double fixedCost, double perSave, double multiple, double gain, double tolerance)
    {
        var model = new GammaBetaReturn(450, deviation, new ProportionTally(turned, ranters), control == 0 ? null : new ProportionTally(anyway, control), fixedCost, perSave);
        Close.Near(gain, model.Chance(multiple, above: true), tolerance);
        Close.Near(1 - gain, model.Chance(multiple, above: false), tolerance);
    }

    [Fact]
    public void A_return_on_concessions_alone_has_no_mean_where_nobody_may_turn_beside_a_control_group()
    {
        ProportionTally one = new(1, 5), none = new(0, 5);
        double? Mean(ProportionTally treated, ProportionTally? control, double fixedCost) => new GammaBetaReturn(450, 90, treated, control, fixedCost, 5).MeanRoi();
        Assert.Null(Mean(none, one, 0));
        Assert.NotNull(Mean(none, one, 1));
        Assert.NotNull(Mean(one, none, 0));
        Close.Relative(89, Mean(none, null, 0), 1e-13);
        Assert.Null(new GammaBetaReturn(450, 90, one, null, 0, 0).MeanRoi());
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

    // By pbeta of R 4.2.2, summed against the density of the control group's rate, and uniroot.
    [Theory]
    [InlineData(0.025, -124.309056617848)]
    [InlineData(0.5, -89.5305303705365)]
    [InlineData(0.975, -52.4446282150499)]
    public void Quantiles_far_below_break_even_are_found(double chance, double roi)
    {
        var model = new GammaBetaReturn(450, 0, new ProportionTally(5, 50), new ProportionTally(25, 50), 100, 0);
        Close.Relative(roi, model.Quantile(chance, above: false), 1e-7);
        Close.Relative(roi, model.Quantile(1 - chance, above: true), 1e-7);
    }

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
