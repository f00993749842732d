namespace CareMetrics.Cli;

/// <summary>A command as it can be typed again: arguments that a shell would take apart are quoted.</summary>
internal static class ShellText
{
    private const string Harmless = "-_./:=,@%+~";

    public static string Of(IEnumerable<string> arguments) => string.Join(' ', arguments.Select(Quote).Prepend("caremetrics"));

    private static string Quote(string argument)
    {
        bool isHarmless = argument.Length > 0 && argument[0] != '~'
            && argument.All(letter => char.IsAsciiLetterOrDigit(letter) || Harmless.Contains(letter, StringComparison.Ordinal) || letter > 127 && !char.IsWhiteSpace(letter));
        return isHarmless ? argument
            : OperatingSystem.IsWindows() ? $"\"{argument.Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";
    }
}
