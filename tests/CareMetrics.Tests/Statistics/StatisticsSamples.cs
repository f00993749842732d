using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

internal static class StatisticsSamples
{
    internal static IEnumerable<Func<object>> All =>
    [
        () => new Estimate { Value = 1234.5, Lower = -0.25, Upper = 4321.125, Level = 0.9, Method = "of-a-caller", Count = 12345, Unit = "minutes" },
        () => new Estimate { Value = null, Level = 0.95, Method = "wilson", Count = 0, Unit = Units.Fraction },
        () => default(ProportionTally),
        () => new ProportionTally(1234, 56789),
        () => Proportion.Estimate(new ProportionTally(1234, 56789)),
        () => Proportion.Estimate(ProportionTally.Empty),
        () => default(MeanTally),
        () => MeanTally.Of([1.5, -2.25, 1000000.125]),
        () => Compared(20, 26),
        () => Comparison.Between(ProportionTally.Empty, ProportionTally.Empty),
        () => Compared(20, 26) with { NotComparable = new NotComparable { Reason = NotComparableReason.DifferentUnits, Detail = "points and fractions" } },
        () => Compared(20, 26) with { Provisional = "the month is not over" },
        () => Compared(20, 260).Judge(Better.Higher),
        () => Compared(20, 26).Judge(Better.Lower, margin: 0.015, adjustedPValue: 0.5),
        () => new SegmentComparison { Segment = "phone", Comparison = Compared(20, 26), AdjustedPValue = 0.0625 },
        () => Proportion.Compare(new(3, 40), new(9, 50), 0.9, ProportionDifferenceMethod.MiettinenNurminen),
        () => default(RateTally),
        () => RateTally.Of([1234, 1876, 1540]),
        () => RateTally.Of([(12, 30.5), (0, 28.25), (9, 31)]),
        () => Comparison.Between(RateTally.Of([12, 30, 8, 41]), RateTally.Of([22, 39, 18, 51])),
        () => Rate.Compare(new(0, 28), new(9, 31), method: RateMethod.Score),
        () => Ratio.Of(new RateTally(0, 28), new RateTally(9, 31)),
        () => default(RatioTally),
        () => RatioTally.Of([(12.5, 2), (80, 9), (1234.5, 77)]),
        () => Comparison.Between(RatioTally.Of([(12.5, 2), (80, 9), (1234.5, 77)]), RatioTally.Of([(1.5, 2), (8, 9), (12.5, 7)])),
        () => Comparison.Between(MeanTally.Of([12, 15, 13.5]), MeanTally.Of([1514, 1213, 1712])),
        () => Ratio.Of(new ProportionTally(0, 9), new ProportionTally(3, 9)),
        () => Ranks.Compare([3, 1, 41, 7], [2, 2, 1, 1]),
        () => Ranks.Test([3, 1, 41, 7, 9, 12, 8], [2, 4, 5, 6, 10, 1234.5]),
        () => Ranks.Test([], [2]),
        () => default(PairedProportionTally),
        () => new PairedProportionTally(1234, 6, 16, 80),
        () => PairedProportion.Difference(new(59, 6, 16, 80), method: PairedDifferenceMethod.Newcombe),
        () => PairedProportion.Test(new(59, 6, 16, 1080)),
        () => PairedProportion.Test(default, McNemarMethod.ChiSquared),
        () => SquareTable.StuartMaxwell(new long[,] { { 20, 0, 5 }, { 0, 1500, 4 }, { 1, 2, 30 } }),
        () => SquareTable.Bowker(new long[,] { { 20, 0, 5 }, { 0, 15, 4 }, { 1, 2, 30 } }),
        () => NumberNeeded.Of(Compared(20, 260).Change),
        () => NumberNeeded.Of(Compared(20, 26).Change),
        () => NumberNeeded.Of(Compared(260, 20).Change),
        () => NumberNeeded.Of(Proportion.Estimate(ProportionTally.Empty)),
        () => default(CorrelationTally),
        () => CorrelationTally.Of([(1.5, 2), (-2.25, 1000), (7, 4), (8, 1), (9, 3)]),
        () => Correlation.Estimate(CorrelationTally.Of([(1.5, 2), (-2.25, 1000), (7, 4), (8, 1), (9, 3)])),
        () => new SignificanceTest { Statistic = 1.5, PValue = 0.13361440253771617, Against = 0.5, Count = 9, Method = "score", Unit = Units.Fraction },
        () => Ratio.Fieller(12000, 5000, 4000, 1800),
        () => Ratio.Fieller(3, 1, 1, 1),
        () => Ratio.Fieller(0.5, 1, 0.3, 1),
        () => Ratio.Delta(3, 1, -2, 0.1, 0.5, 0.9),
        () => new KaplanMeier(SurvivalData.Read(SurvivalData.Maintained), 0.9, SurvivalMethod.Plain),
        () => new KaplanMeier(SurvivalTally.Empty),
        () => LogRank.Of([SurvivalData.Read(SurvivalData.Maintained), SurvivalData.Read(SurvivalData.NonMaintained)]),
        () => LogRank.Of([SurvivalTally.Empty, SurvivalTally.Empty]),
    ];

    private static Comparison Compared(long baseline, long current) =>
        Comparison.Between(new ProportionTally(baseline, 1000), new ProportionTally(current, 1100));
}
