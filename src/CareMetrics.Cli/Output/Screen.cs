using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>Renders for a terminal, or to plain text of a fixed width, whatever the environment says.</summary>
internal static class Screen
{
    public static IAnsiConsole OfTerminal(TextWriter writer, AnsiSupport ansi, int width)
    {
        IAnsiConsole console = Make(writer, ansi, ansi == AnsiSupport.No ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect);
        console.Profile.Width = width;
        return console;
    }

    /// <summary>No control codes, no colour, no blanks at the ends of lines.</summary>
    public static string Plain(IRenderable content, int width)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        IAnsiConsole console = Make(text, AnsiSupport.No, ColorSystemSupport.NoColors);
        console.Profile.Width = width;
        console.Write(content);
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    private static IAnsiConsole Make(TextWriter writer, AnsiSupport ansi, ColorSystemSupport colours)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi,
            ColorSystem = colours,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
