using BenchmarkDotNet.Attributes;
using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Benchmarks.Conversion;

/// <summary>What a tally costs once it is there.</summary>
[MemoryDiagnoser]
public class RanterToRaverBenchmarks
{
    private static readonly TransitionTally Moves = new(new(1475, 286, 352, 900), new(159, 217, 205, 300), new(44, 63, 126, 80));
    private static readonly TransitionTally Control = new(new(700, 150, 120, 500), new(70, 110, 90, 100), new(25, 30, 60, 40));

    [Benchmark(Baseline = true)]
    public ConversionRates Rates() => RanterToRaver.Of(Moves);

    [Benchmark]
    public TransitionTests Tests() => RanterToRaver.Test(Moves);

    [Benchmark]
    public ExtraConversion Newcombe() => RanterToRaver.Against(Control, Moves);

    [Benchmark]
    public ExtraConversion MiettinenNurminen() => RanterToRaver.Against(Control, Moves, method: ProportionDifferenceInterval.MiettinenNurminen);

    [Benchmark]
    public NoEffect NoEffect() => RegressionToTheMean.Expect(7.5, 2.2, 0.6, MoodScale.ZeroToTen);
}
