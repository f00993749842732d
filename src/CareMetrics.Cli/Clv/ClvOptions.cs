using System.CommandLine;
using System.Globalization;
using CareMetrics.Periods;
using CareMetrics.Retention;

namespace CareMetrics.Cli;

/// <summary>The arguments of a lifetime value.</summary>
internal sealed class ClvOptions
{
    private static readonly (string Name, PeriodKind Kind)[] Lengths =
    [
        ("week", PeriodKind.Week), ("month", PeriodKind.Month), ("quarter", PeriodKind.Quarter), ("half-year", PeriodKind.HalfYear), ("year", PeriodKind.Year),
    ];

    private readonly Option<string?> margin = Text("--margin", "AMOUNT", "what a customer brings in one period, after the cost of serving them");
    private readonly Option<string?> retention = Text("--retention", "RATE", "the share who stay from one period to the next");
    private readonly Option<string?> growth = Text("--growth", "RATE", "by how much the margin grows with each renewal; 0 unless told");
    private readonly Option<string?> timing = Text("--timing", "now|renewal|end", "when the first margin falls: now, after the first renewal, or at the end of the period; else all three are shown");
    private readonly Option<string?> ranterRetention = Text("--ranter-retention", "RATE", "the share of ranters who stay: --retention and --margin are then a raver's, and the value of a save is shown");
    private readonly Option<string?> ranterMargin = Text("--ranter-margin", "AMOUNT", "what a ranter brings, where it is another amount");
    private readonly Option<string?> referrals = Text("--referrals", "N", "customers that a raver brings in all their time");
    private readonly Option<string?> ranterReferrals = Text("--ranter-referrals", "N", "customers that a ranter brings; below 0 where they put some off");
    private readonly Option<string?> referralValue = Text("--referral-value", "AMOUNT", "what a customer so brought is worth");
    private readonly Option<string?> discount = Text("--discount", "RATE", "by how much money a period later is worth less");
    private readonly Option<string?> horizon = Text("--horizon", "N", "how many margins count, 1 to 10000; else all there will ever be");
    private readonly Option<string?> period = Text("--period", "LENGTH", "how long a period is: week, month, quarter, half-year, year; of a file its column of periods may say it");
    private readonly Option<string?> project = Text("--project", "N", "up to which period the model is shown; 5 more than were watched unless told");
    private readonly Option<string?> level = Text("--level", "LEVEL", "the confidence level of the intervals, 0.95 unless told");
    private readonly Option<string?> currency = Text("--currency", "CODE", "such as EUR");
    private readonly Option<string?> delimiter = Text("--delimiter", "CHARACTER", "comma, semicolon, tab, pipe or any one character; else detected");
    private readonly Option<string?> encoding = Text("--encoding", "NAME", "such as windows-1252; else UTF-8");

