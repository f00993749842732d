using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

public class ScoreCountingTests
{
    private static readonly ScoreRange Five = new(1, 5, "1–5");

    [Fact]
    public void Every_kind_of_number_and_sequence_counts_alike()
    {
        int[] scores = [1, 5, 3, 6, 5, 0, 2];
        long[] expected = [1, 1, 1, 0, 2];
        AssertCounts(scores, expected);
        AssertCounts(scores.Select(score => (byte)score), expected);
        AssertCounts(scores.Select(score => (double)score), expected);
        AssertCounts(scores.Select(score => (decimal)score), expected);
    }

    [Fact]
    public void The_first_score_outside_is_named_in_every_kind_of_number_and_sequence()
    {
        int[] scores = [1, 5, 4, 6, 0];
        AssertNamed(scores);
        AssertNamed(scores.Select(score => (byte)score));
        AssertNamed(scores.Select(score => (double)score));
    }

    [Fact]
    public void A_missing_answer_is_not_an_invalid_one() =>
        Assert.Equal(new OneAnswer(IsMissing: true, IsInvalid: false, 0), ScoreCounting.One<int>(null, 0, Five, InvalidAnswers.Count, "scores"));

    private static void AssertCounts<T>(IEnumerable<T> scores, long[] expected)
        where T : struct, System.Numerics.INumber<T>
    {
        foreach (IEnumerable<T> sequence in (IEnumerable<T>[])[scores.Skip(0).Where(_ => true), scores.ToArray(), scores.ToList()])
        {
            long[] counts = new long[5];
            Assert.Equal(2, ScoreCounting.Count(sequence, Five, InvalidAnswers.Count, counts));
            Assert.Equal(expected, counts);
        }
    }

    private static void AssertNamed<T>(IEnumerable<T> scores)
        where T : struct, System.Numerics.INumber<T>
    {
        foreach (IEnumerable<T> sequence in (IEnumerable<T>[])[scores.Where(_ => true), scores.ToArray(), scores.ToList()])
        {
            Assert.StartsWith("scores[3] is 6;", Assert.Throws<ArgumentOutOfRangeException>(
                () => ScoreCounting.Count(sequence, Five, InvalidAnswers.Fail, new long[5])).Message);
        }
    }
}
