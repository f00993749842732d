using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CareMetrics.Statistics;

/// <summary>Counts how often each score of a scale occurs among bytes.</summary>
internal static class ByteHistogram
{
    private const int ByteValues = byte.MaxValue + 1;

    // Setting up the vectors pays from about 128 values on, but their code takes some 10 ms to compile on its first use,
    // which a caller with one small survey should not pay for a microsecond. Setting up the tables pays from here.
    private const int WorthVectors = 2048;
    private const int WorthTables = 512;

    /// <summary>Adds each value v to <c>counts[v − minimum]</c>, for v from <paramref name="minimum"/> to <paramref name="minimum"/> + the number of counts − 1.</summary>
    /// <returns>How many values lie outside that range.</returns>
    internal static long Count(ReadOnlySpan<byte> values, int minimum, Span<long> counts)
        => values.Length < WorthVectors ? CountScalar(values, minimum, counts)
            : Vector512.IsHardwareAccelerated ? Count512(values, minimum, counts)
            : Vector256.IsHardwareAccelerated ? Count256(values, minimum, counts)
            : Vector128.IsHardwareAccelerated ? Count128(values, minimum, counts)
            : CountScalar(values, minimum, counts);

    /// <summary>As <see cref="Count"/>, with 512-bit vectors.</summary>
    internal static long Count512(ReadOnlySpan<byte> values, int minimum, Span<long> counts)
        => CountVectors<Lanes512, Vector512<byte>>(values, minimum, counts);

    /// <summary>As <see cref="Count"/>, with 256-bit vectors.</summary>
    internal static long Count256(ReadOnlySpan<byte> values, int minimum, Span<long> counts)
        => CountVectors<Lanes256, Vector256<byte>>(values, minimum, counts);

    /// <summary>As <see cref="Count"/>, with 128-bit vectors.</summary>
    internal static long Count128(ReadOnlySpan<byte> values, int minimum, Span<long> counts)
        => CountVectors<Lanes128, Vector128<byte>>(values, minimum, counts);

    /// <summary>As <see cref="Count"/>, a byte at a time: also the way of a scale that is too long for the vectors.</summary>
    internal static long CountScalar(ReadOnlySpan<byte> values, int minimum, Span<long> counts)
    {
        counts = AmongBytes(ref minimum, counts);
        return values.Length - (values.Length < WorthTables
            ? CountSingly(values, minimum, counts)
            : CountInTables(values, minimum, counts));
    }

    /// <summary>Where the first value outside <paramref name="minimum"/> … <paramref name="minimum"/> + <paramref name="length"/> − 1 stands; −1 where there is none.</summary>
    internal static int IndexOfInvalid(ReadOnlySpan<byte> values, int minimum, int length)
    {
        int first = Math.Max(minimum, 0);
        long last = Math.Min((long)minimum + length - 1, byte.MaxValue);
        return first <= last ? values.IndexOfAnyExceptInRange((byte)first, (byte)last)
            : values.IsEmpty ? -1
            : 0;
    }

    private static long CountVectors<TLanes, TVector>(ReadOnlySpan<byte> values, int minimum, Span<long> counts)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        counts = AmongBytes(ref minimum, counts);
        return counts.Length > PositionalCount.Capacity ? CountScalar(values, minimum, counts)
            : minimum + counts.Length <= PositionalCount.Capacity
                ? values.Length - PositionalCount.Count<TLanes, TVector>(values, minimum, counts)
            : values.Length - CountShifted<TLanes, TVector>(values, minimum, counts);
    }

    /// <summary>Moves a scale that ends past 15 down to 0, a block at a time: the usual scales need no subtraction, and it would slow them.</summary>
    private static long CountShifted<TLanes, TVector>(ReadOnlySpan<byte> values, int minimum, Span<long> counts)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        const int Block = 16 * 1024;
        Span<byte> shifted = stackalloc byte[Math.Min(values.Length, Block)];
        long counted = 0;
        while (!values.IsEmpty)
        {
            ReadOnlySpan<byte> block = values[..Math.Min(values.Length, shifted.Length)];
            values = values[block.Length..];
            Subtract((byte)minimum, block, shifted);
            counted += PositionalCount.Count<TLanes, TVector>(shifted[..block.Length], 0, counts);
        }

        return counted;
    }

    /// <summary>Subtracts, wrapping: what lay below comes out far above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Subtract(byte minimum, ReadOnlySpan<byte> values, Span<byte> differences)
    {
        int vectors = values.Length - (values.Length % Vector<byte>.Count);
        var subtrahend = new Vector<byte>(minimum);
        for (int at = 0; at < vectors; at += Vector<byte>.Count)
        {
            (new Vector<byte>(values[at..]) - subtrahend).CopyTo(differences[at..]);
        }

        for (int at = vectors; at < values.Length; at++)
        {
            differences[at] = unchecked((byte)(values[at] - minimum));
        }
    }

    private static long CountSingly(ReadOnlySpan<byte> values, int minimum, Span<long> counts)
    {
        long counted = 0;
        foreach (byte value in values)
        {
            uint k = unchecked((uint)(value - minimum));
            if (k < (uint)counts.Length)
            {
                counts[(int)k]++;
                counted++;
            }
        }

        return counted;
    }

    /// <summary>Counts every byte there is, in four tables by turns: equal values that follow each other need not wait for each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long CountInTables(ReadOnlySpan<byte> values, int minimum, Span<long> counts)
    {
        Span<uint> a = stackalloc uint[ByteValues];
        Span<uint> b = stackalloc uint[ByteValues];
        Span<uint> c = stackalloc uint[ByteValues];
        Span<uint> d = stackalloc uint[ByteValues];
        a.Clear();
        b.Clear();
        c.Clear();
        d.Clear();
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(values);
        unchecked
        {
            foreach (uint four in words)
            {
                a[(byte)four]++;
                b[(byte)(four >> 8)]++;
                c[(byte)(four >> 16)]++;
                d[(byte)(four >> 24)]++;
            }

            foreach (byte value in values[(words.Length * sizeof(uint))..])
            {
                a[value]++;
            }
        }

        long counted = 0;
        for (int k = 0; k < counts.Length; k++)
        {
            int value = minimum + k;
            long count = (long)a[value] + b[value] + c[value] + d[value];
            counts[k] += count;
            counted += count;
        }

        return counted;
    }

    /// <summary>The part of the counts whose values a byte can hold, and the first of these values.</summary>
    private static Span<long> AmongBytes(scoped ref int minimum, Span<long> counts)
    {
        long first = Math.Max(minimum, 0);
        long end = Math.Min((long)minimum + counts.Length, ByteValues);
        Span<long> among = first < end ? counts[(int)(first - minimum)..(int)(end - minimum)] : [];
        minimum = among.IsEmpty ? 0 : (int)first;
        return among;
    }
}
