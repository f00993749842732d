using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace CareMetrics.Statistics;

/// <summary>The few vector operations that counting needs, once for each vector width.</summary>
/// <remarks>
/// A lookup takes a byte as an index into 16 entries and gives 0 for every byte past 15. The portable shuffles do that
/// too, but .NET 8 runs them in software when the indexes are not constants, and at 256 bits and more they cross the
/// 16-byte lanes, which costs extra where each lane could look up for itself. Hence the processor's own shuffle where there is one.
/// </remarks>
internal interface IByteLanes<TVector>
    where TVector : struct
{
    static abstract int Width { get; }

    static abstract TVector Table(Vector128<byte> entries);

    static abstract TVector Load(ref byte start);

    /// <summary>The indexes for <see cref="Lookup"/>: bit 7 is set in every byte that was past 15, the low four bits are kept in the others.</summary>
    static abstract TVector Index(TVector values);

    static abstract TVector Lookup(TVector table, TVector index);

    /// <summary>Adds three bits in every bit position: the low bit of the sum stays in <paramref name="sum"/>, the carry is returned.</summary>
    static abstract TVector Add(ref TVector sum, TVector left, TVector right);

    static abstract TVector Double(TVector value);

    /// <summary>How many bytes have their top bit set.</summary>
    static abstract int CountTopBits(TVector value);
}

internal readonly struct Lanes512 : IByteLanes<Vector512<byte>>
{
    public static int Width => Vector512<byte>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Table(Vector128<byte> entries) => Vector512.Create(Lanes256.Table(entries), Lanes256.Table(entries));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load(ref byte start) => Vector512.LoadUnsafe(ref start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Index(Vector512<byte> values)
        => Avx512BW.IsSupported
            ? Avx512BW.AddSaturate(values, Vector512.Create((byte)0x70))
            : PlainIndex(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Lookup(Vector512<byte> table, Vector512<byte> index)
        => Avx512BW.IsSupported
            ? Avx512BW.Shuffle(table, index)
            : PlainLookup(table, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Add(ref Vector512<byte> sum, Vector512<byte> left, Vector512<byte> right)
    {
        if (Avx512F.IsSupported)
        {
            Vector512<byte> majority = Avx512F.TernaryLogic(sum, left, right, 0xE8);
            sum = Avx512F.TernaryLogic(sum, left, right, 0x96);
            return majority;
        }

        return PlainAdd(ref sum, left, right);
    }

    /// <summary>What <see cref="Index"/> does where the processor has no instruction for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<byte> PlainIndex(Vector512<byte> values)
        => Vector512.Min(values, Vector512.Create((byte)0x8F)) + Vector512.Create((byte)0x70);

    /// <summary>What <see cref="Lookup"/> does where the processor has no instruction for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<byte> PlainLookup(Vector512<byte> table, Vector512<byte> index)
        => Vector512.Shuffle(table, index & Vector512.Create((byte)0x8F));

    /// <summary>What <see cref="Add"/> does where the processor has no instruction for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<byte> PlainAdd(ref Vector512<byte> sum, Vector512<byte> left, Vector512<byte> right)
    {
        Vector512<byte> differs = sum ^ left;
        Vector512<byte> carry = Vector512.ConditionalSelect(differs, right, left);
        sum = differs ^ right;
        return carry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Double(Vector512<byte> value) => value + value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountTopBits(Vector512<byte> value) => BitOperations.PopCount(value.ExtractMostSignificantBits());
}

internal readonly struct Lanes256 : IByteLanes<Vector256<byte>>
{
    public static int Width => Vector256<byte>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Table(Vector128<byte> entries) => Vector256.Create(entries, entries);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(ref byte start) => Vector256.LoadUnsafe(ref start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Index(Vector256<byte> values)
        => Avx2.IsSupported
            ? Avx2.AddSaturate(values, Vector256.Create((byte)0x70))
            : PlainIndex(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Lookup(Vector256<byte> table, Vector256<byte> index)
        => Avx2.IsSupported
            ? Avx2.Shuffle(table, index)
            : PlainLookup(table, index);

    /// <summary>What <see cref="Index"/> does where the processor has no instruction for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<byte> PlainIndex(Vector256<byte> values)
        => Vector256.Min(values, Vector256.Create((byte)0x8F)) + Vector256.Create((byte)0x70);

    /// <summary>What <see cref="Lookup"/> does where the processor has no instruction for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<byte> PlainLookup(Vector256<byte> table, Vector256<byte> index)
        => Vector256.Shuffle(table, index & Vector256.Create((byte)0x8F));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Add(ref Vector256<byte> sum, Vector256<byte> left, Vector256<byte> right)
    {
        Vector256<byte> differs = sum ^ left;
        Vector256<byte> carry = Vector256.ConditionalSelect(differs, right, left);
        sum = differs ^ right;
        return carry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Double(Vector256<byte> value) => value + value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountTopBits(Vector256<byte> value) => BitOperations.PopCount(value.ExtractMostSignificantBits());
}

internal readonly struct Lanes128 : IByteLanes<Vector128<byte>>
{
    public static int Width => Vector128<byte>.Count;

    public static Vector128<byte> Table(Vector128<byte> entries) => entries;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load(ref byte start) => Vector128.LoadUnsafe(ref start);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Index(Vector128<byte> values)
        => Sse2.IsSupported ? Sse2.AddSaturate(values, Vector128.Create((byte)0x70))
            : AdvSimd.IsSupported ? AdvSimd.AddSaturate(values, Vector128.Create((byte)0x70))
            : PlainIndex(values);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Lookup(Vector128<byte> table, Vector128<byte> index)
        => Ssse3.IsSupported ? Ssse3.Shuffle(table, index)
            : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(table, Entry(index))
            : PlainLookup(table, index);

    /// <summary>What <see cref="Index"/> does where the processor has no instruction for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> PlainIndex(Vector128<byte> values)
        => Vector128.Min(values, Vector128.Create((byte)0x8F)) + Vector128.Create((byte)0x70);

    /// <summary>What <see cref="Lookup"/> does where the processor has no instruction for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<byte> PlainLookup(Vector128<byte> table, Vector128<byte> index) => Vector128.Shuffle(table, Entry(index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Add(ref Vector128<byte> sum, Vector128<byte> left, Vector128<byte> right)
    {
        Vector128<byte> differs = sum ^ left;
        Vector128<byte> carry = Vector128.ConditionalSelect(differs, right, left);
        sum = differs ^ right;
        return carry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Double(Vector128<byte> value) => value + value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountTopBits(Vector128<byte> value) => BitOperations.PopCount(value.ExtractMostSignificantBits());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Entry(Vector128<byte> index) => index & Vector128.Create((byte)0x8F);
}
