using CareMetrics.Conversion;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Conversion;

public class RegressionToTheMeanTests
{
    private const double Tolerance = 1e-10;

    [Fact]
    public void Expected_gains_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("conversion/regression_to_mean.csv"))
        {
            double cut = row.Number("cutoff_below");
            NoEffect none = RegressionToTheMean.Expect(row.Number("mean"), row.Number("sd"), row.Number("rho"), cut, cut);
            Close.Relative(row.Number("share_selected"), none.RanterShare, Tolerance, row);
            Close.Relative(row.Number("mean_first_given_selected"), none.RanterMean, Tolerance, row);
            Close.Relative(row.Number("expected_mean_second"), none.RanterMeanNext, Tolerance, row);
            Close.Relative(row.Number("rtm_gain"), none.Gain, Tolerance, row);
        }
    }

    [Fact]
    public void Expected_conversions_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("conversion/spurious_conversion.csv"))
        {
            NoEffect none = RegressionToTheMean.Expect(
                row.Number("mean"), row.Number("sd"), row.Number("rho"), row.Number("ranter_below"), row.Number("raver_above"));
            Close.Relative(row.Number("p_ranter"), none.RanterShare, Tolerance, row);
            Close.Relative(row.Number("p_raver"), none.RaverShare, Tolerance, row);
            Close.Relative(row.Number("p_raver_given_ranter_no_effect"), none.ConversionRate, Tolerance, row);
            Close.Relative(row.Number("p_joint"), none.ConversionRate * none.RanterShare, Tolerance, row);
        }
    }

    [Fact]
    public void Strong_weak_and_rare_moods_agree_with_quadrature()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("conversion/no_effect.csv"))
        {
            NoEffect none = RegressionToTheMean.Expect(
                row.Number("mean"), row.Number("sd"), row.Number("rho"), row.Number("ranter_below"), row.Number("raver_above"));
            Close.Relative(row.Number("gain"), none.Gain, Tolerance, row);
            // The bivariate tail is exact to 1e-15 of everyone, and is divided by the share of ranters.
            Close.Near(row.Number("conversion"), none.ConversionRate, Tolerance, row);
        }
    }

    [Fact]
    public void Nine_and_a_half_percent_convert_with_no_effect_at_all()
    {
        NoEffect none = RegressionToTheMean.Expect(mean: 7.5, standardDeviation: 2.2, reliability: 0.6, MoodScale.ZeroToTen);
        Assert.Equal("with no effect 9.5% of ranters turn raver, and ranters gain 0.98 (reliability 0.60)", none.ToString());
    }

    [Fact]
    public void A_rate_known_from_a_panel_is_written_with_its_range()
    {
        NoEffect none = RegressionToTheMean.Expect(7.5, 2.2, 0.6, MoodScale.ZeroToTen) with { ConversionRateLower = 0.05, ConversionRateUpper = 0.125 };
        Assert.Equal("with no effect 9.5% (5.0% to 12.5%) of ranters turn raver, and ranters gain 0.98 (reliability 0.60)", none.ToString());
    }

    [Fact]
    public void Reliable_moods_regress_less() =>
        Law.Holds(Gen.Choose(-20, 20), Gen.Choose(0, 99), Gen.Choose(0, 15), (h, rho, apart) =>
        {
            NoEffect At(int hundredths) => RegressionToTheMean.Expect(0, 1, hundredths / 100.0, h / 10.0, (h + apart) / 10.0);
            NoEffect less = At(rho);
            NoEffect more = At(rho + 1);
            Assert.True(more.Gain < less.Gain);
            Assert.True(more.ConversionRate <= less.ConversionRate + 1e-12);
            Assert.InRange(less.ConversionRate!.Value, 0, less.RaverShare + 1e-12);
        });

    [Fact]
    public void Units_do_not_matter() =>
        Law.Holds(Gen.Choose(0, 100), Gen.Choose(-50, 50), Gen.Choose(1, 40), (rho, shift, scale) =>
        {
            NoEffect one = RegressionToTheMean.Expect(0.25, 1, rho / 100.0, -0.5, 0.75);
            NoEffect other = RegressionToTheMean.Expect(shift + 0.25 * scale, scale, rho / 100.0, shift - 0.5 * scale, shift + 0.75 * scale);
            Close.Near(one.ConversionRate!.Value, other.ConversionRate, 1e-12);
            Close.Near(one.Gain!.Value * scale, other.Gain, 1e-12);
        });

    [Fact]
    public void A_panel_gives_mean_spread_and_reliability_and_the_conversion_at_its_limits()
    {
        var panel = CorrelationTally.Of([(7, 8), (7, 6), (8, 9), (3, 4), (10, 9), (9, 9), (6, 7), (5, 3), (2, 5), (9, 10)]);
        NoEffect none = RegressionToTheMean.Expect(panel, MoodScale.ZeroToTen);
        ReferenceRow row = ReferenceTable.Read("statistics/correlation.csv").Last();
        Close.Near(row.Number("r"), none.Reliability, 1e-12, row);
        Close.Near(6.6, none.Mean, 1e-15);
        Close.Near(Math.Sqrt(62.4 / 9), none.StandardDeviation, 1e-14);
        double At(double reliability) =>
            RegressionToTheMean.Expect(none.Mean, none.StandardDeviation, reliability, MoodScale.ZeroToTen).ConversionRate!.Value;
        Close.Near(At(row.Number("upper")), none.ConversionRateLower, 1e-10);
        Close.Near(At(row.Number("lower")), none.ConversionRateUpper, 1e-10);
        Assert.True(none.ConversionRateLower < none.ConversionRate && none.ConversionRate < none.ConversionRateUpper);
    }

    [Fact]
    public void A_negative_correlation_is_no_reliability()
    {
        var panel = CorrelationTally.Of([(1, 9), (9, 1), (4, 6), (6, 4), (5, 5)]);
        Assert.Equal(0, RegressionToTheMean.Expect(panel, MoodScale.ZeroToTen).Reliability);
    }

    [Fact]
    public void A_panel_without_spread_is_refused() => Assert.StartsWith(
        "panel is 2 pairs, means 3.00 and 4.50; needed are at least 2 pairs whose numbers vary on both sides",
        Assert.Throws<ArgumentException>(() => RegressionToTheMean.Expect(CorrelationTally.Of([(3, 4), (3, 5)]), MoodScale.ZeroToTen)).Message);

    [Fact]
    public void An_observed_rate_stands_beside_the_one_that_doing_nothing_gives()
    {
        NoEffect none = RegressionToTheMean.Expect(7.5, 2.2, 0.6, MoodScale.ZeroToTen);
        var moves = new TransitionTally(new(60, 28, 12, unseen: 50), default, default);
        BesideNoEffect beside = RegressionToTheMean.Beside(moves, none);
        Assert.Equal(0.12, beside.Observed.Value);
        double p0 = none.ConversionRate!.Value;
        Close.Near((0.12 - p0) / Math.Sqrt(p0 * (1 - p0) / 100), beside.Test!.Statistic, 1e-12);
        Close.Near(0.12 - p0, beside.Excess.Value, 1e-15);
        Assert.True(beside.Test.PValue > 0.05 && beside.Excess.Lower < 0);
        Assert.Equal(
            "observed 12.0% (95% CI 7.0% to 19.8%, n = 100); with no effect 9.5% of ranters turn raver, and ranters gain 0.98 (reliability 0.60); p = 0.40",
            beside.ToString());
    }

    [Fact]
    public void Test_and_excess_agree_at_every_rate() => Law.Holds(Gen.Choose(1, 80), Gen.Choose(0, 80), Gen.Choose(0, 95), (n, x, rho) =>
    {
        var moves = new TransitionTally(new(n, 0, x), default, default);
        BesideNoEffect beside = RegressionToTheMean.Beside(moves, RegressionToTheMean.Expect(0, 1, rho / 100.0, -0.2, 0.3));
        Assert.Equal(beside.Test!.PValue < 0.05, beside.Excess.Lower > 0 || beside.Excess.Upper < 0);
    });

    [Fact]
    public void Perfect_reliability_and_no_ranters_are_no_special_danger()
    {
        NoEffect certain = RegressionToTheMean.Expect(7.5, 2.2, 1, MoodScale.ZeroToTen);
        Assert.Equal((0.0, 0.0), (certain.Gain, certain.ConversionRate));
        BesideNoEffect beside = RegressionToTheMean.Beside(new TransitionTally(new(9, 0, 1), default, default), certain);
        Assert.Null(beside.Test!.Statistic);
        Assert.Equal(0, beside.Test.PValue);
        Assert.Null(RegressionToTheMean.Beside(default, certain).Test!.PValue);
        SignificanceTest asExpected = RegressionToTheMean.Beside(new TransitionTally(new(10, 0, 0), default, default), certain).Test!;
        Assert.Equal((0, 1), (asExpected.Statistic, asExpected.PValue));
        NoEffect nobody = RegressionToTheMean.Expect(0, 1, 0.5, -100, 0);
        Assert.Null(nobody.Gain);
        Assert.Null(nobody.ConversionRate);
        Assert.Null(RegressionToTheMean.Beside(default, nobody).Test);
        Assert.Equal("no ranters to expect anything of", nobody.ToString());
    }

    [Theory]
    [InlineData(double.NaN, 1, 0.5, 0, 1, "mean is NaN; it must be a finite number")]
    [InlineData(0, 0, 0.5, 0, 1, "standardDeviation is 0; a standard deviation is a finite number above 0")]
    [InlineData(0, 1, -0.1, 0, 1, "reliability is -0.1; a reliability lies from 0 (chance alone) to 1 (no chance at all)")]
    [InlineData(0, 1, 1.1, 0, 1, "reliability is 1.1; a reliability lies from 0 (chance alone) to 1 (no chance at all)")]
    [InlineData(0, 1, 0.5, 2, 1, "ranterBelow is 2 and raverAbove 1; needed is ranterBelow <= raverAbove")]
    [InlineData(0, 1, 0.5, 0, double.NaN, "raverAbove is NaN; it must be a finite number")]
    [InlineData(0, 1, 0.5, double.NegativeInfinity, 1, "ranterBelow is -Infinity; it must be a finite number")]
    public void What_no_population_can_have_is_named(double mean, double sd, double rho, double below, double above, string message) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => RegressionToTheMean.Expect(mean, sd, rho, below, above)).Message);

    [Fact]
    public void Expectations_survive_json()
    {
        NoEffect none = RegressionToTheMean.Expect(7.5, 2.2, 0.6, MoodScale.ZeroToTen);
        BesideNoEffect beside = RegressionToTheMean.Beside(new TransitionTally(new(9, 0, 1), default, default), none);
        string json = Json.Write(beside);
        Assert.Equal(beside, Json.Read<BesideNoEffect>(json));
    }
}
