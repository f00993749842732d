using BenchmarkDotNet.Attributes;
using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Benchmarks.Nps;

/// <summary>From a tally: the interval, the test, the difference with its p-value; and the design effect on top.</summary>
[MemoryDiagnoser]
public class NetPromoterBenchmarks
{
    private readonly NpsTally _baseline = new(256, 279, 446);
    private readonly NpsTally _current = new(241, 233, 496);
    private readonly NpsCustomerTally _customers = Enumerable.Range(0, 500)
        .Aggregate(NpsCustomerTally.Empty, (sum, i) => sum + NpsCustomerTally.OfCustomer(new NpsTally(i % 3, i % 2, 1 + i % 4)));

    [Benchmark(Baseline = true)]
    public NetPromoterScore ScoreWithInterval() => NetPromoter.Score(_current);

    [Benchmark]
    public NetPromoterScore ScoreByCustomer() => NetPromoter.Score(_customers);

    [Benchmark]
    public SignificanceTest TestAgainstTarget() => NetPromoter.Test(_current, 20);

    [Benchmark]
    public Comparison DifferenceWithPValue() => Comparison.Between(_baseline, _current);
}
