using CareMetrics.Nps;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Nps;

public class NpsTallyTests
{
    [Fact]
    public void Merging_is_exact_in_any_order() => Law.Holds(Any.Tally, Any.Tally, Any.Tally, (a, b, c) =>
        a + b + c == c + (b + a) && a + NpsTally.Empty == a && a + b - b == a);

    [Fact]
    public void Categories_follow_the_published_cuts()
    {
        NpsCategory[] expected =
        [
            .. Enumerable.Repeat(NpsCategory.Detractor, 7), NpsCategory.Passive, NpsCategory.Passive, NpsCategory.Promoter, NpsCategory.Promoter,
        ];
        Assert.Equal(expected, Enumerable.Range(0, 11).Select(NpsScale.ZeroToTen.CategoryOf));
        Assert.Equal(expected[1..], Enumerable.Range(1, 10).Select(NpsScale.OneToTen.CategoryOf));
    }

    [Fact]
    public void Missing_and_invalid_answers_are_counted_apart_and_enter_no_score()
    {
        NpsTally tally = NpsTally.Of(new double?[] { 9.0, null, 7.5, double.NaN, 3.0, null }, invalid: InvalidAnswers.Count);
        Assert.Equal(new NpsTally(1, 0, 1, missing: 2, invalid: 2), tally);
        Assert.Equal(2, tally.Answered);
        Assert.Equal(0, NetPromoter.Score(tally).Score.Value);
    }

    [Fact]
    public void A_zero_is_a_detractor_and_not_missing() => Assert.Equal(new NpsTally(2, 0, 0), NpsTally.Of(new int?[] { 0, 0 }));

    [Fact]
    public void Numbers_that_no_int_can_hold_are_invalid()
    {
        double[] numbers = [1e300, -1e300, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 4294967296.0];
        Assert.Equal(6, NpsTally.Of(numbers, invalid: InvalidAnswers.Count).Invalid);
        Assert.Equal(2, NpsTally.Of([long.MaxValue, long.MinValue], invalid: InvalidAnswers.Count).Invalid);
        Assert.Equal(1, NpsTally.Of([-0.0], invalid: InvalidAnswers.Fail).Detractors);
    }

