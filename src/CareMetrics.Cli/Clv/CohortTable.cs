using System.Collections.Immutable;
using CareMetrics.Periods;
using CareMetrics.Retention;

namespace CareMetrics.Cli;

/// <summary>The cohorts of the files: who was there at the start of each, and after every period watched.</summary>
internal sealed record CohortTable
{
    public required ImmutableArray<(string? Name, ImmutableArray<double> Survivors)> Cohorts { get; init; }

    /// <summary>How long a period is, as the column or an option names it.</summary>
    public PeriodKind? Period { get; init; }

    public required long Rows { get; init; }

    /// <summary>How many periods the longest cohort was watched.</summary>
    public int Watched => Cohorts.Max(cohort => cohort.Survivors.Length) - 1;

    public double Customers => Cohorts.Sum(cohort => cohort.Survivors[0]);

    public bool HasFractions => Cohorts.Any(cohort => cohort.Survivors.Any(survivors => survivors != Math.Floor(survivors)));

    public CohortTally Tally => Cohorts.Aggregate(CohortTally.Empty, (sum, cohort) => sum + CohortTally.Of(cohort.Survivors));
}
