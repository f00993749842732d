using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>What stands below every set of numbers: what to be careful of, where each row went, and what was counted.</summary>
internal sealed record Footing(RowLedger Ledger, string Definition, IReadOnlyList<string> Cautions)
{
    /// <summary>The files it rests on, with their hashes.</summary>
    public IReadOnlyList<InputFile> Inputs { get; init; } = [];

    private const string HashName = "SHA-256";

    private string DefinitionLine => "Definition: " + Show.OneLine(Definition);

    public IRenderable OnScreen() => Cautions.Count == 0
        ? new Rows(Account())
        : new Rows([new Text("Be careful", new Style(Color.Olive, decoration: Decoration.Bold)), .. Cautions.Select(Bullet), Text.Empty, .. Account()]);

    public string InMarkdown() => Cautions.Count == 0 ? AccountInMarkdown() : $"**Be careful**\n\n{CautionsInMarkdown()}\n\n{AccountInMarkdown()}";

    /// <summary>The last parts of a report, with the command that made it.</summary>
    public IEnumerable<ReportSection> Sections(string command)
    {
        if (Cautions.Count > 0)
        {
            yield return new ReportSection("Be careful", new Rows(Cautions.Select(Bullet)), CautionsInMarkdown());
        }

        yield return new ReportSection(
            "What this rests on",
            new Rows([.. Account(), new Verbatim(width => Inputs.SelectMany(file => HashLines(file, width))), MadeBy.OnScreen(command)]),
            $"{AccountInMarkdown()}\n\n{string.Concat(Inputs.Select(file => MarkdownText.Escape($"{HashName} {Hash(file)}") + "\n\n"))}{MadeBy.InMarkdown(command)}");
    }

    private static string Hash(InputFile file) => $"{file.Sha256}  {Show.OneLine(file.Name)}";

    // A hash and its file stand on one line, as sha256sum reads them, wherever one can hold both.
    private static string[] HashLines(InputFile file, int width)
    {
        string line = Hash(file);
        return line.Length + HashName.Length + 1 <= width ? [$"{HashName} {line}"]
            : line.Length <= width ? [HashName, line]
            : [$"{HashName} {file.Sha256}", $"  {Show.OneLine(file.Name)}"];
    }

    private IEnumerable<IRenderable> Account() => [new Text(Show.OneLine(LedgerText.Line(Ledger))), new Text(DefinitionLine)];

    private string AccountInMarkdown() =>
        $"{MarkdownText.Escape(Show.OneLine(LedgerText.Line(Ledger)))}\n\n{MarkdownText.Escape(DefinitionLine)}";

    private string CautionsInMarkdown() => string.Join('\n', Cautions.Select(caution => "- " + MarkdownText.Escape(Show.OneLine(caution))));

    internal static IRenderable Bullet(string text)
    {
        Grid bullet = new Grid { Expand = false }
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 1, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0, 0, 0, 0) });
        return bullet.AddRow(new Text("•"), new Text(Show.OneLine(text)));
    }
}
