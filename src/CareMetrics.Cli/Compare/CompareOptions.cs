using System.CommandLine;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The arguments that say which metric of dated rows is compared, when, and what is asked of it.</summary>
internal sealed class CompareOptions
{
    private readonly PeriodOptions periods = new();
    private readonly Option<string?> value = Text("--value", "COLUMN", "an observation a row: compares means");
    private readonly Option<string?> numerator = Text("--numerator", "COLUMN", "with --denominator: counts of a part and its whole; compares proportions");
    private readonly Option<string?> denominator = Text("--denominator", "COLUMN", "the whole of --numerator");
    private readonly Option<string?> count = Text("--count", "COLUMN", "events; compares rates, by the spread of the days themselves, with Poisson's answer beside");
    private readonly Option<string?> exposure = Text("--exposure", "COLUMN", "what --count is counted per, such as orders; else a day");
    private readonly Option<bool> ratio = new("--ratio") { Arity = ArgumentArity.Zero, Description = "--numerator and --denominator are amounts, such as revenue and orders: compares the ratio of their sums" };
    private readonly Option<string?> rank = Text("--rank", "COLUMN", "a place in an order a row, such as in search results: compares by ranks alone, without percentages");
    private readonly Option<string?> rate = Text("--rate", "COLUMN=VALUE", "a row is a case: compares the share of the rows with this value");
    private readonly Option<string?> rows = Text("--rows", "PERIOD", "what a row covers: day (unless told), week, month, quarter, half or year");
    private readonly Option<string?> fullDay = Text("--full-day", "COLUMN=VALUE", "rows with another value saw only a part of their day, which is left out and named");
    private readonly Option<string?> gaps = Text("--gaps", "missing|quiet", "a day without rows is missing data (usual for counts), or a day on which nobody answered (usual for answers)");
    private readonly Option<string?> changedOn = Text("--changed-on", "DATE", "in place of the two: --weeks before this day against --weeks after it");
    private readonly Option<string?> weeks = Text("--weeks", "N", "how many weeks on either side of --changed-on, 8 unless told");
    private readonly Option<string?> washOut = Text("--wash-out", "WEEKS", "how many weeks from --changed-on, or of the start of --period, are left out");
    private readonly Option<string?> direction = Text("--direction", "higher|lower|neither", "which direction is good; neither unless told");
    private readonly Option<string?> margin = Text("--margin", "SIZE", "the change too small to matter, in the unit of the metric (points; a fraction for shares)");
    private readonly Option<string?> target = Text("--target", "VALUE", "what the period should reach, in the unit of the metric (points; a fraction for shares)");

    public IReadOnlyList<OptionGroup> Groups(ReadingOptions reading) =>
    [
        new("What to compare", [value, numerator, denominator, ratio, count, exposure, rank, .. reading.Plain.Columns.Take(1), .. reading.OfScores, rate, .. reading.Plain.Filter]),
        new("When", [.. periods.Named, changedOn, weeks, washOut, .. periods.Calendars]),
        new("How much has been seen", [.. periods.Looking, rows, fullDay, gaps, periods.IncludeIncomplete]),
        new("What is asked", [direction, margin, target, .. periods.Judging]),
        new("How to read it", [.. reading.Plain.Columns.Skip(1), .. reading.Plain.Texts]),
    ];

    /// <summary>The ranges alone, for a report.</summary>
    public IReadOnlyList<Option> Ranges => [.. periods.Named, .. periods.Looking, periods.IncludeIncomplete, .. periods.Calendars];

    /// <summary>Whether periods are named, or how they are to be named.</summary>
    public bool HasRanges(ParseResult parsed) => periods.Named.Concat(periods.Calendars).Any(option => parsed.GetResult(option) is not null);

    public Look Look(ParseResult parsed) => periods.Look(parsed);

