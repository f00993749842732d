using System.CommandLine;
using CareMetrics.Cli.Answers;
using CareMetrics.Cli.Series;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli.Commands;

/// <summary>The arguments that say which metric of dated rows is compared, when, and what is asked of it.</summary>
internal sealed class CompareOptions
{
    private const int LongestWindow = 3660;

    private readonly Option<string?> value = Text("--value", "COLUMN", "an observation a row: compares means");
    private readonly Option<string?> numerator = Text("--numerator", "COLUMN", "with --denominator: counts of a part and its whole; compares proportions");
    private readonly Option<string?> denominator = Text("--denominator", "COLUMN", "the whole of --numerator");
    private readonly Option<string?> count = Text("--count", "COLUMN", "events; compares rates, by the spread of the days themselves, with Poisson's answer beside");
    private readonly Option<string?> exposure = Text("--exposure", "COLUMN", "what --count is counted per, such as orders; else a day");
    private readonly Option<string?> rate = Text("--rate", "COLUMN=VALUE", "a row is a case: compares the share of the rows with this value");
    private readonly Option<string?> rows = Text("--rows", "PERIOD", "what a row covers: day (unless told), week, month, quarter, half or year");
    private readonly Option<string?> fullDay = Text("--full-day", "COLUMN=VALUE", "rows with another value saw only a part of their day, which is left out and named");
    private readonly Option<string?> gaps = Text("--gaps", "missing|quiet", "a day without rows is missing data (usual for counts), or a day on which nobody answered (usual for answers)");
    private readonly Option<string?> baseline = Text("--baseline", "PERIOD", "what to compare with: a period, or previous (unless told), or last-year, the same period a year before");
    private readonly Option<string?> period = Text("--period", "PERIOD", "what is compared: 2026-Q1, 2026-W07, 2026-03, 2026, a range such as 2025-Q1..2025-Q4, or days 2026-01-05..2026-02-01");
    private readonly Option<string?> changedOn = Text("--changed-on", "DATE", "in place of the two: --weeks before this day against --weeks after it");
    private readonly Option<string?> weeks = Text("--weeks", "N", "how many weeks on either side of --changed-on, 8 unless told");
    private readonly Option<string?> washOut = Text("--wash-out", "WEEKS", "how many weeks from --changed-on, or of the start of --period, are left out");
    private readonly Option<string?> fiscalStart = Text("--fiscal-start", "MONTH", "read FY2026-Q1 and the like: the year starts in this month and is named by the one it ends in (4), or starts in (4:start)");
    private readonly Option<string?> retail = Text("--retail", "4-4-5|4-5-4|5-4-4", "read FY2026-P01 and the like: the retail year to the Saturday nearest 31 January");
    private readonly Option<string?> asOf = Text("--as-of", "DATE", "the day on which one looks; else the day after the last row");
    private readonly Option<string?> answerWindow = Text("--answer-window", "DAYS", "how many days after a period answers still come in; until then it is provisional");
    private readonly Option<bool> incomplete = new("--include-incomplete") { Arity = ArgumentArity.Zero, Description = "compare periods with missing or partial days all the same" };
    private readonly Option<string?> direction = Text("--direction", "higher|lower|neither", "which direction is good; neither unless told");
    private readonly Option<string?> margin = Text("--margin", "SIZE", "the change too small to matter, in the unit of the metric (points; a fraction for shares)");
    private readonly Option<string?> target = Text("--target", "VALUE", "what the period should reach, in the unit of the metric (points; a fraction for shares)");
    private readonly Option<string?> level = Text("--level", "LEVEL", "confidence level of the intervals, 0.95 unless told");
    private readonly Option<string?> failOn = Text("--fail-on", "WHAT[,WHAT]", "exit with 3 where the verdict is worsened, the target missed, or the periods incomplete (or not final)");

    public IReadOnlyList<OptionGroup> Groups(ReadingOptions reading) =>
    [
        new("What to compare", [value, numerator, denominator, count, exposure, .. reading.Plain.Columns.Take(1), rate, .. reading.Plain.Filter]),
        new("When", [baseline, period, changedOn, weeks, washOut, fiscalStart, retail]),
        new("How much has been seen", [asOf, answerWindow, rows, fullDay, gaps, incomplete]),
        new("What is asked", [direction, margin, target, level, failOn]),
        new("How to read it", [.. reading.Plain.Columns.Skip(1), .. reading.Plain.Texts]),
    ];

    /// <summary>The ranges alone, for a report.</summary>
    public IReadOnlyList<Option> Ranges => [baseline, period, asOf, answerWindow];

    public bool HasRanges(ParseResult parsed) => Ranges.Any(option => parsed.GetResult(option) is not null);

