using CareMetrics.Baseline;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Baseline;

internal static class ChartSamples
{
    internal static IEnumerable<Func<object>> All =>
    [
        Stepped,
        () => ControlChart.Xmr([1, 2.5, 3, 2, 1]),
        () => ControlChart.Of(ChartKind.PPrime, Rates()),
        () => new ChartOptions(),
        () => Options(),
        () => new ChartRules { Trend = 6, TwoOfThree = TwoOfThree.WesternElectric, SkipPointsOnLine = true, SkipEqualNeighbours = true },
        () => ChartRules.LimitsOnly,
        () => new ChartObservation("2026-07", 1200.5),
        () => new ChartObservation(new DateOnly(2026, 7, 1), 12, 340),
        () => new ChartObservation(null, null),
    ];

    private static ControlChart Stepped() => ControlChart.Of(
        ChartKind.Xmr,
        Enumerable.Range(1, 30).Select(month => new ChartObservation($"m{month}", month == 9 ? null : (month < 16 ? 1000 : 2000) + month * 37 % 11)),
        Options());

    private static ChartOptions Options() => new()
    {
        BaselinePoints = 12,
        BaselineFrom = "m2",
        BaselineTo = "m8",
        Rebases = ["m20"],
        Constants = ChartConstants.RoundedDivisor,
        UseMedianMovingRange = true,
        ScreenMovingRanges = true,
        Better = Better.Lower,
        Target = 1500,
        Rules = new ChartRules { Trend = 6 },
    };

    private static IEnumerable<ChartObservation> Rates() =>
        Enumerable.Range(0, 20).Select(at => new ChartObservation(null, at * 7 % 5, at == 3 ? 0 : 50 + at).Denominator == 0
            ? new ChartObservation("none", 0, 0)
            : new ChartObservation(null, at * 7 % 5, 50 + at));
}
