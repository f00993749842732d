using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>Hands the finished result over: to a file, to a pipe, or to a terminal with what that can show.</summary>
internal static class Delivery
{
    public static int WidthOf(Host host, OutputFile? file) => file is null ? host.Width : Host.RedirectedWidth;

    /// <summary>What a command found, in the format asked for: rows for programs, with the cautions beside them, or the page for people.</summary>
    /// <param name="host">Where the tool runs.</param>
    /// <param name="file">Where the result goes; null for standard output.</param>
    /// <param name="format">What was asked for.</param>
    /// <param name="rows">The rows of json and csv.</param>
    /// <param name="page">The sections for so many columns of a screen.</param>
    /// <param name="title">The heading of the page in Markdown; null where it has none of its own.</param>
    /// <param name="cautions">What the page says itself, and what programs read past.</param>
    public static void Write<TRow>(
        Host host,
        OutputFile? file,
        OutputFormat format,
        Func<IReadOnlyList<TRow>> rows,
        Func<int, IEnumerable<ReportSection>> page,
        string? title = null,
        IEnumerable<string>? cautions = null)
        where TRow : class
    {
        switch (format)
        {
            case OutputFormat.Json or OutputFormat.Csv:
                Text(host, file, format == OutputFormat.Json ? FlatRows.Json(rows()) : FlatRows.Csv(rows()));
                WarnBeside(host, cautions ?? []);
                break;
            case OutputFormat.Markdown:
                Text(host, file, (title is null ? "" : $"# {title}\n\n") + ReportSection.InMarkdown(page(Host.RedirectedWidth)));
                break;
            default:
                Screen(host, file, ReportSection.OnScreen(page(WidthOf(host, file))));
                break;
        }
    }

    public static void Screen(Host host, OutputFile? file, IRenderable content)
    {
        if (file is null && host.OutputIsTerminal)
        {
            host.Interruption.Token.ThrowIfCancellationRequested();
            ToStandardOutput(() => Cli.Screen.OfTerminal(host.Output, host.Ansi, host.Width).Write(content));
        }
        else
        {
            Text(host, file, Cli.Screen.Plain(content, Host.RedirectedWidth));
        }
    }

    /// <summary>From here on nothing is interrupted: the whole is written, or nothing.</summary>
    public static void Text(Host host, OutputFile? file, string content)
    {
        host.Interruption.Token.ThrowIfCancellationRequested();
        if (file is not null)
        {
            file.Write(content);
        }
        else
        {
            ToStandardOutput(() => host.Output.Write(content));
        }
    }

    private static void ToStandardOutput(Action write)
    {
        try
        {
            write();
        }
        catch (IOException problem)
        {
            throw new UsageException($"cannot write to standard output: {problem.Message}");
        }
    }

    /// <summary>For formats that programs read, the cautions go beside the data.</summary>
    public static void WarnBeside(Host host, IEnumerable<string> cautions)
    {
        foreach (string caution in cautions)
        {
            host.Error.WriteLine("caremetrics: warning: " + Show.OneLine(caution));
        }
    }
}
