using CareMetrics.Conversion;
using CareMetrics.Nps;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Conversion;

public class MoodScaleTests
{
    [Fact]
    public void Recommendation_scores_are_cut_as_the_net_promoter_question_cuts_them() => Law.Holds(Gen.Choose(0, 10), score =>
        (int)MoodScale.ZeroToTen.MoodOf(score) == (int)NpsScale.ZeroToTen.CategoryOf(score));

    [Theory]
    [InlineData(1, Mood.Ranter)]
    [InlineData(2, Mood.Ranter)]
    [InlineData(3, Mood.Neutral)]
    [InlineData(4, Mood.Raver)]
    [InlineData(5, Mood.Raver)]
    public void Stars_are_cut_at_two_and_four(int stars, Mood mood) => Assert.Equal(mood, MoodScale.FiveStars.MoodOf(stars));

    [Theory]
    [InlineData(-1, Mood.Ranter)]
    [InlineData(-0.05, Mood.Ranter)]
    [InlineData(-0.049999, Mood.Neutral)]
    [InlineData(0, Mood.Neutral)]
    [InlineData(-0.0, Mood.Neutral)]
    [InlineData(0.3, Mood.Raver)]
    [InlineData(1, Mood.Raver)]
    public void Sentiment_is_cut_where_the_caller_says(double sentiment, Mood mood) =>
        Assert.Equal(mood, MoodScale.Sentiment(ranterMaximum: -0.05, raverMinimum: 0.3).MoodOf(sentiment));

    [Theory]
    [InlineData(11, "score is 11; a score on the 0–10 (ranters to 6, ravers from 9) scale is a whole number from 0 to 10")]
    [InlineData(7.5, "score is 7.5; a score on the 0–10 (ranters to 6, ravers from 9) scale is a whole number from 0 to 10")]
    [InlineData(double.NaN, "score is NaN; a score on the 0–10 (ranters to 6, ravers from 9) scale is a whole number from 0 to 10")]
    [InlineData(double.NegativeInfinity, "score is -Infinity; a score on the 0–10 (ranters to 6, ravers from 9) scale is a whole number from 0 to 10")]
    public void What_is_no_score_is_named(double score, string message)
    {
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => MoodScale.ZeroToTen.MoodOf(score)).Message);
        Assert.False(MoodScale.ZeroToTen.TryMoodOf(score, out _));
    }

    [Fact]
    public void Cuts_stand_halfway_between_whole_scores()
    {
        Assert.Equal((6.5, 8.5), (MoodScale.ZeroToTen.RanterBelow, MoodScale.ZeroToTen.RaverAbove));
        var sentiment = MoodScale.Sentiment(-0.1, 0.2);
        Assert.Equal((-0.1, 0.2), (sentiment.RanterBelow, sentiment.RaverAbove));
    }

    [Theory]
    [InlineData(0, 10, 9, 6)]
    [InlineData(0, 10, 6, 6)]
    [InlineData(0, 10, -1, 6)]
    [InlineData(0, 10, 6, 11)]
    [InlineData(0, 10, double.NaN, 9)]
    [InlineData(double.NegativeInfinity, 10, 6, 9)]
    public void Cuts_out_of_order_are_refused(double minimum, double maximum, double ranterMaximum, double raverMinimum) =>
        Assert.Contains("is out of order; needed are finite numbers with minimum <= ranterMaximum < raverMinimum <= maximum",
            Assert.Throws<ArgumentException>(() => new MoodScale(minimum, maximum, ranterMaximum, raverMinimum)).Message);

    [Fact]
    public void A_scale_of_whole_numbers_has_whole_cuts() =>
        Assert.All<Func<object>>(
            [
                () => new MoodScale(1, 5, 2.5, 4, wholeNumbers: true), () => new MoodScale(1, 5, 2, 3.5, wholeNumbers: true),
                () => new MoodScale(0.5, 5, 2, 4, wholeNumbers: true), () => new MoodScale(1, 5.5, 2, 4, wholeNumbers: true),
            ],
            make => Assert.Throws<ArgumentException>(make));

    [Fact]
    public void Cuts_may_stand_at_the_ends_of_a_scale()
    {
        var ends = new MoodScale(1, 5, 1, 5, wholeNumbers: true);
        Assert.Equal([Mood.Ranter, Mood.Neutral, Mood.Raver], new double[] { 1, 3, 5 }.Select(ends.MoodOf));
        Assert.False(MoodScale.FiveStars.TryMoodOf(2.5, out _));
        Assert.False(MoodScale.FiveStars.TryMoodOf(6, out Mood none));
        Assert.Equal(Mood.Neutral, none);
    }

    [Fact]
    public void A_scale_survives_json()
    {
        foreach (MoodScale scale in new[] { MoodScale.ZeroToTen, MoodScale.FiveStars, MoodScale.Sentiment(-0.05, 0.05) })
        {
            Assert.Equal(scale, Json.Read<MoodScale>(Json.Write(scale)));
        }
    }
}
