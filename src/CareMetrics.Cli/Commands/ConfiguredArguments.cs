using System.CommandLine;
using System.CommandLine.Parsing;

namespace CareMetrics.Cli;

/// <summary>What is typed, with what the file of --config says where nothing is typed: the command line wins.</summary>
internal static class ConfiguredArguments
{
    public const string Option = "--config";

    // Counts and cases have no rows of single answers to which these could apply; in a report who was left alone and what is kept is of customers too.
    private static readonly string[] OfAnswers = ["--score", "--customer", "--date", "--date-format", "--zone", "--latest"];
    private static readonly string[] OfTexts = ["--scale", "--invalid", "--missing"];
    private static readonly string[] OfKeeping =
    [
        "--control", "--value-per-save", "--value-column", "--value-sd", "--basis", "--horizon", "--currency", "--investment", "--cost-per-contact", "--cost-per-save", "--cost-of-new-customer",
    ];
    private static readonly string[] OtherMetrics = ["--value", "--numerator", "--count", "--rank", "--rate"];
    private static readonly string[] OfRanges = ["--baseline", "--period", "--fiscal-start", "--retail"];
    private static readonly string[] WithoutAnswers = ["--tallied", "--before", "--after"];

    public static Option<string?> Make() => new(Option)
    {
        HelpName = "FILE",
        Description = "a JSON file that says what is counted, as the options do that have the names of its keys: "
            + $"{string.Join(", ", CareConfig.Keys.Select(known => known.Key))}. An option that is typed wins; a key that the command cannot take is left out, and named",
    };

    /// <param name="parsed">What was typed.</param>
    /// <returns>What the file adds to it; null where no file is named.</returns>
    public static Configured? In(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (command.Options.FirstOrDefault(known => known.Name == Option) is not Option<string?> option || parsed.GetValue(option) is not { } file)
        {
            return null;
        }

        string[] given = [.. parsed.CommandResult.Children.OfType<OptionResult>().Where(result => !result.Implicit).Select(result => result.Option.Name)];
        bool hasFiles = command.Arguments.Count > 0 && parsed.GetResult(command.Arguments[0]) is { Tokens.Count: > 0 };
        CareConfig config = CareConfig.Read(file);
        ConfiguredOption[] said = [.. config.Options(command.Name).Where(part => !given.Contains(part.Option) && !IsInstead(part.Option))];
        bool HasOption(string name) => given.Contains(name) || said.Any(part => part.Option == name);
        bool isTallied = given.Any(WithoutAnswers.Contains);
        bool hasAnswers = !isTallied && (hasFiles || !HasOption("--closed"));
        bool isReport = command.Name == "report";
        bool hasPeriod = HasOption("--period") && !isTallied && !(isReport && given.Contains("--latest"));
        HashSet<string> known = [.. command.Options.Select(known => known.Name)];
        ILookup<bool, ConfiguredOption> parts = said.ToLookup(part => known.Contains(part.Option) && IsAsked(part.Option));
        return new Configured(file, [.. parts[true]], [.. parts[false].Select(part => part.Key)]);

        // What is typed in place of an option wins as the option itself does.
        bool IsInstead(string name) => name switch
        {
            "--scale" => given.Any(own => own is "--stars" or "--sentiment"),
            "--score" => command.Name == "compare" && given.Any(OtherMetrics.Contains),
            "--baseline" or "--period" => given.Contains("--changed-on"),
            _ => false,
        };

        bool IsAsked(string name) => name switch
        {
            "--where" => hasAnswers || !HasOption("--closed"),
            "--population" => isReport,
            "--closed" when isTallied => false,

            // The answers of named ranges count all, so the ranges win.
            "--latest" when isReport && hasPeriod => false,
            "--customer" or "--closed" when command.Name == "compare" && given.Any(OtherMetrics.Contains) => false,
            _ when OfTexts.Contains(name) => isTallied || hasAnswers,
            _ when OfAnswers.Contains(name) || (isReport && OfKeeping.Contains(name)) => hasAnswers,
            _ when OfRanges.Contains(name) => !isReport || hasPeriod,
            _ => true,
        };
    }

    /// <summary>What the command leaves out, in one line; null where that is nothing.</summary>
    public static string? LeftOut(Configured config, string command) => config.LeftOut.Count == 0 ? null
        : $"{Shown.Path(config.File)} says {string.Join(", ", config.LeftOut)}, which {command} leaves out here";

    /// <summary>What is typed with what the file says behind it, before files that follow "--".</summary>
    public static IReadOnlyList<string> Together(IReadOnlyList<string> arguments, IReadOnlyList<ConfiguredOption> options)
    {
        // One text each, so that a value that starts with a dash is none.
        IEnumerable<string> said = options.SelectMany(part => part.Values.Count == 0 ? [part.Option] : part.Values.Select(value => $"{part.Option}={value}"));
        return [.. arguments.TakeWhile(argument => argument != "--"), .. said, .. arguments.SkipWhile(argument => argument != "--")];
    }
}

/// <summary>An option as the file says it.</summary>
/// <param name="Key">The key in the file.</param>
/// <param name="Option">The option of the same meaning.</param>
/// <param name="Values">What it takes; none for a flag.</param>
internal sealed record ConfiguredOption(string Key, string Option, IReadOnlyList<string> Values);

/// <summary>What a file adds to what was typed.</summary>
/// <param name="File">The file.</param>
/// <param name="Options">What is added.</param>
/// <param name="LeftOut">The keys that the command cannot take.</param>
internal sealed record Configured(string File, IReadOnlyList<ConfiguredOption> Options, IReadOnlyList<string> LeftOut);
