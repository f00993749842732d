using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

public class InversionTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void The_p_value_of_an_interval_of_z_is_that_of_z(double sign)
    {
        foreach (double z in new[] { 1e-6, 0.5, 1.96, 8, 37 })
        {
            Close.Relative(Distributions.TwoSidedP(z), Inversion.PValue(sign * z, new Around(sign * z)), 1e-12, z);
        }

        Assert.Equal(1, Inversion.PValue(0, new Around(0)));
        // The search begins at z = 0, where a limit is the estimate.
        Assert.Equal((0.0, 0.0), (Proportion.WilsonBelow(0, 5, 0), Proportion.WilsonBelow(2, 3, 0)));
        Assert.Equal(0, Inversion.PValue(sign * 40, new Around(sign * 40)));
    }

    [Fact]
    public void A_metric_without_a_p_value_of_its_own_has_the_one_its_interval_gives()
    {
        foreach (double z in new[] { 0.5, 1.96, 5, -0.5, -1.96, -5 })
        {
            Close.Relative(Distributions.TwoSidedP(z), Comparison.Between(default, new Own(z)).PValue, 1e-9, z);
            Close.Relative(Distributions.TwoSidedP(z), Comparison.Between(default, new Own(z, StopsAt0: true)).PValue, 1e-9, z);
        }

        Assert.Equal(1, Comparison.Between(default, new Own(0)).PValue);
        // No level is nearer to 1 than 1 − 1e-15.
        Assert.Equal(1e-15, Comparison.Between(default, new Own(9)).PValue);
        Assert.Equal(1e-15, Comparison.Between(default, new Own(-9)).PValue);
        Assert.Null(Inversion.OfLevel(default, new Own(null)));
        Assert.Null(Comparison.Between(default, new Own(null)).PValue);
    }

    private readonly struct Around(double value) : IIntervalOfZ
    {
        public double Lower(double z) => value - z;

        public double Upper(double z) => value + z;
    }

    private readonly record struct Own(double? Value, bool StopsAt0 = false) : IMetric<Own>
    {
        public static Estimate Estimate(Own tally, double level) => Change(default, tally, level);

        public static Estimate Change(Own baseline, Own current, double level) => new()
        {
            Value = current.Value,
            Lower = Limit(current, current.Value - Distributions.TwoSidedZ(level)),
            Upper = Limit(current, current.Value + Distributions.TwoSidedZ(level)),
            Level = level,
            Method = "own",
            Count = 1,
            Unit = Units.Value,
        };

        private static double? Limit(Own tally, double? limit) => tally.StopsAt0 && tally.Value * limit < 0 ? 0 : limit;
    }
}
