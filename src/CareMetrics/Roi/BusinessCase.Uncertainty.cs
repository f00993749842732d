using System.Collections.Immutable;
using CareMetrics.Statistics;

namespace CareMetrics.Roi;

public sealed partial record BusinessCase
{
    private const string OfRatio = "the return on investment of a draw";

    private static readonly ImmutableArray<double> UsualProbabilities = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975];

    /// <summary>Draws every assumption of every line many times, each on its own, and sums up what the case comes to.</summary>
    /// <param name="draws">How many times, 1 to 100,000,000; each takes 8 bytes while it runs, 16 where a cost is uncertain.</param>
    /// <param name="seed">Any number: the same one gives the same draws.</param>
    /// <param name="rate">The discount rate of a period, above −1; 0 adds the periods up as they are.</param>
    /// <param name="probabilities">The quantiles to keep, in ascending order from 0 to 1; <c>null</c> is 2.5% to 97.5% in nine steps.</param>
    /// <param name="bins">How many bins the histograms have, 1 to 10,000.</param>
    /// <param name="threads">How many threads to use at most, 1 or more. The result does not depend on it.</param>
    /// <param name="progress">Told the share done, rising from 0 to 1; or <c>null</c>.</param>
    /// <param name="cancellation">Stops it between two blocks of draws.</param>
    /// <returns>Mean, spread, quantiles and histogram of net and return on investment, and the chance of gain and of loss.</returns>
    /// <remarks>
    /// A line that falls in several periods is drawn once for all of them: it is one assumption. Different lines are drawn
    /// independently, which understates the spread where they rise and fall together.
    /// </remarks>
    /// <exception cref="ArgumentException">An argument is outside its range, or the case has no line.</exception>
    /// <exception cref="OverflowException">A draw is beyond what a number can hold.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public CaseSimulation Simulate(
        int draws,
        long seed,
        double rate = 0,
        IReadOnlyList<double>? probabilities = null,
        int bins = 40,
        int threads = 1,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        Errors.RequireDraws(draws, Simulation.MaximumDraws);
        Errors.RequireRate(rate);
        Errors.RequireBins(bins);
        Errors.RequireThreads(threads);
        ImmutableArray<double> kept = probabilities is null ? UsualProbabilities : Errors.RequireProbabilities(probabilities);
        RequireAnyLine();
        var net = new double[draws];
        var simulation = new Simulation(this, rate, seed);
        double[]? ratios = simulation.CertainCost is null ? new double[draws] : null;
        simulation.Run(net, ratios, threads, progress, cancellation);
        long gains = Distributed.Count(net, 1);
        long losses = Distributed.Count(net, -1);
        SimulatedDistribution ofNet = Distributed.Of(net, "the net of a draw", kept, bins);
        return new CaseSimulation
        {
            Draws = draws,
            Seed = seed,
            Rate = rate,
            Net = ofNet,
            Ratio = (ratios, simulation.CertainCost) switch
            {
                ({ } drawn, _) => drawn.Contains(double.NaN) ? null : Distributed.Of(drawn, OfRatio, kept, bins),
                (_, > 0 and var cost) => Distributed.Divided(ofNet, cost, OfRatio),
                _ => null,
            },
            ChanceOfGain = Proportion.Estimate(new ProportionTally(gains, draws)),
            ChanceOfLoss = Proportion.Estimate(new ProportionTally(losses, draws)),
        };
    }

    /// <summary>What drives the case: each line at its low and its high end while the others stay as booked.</summary>
    /// <param name="rate">The discount rate of a period, above −1.</param>
    /// <returns>A bar a line that is uncertain, the widest first.</returns>
    /// <remarks>The ends are the limits of triangular and PERT assumptions, and the 5th and 95th percentile of the others.</remarks>
    /// <exception cref="ArgumentException">The rate is not above −1, or the case has no line.</exception>
    /// <exception cref="OverflowException">A value is beyond what a number can hold.</exception>
    public ImmutableArray<TornadoBar> Tornado(double rate = 0)
    {
        (double returned, double invested) = Present(rate);
        IEnumerable<TornadoBar?> benefits = Benefits.Select(line => Bar(
            line.Name,
            line.Quantity,
            line.UnitValue,
            (double)line.Attribution * (double)line.Confidence * CashFlows.Annuity(line.Period, line.Periods, rate),
            change => (returned + change, invested)));
        IEnumerable<TornadoBar?> costs = Costs.Select(line => Bar(
            line.Name,
            line.Quantity,
            line.UnitCost,
            (double)line.Attribution * CashFlows.Annuity(line.Period, line.Periods, rate),
            change => (returned, invested + change)));
        return [.. benefits.Concat(costs).OfType<TornadoBar>().OrderByDescending(bar => Math.Abs(bar.NetAtHigh - bar.NetAtLow))];
    }

    private static TornadoBar? Bar(
        string name, Assumption quantity, Assumption unit, double factor, Func<double, (double Returned, double Invested)> at)
    {
        var quantities = new Sampler(quantity);
        var units = new Sampler(unit);
        if (quantities.Constant is not null && units.Constant is not null)
        {
            return null;
        }

        // Either factor may be negative: the ends of the product are among the four products of ends.
        (double lowQuantity, double highQuantity) = quantities.Ends;
        (double lowUnit, double highUnit) = units.Ends;
        double[] products = [lowQuantity * lowUnit, lowQuantity * highUnit, highQuantity * lowUnit, highQuantity * highUnit];
        double booked = (double)quantity.Likely * (double)unit.Likely;
        (double returned, double invested) low = at((products.Min() - booked) * factor);
        (double returned, double invested) high = at((products.Max() - booked) * factor);
        return new TornadoBar
        {
            Line = name,
            NetAtLow = Errors.RequireRepresentable(low.returned - low.invested, $"the net of {name} at its low end"),
            NetAtHigh = Errors.RequireRepresentable(high.returned - high.invested, $"the net of {name} at its high end"),
            RatioAtLow = low.invested > 0 ? (low.returned - low.invested) / low.invested : null,
            RatioAtHigh = high.invested > 0 ? (high.returned - high.invested) / high.invested : null,
        };
    }
}
