using BenchmarkDotNet.Attributes;
using CareMetrics.Roi;

namespace CareMetrics.Benchmarks.Roi;

/// <summary>A million draws of ten lines on one core. Held to: triangular under 0.5 s, PERT under 3 s.</summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    private const int Draws = 1_000_000;

    private BusinessCase triangular = new();
    private BusinessCase pert = new();
    private BusinessCase normal = new();

    [GlobalSetup]
    public void Setup()
    {
        triangular = Case(i => Assumption.Triangular(80 - i, 100, 150 + i));
        pert = Case(i => Assumption.Pert(80 - i, 100, 150 + i));
        normal = Case(i => Assumption.Normal(100, 10 + i));
    }

    [Benchmark]
    public CaseSimulation TenTriangularLines() => triangular.Simulate(Draws, 1);

    [Benchmark]
    public CaseSimulation TenPertLines() => pert.Simulate(Draws, 1);

    [Benchmark]
    public CaseSimulation TenNormalLines() => normal.Simulate(Draws, 1);

    private static BusinessCase Case(Func<int, Assumption> value) => new()
    {
        Benefits = [.. Enumerable.Range(0, 10).Select(i => BenefitLine.Churn(10, 1) with { Name = $"Line {i}", UnitValue = value(i) })],
        Costs = [CostLine.Initial("Programme", 9000)],
    };
}
