using System.CommandLine;

namespace CareMetrics.Cli;

/// <summary>Lays out a command's help: usage, options by group, notes, examples.</summary>
internal static class HelpText
{
    private const int TermWidth = 26;

    public static void Write(TextWriter output, Command command, CommandHelp help, int width)
    {
        Wrap(output, command.Description!, 0, 0, width);
        foreach (string paragraph in help.About)
        {
            output.WriteLine();
            Wrap(output, paragraph, 0, 0, width);
        }

        Title(output, "Usage");
        output.WriteLine("  " + help.Usage);
        if (command.Subcommands.Count > 0)
        {
            Title(output, "Commands");
            foreach (Command subcommand in command.Subcommands)
            {
                Entry(output, subcommand.Name, subcommand.Description!, width);
            }
        }

        if (command.Arguments.Count > 0)
        {
            Title(output, "Arguments");
            foreach (Argument argument in command.Arguments)
            {
                Entry(output, argument.HelpName ?? argument.Name, argument.Description!, width);
            }
        }

        foreach (OptionGroup group in help.Groups)
        {
            Title(output, group.Title);
            foreach (Option option in group.Options)
            {
                Entry(output, option.Name + (option.HelpName is { } value ? " " + value : ""), option.Description!, width);
            }
        }

        if (command is RootCommand)
        {
            Title(output, "Options");
            foreach (Option option in command.Options)
            {
                Entry(output, string.Join(", ", option.Aliases.Where(alias => alias == "-h").Append(option.Name)), option.Description!, width);
            }
        }

        foreach (HelpNote note in help.Notes)
        {
            Title(output, note.Title);
            foreach ((string term, string text) in note.Lines)
            {
                Entry(output, term, text, width);
            }
        }

        Title(output, "Examples");
        foreach ((string what, string example) in help.Examples)
        {
            output.WriteLine("  " + what + ":");
            output.WriteLine("    " + example);
        }
    }

    private static void Title(TextWriter output, string title)
    {
        output.WriteLine();
        output.WriteLine(title + ":");
    }

    private static void Entry(TextWriter output, string term, string text, int width)
    {
        output.Write("  " + term);
        if (term.Length > TermWidth - 2)
        {
            output.WriteLine();
            Wrap(output, text, TermWidth + 2, TermWidth + 2, width);
        }
        else
        {
            output.Write(new string(' ', TermWidth - term.Length));
            Wrap(output, text, 0, TermWidth + 2, width);
        }
    }

    private static void Wrap(TextWriter output, string text, int firstIndent, int indent, int width)
    {
        int room = Math.Max(20, width - indent);
        string line = "";
        string lead = new(' ', firstIndent);
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                output.WriteLine(lead + line);
                (line, lead) = (word, new string(' ', indent));
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        output.WriteLine(lead + line);
    }
}
