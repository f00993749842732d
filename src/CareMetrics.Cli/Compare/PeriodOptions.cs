using System.CommandLine;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>The arguments of every comparison of two periods: which they are, how much of them was seen, how sure, and what fails a pipeline.</summary>
internal sealed class PeriodOptions
{
    private const int LongestWindow = 3660;

    private readonly Option<string?> baseline = Text("--baseline", "PERIOD", "what to compare with: a period, or previous (unless told), or last-year, the same period a year before");
    private readonly Option<string?> period = Text("--period", "PERIOD", "what is compared: 2026-Q1, 2026-W07, 2026-03, 2026, a range such as 2025-Q1..2025-Q4, or days 2026-01-05..2026-02-01");
    private readonly Option<string?> fiscalStart = Text("--fiscal-start", "MONTH", "read FY2026-Q1 and the like: the year starts in this month and is named by the one it ends in (4), or starts in (4:start)");
    private readonly Option<string?> retail = Text("--retail", "4-4-5|4-5-4|5-4-4", "read FY2026-P01 and the like: the retail year to the Saturday nearest 31 January");
    private readonly Option<string?> asOf = Text("--as-of", "DATE", "the day on which one looks; else the day after the last row");
    private readonly Option<string?> answerWindow = Text("--answer-window", "DAYS", "how many days after a period answers still come in; until then it is provisional");
    private readonly Option<bool> incomplete = new("--include-incomplete") { Arity = ArgumentArity.Zero, Description = "compare periods with missing or partial days all the same" };
    private readonly Option<string?> level = Text("--level", "LEVEL", "confidence level of the intervals, 0.95 unless told");
    private readonly Option<string?> failOn = Text("--fail-on", "WHAT[,WHAT]", "exit with 3 where the verdict is worsened, the target missed, or the periods incomplete (or not final, or without data)");

    public IReadOnlyList<Option> Named => [baseline, period];

    public IReadOnlyList<Option> Calendars => [fiscalStart, retail];

    public IReadOnlyList<Option> Looking => [asOf, answerWindow];

    public Option IncludeIncomplete => incomplete;

    public IReadOnlyList<Option> Judging => [level, failOn];

    public bool AreNamed(ParseResult parsed) => (parsed.GetValue(baseline) ?? parsed.GetValue(period)) is not null;

    /// <summary>The two periods as they are named; the baseline may not exist.</summary>
    /// <param name="parsed">The arguments.</param>
    /// <param name="command">The command, for messages.</param>
    /// <param name="instead">What may be given in place of --period, for messages.</param>
    public (DateRange? Baseline, DateRange Current) Ranges(ParseResult parsed, string command, string instead = "")
    {
        var calendar = new RangeText(parsed.GetValue(fiscalStart), parsed.GetValue(retail));
        Option[] without = [.. new[] { baseline, fiscalStart, retail }.Where(option => parsed.GetValue(option) is not null)];
        string text = parsed.GetValue(period) ?? throw new UsageException(command == "report" && without.Length > 0
            ? $"{without[0].Name} needs --period, such as --period 2026-Q1; without both the last period is set against the one before"
            : $"{command} needs --period, such as --period 2026-Q1{instead}; see caremetrics {command} --help");
        (DateRange range, PeriodCalendar of) = calendar.Read("--period", text);
        DateRange? before = calendar.Baseline(parsed.GetValue(baseline) ?? "previous", range, of);
        string? problem = before is null ? null
            : (before.First, before.Last) == (range.First, range.Last) ? $"--baseline and --period are the same days, {range}: nothing is compared with itself"
            : before.First > range.First && before.Last > range.Last ? $"--baseline is {before}, later than --period {range}: a baseline is what came before"
            : null;
        return problem is null ? (before, range) : throw new UsageException(problem);
    }

    public Look Look(ParseResult parsed) => new(
        parsed.GetValue(asOf) is { } day ? RangeText.Day("--as-of", day) : null,
        parsed.GetValue(answerWindow) is { } window ? (int)OptionText.Number("--answer-window", window, 0, LongestWindow, $"days from 0 to {LongestWindow}") : 0,
        parsed.GetValue(incomplete));

    /// <summary>What is asked of two periods, but for what is asked of one metric alone.</summary>
    public CompareQuestions Questions(ParseResult parsed, DateRange? before, DateRange now) => new()
    {
        Baseline = before,
        Current = now,
        Look = Look(parsed),
        Level = parsed.GetValue(level) is { } confidence ? OptionText.Level(confidence) : 0.95,
        FailOn = parsed.GetValue(failOn) is { } fail
            ? [.. fail.Split(',', StringSplitOptions.TrimEntries).Select(what => OptionText.Choice(
                "--fail-on", what, ("worsened", FailReason.Worsened), ("missed", FailReason.Missed), ("incomplete", FailReason.Incomplete)))]
            : [],
    };

    private static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
