using System.CommandLine;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Satisfaction;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The arguments that say what to read and how to count it; every command that reads answers has them.</summary>
internal sealed class ReadingOptions(AnswerKind kind)
{
    private readonly Option<string?> score = Text("--score", "COLUMN", "the answers; else found by its usual name");
    private readonly Option<string?> customer = Text("--customer", "COLUMN", "who answered; else found by its usual name. "
        + (kind == AnswerKind.Nps ? "Where customers are known, the interval allows for repeat answers" : "Where customers are known, the design effect of repeat answers is shown"));
    private readonly Option<string?> by = Text("--by", "COLUMN[,COLUMN]", "one row for each value of the column, and a total");
    private readonly Option<string?> date = Text("--date", "COLUMN", "when it was answered; else found by its usual name");
    private readonly Option<string?> every = Text("--every", "PERIOD", "one row for each week (ISO), month, quarter, half or year");
    private readonly Option<string[]> where = new("--where") { Arity = ArgumentArity.OneOrMore, HelpName = "COLUMN=VALUE", Description = "count only the rows with this value; may be given several times, and all must match", DefaultValueFactory = _ => [] };
    private readonly Option<bool> latest = new("--latest") { Arity = ArgumentArity.Zero, Description = "count only the latest answer of each customer in a period; the older ones are superseded" };
    private readonly Option<string?> scale = kind == AnswerKind.Nps
        ? Text("--scale", "SCALE", "0-10 (the default), 1-10, or MIN-MAX:DETRACTORMAX:PROMOTERMIN such as 1-5:3:5")
        : Text("--scale", "SCALE", "MIN-MAX:GOOD where ratings from GOOD up are good, MIN-MAX:GOOD:lower where those from GOOD down are"
            + (kind == AnswerKind.Satisfaction ? "; 1-5:4 unless told" : "; must be told"));
    private readonly Option<string?> invalid = Text("--invalid", "fail|count", "what an answer off the scale does: fail (the default), or be counted apart");
    private readonly Option<string?> missing = Text("--missing", "TEXTS", "texts that mean no answer, beside the blank, such as \"NA,N/A,-99\"");
    private readonly Option<string?> dateFormat = Text("--date-format", "FORMAT", "a .NET date format such as dd.MM.yyyy; else ISO 8601. The order of day and month is never guessed");
    private readonly Option<string?> zone = Text("--zone", "ZONE", "whose calendar days the periods are made of, such as Europe/Berlin; else UTC");
    private readonly Option<string?> delimiter = Text("--delimiter", "CHARACTER", "comma, semicolon, tab, pipe or any one character; else detected");
    private readonly Option<string?> config = ConfiguredArguments.Make();
    private readonly Option<string?> encoding = Text("--encoding", "NAME", "such as windows-1252; else UTF-8");
    private readonly Option<bool> tallied = new("--tallied") { Arity = ArgumentArity.Zero, Description = $"the file holds counts already: {(kind == AnswerKind.Nps ? "detractors,passives,promoters or " : "")}score,n, and if need be group, period, missing" };

    private readonly Option<string[]> closed = new("--closed") { Arity = ArgumentArity.OneOrMore, HelpName = "FILE", Description = "closed periods that caremetrics tally wrote, beside the answers or in place of a FILE; may be given several times. What is closed counts from there", DefaultValueFactory = _ => [] };

