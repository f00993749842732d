using static CareMetrics.Statistics.Distributions;

namespace CareMetrics.Tests.Statistics;

public class DistributionsEdgesTests
{
    private static readonly double[] Shapes = [0.5, 1, 1.5, 3, 20.5, 400, 1e4, 1e6, 1e9];

    [Fact]
    public void Ends_are_exact_whatever_the_shape_and_beyond_them_nothing_changes()
    {
        foreach (double a in Shapes)
        {
            Assert.Equal((0.0, 1.0), (GammaLower(a, 0), GammaUpper(a, 0)));
            Assert.Equal((0.0, 1.0), (GammaLower(a, -1), GammaUpper(a, -1)));
            Assert.Equal((0.0, double.PositiveInfinity), (GammaQuantile(a, 0), GammaQuantile(a, 1)));
            foreach (double b in Shapes)
            {
                Assert.Equal((0.0, 1.0), (BetaLower(a, b, 0), BetaLower(a, b, 1)));
                Assert.Equal((1.0, 0.0), (BetaUpper(a, b, 0), BetaUpper(a, b, 1)));
                Assert.Equal((0.0, 1.0), (BetaLower(a, b, -0.5), BetaLower(a, b, 1.5)));
                Assert.Equal((0.0, 1.0), (BetaLower(a, b, -0.0), BetaUpper(a, b, -0.0)));
                Assert.Equal((1.0, 0.0), (BetaUpper(a, b, -0.5), BetaUpper(a, b, 1.5)));
                Assert.Equal((0.0, 1.0), (BetaQuantile(a, b, 0), BetaQuantile(a, b, 1)));
            }
        }

        // A chi-squared of 0 without a degree of freedom has a p-value of 1.
        Assert.Equal((0.0, 1.0), (GammaLower(0, 0), GammaUpper(0, 0)));
        Assert.Equal(1, BinomialLower(0, 0, 0.3));
        Assert.Equal((1.0, 0.0, 0.0), (BinomialProbability(0, 3, -0.0), BinomialProbability(1, 3, -0.0), BinomialProbability(2, 3, 1)));
        // Quantiles below the smallest double, and near it: 0.995 to the power 100,000.
        Assert.InRange(BetaQuantile(0.00007, 1, 0.95), 0, 1e-300);
        Assert.Equal(1, BetaQuantile(0.001, 0.0001, 0.5));
        Close.Relative(2.0327060161719252443e-218, BetaQuantile(0.00001, 1, 0.995), 1e-9);
        Assert.Equal(double.PositiveInfinity, Log1P(double.PositiveInfinity));
        // At 2⁵³ the sum 1 + x is rounded: 53·ln 2.
        Close.Relative(36.7368005696771013993, Log1P(9007199254740992), 1e-15);
        // A ratio so near 1, or so near 0, that only one of its two tellings has the digits.
        Close.Relative(9.999999999995e-13, LogRatio(1.000000000001, 1e-12), 1e-15);
        Close.Relative(-39.1439465808987766, LogRatio(1e-17, -1), 1e-15);
        Assert.Equal((double.PositiveInfinity, -1.0), (ExpM1(double.PositiveInfinity), ExpM1(-1e17)));
    }

    [Fact]
    public void Odds_of_a_uniform_are_p_over_q_and_a_far_power_law_keeps_its_digits()
    {
        foreach (double p in (double[])[1e-9, 0.01, 0.25, 0.5, 0.75, 0.99])
        {
            Close.Relative(p / (1 - p), BetaOddsQuantile(1, 1, p), 1e-14, p);
        }

        // So near 1 that inverting the lower tail would leave the odds no digit: p = 1 − 2⁻⁵⁰.
        Close.Relative(1125899906842623, BetaOddsQuantile(1, 1, 1 - 1 / 1125899906842624.0), 1e-14);
        Close.Relative(1e-280, BetaQuantile(0.5, 1, 1e-140), 1e-12);
        Close.Relative(1e280, 1 / BetaOddsQuantile(0.5, 1, 1e-140), 1e-12);
        Close.Relative(Math.PI / 4 * 1e-280, GammaQuantile(0.5, 1e-140), 1e-12);
    }

    [Theory]
    [InlineData(0.1, 0.2, 2.6809784793469147)]
    [InlineData(0.01, 3, 4.5902323136238845)]
    [InlineData(0.24, 0.24, 2.0497130739768528)]
    public void Shapes_near_0_keep_their_digits_in_the_logarithm_of_beta(double a, double b, double log) =>
        // R's lbeta.
        Close.Relative(log, LogBeta(a, b), 2e-15);

    [Fact]
    public void Shapes_near_0_keep_their_digits_in_the_tails()
    {
        // R's pbeta and pgamma.
        Close.Relative(0.62284335472031704, BetaLower(0.1, 0.2, 0.3), 1e-14);
        Close.Relative(0.21660384226709248, BetaLower(0.1, 0.2, 1e-5), 1e-14);
        Close.Relative(0.99985569114167971, BetaLower(0.05, 4, 0.7), 1e-14);
        Close.Relative(0.87941962679005681, GammaLower(0.1, 0.2), 1e-14);
        Close.Relative(0.0037031718412906798, GammaUpper(0.2, 3), 1e-14);
    }

    [Theory]
    [InlineData(0.3, 0.31, 0.267384635482711233)]
    [InlineData(0.05, 0.06, 0.11009027462138811)]
    [InlineData(0.02, 3, 0.000270969703780402808)]
    [InlineData(0.01, 0.013, 0.0371580981410896609)]
    [InlineData(0.001, 0.0011, 0.00621773945630166324)]
    [InlineData(0.0005, 0.0006, 0.00341534239530973739)]
    [InlineData(1e-5, 2e-5, 0.000102420663084118758)]
    [InlineData(1e-9, 2e-9, 1.94529028050996849e-8)]
    public void A_shape_near_0_keeps_its_digits_in_the_upper_tail(double shape, double x, double upper) =>
        // mpmath at 40 digits.
        Close.Relative(upper, GammaUpper(shape, x), 1e-14);

    [Theory]
    [InlineData(0.1, 1, 0.95, 0.59873693923837864341)]
    [InlineData(1, 0.1, 0.5, 0.9990234375)]
    [InlineData(0.01, 1, 0.95, 0.0059205292203339984388)]
    [InlineData(0.01, 1, 0.51, 5.7150180948504367785e-30)]
    [InlineData(0.04, 130, 0.68, 2.9089455040569342849e-7)]
    [InlineData(5, 0.006, 0.0062, 0.94535763543251556605)]
    [InlineData(80, 0.04, 0.2, 0.99997239322130507968)]
    [InlineData(0.25, 0.25, 0.9, 0.99881913287071408553)]
    [InlineData(0.03, 0.02, 0.3, 0.000066307478940211282523)]
    public void Shapes_near_0_have_quantiles(double a, double b, double p, double quantile) =>
        // The regularised incomplete beta function of mpmath at 40 digits, halved down to.
        Close.Relative(quantile, BetaQuantile(a, b, p), 1e-13);

    [Theory]
    [InlineData(1e-10, 1.00000000005e-10)]
    [InlineData(0.5, 0.64872127070012819)]
    [InlineData(-0.5, -0.39346934028736658)]
    [InlineData(-3, -0.95021293163213605)]
    [InlineData(2, 6.3890560989306504)]
    public void Growth_keeps_its_digits(double x, double growth) => Close.Relative(growth, ExpM1(x), 2e-16);
}
