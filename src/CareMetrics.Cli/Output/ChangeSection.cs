using System.Globalization;
using CareMetrics.Cli.Answers;
using CareMetrics.Nps;
using CareMetrics.Statistics;
using Spectre.Console;

namespace CareMetrics.Cli.Output;

/// <summary>The part of the report on the last change, and what it is made of.</summary>
internal static class ChangeSection
{
    private const int GroupsToShow = 20;

    /// <param name="change">The change.</param>
    /// <param name="summary">What was read.</param>
    /// <param name="level">The level of the intervals.</param>
    public static ReportSection Of(ScoreChange change, AnswerSummary summary, double level)
    {
        var lines = new List<string> { Headline(change, summary, level) };
        if (change.Why is not { } why)
        {
            return new ReportSection("Change", new Text(lines[0]), MarkdownText.Escape(lines[0]));
        }

        lines.Add(
            $"Of these points, {Show.SignedTenths(why.Within)} come from each {Show.OneLine(change.Column)} scoring differently and {Show.SignedTenths(why.Mix)} from another mix.");
        FigureTable table = Table(change, why);
        string[] notes =
        [
            .. change.Segments.Count > GroupsToShow ? [$"The {GroupsToShow} with the most answers of {Show.Count(change.Segments.Count)}."] : Array.Empty<string>(),
            .. summary.PanelOf is null ? Array.Empty<string>() : ["Against the others, adjusted for there being several, each answer counts as of a customer of its own."],
        ];
        return new ReportSection(
            "Change",
            new Rows([.. lines.Select(line => new Text(line)), Text.Empty, table.OnScreen(), .. notes.Select(note => new Text(note))]),
            string.Join("\n\n", [.. lines.Select(MarkdownText.Escape), table.InMarkdown(), .. notes.Select(MarkdownText.Escape)]));
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
        table.Column($"in {change.Current}, against the others", isNumber: false);
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
                Against(change.AgainstRest[i]),
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

    private static string Headline(ScoreChange found, AnswerSummary summary, double level)
    {
        Comparison change = found.Comparison;
        (double? was, double? its, double? by) = (change.Baseline.Value, change.Current.Value, change.Change.Value);

        // Rounded by themselves the three may not add up; then all have one decimal more.
        bool addsUp = Rounded(its) - Rounded(was) == Rounded(by);
        string Points(double? value) => addsUp ? Show.Points(value) : Show.Tenths(value);
        string day = summary.LastDay is { } last && last < found.Current.End ? $" to {last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "";
        string sides = $"NPS {Points(its)} ({found.Current}{day}) against {Points(was)} ({found.Baseline})";
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
}
