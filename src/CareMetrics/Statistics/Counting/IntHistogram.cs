using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CareMetrics.Statistics;

/// <summary>Counts how often each score of a scale occurs among whole numbers.</summary>
internal static class IntHistogram
{
    private const int Block = 16 * 1024;

    // Below this length the vectors save less than a microsecond, and their code takes some 10 ms to compile on its first use.
    private const int WorthVectors = 2048;

    /// <summary>Adds each value v to <c>counts[v − minimum]</c>, for v from <paramref name="minimum"/> to <paramref name="minimum"/> + the number of counts − 1.</summary>
    /// <returns>How many values lie outside that range.</returns>
    internal static long Count(ReadOnlySpan<int> values, int minimum, Span<long> counts)
    {
        if (values.Length < WorthVectors || counts.Length > byte.MaxValue || minimum > int.MaxValue - byte.MaxValue || !Vector.IsHardwareAccelerated)
        {
            return CountScalar(values, minimum, counts);
        }

        Span<byte> bytes = stackalloc byte[Math.Min(values.Length, Block)];
        long invalid = 0;
        while (!values.IsEmpty)
        {
            ReadOnlySpan<int> block = values[..Math.Min(values.Length, bytes.Length)];
            values = values[block.Length..];
            Narrow(block, minimum, bytes);
            invalid += ByteHistogram.Count(bytes[..block.Length], 0, counts);
        }

        return invalid;
    }

    /// <summary>As <see cref="Count"/>, a value at a time.</summary>
    internal static long CountScalar(ReadOnlySpan<int> values, int minimum, Span<long> counts)
    {
        long invalid = 0;
        foreach (int value in values)
        {
            uint k = Above(value, minimum);
            if (k < (uint)counts.Length && value >= minimum)
            {
                counts[(int)k]++;
            }
            else
            {
                invalid++;
            }
        }

        return invalid;
    }

    /// <summary>Where the first value outside <paramref name="minimum"/> … <paramref name="minimum"/> + <paramref name="length"/> − 1 stands; −1 where there is none.</summary>
    internal static int IndexOfInvalid(ReadOnlySpan<int> values, int minimum, int length)
        => length > 0 ? values.IndexOfAnyExceptInRange(minimum, (int)Math.Min((long)minimum + length - 1, int.MaxValue))
            : values.IsEmpty ? -1
            : 0;

    /// <summary>Turns every value into the byte value − minimum, or 255 where that is not from 0 to 254, in an order of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Narrow(ReadOnlySpan<int> values, int minimum, Span<byte> bytes)
    {
        ReadOnlySpan<Vector<uint>> vectors = MemoryMarshal.Cast<int, Vector<uint>>(values);
        Span<Vector<uint>> narrowed = MemoryMarshal.Cast<byte, Vector<uint>>(bytes);
        var subtrahend = new Vector<uint>(unchecked((uint)minimum));
        var outside = new Vector<uint>(byte.MaxValue);
        int done = 0;
        for (; vectors.Length >= 4; vectors = vectors[4..])
        {
            // Counting does not ask for the order: four vectors fit into the four bytes of one, and no lane is crossed.
            narrowed[done++] = Vector.Min(vectors[0] - subtrahend, outside)
                | (Vector.Min(vectors[1] - subtrahend, outside) << 8)
                | (Vector.Min(vectors[2] - subtrahend, outside) << 16)
                | (Vector.Min(vectors[3] - subtrahend, outside) << 24);
        }

        for (int at = done * Vector<byte>.Count; at < values.Length; at++)
        {
            bytes[at] = (byte)Math.Min(Above(values[at], minimum), byte.MaxValue);
        }
    }

    /// <summary>How far a value lies above the minimum; a value below it wraps to far above.</summary>
    private static uint Above(int value, int minimum) => unchecked((uint)value - (uint)minimum);
}
