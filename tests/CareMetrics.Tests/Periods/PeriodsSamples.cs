using CareMetrics.Periods;

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
        () => DateRange.Parse("2025-Q1..2025-Q4"),
        () => new DateRange(new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 1)),
        () => PeriodCalendar.Retail(PeriodKind.Month, [4, 5, 4]).Containing(new DateOnly(2026, 2, 1)),
        () => Completeness.Of(DateRange.Parse("2026-W02"), [new DateOnly(2026, 1, 9)], new DateOnly(2026, 1, 10), 14, [new DateOnly(2026, 1, 6)]),
        () => Completeness.Of(DateRange.Parse("2026-01-05"), [new DateOnly(2026, 1, 5)], new DateOnly(2026, 1, 6)),
    ];
}
