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

    [Fact]
    public void One_answer_is_a_score_or_invalid_or_an_error()
    {
        Assert.Equal(new OneAnswer(IsMissing: false, IsInvalid: false, 4), ScoreCounting.One<int>(4, 0, Five, InvalidAnswers.Fail, "scores"));
        Assert.Equal(new OneAnswer(IsMissing: false, IsInvalid: true, 0), ScoreCounting.One<int>(6, 0, Five, InvalidAnswers.Count, "scores"));
        Assert.StartsWith("scores[9] is 6; a score on the 1–5 scale is a whole number from 1 to 5", Assert.Throws<ArgumentOutOfRangeException>(
            () => ScoreCounting.One<int>(6, 9, Five, InvalidAnswers.Fail, "scores")).Message);
    }

    [Fact]
    public void Answers_are_scores_missing_or_invalid_and_every_one_is_accounted_for()
    {
        long[] counts = new long[5];
        long bad = ScoreCounting.Count<double>([1, null, 4.5, 5, double.NaN, null, null, 6], Five, InvalidAnswers.Count, counts, out long missing);
        Assert.Equal((3L, 3L, 2L), (bad, missing, counts.Sum()));
        Assert.Equal([1, 0, 0, 0, 1], counts);
        Assert.StartsWith("scores[2] is 4.5;", Assert.Throws<ArgumentOutOfRangeException>(
            () => ScoreCounting.Count<double>([1, null, 4.5], Five, InvalidAnswers.Fail, counts, out _)).Message);
    }

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
