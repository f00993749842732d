using BenchmarkDotNet.Attributes;
using CareMetrics.Nps;

namespace CareMetrics.Benchmarks.Nps;

/// <summary>Counting is linear in the answers; scoring what was counted does not depend on them.</summary>
[MemoryDiagnoser]
public class ScalingBenchmarks
{
    private byte[] _scores = [];
    private NpsTally _tally;

    [Params(1_000, 100_000, 10_000_000, 1_000_000_000)]
    public int Answers { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        _scores = new byte[Answers];
        new Random(1).NextBytes(_scores.AsSpan(0, Math.Min(Answers, 1_000_000)));
        for (int i = 0; i < Answers; i++)
        {
            _scores[i] = (byte)(i < 1_000_000 ? _scores[i] % 11 : _scores[i - 1_000_000]);
        }

        _tally = NpsTally.Of<byte>(_scores.AsSpan());
    }

    [Benchmark]
    public NpsTally Count() => NpsTally.Of<byte>(_scores.AsSpan());

    [Benchmark]
    public NetPromoterScore Score() => NetPromoter.Score(_tally);
}
