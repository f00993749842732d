using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class NumberNeededTests
{
    [Fact]
    public void A_difference_above_zero_is_one_interval_of_gains()
    {
        var needed = NumberNeeded.Of(Difference(0.25, 0.2, 0.5));
        Assert.Equal(NumberNeededShape.Gain, needed.Shape);
        Assert.Equal((4.0, 2.0, 5.0), (needed.Value, needed.GainFrom, needed.GainTo));
        Assert.Null(needed.LossFrom);
        Assert.Null(needed.LossTo);
        Assert.Equal("1 gained per 4.0 (95% CI 2.0 to 5.0)", needed.ToString());
    }

    [Fact]
    public void A_difference_below_zero_is_one_interval_of_losses()
    {
        var needed = NumberNeeded.Of(Difference(-0.25, -0.5, -0.2));
        Assert.Equal(NumberNeededShape.Loss, needed.Shape);
        Assert.Equal((-4.0, 2.0, 5.0), (needed.Value, needed.LossFrom, needed.LossTo));
        Assert.Null(needed.GainFrom);
        Assert.Equal("1 lost per 4.0 (95% CI 2.0 to 5.0)", needed.ToString());
    }

    [Fact]
    public void A_difference_around_zero_is_two_half_lines()
    {
        var needed = NumberNeeded.Of(Difference(0.1, -0.05, 0.25));
        Assert.Equal(NumberNeededShape.GainOrLoss, needed.Shape);
        Assert.Equal((10.0, 4.0, 20.0), (needed.Value, needed.GainFrom, needed.LossFrom));
        Assert.Null(needed.GainTo);
        Assert.Null(needed.LossTo);
        Assert.Equal("1 gained per 10.0 (95% CI: 1 gained per 4.0 or more, or 1 lost per 20.0 or more)", needed.ToString());
    }

    [Fact]
    public void A_limit_of_zero_has_no_bound_rather_than_an_infinite_one()
    {
        var needed = NumberNeeded.Of(Difference(0.1, 0, 0.25));
        Assert.Equal(NumberNeededShape.GainOrLoss, needed.Shape);
        Assert.Equal(4, needed.GainFrom);
        Assert.Null(needed.LossFrom);
        Assert.Equal("1 gained per 10.0 (95% CI: 1 gained per 4.0 or more, no loss)", needed.ToString());
        Assert.Equal("1 lost per 10.0 (95% CI: no gain, or 1 lost per 4.0 or more)", NumberNeeded.Of(Difference(-0.1, -0.25, 0)).ToString());
        Assert.Equal(NumberNeededShape.None, NumberNeeded.Of(Difference(0.1, 0.05, null)).Shape);
        Assert.Equal(NumberNeededShape.None, NumberNeeded.Of(Difference(0.1, null, 0.25)).Shape);
        Assert.StartsWith("Level is 95;", Assert.Throws<ArgumentOutOfRangeException>(() => needed with { Level = 95 }).Message);
        Assert.Null(NumberNeeded.Of(Difference(0, -0.1, 0.1)).Value);
        Assert.Null(NumberNeeded.Of(Difference(5e-324, 0, 0.25)).Value);
    }

    [Fact]
    public void No_data_is_no_number()
    {
        var needed = NumberNeeded.Of(Difference(null, null, null));
        Assert.Equal(NumberNeededShape.None, needed.Shape);
        Assert.Equal("no number (no interval)", needed.ToString());
    }

    [Fact]
    public void Negating_the_difference_turns_gains_into_losses() =>
        Law.Holds(Gen.Choose(-99, 99), Gen.Choose(0, 99), Gen.Choose(0, 99), (value, below, above) =>
        {
            var there = NumberNeeded.Of(Difference(value / 100.0, (value - below) / 100.0, (value + above) / 100.0));
            var back = NumberNeeded.Of(Difference(-value / 100.0, -(value + above) / 100.0, -(value - below) / 100.0));
            // With a limit of exactly 0 either side names it two half-lines, one of them empty.
            Assert.Equal((there.GainFrom, there.GainTo, there.LossFrom, there.LossTo), (back.LossFrom, back.LossTo, back.GainFrom, back.GainTo));
            Assert.Equal(-there.Value, back.Value);
        });

    private static Estimate Difference(double? value, double? lower, double? upper) => new()
    {
        Value = value,
        Lower = lower,
        Upper = upper,
        Level = 0.95,
        Method = "newcombe",
        Count = 100,
        Unit = Units.Fraction,
    };
}
