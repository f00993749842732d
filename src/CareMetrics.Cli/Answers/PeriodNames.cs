using CareMetrics.Periods;

namespace CareMetrics.Cli;

internal static class PeriodNames
{
    public static string Of(PeriodKind kind) => kind switch
    {
        PeriodKind.Week => "week",
        PeriodKind.Month => "month",
        PeriodKind.Quarter => "quarter",
        PeriodKind.HalfYear => "half-year",
        _ => "year",
    };
}
