using CareMetrics.Nps;

namespace CareMetrics.Tests.Nps;

public class NpsScaleTests
{
    [Theory]
    [InlineData("0-10", 0, 10, 6, 9)]
    [InlineData("1-10", 1, 10, 6, 9)]
    [InlineData("1-5:3:5", 1, 5, 3, 5)]
    [InlineData("-5-5:0:4", -5, 5, 0, 4)]
    [InlineData("0-100:60:90", 0, 100, 60, 90)]
    public void Scales_are_read(string text, int minimum, int maximum, int detractorMaximum, int promoterMinimum) =>
        Assert.Equal(new NpsScale(minimum, maximum, detractorMaximum, promoterMinimum), NpsScale.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("1-5")]
    [InlineData("0-10 ")]
    [InlineData("1-5:3")]
    [InlineData("a-b:c:d")]
    [InlineData("1-5:3:99999999999")]
    public void What_is_no_scale_is_an_error_that_says_what_is(string text) => Assert.Equal(
        $"\"{text}\" is not a scale; allowed are 0-10, 1-10 and MIN-MAX:DETRACTORMAX:PROMOTERMIN, such as 1-5:3:5",
        Assert.Throws<FormatException>(() => NpsScale.Parse(text)).Message);

    [Fact]
    public void Cuts_out_of_order_are_errors()
    {
        Assert.Equal(
            "the scale 0 to 10 with detractors up to 9 and promoters from 9 is out of order; needed is minimum <= detractorMaximum < promoterMinimum <= maximum",
            Assert.Throws<ArgumentException>(() => new NpsScale(0, 10, 9, 9)).Message);
        Assert.Equal("the scale 0 to 101 has 102 scores; at most 101 are allowed",
            Assert.Throws<ArgumentException>(() => new NpsScale(0, 101, 6, 9)).Message);
        Assert.Throws<ArgumentException>(() => new NpsScale(int.MinValue, int.MaxValue, 0, 1));
    }

    [Fact]
    public void A_scale_ends_at_its_ends_and_may_have_one_detractor_score()
    {
        NpsScale scale = new(1, 5, 1, 5);
        Assert.Equal([NpsCategory.Detractor, NpsCategory.Passive, NpsCategory.Promoter], new[] { 1, 2, 5 }.Select(scale.CategoryOf));
        Assert.True(scale.Contains(1) && scale.Contains(5));
        Assert.False(scale.Contains(0) || scale.Contains(6));
        Assert.Equal("score is 11; a score on the 0–10 scale is a whole number from 0 to 10 (Parameter 'score')",
            Assert.Throws<ArgumentOutOfRangeException>(() => NpsScale.ZeroToTen.CategoryOf(11)).Message);
    }

    [Fact]
    public void A_distribution_counts_each_score_and_folds_into_the_tally()
    {
        ScoreDistribution distribution = ScoreDistribution.Of([1, 5, 5, 3], new NpsScale(1, 5, 3, 5));
        Assert.Equal([1, 0, 1, 0, 2], distribution.Counts.ToArray());
        Assert.Equal(2, distribution[5]);
        Assert.Equal(new NpsTally(2, 0, 2), distribution.Tally);
        Assert.Equal("the scales 1–5 (detractors to 3, promoters from 5) and 0–10 differ; only distributions on one scale can be added or subtracted",
            Assert.Throws<ArgumentException>(() => distribution + ScoreDistribution.Empty(NpsScale.ZeroToTen)).Message);
        Assert.Equal(ScoreDistribution.Of([1, 5, 5, 3, 2], new NpsScale(1, 5, 3, 5)) - ScoreDistribution.Of([2], new NpsScale(1, 5, 3, 5)), distribution);
        Assert.Equal("counts has 2 entries; the 0–10 scale has 11 scores (Parameter 'counts')",
            Assert.Throws<ArgumentException>(() => new ScoreDistribution(NpsScale.ZeroToTen, [1, 2])).Message);
    }
}
