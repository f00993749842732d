using static CareMetrics.Statistics.Distributions;

namespace CareMetrics.Tests.Statistics;

public class DistributionsLawTests
{
    private static readonly double[] Shapes = [0.5, 1, 1.5, 3, 20.5, 400, 1e4, 1e6, 1e9];
    private static readonly double[] Tails = [1e-300, 1e-100, 1e-20, 1e-6, 0.001, 0.025, 0.2, 0.4999, 0.5];

    [Fact]
    public void Quantiles_invert_both_tails()
    {
        foreach (double q in Tails)
        {
            // A tail falls by about |z| for a unit of z: what rounding z moves is part of the bound.
            double tolerance = 1e-14 - (1e-15 * Math.Log(q));
            Close.Relative(q, NormalUpper(NormalUpperQuantile(q)), tolerance, q);
            Close.Relative(q, NormalLower(NormalQuantile(q)), tolerance, q);
            foreach (double shape in Shapes)
            {
                string context = $"shape {shape}, tail {q}";
                double spread = 3e-16 * Math.Sqrt(shape) * (3 + Math.Sqrt(-2 * Math.Log(q)));
                Close.Relative(q, StudentUpper(StudentUpperQuantile(q, shape + 1), shape + 1), tolerance, context);
                Close.Relative(q, GammaUpper(shape, GammaUpperQuantile(shape, q)), tolerance + spread, context);
                double x = GammaQuantile(shape, q);
                if (x > 1e-290)
                {
                    Close.Relative(q, GammaLower(shape, x), tolerance + spread, context);
                }
            }
        }
    }

