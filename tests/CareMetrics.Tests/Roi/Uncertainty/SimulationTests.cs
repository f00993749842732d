using CareMetrics.Roi;
using CareMetrics.Statistics;
using static CareMetrics.Tests.Roi.SimulatedCases;

namespace CareMetrics.Tests.Roi;

public class SimulationTests
{
    private const int Draws = 200_000;

    [Fact]
    public void A_sum_of_normals_is_normal()
    {
        CaseSimulation found = Simulated([(Assumption.Normal(100, 10), 1), (Assumption.Normal(-30, 20), 1), (Assumption.Normal(5, 5), 3)]);
        AssertMoments(85, 100 + 400 + 225, 3, found.Net);
        double deviation = Math.Sqrt(725);
        foreach ((double p, double quantile) in found.Net.Probabilities.Zip(found.Net.Quantiles))
        {
            double z = Distributions.NormalQuantile(p);
            double error = deviation * Math.Sqrt(p * (1 - p) / Draws) / Distributions.NormalDensity(z);
            Assert.InRange(quantile, 85 + deviation * z - 4 * error, 85 + deviation * z + 4 * error);
        }

        double loss = Distributions.NormalLower(-85 / deviation);
        double lossError = Math.Sqrt(loss * (1 - loss) / Draws);
        Assert.InRange(found.ChanceOfLoss.Value!.Value, loss - 4 * lossError, loss + 4 * lossError);
        Assert.Equal(1, found.ChanceOfLoss.Value.Value + found.ChanceOfGain.Value!.Value, 12);
        Assert.Equal("wilson", found.ChanceOfGain.Method);
        Assert.Null(found.Ratio);
    }

    [Fact]
    public void A_sum_of_triangulars_has_the_moments_of_its_parts()
    {
        (decimal, decimal, decimal)[] parts = [(0, 1, 5), (-10, -2, 0), (3, 3, 9), (2, 8, 8), (5, 5, 5)];
        double mean = 0;
        double variance = 0;
        foreach ((double a, double m, double b) in parts.Select(part => ((double)part.Item1, (double)part.Item2, (double)part.Item3)))
        {
            mean += (a + m + b) / 3;
            variance += (a * a + m * m + b * b - a * m - a * b - m * b) / 18;
        }

        CaseSimulation found = Simulated([.. parts.Select(part => (Assumption.Triangular(part.Item1, part.Item2, part.Item3), 1))]);
        AssertMoments(mean, variance, 3, found.Net);
    }

    [Theory]
    [InlineData(80, 120, 150)]
    [InlineData(0, 0, 10)]
    [InlineData(-3, 7, 7)]
    public void A_pert_has_its_moments(int low, int likely, int high)
    {
        double mean = (low + 4.0 * likely + high) / 6;
        AssertMoments(mean, (mean - low) * (high - mean) / 7, 3, Simulated([(Assumption.Pert(low, likely, high), 1)]).Net);
    }

    [Theory]
    [InlineData(450, 100)]
    [InlineData(2, 3)]
    public void A_log_normal_has_its_moments_and_quantiles(int mean, int deviation)
    {
        CaseSimulation found = Simulated([(Assumption.LogNormal(mean, deviation), 1)]);
        double s = Math.Sqrt(Math.Log(1 + (double)deviation * deviation / mean / mean));
        Assert.InRange(found.Net.Mean, mean - 4 * deviation / Math.Sqrt(Draws), mean + 4 * deviation / Math.Sqrt(Draws));
        foreach ((double p, double quantile) in found.Net.Probabilities.Zip(found.Net.Quantiles))
        {
            double z = Distributions.NormalQuantile(p);
            double error = s * Math.Sqrt(p * (1 - p) / Draws) / Distributions.NormalDensity(z);
            Assert.InRange(Math.Log(quantile), Math.Log(mean) - s * s / 2 + s * z - 4 * error, Math.Log(mean) - s * s / 2 + s * z + 4 * error);
        }
    }

