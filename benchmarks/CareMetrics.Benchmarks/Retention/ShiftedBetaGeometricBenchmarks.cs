using BenchmarkDotNet.Attributes;
using CareMetrics.Retention;

namespace CareMetrics.Benchmarks.Retention;

/// <summary>A fit of a few cohorts and of sixty months, held to 5 ms; a lifetime at an ordinary discount and at one close to 0.</summary>
[MemoryDiagnoser]
public class ShiftedBetaGeometricBenchmarks
{
    private static readonly CohortTally SevenYears = CohortTally.Of([1000, 869, 743, 653, 593, 551, 517, 491]);
    private static readonly CohortTally SixtyMonths = CohortTally.Of(Enumerable.Range(0, 61).Select(t => (int)(100_000 * Math.Pow(1 + t / 3.0, -0.7))));
    private static readonly ShiftedBetaGeometric Model = new() { Alpha = 0.668, Beta = 3.806 };

    [Benchmark]
    public ShiftedBetaGeometricFit FitSevenYears() => ShiftedBetaGeometric.Fit(SevenYears);

    [Benchmark]
    public ShiftedBetaGeometricFit FitSixtyMonths() => ShiftedBetaGeometric.Fit(SixtyMonths);

    [Benchmark]
    public double LifetimeAtTenPercent() => Model.DiscountedLifetime(PeriodRate.PerPeriod(0.1));

    [Benchmark]
    public double LifetimeNearNoDiscount() => Model.DiscountedLifetime(PeriodRate.PerPeriod(1e-9));
}
