using BenchmarkDotNet.Attributes;
using CareMetrics.Statistics;

namespace CareMetrics.Benchmarks.Statistics;

/// <summary>Mann–Whitney and Hodges–Lehmann of two long lists, whose pairs nobody could form.</summary>
[MemoryDiagnoser]
[MinIterationCount(3)]
[MaxIterationCount(7)]
public class RanksBenchmarks
{
    private double[] baseline = [];
    private double[] current = [];

    [Params(10_000, 1_000_000)]
    public int Values { get; set; }

    [Params(false, true)]
    public bool Tied { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        double Next(double shift) => Tied ? random.Next(1, 11) : Math.Exp(2 * random.NextDouble()) + shift;
        baseline = [.. Enumerable.Range(0, Values).Select(_ => Next(0))];
        current = [.. Enumerable.Range(0, Values).Select(_ => Next(0.01))];
    }

    [Benchmark(Description = "Ranks.Test")]
    public RankTest Test() => Ranks.Test(baseline, current);

    [Benchmark(Description = "Ranks.Compare")]
    public Comparison Compare() => Ranks.Compare(baseline, current);
}
