namespace CareMetrics.Cli;

/// <summary>A command as it can be typed again: arguments that a shell would take apart are quoted.</summary>
internal static class ShellText
{
    private const string Harmless = "-_./:=,@%+~";
    private const string GoesOn = " \\";

    public static string Of(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote).Prepend("caremetrics"));

    /// <summary>A command over several lines, each but the last with the mark that makes a shell go on; never parted inside an argument, and an option keeps its values where there is room.</summary>
    /// <param name="command">As <see cref="Of"/> gives it.</param>
    /// <param name="before">What stands before it in the first line; the others begin two further in than that does.</param>
    /// <param name="width">The longest line, unless one argument alone is longer.</param>
    public static IEnumerable<string> Folded(string command, string before, int width)
    {
        string[] words = [.. Words(command)];
        string further = new(' ', before.Length - before.TrimStart().Length + 2);
        string line = before + words[0];
        for (int at = 1, next; at < words.Length; at = next)
        {
            next = at + 1;
            while (IsOption(words[at]) && next < words.Length && !IsOption(words[next]))
            {
                next++;
            }

            string part = string.Join(' ', words[at..next]);
            if (further.Length + part.Length + Mark(next) > width)
            {
                (part, next) = (words[at], at + 1);
            }

            if (line.Length + 1 + part.Length + Mark(next) > width)
            {
                yield return line + GoesOn;
                line = further + part;
            }
            else
            {
                line += " " + part;
            }
        }

        yield return line;

        int Mark(int end) => end == words.Length ? 0 : GoesOn.Length;
    }

    private static bool IsOption(string word) => word is ['-', _, ..];

    private static IEnumerable<string> Words(string command)
    {
        int start = 0;
        char quote = '\0';
        for (int at = 0; at < command.Length; at++)
        {
            char letter = command[at];
            if (letter == '\\' && quote != '\'')
            {
                at++;
            }
            else if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '\'' or '"')
            {
                quote = letter;
            }
            else if (letter == ' ')
            {
                yield return command[start..at];
                start = at + 1;
            }
        }

        yield return command[start..];
    }

    private static string Quote(string argument)
    {
        bool isHarmless = argument.Length > 0 && argument[0] != '~'
            && argument.All(letter => char.IsAsciiLetterOrDigit(letter) || Harmless.Contains(letter, StringComparison.Ordinal) || letter > 127 && !char.IsWhiteSpace(letter));
        return isHarmless ? argument
            : OperatingSystem.IsWindows() ? $"\"{argument.Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }
}
