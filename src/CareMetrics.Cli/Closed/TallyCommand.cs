using System.CommandLine;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Closes periods: keeps their counts and what was counted, and nothing of a customer.</summary>
internal static class TallyCommand
{
    public static Command Make(Host host)
    {
        var reading = new ReadingOptions(AnswerKind.Nps);
        var through = new Option<string?>("--through") { HelpName = "PERIOD", Description = "the last period to close, such as 2025-12; later ones are left open. All unless told" };
        var output = new OutputOptions();
        var command = new ToolCommand("tally", "Closes periods: counts and their definition, to keep when the answers are gone.", new CommandHelp
        {
            Usage = "caremetrics tally FILE... --output closed.csv [options]",
            About =
            [
                "Writes a row for each period and, with --by, each group: detractors, passives, promoters, what was missing, invalid and superseded, and the definition in words. "
                + "No customer, no comment and no date of an answer is in it. Where customers are known, sums over them are kept, so that intervals go on allowing for repeat answers, "
                + "in a period and between one period and the next.",
                "nps, report and compare read such files with --closed, beside newer answers or alone; diff compares two of them.",
            ],
            Groups = [.. reading.ToClose, new("What to keep", [through]), output.FileGroup],
            Notes =
            [
                reading.UsualNamesNote,
                new("Columns",
                [
                    ("which row", "period, then the columns of --by; the total of a period has blanks there"),
                    ("counts", "detractors, passives, promoters, missing, invalid, superseded"),
                    (string.Join(", ", ClosedColumns.Customers), "customers and sums over them: s is a customer's promoter answers minus detractor answers, m all answers. Blank where customers are not known"),
                    (string.Join(", ", ClosedColumns.Before), "customers also in the period before (0), and sums over them"),
                    (ClosedColumns.Seen, "the first and the last day of the period that the rows had reached; in the rows of totals"),
                    (ClosedColumns.Definition, "what was counted; in the rows of totals"),
                ]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("Close last year by month and channel", "caremetrics tally answers.csv --by channel --through 2025-12 --output closed.csv"),
                ("Quarters of the latest answer of each customer", "caremetrics tally answers.csv --every quarter --latest --output closed.csv"),
                ("Read them beside newer answers", "caremetrics report answers.csv --closed closed.csv"),
            ],
        });
        command.Arguments.Add(reading.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            IReadOnlyList<string> by = reading.By(parsed);
            ClosedColumns.Check(by);
            PeriodKind every = reading.Every(parsed) ?? PeriodKind.Month;
            Period? last = parsed.GetValue(through) is { } text ? Through(text, every) : null;
            AnswerQuery query = reading.Query(parsed, [new Breakdown { By = by, Every = every }]) with { WithSeenDays = true };
            OutputFile? file = output.File(parsed, query.Inputs);
            AnswerSummary summary = Reading.Run(host, query);
            RequirePeriods(summary, last, query.Files);
            Delivery.Text(host, file, ClosedFile.Csv(summary, by, last));
            Delivery.WarnBeside(host, Careful(summary, last));
            return CommandLine.Done;
        });
        return command;
    }

    private static Period Through(string text, PeriodKind every) => Period.TryParse(text, out Period period) && period.Kind == every
        ? period
        : throw new UsageException($"--through is {text}; it takes a {DefinitionText.Word(every)} such as {Period.Containing(new DateOnly(2025, 12, 15), every)}, the length of --every");

    private static void RequirePeriods(AnswerSummary summary, Period? through, IReadOnlyList<string> files)
    {
        if (!ClosedFile.Cells(summary, through).Any())
        {
            string names = string.Join(", ", files.Select(AnswerReader.Name));
            throw new InputException(ClosedFile.Cells(summary, null).FirstOrDefault() is { Period: { } first }
                ? $"{names}: the first period is {first}, and --through {through} is before it; nothing would be closed"
                : $"{names}: no row has a date, so there is no period to close");
        }
    }

    private static IEnumerable<string> Careful(AnswerSummary summary, Period? through)
    {
        AnswerCell[] cells = [.. ClosedFile.Cells(summary, through)];
        if (summary.Seen is { Last: var day } && cells[^1].Period is { } last && day >= last.Start && day < last.End)
        {
            yield return $"{last} may not be over: the last row is of {LookSections.Day(day)}. --through {last.Previous()} leaves it open.";
        }

        if (summary.Breakdowns[0]!.Where(cell => cell.IsUndated).Sum(cell => cell.Excluded) is > 0 and var undated)
        {
            yield return $"{Show.Count(undated, "row has", "rows have")} no date and {(undated == 1 ? "is" : "are")} in no period.";
        }
    }
}
