using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CareMetrics.Statistics;

/// <summary>Counts the bytes 0 to 15 with vectors: every byte becomes one bit, and whole vectors of bits are added up.</summary>
/// <remarks>
/// A byte v below 8 becomes bit v of the low plane, a byte from 8 to 15 bit v − 8 of the high plane, any other byte no bit at all.
/// Carry-save adders then add 16 vectors, each bit position by itself, before one carry has to be counted (the population count of
/// Harley and Seal, by position as in Klarqvist, Muła and Lemire, 2021). So little is left to do for a byte that memory sets the pace.
/// The planes are parameters and locals throughout, and loops over them are written out: held in a struct, or looped over, they
/// leave the registers, which was measured to cost up to a third of the speed.
/// </remarks>
internal static class PositionalCount
{
    /// <summary>How many different bytes the two planes hold.</summary>
    internal const int Capacity = 2 * PlaneWidth;

    private const int PlaneWidth = 8;
    private const int Block = 16;
    private const byte Uncounted = byte.MaxValue;

    /// <summary>Adds the occurrences of <paramref name="first"/>, <paramref name="first"/> + 1, … to <paramref name="counts"/>.</summary>
    /// <param name="values">Any bytes.</param>
    /// <param name="first">The byte that the first count belongs to; with the number of counts added it is at most 16.</param>
    /// <param name="counts">One count for each byte.</param>
    /// <returns>How many bytes were counted; the others lie outside.</returns>
    // Optimised on its first call: much of a large array would be read before the runtime swaps slow code for fast.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static long Count<TLanes, TVector>(ReadOnlySpan<byte> values, int first, Span<long> counts)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        Span<long> bits = stackalloc long[Capacity];
        bits.Clear();
        ref long lowBits = ref bits[0];
        ref long highBits = ref bits[PlaneWidth];
        Span<byte> last = stackalloc byte[TLanes.Width];
        last.Fill(Uncounted);
        values[^(values.Length % TLanes.Width)..].CopyTo(last);
        Vector128<byte> lowEntries = Entries(first, counts.Length, 0);
        Vector128<byte> highEntries = Entries(first, counts.Length, PlaneWidth);

        // From here to the end nothing is called: a call would push the planes out of the registers.
        TVector low = TLanes.Table(lowEntries);
        TVector high = TLanes.Table(highEntries);
        TVector low1 = default, low2 = default, low4 = default, low8 = default, low16 = default;
        TVector high1 = default, high2 = default, high4 = default, high8 = default, high16 = default;
        ref byte start = ref MemoryMarshal.GetReference(values);
        nuint length = (nuint)values.Length;
        nuint width = (nuint)TLanes.Width;
        nuint at = 0;
        unchecked
        {
            for (; length - at >= Block * width; at += Block * width)
            {
                Sixteen<TLanes, TVector>(
                    ref Unsafe.Add(ref start, at), low, high,
                    ref low1, ref high1, ref low2, ref high2, ref low4, ref high4, ref low8, ref high8, out TVector lowCarry, out TVector highCarry);
                Tally<TLanes, TVector>(ref lowBits, lowCarry);
                Tally<TLanes, TVector>(ref highBits, highCarry);
            }

            foreach (ref long count in bits)
            {
                count *= Block;
            }

            // What the adders hold (at most 15) and up to 16 vectors more stay below 32: five levels are enough.
            for (; length - at >= width; at += width)
            {
                Ripple<TLanes, TVector>(
                    ref Unsafe.Add(ref start, at), low, high, ref low1, ref high1, ref low2, ref high2, ref low4, ref high4, ref low8, ref high8, ref low16, ref high16);
            }

            Ripple<TLanes, TVector>(
                ref MemoryMarshal.GetReference(last), low, high, ref low1, ref high1, ref low2, ref high2, ref low4, ref high4, ref low8, ref high8, ref low16, ref high16);
        }

        TallyLevels<TLanes, TVector>(ref lowBits, low1, low2, low4, low8, low16);
        TallyLevels<TLanes, TVector>(ref highBits, high1, high2, high4, high8, high16);
        long counted = 0;
        for (int k = 0; k < counts.Length; k++)
        {
            counts[k] += bits[first + k];
            counted += bits[first + k];
        }

