using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Nps;

public class LatestAnswersTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Only_answers_of_one_instant_are_tied()
    {
        LatestAnswers latest = LatestAnswers.Of([("a", Day, 9), ("a", Day.AddDays(1), 3), ("b", Day, 9), ("b", Day, 10), ("c", Day, 8), ("c", Day, 7), ("c", Day, 9)]);
        Assert.Equal(new NpsTally(1, 0, 2), latest.Tally);
        Assert.Equal(4, latest.Superseded);
        Assert.Equal(3, latest.Ties);
    }

    [Fact]
    public void A_later_answer_undoes_a_tie()
    {
        LatestAnswers latest = LatestAnswers.Of([("a", Day, 9), ("a", Day, 10), ("a", Day.AddDays(1), 3)]);
        Assert.Equal((new NpsTally(1, 0, 0), 2L, 0L), (latest.Tally, latest.Superseded, latest.Ties));
    }

    [Fact]
    public void Answers_are_read_on_their_scale_and_invalid_ones_counted()
    {
        LatestAnswers latest = LatestAnswers.Of([("a", Day, 5), ("b", Day, 9)], new NpsScale(1, 5, 3, 5), InvalidAnswers.Count);
        Assert.Equal(new NpsTally(0, 0, 1, invalid: 1), latest.Tally);
    }

    [Fact]
    public void What_is_wrong_is_named_with_its_place()
    {
        Assert.Equal("answers[1] is 11; a score on the 0–10 scale is a whole number from 0 to 10 (Parameter 'answers')",
            Assert.Throws<ArgumentOutOfRangeException>(() => LatestAnswers.Of([("a", Day, 9), ("a", Day, 11)])).Message);
        Assert.Equal("answers[1].Customer is null; every customer has an identity, and answers without one are counted apart (Parameter 'answers')",
            Assert.Throws<ArgumentNullException>(() => LatestAnswers.Of([("a", Day, 9), ((string)null!, Day, 9)])).Message);
    }
}
