using BenchmarkDotNet.Attributes;
using CareMetrics.Baseline;

namespace CareMetrics.Benchmarks.Baseline;

/// <summary>Charts of a million points, all rules on; time grows with the points alone, whatever runs there are.</summary>
[MemoryDiagnoser]
public class ControlChartBenchmarks
{
    private const int Points = 1_000_000;

    private static readonly ChartOptions Frozen = new() { BaselinePoints = 24, Rules = new ChartRules { Trend = 6 } };

    private double[] noise = [];
    private double[] rising = [];
    private ChartObservation[] rates = [];

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        noise = [.. Enumerable.Range(0, Points).Select(_ => random.NextDouble() + random.NextDouble())];
        rising = [.. Enumerable.Range(0, Points).Select(i => (double)i)];
        rates = [.. Enumerable.Range(0, Points).Select(_ => new ChartObservation(null, random.Next(40, 60), random.Next(300, 400)))];
    }

    [Benchmark]
    public ControlChart Noise() => ControlChart.Xmr(noise, Frozen);

    [Benchmark]
    public ControlChart OneLongRun() => ControlChart.Xmr(rising, Frozen);

    [Benchmark]
    public ControlChart MedianOfAll() => ControlChart.Xmr(noise, new ChartOptions { UseMedianMovingRange = true });

    [Benchmark]
    public ControlChart Laney() => ControlChart.Of(ChartKind.PPrime, rates, Frozen);
}