    public Argument<string[]> Files { get; } = new("FILE...")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "files of the survivors of cohorts with a header line; - is standard input. Several files are read as one table",
    };

    public IReadOnlyList<OptionGroup> Groups =>
    [
        new("A customer at constant retention", [margin, retention, growth, timing]),
        new("The value of a save", [ranterRetention, ranterMargin, referrals, ranterReferrals, referralValue]),
        new("Time and money", [discount, horizon, period, currency]),
        new("Cohorts of a file", [project, level, delimiter, encoding]),
    ];

    public bool HasFiles(ParseResult parsed) => parsed.GetValue(Files) is { Length: > 0 };

    public ClvTerms Terms(ParseResult parsed)
    {
        if (Given(parsed, project, level, delimiter, encoding) is { } ofFile)
        {
            throw new UsageException($"{ofFile} needs a FILE of cohorts; at constant retention there is none");
        }

        if (Missing(parsed, margin, retention, discount) is { } missing)
        {
            throw new UsageException($"clv needs a FILE of cohorts, or --margin, --retention and --discount; {missing} is not given; see caremetrics clv --help");
        }

        bool isSave = parsed.GetValue(ranterRetention) is not null || parsed.GetValue(ranterMargin) is not null;
        if (!isSave && Given(parsed, referrals, ranterReferrals, referralValue) is { } ofSave)
        {
            throw new UsageException($"{ofSave} is given without --ranter-retention or --ranter-margin; it is part of the value of a save");
        }

        bool hasReferrals = Given(parsed, referrals, ranterReferrals) is not null;
        if (hasReferrals != (parsed.GetValue(referralValue) is not null))
        {
            throw new UsageException(hasReferrals
                ? "--referrals or --ranter-referrals is given without --referral-value; they go together"
                : "--referral-value is given without --referrals or --ranter-referrals; they go together");
        }

        MarginTiming[] timings = parsed.GetValue(timing) is { } when
            ? [OptionText.Choice(timing.Name, when, ("now", MarginTiming.FirstMarginNow), ("renewal", MarginTiming.AfterFirstRenewal), ("end", MarginTiming.EndOfPeriod))]
            : [MarginTiming.FirstMarginNow, MarginTiming.AfterFirstRenewal, MarginTiming.EndOfPeriod];
        CustomerTerms raver = new()
        {
            Margin = Number(parsed, margin)!.Value,
            Retention = Retention(parsed, retention)!.Value,
            Discount = Rate(parsed, discount)!.Value,
            Growth = Rate(parsed, growth) ?? default,
            Timing = timings[0],
            Horizon = Horizon(parsed),
            Period = Period(parsed),
        };
        return new ClvTerms
        {
            Raver = raver,
            Ranter = isSave ? raver with { Margin = Number(parsed, ranterMargin) ?? raver.Margin, Retention = Retention(parsed, ranterRetention) ?? raver.Retention } : null,
            Timings = timings,
            Referrals = Number(parsed, referrals) ?? 0,
            RanterReferrals = Number(parsed, ranterReferrals) ?? 0,
            ReferralValue = Number(parsed, referralValue) ?? 0,
            Currency = Currency(parsed),
        };
    }

    public CohortQuery Query(ParseResult parsed) => new()
    {
        Files = parsed.GetValue(Files)!,
        Period = Period(parsed),
        Delimiter = parsed.GetValue(delimiter) is { } character ? OptionText.Delimiter(character) : null,
        Encoding = parsed.GetValue(encoding) is { } name ? OptionText.Encoding(name) : null,
    };

    public CohortQuestions Questions(ParseResult parsed)
    {
        if (Given(parsed, retention, growth, timing, ranterRetention, ranterMargin, referrals, ranterReferrals, referralValue) is { } constant)
        {
            throw new UsageException($"a FILE and {constant} are both given; the survivors of the file make up retention, and {constant} is of a constant one");
        }

        if (parsed.GetValue(discount) is null && Given(parsed, margin, horizon, currency) is { } ofValue)
        {
            throw new UsageException($"{ofValue} is given without --discount, which the worth of a customer needs");
        }

        if (parsed.GetValue(currency) is not null && parsed.GetValue(margin) is null)
        {
            throw new UsageException("--currency is given without --margin, which it belongs to");
        }

        return new CohortQuestions
        {
            Discount = Rate(parsed, discount),
            Margin = Number(parsed, margin),
            Horizon = Horizon(parsed),
            Project = parsed.GetValue(project) is { } text ? (int)Whole(project.Name, text, CohortSurvivors.LastPeriod) : null,
            Level = parsed.GetValue(level) is { } share ? OptionText.Level(share) : 0.95,
            Currency = Currency(parsed),
        };
    }

    private static string? Given(ParseResult parsed, params ReadOnlySpan<Option<string?>> options)
    {
        foreach (Option<string?> option in options)
        {
            if (parsed.GetValue(option) is not null)
            {
                return option.Name;
            }
        }

        return null;
    }

    private static string? Missing(ParseResult parsed, params ReadOnlySpan<Option<string?>> options)
    {
        foreach (Option<string?> option in options)
        {
            if (parsed.GetValue(option) is null)
            {
                return option.Name;
            }
        }

        return null;
    }

    private int? Horizon(ParseResult parsed) => parsed.GetValue(horizon) is { } text ? (int)Whole(horizon.Name, text, 10_000) : null;

    private static long Whole(string option, string text, int most) => OptionText.Whole(option, text, 1) is var number && number <= most
        ? number
        : throw new UsageException($"{option} is {text}; allowed are whole numbers from 1 to {most.ToString(CultureInfo.InvariantCulture)}");

    private PeriodKind? Period(ParseResult parsed) => parsed.GetValue(period) is { } text ? OptionText.Choice(period.Name, text, Lengths) : null;

    private string? Currency(ParseResult parsed) => parsed.GetValue(currency) is not { } text ? null
        : !string.IsNullOrWhiteSpace(text) ? text.Trim()
        : throw new UsageException("--currency is empty; it takes a currency such as EUR");

    private static double? Number(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is not { } text ? null
        : Amount.TryRead(text.Trim(), mayBePercent: false, out decimal amount) ? (double)amount
        : throw new UsageException($"{option.Name} is {text}; it takes a number such as 1234.50, with a point and without separators of thousands");

    private static PeriodRate? Retention(ParseResult parsed, Option<string?> option) => Rate(parsed, option) is not { } rate ? null
        : rate.Value is >= 0 and <= 1 ? rate
        : throw new UsageException($"{option.Name} is {parsed.GetValue(option)}; a share who stay lies from 0 to 1, such as 0.85, 85% or 85%/year");

    /// <summary>A fraction or a percent of a period, or of the length of time after a slash.</summary>
    private static PeriodRate? Rate(ParseResult parsed, Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        string[] parts = text.Split('/', 2, StringSplitOptions.TrimEntries);
        (string Name, PeriodKind Kind) length = Lengths.FirstOrDefault(known => parts.Length == 2 && string.Equals(known.Name, parts[1], StringComparison.OrdinalIgnoreCase));
        bool isRead = Amount.TryRead(parts[0], mayBePercent: true, out decimal found);
        if (isRead && found <= -1)
        {
            throw new UsageException($"{option.Name} is {text}; it takes a rate above -1, which is -100%");
        }

        return isRead && (parts.Length == 1 || length.Name is not null)
            ? new PeriodRate((double)found, parts.Length == 1 ? null : length.Kind)
            : throw new UsageException($"{option.Name} is {text}; it takes a rate of a period such as 0.1 or 10%, or of a named length such as 10%/year, 1%/month");
    }

    private static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