    [Theory]
    [InlineData("Triangular")]
    [InlineData("TriangularAtLow")]
    [InlineData("TriangularAtHigh")]
    [InlineData("Pert")]
    [InlineData("Normal")]
    [InlineData("LogNormal")]
    [InlineData("Beta")]
    [InlineData("BetaBelowOne")]
    [InlineData("BetaTiny")]
    public void Draws_follow_their_distribution(string name)
    {
        (Assumption assumption, Func<double, double> lower) = name switch
        {
            "Triangular" => (Assumption.Triangular(2, 3, 7), x => x < 3 ? (x - 2) * (x - 2) / 5 : 1 - (7 - x) * (7 - x) / 20),
            "TriangularAtLow" => (Assumption.Triangular(0, 0, 4), x => 1 - (4 - x) * (4 - x) / 16),
            "TriangularAtHigh" => (Assumption.Triangular(0, 4, 4), x => x * x / 16),
            "Pert" => (Assumption.Pert(10, 13, 20), x => Distributions.BetaLower(2.2, 3.8, (x - 10) / 10)),
            "Normal" => (Assumption.Normal(-4, 3), x => Distributions.NormalLower((x + 4) / 3)),
            "LogNormal" => (Assumption.LogNormal(2, 2), x => Distributions.NormalLower((Math.Log(x / 2) + Math.Log(2) / 2) / Math.Sqrt(Math.Log(2)))),
            "Beta" => (Assumption.Beta(30.5m, 70.5m), x => Distributions.BetaLower(30.5, 70.5, x)),
            "BetaBelowOne" => (Assumption.Beta(0.5m, 2.5m), x => Distributions.BetaLower(0.5, 2.5, x)),
            _ => (Assumption.Beta(0.02m, 0.03m), (Func<double, double>)(x => x <= 0 ? 0 : x >= 1 ? 1 : Distributions.BetaLower(0.02, 0.03, x))),
        };
        var draws = new double[40_000];
        var random = new BlockRandom(20, 3, 5);
        new Sampler(assumption).Fill(ref random, draws);
        Array.Sort(draws);
        double distance = 0;
        for (int i = 0; i < draws.Length; i++)
        {
            double at = lower(draws[i]);
            // Draws that round to an end stand in a row of equals: only its outer side counts.
            bool first = i == 0 || draws[i] > draws[i - 1];
            bool last = i == draws.Length - 1 || draws[i] < draws[i + 1];
            distance = Math.Max(distance, Math.Max(last ? (i + 1.0) / draws.Length - at : 0, first && draws[i] > 0 && draws[i] != 1 ? at - (double)i / draws.Length : 0));
        }

        // Kolmogorov–Smirnov: passed by all but 6 in 10,000.
        Assert.InRange(distance, 0, 2.0 / Math.Sqrt(draws.Length));
    }

    [Fact]
    public void Quantity_and_unit_value_multiply_as_independent()
    {
        BenefitLine line = BenefitLine.Churn(1, 1, 0.5m, 0.8m, 0, 2) with
        {
            Quantity = Assumption.Normal(10, 2),
            UnitValue = Assumption.Triangular(3, 6, 9),
        };
        CaseSimulation found = new BusinessCase { Benefits = [line] }.Simulate(Draws, 5);
        // Var(XY) = (μ² + σ²)(ν² + τ²) − μ²ν², τ² = 1.5; times the square of 0.8: two periods, one draw.
        AssertMoments(48, 0.64 * ((100 + 4) * (36 + 1.5) - 3600), 6, found.Net);
    }

    [Fact]
    public void Ratio_and_net_agree_where_the_cost_is_certain()
    {
        BusinessCase business = Case([(Assumption.Normal(1000, 300), 1)]) with { Costs = [CostLine.Initial("A", 800)] };
        CaseSimulation found = business.Simulate(Draws, 9, rate: 0.05);
        Close.Relative(found.Net.Mean / 800, found.Ratio!.Mean, 1e-12);
        Close.Relative(found.Net.Quantile(0.05) / 800, found.Ratio.Quantile(0.05), 1e-12);
        Close.Relative(found.Net.StandardDeviation / 800, found.Ratio.StandardDeviation, 1e-12);
    }

    [Fact]
    public void An_uncertain_cost_divides_each_draw_by_its_own()
    {
        BusinessCase business = Case([(Assumption.Normal(300, 60), 1)]) with
        {
            Costs = [CostLine.Initial("A", 1) with { UnitCost = Assumption.Beta(1, 1, 100, 200) }],
        };
        SimulatedDistribution ratio = business.Simulate(Draws, 4).Ratio!;
        // B/C − 1 with 1/C of mean ln 2/100 and mean square 1/20,000 where C is uniform from 100 to 200.
        double inverse = Math.Log(2) / 100;
        double variance = (90_000 + 3_600) / 20_000.0 - 300 * inverse * 300 * inverse;
        Assert.InRange(ratio.Mean, 300 * inverse - 1 - 4 * Math.Sqrt(variance / Draws), 300 * inverse - 1 + 4 * Math.Sqrt(variance / Draws));
        Close.Relative(Math.Sqrt(variance), ratio.StandardDeviation, 0.01);
    }

