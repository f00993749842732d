using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>What stands below every set of numbers: what to be careful of, where each row went, and what was counted.</summary>
internal sealed record Footing(RowLedger Ledger, string Definition, IReadOnlyList<string> Cautions)
{
    /// <summary>The files it rests on, with their hashes.</summary>
    public IReadOnlyList<InputFile> Inputs { get; init; } = [];

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

        string typed = Show.OneLine(command);
        yield return new ReportSection(
            "What this rests on",
            new Rows([.. Account(), .. InputLines.Select(line => new Text(line)), new Text("Made by: " + typed)]),
            $"{AccountInMarkdown()}\n\n{string.Concat(InputLines.Select(line => MarkdownText.Escape(line) + "\n\n"))}```sh\n{typed}\n```");
    }

    private IEnumerable<string> InputLines => Inputs.Select(file => $"SHA-256 {file.Sha256}  {Show.OneLine(file.Name)}");

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
