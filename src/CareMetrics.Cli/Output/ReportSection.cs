using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>A part of the report: a title, or none, and the same content for a screen and as Markdown.</summary>
internal sealed record ReportSection(string? Title, IRenderable Screen, string Markdown)
{
    public static IRenderable OnScreen(IEnumerable<ReportSection> sections) => new Rows(sections.SelectMany((section, at) => section.Lines(isFirst: at == 0)));

    public static string InMarkdown(IEnumerable<ReportSection> sections) => string.Join(
        "\n\n", sections.Select(section => section.Title is null ? section.Markdown : $"## {MarkdownText.Escape(section.Title)}\n\n{section.Markdown}")) + "\n";

    private IEnumerable<IRenderable> Lines(bool isFirst)
    {
        if (!isFirst)
        {
            yield return Text.Empty;
        }

        if (Title is not null)
        {
            yield return new Rule($"[bold]{Markup.Escape(Title)}[/]") { Justification = Justify.Left, Style = new Style(Color.Grey), Border = BoxBorder.Square };
        }

        yield return Screen;
    }
}
