using System.Text;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>Where the tool runs: its streams, what they can show, and the reader. Tests make their own.</summary>
internal sealed record Host : IDisposable
{
    /// <summary>The width of everything that does not go to a terminal.</summary>
    internal const int RedirectedWidth = 100;

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public int Width { get; init; } = RedirectedWidth;

    /// <summary>Whether a terminal may be sent control codes. Redirected output never is.</summary>
    public AnsiSupport Ansi { get; init; } = AnsiSupport.No;

    public Interruption Interruption { get; init; } = new();

    public Func<AnswerQuery, ReadProgress?, CancellationToken, AnswerSummary> Read { get; init; } = AnswerReader.Read;

    /// <summary>Opens standard input, where the answers do not come through <see cref="Read"/>.</summary>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    public static Host OfProcess(Interruption interruption)
    {
        bool isTerminal = !Console.IsOutputRedirected;
        bool noColor = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        return new Host
        {
            Output = Utf8(Console.OpenStandardOutput()),
            Error = Utf8(Console.OpenStandardError()),
            OutputIsTerminal = isTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = isTerminal ? TerminalWidth() : RedirectedWidth,
            Ansi = noColor ? AnsiSupport.No : AnsiSupport.Detect,
            Interruption = interruption,
        };
    }

    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }

    private static StreamWriter Utf8(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = true };

    private static int TerminalWidth()
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Console.OutputEncoding = Encoding.UTF8;
            }

            return Console.WindowWidth >= 20 ? Console.WindowWidth : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
