using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;

namespace CareMetrics.Cli;

/// <summary>Shows the help of the command that was named.</summary>
internal sealed class HelpAction(Host host, CommandHelp rootHelp) : SynchronousCommandLineAction
{
    public static readonly HelpNote ExitCodes = new("Exit codes",
    [
        ("0", "done"),
        ("1", "the data is bad: the message says where, what was found, and what is allowed"),
        ("2", "the arguments are bad, an output that cannot be written among them"),
        ("130, 143", "interrupted (Ctrl-C, termination); nothing was written"),
    ]);

    public static void Attach(RootCommand root, Host host, CommandHelp rootHelp)
    {
        foreach (Option option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption => new HelpAction(host, rootHelp),
                VersionOption => new ShowVersion(host),
                _ => option.Action,
            };
            option.Description = option is VersionOption ? "show the version" : "show this help";
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        Command command = parseResult.CommandResult.Command;
        HelpText.Write(host.Output, command, (command as ToolCommand)?.Help ?? rootHelp, Math.Min(host.Width, Host.RedirectedWidth));
        return CommandLine.Done;
    }

    private sealed class ShowVersion(Host host) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            string version = typeof(HelpAction).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
            host.Output.WriteLine(version.Split('+')[0]);
            return CommandLine.Done;
        }
    }
}
