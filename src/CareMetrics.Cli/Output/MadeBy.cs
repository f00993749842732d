using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>The command that made a page, to be typed again: from each format it can be pasted as it stands.</summary>
internal static class MadeBy
{
    public static IRenderable OnScreen(string command) => new Verbatim(width => ShellText.Folded(Show.OneLine(command), "Made by: ", width));

    public static string InMarkdown(string command) => $"```sh\n{Show.OneLine(command)}\n```";
}
