using System.CommandLine;
using System.CommandLine.Parsing;

namespace CareMetrics.Cli;

/// <summary>Says in one line what the parser found wrong, with the name that was meant where one is near.</summary>
internal static class ArgumentProblem
{
    private const int NearEnough = 2;

    public static string? In(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        Command command = parsed.CommandResult.Command;
        if (command.Options.FirstOrDefault(known => known.Arity.MaximumNumberOfValues == 0
            && arguments.TakeWhile(argument => argument != "--").Any(argument => argument.StartsWith(known.Name + "=", StringComparison.Ordinal))) is { } flag)
        {
            return $"{flag.Name} takes no value; it is given, or left out";
        }

        if (FileLikeOption(parsed, arguments) is { } option)
        {
            return Unknown("option", option.Split('=')[0], command.Options.Select(known => known.Name));
        }

        if (parsed.CommandResult.Parent is CommandResult { Command: not RootCommand } parent && parent.Children.Any(IsGiven))
        {
            string name = $"{parent.Command.Name} {command.Name}";
            return $"{name} takes no files and none of the options of {parent.Command.Name}; a file named {command.Name} is ./{command.Name}";
        }

        if (command.Arguments.Count == 0 && parsed.UnmatchedTokens is [{ } unmatched, ..])
        {
            return unmatched.StartsWith('-')
                ? Unknown("option", unmatched, command.Options.Select(known => known.Name))
                : command is RootCommand ? Unknown("command", unmatched, command.Subcommands.Select(known => known.Name))
                : $"{command.Name} takes no {unmatched}; it reads no file";
        }

        // The parser takes an option that follows one without its value for that value.
        OptionResult[] options = [.. parsed.CommandResult.Children.OfType<OptionResult>().Where(result => !result.Implicit)];
        OptionResult? repeated = options.FirstOrDefault(result => result.IdentifierTokenCount > 1 && result.Option.Arity.MaximumNumberOfValues == 1);
        OptionResult? bare = options.FirstOrDefault(result => result.Option.Arity.MinimumNumberOfValues > 0
            && (result.Tokens.Count == 0 || result.Tokens.Any(token => command.Options.Any(option => option.Name == token.Value))));
        return repeated is not null ? $"{repeated.Option.Name} is given more than once"
            : bare is not null ? $"{bare.Option.Name} needs a value, {bare.Option.HelpName}"
            : parsed.Errors.Count > 0 ? parsed.Errors[0].Message.TrimEnd('.')
            : null;
    }

    private static bool IsGiven(SymbolResult result) => result switch
    {
        ArgumentResult argument => argument.Tokens.Count > 0,
        OptionResult option => !option.Implicit,
        _ => false,
    };

    // The parser takes a misspelt option for the name of a file.
    private static string? FileLikeOption(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        Command command = parsed.CommandResult.Command;
        return command.Arguments.Count == 0 || arguments.Contains("--")
            ? null
            : parsed.GetResult(command.Arguments[0])?.Tokens
                .Select(token => token.Value)
                .FirstOrDefault(value => value.Length > 1 && value[0] == '-');
    }

    private static string Unknown(string kind, string name, IEnumerable<string> known)
    {
        string? near = known
            .Select(candidate => (Name: candidate, Distance: candidate.StartsWith(name, StringComparison.Ordinal) ? 0 : Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= NearEnough)
            .OrderBy(candidate => candidate.Distance)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
        return near is null || name.Length <= NearEnough ? $"there is no {kind} {name}" : $"there is no {kind} {name}; did you mean {near}?";
    }

    /// <summary>The fewest insertions, deletions and replacements that make one of the other.</summary>
    private static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, 1 + Math.Min(previous[j], current[j - 1]));
            }

            previous = current;
        }

        return previous[^1];
    }
}
