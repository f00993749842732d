using System.CommandLine;

namespace CareMetrics.Cli;

/// <summary>One metric in two periods.</summary>
internal static class CompareCommand
{
    /// <param name="host">Where the tool runs.</param>
    /// <param name="typed">The command line, to be shown below the figures.</param>
    public static Command Make(Host host, string typed)
    {
        var reading = new ReadingOptions(AnswerKind.Nps);
        var compare = new CompareOptions();
        var output = new OutputOptions("one flat row a measure");
        var command = new ToolCommand("compare", "One metric in a baseline and a period: whether it changed, or why there is no telling.", new CommandHelp
        {
            Usage = "caremetrics compare FILE... METRIC --period PERIOD [--baseline PERIOD] [options]",
            About =
            [
                "First whether the two can be compared: a baseline that does not exist, missing and partial days, a period that is not over or whose answers are still due. "
                + "Then the change with its interval, and a verdict by the direction that is good and the change that matters.",
                "Rows come in any order, several a day; a day's rows belong together. Nothing reads the clock: without --as-of one looks on the day after the last row.",
            ],
            Groups = [.. compare.Groups(reading), output.Group],
            Notes =
            [
                new("Columns of json and csv",
                [
                    ("measure", "baseline, current, change, relative-change, poisson-relative-change, detectable-change, target"),
                    ("period, days, daysSeen", "which days it is about, how many there are, how many were seen whole"),
                    ("the figure", "value, lower, upper, unit, level, method, count, pValue; unrounded"),
                    ("in words", "verdict, reason, cautions, definition, inputs (each file with its SHA-256), the same in every row"),
                ]),
                new("Exit codes",
                [
                    .. HelpAction.ExitCodes.Lines.Take(3),
                    ("3", "--fail-on found what it looks for; the comparison was written"),
                    .. HelpAction.ExitCodes.Lines.Skip(3),
                ]),
            ],
            Examples =
            [
                ("The score of a quarter against the one before", "caremetrics compare answers.csv --score score --period 2026-Q1 --direction higher --margin 3"),
                ("Against the same month a year before", "caremetrics compare answers.csv --score score --period 2026-03 --baseline last-year"),
                ("Complaints a day, days cut short left out", "caremetrics compare days.csv --date day --count complaints --period 2026-03 --full-day hours=24 --direction lower"),
                ("Eight weeks before a change and after it", "caremetrics compare days.csv --numerator resolved --denominator contacts --changed-on 2026-03-02 --wash-out 2"),
                ("A check that fails a pipeline", "caremetrics compare days.csv --count complaints --period 2026-W07 --direction lower --fail-on worsened,incomplete"),
            ],
        });
        command.Arguments.Add(reading.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            SeriesQuery query = compare.Query(parsed, reading);
            CompareQuestions questions = compare.Questions(parsed, "compare");
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, query.Source.Files);
            CompareFindings found = Find(host, query, questions);
            Delivery.Write(host, file, format, () => CompareRow.Of(found), _ => CompareSections.Of(found, typed), "Baseline against period", found.Cautions);
            return questions.IsFailed(found.Comparison) ? CommandLine.Found : CommandLine.Done;
        });
        return command;
    }

    /// <summary>Reads and compares, so that it can be watched and interrupted.</summary>
    public static CompareFindings Find(Host host, SeriesQuery query, CompareQuestions questions) => CompareFindings.Of(
        Reading.Run(host, (progress, token) => SeriesCounter.Read(query with { Baseline = questions.Baseline, Current = questions.Current }, progress, host.OpenInput, token)), questions);
}
