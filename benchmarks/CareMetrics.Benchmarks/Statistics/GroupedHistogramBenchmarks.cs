using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using CareMetrics.Statistics;

namespace CareMetrics.Benchmarks.Statistics;

/// <summary>Counting scores by group, against counting them in a dictionary.</summary>
[MemoryDiagnoser]
[MinIterationCount(7)]
[MaxIterationCount(15)]
public class GroupedHistogramBenchmarks
{
    private const int Rows = 10_000_000;
    private const int Scores = 11;
    private readonly int[] groups = new int[Rows];
    private readonly byte[] scores = new byte[Rows];
    private long[] counts = [];

    [Params(1_000, 100_000)]
    public int Groups { get; set; }

    /// <summary>Sorted rows of mostly one score are the hardest: neighbours meet in the same count.</summary>
    [Params(false, true)]
    public bool Sorted { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        counts = new long[Groups * Scores];
        for (int row = 0; row < Rows; row++)
        {
            groups[row] = Sorted ? (int)((long)row * Groups / Rows) : random.Next(Groups);
            scores[row] = (byte)(Sorted && random.Next(10) < 8 ? 9 : random.Next(Scores));
        }
    }

    [Benchmark(Baseline = true, Description = "dictionary, one lookup a row")]
    public int Dictionary()
    {
        var tallies = new Dictionary<(int, int), long>();
        for (int row = 0; row < Rows; row++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(tallies, (groups[row], scores[row]), out _)++;
        }

        return tallies.Count;
    }

    [Benchmark(Description = "dictionary, as usually written")]
    public int UsualDictionary()
    {
        var tallies = new Dictionary<(int, int), long>();
        for (int row = 0; row < Rows; row++)
        {
            (int, int) key = (groups[row], scores[row]);
            tallies[key] = tallies.GetValueOrDefault(key) + 1;
        }

        return tallies.Count;
    }

    [Benchmark(Description = "grouped histogram")]
    public long Grouped() => GroupedHistogram.Count(groups, scores, 0, Scores, counts, Groups, out _);
}
