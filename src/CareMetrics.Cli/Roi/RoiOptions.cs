using System.CommandLine;
using System.Globalization;
using CareMetrics.Roi;

namespace CareMetrics.Cli;

/// <summary>The arguments of a return on investment.</summary>
internal sealed class RoiOptions
{
    private const int MostDraws = 100_000_000;

    private readonly Option<string?> returned = Text("--return", "AMOUNT", "what came back; with --investment, in place of a FILE");
    private readonly Option<string?> invested = Text("--investment", "AMOUNT", "what was put in, 0 or more");
    private readonly Option<string?> currency = Text("--currency", "CODE", "such as EUR, where the lines name none");
    private readonly Option<string?> rate = Text("--rate", "RATE", "discount rate of a period for present values, a fraction or a percent: 0.08 or 8%");
    private readonly Option<string?> timing = Text("--timing", "now|end", "when period 0 falls: now (the default), or at the end of one period, as spreadsheets take it");
    private readonly Option<string?> breakEven = Text("--break-even", "LINE", "how much of this line gives the target, all others as booked");
    private readonly Option<string?> target = Text("--target", "ROI", "the return on investment that --break-even aims at, 0 unless told: 0.25 or 25%");
    private readonly Option<string?> simulate = Text("--simulate", "N", "draw all ranges N times: quantiles, chance of loss, what drives the case");
    private readonly Option<string?> seed = Text("--seed", "SEED", "a whole number, 1 unless told; the same seed gives the same draws");
    private readonly Option<string?> distribution = Text("--distribution", "SHAPE", "what low, likely and high mean: triangular (the default) or pert");
    private readonly Option<string?> delimiter = Text("--delimiter", "CHARACTER", "comma, semicolon, tab, pipe or any one character; else detected");
    private readonly Option<string?> encoding = Text("--encoding", "NAME", "such as windows-1252; else UTF-8");

    public Argument<string[]> Files { get; } = new("FILE...")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "files of the lines of one case with a header line; - is standard input. Several files are read as one table",
    };

    public IReadOnlyList<OptionGroup> Groups =>
    [
        new("Two amounts", [returned, invested]),
        new("Time and decision", [rate, timing, breakEven, target]),
        new("How sure it is", [simulate, seed, distribution]),
        new("How to read it", [currency, delimiter, encoding]),
    ];

    /// <summary>The two amounts where there is no file; null where lines are to be read.</summary>
    public ReturnOnInvestment? Classic(ParseResult parsed)
    {
        bool hasFiles = parsed.GetValue(Files) is { Length: > 0 };
        (string? back, string? put) = (parsed.GetValue(returned), parsed.GetValue(invested));
        if (back is null && put is null)
        {
            return hasFiles ? null : throw new UsageException("roi needs a FILE, or --return and --investment; see caremetrics roi --help");
        }

        if (hasFiles)
        {
            throw new UsageException("a FILE and --return or --investment are both given; the lines of the file make up return and investment");
        }

        if (back is null || put is null)
        {
            throw new UsageException($"{(back is null ? "--investment" : "--return")} is given without {(back is null ? "--return" : "--investment")}; they go together");
        }

        if (new[] { rate, timing, breakEven, target, simulate, seed, distribution, delimiter, encoding }.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } other)
        {
            throw new UsageException($"{other.Name} needs a FILE of lines; two amounts have none");
        }

        decimal investment = Money(invested.Name, put);
        decimal amount = Money(returned.Name, back);
        if (investment < 0)
        {
            throw new UsageException($"--investment is {put}; it is 0 or more");
        }

        try
        {
            return new ReturnOnInvestment(amount, investment, Currency(parsed));
        }
        catch (OverflowException problem)
        {
            throw new UsageException(problem.Message);
        }
    }

    public CaseQuery Query(ParseResult parsed) => new()
    {
        Files = parsed.GetValue(Files)!,
        Shape = parsed.GetValue(distribution) is { } shape
            ? OptionText.Choice(distribution.Name, shape, ("triangular", AssumptionShape.Triangular), ("pert", AssumptionShape.Pert))
            : AssumptionShape.Triangular,
        Currency = Currency(parsed),
        Delimiter = parsed.GetValue(delimiter) is { } character ? OptionText.Delimiter(character) : null,
        Encoding = parsed.GetValue(encoding) is { } name ? OptionText.Encoding(name) : null,
    };

    public RoiQuestions Questions(ParseResult parsed)
    {
        Needs(parsed, timing, rate);
        Needs(parsed, target, breakEven);
        Needs(parsed, seed, simulate);
        Needs(parsed, distribution, simulate);
        return new RoiQuestions
        {
            Rate = parsed.GetValue(rate) is { } text ? Rate(rate.Name, text, "a rate") : null,
            First = parsed.GetValue(timing) is { } when
                ? OptionText.Choice(timing.Name, when, ("now", FirstFlow.Now), ("end", FirstFlow.AfterOnePeriod))
                : FirstFlow.Now,
            BreakEvenLine = parsed.GetValue(breakEven),
            Target = parsed.GetValue(target) is { } aim ? Rate(target.Name, aim, "a return") : 0,
            Draws = parsed.GetValue(simulate) is { } draws ? Draws(draws) : null,
            Seed = parsed.GetValue(seed) is { } number ? Seed(number) : 1,
        };
    }

    private string? Currency(ParseResult parsed) => parsed.GetValue(currency) is not { } text ? null
        : !string.IsNullOrWhiteSpace(text) ? text.Trim()
        : throw new UsageException("--currency is empty; it takes a currency such as EUR");

    private static void Needs(ParseResult parsed, Option<string?> option, Option<string?> other)
    {
        if (parsed.GetValue(option) is not null && parsed.GetValue(other) is null)
        {
            throw new UsageException($"{option.Name} is given without {other.Name}, which it belongs to");
        }
    }

    private static decimal Money(string option, string text) => Amount.TryRead(text.Trim(), mayBePercent: false, out decimal amount)
        ? amount
        : throw new UsageException($"{option} is {text}; it takes a number such as 1234.50, with a point and without separators of thousands");

    private static double Rate(string option, string text, string what) =>
        Amount.TryRead(text.Trim(), mayBePercent: true, out decimal found) && (double)found > -1
            ? (double)found
            : throw new UsageException($"{option} is {text}; it takes {what} above -1, a fraction or a percent, such as 0.08 or 8%");

    private static int Draws(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int draws) && draws is >= 1 and <= MostDraws
            ? draws
            : throw new UsageException($"--simulate is {text}; it takes a whole number of draws from 1 to {MostDraws}, such as 100000");

    private static long Seed(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long seed)
        ? seed
        : throw new UsageException($"--seed is {text}; it takes a whole number, such as 1");

    private static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
