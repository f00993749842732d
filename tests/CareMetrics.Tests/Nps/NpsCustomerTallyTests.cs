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
    public void A_sum_of_more_customers_than_half_of_what_a_count_holds_reads_back()
    {
        var half = new NpsCustomerTally(new NpsTally(0, 0, 3_000_000_000_000_000_000), 3_000_000_000_000_000_000, 3_000_000_000_000_000_000, 3_000_000_000_000_000_000, 3_000_000_000_000_000_000);

        Assert.Equal(half + half, JsonSerializer.Deserialize<NpsCustomerTally>(JsonSerializer.Serialize(half + half)));
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
        foreach (long customers in new[] { 5, 0 })
        {
            Assert.Equal($"customers is {customers} with 4 answers; each gave one at least, and there are none without answers (Parameter 'customers')", Sums(four, customers, 0, 0, 8));
        }

        // One detractor and three promoters: in a customer's 2 answers the two cancel out, or do not.
        string Squares(string found) => $"sumOfSquaredAnswers is {found} (Parameter 'sumOfSquaredAnswers')";
        Assert.Equal(Squares("7; of 2 customers with these answers it is even, from 8 to 10"), Sums(four, 2, 4, 4, 7));
        Assert.Equal(Squares("9; of 2 customers with these answers it is even, from 8 to 10"), Sums(four, 2, 4, 4, 9));
        Assert.Equal(Squares("12; of 2 customers with these answers it is even, from 8 to 10"), Sums(four, 2, 4, 4, 12));
        Assert.Equal(Squares("6; of 4 customers with these answers it is 4"), Sums(four, 4, 4, 2, 6));
        string Scores(string found) => $"sumOfSquaredScores is {found} (Parameter 'sumOfSquaredScores')";
        Assert.Equal(Scores("1; of 2 customers with these answers it is even, from 2 to 10"), Sums(four, 2, 1, 4, 10));
        Assert.Equal(Scores("12; of 2 customers with these answers it is even, from 2 to 10"), Sums(four, 2, 12, 4, 10));
        Assert.Equal(Scores("2; of 4 customers with these answers it is 4"), Sums(four, 4, 2, 2, 4));
        Assert.Equal(Scores("8; of a customer with these answers it is 4"), Sums(four, 1, 8, 8, 16));
        string Products(string found) => $"sumOfScoresTimesAnswers is {found} (Parameter 'sumOfScoresTimesAnswers')";
        Assert.Equal(Products("5; of 2 customers with these answers it is 4"), Sums(four, 2, 4, 5, 8));
        Assert.Equal(Products("0; of 2 customers with these answers it is even, from 4 to 6"), Sums(four, 2, 4, 0, 10));
        Assert.Equal(Products("6; of a customer with these answers it is 8"), Sums(four, 1, 4, 6, 16));
        // Eight answers of five customers are at best 2, 2, 2, 1, 1.
        Assert.Equal(Squares("12; of 5 customers with these answers it is even, from 13 to 20"), Sums(new NpsTally(0, 8, 0), 5, 0, 0, 12));
        // Nobody's (m - s)(m + s) is below m - s, nor their sum below 3.
        Assert.Equal(Products("18; of 5 customers with these answers it is from 8 to 17"), Sums(new NpsTally(1, 1, 6), 5, 19, 18, 20));
        Assert.StartsWith("sumOfSquaredScores is 1; of 0 customers with these answers it is 0", Sums(default, 0, 1, 0, 0));
        Assert.StartsWith("sumOfScoresTimesAnswers is 1; ", Sums(default, 0, 0, 1, 0));
        Assert.StartsWith("sumOfSquaredAnswers is 1; ", Sums(default, 0, 0, 0, 1));
        Assert.StartsWith("sumOfSquaredAnswers is 9223372036854775807; of 3 customers with these answers it is ", Sums(new NpsTally(long.MaxValue / 2, 1, long.MaxValue / 2), 3, long.MaxValue, 0, long.MaxValue));
    }

    [Fact]
    public void The_sums_of_all_customers_there_can_be_are_allowed() => Law.Holds(Any.Customers, Any.Customers, (some, others) =>
    {
        NpsCustomerTally all = some + others;
        Assert.Equal(all, new NpsCustomerTally(all.Answers, all.Customers, all.SumOfSquaredScores, all.SumOfScoresTimesAnswers, all.SumOfSquaredAnswers));
    });

    [Fact]
    public void Of_few_answers_all_real_sums_are_allowed_and_few_others()
    {
        // Every set of customers with three answers at most.
        NpsTally[] ones = [.. from d in Enumerable.Range(0, 4) from p in Enumerable.Range(0, 4 - d) from m in Enumerable.Range(0, 4 - d - p) where d + p + m > 0 select new NpsTally(d, p, m)];
        HashSet<NpsCustomerTally> real = [NpsCustomerTally.Empty];
        foreach (int _ in Enumerable.Range(0, 3))
        {
            real.UnionWith([.. real.SelectMany(some => ones.Where(own => own.Answered + some.Answers.Answered <= 3).Select(own => some + NpsCustomerTally.OfCustomer(own)))]);
        }

        HashSet<(NpsTally, long, long, long, long)> sums = [.. real.Select(tally => (tally.Answers, tally.Customers, tally.SumOfSquaredScores, tally.SumOfScoresTimesAnswers, tally.SumOfSquaredAnswers))];
        int allowed = 0;
        foreach ((NpsTally answers, long customers) in real.Select(tally => (tally.Answers, tally.Customers)).Distinct())
        {
            foreach ((long squares, long scores, long products) in from squares in Enumerable.Range(0, 11) from scores in Enumerable.Range(0, 11) from products in Enumerable.Range(-10, 21) select (squares, scores, products))
            {
                bool isReal = sums.Contains((answers, customers, scores, products, squares));
                try
                {
                    _ = new NpsCustomerTally(answers, customers, scores, products, squares);
                    allowed++;
                }
                catch (ArgumentException problem) when (!isReal)
                {
                    Assert.Contains(problem.ParamName, new[] { "sumOfSquaredAnswers", "sumOfSquaredScores", "sumOfScoresTimesAnswers" });
                }
            }
        }

        // All there are, and seven beside.
        Assert.Equal((54, 61), (real.Count, allowed));
    }

    private static NpsCustomerTally Tally(string customers) => JsonSerializer.Deserialize<int[][]>(customers)!
        .Select(answers => NpsCustomerTally.OfCustomer(answers.Aggregate(NpsTally.Empty, (tally, y) => tally.Add((NpsCategory)y))))
        .Aggregate(NpsCustomerTally.Empty, (sum, one) => sum + one);
}