    public SeriesQuery Query(ParseResult parsed, ReadingOptions reading)
    {
        AnswerQuery source = reading.Query(parsed, []) with { RowIs = "row" };
        (SeriesKind Kind, string? Column)[] given =
        [
            .. new (SeriesKind, string?)[]
            {
                (SeriesKind.Value, parsed.GetValue(value)), (SeriesKind.Proportion, parsed.GetValue(numerator)), (SeriesKind.Count, parsed.GetValue(count)),
                (SeriesKind.Rate, parsed.GetValue(rate)), (SeriesKind.Score, source.ScoreColumn),
            }.Where(pair => pair.Item2 is not null),
        ];
        if (given.Length != 1)
        {
            throw new UsageException("compare needs one metric: --value COLUMN, --numerator and --denominator, --count COLUMN, --rate COLUMN=VALUE, or --score COLUMN");
        }

        (SeriesKind kind, string? column) = given[0];
        Require(kind == SeriesKind.Proportion == parsed.GetValue(denominator) is not null, "--numerator and --denominator go together: a part and its whole");
        Require(kind == SeriesKind.Count || parsed.GetValue(exposure) is null, "--exposure needs --count: events, and what they are counted per");
        ColumnFilter? @case = kind == SeriesKind.Rate ? Pair("--rate", column!, "resolved=yes") : null;
        PeriodKind? covers = parsed.GetValue(rows) is { } text ? Covers(text) : null;
        Require(covers is null || (parsed.GetValue(fullDay) ?? parsed.GetValue(gaps)) is null, "--full-day and --gaps are of days; a row that covers a longer period has none");
        return new SeriesQuery
        {
            Source = source,
            Kind = kind,
            Column = @case?.Column ?? column,
            Per = parsed.GetValue(denominator) ?? parsed.GetValue(exposure),
            CaseValue = @case?.Value,
            RowCovers = covers,
            FullDay = parsed.GetValue(fullDay) is { } full ? Pair("--full-day", full, "intervals=288") : null,
            DaysMayBeMissing = parsed.GetValue(gaps) is { } days ? OptionText.Choice("--gaps", days, ("missing", true), ("quiet", false)) : null,
        };
    }

    public CompareQuestions Questions(ParseResult parsed, string command)
    {
        var calendar = new RangeText(parsed.GetValue(fiscalStart), parsed.GetValue(retail));
        int washed = parsed.GetValue(washOut) is { } leftOut ? (int)OptionText.Number("--wash-out", leftOut, 0, 520, "whole weeks from 0 to 520") : 0;
        (DateRange? before, DateRange now) = parsed.GetValue(changedOn) is { } day
            ? Around(parsed, RangeText.Day("--changed-on", day), washed)
            : Named(parsed, calendar, washed, command);
        Better better = parsed.GetValue(direction) is { } good
            ? OptionText.Choice("--direction", good, ("higher", Better.Higher), ("lower", Better.Lower), ("neither", Better.Neither))
            : Better.Neither;
        double? aim = Number(parsed, target, "--target", -1e100, "numbers, in the unit of the metric");
        Require(aim is null || better != Better.Neither, "--target needs --direction higher or lower: a target is met from one side");
        return new CompareQuestions
        {
            Baseline = before,
            Current = now,
            AsOf = parsed.GetValue(asOf) is { } look ? RangeText.Day("--as-of", look) : null,
            AnswerWindow = parsed.GetValue(answerWindow) is { } window
                ? (int)OptionText.Number("--answer-window", window, 0, LongestWindow, $"days from 0 to {LongestWindow}")
                : 0,
            IncludeIncomplete = parsed.GetValue(incomplete),
            Better = better,
            Margin = Number(parsed, margin, "--margin", double.Epsilon, "numbers above 0, in the unit of the metric"),
            Target = aim,
            Level = parsed.GetValue(level) is { } confidence ? OptionText.Level(confidence) : 0.95,
            FailOn = parsed.GetValue(failOn) is { } fail
                ? [.. fail.Split(',', StringSplitOptions.TrimEntries).Select(what => OptionText.Choice(
                    "--fail-on", what, ("worsened", FailReason.Worsened), ("missed", FailReason.Missed), ("incomplete", FailReason.Incomplete)))]
                : [],
        };
    }

    private (DateRange? Baseline, DateRange Current) Named(ParseResult parsed, RangeText calendar, int washed, string command)
    {
        Require(parsed.GetValue(weeks) is null, "--weeks needs --changed-on, the day of the change");
        string text = parsed.GetValue(period)
            ?? throw new UsageException($"{command} needs --period, such as --period 2026-Q1{(command == "compare" ? ", or --changed-on DATE" : "")}; see caremetrics {command} --help");
        (DateRange range, PeriodCalendar of) = calendar.Read("--period", text);
        DateRange? before = calendar.Baseline(parsed.GetValue(baseline) ?? "previous", range, of);
        return (before, Guarded(() => range.WashedOut(7 * washed)));
    }

    private (DateRange? Baseline, DateRange Current) Around(ParseResult parsed, DateOnly day, int washed)
    {
        Require((parsed.GetValue(baseline) ?? parsed.GetValue(period)) is null, "--changed-on names both periods; --baseline and --period do not go with it");
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

    private static PeriodKind? Covers(string text) => OptionText.Choice<PeriodKind?>(
        "--rows", text,
        ("day", null), ("week", PeriodKind.Week), ("month", PeriodKind.Month), ("quarter", PeriodKind.Quarter), ("half", PeriodKind.HalfYear), ("year", PeriodKind.Year));

    private static ColumnFilter Pair(string option, string text, string example)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && text[(equals + 1)..].Trim().Length > 0
            ? new ColumnFilter(text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw new UsageException($"{option} is \"{text}\"; it takes COLUMN=VALUE, such as {example}");
    }

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
