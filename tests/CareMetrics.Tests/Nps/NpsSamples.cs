using System.Collections.Immutable;
using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Nps;

internal static class NpsSamples
{
    private static readonly NpsTally Phone = new(60, 130, 230, missing: 7, invalid: 2);
    private static readonly NpsTally Chat = new(1131, 579, 2308);

    private static readonly DateTimeOffset Day = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    internal static IEnumerable<Func<object>> All =>
    [
        () => NpsScale.ZeroToTen,
        () => new NpsScale(1, 5, 3, 5),
        () => default(NpsTally),
        () => Phone,
        () => NetPromoter.Score(Chat),
        () => NetPromoter.Score(NpsTally.Empty),
        () => Customers(3),
        () => default(NpsCustomerTally),
        () => NetPromoter.Score(Customers(3)),
        () => LatestAnswers.Of([("a", Day, 9), ("a", Day, 3), ("b", Day, 10)]),
        () => default(NpsPanelTally),
        () => Panel(),
        () => NetPromoter.Change(Panel()),
        () => NetPromoter.Test(Phone, 30),
        () => NetPromoter.NonResponse(Phone, 1000),
        () => NetPromoter.NonResponse(NpsTally.Empty, 10),
        () => NetPromoter.ScoreOfPopulation(Phone, 2000),
        () => Comparison.Between(Phone, Chat),
        () => new ScoreDistribution(NpsScale.OneToTen, ImmutableArray.Create<long>(1, 0, 2, 0, 0, 1, 3, 4, 5, 12345), missing: 3, invalid: 1),
        () => ScoreDistribution.Empty(NpsScale.ZeroToTen),
        () => NpsSegments.Explain([("phone", Phone, Chat), ("chat", Chat, Phone)]),
        () => NpsSegments.AgainstRest([("phone", Phone), ("chat", Chat)]),
        () => NpsWeighting.PostStratify([("phone", 12000.5, Phone), ("chat", 800, Chat)]),
        () => default(WeightedNpsTally),
        () => NpsWeighting.Score(NpsWeighted()),
        () => NpsWeighting.Score(WeightedNpsTally.Empty),
        () => new SurveyAssumptions { Promoters = 0.55, Detractors = 0.125, DesignEffect = 1.5, Population = 12000, ResponseRate = 0.25 },
        () => SurveyPlanning.AnswersForMargin(2.5, new SurveyAssumptions { ResponseRate = 0.2 }),
        () => default(SurveyFunnelTally),
        () => Survey(Chat),
        () => Survey(NpsTally.Empty),
        () => SurveyValidity.CheckTopScores([("Ann", new(40, 50), new(50, 60)), ("Bob", new(5, 50), new(50, 55))]),
    ];

    private static NpsCustomerTally Customers(int answersOfOne) =>
        NpsCustomerTally.OfCustomer(new(0, 1, answersOfOne)) + NpsCustomerTally.OfCustomer(new(2, 0, 0)) + NpsCustomerTally.OfCustomer(new(0, 1, 1));

    private static NpsPanelTally Panel() =>
        NpsPanelTally.OfCustomer(new(1, 0, 0), new(0, 0, 2)) + NpsPanelTally.OfCustomer(new(0, 1, 0), new(0, 1, 0)) + NpsPanelTally.OfCustomer(default, new(0, 0, 1));

    private static WeightedNpsTally NpsWeighted() =>
        WeightedNpsTally.Of([(9, 1.5), (10, 0.75), (3, 2.25), (7, 1), (0, 1234.5)]);

    private static SurveyCheck Survey(NpsTally unresolved) => SurveyValidity.Check(
    [
        ("resolved", new SurveyFunnelTally(3000, 100, 2000, 1900, 1800, Phone.Answered), Phone),
        ("unresolved", new SurveyFunnelTally(9000, 10, 8000, 7000, 6000, unresolved.Answered), unresolved),
    ]);
}
