using System.CommandLine;

namespace CareMetrics.Cli;

/// <summary>The arguments that say where a series stands: its dates, and its values or its counts with what they are counted of.</summary>
internal sealed class PlotOptions
{
    private readonly Option<string?> date = Text("--date", "COLUMN", "when it was: ISO dates, or periods such as 2026-03; else found by its usual name. Rows may stand in any order");
    private readonly Option<string?> label = Text("--label", "COLUMN", "names the rows in the order of the file, in place of a date");
    private readonly Option<string?> value = Text("--value", "COLUMN", "one value a row");
    private readonly Option<string?> numerator = Text("--numerator", "COLUMN", "with --denominator: how many of how many, such as escalated of all cases");
    private readonly Option<string?> denominator = Text("--denominator", "COLUMN", "of how many");
    private readonly Option<string?> count = Text("--count", "COLUMN", "with --exposure: how many for how much, such as complaints for orders");
    private readonly Option<string?> exposure = Text("--exposure", "COLUMN", "for how much");
    private readonly Option<string[]> where = new("--where") { Arity = ArgumentArity.OneOrMore, HelpName = "COLUMN=VALUE", Description = "only the rows with this value; may be given several times, and all must match", DefaultValueFactory = _ => [] };
    private readonly Option<string?> dateFormat = Text("--date-format", "FORMAT", "a .NET date format such as dd.MM.yyyy; else ISO 8601. The order of day and month is never guessed");
    private readonly Option<string?> delimiter = Text("--delimiter", "CHARACTER", "comma, semicolon, tab, pipe or any one character; else detected");
    private readonly Option<string?> encoding = Text("--encoding", "NAME", "such as windows-1252; else UTF-8");

    public Argument<string[]> Files { get; } = new("FILE...")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "files of one series with a header line, a row a point in time; - is standard input. Several files are read as one table",
    };

    public OptionGroup Columns => new("Where it stands", [date, label, value, numerator, denominator, count, exposure]);

    public OptionGroup Texts => new("How to read it", [where, dateFormat, delimiter, encoding]);

    /// <summary>What the rows hold by the columns that were named; null where none was.</summary>
    /// <exception cref="UsageException">Two kinds of columns are named, or half of one.</exception>
    public PlotMeasure? Measure(ParseResult parsed)
    {
        (Option<string?> First, Option<string?>? Second, PlotMeasure Measure)[] kinds =
            [(value, null, PlotMeasure.Value), (numerator, denominator, PlotMeasure.Proportion), (count, exposure, PlotMeasure.Rate)];
        (Option<string?> First, Option<string?>? Second, PlotMeasure Measure)[] given =
            [.. kinds.Where(kind => parsed.GetValue(kind.First) is not null || (kind.Second is { } second && parsed.GetValue(second) is not null))];
        if (given.Length > 1)
        {
            throw new UsageException($"{Name(given[0])} and {Name(given[1])} are both given; a series has --value, or --numerator and --denominator, or --count and --exposure");
        }

        foreach ((Option<string?> first, Option<string?>? second, _) in given)
        {
            if (second is not null && (parsed.GetValue(first) is null || parsed.GetValue(second) is null))
            {
                (string there, string gone) = parsed.GetValue(first) is null ? (second.Name, first.Name) : (first.Name, second.Name);
                throw new UsageException($"{there} is given without {gone}; they go together");
            }
        }

        return given.Length == 0 ? null : given[0].Measure;

        string Name((Option<string?> First, Option<string?>? Second, PlotMeasure Measure) kind) =>
            parsed.GetValue(kind.First) is not null ? kind.First.Name : kind.Second!.Name;
    }

    public PlotQuery Query(ParseResult parsed, PlotMeasure measure)
    {
        string command = parsed.CommandResult.Command.Name;
        string[] files = parsed.GetValue(Files) ?? [];
        if (files.Length == 0)
        {
            throw new UsageException($"{command} needs a FILE, or - for standard input; see caremetrics {command} --help");
        }

        if (parsed.GetValue(label) is not null && (parsed.GetValue(date) is not null || parsed.GetValue(dateFormat) is not null))
        {
            throw new UsageException($"--label and {(parsed.GetValue(date) is not null ? date.Name : dateFormat.Name)} are both given; rows are named by a label or by a date");
        }

        return new PlotQuery
        {
            Files = files,
            Measure = measure,
            ValueColumn = parsed.GetValue(value) ?? parsed.GetValue(numerator) ?? parsed.GetValue(count),
            DenominatorColumn = parsed.GetValue(denominator) ?? parsed.GetValue(exposure),
            DateColumn = parsed.GetValue(date),
            LabelColumn = parsed.GetValue(label),
            Where = [.. (parsed.GetValue(where) ?? []).Select(OptionText.Where)],
            DateFormat = parsed.GetValue(dateFormat) is { } format ? OptionText.DateFormat(format) : null,
            Delimiter = parsed.GetValue(delimiter) is { } character ? OptionText.Delimiter(character) : null,
            Encoding = parsed.GetValue(encoding) is { } name ? OptionText.Encoding(name) : null,
        };
    }

    private static Option<string?> Text(string name, string what, string description) =>
        new(name) { HelpName = what, Description = description };
}
