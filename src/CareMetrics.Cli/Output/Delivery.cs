using Spectre.Console.Rendering;

namespace CareMetrics.Cli;

/// <summary>Hands the finished result over: to a file, to a pipe, or to a terminal with what that can show.</summary>
internal static class Delivery
{
    public static int WidthOf(Host host, OutputFile? file) => file is null ? host.Width : Host.RedirectedWidth;

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
