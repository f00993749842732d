using CareMetrics.Roi;
using static CareMetrics.Tests.Roi.SimulatedCases;

namespace CareMetrics.Tests.Roi;

public class SimulationRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(24_577)]
    public void The_same_seed_gives_the_same_bits_at_any_number_of_threads(int draws)
    {
        BusinessCase business = Everything();
        CaseSimulation one = business.Simulate(draws, -7, 0.08);
        foreach (int threads in (int[])[2, 3, 8])
        {
            Assert.Equal(one, business.Simulate(draws, -7, 0.08, threads: threads));
        }

        Assert.NotEqual(one.Net.Mean, business.Simulate(draws, -8, 0.08).Net.Mean);
    }

    [Fact]
    public void Another_line_leaves_the_draws_of_the_others()
    {
        BusinessCase one = Case([(Assumption.Normal(0, 1), 1)]);
        BusinessCase two = one with { Benefits = [.. one.Benefits, BenefitLine.Mentions(5, 1)], Costs = [CostLine.Initial("A", 2)] };
        Close.Relative(one.Simulate(5000, 3).Net.Maximum + 3, two.Simulate(5000, 3).Net.Maximum, 1e-14);
    }

    [Fact]
    public void Drawing_allocates_two_arrays_and_nothing_a_draw()
    {
        BusinessCase business = Everything();
        business.Simulate(10_000, 1);
        long small = Allocated(() => business.Simulate(100_000, 1));
        long large = Allocated(() => business.Simulate(300_000, 1));
        Assert.InRange(large - small, 0, 200_000 * 16 + 20_000);
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        foreach (int threads in (int[])[1, 4])
        {
            var shares = new List<double>();
            Everything().Simulate(20_000, 1, threads: threads, progress: new Watch(shares.Add));
            Assert.Equal(5, shares.Count);
            Assert.Equal(shares.Order(), shares);
            Assert.Equal(1, shares[^1]);
        }
    }

    [Fact]
    public void A_long_run_can_be_cancelled()
    {
        foreach (int threads in (int[])[1, 4])
        {
            using var source = new CancellationTokenSource();
            int reports = 0;
            var watch = new Watch(_ =>
            {
                reports++;
                source.Cancel();
            });
            Assert.ThrowsAny<OperationCanceledException>(
                () => Everything().Simulate(1_000_000, 1, threads: threads, progress: watch, cancellation: source.Token));
            Assert.InRange(reports, 1, 20);
        }
    }

    [Fact]
    public void On_one_thread_an_error_of_the_watcher_comes_through_as_it_is()
    {
        var watch = new Watch(_ => throw new TimeoutException("too slow"));
        Assert.Equal("too slow", Assert.Throws<TimeoutException>(() => Everything().Simulate(1, 1, progress: watch)).Message);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        BusinessCase business = Everything();
        Throws("draws is 0; allowed are 1 to 100000000", () => business.Simulate(0, 1));
        Throws("rate is -1; a rate is a finite fraction above -1, such as 0.08", () => business.Simulate(10, 1, -1));
        Throws("rate is NaN; a rate is a finite fraction above -1, such as 0.08", () => business.Tornado(double.NaN));
        Throws("bins is 0; allowed are 1 to 10000", () => business.Simulate(10, 1, bins: 0));
        Throws("threads is 0; it is 1 or more", () => business.Simulate(10, 1, threads: 0));
        Throws("probabilities[1] is 1.5; a probability lies from 0 to 1", () => business.Simulate(10, 1, probabilities: [0.5, 1.5]));
        Throws("probabilities[1] is 0.4 after 0.5; they stand in ascending order", () => business.Simulate(10, 1, probabilities: [0.5, 0.4]));
        Throws("Rate is -1; a rate is a finite fraction above -1, such as 0.08", () => business.Simulate(10, 1) with { Rate = -1 });
        BusinessCase late = Case([(Assumption.Normal(1, 1), 1)]) with { Costs = [CostLine.Initial("Far", 1, period: 10_000)] };
        Assert.Equal(
            "the discount factor is beyond what a number can hold",
            Assert.Throws<OverflowException>(() => late.Simulate(1000, 1, rate: -0.5)).Message);
    }

    private static long Allocated(Action run)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);

    private sealed class Watch(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