        return counted;
    }

    /// <summary>Which bit each byte becomes in the plane that starts at <paramref name="start"/>.</summary>
    private static Vector128<byte> Entries(int first, int length, int start)
    {
        Span<byte> entries = stackalloc byte[Capacity];
        entries.Clear();
        for (int value = Math.Max(first, start); value < Math.Min(first + length, start + PlaneWidth); value++)
        {
            entries[value] = (byte)(1 << (value - start));
        }

        return Vector128.Create<byte>(entries);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Two<TLanes, TVector>(
        ref byte start, TVector low, TVector high,
        ref TVector low1, ref TVector high1, out TVector lowCarry, out TVector highCarry)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        TVector one = TLanes.Index(TLanes.Load(ref start));
        TVector other = TLanes.Index(TLanes.Load(ref Unsafe.Add(ref start, TLanes.Width)));
        lowCarry = TLanes.Add(ref low1, TLanes.Lookup(low, one), TLanes.Lookup(low, other));
        highCarry = TLanes.Add(ref high1, TLanes.Lookup(high, one), TLanes.Lookup(high, other));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four<TLanes, TVector>(
        ref byte start, TVector low, TVector high,
        ref TVector low1, ref TVector high1, ref TVector low2, ref TVector high2, out TVector lowCarry, out TVector highCarry)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        Two<TLanes, TVector>(ref start, low, high, ref low1, ref high1, out TVector lowOne, out TVector highOne);
        Two<TLanes, TVector>(ref Unsafe.Add(ref start, 2 * TLanes.Width), low, high, ref low1, ref high1, out TVector lowOther, out TVector highOther);
        lowCarry = TLanes.Add(ref low2, lowOne, lowOther);
        highCarry = TLanes.Add(ref high2, highOne, highOther);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Eight<TLanes, TVector>(
        ref byte start, TVector low, TVector high,
        ref TVector low1, ref TVector high1, ref TVector low2, ref TVector high2, ref TVector low4, ref TVector high4,
        out TVector lowCarry, out TVector highCarry)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        Four<TLanes, TVector>(
            ref start, low, high, ref low1, ref high1, ref low2, ref high2, out TVector lowOne, out TVector highOne);
        Four<TLanes, TVector>(
            ref Unsafe.Add(ref start, 4 * TLanes.Width), low, high, ref low1, ref high1, ref low2, ref high2, out TVector lowOther, out TVector highOther);
        lowCarry = TLanes.Add(ref low4, lowOne, lowOther);
        highCarry = TLanes.Add(ref high4, highOne, highOther);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sixteen<TLanes, TVector>(
        ref byte start, TVector low, TVector high,
        ref TVector low1, ref TVector high1, ref TVector low2, ref TVector high2, ref TVector low4, ref TVector high4, ref TVector low8, ref TVector high8,
        out TVector lowCarry, out TVector highCarry)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        Eight<TLanes, TVector>(
            ref start, low, high, ref low1, ref high1, ref low2, ref high2, ref low4, ref high4, out TVector lowOne, out TVector highOne);
        Eight<TLanes, TVector>(
            ref Unsafe.Add(ref start, 8 * TLanes.Width), low, high,
            ref low1, ref high1, ref low2, ref high2, ref low4, ref high4, out TVector lowOther, out TVector highOther);
        lowCarry = TLanes.Add(ref low8, lowOne, lowOther);
        highCarry = TLanes.Add(ref high8, highOne, highOther);
    }

    /// <summary>Adds one vector to all five levels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Ripple<TLanes, TVector>(
        ref byte start, TVector low, TVector high,
        ref TVector low1, ref TVector high1, ref TVector low2, ref TVector high2, ref TVector low4, ref TVector high4,
        ref TVector low8, ref TVector high8, ref TVector low16, ref TVector high16)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        TVector index = TLanes.Index(TLanes.Load(ref start));
        TVector carry = TLanes.Add(ref low1, TLanes.Lookup(low, index), default);
        carry = TLanes.Add(ref low2, carry, default);
        carry = TLanes.Add(ref low4, carry, default);
        carry = TLanes.Add(ref low8, carry, default);
        TLanes.Add(ref low16, carry, default);
        carry = TLanes.Add(ref high1, TLanes.Lookup(high, index), default);
        carry = TLanes.Add(ref high2, carry, default);
        carry = TLanes.Add(ref high4, carry, default);
        carry = TLanes.Add(ref high8, carry, default);
        TLanes.Add(ref high16, carry, default);
    }

    /// <summary>Adds to each of a plane's eight counts how many bytes have that bit. Written out: it ends every block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tally<TLanes, TVector>(ref long bits, TVector plane)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        unchecked
        {
            Unsafe.Add(ref bits, 7) += TLanes.CountTopBits(plane);
            plane = TLanes.Double(plane);
            Unsafe.Add(ref bits, 6) += TLanes.CountTopBits(plane);
            plane = TLanes.Double(plane);
            Unsafe.Add(ref bits, 5) += TLanes.CountTopBits(plane);
            plane = TLanes.Double(plane);
            Unsafe.Add(ref bits, 4) += TLanes.CountTopBits(plane);
            plane = TLanes.Double(plane);
            Unsafe.Add(ref bits, 3) += TLanes.CountTopBits(plane);
            plane = TLanes.Double(plane);
            Unsafe.Add(ref bits, 2) += TLanes.CountTopBits(plane);
            plane = TLanes.Double(plane);
            Unsafe.Add(ref bits, 1) += TLanes.CountTopBits(plane);
            plane = TLanes.Double(plane);
            bits += TLanes.CountTopBits(plane);
        }
    }

    /// <summary>Adds what a plane's five levels hold at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TallyLevels<TLanes, TVector>(
        ref long bits, TVector level1, TVector level2, TVector level4, TVector level8, TVector level16)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : struct
    {
        for (int bit = PlaneWidth - 1; bit >= 0; bit--)
        {
            Unsafe.Add(ref bits, bit) += TLanes.CountTopBits(level1)
                + (2 * TLanes.CountTopBits(level2))
                + (4 * TLanes.CountTopBits(level4))
                + (8 * TLanes.CountTopBits(level8))
                + (16 * TLanes.CountTopBits(level16));
            level1 = TLanes.Double(level1);
            level2 = TLanes.Double(level2);
            level4 = TLanes.Double(level4);
            level8 = TLanes.Double(level8);
            level16 = TLanes.Double(level16);
        }
    }
}
