using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

/// <summary>By 60 digits, at z = 1.96.</summary>
public class ScoreDifferenceTests
{
    [Theory]
    [InlineData(1, 2, 1e12, 9.5548563605363439998e-12, 2.6655783961416176191e-12)]
    [InlineData(1e12, 2, 1, 2.6655783961416176191e-12, 9.5548563605363439998e-12)]
    [InlineData(1, 1e12, 2, 4.8187213099154661332e-12, 5.3872179824089500338e-12)]
    [InlineData(30, 910, 60, 0.018348674327505534734, 0.019247198434121190746)]
    [InlineData(0, 3, 2, 0.60828809265291348735, 0.36928006779116294102)]
    [InlineData(3, 2, 0, 0.28238176884074672854, 0.69518639160332969983)]
    public void A_limit_near_its_difference_keeps_the_digits_between_them(double losses, double neither, double gains, double below, double above)
    {
        var difference = new ScoreDifference(losses, neither, gains);
        Close.Relative(below, difference.Below(1.96), 1e-12);
        Close.Relative(above, difference.Above(1.96), 1e-12);
    }

    [Fact]
    public void A_statistic_against_a_difference_close_to_all_or_none_keeps_its_digits()
    {
        double near = 1 - Math.ScaleB(1, -40);
        Close.Relative(46894899.31559434966, new ScoreDifference(5, 10, 1000).Statistic(-near), 1e-14);
        Close.Relative(570069.12406110143707, new ScoreDifference(1000, 10, 5).Statistic(-near), 1e-14);
        Close.Relative(-570069.12406110143707, new ScoreDifference(5, 10, 1000).Statistic(near), 1e-14);
        Close.Relative(-46894899.31559434966, new ScoreDifference(1000, 10, 5).Statistic(near), 1e-14);
    }
}
