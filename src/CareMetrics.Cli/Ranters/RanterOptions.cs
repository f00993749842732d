using System.CommandLine;
using System.Globalization;
using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The arguments that say how customers are paired, who was left alone, and how sure it is.</summary>
internal sealed class RanterOptions
{
    private readonly Option<string?> customer = Text("--customer", "COLUMN", "who answered; else found by its usual name");
    private readonly Option<string?> before = Text("--before", "COLUMN", "each row is a case: what was said before, a score or ranter, neutral, raver");
    private readonly Option<string?> after = Text("--after", "COLUMN", "what was said after; blank where the customer was not seen again");
    private readonly Option<bool> tallied = new("--tallied") { Arity = ArgumentArity.Zero, Description = "the file holds counts already: before,after,n; before and after as above" };
    private readonly Option<string?> contact = Text("--contact", "COLUMN", "when each customer was contacted, the same in all rows: the last answer before it against the first after it");
    private readonly Option<string?> window = Text("--window", "DAYS", "with --contact: how many days before and after it an answer counts; else any");
    private readonly Option<string?> control = Control();
    private readonly Option<bool> stars = new("--stars") { Arity = ArgumentArity.Zero, Description = "answers are 1 to 5 stars: ranters to 2, ravers from 4" };
    private readonly Option<string?> sentiment = Text("--sentiment", "RANTERMAX:RAVERMIN", "answers are sentiment from -1 to 1, with these cuts, such as -0.05:0.05");
    private readonly Option<string?> level = Text("--level", "LEVEL", "confidence level of the intervals, 0.95 unless told");
    private readonly Option<string?> difference = Text("--difference", "METHOD", "interval of treated minus control: newcombe (the default) or miettinen-nurminen");
    private readonly Option<string?> reliability = Text("--reliability", "R", "correlation of a customer's score with the next, 0 to 1, for what doing nothing would give; else estimated where customers answered three times or more");

    /// <summary>Who was left alone; <see cref="OptionText.Control"/> reads it.</summary>
    public static Option<string?> Control() =>
        Text("--control", "COLUMN=VALUE", "who was left alone: rows with this value, in capitals or not, are the control group, with another the treated, blank neither");

    public IReadOnlyList<OptionGroup> Groups(ReadingOptions reading) =>
    [
        new("What to compare", [control, contact, window, .. reading.Plain.Filter]),
        new("Where it stands", [.. reading.Plain.Columns.Take(1), customer, .. reading.Plain.Columns.Skip(1), before, after, tallied]),
        new("How to read it", [stars, sentiment, .. reading.Plain.Texts]),
        new("How sure it is", [level, difference, reliability]),
    ];

    public MoodQuery Query(ParseResult parsed, ReadingOptions reading)
    {
        AnswerQuery source = reading.Query(parsed, []) with { CustomerColumn = parsed.GetValue(customer) };
        MoodInput input = parsed.GetValue(tallied) ? MoodInput.Counts
            : parsed.GetValue(before) is not null || parsed.GetValue(after) is not null ? MoodInput.Cases
            : MoodInput.History;
        var query = new MoodQuery
        {
            Source = source,
            Input = input,
            Scale = Scale(parsed, reading, source),
            BeforeColumn = parsed.GetValue(before),
            AfterColumn = parsed.GetValue(after),
            Control = parsed.GetValue(control) is { } text ? OptionText.Control(text) : null,
            ContactColumn = parsed.GetValue(contact),
            Window = parsed.GetValue(window) is { } days ? Window(days, parsed.GetValue(contact)) : TimeSpan.MaxValue,
        };
        Check(query);
        return query;
    }

    public RanterMethods Methods(ParseResult parsed) => new(
        parsed.GetValue(level) is { } text ? OptionText.Level(text) : 0.95,
        parsed.GetValue(difference) is { } name
            ? OptionText.Choice("--difference", name, ("newcombe", ProportionDifferenceMethod.Newcombe), ("miettinen-nurminen", ProportionDifferenceMethod.MiettinenNurminen))
            : ProportionDifferenceMethod.Newcombe,
        parsed.GetValue(reliability) is { } number ? Reliability(number) : null);

    private MoodScale Scale(ParseResult parsed, ReadingOptions reading, AnswerQuery source)
    {
        string? cuts = parsed.GetValue(sentiment);
        bool isStars = parsed.GetValue(stars);
        if ((cuts is null ? 0 : 1) + (isStars ? 1 : 0) + (reading.IsScaleGiven(parsed) ? 1 : 0) > 1)
        {
            throw new UsageException("--scale, --stars and --sentiment each say what an answer is; give one of them");
        }

        return isStars ? MoodScale.FiveStars : cuts is not null ? Sentiment(cuts) : MoodScale.Of(source.Scale);
    }

    private static MoodScale Sentiment(string text)
    {
        string[] cuts = text.Split(':');
        return cuts.Length == 2 && Number(cuts[0]) is { } ranter && Number(cuts[1]) is { } raver && -1 <= ranter && ranter < raver && raver <= 1
            ? MoodScale.Sentiment(ranter, raver)
            : throw new UsageException($"--sentiment is \"{text}\"; it takes two cuts in order from -1 to 1, RANTERMAX:RAVERMIN, such as -0.05:0.05");
    }

    private static double Reliability(string text) => Number(text) is >= 0 and <= 1 and { } found
        ? found
        : throw new UsageException($"--reliability is {text}; a reliability lies from 0 to 1, such as 0.6");

    private static TimeSpan Window(string text, string? contact) => contact is null
        ? throw new UsageException("--window needs --contact, the column of each customer's contact")
        : Number(text) is >= 1e-6 and <= 1e6 and { } days
            ? TimeSpan.FromDays(days)
            : throw new UsageException($"--window is {text}; it takes days, above 0 and up to 1000000, such as 90");

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static void Check(MoodQuery query)
    {
        if (query.Input == MoodInput.History)
        {
            return;
        }

        if (query.Input == MoodInput.Cases && (query.BeforeColumn is null || query.AfterColumn is null))
        {
            throw new UsageException("--before and --after go together: each row is a case, with a column for either");
        }

        if (query.Input == MoodInput.Cases && query.BeforeColumn == query.AfterColumn)
        {
            throw new UsageException($"--before and --after both name \"{query.BeforeColumn}\"; before and after are two columns");
        }

        AnswerQuery source = query.Source;
        string? option = source.ScoreColumn is not null ? "--score"
            : source.CustomerColumn is not null ? "--customer"
            : source.DateColumn is not null ? "--date"
            : source.DateFormat is not null ? "--date-format"
            : query.ContactColumn is not null ? "--contact"
            : null;
        if (option is not null)
        {
            throw new UsageException($"{option} needs a row for each answer; with {(query.Input == MoodInput.Counts ? "--tallied" : "--before and --after")} a row says both sides already");
        }
    }

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };
}

/// <param name="Level">Of every interval.</param>
/// <param name="Difference">Of treated minus control.</param>
/// <param name="Reliability">As given; null to estimate it.</param>
internal sealed record RanterMethods(double Level, ProportionDifferenceMethod Difference, double? Reliability);
