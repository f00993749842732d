using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Periods;

internal static class PeriodsSamples
{
    internal static IEnumerable<Func<object>> All =>
    [
        () => default(Period),
        () => Period.Parse("2026-W53"),
        () => Period.Parse("2026-02"),
        () => Period.Parse("2026-Q4"),
        () => Period.Parse("2026-H1"),
        () => Period.Parse("9999"),
        () => new PeriodTally<ProportionTally>(Period.Parse("2026-02"), new ProportionTally(1234, 56789)),
    ];
}
