using System.CommandLine;

namespace CareMetrics.Cli;

/// <summary>A command with the help that goes beyond its options.</summary>
internal sealed class ToolCommand(string name, string description, CommandHelp help) : Command(name, description)
{
    public CommandHelp Help { get; } = help;

    /// <summary>Adds the options in the groups in which the help shows them.</summary>
    public void AddOptions()
    {
        foreach (Option option in Help.Groups.SelectMany(group => group.Options))
        {
            Options.Add(option);
        }
    }
}

internal sealed record CommandHelp
{
    public required string Usage { get; init; }

    /// <summary>What the command does, below its one-line description.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    public IReadOnlyList<OptionGroup> Groups { get; init; } = [];

    /// <summary>Further sections, each a title and lines.</summary>
    public IReadOnlyList<HelpNote> Notes { get; init; } = [];

    public IReadOnlyList<(string What, string Command)> Examples { get; init; } = [];
}

internal sealed record OptionGroup(string Title, IReadOnlyList<Option> Options);

internal sealed record HelpNote(string Title, IReadOnlyList<(string Term, string Text)> Lines);
