using CareMetrics.Baseline;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>What was found in files of metrics: the scorecard, where each row went, and what to be careful of.</summary>
internal sealed record ScorecardFindings
{
    public required Scorecard Card { get; init; }

    public required CompareQuestions Asked { get; init; }

    public required IReadOnlyList<string> Kinds { get; init; }

    public required IReadOnlyList<string> Cautions { get; init; }

    public required string Ledger { get; init; }

    public required string Definition { get; init; }

    /// <exception cref="InputException">Two metrics are primary, or no row lies in either period.</exception>
    public static ScorecardFindings Of(MetricTable table, CompareQuestions asked, Adjustment adjustment, IReadOnlyList<string> files)
    {
        MetricSeries[] primaries = [.. table.Series.Where(series => series.IsPrimary == true)];
        if (primaries.Length > 1)
        {
            throw new InputException($"{Files(files)}: {string.Join(" and ", primaries.Select(series => Shown.Quoted(series.Name)))} are primary; one metric at most is");
        }

        if (table.Series.FirstOrDefault(series => series is { Target: not null, Better: null or Better.Neither }) is { } aimless)
        {
            throw new InputException($"{Files(files)}: {Shown.Quoted(aimless.Name)} has a target and no direction; say in column \"direction\" whether higher or lower is better");
        }

        long before = table.Series.Sum(series => SeriesComparison.Within(series, asked.Baseline).LongCount());
        long now = table.Series.Sum(series => SeriesComparison.Within(series, asked.Current).LongCount());
        long both = table.Series.Sum(series => SeriesComparison.Within(series, asked.Baseline).LongCount(row => row.When.First >= asked.Current.First && row.When.Last <= asked.Current.Last));
        if (before + now == 0)
        {
            throw new InputException($"{Files(files)}: no row lies in {asked.Current}{(asked.Baseline is null ? "" : $" or in {asked.Baseline}")}; periods run from {table.Series.Min(series => series.Rows.Min(row => row.When.First)):yyyy-MM-dd} "
                + $"to {table.Series.Max(series => series.Rows.Max(row => row.When.Last)):yyyy-MM-dd}");
        }

        DateOnly last = table.Series.Max(series => series.Rows.Max(row => row.When.Last));
        DateOnly dayAfter = last == DateOnly.MaxValue ? last : last.AddDays(1);
        PeriodComparison[] compared = [.. table.Series.Select(series => Compared(series, asked, dayAfter, files))];
        return new ScorecardFindings
        {
            Card = Scorecard.Of(compared, adjustment, primaries.FirstOrDefault()?.Name),
            Asked = asked,
            Kinds = [.. table.Series.Select(series => series.Kind.Name)],
            Cautions = [.. Together(compared)],
            Ledger = $"{Show.Count(table.Rows, "row", "rows")} read = {Show.Count(before - both)} in the baseline + {Show.Count(now - both)} in the period"
                + (both == 0 ? "" : $" + {Show.Count(both)} in both") + $" + {Show.Count(table.Rows - before - now + both)} in neither",
            Definition = $"metrics of {Files(files)}, {asked.Current} against {Name(asked.Baseline)}; as of {(asked.Look.AsOf is { } look ? $"{look:yyyy-MM-dd}" : $"the day after the last row, {dayAfter:yyyy-MM-dd}")}"
                + (asked.Look.AnswerWindow == 0 ? "" : $", answers come in for {Show.Count(asked.Look.AnswerWindow, "day", "days")}"),
        };
    }

    public static string Name(CareMetrics.Periods.DateRange? baseline) => baseline?.Name ?? "no period";

    private static PeriodComparison Compared(MetricSeries series, CompareQuestions asked, DateOnly dayAfter, IReadOnlyList<string> files)
    {
        try
        {
            return series.Kind.Compare(series, asked, dayAfter);
        }
        catch (Exception problem) when (problem is OverflowException or ArgumentException)
        {
            throw new InputException($"{Files(files)}: {Shown.Quoted(series.Name)}: {(problem is ArgumentException argument ? OptionText.Problem(argument) : problem.Message)}");
        }
    }

    // One caution that several metrics share is said once.
    private static IEnumerable<string> Together(PeriodComparison[] compared) => compared
        .SelectMany(one => one.Cautions.Select(caution => (one.Definition.Metric, caution.Detail)))
        .GroupBy(said => said.Detail, StringComparer.Ordinal)
        .Select(same => $"{(same.Count() > 2 && same.Count() == compared.Length ? "all metrics" : string.Join(", ", same.Select(said => said.Metric)))}: {same.Key}");

    private static string Files(IReadOnlyList<string> files) => string.Join(", ", files.Select(AnswerReader.Name));
}
