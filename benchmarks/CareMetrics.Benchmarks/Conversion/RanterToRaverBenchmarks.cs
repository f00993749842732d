using BenchmarkDotNet.Attributes;
using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Benchmarks.Conversion;

/// <summary>What a tally costs once it is there.</summary>
[MemoryDiagnoser]
public class RanterToRaverBenchmarks
{
    private readonly TransitionTally _moves = new(new(1475, 286, 352, 900), new(159, 217, 205, 300), new(44, 63, 126, 80));
    private readonly MoodScale _scale = MoodScale.ZeroToTen;
    private readonly TransitionTally _control = new(new(700, 150, 120, 500), new(70, 110, 90, 100), new(25, 30, 60, 40));

    [Benchmark(Baseline = true)]
    public ConversionRates Rates() => RanterToRaver.Of(_moves);

    [Benchmark]
    public TransitionTests Tests() => RanterToRaver.Test(_moves);

    [Benchmark]
    public ExtraConversion Newcombe() => RanterToRaver.Against(_control, _moves);

    [Benchmark]
    public ExtraConversion MiettinenNurminen() => RanterToRaver.Against(_control, _moves, method: ProportionDifferenceMethod.MiettinenNurminen);

    [Benchmark]
    public NoEffect NoEffect() => RegressionToTheMean.Expect(7.5, 2.2, 0.6, _scale);
}
