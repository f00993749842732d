using System.Collections.Immutable;
using CareMetrics.Nps;
using CareMetrics.Statistics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>The part of the report on whether the answers can be believed: who left the question blank, and who served an unusual share of the highest scores.</summary>
internal static class AskedSection
{
    private const int KindsToShow = 20;

    /// <param name="kinds">By each column that tells contacts apart: its name and its cells.</param>
    /// <param name="servers">By who served, or null.</param>
    /// <param name="scale">Its end is the highest score.</param>
    /// <param name="level">The level of the tests.</param>
    /// <returns>Null where the file does not say.</returns>
    public static ReportSection? Of(
        IEnumerable<(string Column, IReadOnlyList<AnswerCell> Cells)> kinds, (string Column, IReadOnlyList<AnswerCell> Cells)? servers, NpsScale scale, double level)
    {
        var screen = new List<IRenderable>();
        var markdown = new List<string>();
        foreach ((string column, IReadOnlyList<AnswerCell> cells) in kinds)
        {
            AnswerCell[] groups = Groups(cells);
            if (AreShown(groups))
            {
                FigureTable table = Responses(column, groups, level);
                screen.AddRange([.. screen.Count > 0 ? [Text.Empty] : Array.Empty<IRenderable>(), table.OnScreen()]);
                markdown.Add(table.InMarkdown());
            }
        }

        if (servers is { } who && Groups(who.Cells) is { Length: >= 2 } served && served.All(cell => cell.TopScores is not null))
        {
            string line = TopScores(who.Column, served, scale, level);
            screen.AddRange([.. screen.Count > 0 ? [Text.Empty] : Array.Empty<IRenderable>(), new Text(line)]);
            markdown.Add(MarkdownText.Escape(line));
        }

        return screen.Count == 0 ? null : new ReportSection("Who was asked", new Rows(screen), string.Join("\n\n", markdown));
    }

    /// <summary>The same as rows.</summary>
    public static IEnumerable<ReportRow> Rows(
        IEnumerable<(string Column, IReadOnlyList<AnswerCell> Cells)> kinds, (string Column, IReadOnlyList<AnswerCell> Cells)? servers, double level) =>
    [
        .. kinds.Where(kind => AreShown(Groups(kind.Cells))).SelectMany(kind => ReportRows.OfAsked(kind.Column, Checks(Groups(kind.Cells), level), isOfServers: false)),
        .. servers is { } who && Groups(who.Cells) is { Length: >= 2 } served && served.All(cell => cell.TopScores is not null)
            ? ReportRows.OfAsked(who.Column, Checks(served, level), isOfServers: true) : [],
    ];

    private static bool AreShown(AnswerCell[] groups) => groups.Length is >= 2 and <= KindsToShow && groups.Any(cell => cell.Tally.Missing > 0);

    private static AnswerCell[] Groups(IReadOnlyList<AnswerCell> cells) => [.. cells.Where(cell => cell.Group is not null && cell.Tally.Answered + cell.Tally.Missing > 0)];

    private static FigureTable Responses(string column, AnswerCell[] groups, double level)
    {
        ImmutableArray<TopScoreCheck> checks = Checks(groups, level);
        var table = new FigureTable();
        table.Column(Show.OneLine(column), isNumber: false);
        table.Column("answered");
        table.Column("blank");
        table.Column("response");
        table.Column("against the others", isNumber: false);
        foreach ((AnswerCell cell, TopScoreCheck check) in groups.Zip(checks))
        {
            table.Row(
            [
                Show.OneLine(cell.Group!),
                Show.Count(cell.Tally.Answered),
                Show.Count(cell.Tally.Missing),
                Show.Percent(check.Responses.Comparison.Current.Value),
                check.Responses.Judge(Better.Higher).Verdict switch
                {
                    Verdict.Improved => $"higher, {Show.PValue(check.Responses.AdjustedPValue)}",
                    Verdict.Worsened => $"lower, {Show.PValue(check.Responses.AdjustedPValue)}",
                    Verdict.NotComparable => "too few",
                    _ => "no clear difference",
                },
            ]);
        }

        return table;
    }

    private static string TopScores(string column, AnswerCell[] groups, NpsScale scale, double level)
    {
        TopScoreCheck[] unusual = [.. Checks(groups, level).Where(check => check.IsUnusual).OrderBy(check => check.TopScores.AdjustedPValue)];
        string top = $"{scale.Maximum}s";
        return unusual.Length == 0
            ? $"Of {Show.Count(groups.Length)} by {Show.OneLine(column)}, none has an unusual share of {top}."
            : $"Unusual shares of {top} by {Show.OneLine(column)}: "
                + string.Join("; ", unusual.Select(check =>
                    $"{Show.OneLine(check.Agent)} {Show.Percent(check.TopScores.Comparison.Current.Value)} of {Show.Count(check.TopScores.Comparison.Current.Count)} answers, "
                    + $"the others {Show.Percent(check.TopScores.Comparison.Baseline.Value)}"))
                + ". A reason to look, not a proof.";
    }

    private static ImmutableArray<TopScoreCheck> Checks(AnswerCell[] groups, double level) => SurveyValidity.CheckTopScores(
        groups.Select(cell => (
            cell.Group!,
            new ProportionTally(cell.TopScores ?? 0, cell.Tally.Answered),
            new ProportionTally(cell.Tally.Answered, cell.Tally.Answered + cell.Tally.Missing))),
        level);
}