    public SeriesQuery Query(ParseResult parsed, ReadingOptions reading)
    {
        AnswerQuery source = reading.Query(parsed, []) with { WithHashes = true };
        bool hasClosed = source.MustBeClosed || source.Closed.Count > 0;
        (SeriesKind Kind, string? Column)[] given =
        [
            .. new (SeriesKind, string?)[]
            {
                (SeriesKind.Value, parsed.GetValue(value)), (parsed.GetValue(ratio) ? SeriesKind.Ratio : SeriesKind.Proportion, parsed.GetValue(numerator)), (SeriesKind.Count, parsed.GetValue(count)),
                (SeriesKind.Rank, parsed.GetValue(rank)), (SeriesKind.Rate, parsed.GetValue(rate)), (SeriesKind.Score, hasClosed ? source.ScoreColumn ?? "" : source.ScoreColumn),
            }.Where(pair => pair.Item2 is not null),
        ];
        if (hasClosed && given.FirstOrDefault(pair => pair.Kind != SeriesKind.Score) is { Column: not null } other)
        {
            throw new UsageException($"{OptionOf(other.Kind)} and --closed do not go together: closed periods hold scores alone");
        }

        if (given.Length != 1)
        {
            throw new UsageException("compare needs one metric: --value COLUMN, --numerator and --denominator, --count COLUMN, --rank COLUMN, --rate COLUMN=VALUE, or --score COLUMN");
        }

        (SeriesKind kind, string? column) = given[0];
        column = column == "" ? null : column;
        Require((kind is SeriesKind.Proportion or SeriesKind.Ratio) == (parsed.GetValue(denominator) is not null), "--numerator and --denominator go together: a part and its whole");
        Require(kind == SeriesKind.Count || parsed.GetValue(exposure) is null, "--exposure needs --count: events, and what they are counted per");
        Require(kind == SeriesKind.Ratio || !parsed.GetValue(ratio), "--ratio needs --numerator and --denominator: the amounts to sum");
        Require(kind == SeriesKind.Score || source.CustomerColumn is null, "--customer needs --score: who gave the answers");
        Require(!hasClosed || parsed.GetValue(rows) is null, "--rows and --closed do not go together: a closed file says itself what its rows cover");
        Require(!source.MustBeClosed || (parsed.GetValue(fullDay) ?? parsed.GetValue(gaps)) is null, "--full-day and --gaps need a row for each answer; files of --closed say themselves which days were seen");
        ColumnFilter? @case = kind == SeriesKind.Rate ? OptionText.Pair("--rate", column!, "resolved=yes") : null;
        PeriodKind? covers = parsed.GetValue(rows) is { } text ? Covers(text) : null;
        Require(covers is null || (parsed.GetValue(fullDay) ?? parsed.GetValue(gaps)) is null, "--full-day and --gaps are of days; a row that covers a longer period has none");
        return new SeriesQuery
        {
            Source = kind == SeriesKind.Score ? source : source with { RowIs = "observation" },
            Kind = kind,
            Column = @case?.Column ?? column,
            Per = parsed.GetValue(denominator) ?? parsed.GetValue(exposure),
            CaseValue = @case?.Value,
            RowCovers = covers,
            FullDay = parsed.GetValue(fullDay) is { } full ? OptionText.Pair("--full-day", full, "intervals=288") : null,
            DaysMayBeMissing = parsed.GetValue(gaps) is { } days ? OptionText.Choice("--gaps", days, ("missing", true), ("quiet", false)) : null,
        };
    }

    public CompareQuestions Questions(ParseResult parsed, string command)
    {
        int washed = parsed.GetValue(washOut) is { } leftOut ? (int)OptionText.Number("--wash-out", leftOut, 0, 520, "whole weeks from 0 to 520") : 0;
        (DateRange? before, DateRange now) = parsed.GetValue(changedOn) is { } day
            ? Around(parsed, RangeText.Day("--changed-on", day), washed)
            : Named(parsed, washed, command);
        Better better = parsed.GetValue(direction) is { } good
            ? OptionText.Choice("--direction", good, ("higher", Better.Higher), ("lower", Better.Lower), ("neither", Better.Neither))
            : Better.Neither;
        double? aim = Number(parsed, target, "--target", -1e100, "numbers, in the unit of the metric");
        Require(aim is null || better != Better.Neither, "--target needs --direction higher or lower: a target is met from one side");
        CompareQuestions asked = periods.Questions(parsed, before, now) with
        {
            Better = better,
            Margin = Number(parsed, margin, "--margin", double.Epsilon, "numbers above 0, in the unit of the metric"),
            Target = aim,
        };
        asked.RequireWatched([(better, aim)], "--direction higher or lower", "--target");
        return asked;
    }

    private (DateRange? Baseline, DateRange Current) Named(ParseResult parsed, int washed, string command)
    {
        Require(parsed.GetValue(weeks) is null, "--weeks needs --changed-on, the day of the change");
        (DateRange? before, DateRange range) = periods.Ranges(parsed, command, command == "compare" ? ", or --changed-on DATE" : "");
        return (before, Guarded(() => range.WashedOut(7 * washed)));
    }

    private (DateRange? Baseline, DateRange Current) Around(ParseResult parsed, DateOnly day, int washed)
    {
        Require(!periods.AreNamed(parsed), "--changed-on names both periods; --baseline and --period do not go with it");
        int length = parsed.GetValue(weeks) is { } text ? (int)OptionText.Number("--weeks", text, 1, 520, "whole weeks from 1 to 520") : 8;
        return Guarded<(DateRange?, DateRange)>(() => DateRange.Around(day, length, washed));
    }

    private static T Guarded<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException problem)
        {
            throw new UsageException($"--wash-out: {OptionText.Problem(problem)}");
        }
    }

    private static string OptionOf(SeriesKind kind) => kind switch
    {
        SeriesKind.Value => "--value",
        SeriesKind.Count => "--count",
        SeriesKind.Rank => "--rank",
        SeriesKind.Rate => "--rate",
        _ => "--numerator",
    };

    private static PeriodKind? Covers(string text) => OptionText.Choice<PeriodKind?>(
        "--rows", text,
        ("day", null), ("week", PeriodKind.Week), ("month", PeriodKind.Month), ("quarter", PeriodKind.Quarter), ("half", PeriodKind.HalfYear), ("year", PeriodKind.Year));

    private static double? Number(ParseResult parsed, Option<string?> option, string name, double least, string allowed)
    {
        if (parsed.GetValue(option) is not { } text)
        {
            return null;
        }

        return text.EndsWith('%')
            ? OptionText.Number(name, text[..^1], least, 1e100, allowed) / 100
            : OptionText.Number(name, text, least, 1e100, allowed);
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw new UsageException(problem);
        }
    }

    private static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
