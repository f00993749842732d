using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>The page on two closed files: what changed, by how many answers, and which definition moved.</summary>
internal static class DiffSections
{
    private static readonly (string Name, Func<DiffRow, long?> Of)[] Others =
        [("missing", row => row.Missing), ("invalid", row => row.Invalid), ("superseded", row => row.Superseded), ("customers", row => row.Customers)];

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
        string strong = both == 0 ? "No period is in both files"
            : changed.Length == 0 ? $"No number changed in {Show.Count(both, "period", "periods")}"
            : $"{Show.Count(changed.Length)} of {Show.Count(both, "period", "periods")} changed, {By(changed)}";
        string rest = (redefined == 0 ? "" : $"; the definition moved in {Show.Count(redefined)}") + $": {Show.OneLine(old)} against {Show.OneLine(@new)}";
        return new ReportSection(null, new Markup($"[bold]{Markup.Escape(strong)}[/]{Markup.Escape(rest)}"), $"**{strong}**{MarkdownText.Escape(rest)}");
    }

    // Where no answer came or went, what else did.
    private static string By(IReadOnlyList<DiffRow> changed)
    {
        if (changed.Sum(row => row.Moved) is > 0 and var moved)
        {
            return "by " + Show.Count(moved, "answer", "answers");
        }

        string[] what = [.. Others.Where(other => changed.Any(row => other.Of(row) is not (null or 0))).Select(other => other.Name)];
        return what.Length > 0 ? $"in {string.Join(", ", what)} alone" : "in whose answers they are";
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
        // The last ones where they changed, and customers where no answer did.
        bool hasMoved = changed.Any(row => row.Moved > 0);
        (string Name, Func<DiffRow, long?> Of)[] others =
            [.. Others.Where((other, i) => i == 0 || (!(hasMoved && other.Name == "customers") && changed.Any(row => other.Of(row) is not (null or 0))))];
        foreach (string heading in new[] { "NPS", "answers", "detractors", "passives", "promoters" }.Concat(others.Select(other => other.Name)))
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
                More(row.Detractors), More(row.Passives), More(row.Promoters), .. others.Select(other => (FigureCell)More(other.Of(row))),
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
