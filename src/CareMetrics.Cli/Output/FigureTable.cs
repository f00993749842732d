using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>A table of texts, shown on a screen or as Markdown from the same cells.</summary>
internal sealed class FigureTable
{
    private const int Gap = 2;

    private readonly List<FigureColumn> columns = [];
    private readonly List<(IReadOnlyList<FigureCell> Cells, bool IsTotal)> rows = [];

    /// <summary>How wide it is when nothing wraps.</summary>
    public int Width => columns.Select((column, at) => WidthOf(column, at) + Gap).Sum() - Gap;

    public void Column(string heading, bool isNumber = true, int? width = null) => columns.Add(new FigureColumn(heading, isNumber, width));

    public void Row(IReadOnlyList<FigureCell> cells, bool isTotal = false) => rows.Add((cells, isTotal));

    public IRenderable OnScreen()
    {
        Table table = new Table { UseSafeBorder = false }.Border(TableBorder.None);
        for (int i = 0; i < columns.Count; i++)
        {
            FigureColumn column = columns[i];
            bool mayWrap = i == 0 && !column.IsNumber;
            table.AddColumn(new TableColumn(new Text(column.Heading, new Style(decoration: Decoration.Dim)))
            {
                Alignment = column.IsNumber ? Justify.Right : Justify.Left,
                NoWrap = !mayWrap,
                Width = column.Width,
                Padding = new Padding(0, 0, i == columns.Count - 1 ? 0 : Gap, 0),
            });
        }

        foreach ((IReadOnlyList<FigureCell> cells, bool isTotal) in rows)
        {
            table.AddRow(cells.Select(cell => cell.OnScreen(isTotal)));
        }

        return table;
    }

    public string InMarkdown()
    {
        var lines = new List<string>
        {
            Line(columns.Select(column => column.Heading)),
            Line(columns.Select(column => column.IsNumber ? "---:" : "---")),
        };
        lines.AddRange(rows.Select(row => Line(row.Cells.Select(cell => cell.InMarkdown(row.IsTotal)))));
        return string.Join('\n', lines);
    }

    private static string Line(IEnumerable<string> cells) => "| " + string.Join(" | ", cells) + " |";

    private int WidthOf(FigureColumn column, int at) =>
        column.Width ?? rows.Select(row => row.Cells[at].Width).Append(column.Heading.Length).Max();

    private sealed record FigureColumn(string Heading, bool IsNumber, int? Width);
}

/// <summary>One cell: its text, and the style or the drawing that a screen shows.</summary>
internal sealed record FigureCell(string Text, Style? Style = null)
{
    /// <summary>Shown on a screen in place of the text.</summary>
    public Markup? Drawing { get; init; }

    public int Width => Drawing?.Length ?? Text.Length;

    public static implicit operator FigureCell(string text) => new(text);

    public static implicit operator FigureCell(Markup drawing) => new("") { Drawing = drawing };

    public IRenderable OnScreen(bool isTotal) => Drawing is { } drawing ? drawing
        : new Text(Text, isTotal ? new Style(Style?.Foreground, decoration: Decoration.Bold) : Style);

    public string InMarkdown(bool isTotal)
    {
        string text = MarkdownText.Escape(Text);
        return isTotal && text.Length > 0 ? $"**{text}**" : text;
    }
}
