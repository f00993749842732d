using CareMetrics.Periods;
using CareMetrics.Retention;

namespace CareMetrics.Tests.Retention;

internal static class RetentionSamples
{
    internal static IEnumerable<Func<object>> All =>
    [
        () => PeriodRate.PerYear(0.125),
        () => PeriodRate.PerPeriod(-0.5),
        Terms,
        () => Terms() with { Margin = 1234.5, Growth = PeriodRate.PerMonth(0.01), Horizon = 36, Period = null },
        () => LifetimeValue.OfSave(Terms() with { Retention = PeriodRate.PerYear(0.6) }, Terms(), -0.25, 0.5, 150),
        () => CohortTally.Empty,
        () => CohortTally.Of([1000.5, 869, 743.25]),
        () => ShiftedBetaGeometric.Fit(CohortTally.Of([1000, 869, 743, 653]), PeriodKind.Month),
        () => ShiftedBetaGeometric.Fit(CohortTally.Of([1000, 500, 250])),
        () => ShiftedBetaGeometric.Fit(CohortTally.Of([1000, 869, 743, 653])).Survival(12, 0.9),
        .. RetentionValueSamples.All,
    ];

    private static CustomerTerms Terms() => new()
    {
        Margin = 100,
        Period = PeriodKind.Year,
        Retention = PeriodRate.PerYear(0.85),
        Discount = PeriodRate.PerYear(0.1),
        Timing = MarginTiming.EndOfPeriod,
    };
}
