using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Conversion;

internal static class ConversionSamples
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(2));
    private static readonly TransitionTally Moves = new(new(1475, 286, 352, unseen: 1900), new(159, 217, 205), new(44, 63, 126, 8), noBefore: 1234);
    private static readonly TransitionTally Control = new(new(700, 150, 120, 500), new(70, 110, 90, 100), new(25, 30, 60, 40));

    internal static IEnumerable<Func<object>> All =>
    [
        () => MoodScale.FiveStars,
        () => MoodScale.Sentiment(-0.05, 0.3),
        () => new BeforeAfter<double> { Before = -0.5, After = 1234.5 },
        () => new BeforeAfter<Mood> { Before = Mood.Ranter, After = null },
        () => default(TransitionTally),
        () => Moves,
        () => RanterToRaver.Of(Moves),
        () => RanterToRaver.Of(TransitionTally.Empty, 0.9),
        () => RanterToRaver.Test(Moves),
        () => RanterToRaver.Test(TransitionTally.Empty),
        () => RanterToRaver.ScoreChange(Moves, method: PairedScoreMethod.Wald),
        () => RanterToRaver.Against(Control, Moves),
        () => RanterToRaver.Against(TransitionTally.Empty, Moves, RanterBase.Reobserved),
        () => RanterToRaver.Against(new ProportionTally(40, 200), new ProportionTally(60, 200), method: ProportionDifferenceMethod.MiettinenNurminen),
        () => RegressionToTheMean.Expect(7.5, 2.2, 0.6, MoodScale.ZeroToTen),
        () => RegressionToTheMean.Expect(CorrelationTally.Of([(7, 8), (7, 6), (8, 9), (3, 4), (10, 9)]), MoodScale.ZeroToTen),
        () => RegressionToTheMean.Expect(0, 1, 0.5, -100, 0),
        () => RegressionToTheMean.Beside(Moves, RegressionToTheMean.Expect(7.5, 2.2, 0.6, MoodScale.ZeroToTen)),
        () => RegressionToTheMean.Beside(TransitionTally.Empty, RegressionToTheMean.Expect(0, 1, 0.5, -100, 0)),
        () => HistoryTally.FirstAgainstLast([("Ann", Start, Mood.Ranter), ("Ann", Start.AddDays(1000.5), Mood.Raver), ("Bob", Start, Mood.Neutral)]),
        () => HistoryTally.AroundContact([("Ann", Start, Mood.Ranter), ("Bob", Start, Mood.Raver)], [("Ann", Start)], TimeSpan.FromDays(1), TimeSpan.MaxValue),
        () => default(HistoryTally),
    ];
}
