using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using BenchmarkDotNet.Attributes;
using CareMetrics.Statistics;

namespace CareMetrics.Benchmarks.Statistics;

/// <summary>Counting byte scores, against merely reading them: the ratio says how far from the speed of memory the count is.</summary>
/// <remarks>Numpy's <c>bincount</c> of the same bytes is measured by hand, in Python.</remarks>
[MemoryDiagnoser]
[MinIterationCount(15)]
[MaxIterationCount(30)]
public class ByteHistogramBenchmarks
{
    private readonly long[] counts = new long[11];
    private readonly long[] longCounts = new long[101];
    private byte[] scores = [];

    /// <summary>One size far past the caches, one inside them.</summary>
    [Params(256 << 20, 256 << 10)]
    public int Bytes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        scores = new byte[Bytes];
        random.NextBytes(scores);
        for (int at = 0; at < scores.Length; at++)
        {
            scores[at] %= 11;
        }
    }

    [Benchmark(Baseline = true, Description = "read (xor, widest)")]
    public byte Read() => Vector512.IsHardwareAccelerated ? Read512(scores) : Read256(scores);

    [Benchmark(Description = "read (xor, 256 bits)")]
    public byte ReadBy256() => Read256(scores);

    [Benchmark(Description = "count (as called)")]
    public long Count() => ByteHistogram.Count(scores, 0, counts);

    [Benchmark(Description = "count, 512 bits")]
    public long Count512() => ByteHistogram.Count512(scores, 0, counts);

    [Benchmark(Description = "count, 256 bits")]
    public long Count256() => ByteHistogram.Count256(scores, 0, counts);

    [Benchmark(Description = "count, 128 bits")]
    public long Count128() => ByteHistogram.Count128(scores, 0, counts);

    [Benchmark(Description = "count, scalar")]
    public long CountScalar() => ByteHistogram.CountScalar(scores, 0, counts);

    [Benchmark(Description = "count, scale 0 to 100")]
    public long CountLongScale() => ByteHistogram.Count(scores, 0, longCounts);

    [Benchmark(Description = "count, scale 5 to 18")]
    public long CountShiftedScale() => ByteHistogram.Count(scores, 5, longCounts.AsSpan(0, 14));

    [Benchmark(Description = "find the first invalid")]
    public int IndexOfInvalid() => ByteHistogram.IndexOfInvalid(scores, 0, 11);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static byte Read512(ReadOnlySpan<byte> values)
    {
        ReadOnlySpan<Vector512<byte>> vectors = MemoryMarshal.Cast<byte, Vector512<byte>>(values);
        Vector512<byte> a = default, b = default, c = default, d = default;
        ref Vector512<byte> next = ref MemoryMarshal.GetReference(vectors);
        for (int at = 0; at <= vectors.Length - 4; at += 4)
        {
            a ^= Unsafe.Add(ref next, at);
            b ^= Unsafe.Add(ref next, at + 1);
            c ^= Unsafe.Add(ref next, at + 2);
            d ^= Unsafe.Add(ref next, at + 3);
        }

        return Vector512.Sum(a ^ b ^ c ^ d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static byte Read256(ReadOnlySpan<byte> values)
    {
        ReadOnlySpan<Vector256<byte>> vectors = MemoryMarshal.Cast<byte, Vector256<byte>>(values);
        Vector256<byte> a = default, b = default, c = default, d = default;
        ref Vector256<byte> next = ref MemoryMarshal.GetReference(vectors);
        for (int at = 0; at <= vectors.Length - 4; at += 4)
        {
            a ^= Unsafe.Add(ref next, at);
            b ^= Unsafe.Add(ref next, at + 1);
            c ^= Unsafe.Add(ref next, at + 2);
            d ^= Unsafe.Add(ref next, at + 3);
        }

        return Vector256.Sum(a ^ b ^ c ^ d);
    }
}
