using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

public class RootTests
{
    private static readonly (Func<double, double> Function, double Low, double High, double Zero, int Most)[] Cases =
    [
        (x => x - 0.3, 0, 1, 0.3, 4),
        (x => 0.3 - x, 0, 1, 0.3, 4),
        (x => Math.Exp(x) - 2, -5, 5, Math.Log(2), 11),
        (x => x * x * x - 8, 0, 100, 2, 14),
        (x => Math.Atan(x - 1), -50, 60, 1, 14),
        (x => Math.Log(x), 1e-300, 1e3, 1, 17),
        (x => 1 / x - 1e-3, 1, 1e9, 1000, 28),
        (x => x < 3 ? -1 : double.PositiveInfinity, 0, 10, 3, 55),
        (x => x - 1e-200, -1, 1, 1e-200, 4),
        (x => x, -3, 0, 0, 2),
        (x => x, 0, 3, 0, 2),
    ];

    [Fact]
    public void The_zero_is_found_to_the_last_digits()
    {
        foreach ((Func<double, double> function, double low, double high, double zero, _) in Cases)
        {
            Close.Relative(zero, Root.Between(function, low, high), 1e-15, $"{low} to {high}");
        }
    }

    // Halving alone would take 53 steps and more.
    [Fact]
    public void A_smooth_function_takes_few_steps_and_one_that_jumps_no_more_than_halving() =>
        Assert.All(Cases, one => Assert.InRange(Steps(one.Function, one.Low, one.High), 2, one.Most));

    private static int Steps(Func<double, double> function, double low, double high)
    {
        int steps = 0;
        Root.Between(
            x =>
            {
                steps++;
                return function(x);
            },
            low,
            high);
        return steps;
    }
}
