using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

public class IntHistogramTests
{
    [Fact]
    public void Every_length_and_every_misaligned_start_counts_as_one_by_one()
    {
        int[] values = Random(3_000, seed: 21, from: -2, below: 13);
        for (int start = 0; start < 20; start += 3)
        {
            for (int length = 0; length <= 600; length++)
            {
                AssertCounts(values.AsSpan(start, length), minimum: 0, length: 11);
                AssertCounts(values.AsSpan(start, 1_900 + length), minimum: 0, length: 11);
            }
        }
    }

    [Fact]
    public void Every_scale_length_counts_as_one_by_one()
    {
        int[] values = Random(2_500, seed: 22, from: -150, below: 400);
        foreach (int minimum in (int[])[-100, -1, 0, 1, 5, 48, 128, 255])
        {
            for (int length = 0; length <= 101; length++)
            {
                AssertCounts(values, minimum, length);
            }

            foreach (int length in (int[])[254, 255, 256, 257, 300])
            {
                AssertCounts(values, minimum, length);
            }
        }
    }

    [Fact]
    public void Values_that_a_narrower_number_would_wrap_stay_outside()
    {
        int[] extremes = [int.MinValue, int.MinValue + 5, -65_536, -256, -1, 256, 261, 511, 65_536, 65_541, 1 << 24, int.MaxValue - 5, int.MaxValue];
        int[] values = new int[2_500];
        for (int at = 0; at < values.Length; at++)
        {
            values[at] = at % 3 == 0 ? extremes[at / 3 % extremes.Length] : at % 11;
        }

        foreach (int minimum in (int[])[0, 1, -5, int.MinValue, int.MinValue + 3, int.MaxValue - 20, int.MaxValue - 3, int.MaxValue])
        {
            foreach (int length in (int[])[1, 5, 11, 16, 17, 101, 255, 300])
            {
                AssertCounts(values, minimum, length);
            }
        }
    }

    [Fact]
    public void One_invalid_value_is_found_in_every_position()
    {
        int[] values = new int[2_200];
        foreach (int invalid in (int[])[-1, 11, 16, 256, int.MinValue, int.MaxValue])
        {
            for (int at = 0; at < values.Length; at++)
            {
                Array.Fill(values, 10);
                values[at] = invalid;
                long[] counts = new long[11];

                Assert.Equal(1, IntHistogram.Count(values, 0, counts));
                Assert.Equal(values.Length - 1, counts[10]);
                Assert.Equal(at, IntHistogram.IndexOfInvalid(values, 0, 11));
            }
        }
    }

    [Fact]
    public void Many_blocks_count_as_one_by_one()
    {
        int[] values = Random(100_003, seed: 23, from: 0, below: 12);

        AssertCounts(values, minimum: 0, length: 11);
        AssertCounts(values, minimum: 1, length: 10);
        AssertCounts(values.AsSpan(1), minimum: 0, length: 101);
        for (int rest = 0; rest <= 66; rest++)
        {
            AssertCounts(values.AsSpan(rest % 3, 16_384 + rest), minimum: 0, length: 11);
        }
    }

    [Fact]
    public void Ten_million_values_need_no_more_room()
    {
        long[] counts = new long[11];
        Assert.Equal(0, IntHistogram.Count(new int[10_000_000], 0, counts));
        Assert.Equal(10_000_000, counts[0]);
    }

    [Fact]
    public void The_first_value_outside_is_found_where_one_by_one_finds_it()
    {
        var random = new Random(24);
        for (int trial = 0; trial < 2_000; trial++)
        {
            int[] values = Random(random.Next(0, 100), seed: trial, from: -3, below: random.Next(0, 30));
            int minimum = random.Next(-5, 5);
            int length = random.Next(0, 40);

            Assert.Equal(Array.FindIndex(values, v => v < minimum || v >= minimum + length), IntHistogram.IndexOfInvalid(values, minimum, length));
        }

        Assert.Equal(-1, IntHistogram.IndexOfInvalid([int.MaxValue], int.MaxValue, 11));
        Assert.Equal(0, IntHistogram.IndexOfInvalid([int.MinValue], int.MaxValue, 11));
    }

    private static void AssertCounts(ReadOnlySpan<int> values, int minimum, int length)
    {
        long[] expected = new long[length];
        long outside = 0;
        foreach (int value in values)
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

        foreach (bool scalar in (bool[])[false, true])
        {
            long[] counts = new long[length];
            long invalid = scalar ? IntHistogram.CountScalar(values, minimum, counts) : IntHistogram.Count(values, minimum, counts);
            if (invalid != outside || !expected.AsSpan().SequenceEqual(counts))
            {
                Assert.Fail($"{values.Length} values, minimum {minimum}, {length} counts: "
                    + $"[{string.Join(' ', counts)}] and {invalid} outside, not [{string.Join(' ', expected)}] and {outside}");
            }
        }
    }

    private static int[] Random(int length, int seed, int from, int below)
    {
        var random = new Random(seed);
        int[] values = new int[length];
        for (int at = 0; at < length; at++)
        {
            values[at] = random.Next(from, below);
        }

        return values;
    }
}
