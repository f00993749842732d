using System.CommandLine;

namespace CareMetrics.Cli;

/// <summary>The first minute with a file: what its columns seem to be, what is odd in it, and what to type next.</summary>
internal static class LookCommand
{
    public static Command Make(Host host)
    {
        var files = new Argument<string[]>("FILE...")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "files of one table with a header line; - is standard input. Several files are looked at as one table",
        };
        var delimiter = new Option<string?>("--delimiter") { HelpName = "CHARACTER", Description = "comma, semicolon, tab, pipe or any one character; else detected" };
        var encoding = new Option<string?>("--encoding") { HelpName = "NAME", Description = "such as windows-1252; else UTF-8" };
        var output = new OutputOptions("one flat row a finding");
        var command = new ToolCommand("look", "The first minute with a file: its columns, what is odd in it, and the command to type next.", new CommandHelp
        {
            Usage = "caremetrics look FILE... [options]",
            About =
            [
                "Says of each column what it seems to be and why: by its name, as all commands find their columns, or else by what stands in it. Then blanks, odd values with "
                + "how many there are and where the first stands, the days from first to last, customers with several rows, rows that are the same, and the scale.",
                "What is guessed is called that, and nothing is changed or left out by it: the command at the end names every choice.",
            ],
            Groups = [new("How to read it", [delimiter, encoding]), output.Group],
            Notes =
            [
                new("Columns of json and csv",
                [
                    ("which row", "measure, column (none: of the whole file)"),
                    ("what was found", "value, a number; text, in words; why, what says so; file and line, where the first stands"),
                ]),
                new("Measures", [.. LookRow.Measures]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("A file that you have never seen", "caremetrics look answers.csv"),
                ("The same for a program", "caremetrics look answers.csv --format json"),
            ],
        });
        command.Arguments.Add(files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            string[] named = parsed.GetValue(files) ?? [];
            if (named.Length == 0)
            {
                throw new UsageException("look needs a FILE, or - for standard input; see caremetrics look --help");
            }

            var query = new LookQuery
            {
                Files = named,
                Delimiter = parsed.GetValue(delimiter) is { } character ? OptionText.Delimiter(character) : null,
                Encoding = parsed.GetValue(encoding) is { } name ? OptionText.Encoding(name) : null,
                Repeat = [.. new[] { delimiter, encoding }.Where(option => parsed.GetValue(option) is not null).SelectMany(option => new[] { option.Name, parsed.GetValue(option)! })],
            };
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, query.Files);
            LookFindings found = Reading.Run(host, (progress, token) => LookFindings.Read(query, progress, host.OpenInput, token));
            Delivery.Write(host, file, format, () => LookRow.Of(found), width => LookSections.Of(found, width));
            return CommandLine.Done;
        });
        return command;
    }
}
