using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>What a command found, in every format: a table, sentences below it, and what it rests on.</summary>
internal sealed record AnswerOutput
{
    public required Func<string> Json { get; init; }

    public required Func<string> Csv { get; init; }

    /// <summary>The table for so many columns of a screen.</summary>
    public required Func<int, FigureTable> Table { get; init; }

    public IReadOnlyList<string> Sentences { get; init; } = [];

    public required Footing Footing { get; init; }

    public void Write(Host host, OutputFile? file, OutputFormat format)
    {
        switch (format)
        {
            case OutputFormat.Json:
                Delivery.Text(host, file, Json());
                Delivery.WarnBeside(host, Footing.Cautions);
                break;
            case OutputFormat.Csv:
                Delivery.Text(host, file, Csv());
                Delivery.WarnBeside(host, Footing.Cautions);
                break;
            case OutputFormat.Markdown:
                string sentences = string.Concat(Sentences.Select(sentence => MarkdownText.Escape(Show.OneLine(sentence)) + "\n\n"));
                Delivery.Text(host, file, $"{Table(int.MaxValue).InMarkdown()}\n\n{sentences}{Footing.InMarkdown()}\n");
                break;
            default:
                Delivery.Screen(host, file, new Rows(
                [
                    Table(Delivery.WidthOf(host, file)).OnScreen(),
                    .. Sentences.Count == 0 ? [] : Sentences.Select(sentence => new Text(Show.OneLine(sentence))).Prepend(Text.Empty),
                    Text.Empty,
                    Footing.OnScreen(),
                ]));
                break;
        }
    }
}
