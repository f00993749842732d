using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>The page on two closed files: what changed, by how many answers, and which definition moved.</summary>
internal static class DiffSections
{
    public static IReadOnlyList<ReportSection> Of(IReadOnlyList<DiffRow> rows, string old, string @new) =>
    [
        Headline(rows, old, @new),
        .. Changed(rows),
        .. Lines("Only in one file", Alone(rows, DiffRow.OnlyOld, old).Concat(Alone(rows, DiffRow.OnlyNew, @new))),
        .. Lines("Definition", Redefined(rows)),
    ];

    private static ReportSection Headline(IReadOnlyList<DiffRow> rows, string old, string @new)
    {
        DiffRow[] totals = [.. rows.Where(row => row.Group is null)];
        int both = totals.Count(row => row.Status is DiffRow.Same or DiffRow.Changed);
        DiffRow[] changed = [.. totals.Where(row => row.Status == DiffRow.Changed)];
        int redefined = totals.Count(row => row.IsRedefined);
        string strong = changed.Length == 0 ? $"No number changed in {Show.Count(both, "period", "periods")}"
            : $"{Show.Count(changed.Length)} of {Show.Count(both, "period", "periods")} changed, by {Show.Count(changed.Sum(row => row.Moved), "answer", "answers")}";
        string rest = (redefined == 0 ? "" : $"; the definition moved in {Show.Count(redefined)}") + $": {Show.OneLine(old)} against {Show.OneLine(@new)}";
        return new ReportSection(null, new Markup($"[bold]{Markup.Escape(strong)}[/]{Markup.Escape(rest)}"), $"**{strong}**{MarkdownText.Escape(rest)}");
    }

    private static IEnumerable<ReportSection> Changed(IReadOnlyList<DiffRow> rows)
    {
        DiffRow[] changed = [.. rows.Where(row => row.Status == DiffRow.Changed)];
        if (changed.Length == 0)
        {
            yield break;
        }

        bool hasGroups = rows.Any(row => row.Group is not null);
        var table = new FigureTable();
        if (hasGroups)
        {
            table.Column("group", isNumber: false);
        }

        table.Column("period", isNumber: false);
        foreach (string heading in new[] { "NPS", "answers", "detractors", "passives", "promoters", "missing" })
        {
            table.Column(heading);
        }

        foreach (DiffRow row in changed)
        {
            table.Row(
            [
                .. hasGroups ? [Show.OneLine(row.Group ?? "total")] : Array.Empty<FigureCell>(),
                row.Period,
                Scores(row),
                $"{Show.Count(row.OldAnswered)} → {Show.Count(row.NewAnswered)}",
                More(row.Detractors), More(row.Passives), More(row.Promoters), More(row.Missing),
            ],
            isTotal: hasGroups && row.Group is null);
        }

        yield return new ReportSection("Changed", table.OnScreen(), table.InMarkdown());
    }

    // Where whole points hide the change, a decimal shows it.
    private static string Scores(DiffRow row) => Show.Points(row.OldValue) is var was && Show.Points(row.NewValue) is var its && was == its && row.Change is not (null or 0)
        ? $"{Show.Tenths(row.OldValue)} → {Show.Tenths(row.NewValue)}"
        : $"{was} → {Show.Points(row.NewValue)}";

    private static string More(long? number) => number switch
    {
        null => Show.Absent,
        0 => "0",
        > 0 => "+" + Show.Count(number.Value),
        _ => "−" + Show.Count(-number.Value),
    };

    private static IEnumerable<string> Alone(IReadOnlyList<DiffRow> rows, string status, string file)
    {
        string[] names = [.. rows.Where(row => row.Status == status).Select(row => row.Group is null ? row.Period : $"{row.Period} {row.Group}")];
        if (names.Length > 0)
        {
            yield return $"Only in {file}: {string.Join(", ", names)}";
        }
    }

    private static IEnumerable<string> Redefined(IReadOnlyList<DiffRow> rows) => rows.Where(row => row.IsRedefined)
        .GroupBy(row => (row.OldDefinition, row.NewDefinition))
        .Select(same => $"{string.Join(", ", same.Select(row => row.Period))}: {ClosedPeriods.Difference(same.Key.OldDefinition!, same.Key.NewDefinition!)}");

    private static IEnumerable<ReportSection> Lines(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines.Select(Show.OneLine)];
        if (all.Length > 0)
        {
            yield return new ReportSection(title, new Rows(all.Select(line => new Text(line))), string.Join("\n\n", all.Select(MarkdownText.Escape)));
        }
    }
}
