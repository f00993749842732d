using System.CommandLine;
using System.CommandLine.Parsing;

namespace CareMetrics.Cli;

/// <summary>The whole tool: arguments in, exit code out. Every error is one line on standard error.</summary>
internal static class CommandLine
{
    internal const int Done = 0;
    internal const int BadData = 1;
    internal const int BadArguments = 2;

    /// <summary>What a caller wants to be told of was found.</summary>
    internal const int Found = 3;

    public static int Run(IReadOnlyList<string> arguments, Host host)
    {
        Configured? config = null;
        try
        {
            RootCommand root = MakeRoot(host, ShellText.Of(arguments));
            ParseResult parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Action is not HelpAction && ArgumentProblem.In(parsed, arguments) is { } problem)
            {
                throw new UsageException($"{problem}; see {CommandName(parsed)} --help");
            }

            config = parsed.Action is HelpAction ? null : ConfiguredArguments.In(parsed);
            if (config is { Options: { Count: > 0 } more })
            {
                parsed = root.Parse(ConfiguredArguments.Together(arguments, more), new ParserConfiguration { ResponseFileTokenReplacer = null });
            }

            int exitCode = parsed.Invoke(new InvocationConfiguration
            {
                Output = host.Output,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
            Delivery.WarnBeside(host, config is not null && ConfiguredArguments.LeftOut(config, parsed.CommandResult.Command.Name) is { } leftOut ? [leftOut] : []);
            return exitCode;
        }
        catch (InputException problem)
        {
            bool isOfConfig = config?.Options.Any(part => problem.Message.Contains($"which {part.Option} names", StringComparison.Ordinal) || problem.Message.EndsWith($"is {part.Option} right?", StringComparison.Ordinal)) == true;
            return Fail(host, isOfConfig ? $"{problem.Message} (said by {config!.File})" : problem.Message, BadData);
        }
        catch (UsageException problem)
        {
            // A value that was not typed is to be found where it stands.
            bool isOfConfig = config?.Options.Any(part => problem.Message.StartsWith(part.Option, StringComparison.Ordinal)) == true;
            return Fail(host, isOfConfig ? $"{problem.Message} (said by {config!.File})" : problem.Message, BadArguments);
        }
        catch (OperationCanceledException) when (host.Interruption.Token.IsCancellationRequested)
        {
            return Fail(host, "interrupted; nothing was written", host.Interruption.ExitCode);
        }
#pragma warning disable CA1031 // The last resort: whatever went wrong, the user sees one line and no stack.
        catch (Exception problem)
        {
            return Fail(host, $"unexpected {problem.GetType().Name}: {problem.Message}", BadData);
        }
#pragma warning restore CA1031
    }

    private static RootCommand MakeRoot(Host host, string typed)
    {
        var root = new RootCommand("Customer-care metrics from files of survey answers, with how sure each number is.");
        root.Subcommands.Add(LookCommand.Make(host));
        root.Subcommands.Add(ReportCommand.Make(host, typed));
        root.Subcommands.Add(NpsCommand.Make(host));
        root.Subcommands.Add(RatingCommand.Satisfaction(host));
        root.Subcommands.Add(RatingCommand.Effort(host));
        root.Subcommands.Add(RantersCommand.Make(host, typed));
        root.Subcommands.Add(RetentionCommand.Make(host, typed));
        root.Subcommands.Add(ClvCommand.Make(host));
        root.Subcommands.Add(RoiCommand.Make(host));
        root.Subcommands.Add(CompareCommand.Make(host, typed));
        root.Subcommands.Add(ScorecardCommand.Make(host, typed));
        root.Subcommands.Add(ChartCommand.Make(host, typed));
        root.Subcommands.Add(TallyCommand.Make(host));
        root.Subcommands.Add(DiffCommand.Make(host));
        var help = new CommandHelp
        {
            Usage = "caremetrics COMMAND [FILE...] [options]",
            Examples =
            [
                ("What is in a file that you have never seen", "caremetrics look answers.csv"),
                ("The scorecard of a file of answers", "caremetrics report answers.csv"),
                ("The score by channel and month, for another program", "caremetrics nps answers.csv --by channel --every month --format json"),
                ("All options of a command", "caremetrics nps --help"),
            ],
            Notes = [HelpAction.ExitCodes],
        };
        HelpAction.Attach(root, host, help);
        root.Action = new HelpAction(host, help);
        return root;
    }

    private static string CommandName(ParseResult parsed) =>
        NameOf(parsed.CommandResult);

    private static string NameOf(CommandResult command) => command.Parent is CommandResult parent
        ? $"{NameOf(parent)} {command.Command.Name}"
        : "caremetrics";

    private static int Fail(Host host, string message, int exitCode)
    {
        host.Error.WriteLine("caremetrics: " + Show.OneLine(message));
        return exitCode;
    }
}
