using static CareMetrics.Statistics.Distributions;

namespace CareMetrics.Tests.Statistics;

public class DistributionsNodesTests
{
    private static readonly double[] Shapes = [0.5, 1, 3.25, 40, 1e4];

    [Fact]
    public void Beta_nodes_have_the_moments_of_their_density()
    {
        foreach (double a in Shapes)
        {
            foreach (double b in Shapes)
            {
                (double X, double Weight)[] nodes = BetaNodes(a, b, 1, 0.25);
                (double mean, double n) = (a / (a + b), a + b);
                Close.Relative(1, Moment(nodes, _ => 1), 1e-12, $"{a}, {b}");
                Close.Relative(mean, Moment(nodes, x => x), 1e-12, $"{a}, {b}");
                Close.Relative(mean * ((a + 1) / (n + 1)), Moment(nodes, x => x * x), 1e-12, $"{a}, {b}");
                Assert.InRange(nodes.Length, 10, 2000);
            }
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.1)]
    [InlineData(0.05)]
    public void Beta_nodes_stand_as_close_as_the_other_factor_needs(double width) =>
        // ∫ dx/(1 + (x − ½)²/w²) over 0 to 1.
        Close.Relative(2 * width * Math.Atan(0.5 / width), Moment(BetaNodes(1, 1, width, 0.25), x => 1 / (1 + (x - 0.5) * (x - 0.5) / (width * width))), 1e-8, width);

    [Fact]
    public void However_narrow_the_other_factor_beta_nodes_stay_few() => Assert.InRange(BetaNodes(1, 1, 1e-12, 0.25).Length, 1000, 20_000);

    [Fact]
    public void Gamma_nodes_have_the_moments_of_their_density()
    {
        foreach (double shape in Shapes)
        {
            (double X, double Weight)[] nodes = GammaNodes(shape, 0.25);
            Close.Relative(1, Moment(nodes, _ => 1), 1e-12, shape);
            Close.Relative(shape, Moment(nodes, x => x), 1e-12, shape);
            Close.Relative(shape * (shape + 1), Moment(nodes, x => x * x), 1e-12, shape);
            Assert.InRange(nodes.Length, 10, 2000);
        }
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.7)]
    [InlineData(5)]
    [InlineData(60)]
    public void Gamma_nodes_around_an_edge_have_the_moments_on_both_its_sides(double edge)
    {
        // Of an exponential all that is above the edge is e^(−edge) times another: its mean 1, its mean root Γ(3/2).
        (double X, double Weight)[] nodes = GammaNodesAround(edge, 1, 0.0625);
        double above = Math.Exp(-edge);
        Close.Relative(1, Moment(nodes, _ => 1), 1e-11, edge);
        Close.Relative(1, Moment(nodes, x => x), 1e-11, edge);
        Close.Relative(1 - above, Moment(nodes, x => x < edge ? 1 : 0), 1e-11, edge);
        Close.Relative(above, Moment(nodes, x => Math.Max(0, x - edge)), 1e-11, edge);
        Close.Relative(0.88622692545275801365 * above, Moment(nodes, x => Math.Sqrt(Math.Max(0, x - edge))), 1e-11, edge);
    }

    [Fact]
    public void Gamma_nodes_around_an_edge_follow_the_shape()
    {
        // P(X > e) of shape k is e^(−e)·Σ eⁱ/i! below k, and E(X − e)⁺ is k·P₍ₖ₊₁₎ − e·Pₖ.
        foreach (double edge in new[] { 0.5, 4, 9 })
        {
            double below = 1 + edge + edge * edge / 2 + edge * edge * edge / 6;
            double p4 = Math.Exp(-edge) * below;
            double p5 = Math.Exp(-edge) * (below + edge * edge * edge * edge / 24);
            (double X, double Weight)[] nodes = GammaNodesAround(edge, 4, 0.0625);
            Close.Relative(1, Moment(nodes, _ => 1), 1e-11, edge);
            Close.Relative(4, Moment(nodes, x => x), 1e-11, edge);
            Close.Relative(1 - p4, Moment(nodes, x => x < edge ? 1 : 0), 1e-11, edge);
            Close.Relative(4 * p5 - edge * p4, Moment(nodes, x => Math.Max(0, x - edge)), 1e-11, edge);
        }
    }

    [Fact]
    public void Gamma_nodes_around_an_edge_nine_deviations_off_have_the_moments()
    {
        foreach (double edge in new[] { 400 * Math.Exp(-0.45), 400 * Math.Exp(0.45) })
        {
            (double X, double Weight)[] nodes = GammaNodesAround(edge, 400, 0.05);
            Close.Relative(1, Moment(nodes, _ => 1), 1e-11, edge);
            Close.Relative(400, Moment(nodes, x => x), 1e-11, edge);
        }

        // One deviation in a million: the points begin as much nearer to the edge. The rounding of x alone costs six digits.
        Close.Relative(1, Moment(GammaNodesAround(1e12 - 1e6, 1e12, 0.0625), _ => 1), 1e-9);
    }

    [Fact]
    public void However_narrow_the_gamma_the_point_for_all_below_stands_below()
    {
        foreach (double shape in new[] { 1, 1e6, 1e12, 1e15, 1e16, 1e18, 1e20 })
        {
            for (double deviations = -0.75; deviations < 12; deviations += 0.25)
            {
                double edge = shape - deviations * Math.Sqrt(shape);
                if (edge > 0)
                {
                    Assert.True(GammaNodesAround(edge, shape, 0.25)[0].X < edge, $"{deviations} deviations below {shape}");
                }
            }
        }
    }

    private static double Moment((double X, double Weight)[] nodes, Func<double, double> of) => nodes.Sum(node => node.Weight * of(node.X));
}
