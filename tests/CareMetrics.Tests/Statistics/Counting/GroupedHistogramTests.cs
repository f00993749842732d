using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

public class GroupedHistogramTests
{
    [Fact]
    public void Every_number_of_rows_counts_as_one_by_one()
    {
        for (int rows = 0; rows <= 300; rows++)
        {
            AssertCounts(rows, groupCount: 7, minimum: 0, scoreCount: 11, scoresBelow: 13, sorted: rows % 2 == 0);
        }
    }

    [Theory]
    [InlineData(1, 0, 11)]
    [InlineData(3, 1, 5)]
    [InlineData(1_000, 1, 10)]
    [InlineData(50, 0, 101)]
    [InlineData(4, 250, 20)]
    [InlineData(4, -3, 11)]
    [InlineData(4, int.MinValue, 11)]
    [InlineData(4, int.MaxValue, 11)]
    public void Every_scale_counts_as_one_by_one(int groupCount, int minimum, int scoreCount)
    {
        AssertCounts(20_001, groupCount, minimum, scoreCount, scoresBelow: 256, sorted: false);
        AssertCounts(20_000, groupCount, minimum, scoreCount, scoresBelow: 12, sorted: true);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_group_that_does_not_exist_gives_its_first_row(int group)
    {
        int[] groups = new int[301];
        byte[] scores = new byte[groups.Length];
        long[] counts = new long[5 * 11];
        for (int at = 0; at < groups.Length; at++)
        {
            Array.Clear(groups);
            groups[at] = group;
            groups[^1] = group;
            GroupedHistogram.Count(groups, scores, 0, 11, counts, 5, out int badGroupAt);

            Assert.Equal(at, badGroupAt);
        }
    }

    [Fact]
    public void Without_groups_every_row_is_in_a_group_that_does_not_exist()
    {
        Assert.Equal(0, GroupedHistogram.Count([], [], 0, 11, [], 0, out int badGroupAt));
        Assert.Equal(-1, badGroupAt);
        Assert.Equal(0, GroupedHistogram.Count([0], [5], 0, 11, [], 0, out badGroupAt));
        Assert.Equal(0, badGroupAt);
    }

    [Fact]
    public void Sizes_that_do_not_fit_each_other_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedHistogram.Count([0], [5], 0, 11, new long[10], 1, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedHistogram.Count([0, 0], [5], 0, 11, new long[11], 1, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedHistogram.Count([0], [5], 0, -11, new long[11], -1, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedHistogram.Count([0], [5], 0, -1, new long[11], 0, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => GroupedHistogram.Count([0], [5], 0, 0, [], -1, out _));
    }

    [Fact]
    public void Counts_add_to_what_is_there()
    {
        long[] counts = new long[2 * 11];
        GroupedHistogram.Count([0, 1, 1], [10, 0, 0], 0, 11, counts, 2, out _);
        GroupedHistogram.Count([1], [0], 0, 11, counts, 2, out _);

        Assert.Equal(1, counts[10]);
        Assert.Equal(3, counts[11]);
        Assert.Equal(4, counts.Sum());
    }

    private static void AssertCounts(int rows, int groupCount, int minimum, int scoreCount, int scoresBelow, bool sorted)
    {
        var random = new Random(rows);
        int[] groups = new int[rows];
        byte[] scores = new byte[rows];
        long[] expected = new long[groupCount * scoreCount];
        long outside = 0;
        for (int row = 0; row < rows; row++)
        {
            groups[row] = sorted ? (int)((long)row * groupCount / rows) : random.Next(groupCount);
            scores[row] = (byte)random.Next(scoresBelow);
            long k = (long)scores[row] - minimum;
            if (k >= 0 && k < scoreCount)
            {
                expected[(groups[row] * scoreCount) + k]++;
            }
            else
            {
                outside++;
            }
        }

        long[] counts = new long[expected.Length];
        Assert.Equal(outside, GroupedHistogram.Count(groups, scores, minimum, scoreCount, counts, groupCount, out int badGroupAt));
        Assert.Equal(-1, badGroupAt);
        Assert.Equal(expected, counts);
    }
}
