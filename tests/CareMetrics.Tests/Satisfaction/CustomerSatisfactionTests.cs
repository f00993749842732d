using CareMetrics.Satisfaction;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Satisfaction;

public class CustomerSatisfactionTests
{
    [Fact]
    public void A_three_of_five_is_not_good()
    {
        RatingScore score = CustomerSatisfaction.Score(RatingTally.Of([5, 4, 3, 3, 1], RatingScale.OneToFive), RatingScale.OneToFive);
        Assert.Equal(0.4, score.Good.Value);
        Close.Relative(3.2, score.Mean.Value!.Value, 1e-15, "mean");
        Assert.Equal("wilson", score.Good.Method);
    }

    [Fact]
    public void Scores_agree_with_50_digits()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("satisfaction/rating_scores.csv"))
        {
            RatingScale scale = RatingReference.Scale(row);
            RatingReference.AssertAgrees(row, CustomerSatisfaction.Score(RatingReference.Tally(row, scale), scale, row.Number("level")));
        }
    }

    [Fact]
    public void Effort_is_scored_from_the_end_that_is_declared_good()
    {
        var effort = new RatingScale(1, 5, 2, Better.Lower);
        Assert.Equal(0.6, CustomerEffort.Score(RatingTally.Of([1, 2, 2, 3, 5], effort), effort).Good.Value);
        Assert.Equal(0.4, CustomerEffort.Score(RatingTally.Of([1, 2, 4, 5, 7], RatingScale.OneToSeven), RatingScale.OneToSeven).Good.Value);
        Assert.Equal("1–5, good from 2 down", effort.ToString());
    }

    [Fact]
    public void The_mean_of_the_sums_is_the_mean_of_the_ratings() => Law.Holds(Gen.Choose(1, 7).NonEmptyListOf(), ratings =>
    {
        MeanTally direct = MeanTally.Of(ratings.Select(rating => (double)rating));
        MeanTally sums = RatingTally.Of(ratings, RatingScale.OneToSeven).Mean;
        Close.Near(direct.Mean!.Value, sums.Mean, 1e-13, "mean");
        Close.Near(direct.SumOfSquaredDeviations, sums.SumOfSquaredDeviations, 1e-11, "squares");
    });

    [Fact]
    public void Ratings_merge_and_subtract_exactly() =>
        Law.Holds(Gen.Choose(1, 5).ListOf(), Gen.Choose(1, 5).ListOf(), (one, other) =>
        {
            RatingTally a = RatingTally.Of(one, RatingScale.OneToFive);
            RatingTally b = RatingTally.Of(other, RatingScale.OneToFive);
            return a + b == RatingTally.Of(one.Concat(other), RatingScale.OneToFive) && a + b - b == a;
        });

    [Fact]
    public void First_contact_resolution_is_a_proportion()
    {
        Assert.Equal(Proportion.Estimate(new ProportionTally(70, 100)), FirstContactResolution.Rate(70, 100));
        Assert.Null(FirstContactResolution.Rate(0, 0).Value);
        Assert.Equal("resolvedAtFirstContact is 5 of 4 issues; it lies from 0 to the number of issues (Parameter 'resolvedAtFirstContact')",
            Assert.Throws<ArgumentOutOfRangeException>(() => FirstContactResolution.Rate(5, 4)).Message);
    }

    [Fact]
    public void No_ratings_have_no_score()
    {
        RatingScore score = CustomerSatisfaction.Score(RatingTally.Empty, RatingScale.OneToFive);
        Assert.Null(score.Good.Value);
        Assert.Null(score.Mean.Value);
    }

    [Fact]
    public void Missing_and_invalid_ratings_are_counted_apart_and_add_up()
    {
        RatingTally one = RatingTally.Of(new int?[] { 5, null, 9, 2 }, RatingScale.OneToFive, InvalidAnswers.Count);
        Assert.Equal((1, 2, 1, 1), (one.GoodRatings, one.Ratings, one.Missing, one.Invalid));
        Assert.Equal((7, 29), (one.Sum, one.SumOfSquares));
        RatingTally other = new(1, 1, 4, 16, missing: 10, invalid: 100);
        Assert.Equal(new RatingTally(2, 3, 11, 45, 11, 101), one + other);
        Assert.Equal(one, one + other - other);
        Assert.Equal("2 good of 3 ratings", (one + other).ToString());
    }

    [Fact]
    public void A_part_that_is_no_part_is_named()
    {
        RatingTally one = new(1, 2, 7, 29, missing: 1, invalid: 1);
        string Taken(RatingTally part) => Assert.Throws<ArgumentOutOfRangeException>(() => one - part).Message;
        Assert.Equal("cannot take 2 missing answers from 1; a tally never goes below 0 (Parameter 'right')", Taken(new(0, 0, 0, 0, missing: 2)));
        Assert.Equal("cannot take 3 invalid answers from 1; a tally never goes below 0 (Parameter 'right')", Taken(new(0, 0, 0, 0, invalid: 3)));
        Assert.Equal("cannot take 36 squared ratings from 29; a tally never goes below 0 (Parameter 'right')", Taken(new(1, 1, 6, 36)));
    }

    [Fact]
    public void More_good_ratings_than_ratings_are_an_error() => Assert.Equal(
        "goodRatings is 3 of 2 ratings; it lies from 0 to the number of ratings (Parameter 'goodRatings')",
        Assert.Throws<ArgumentOutOfRangeException>(() => new RatingTally(3, 2, 7, 29)).Message);

    [Fact]
    public void Sums_that_no_ratings_have_are_errors()
    {
        string Sums(long ratings, long sum, long squares) => Assert.Throws<ArgumentException>(() => new RatingTally(0, ratings, sum, squares)).Message;
        Assert.Equal("sum is 8 and sumOfSquares 31 of 2 ratings; sums of one set of ratings cannot be so", Sums(2, 8, 31));
        Assert.Equal("sum is 0 and sumOfSquares 3 of 0 ratings; sums of one set of ratings cannot be so", Sums(0, 0, 3));
        Assert.Equal("sum is 3 and sumOfSquares 10 of 1 ratings; sums of one set of ratings cannot be so", Sums(1, 3, 10));
        Assert.Equal(8, new RatingTally(0, 2, 8, 32).Sum);
    }

    [Fact]
    public void A_scale_has_a_cut_between_its_ends()
    {
        Assert.True(new RatingScale(1, 5, 5, Better.Higher).IsGood(5));
        Assert.False(new RatingScale(1, 5, 5, Better.Higher).IsGood(4));
        Assert.True(new RatingScale(1, 5, 1, Better.Lower).IsGood(1));
        Assert.False(new RatingScale(1, 5, 1, Better.Lower).IsGood(2));
        foreach ((int minimum, int maximum, int good, Better better) in new[]
        {
            (5, 1, 3, Better.Higher), (3, 3, 3, Better.Higher), (1, 5, 0, Better.Lower), (1, 5, 6, Better.Higher), (1, 5, 5, Better.Lower), (1, 5, 1, Better.Higher),
        })
        {
            Assert.StartsWith("the scale ", Assert.Throws<ArgumentException>(() => new RatingScale(minimum, maximum, good, better)).Message);
        }

        Assert.StartsWith("better is 7", Assert.Throws<ArgumentOutOfRangeException>(() => new RatingScale(1, 5, 3, (Better)7)).Message);
        Assert.Equal(100, new RatingScale(0, 100, 50, Better.Higher).Maximum);
        Assert.StartsWith("the scale -50 to 51", Assert.Throws<ArgumentException>(() => new RatingScale(-50, 51, 0, Better.Higher)).Message);
        Assert.Equal(
            "rating is 6; a score on the 1–5 scale is a whole number from 1 to 5 (Parameter 'rating')",
            Assert.Throws<ArgumentOutOfRangeException>(() => RatingScale.OneToFive.IsGood(6)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => RatingScale.OneToFive.IsGood(0));
    }

    [Fact]
    public void A_score_is_written_with_both_its_numbers() => Assert.Equal(
        "40.0% (95% CI 11.8% to 76.9%, n = 5) good, mean 3.20 on 1–5, good from 4 up",
        CustomerSatisfaction.Score(RatingTally.Of([5, 4, 3, 3, 1], RatingScale.OneToFive), RatingScale.OneToFive).ToString());

    [Fact]
    public void Bad_scales_and_ratings_are_errors()
    {
        Assert.Equal("ratings[1] is 6; a score on the 1–5 scale is a whole number from 1 to 5 (Parameter 'ratings')",
            Assert.Throws<ArgumentOutOfRangeException>(() => RatingTally.Of([5, 6], RatingScale.OneToFive)).Message);
        Assert.Equal("tally has 3 ratings that sum to 19, which ratings on the scale 1–5, good from 4 up cannot; it was counted on another scale (Parameter 'tally')",
            Assert.Throws<ArgumentException>(() => CustomerSatisfaction.Score(RatingTally.Of([7, 7, 5], RatingScale.OneToSeven), RatingScale.OneToFive)).Message);
        Assert.Equal("better is Neither; a rating is better higher or lower (Parameter 'better')",
            Assert.Throws<ArgumentException>(() => new RatingScale(1, 5, 4, Better.Neither)).Message);
        Assert.Equal("the scale 1 to 5 with its good answers cut at 1 is out of order; needed is minimum < maximum with the cut between them",
            Assert.Throws<ArgumentException>(() => new RatingScale(1, 5, 1, Better.Higher)).Message);
    }
}
