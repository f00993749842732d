using System.CommandLine;

namespace CareMetrics.Cli.Commands;

/// <summary>Finds a misspelt option, which would else be taken for the name of a file.</summary>
internal static class UnknownOption
{
    public static string? In(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        Command command = parsed.CommandResult.Command;
        if (command.Arguments.Count == 0 || arguments.Contains("--"))
        {
            return null;
        }

        string? found = parsed.GetResult(command.Arguments[0])?.Tokens
            .Select(token => token.Value)
            .FirstOrDefault(value => value.Length > 1 && value[0] == '-');
        if (found is null)
        {
            return null;
        }

        string name = found.Split('=')[0];
        string? near = command.Options.Select(option => option.Name)
            .Select(option => (Option: option, Distance: Distance(name, option)))
            .Where(pair => pair.Distance <= 3 || pair.Option.StartsWith(name, StringComparison.Ordinal))
            .OrderBy(pair => pair.Distance)
            .Select(pair => pair.Option)
            .FirstOrDefault();
        return near is null ? $"there is no option {name}" : $"there is no option {name}; did you mean {near}?";
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
