using System.Globalization;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CsvHelper;

namespace CareMetrics.Cli;

/// <summary>Writes closed periods: a row for each period and group, and one for the total of the period, with what was counted in words.</summary>
internal static class ClosedFile
{
    /// <param name="summary">What was counted, its first breakdown by period.</param>
    /// <param name="by">The columns of the groups.</param>
    /// <param name="through">The last period to write; null for all.</param>
    public static string Csv(AnswerSummary summary, IReadOnlyList<string> by, Period? through)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = CsvWriter.Create(text, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        csv.WriteRecord([.. ClosedColumns.Header(by)]);
        foreach (AnswerCell cell in Cells(summary, through))
        {
            NpsTally tally = cell.Tally;
            csv.WriteRecord(
            [
                cell.Period!.Value.ToString(), .. cell.GroupKey?.Split(Grouping.Apart) ?? [.. by.Select(_ => "")],
                .. Numbers(tally.Detractors, tally.Passives, tally.Promoters, tally.Missing, tally.Invalid, cell.Superseded),
                .. cell.Customers is { } sums ? Numbers(sums.Customers, sums.SumOfSquaredScores, sums.SumOfScoresTimesAnswers, sums.SumOfSquaredAnswers) : Blanks(ClosedColumns.Customers),
                .. cell.Group is null && Before(summary, cell) is { } panel
                    ? Numbers(panel.CustomersInBoth, panel.SumOfScoresTimesScores, panel.SumOfScoresTimesAnswers, panel.SumOfAnswersTimesScores, panel.SumOfAnswersTimesAnswers)
                    : Blanks(ClosedColumns.Before),
                cell.Group is null ? Seen(summary, cell.Period!.Value) : "",
                cell.Group is null ? summary.PeriodDefinition : "",
            ]);
        }

        csv.Flush();
        return text.ToString();
    }

    public static IEnumerable<AnswerCell> Cells(AnswerSummary summary, Period? through) =>
        summary.Breakdowns[0]!.Where(cell => cell.Period is { } period && (through is null || period.CompareTo(through.Value) <= 0));

    private static NpsPanelTally? Before(AnswerSummary summary, AnswerCell cell)
    {
        Period period = cell.Period!.Value;
        bool hasBefore = summary.Breakdowns[0]!.Any(other => other.Group is null && other.Period == period.Previous());
        return hasBefore ? summary.PanelOf?.Invoke(period.Previous(), period) : null;
    }

    private static string Seen(AnswerSummary summary, Period period) => summary.Seen is { OfAnswers: { } reach } && reach.Overlaps(DateRange.Of(period))
        ? new DateRange(reach.First > period.Start ? reach.First : period.Start, reach.Last < period.End ? reach.Last : period.End).Name
        : "";

    private static string[] Blanks(IReadOnlyList<string> columns) => [.. columns.Select(_ => "")];

    private static string[] Numbers(params long[] numbers) => [.. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture))];
}
