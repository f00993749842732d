using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>The names by which the columns of a file of survivors are found.</summary>
internal static class CohortNames
{
    public static IReadOnlyList<string> Period { get; } = ["period", "age", "tenure", "year", "half_year", "quarter", "month", "week", "years", "quarters", "months", "weeks"];

    public static IReadOnlyList<string> Survivors { get; } = ["survivors", "customers", "active", "remaining", "count", "n"];

    public static IReadOnlyList<string> Cohort { get; } = ["cohort", "segment", "group"];

    /// <summary>The length of time that a column of periods names, if it does.</summary>
    public static PeriodKind? KindOf(string column)
    {
        foreach ((string name, PeriodKind kind) in new[]
        {
            ("week", PeriodKind.Week), ("month", PeriodKind.Month), ("quarter", PeriodKind.Quarter), ("half_year", PeriodKind.HalfYear), ("year", PeriodKind.Year),
        })
        {
            if (UsualNames.Same(column, name) || UsualNames.Same(column, name + "s"))
            {
                return kind;
            }
        }

        return null;
    }
}