    [Fact]
    public void Beta_quantiles_invert_both_tails()
    {
        foreach (double a in Shapes)
        {
            foreach (double b in Shapes)
            {
                foreach (double q in Tails)
                {
                    double x = BetaQuantile(a, b, q);
                    double spread = 3e-16 * Math.Sqrt(a) * (3 + Math.Sqrt(-2 * Math.Log(q)));
                    if (x is > 1e-290 and < 0.5)
                    {
                        Close.Relative(q, BetaLower(a, b, x), 1e-14 - (1e-15 * Math.Log(q)) + spread, $"beta {a}, {b}, lower {q}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Both_tails_add_to_one()
    {
        foreach (double a in Shapes)
        {
            foreach (double k in (double[])[-3, -1, -0.1, 0, 0.2, 1, 4])
            {
                double x = a * Math.Exp(k / Math.Sqrt(a));
                Close.Near(1, GammaLower(a, x) + GammaUpper(a, x), 3e-16, $"gamma {a}, {x}");
                Close.Near(1, StudentUpper(k, a) + StudentUpper(-k, a), 3e-16, $"student {a}, {k}");
                foreach (double b in Shapes)
                {
                    double p = a / (a + (b * Math.Exp(k * Math.Sqrt((1 / a) + (1 / b)))));
                    Close.Near(1, BetaLower(a, b, p) + BetaUpper(a, b, p), 3e-16, $"beta {a}, {b}, {p}");
                }
            }
        }
    }

    [Fact]
    public void Beta_mirrors()
    {
        foreach (double a in Shapes)
        {
            foreach (double b in Shapes)
            {
                Assert.Equal(LogBeta(a, b), LogBeta(b, a));
                // Sixty-fourths, so that 1 − x is exact.
                for (double x = 1.0 / 64; x < 1; x += 1.0 / 64)
                {
                    Close.Near(BetaUpper(b, a, 1 - x), BetaLower(a, b, x), 2e-15, $"beta {a}, {b}, {x}");
                }

                Assert.Equal(1 - BetaQuantile(b, a, 0.125), BetaUpperQuantile(a, b, 0.125), 1e-15);
            }
        }
    }

    [Fact]
    public void Tails_never_rise_along_x_nor_quantiles_fall_along_p()
    {
        foreach (double a in Shapes)
        {
            foreach (double b in Shapes)
            {
                AssertFalls(i => BetaUpper(a, b, i / 40.0), 40);
                AssertFalls(i => -BetaQuantile(a, b, i / 40.0), 40);
            }

            AssertFalls(i => GammaUpper(a, a * i / 50), 200);
            AssertFalls(i => -GammaQuantile(a, i / 200.0), 199);
            AssertFalls(i => StudentUpper((i - 100) / 10.0, a), 200);
            AssertFalls(i => StudentUpperQuantile((i + 1) / 201.0, a), 199);
        }

        AssertFalls(i => NormalUpper((i - 1000) / 25.0), 2000);
        AssertFalls(i => NormalUpperQuantile((i + 1) / 2001.0), 1999);
        // Across the joints of the rational functions, a last place at a time.
        AssertFalls(i => NormalUpper(6 + ((i - 500) * 1e-13)), 1000, 1e-15);
        AssertFalls(i => NormalUpperQuantile(0.25 + ((i - 500) * 1e-14)), 1000, 1e-15);
    }

    [Fact]
    public void Ends_are_exact()
    {
        Assert.Equal(0.5, NormalUpper(0));
        Assert.Equal(1, TwoSidedP(0));
        Assert.Equal(0, NormalUpper(double.PositiveInfinity));
        Assert.Equal(1, NormalUpper(double.NegativeInfinity));
        Assert.Equal(0, NormalDensity(double.PositiveInfinity));
        Assert.Equal(double.PositiveInfinity, NormalUpperQuantile(0));
        Assert.Equal(double.NegativeInfinity, NormalUpperQuantile(1));
        Assert.False(double.IsNegative(NormalQuantile(0.5)) || double.IsNegative(NormalUpperQuantile(0.5)));
        Assert.Equal(0.5, StudentUpper(0, 3));
        Assert.Equal(0, StudentUpper(double.PositiveInfinity, 3));
        Assert.Equal(0, StudentUpperQuantile(0.5, 3));
        Assert.Equal(double.PositiveInfinity, StudentUpperQuantile(0, 3));
        Assert.Equal(double.NegativeInfinity, StudentUpperQuantile(1, 3));
        Assert.Equal((0.0, 1.0), (BetaLower(2, 3, 0), BetaLower(2, 3, 1)));
        Assert.Equal((1.0, 0.0), (BetaUpper(2, 3, 0), BetaUpper(2, 3, 1)));
        Assert.Equal((0.0, 1.0), (BetaQuantile(2, 3, 0), BetaQuantile(2, 3, 1)));
        Assert.Equal((1.0, 0.0), (BetaUpperQuantile(2, 3, 0), BetaUpperQuantile(2, 3, 1)));
        Assert.Equal((0.0, 1.0), (GammaLower(2, 0), GammaLower(2, double.PositiveInfinity)));
        Assert.Equal((1.0, 0.0), (GammaUpper(2, 0), GammaUpper(2, double.PositiveInfinity)));
        Assert.Equal((0.0, double.PositiveInfinity), (GammaQuantile(2, 0), GammaQuantile(2, 1)));
        Assert.Equal((double.PositiveInfinity, 0.0), (GammaUpperQuantile(2, 0), GammaUpperQuantile(2, 1)));
        Assert.Equal((0.0, 0.0), (LogGamma(1), LogGamma(2)));
    }

    [Fact]
    public void Special_cases_meet_their_closed_forms()
    {
        for (double x = 0.03125; x < 1; x += 0.03125)
        {
            Close.Relative(Math.Pow(1 - x, 7), BetaUpper(1, 7, x), 5e-15, x);
            Close.Relative(Math.Pow(x, 7), BetaLower(7, 1, x), 5e-15, x);
            Close.Relative(x, BetaQuantile(1, 1, x), 1e-15, x);
            Close.Relative(Math.Exp(-40 * x), GammaUpper(1, 40 * x), 1e-14, x);
            Close.Relative(0.5 - (Math.Atan(x) / Math.PI), StudentUpper(x, 1), 1e-15, x);
            Close.Relative(0.5 * (1 - (x / Math.Sqrt(2 + (x * x)))), StudentUpper(x, 2), 2e-15, x);
            Close.Relative(TwoSidedP(9 * x), ChiSquaredUpper(81 * x * x, 1), 2e-14, x);
            Close.Relative(NormalUpper(9 * x), StudentUpper(9 * x, 1e18), 1e-14, x);
        }
    }

    [Theory]
    [InlineData(1, 0.3)]
    [InlineData(12, 0.001)]
    [InlineData(200, 0.5)]
    [InlineData(1000, 0.97)]
    public void Binomial_tails_are_sums_of_probabilities(int n, double p)
    {
        double sum = 0;
        for (int k = 0; k <= n; k++)
        {
            double probability = BinomialProbability(k, n, p);
            sum += probability;
            // Nearer the smallest double, the probabilities themselves lose digits.
            if (sum > 1e-280)
            {
                Close.Relative(sum, BinomialLower(k, n, p), 5e-13, k);
            }
        }

        Close.Near(1, sum, 1e-14);
        Assert.Equal((0.0, 0.0), (BinomialProbability(-1, n, p), BinomialProbability(n + 1, n, p)));
        Assert.Equal((1.0, 1.0), (BinomialProbability(0, n, 0), BinomialProbability(n, n, 1)));
        Assert.Equal((0.0, 0.0), (BinomialProbability(1, n, 0), BinomialProbability(n - 1, n, 1)));
        Assert.Equal((0.0, 1.0), (BinomialLower(-1, n, p), BinomialLower(n, n, p)));
    }

    [Fact]
    public void A_bivariate_normal_is_symmetric_and_splits_its_margin()
    {
        foreach (double rho in (double[])[-1, -0.9999999, -0.7, -0.1, 0, 0.3, 0.95, 0.99999999, 1])
        {
            for (double h = -4; h <= 4; h += 0.5)
            {
                for (double k = -4; k <= 4; k += 0.5)
                {
                    string context = $"h {h}, k {k}, rho {rho}";
                    double lower = BivariateNormalLower(h, k, rho);
                    Assert.InRange(lower, 0, Math.Min(NormalLower(h), NormalLower(k)) + 1e-15);
                    Close.Near(lower, BivariateNormalLower(k, h, rho), 1e-15, context);
                    Close.Near(NormalLower(h), lower + BivariateNormalLower(h, -k, -rho), 1e-15, context);
                    if (rho == 0)
                    {
                        Close.Near(NormalLower(h) * NormalLower(k), lower, 1e-15, context);
                    }
                }
            }
        }
    }

    [Fact]
    public void Nothing_in_the_domain_is_NaN_or_out_of_range()
    {
        var random = new Random(20260801);
        double Between(double low, double high) => low * Math.Exp(random.NextDouble() * Math.Log(high / low));
        for (int i = 0; i < 2000; i++)
        {
            double a = Between(0.5, 1e9);
            double b = Between(0.5, 1e9);
            double q = i % 3 == 0 ? random.NextDouble() : Between(1e-300, 1);
            string context = $"a {a:R}, b {b:R}, q {q:R}";
            Assert.True(BetaQuantile(a, b, q) is >= 0 and <= 1, context);
            Assert.True(BetaUpperQuantile(a, b, q) is >= 0 and <= 1, context);
            Assert.True(GammaQuantile(a, q) is >= 0 and < double.MaxValue, context);
            Assert.True(GammaUpperQuantile(a, q) is > 0 and < double.MaxValue, context);
            Assert.False(double.IsNaN(StudentUpperQuantile(q, a)), context);
            Assert.True(BetaLower(a, b, random.NextDouble()) is >= 0 and <= 1, context);
            Assert.True(GammaLower(a, Between(1e-9, 1e12)) is >= 0 and <= 1, context);
        }
    }

    private static void AssertFalls(Func<int, double> value, int steps, double slack = 1e-15)
    {
        double last = value(0);
        for (int i = 1; i <= steps; i++)
        {
            double next = value(i);
            Assert.True(next <= last + (slack * Math.Abs(last)), $"step {i}: {last:R} then {next:R}");
            last = next;
        }
    }
}
