using System.Collections.Immutable;
using System.Globalization;
using CareMetrics.Cli.Answers;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Statistics;
using Spectre.Console;

namespace CareMetrics.Cli.Output;

/// <summary>The part of the report that sets the last period against the one before, and says what the change is made of.</summary>
internal sealed class ChangeSection
{
    private const int GroupsToShow = 20;

    /// <summary>Beyond, a column is no way of grouping but a name of its own for each answer or customer.</summary>
    private const int MostGroups = 1000;

    private readonly Period baseline;
    private readonly Period current;
    private readonly AnswerSummary summary;
    private readonly double level;

    private ChangeSection(Period baseline, Period current, AnswerSummary summary, double level) =>
        (this.baseline, this.current, this.summary, this.level) = (baseline, current, summary, level);

    /// <param name="summary">What was read.</param>
    /// <param name="totals">The totals by period, or null.</param>
    /// <param name="mayBeQuarters">Whether quarters are compared where the months before the last quarter fill one.</param>
    /// <param name="groups">The groups by period, or null.</param>
    /// <param name="column">What the groups are.</param>
    /// <param name="level">The level of the intervals.</param>
    /// <returns>Null where there are no two periods with answers.</returns>
    public static ReportSection? Of(
        AnswerSummary summary, IReadOnlyList<AnswerCell>? totals, bool mayBeQuarters, IReadOnlyList<AnswerCell>? groups, string column, double level)
    {
        Period[] periods = [.. (totals ?? []).Where(cell => cell is { Group: null, Period: not null, Tally.Answered: > 0 }).Select(cell => cell.Period!.Value)];
        if (periods.Length < 2)
        {
            return null;
        }

        Period last = periods[^1];
        Period quarter = Period.Containing(last.Start, PeriodKind.Quarter);
        bool areQuarters = mayBeQuarters && last.Kind == PeriodKind.Month && periods[0].Start <= quarter.Previous().Start;
        Period current = areQuarters ? quarter : last;
        var section = new ChangeSection(current.Previous(), current, summary, level);
        (NpsTally before, NpsTally now) = section.Tallies(totals!.Where(cell => cell.Group is null));
        return before.Answered == 0 ? null : section.Make(before, now, totals!, groups, column);
    }

    private ReportSection Make(NpsTally before, NpsTally now, IReadOnlyList<AnswerCell> totals, IReadOnlyList<AnswerCell>? groups, string column)
    {
        Comparison change = Compare(before, now, totals);
        var lines = new List<string> { Headline(change) };
        (string Group, NpsTally Baseline, NpsTally Current)[] segments =
        [
            .. (groups ?? []).Where(cell => cell.Group is not null).GroupBy(cell => cell.Group!, StringComparer.Ordinal)
                .Select(cells => (cells.Key, Tallies(cells)))
                .Where(part => part.Item2.Baseline.Answered + part.Item2.Current.Answered > 0)
                .Select(part => (part.Key, part.Item2.Baseline, part.Item2.Current)),
        ];
        if (segments.Length is < 2 or > MostGroups)
        {
            return new ReportSection("Change", new Text(lines[0]), MarkdownText.Escape(lines[0]));
        }

        ChangeExplanation why = NpsSegments.Explain(segments);
        lines.Add(
            $"Of these points, {Show.SignedTenths(why.Within)} come from each {Show.OneLine(column)} scoring differently and {Show.SignedTenths(why.Mix)} from another mix.");
        FigureTable table = Table(segments, why, column);
        string[] notes =
        [
            .. segments.Length > GroupsToShow ? [$"The {GroupsToShow} with the most answers of {Show.Count(segments.Length)}."] : Array.Empty<string>(),
            .. summary.PanelOf is null ? Array.Empty<string>() : ["Against the others, adjusted for there being several, each answer counts as of a customer of its own."],
        ];
        return new ReportSection(
            "Change",
            new Rows([.. lines.Select(line => new Text(line)), Text.Empty, table.OnScreen(), .. notes.Select(note => new Text(note))]),
            string.Join("\n\n", [.. lines.Select(MarkdownText.Escape), table.InMarkdown(), .. notes.Select(MarkdownText.Escape)]));
    }