    [Fact]
    public void Counts_that_cannot_be_are_errors()
    {
        Assert.Equal("passives is -1; a count is 0 or more (Parameter 'passives')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new NpsTally(1, -1, 0)).Message);
        Assert.Throws<OverflowException>(() => new NpsTally(long.MaxValue, 1, 0));
        Assert.Throws<OverflowException>(() => new NpsTally(long.MaxValue, 0, 0) + new NpsTally(1, 0, 0));
        Assert.Equal("cannot take 2 promoters from 1; a tally never goes below 0 (Parameter 'right')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new NpsTally(0, 0, 1) - new NpsTally(0, 0, 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => NpsTally.Empty.Add((NpsCategory)2));
        Assert.Throws<OverflowException>(() => new NpsTally(long.MaxValue, 0, 1));
    }

    [Fact]
    public void A_part_that_is_no_part_is_named()
    {
        NpsTally whole = new(1, 1, 1, missing: 1, invalid: 1);
        foreach ((NpsTally part, string what) in new[]
        {
            (new NpsTally(2, 0, 0), "detractors"), (new(0, 2, 0), "passives"), (new(0, 0, 0, missing: 2), "missing answers"), (new(0, 0, 0, invalid: 2), "invalid answers"),
        })
        {
            Assert.Equal($"cannot take 2 {what} from 1; a tally never goes below 0 (Parameter 'right')",
                Assert.Throws<ArgumentOutOfRangeException>(() => whole - part).Message);
        }
    }

    [Fact]
    public void Every_way_in_reads_its_scale()
    {
        NpsScale scale = new(1, 5, 3, 5);
        var expected = new NpsTally(2, 1, 1);
        Assert.Equal(expected, NpsTally.Of(new[] { 1, 3, 4, 5 }.AsSpan(), scale));
        Assert.Equal(expected, NpsTally.Of(new[] { 1, 3, 4, 5 }.Select(score => score), scale));
        Assert.Equal(expected, NpsTally.Of(new int?[] { 1, 3, 4, 5 }, scale));
        Assert.Equal(expected, new NpsTally(2, 1, 0).Add(5, scale));
        Assert.Equal(expected, NpsCustomerTally.Of([("a", 1), ("b", 3), ("a", 4), ("c", 5)], scale).Answers);
        Assert.Equal(expected, WeightedNpsTally.Of([(1, 1.0), (3, 1.0), (4, 1.0), (5, 1.0)], scale).Answers);
    }

    [Fact]
    public void A_tally_is_written_with_what_it_left_out()
    {
        Assert.Equal("1,131 detractors, 579 passives, 2,308 promoters", new NpsTally(1131, 579, 2308).ToString());
        Assert.Equal("1 detractors, 2 passives, 3 promoters, 62 missing", new NpsTally(1, 2, 3, missing: 62).ToString());
        Assert.Equal("1 detractors, 2 passives, 3 promoters, 4 invalid", new NpsTally(1, 2, 3, invalid: 4).ToString());
    }

    [Fact]
    public void Of_one_customer_and_one_answer_each_nothing_changes() => Law.Holds(Any.Answered.Where(tally => tally.Answered < 200), tally =>
    {
        NpsCustomerTally customers = NpsCustomerTally.Empty;
        for (int i = 0; i < tally.Answered; i++)
        {
            NpsTally one = i < tally.Detractors ? new(1, 0, 0) : i < tally.Detractors + tally.Passives ? new(0, 1, 0) : new(0, 0, 1);
            customers += NpsCustomerTally.OfCustomer(one);
        }

        Assert.Equal(1, customers.DesignEffect);
        NetPromoterScore known = NetPromoter.Score(customers);
        NetPromoterScore unknown = NetPromoter.Score(new NpsTally(tally.Detractors, tally.Passives, tally.Promoters));
        Assert.Equal(unknown.Score with { Method = "score-by-customer" }, known.Score);
    });

    [Fact]
    public void A_customer_tally_merges_exactly() => Law.Holds(Any.Customers, Any.Customers, Any.Customers, (a, b, c) => a + b + c == c + (b + a));

    [Fact]
    public void A_single_customer_of_many_answers_has_a_score_and_no_interval()
    {
        NetPromoterScore score = NetPromoter.Score(NpsCustomerTally.OfCustomer(new NpsTally(1, 0, 3)));
        Assert.Equal(50, score.Score.Value);
        Assert.Null(score.Score.Lower);
        Assert.Null(score.DesignEffect);
        Assert.Equal(1, score.Customers);
    }

    [Fact]
    public void Where_all_agree_a_customer_counts_once()
    {
        NpsCustomerTally tally = NpsCustomerTally.OfCustomer(new NpsTally(0, 0, 4)) + NpsCustomerTally.OfCustomer(new NpsTally(0, 0, 4));
        Assert.Equal(4, tally.DesignEffect);
        Assert.Equal(NetPromoter.Score([10, 10]).Score.Lower, NetPromoter.Score(tally).Score.Lower);
    }

    [Fact]
    public void Answers_of_known_customers_are_gathered_in_any_order()
    {
        (string, int)[] answers = [("a", 9), ("b", 3), ("a", 10), ("c", 7), ("b", 10), ("a", 9), ("c", 9)];
        NpsCustomerTally tally = NpsCustomerTally.Of(answers);
        Assert.Equal(new NpsCustomerTally(new NpsTally(1, 1, 5), 3, 9 + 0 + 1, 9 + 0 + 2, 9 + 4 + 4), tally);
        // The published example {+1,+1,+1}, {−1,+1}, {0,+1} merged from halves.
        Assert.Equal(tally, NpsCustomerTally.Of(Enumerable.Reverse(answers)));
    }

    [Fact]
    public void Latest_answers_count_each_customer_once_and_account_for_the_rest()
    {
        DateTimeOffset day = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        LatestAnswers latest = LatestAnswers.Of(new (string, DateTimeOffset, int?)[]
        {
            ("a", day.AddDays(2), 9), ("a", day, 0), ("b", day, 3), ("b", day, 10), ("c", day, null), ("a", day.AddDays(3), null),
        });
        Assert.Equal(new NpsTally(0, 0, 2, missing: 2), latest.Tally);
        Assert.Equal(2, latest.Superseded);
        Assert.Equal(1, latest.Ties);
    }
}
