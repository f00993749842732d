using BenchmarkDotNet.Attributes;
using CareMetrics.Statistics;

namespace CareMetrics.Benchmarks.Statistics;

/// <summary>Counting whole-number scores, against LINQ.</summary>
[MemoryDiagnoser]
[MinIterationCount(7)]
[MaxIterationCount(15)]
public class IntHistogramBenchmarks
{
    private const int Rows = 10_000_000;
    private readonly int[] scores = new int[Rows];
    private readonly long[] counts = new long[11];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        for (int row = 0; row < Rows; row++)
        {
            scores[row] = random.Next(11);
        }
    }

    [Benchmark(Baseline = true, Description = "LINQ GroupBy")]
    public Dictionary<int, long> GroupBy() => scores.GroupBy(score => score).ToDictionary(group => group.Key, group => group.LongCount());

    [Benchmark(Description = "LINQ CountBy")]
    public Dictionary<int, int> CountBy() => scores.CountBy(score => score).ToDictionary();

    [Benchmark(Description = "int histogram")]
    public long Count() => IntHistogram.Count(scores, 0, counts);

    [Benchmark(Description = "int histogram, scalar")]
    public long CountScalar() => IntHistogram.CountScalar(scores, 0, counts);
}
