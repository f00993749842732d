using System.Globalization;
using Spectre.Console;

namespace CareMetrics.Cli.Tests;

/// <summary>The tool run in this process: what it printed, what it said, and its exit code.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the tool on real files.</summary>
    internal static ToolRun Of(params string[] arguments) => With(host => host, arguments);

    /// <summary>Runs the tool on a summary made by hand.</summary>
    internal static ToolRun On(AnswerSummary summary, params string[] arguments) =>
        With(host => host with { Read = (_, _, _) => summary }, arguments);

    /// <summary>What the reader would be asked.</summary>
    internal static AnswerQuery Asked(params string[] arguments)
    {
        AnswerQuery? asked = null;
        ToolRun run = With(
            host => host with
            {
                Read = (query, _, _) =>
                {
                    asked = query;
                    throw new InputException("enough");
                },
            },
            arguments);
        Assert.Equal("caremetrics: enough\n", run.Error);
        return asked!;
    }

    internal static ToolRun With(Func<Host, Host> change, params string[] arguments)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using var error = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using Host host = change(new Host { Output = output, Error = error });
        int exitCode = CommandLine.Run(arguments, host);
        return new ToolRun(exitCode, output.ToString(), error.ToString());
    }

    internal static ToolRun OnTerminal(AnswerSummary summary, int width, AnsiSupport ansi, params string[] arguments) => With(
        host => host with { Read = (_, _, _) => summary, OutputIsTerminal = true, Width = width, Ansi = ansi }, arguments);
}
