using System.CommandLine;

namespace CareMetrics.Cli;

internal enum OutputFormat
{
    Text,
    Json,
    Csv,
    Markdown,
}

/// <summary>The arguments that say what is written, and where to.</summary>
internal sealed class OutputOptions(string rows = "one flat row a group and period")
{
    private readonly Option<string?> format = new("--format")
    {
        HelpName = "FORMAT",
        Description = $"text (the default) and markdown for people, rounded; json and csv for programs, unrounded, {rows}",
    };

    private readonly Option<string?> output = new("--output", "-o")
    {
        HelpName = "FILE",
        Description = "write to this file, whole or not at all; else, or with -, to standard output",
    };

    public OptionGroup Group => new("What to write", [format, output]);

    /// <summary>For what has one format only.</summary>
    public OptionGroup FileGroup => new("What to write", [output]);

    public OutputFormat Format(ParseResult parsed) => parsed.GetValue(format) is { } text
        ? OptionText.Choice(
            "--format", text,
            ("text", OutputFormat.Text), ("json", OutputFormat.Json), ("csv", OutputFormat.Csv), ("markdown", OutputFormat.Markdown))
        : OutputFormat.Text;

    /// <summary>Where to write; a file that cannot be written is found here, before the work.</summary>
    public OutputFile? File(ParseResult parsed, IReadOnlyList<string> inputs) =>
        parsed.GetValue(output) is { } path && path is not ("-" or "/dev/stdout") ? OutputFile.Open(path, inputs) : null;
}
