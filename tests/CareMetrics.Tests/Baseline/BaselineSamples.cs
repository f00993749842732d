using CareMetrics.Baseline;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Baseline;

internal static class BaselineSamples
{
    private static readonly DateRange Before = DateRange.Parse("2025-W51");
    private static readonly DateRange After = DateRange.Parse("2026-W02");

    internal static IEnumerable<Func<object>> All =>
    [
        () => Definition,
        () => new MetricDefinition { Metric = "NPS" },
        () => Question,
        () => Question with { BaselineDefinition = Definition with { Scale = "1-10" }, IncludeIncomplete = true, AnswerWindow = 14, Level = 0.9 },
        () => PeriodComparison.Of(Days(), Before, After, Question),
        () => PeriodComparison.Of(Days(), null, After, Question),
        () => PeriodComparison.Of(Days(), Before, After, Question with { IncludeIncomplete = true }, partial: [new DateOnly(2026, 1, 7)]),
        () => PeriodComparison.OfPeriods([(Period.Parse("2025-W51"), MeanTally.Of([1, 2, 4])), (Period.Parse("2026-W02"), MeanTally.Of([2, 2]))], Before, After, Question with { Target = null }),
        () => Scorecard.Of([ScorecardTests.Metric("churn"), ScorecardTests.Metric("NPS")], Adjustment.BenjaminiHochberg, "NPS"),
        () => Scorecard.Of([]),
    ];

    internal static MetricDefinition Definition => new()
    {
        Metric = "NPS",
        Counted = "column \"score\"",
        Unit = "points",
        Scale = "0-10",
        DatedBy = "answered_at",
        Zone = "UTC",
        Filter = "channel = phone",
    };

    internal static PeriodQuestion Question => new() { Definition = Definition, AsOf = new DateOnly(2026, 2, 1), Better = Better.Higher, Margin = 3.5, Target = 30 };

    private static IEnumerable<(DateOnly Day, NpsTally Tally)> Days()
    {
        foreach (DateRange week in new[] { Before, After })
        {
            for (int i = 0; i < week.Days; i++)
            {
                yield return (week.First.AddDays(i), new NpsTally(3 + i % 3, 4, 9 + (week == After ? 7 : 0)));
            }
        }
    }
}