    public Argument<string[]> Files { get; } = new("FILE...")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "files of one table with a header line, separated by commas, tabs or semicolons; - is standard input. Several files are read as one table",
    };

    public IReadOnlyList<OptionGroup> Groups =>
    [
        new("What to count", [by, every, where, latest]),
        new("Where it stands", [score, customer, date, tallied, .. kind == AnswerKind.Nps ? new Option[] { closed } : []]),
        new("How to read it", [scale, invalid, missing, dateFormat, zone, delimiter, encoding, config]),
    ];

    public HelpNote UsualNamesNote => new("Usual names of columns (two candidates are an error)",
    [
        (kind.Things, string.Join(", ", kind.UsualNames)),
        ("customer", string.Join(", ", UsualNames.Customer)),
        ("date", string.Join(", ", UsualNames.Date)),
        ("", "Capitals, spaces, _ and - make no difference."),
    ]);

    public IReadOnlyList<string> By(ParseResult parsed) => parsed.GetValue(by) is { } text ? OptionText.Columns("--by", text) : [];

    public PeriodKind? Every(ParseResult parsed) => parsed.GetValue(every) is { } text ? OptionText.Every(text) : null;

    /// <summary>Those that make sense where periods are closed: a length is needed, and there is nothing closed yet.</summary>
    public IReadOnlyList<OptionGroup> ToClose =>
    [
        new("What to count", [by, every, where, latest]),
        new("Where it stands", [score, customer, date]),
        new("How to read it", [scale, invalid, missing, dateFormat, zone, delimiter, encoding, config]),
    ];

    /// <summary>Those that make sense where what is counted is not a score.</summary>
    public (IReadOnlyList<Option> Filter, IReadOnlyList<Option> Columns, IReadOnlyList<Option> Texts) Plain =>
        ([where], [score, date], [scale, invalid, missing, dateFormat, zone, delimiter, encoding, config]);

    /// <summary>Those of scores alone.</summary>
    public IReadOnlyList<Option> OfScores => [customer, closed];

    /// <summary>The file of --config; null where none is named.</summary>
    public string? Config(ParseResult parsed) => parsed.GetValue(config);

    public bool IsScaleGiven(ParseResult parsed) => parsed.GetValue(scale) is not null;

    public AnswerQuery Query(ParseResult parsed, IReadOnlyList<Breakdown> breakdowns)
    {
        string command = parsed.CommandResult.Command.Name;
        string[] files = parsed.GetValue(Files) ?? [];
        string[] closedFiles = kind == AnswerKind.Nps && parsed.GetResult(closed) is not null ? parsed.GetValue(closed)! : [];
        bool isClosedAlone = files.Length == 0 && closedFiles.Length > 0;
        if (files.Length == 0 && !isClosedAlone)
        {
            throw new UsageException($"{command} needs a FILE, or - for standard input; see caremetrics {command} --help");
        }

        if (isClosedAlone && OfAnswers.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } foreign)
        {
            throw new UsageException(foreign == tallied ? QueryRules.TalliedAndClosed
                : $"{foreign.Name} needs a row for each answer; files of --closed hold counts, and say themselves what was counted");
        }

        RatingScale? ratings = Ratings(parsed, command);
        return new AnswerQuery
        {
            Files = isClosedAlone ? closedFiles : files,
            Closed = isClosedAlone ? [] : closedFiles,
            Kind = kind,
            Ratings = ratings,
            Breakdowns = breakdowns,
            ScoreColumn = parsed.GetValue(score),
            CustomerColumn = parsed.GetValue(customer),
            DateColumn = parsed.GetValue(date),
            Where = [.. (parsed.GetValue(where) ?? []).Select(OptionText.Where)],
            Latest = parsed.GetValue(latest),
            Scale = ratings is not null ? RatingCounts.ScaleOf(ratings) : Read(parsed, scale, OptionText.Scale) ?? NpsScale.ZeroToTen,
            Invalid = parsed.GetValue(invalid) is { } text ? OptionText.Invalid(text) : InvalidAnswers.Fail,
            MissingTexts = Read(parsed, missing, OptionText.MissingTexts) ?? [],
            DateFormat = Read(parsed, dateFormat, OptionText.DateFormat),
            Zone = Read(parsed, zone, OptionText.Zone) ?? TimeZoneInfo.Utc,
            Delimiter = parsed.GetValue(delimiter) is { } character ? OptionText.Delimiter(character) : null,
            Encoding = Read(parsed, encoding, OptionText.Encoding),
            MustBeClosed = isClosedAlone,
            RowIs = isClosedAlone ? ClosedJoin.RowIs : parsed.GetValue(tallied) ? "count" : "answer",
            Tallied = isClosedAlone || parsed.GetValue(tallied),
        };
    }

    private Option[] OfAnswers => [score, customer, date, latest, tallied, scale, invalid, missing, dateFormat, zone];

    private RatingScale? Ratings(ParseResult parsed, string command) => kind == AnswerKind.Nps ? null
        : Read(parsed, scale, OptionText.RatingScale)
            ?? (kind == AnswerKind.Satisfaction ? RatingScale.OneToFive : throw new UsageException(
                $"{command} needs --scale, which says which end is good: such as 1-7:5 where 7 is easy, or 1-5:2:lower where 1 is little effort"));

    private static TValue? Read<TValue>(ParseResult parsed, Option<string?> option, Func<string, TValue?> read)
        where TValue : class => parsed.GetValue(option) is { } text ? read(text) : null;

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };
}
