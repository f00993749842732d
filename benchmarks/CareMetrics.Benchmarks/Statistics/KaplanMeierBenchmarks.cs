using BenchmarkDotNet.Attributes;
using CareMetrics.Statistics;

namespace CareMetrics.Benchmarks.Statistics;

/// <summary>A million unsorted subjects: counted and made a curve, held to 1 s; whole months, and times that are all different.</summary>
[MemoryDiagnoser]
public class KaplanMeierBenchmarks
{
    private const int Subjects = 1_000_000;

    private readonly double[] months = new double[Subjects];
    private readonly double[] instants = new double[Subjects];
    private readonly bool[] ended = new bool[Subjects];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        for (int i = 0; i < Subjects; i++)
        {
            instants[i] = -20 * Math.Log(1 - random.NextDouble());
            months[i] = Math.Ceiling(instants[i]);
            ended[i] = random.NextDouble() < 0.7;
        }
    }

    [Benchmark]
    public KaplanMeier WholeMonths() => new KaplanMeier(SurvivalTally.Of(months, ended));

    [Benchmark]
    public KaplanMeier AllDifferent() => new KaplanMeier(SurvivalTally.Of(instants, ended));

    [Benchmark]
    public LogRank LogRankOfTwoHalves() => LogRank.Of(
    [
        SurvivalTally.Of(instants.AsSpan(0, Subjects / 2), ended.AsSpan(0, Subjects / 2)),
        SurvivalTally.Of(instants.AsSpan(Subjects / 2), ended.AsSpan(Subjects / 2)),
    ]);
}
