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
        Close.Near(direct.Mean, sums.Mean, 1e-13, "mean");
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
    }

    [Fact]
    public void No_ratings_have_no_score()
    {
        RatingScore score = CustomerSatisfaction.Score(RatingTally.Empty, RatingScale.OneToFive);
        Assert.Null(score.Good.Value);
        Assert.Null(score.Mean.Value);
    }

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
