using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

public class RatioErrorTests
{
    [Fact]
    public void Levels_and_methods_that_are_none_are_errors_even_without_data()
    {
        foreach (Func<object> call in new Func<object>[]
        {
            () => Ratio.Of(RateTally.Empty, RateTally.Empty, 95), () => Ratio.Of(MeanTally.Empty, MeanTally.Empty, 95), () => Ratio.Of(RatioTally.Empty, RatioTally.Empty, 95),
            () => Ratio.OfSums(RatioTally.Empty, 95), () => Ratio.Of(ProportionTally.Empty, ProportionTally.Empty, 95), () => Ratio.Fieller(1, 1, 1, 1, level: 95),
            () => Ratio.Delta(1, 1, 1, 1, level: 95),
        })
        {
            Assert.StartsWith("level is 95;", Assert.Throws<ArgumentOutOfRangeException>(call).Message);
        }

        foreach (Func<object> call in new Func<object>[]
        {
            () => Ratio.Of(RateTally.Empty, RateTally.Empty, method: (RateMethod)9), () => Ratio.Of(MeanTally.Empty, MeanTally.Empty, method: (RatioMethod)9),
            () => Ratio.Of(RatioTally.Empty, RatioTally.Empty, method: (RatioMethod)9), () => Ratio.Of(ProportionTally.Empty, ProportionTally.Empty, method: (ProportionRatioMethod)9),
        })
        {
            Assert.StartsWith("method is 9; allowed are", Assert.Throws<ArgumentOutOfRangeException>(call).Message);
        }
    }

    [Fact]
    public void Numbers_and_errors_that_are_none_are_named()
    {
        foreach (Func<double, double, double, double, double, RatioInterval> of in new Func<double, double, double, double, double, RatioInterval>[]
        {
            (a, e, b, f, r) => Ratio.Fieller(a, e, b, f, r), (a, e, b, f, r) => Ratio.Delta(a, e, b, f, r),
        })
        {
            Assert.ThrowsAny<ArgumentException>(() => of(double.NaN, 1, 1, 1, 0)).HasParameter("numerator");
            Assert.ThrowsAny<ArgumentException>(() => of(1, -1, 1, 1, 0)).HasParameter("numeratorError");
            Assert.ThrowsAny<ArgumentException>(() => of(1, 1, double.NaN, 1, 0)).HasParameter("denominator");
            Assert.ThrowsAny<ArgumentException>(() => of(1, 1, 1, -1, 0)).HasParameter("denominatorError");
            Assert.ThrowsAny<ArgumentException>(() => of(1, 1, 1, 1, 2)).HasParameter("correlation");
        }

        Assert.ThrowsAny<ArgumentException>(() => Ratio.Delta(1, 1, 0, 1)).HasParameter("denominator");
        Assert.ThrowsAny<ArgumentException>(() => Ratio.Fieller(1, 1, 0, 0)).HasParameter("denominator");
    }

    [Fact]
    public void The_ends_of_a_set_belong_to_it()
    {
        RatioInterval bounded = Ratio.Fieller(12000, 500, 4000, 180);
        Assert.Equal(IntervalShape.Bounded, bounded.Shape);
        Assert.True(bounded.Contains(bounded.Lower!.Value) && bounded.Contains(bounded.Upper!.Value) && bounded.Contains(3));
        Assert.False(bounded.Contains(bounded.Lower.Value - 0.01) || bounded.Contains(bounded.Upper.Value + 0.01));
        RatioInterval two = Ratio.Fieller(3, 1, 1, 1);
        Assert.Equal(IntervalShape.Complement, two.Shape);
        Assert.True(two.Contains(two.Lower!.Value) && two.Contains(two.Upper!.Value) && two.Contains(1e9) && two.Contains(-1e9));
        Assert.False(two.Contains((two.Lower.Value + two.Upper.Value) / 2));
        Assert.Throws<ArgumentOutOfRangeException>("ratio", () => two.Contains(double.NaN));
        Assert.StartsWith("Level is 95;", Assert.Throws<ArgumentOutOfRangeException>(() => two with { Level = 95 }).Message);
        Assert.StartsWith("Shape is 9; allowed are", Assert.Throws<ArgumentOutOfRangeException>(() => two with { Shape = (IntervalShape)9 }).Message);
    }

    [Fact]
    public void A_ratio_of_rates_has_its_value_and_names_its_method()
    {
        RatioInterval ratio = Ratio.Of(new RateTally(10, 5), new RateTally(30, 10));
        Assert.Equal((1.5, "exact-poisson"), (ratio.Value, ratio.Method));
        Assert.Equal("over-dispersed-log-ratio", Ratio.Of(RateTally.Of([2, 6, 4]), RateTally.Of([1, 7, 9, 3])).Method);
        foreach ((RateTally baseline, RateTally current) in new (RateTally, RateTally)[] { (default, new(1, 2)), (new(1, 2), default), (new(0, 2), new(0, 2)) })
        {
            RatioInterval none = Ratio.Of(baseline, current);
            Assert.Equal((null, IntervalShape.WholeLine), (none.Value, none.Shape));
        }
    }
}

file static class Named
{
    internal static void HasParameter(this ArgumentException error, string name) => Assert.Equal(name, error.ParamName);
}
