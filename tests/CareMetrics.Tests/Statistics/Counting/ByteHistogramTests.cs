using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

public class ByteHistogramTests
{
    private delegate long Counter(ReadOnlySpan<byte> values, int minimum, Span<long> counts);

    public static TheoryData<string> Paths => ["Count", "Count512", "Count256", "Count128", "CountScalar"];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_length_and_every_misaligned_start_counts_as_one_by_one(string path)
    {
        byte[] values = Random(700, seed: 11, below: 13);
        for (int start = 0; start < 70; start += start < 4 ? 1 : 11)
        {
            for (int length = 0; length <= 600; length++)
            {
                AssertCounts(path, values.AsSpan(start, length), minimum: 0, length: 11);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Lengths_around_whole_blocks_count_as_one_by_one(string path)
    {
        byte[] values = Random(20_000, seed: 12, below: 12);
        foreach (int block in (int[])[256, 512, 1024, 2048, 4096, 16_384, 17_408])
        {
            for (int length = block - 66; length <= block + 66; length++)
            {
                AssertCounts(path, values.AsSpan(1, length), minimum: 0, length: 11);
                AssertCounts(path, values.AsSpan(3, length), minimum: 6, length: 12);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_scale_length_and_minimum_counts_every_byte_there_is(string path)
    {
        byte[] values = Random(3_000, seed: 13, below: 256);
        for (int value = 0; value < 256; value++)
        {
            values[value * 7] = (byte)value;
        }

        foreach (int minimum in (int[])[0, 1, 2, 4, 5, 7, 8, 15, 16, 48, 100, 127, 128, 200, 239, 240, 241, 250, 255])
        {
            for (int length = 1; length <= 101; length++)
            {
                AssertCounts(path, values, minimum, length);
                AssertCounts(path, values.AsSpan(1, 300), minimum, length);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_range_that_bytes_do_not_reach_stays_uncounted(string path)
    {
        byte[] values = Random(1_000, seed: 14, below: 256);
        foreach ((int minimum, int length) in ((int, int)[])[(-3, 3), (-3, 4), (-20, 36), (-5, 16), (256, 11), (300, 1), (int.MinValue, 11), (int.MaxValue, 11), (0, 0), (-1, 0), (0, 256), (-10, 300)])
        {
            AssertCounts(path, values.AsSpan(0, 90), minimum, length);
            AssertCounts(path, values, minimum, length);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void One_invalid_value_is_found_in_every_position(string path)
    {
        byte[] values = new byte[16 * 64 + 63];
        foreach (byte invalid in (byte[])[11, 12, 15, 16, 17, 26, 127, 128, 138, 250, 255])
        {
            for (int at = 0; at < values.Length; at++)
            {
                Array.Fill(values, (byte)10);
                values[at] = invalid;
                long[] counts = new long[11];

                Assert.Equal(1, Path(path)(values, 0, counts));
                Assert.Equal(values.Length - 1, counts[10]);
                Assert.Equal(at, ByteHistogram.IndexOfInvalid(values, 0, 11));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Ten_million_equal_values_fill_one_count(string path)
    {
        byte[] values = new byte[10_000_000];
        foreach (byte value in (byte[])[0, 7, 8, 10, 15, 200])
        {
            Array.Fill(values, value);
            long[] counts = new long[11];

            Assert.Equal(value < 11 ? 0 : values.Length, Path(path)(values, 0, counts));
            Assert.Equal(value < 11 ? values.Length : 0, counts[Math.Min((int)value, 10)]);
            Assert.Equal(0, Path(path)(values, value, counts.AsSpan(0, 1)));
            Assert.Equal((value is 0 ? 2 : 1) * values.Length, counts[0]);
            Assert.Equal(value < 11 ? 2 * values.Length : values.Length, counts.Sum());
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Counts_add_to_what_is_there(string path)
    {
        byte[] values = Random(5_000, seed: 15, below: 11);
        long[] once = new long[11];
        long[] twice = new long[11];
        Path(path)(values, 0, once);
        Path(path)(values.AsSpan(0, 1_234), 0, twice);
        Path(path)(values.AsSpan(1_234), 0, twice);

        Assert.Equal(once, twice);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_count_past_the_largest_long_is_an_overflow(string path)
    {
        long[] counts = [long.MaxValue];

        Assert.Throws<OverflowException>(() => Path(path)(new byte[1_000], 0, counts));
    }

    [Fact]
    public void The_first_value_outside_is_found_where_one_by_one_finds_it()
    {
        var random = new Random(16);
        for (int trial = 0; trial < 2_000; trial++)
        {
            byte[] values = Random(random.Next(0, 200), seed: trial, below: random.Next(1, 257));
            int minimum = random.Next(-20, 270);
            int length = random.Next(0, 120);

            Assert.Equal(Array.FindIndex(values, v => v < minimum || v >= minimum + length), ByteHistogram.IndexOfInvalid(values, minimum, length));
        }
    }

    [Fact]
    public void A_range_of_one_value_and_no_values_at_all_have_their_first_outside()
    {
        Assert.Equal(2, ByteHistogram.IndexOfInvalid([5, 5, 6], 5, 1));
        Assert.Equal(-1, ByteHistogram.IndexOfInvalid([], 300, 5));
    }

    private static Counter Path(string path) => path switch
    {
        "Count512" => ByteHistogram.Count512,
        "Count256" => ByteHistogram.Count256,
        "Count128" => ByteHistogram.Count128,
        "CountScalar" => ByteHistogram.CountScalar,
        _ => ByteHistogram.Count,
    };

    private static void AssertCounts(string path, ReadOnlySpan<byte> values, int minimum, int length)
    {
        long[] expected = new long[length];
        long outside = 0;
        foreach (byte value in values)
        {
            long k = (long)value - minimum;
            if (k >= 0 && k < length)
            {
                expected[k]++;
            }
            else
            {
                outside++;
            }
        }

        long[] counts = new long[length];
        long invalid = Path(path)(values, minimum, counts);
        if (invalid != outside || !expected.AsSpan().SequenceEqual(counts))
        {
            Assert.Fail($"{path}: {values.Length} values, minimum {minimum}, {length} counts: "
                + $"[{string.Join(' ', counts)}] and {invalid} outside, not [{string.Join(' ', expected)}] and {outside}");
        }
    }

    private static byte[] Random(int length, int seed, int below)
    {
        var random = new Random(seed);
        byte[] values = new byte[length];
        for (int at = 0; at < length; at++)
        {
            values[at] = (byte)random.Next(below);
        }

        return values;
    }
}
