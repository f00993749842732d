using System.Text.Json;
using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Nps;

public class NpsCustomerTallyTests
{
    [Fact]
    public void Repeat_answers_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("nps/nps_repeat_answers.csv"))
        {
            NpsCustomerTally tally = Tally(row["customers"]);
            NetPromoterScore score = NetPromoter.Score(tally, row.Number("level"));
            Close.Near(row.Number("score"), score.Score.Value!.Value / 100, 1e-12, $"{row} score");
            Close.Near(row.Number("variance"), tally.Variance, 1e-12, $"{row} variance");
            Close.Relative(row.Number("design_effect"), score.DesignEffect!.Value, 1e-12, $"{row} design effect");
            Close.Near(row.Number("lower"), score.Score.Lower!.Value / 100, 1e-12, $"{row} lower");
            Close.Near(row.Number("upper"), score.Score.Upper!.Value / 100, 1e-12, $"{row} upper");
        }
    }

    [Fact]
    public void One_answer_of_one_customer_is_one_answer()
    {
        Assert.Equal(1, NpsCustomerTally.OfCustomer(new NpsTally(0, 0, 1)).DesignEffect);
        Assert.Null(NpsCustomerTally.OfCustomer(new NpsTally(0, 1, 1)).DesignEffect);
        Assert.Null(NpsCustomerTally.Empty.DesignEffect);
    }

    [Fact]
    public void Answers_that_are_no_scores_are_counted_apart_and_make_no_customer()
    {
        NpsCustomerTally tally = NpsCustomerTally.Of(new (string, int?)[] { ("a", 10), ("a", 11), ("b", null), ("c", 12) }, invalid: InvalidAnswers.Count);
        Assert.Equal(new NpsCustomerTally(new NpsTally(0, 0, 1, missing: 1, invalid: 2), 1, 1, 1, 1), tally);
        Assert.Equal("answers[1].Customer is null; every customer has an identity, and answers without one are counted apart (Parameter 'answers')",
            Assert.Throws<ArgumentNullException>(() => NpsCustomerTally.Of([("a", 9), ((string)null!, 9)])).Message);
    }

    [Fact]
    public void Sums_that_no_customers_have_are_errors()
    {
        NpsTally four = new(1, 0, 3);
        string Sums(NpsTally answers, long customers, long scores, long products, long squares) =>
            Assert.ThrowsAny<ArgumentException>(() => new NpsCustomerTally(answers, customers, scores, products, squares)).Message;
        Assert.Equal("customers is -1; a count is 0 or more (Parameter 'customers')", Sums(four, -1, 0, 0, 0));
        Assert.Equal("sumOfSquaredScores is -1; a count is 0 or more (Parameter 'sumOfSquaredScores')", Sums(four, 2, -1, 0, 8));
        Assert.Equal("sumOfSquaredAnswers is -1; a count is 0 or more (Parameter 'sumOfSquaredAnswers')", Sums(four, 2, 0, 0, -1));
        Assert.Equal("customers is 5 with 4 answers; sums of one set of customers cannot be so", Sums(four, 5, 0, 0, 8));
        Assert.Equal("customers is 0 with 4 answers; sums of one set of customers cannot be so", Sums(four, 0, 0, 0, 8));
        Assert.Equal("sumOfSquaredAnswers is 7 with 4 answers of 2 customers; sums of one set of customers cannot be so", Sums(four, 2, 0, 0, 7));
        Assert.Equal("sumOfSquaredAnswers is 3 with 4 answers of 4 customers; sums of one set of customers cannot be so", Sums(four, 4, 0, 0, 3));
        Assert.Equal("sumOfSquaredScores is 9 and sumOfScoresTimesAnswers 0 with sumOfSquaredAnswers 8; sums of one set of customers cannot be so", Sums(four, 2, 9, 0, 8));
        Assert.Equal("sumOfSquaredScores is 8 and sumOfScoresTimesAnswers -9 with sumOfSquaredAnswers 8; sums of one set of customers cannot be so", Sums(four, 2, 8, -9, 8));
    }

    private static NpsCustomerTally Tally(string customers) => JsonSerializer.Deserialize<int[][]>(customers)!
        .Select(answers => NpsCustomerTally.OfCustomer(answers.Aggregate(NpsTally.Empty, (tally, y) => tally.Add((NpsCategory)y))))
        .Aggregate(NpsCustomerTally.Empty, (sum, one) => sum + one);
}