    /// <summary>Customers in both periods are allowed for where they are known, else customers with several answers in one.</summary>
    private Comparison Compare(NpsTally before, NpsTally now, IReadOnlyList<AnswerCell> totals)
    {
        Comparison change = summary.PanelOf?.Invoke(baseline, current) is { } panel ? NetPromoter.Change(panel, level)
            : CustomersOf(baseline) is { } was && CustomersOf(current) is { } its ? Comparison.Between(was, its, level)
            : Comparison.Between(before, now, level);
        return summary.Closed?.Difference(baseline, current) is { } difference
            ? change with { NotComparable = new NotComparable { Reason = NotComparableReason.DifferentDefinition, Detail = $"the definitions differ ({difference})" } }
            : change;

        NpsCustomerTally? CustomersOf(Period period) => totals.FirstOrDefault(cell => cell.Group is null && cell.Period == period)?.Customers;
    }

    private FigureTable Table((string Group, NpsTally Baseline, NpsTally Current)[] segments, ChangeExplanation why, string column)
    {
        ImmutableArray<SegmentComparison> againstRest = NpsSegments.AgainstRest(segments.Select(part => (part.Group, part.Current)), level);
        int[] before = Show.Shares([.. segments.Select(part => part.Baseline.Answered)]);
        int[] now = Show.Shares([.. segments.Select(part => part.Current.Answered)]);
        var table = new FigureTable();
        table.Column(Show.OneLine(column), isNumber: false);
        table.Column("share");
        table.Column("NPS");
        table.Column("scoring");
        table.Column("mix");
        table.Column($"in {current}, against the others", isNumber: false);
        int[] shown = [.. Enumerable.Range(0, segments.Length).OrderByDescending(i => segments[i].Baseline.Answered + segments[i].Current.Answered).Take(GroupsToShow).Order()];
        foreach (int i in shown)
        {
            (string group, NpsTally was, NpsTally its) = segments[i];
            table.Row(
            [
                Show.OneLine(group),
                $"{Show.Share(before[i], was.Answered)} → {Show.Share(now[i], its.Answered)}",
                $"{Show.Points(Score(was))} → {Show.Points(Score(its))}",
                Show.SignedTenths(why.Segments[i].Within),
                Show.SignedTenths(why.Segments[i].Mix),
                Against(againstRest[i]),
            ]);
        }

        return table;
    }

    private static double? Score(NpsTally tally) => NetPromoter.Score(tally).Score.Value;

    private static string Against(SegmentComparison segment) => segment.Judge(Better.Higher).Verdict switch
    {
        Verdict.Improved => $"higher, {Show.PValue(segment.AdjustedPValue)}",
        Verdict.Worsened => $"lower, {Show.PValue(segment.AdjustedPValue)}",
        Verdict.NotComparable => "too few answers",
        _ => "no clear difference",
    };

    private string Headline(Comparison change)
    {
        (double? was, double? its, double? by) = (change.Baseline.Value, change.Current.Value, change.Change.Value);

        // Rounded by themselves the three may not add up; then all have one decimal more.
        bool addsUp = Rounded(its) - Rounded(was) == Rounded(by);
        string Points(double? value) => addsUp ? Show.Points(value) : Show.Tenths(value);
        string day = summary.LastDay is { } last && last < current.End ? $" to {last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        string sides = $"NPS {Points(its)} ({current}{day}) against {Points(was)} ({baseline})";
        if (change.NotComparable is { } reason)
        {
            return $"{sides}: not comparable, {reason.Detail}.";
        }

        string direction = by > 0 ? $"up {Points(by)}" : by < 0 ? $"down {Points(-by)}" : "no change";
        Judgement judgement = change.Judge(Better.Higher);
        string verdict = judgement.Verdict switch
        {
            Verdict.Improved => "better, and more than chance explains",
            Verdict.Worsened => "worse, and more than chance explains",
            _ => "may be chance" + (judgement.DetectableChange is { } detectable
                ? $"; with so many answers a true change of {Show.Points(detectable)} would show four times in five" : ""),
        };
        return $"{sides}: {direction} ({Show.Level(level)} CI {Show.Interval(change.Change.Lower, change.Change.Upper)}), {Show.PValue(change.PValue)}: {verdict}.";
    }

    private static double? Rounded(double? value) => value is { } found ? Math.Round(found, MidpointRounding.AwayFromZero) : null;

    private (NpsTally Baseline, NpsTally Current) Tallies(IEnumerable<AnswerCell> cells)
    {
        (NpsTally before, NpsTally now) = (NpsTally.Empty, NpsTally.Empty);
        foreach (AnswerCell cell in cells)
        {
            before += cell.Period is { } was && baseline.Contains(was.Start) ? cell.Tally : NpsTally.Empty;
            now += cell.Period is { } its && current.Contains(its.Start) ? cell.Tally : NpsTally.Empty;
        }

        return (before, now);
    }
}
