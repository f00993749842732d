using CareMetrics.Nps;

namespace CareMetrics.Cli.Tests;

public class CautionsTests
{
    private static readonly AnswerQuery Query = new() { Files = ["a.csv"], Breakdowns = [new Breakdown()] };

    private static IReadOnlyList<string> Of(AnswerSummary summary, AnswerQuery? query = null)
    {
        NpsRow[] rows = [.. summary.Breakdowns[0]!.Select(cell => NpsRow.Of(cell, new(0.95, NpsMethod.Score), summary.Definition))];
        return Cautions.Of(query ?? Query, summary, rows[^1], rows[..^1]);
    }

    private static AnswerSummary Scores(NpsScale scale, params long[] counts)
    {
        var scores = new ScoreDistribution(scale, [.. counts]);
        NpsTally tally = scores.Tally;
        return Made.Summary([[Made.Cell(tally.Detractors, tally.Passives, tally.Promoters)]], scores);
    }

    [Fact]
    public void Enough_answers_of_an_ordinary_kind_need_no_caution() => Assert.Empty(Of(Scores(NpsScale.ZeroToTen, 1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)));

    [Fact]
    public void Answers_up_to_5_look_like_another_scale()
    {
        Assert.Equal(
            ["No answer is above 5 on the 0–10 scale. If they were asked on another scale, name it, for example --scale 1-5:3:5."],
            Of(Scores(NpsScale.ZeroToTen, 0, 5, 5, 5, 15, 20, 0, 0, 0, 0, 0)));
        Assert.Equal(
            ["No answer is above 4 on the 1–10 scale. If they were asked on another scale, name it, for example --scale 1-5:3:5."],
            Of(Scores(NpsScale.OneToTen, 15, 5, 5, 15, 0, 0, 0, 0, 0, 0)));
    }

    [Fact]
    public void One_answer_above_5_is_enough() => Assert.Empty(Of(Scores(NpsScale.ZeroToTen, 0, 5, 5, 5, 15, 20, 1, 0, 0, 0, 0)));

    [Fact]
    public void On_a_scale_of_five_answers_up_to_5_are_as_they_should_be() => Assert.Empty(Of(Scores(new NpsScale(1, 5, 3, 5), 10, 10, 10, 10, 10)));

    [Theory]
    [InlineData(30, 0)]
    [InlineData(29, 1)]
    public void Below_thirty_answers_are_few(long answers, int cautions)
    {
        IReadOnlyList<string> found = Of(Made.Summary(Made.Cell(0, 0, answers)));

        Assert.Equal(cautions, found.Count);
        Assert.All(found, caution => Assert.StartsWith("Few answers: 29.", caution));
    }

    [Fact]
    public void Groups_with_few_answers_are_named()
    {
        Assert.Equal(
            ["Few answers, fewer than 30, in a (1), b (2), c (3), d (4) and 1 more: their scores move a lot by chance; read the intervals."],
            Of(Made.Summary(
                Made.Cell(0, 0, 1, "a"), Made.Cell(0, 0, 2, "b"), Made.Cell(0, 0, 3, "c"), Made.Cell(0, 0, 4, "d"), Made.Cell(0, 0, 5, "e"),
                Made.Cell(0, 0, 50, "f"), Made.Cell(0, 0, 65))));
    }

    [Fact]
    public void No_answers_are_no_score() =>
        Assert.Equal(["There are no answers, so there is no score."], Of(Made.Summary(Made.Cell(0, 0, 0, missing: 5))));

    [Fact]
    public void Customers_who_answer_often_are_named_with_what_to_do()
    {
        AnswerSummary often = Made.Summary(Made.Cell(10, 10, 20)) with { MostAnswersOfACustomer = 10 };

        Assert.Equal(
            ["Customers answered more than once (one customer gave 10 answers): the interval allows for it, but they weigh more in the score. To count each customer once, add --latest."],
            Of(often));
        Assert.Equal(
            ["Customers answered more than once (one customer gave 10 answers): the interval allows for it, but they weigh more in the score."],
            Of(often, Query with { Latest = true }));
        Assert.Empty(Of(often with { MostAnswersOfACustomer = 9 }));
    }

    [Fact]
    public void A_wide_design_effect_is_named()
    {
        // Twenty customers who each say the same three times: the design effect is 3 by 20/19.
        NpsCustomerTally half = NpsCustomerTally.OfCustomer(new NpsTally(3, 0, 0));
        NpsCustomerTally other = NpsCustomerTally.OfCustomer(new NpsTally(0, 0, 3));
        NpsCustomerTally all = Enumerable.Range(0, 20).Select(i => i % 2 == 0 ? half : other).Aggregate((left, right) => left + right);
        AnswerSummary summary = Made.Summary(new AnswerCell { Tally = all.Answers, Customers = all }) with { MostAnswersOfACustomer = 3 };

        Assert.Equal(
            ["Customers answered more than once (one customer gave 3 answers; design effect 3.2): the interval allows for it, but they weigh more in the score. To count each customer once, add --latest."],
            Of(summary));
    }
}
