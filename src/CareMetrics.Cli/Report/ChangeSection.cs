using System.Globalization;
using CareMetrics.Nps;
using CareMetrics.Statistics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>The part of the report on the last change, and what it is made of.</summary>
internal static class ChangeSection
{
    private const int GroupsToShow = 20;

    /// <param name="change">The change.</param>
    /// <param name="summary">What was read.</param>
    /// <param name="level">The level of the intervals.</param>
    /// <param name="named">The comparison behind it, where its ranges were named; null for the last change.</param>
    public static ReportSection Of(ScoreChange change, AnswerSummary summary, double level, CompareFindings? named = null)
    {
        string title = named is null ? "Change" : $"Change, {change.Baseline} to {change.Current}";
        string headline = Headline(change, summary, level);
        (IRenderable Screen, string Markdown)[] beside = named is null ? [] : [.. CompareSections.Beside(named)];
        var lines = new List<string>();
        if (change.Why is not { } why)
        {
            return new ReportSection(
                title,
                new Rows([new Text(headline), .. beside.Select(part => part.Screen)]),
                string.Join("\n\n", [MarkdownText.Escape(headline), .. beside.Select(part => part.Markdown)]));
        }

        lines.Add(!change.HasCommonGroup ? $"No {Show.OneLine(change.Column)} answered in both periods: all of it is another mix."
            : $"Of these points, {Show.SignedTenths(why.Within)} come from each {Show.OneLine(change.Column)} scoring differently and {Show.SignedTenths(why.Mix)} from another mix.");
        FigureTable table = Table(change, why);
        string[] notes =
        [
            .. change.Segments.Count > GroupsToShow ? [$"The {GroupsToShow} with the most answers of {Show.Count(change.Segments.Count)}."] : Array.Empty<string>(),
            $"Verdicts are adjusted for there being several; against the others is in {change.Current}."
                + (summary.Columns.Customer is null && summary.PanelOf is null ? "" : $" Of each {Show.OneLine(change.Column)}, an answer counts as of a customer of its own."),
        ];
        return new ReportSection(
            title,
            new Rows([new Text(headline), .. beside.Select(part => part.Screen), .. lines.Select(line => new Text(line)), Text.Empty, table.OnScreen(), .. notes.Select(note => new Text(note))]),
            string.Join("\n\n", [MarkdownText.Escape(headline), .. beside.Select(part => part.Markdown), .. lines.Select(MarkdownText.Escape), table.InMarkdown(), .. notes.Select(MarkdownText.Escape)]));
    }

    private static FigureTable Table(ScoreChange change, ChangeExplanation why)
    {
        IReadOnlyList<(string Group, NpsTally Baseline, NpsTally Current)> segments = change.Segments;
        int[] before = Show.Shares([.. segments.Select(part => part.Baseline.Answered)]);
        int[] now = Show.Shares([.. segments.Select(part => part.Current.Answered)]);
        var table = new FigureTable();
        table.Column(Show.OneLine(change.Column), isNumber: false);
        table.Column("share");
        table.Column("NPS");
        table.Column("scoring");
        table.Column("mix");
        table.Column("change", isNumber: false);
        table.Column("against the others", isNumber: false);
        int[] shown = [.. Enumerable.Range(0, segments.Count).OrderByDescending(i => segments[i].Baseline.Answered + segments[i].Current.Answered).Take(GroupsToShow).Order()];
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
                Verdict(change.Changes[i], "up", "down", "no clear change"),
                Verdict(change.AgainstRest[i], "higher", "lower", "no clear difference"),
            ]);
        }

        return table;
    }

    private static double? Score(NpsTally tally) => NetPromoter.Score(tally).Score.Value;

    /// <summary>The adjusted verdict of one among several groups.</summary>
    public static string Verdict(SegmentComparison segment, string higher, string lower, string unclear) => segment.Judge(Better.Higher).Verdict switch
    {
        Statistics.Verdict.Improved => $"{higher}, {Show.PValue(segment.AdjustedPValue)}",
        Statistics.Verdict.Worsened => $"{lower}, {Show.PValue(segment.AdjustedPValue)}",
        Statistics.Verdict.NotComparable => "too few answers",
        Statistics.Verdict.Provisional => "provisional",
        _ => unclear,
    };

    private static string Headline(ScoreChange found, AnswerSummary summary, double level)
    {
        Comparison change = found.Comparison;
        (double? was, double? its, double? by) = (change.Baseline.Value, change.Current.Value, change.Change.Value);

        // Rounded by themselves the three may not add up; then all have one decimal more.
        bool addsUp = Rounded(its) - Rounded(was) == Rounded(by);
        string Points(double? value) => addsUp ? Show.Points(value) : Show.Tenths(value);
        string day = summary.LastDay is { } last && last < found.Current.Last ? $" to {last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        string sides = $"NPS {Points(its)} ({found.Current}{day}) against {Points(was)} ({found.Baseline})";
        if (change.NotComparable is { } reason)
        {
            return $"{sides}: not comparable, {reason.Detail}.";
        }

        string direction = by > 0 ? $"up {Points(by)}" : by < 0 ? $"down {Points(-by)}" : "no change";
        Judgement judgement = change.Judge(Better.Higher);
        string verdict = judgement.Verdict switch
        {
            Statistics.Verdict.Improved => "better, and more than chance explains",
            Statistics.Verdict.Worsened => "worse, and more than chance explains",
            Statistics.Verdict.Provisional => $"provisional, {judgement.Reason}",
            _ => "may be chance" + (Detectable.Of(judgement, change.Change.Unit) is { } detectable ? $"; with so many answers a true change of {Show.Points(detectable)} would show four times in five"
                : judgement.DetectableChange is null ? "" : "; with so few answers not even the largest change there can be would show"),
        };
        return $"{sides}: {direction} ({Show.Level(level)} CI {Show.Interval(change.Change.Lower, change.Change.Upper)}), {Show.PValue(change.PValue)}: {verdict}.";
    }

    private static double? Rounded(double? value) => value is { } found ? Math.Round(found, MidpointRounding.AwayFromZero) : null;
}
