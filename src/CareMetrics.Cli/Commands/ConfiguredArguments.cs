using System.CommandLine;
using System.CommandLine.Parsing;

namespace CareMetrics.Cli;

/// <summary>What is typed, with what the file of --config says where nothing is typed: the command line wins.</summary>
internal static class ConfiguredArguments
{
    public const string Option = "--config";

    // Counts and cases have no rows of single answers to which these could apply; in a report what is kept is of customers too.
    private static readonly string[] OfAnswers = ["--score", "--customer", "--date", "--date-format", "--latest"];
    private static readonly string[] OfKeeping =
    [
        "--value-per-save", "--value-column", "--value-sd", "--basis", "--horizon", "--currency", "--investment", "--cost-per-contact", "--cost-per-save", "--cost-of-new-customer",
    ];
    private static readonly string[] OfScores = ["--score", "--customer", "--closed"];
    private static readonly string[] OtherMetrics = ["--value", "--numerator", "--count", "--rank", "--rate"];
    private static readonly string[] OfRanges = ["--baseline", "--period"];
    private static readonly string[] OfOneRange = ["--fiscal-start", "--retail", "--as-of", "--answer-window"];
    private static readonly string[] WithoutAnswers = ["--tallied", "--before", "--after"];

    public static Option<string?> Make() => new(Option)
    {
        HelpName = "FILE",
        Description = "a JSON file that says what is counted, as the options do that have the names of its keys: "
            + $"{string.Join(", ", CareConfig.Keys.Select(known => known.Key))}. An option that is typed wins; a key that the command has no option for is for others",
    };

    /// <param name="parsed">What was typed.</param>
    /// <returns>The further arguments, by the options to which they belong; null where no file is named.</returns>
    public static (string File, IReadOnlyList<(string Option, IReadOnlyList<string> Values)> Options)? In(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (command.Options.FirstOrDefault(known => known.Name == Option) is not Option<string?> option || parsed.GetValue(option) is not { } file)
        {
            return null;
        }

        string[] given = [.. parsed.CommandResult.Children.OfType<OptionResult>().Where(result => !result.Implicit).Select(result => result.Option.Name)];
        bool hasFiles = command.Arguments.Count > 0 && parsed.GetResult(command.Arguments[0]) is { Tokens.Count: > 0 };
        (string Option, IReadOnlyList<string> Values)[] said = [.. CareConfig.Read(file).Options(command.Name)];
        bool HasOption(string name) => given.Contains(name) || said.Any(part => part.Option == name);
        bool isTallied = given.Any(WithoutAnswers.Contains);
        bool hasAnswers = !isTallied && (hasFiles || !HasOption("--closed"));
        bool isReport = command.Name == "report";
        HashSet<string> known = [.. command.Options.Select(known => known.Name)];
        return (file, [.. said.Where(part => known.Contains(part.Option) && !given.Contains(part.Option) && IsAsked(part.Option))]);

        bool IsAsked(string name) => name switch
        {
            "--where" => hasAnswers || !HasOption("--closed"),
            "--population" => isReport,
            "--scale" => !given.Any(own => own is "--stars" or "--sentiment"),
            "--closed" when isTallied => false,
            _ when OfScores.Contains(name) && command.Name == "compare" && given.Any(OtherMetrics.Contains) => false,
            _ when OfAnswers.Contains(name) || (isReport && OfKeeping.Contains(name)) => hasAnswers,
            _ when OfRanges.Contains(name) => !given.Contains("--changed-on") && !(isReport && isTallied),
            _ when OfOneRange.Contains(name) => !isReport || (!isTallied && HasOption("--period")),
            _ => true,
        };
    }

    /// <summary>What is typed with what the file says behind it, before files that follow "--".</summary>
    public static IReadOnlyList<string> Together(IReadOnlyList<string> arguments, IReadOnlyList<(string Option, IReadOnlyList<string> Values)> options)
    {
        // One text each, so that a value that starts with a dash is none.
        IEnumerable<string> said = options.SelectMany(part => part.Values.Count == 0 ? [part.Option] : part.Values.Select(value => $"{part.Option}={value}"));
        return [.. arguments.TakeWhile(argument => argument != "--"), .. said, .. arguments.SkipWhile(argument => argument != "--")];
    }
}
