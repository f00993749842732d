using BenchmarkDotNet.Attributes;
using CareMetrics.Roi;

namespace CareMetrics.Benchmarks.Roi;

/// <summary>Internal rates: the usual case of one rate, a row that may have many, and dated flows.</summary>
[MemoryDiagnoser]
public class CashFlowsBenchmarks
{
    private readonly double[] fiveYears = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000];
    private readonly double[] thirtyYearsMonthly = [-200_000, .. Enumerable.Repeat(1199.10, 360)];
    private readonly double[] alternating = [.. Enumerable.Range(0, 40).Select(i => Math.Sin(1.7 * i * i))];
    private DatedFlow[] dated = [];

    [GlobalSetup]
    public void Setup() => dated =
        [.. Enumerable.Range(0, 60).Select(i => new DatedFlow(new DateOnly(2020, 1, 15).AddMonths(i), i == 0 ? -50_000 : 1_100 + i))];

    [Benchmark]
    public InternalRates FiveYears() => CashFlows.InternalRates(fiveYears);

    [Benchmark]
    public InternalRates ThirtyYearsMonthly() => CashFlows.InternalRates(thirtyYearsMonthly);

    [Benchmark]
    public InternalRates FortyAlternating() => CashFlows.InternalRates(alternating);

    [Benchmark]
    public InternalRates SixtyMonthsDated() => CashFlows.InternalRates(dated);
}
