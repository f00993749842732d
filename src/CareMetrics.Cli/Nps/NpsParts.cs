using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>Breakdowns of one report, a score a line, drawn in the same columns and on the same axis so that they can be compared.</summary>
internal sealed class NpsParts
{
    private const int LongestName = 24;
    private const int LongestBar = 24;
    private const int LongestStrip = 44;
    private const int ShortestDrawing = 10;
    private const int Gap = 2;
    private const string Few = "few";

    private readonly Scoring scoring;
    private readonly int name;
    private readonly int bar;
    private readonly Axis? axis;
    private readonly IReadOnlyList<NpsRow> all;

    public NpsParts(IReadOnlyList<NpsBreakdown> breakdowns, NpsRow total, Scoring scoring, int width)
    {
        this.scoring = scoring;
        all = [.. breakdowns.SelectMany(breakdown => breakdown.Rows)];
        name = Math.Min(LongestName, breakdowns.SelectMany(breakdown => breakdown.Names.Append(breakdown.Heading)).Select(text => text.Length).DefaultIfEmpty(0).Max());
        int figures = name + Score + Interval + Answers + 3 * Gap + (HasFew ? Gap + Few.Length : 0);
        int room = width - figures - 2 * Gap;
        bar = Math.Min(LongestBar, room * 2 / 5);
        if (bar < ShortestDrawing)
        {
            bar = 0;
            room += Gap;
        }

        int strip = Math.Min(LongestStrip, room - bar);
        axis = strip < ShortestDrawing ? null : new Axis(all, strip, total.Value);
    }

    private bool HasFew => all.Any(row => row.IsFew);

    private int Score => Widest("NPS", row => Show.Points(row.Value));

    private int Interval => Widest($"{Show.Level(scoring.Level)} CI", row => Show.Interval(row.Lower, row.Upper));

    private int Answers => Widest("answers", row => Show.Count(row.Answered));

    public ReportSection Section(NpsBreakdown breakdown)
    {
        var table = new FigureTable();
        table.Column(breakdown.Heading, isNumber: false, name);
        table.Column("NPS", width: Score);
        table.Column($"{Show.Level(scoring.Level)} CI", width: Interval);
        table.Column("answers", width: Answers);
        if (HasFew)
        {
            table.Column("", isNumber: false, Few.Length);
        }

        if (bar > 0)
        {
            table.Column("", isNumber: false, bar);
        }

        if (axis is not null)
        {
            table.Column(axis.Heading, isNumber: false, axis.Width);
        }

        foreach ((NpsRow row, string label) in breakdown.Rows.Zip(breakdown.Names))
        {
            table.Row(Cells(row, label));
        }

        FigureTable markdown = breakdown.IsByPeriod
            ? NpsTable.Of(breakdown.Rows, new KeyColumns(null, breakdown.Heading), scoring)
            : NpsTable.Of(breakdown.Rows, new KeyColumns(breakdown.Heading, null), scoring);
        return breakdown.Note is not { } note
            ? new ReportSection("By " + breakdown.Heading, table.OnScreen(), markdown.InMarkdown())
            : new ReportSection(
                "By " + breakdown.Heading,
                new Rows(table.OnScreen(), new Text(Show.OneLine(note))),
                $"{markdown.InMarkdown()}\n\n{MarkdownText.Escape(Show.OneLine(note))}");
    }

    private List<FigureCell> Cells(NpsRow row, string label)
    {
        List<FigureCell> cells =
        [
            label,
            new FigureCell(Show.Points(row.Value), new Style(decoration: Decoration.Bold)),
            Show.Interval(row.Lower, row.Upper),
            Show.Count(row.Answered),
        ];
        if (HasFew)
        {
            cells.Add(new FigureCell(row.IsFew ? Few : "", new Style(Color.Olive)));
        }

        if (bar > 0)
        {
            cells.Add(Charts.ShareBar(row, bar));
        }

        if (axis is not null)
        {
            cells.Add(Charts.Strip(row, axis));
        }

        return cells;
    }

    private int Widest(string heading, Func<NpsRow, string> text) => all.Select(text).Append(heading).Max(found => found.Length);
}
