using BenchmarkDotNet.Attributes;
using CareMetrics.Retention;

namespace CareMetrics.Benchmarks.Retention;

/// <summary>A fit of a few cohorts and of sixty months, held to 5 ms; a lifetime at an ordinary discount and at one close to 0.</summary>
[MemoryDiagnoser]
public class ShiftedBetaGeometricBenchmarks
{
    private readonly CohortTally sevenYears = CohortTally.Of([1000, 869, 743, 653, 593, 551, 517, 491]);
    private readonly CohortTally sixtyMonths = CohortTally.Of(Enumerable.Range(0, 61).Select(t => (int)(100_000 * Math.Pow(1 + t / 3.0, -0.7))));
    private readonly ShiftedBetaGeometric model = new() { Alpha = 0.668, Beta = 3.806 };

    [Benchmark]
    public ShiftedBetaGeometricFit FitSevenYears() => ShiftedBetaGeometric.Fit(sevenYears);

    [Benchmark]
    public ShiftedBetaGeometricFit FitSixtyMonths() => ShiftedBetaGeometric.Fit(sixtyMonths);

    [Benchmark]
    public double LifetimeAtTenPercent() => model.DiscountedLifetime(PeriodRate.PerPeriod(0.1));

    [Benchmark]
    public double LifetimeNearNoDiscount() => model.DiscountedLifetime(PeriodRate.PerPeriod(1e-9));
}
