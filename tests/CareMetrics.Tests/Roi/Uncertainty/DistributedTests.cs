using CareMetrics.Roi;

namespace CareMetrics.Tests.Roi;

public class DistributedTests
{
    [Fact]
    public void A_draw_on_an_edge_is_of_the_bin_above_it()
    {
        SimulatedDistribution of = Distributed.Of([1, 2, 3, 4, 2], "draws", [], 3);
        Assert.Equal([1.0, 2, 3, 4], of.BinEdges.ToArray());
        Assert.Equal([1L, 2, 2], of.BinCounts.ToArray());
    }

    [Fact]
    public void Draws_that_no_edges_tell_apart_make_one_bin()
    {
        double next = Math.BitIncrement(1.0);
        Assert.Equal([2L], Distributed.Of([1, next], "draws", [], 2).BinCounts.ToArray());
        Assert.Equal([1, next], Distributed.Of([1, next], "draws", [], 2).BinEdges.ToArray());
        // A quarter of the range is a step from the lowest, below 1 where numbers lie closer, and none from the highest.
        double below = Math.BitDecrement(1.0);
        Assert.Equal([3L], Distributed.Of([below, 1, next], "draws", [], 4).BinCounts.ToArray());
        Assert.Equal([3L], Distributed.Of([-below, -1, -next], "draws", [], 4).BinCounts.ToArray());
    }

    [Fact]
    public void One_draw_has_no_spread()
    {
        SimulatedDistribution of = Distributed.Of([7], "draws", [0, 0.5, 1], 3);
        Assert.Equal((7, 0, 0), (of.Mean, of.StandardDeviation, of.StandardError));
        Assert.Equal([7.0, 7, 7], of.Quantiles.ToArray());
        Assert.Equal([1L], of.BinCounts.ToArray());
    }

    [Fact]
    public void Divided_draws_are_the_draws_each_divided()
    {
        double[] draws = [4, 1, 3, 2, -6];
        SimulatedDistribution each = Distributed.Of([.. draws.Select(draw => draw / 4)], "draws", [0.1, 0.5], 2);
        Assert.Equal(each, Distributed.Divided(Distributed.Of(draws, "draws", [0.1, 0.5], 2), 4, "draws"));
    }

    [Fact]
    public void A_distribution_reads_as_its_outermost_quantiles()
    {
        Assert.Equal("mean 2.50 (sd 1.29, 1.75 to 3.70)", Distributed.Of([4, 1, 3, 2], "draws", [0.25, 0.5, 0.9], 2).ToString());
        Assert.Equal("mean 2.50 (sd 1.29)", Distributed.Of([4, 1, 3, 2], "draws", [], 2).ToString());
    }

    [Fact]
    public void Gains_and_losses_leave_out_what_breaks_even()
    {
        double[] draws = [3, 0, -1, 2, 0.5, -0.0];
        Assert.Equal((3, 1), (Distributed.Count(draws, 1), Distributed.Count(draws, -1)));
    }
}