    [Fact]
    public void Nothing_invested_in_a_draw_leaves_no_ratio()
    {
        BusinessCase business = Case([(Assumption.Normal(300, 60), 1)]) with
        {
            Costs = [CostLine.PerSave("A", 0, 1) with { UnitCost = Assumption.Triangular(1, 2, 3) }],
        };
        Assert.Null(business.Simulate(1000, 4).Ratio);
        Assert.Null((business with { Costs = [CostLine.Initial("A", 0)] }).Simulate(1000, 4).Ratio);
    }

    [Fact]
    public void A_certain_case_is_its_books()
    {
        BusinessCase business = Case([(Assumption.Of(1000), 1)]) with { Costs = [CostLine.Running("A", 100, 1, 2)] };
        CaseSimulation found = business.Simulate(1000, 1, rate: 0.1);
        Close.Relative(business.PresentValue(0.1), found.Net.Mean, 1e-12);
        Close.Relative(business.PresentRatio(0.1)!.Value, found.Ratio!.Maximum, 1e-12);
        Assert.True(found.Net.StandardDeviation < 1e-10);
        Assert.Equal([1000L], found.Net.BinCounts.ToArray());
        Assert.Equal(1, found.ChanceOfGain.Value);
    }

    [Fact]
    public void Lines_are_drawn_independently()
    {
        // Were any two streams alike, the variance would not be the sum.
        CaseSimulation found = Simulated([.. Enumerable.Repeat((Assumption.Normal(0, 1), 1), 50)]);
        AssertMoments(0, 50, 3, found.Net);
    }

    [Fact]
    public void The_histogram_holds_every_draw()
    {
        SimulatedDistribution net = Everything().Simulate(30_000, 11, bins: 25).Net;
        Assert.Equal(26, net.BinEdges.Length);
        Assert.Equal(25, net.BinCounts.Length);
        Assert.Equal(30_000, net.BinCounts.Sum());
        Assert.Equal(net.Minimum, net.BinEdges[0]);
        Assert.Equal(net.Maximum, net.BinEdges[^1]);
        Assert.Equal(net.BinEdges.Order(), net.BinEdges);
        Assert.All(net.BinCounts.Skip(5).Take(10), count => Assert.True(count > 0));
    }

    [Fact]
    public void Quantiles_rise_and_stay_between_the_extremes()
    {
        double[] asked = [0, 0.01, 0.3, 0.5, 0.999, 1];
        SimulatedDistribution net = Everything().Simulate(10_000, 11, probabilities: asked).Net;
        Assert.Equal(asked, net.Probabilities.ToArray());
        Assert.Equal(net.Quantiles.Order(), net.Quantiles);
        Assert.Equal(net.Minimum, net.Quantile(0));
        Assert.Equal(net.Maximum, net.Quantile(1));
        Assert.StartsWith(
            "probability is 0.4; the quantiles kept are 0, 0.01, 0.3, 0.5, 0.999, 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => net.Quantile(0.4)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Quantiles_interpolate_between_draws()
    {
        SimulatedDistribution of = Distributed.Of([4, 1, 3, 2], "draws", [0.25, 0.5, 0.9], 2);
        Assert.Equal([1.75, 2.5, 3.7], of.Quantiles.ToArray());
        Assert.Equal([2L, 2], of.BinCounts.ToArray());
        Assert.Equal([1, 2.5, 4], of.BinEdges.ToArray());
        Assert.Equal(2.5, of.Mean);
        Close.Relative(Math.Sqrt(5.0 / 3), of.StandardDeviation, 1e-15);
        Close.Relative(Math.Sqrt(5.0 / 12), of.StandardError, 1e-15);
    }

    private static CaseSimulation Simulated((Assumption Value, int Quantity)[] lines) => Case(lines).Simulate(Draws, 2026);

    // Both within 4 standard errors; that of the variance takes the kurtosis, at most as given.
    private static void AssertMoments(double mean, double variance, double kurtosis, SimulatedDistribution found)
    {
        double error = Math.Sqrt(variance / Draws);
        Assert.InRange(found.Mean, mean - 4 * error, mean + 4 * error);
        double ofVariance = variance * Math.Sqrt((kurtosis - 1) / Draws);
        Assert.InRange(found.StandardDeviation * found.StandardDeviation, variance - 4 * ofVariance, variance + 4 * ofVariance);
        Close.Relative(found.StandardDeviation / Math.Sqrt(Draws), found.StandardError, 1e-14);
    }
}
