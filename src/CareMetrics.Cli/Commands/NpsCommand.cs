using System.CommandLine;
using CareMetrics.Cli.Answers;
using CareMetrics.Cli.Output;
using Spectre.Console;

namespace CareMetrics.Cli.Commands;

/// <summary>The Net Promoter Score of files of answers, one row a group and period.</summary>
internal static class NpsCommand
{
    public static Command Make(Host host)
    {
        var reading = new ReadingOptions();
        var scoring = new ScoringOptions();
        var output = new OutputOptions();
        var command = new ToolCommand("nps", "The Net Promoter Score with its interval, in total, by group and by period.", new CommandHelp
        {
            Usage = "caremetrics nps FILE... [options]",
            About =
            [
                "Promoters minus detractors in points from -100 to 100. Blanks are counted apart, never as 0; every row read is accounted for.",
            ],
            Groups = [.. reading.Groups, scoring.Group, output.Group],
            Notes =
            [
                ReadingOptions.UsualNamesNote,
                new("Columns of json and csv",
                [
                    ("which row", "measure, group, period; a total has no group"),
                    ("the score", "value, lower, upper, unit, level, method: in points, unrounded"),
                    ("what it rests on", "answered, customers, designEffect, detractors, passives, promoters"),
                    ("what was left out", "missing, invalid, superseded, excluded"),
                    ("in words", "definition"),
                ]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("The score of a file, columns found by their usual names", "caremetrics nps answers.csv"),
                ("By channel and quarter, days as in Berlin", "caremetrics nps answers.csv --by channel --every quarter --zone Europe/Berlin"),
                ("A 1 to 10 scale, from a pipe, as JSON", "zcat answers.csv.gz | caremetrics nps - --scale 1-10 --format json"),
                ("Only the latest answer of each customer on the phone", "caremetrics nps answers.csv --where channel=phone --latest"),
                ("Counts from a database", "caremetrics nps --tallied counts.csv"),
            ],
        });
        command.Arguments.Add(reading.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            var breakdown = new Breakdown { By = reading.By(parsed), Every = reading.Every(parsed) };
            AnswerQuery query = reading.Query(parsed, [breakdown]);
            Scoring score = scoring.Read(parsed);
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, query.Files);
            AnswerSummary summary = Reading.Run(host, query);
            Write(host, file, format, query, summary, breakdown, score);
            return CommandLine.Done;
        });
        return command;
    }

    private static void Write(
        Host host, OutputFile? file, OutputFormat format, AnswerQuery query, AnswerSummary summary, Breakdown breakdown, Scoring scoring)
    {
        NpsRow[] rows = [.. summary.Breakdowns[0]!.Select(cell => NpsRow.Of(cell, scoring, summary.Definition))];
        NpsRow? total = breakdown.Every is null ? rows.FirstOrDefault(row => row.Group is null && row.Period is null) : null;
        IReadOnlyList<string> cautions = Cautions.Of(query, summary, total, rows.Where(row => row != total));
        var footing = new Footing(summary.Ledger, summary.Definition, cautions);
        switch (format)
        {
            case OutputFormat.Json:
                Delivery.Text(host, file, FlatRows.Json(rows));
                Delivery.WarnBeside(host, cautions);
                break;
            case OutputFormat.Csv:
                Delivery.Text(host, file, FlatRows.Csv(rows));
                Delivery.WarnBeside(host, cautions);
                break;
            case OutputFormat.Markdown:
                Delivery.Text(host, file, $"{Table().InMarkdown()}\n\n{footing.InMarkdown()}\n");
                break;
            default:
                Delivery.Screen(host, file, new Rows(Table(Delivery.WidthOf(host, file)).OnScreen(), Text.Empty, footing.OnScreen()));
                break;
        }

        FigureTable Table(int width = int.MaxValue) => NpsTable.Of(rows, GroupHeading(breakdown, rows), PeriodHeading(breakdown, rows), scoring, width);
    }

    // A file of counts brings groups and periods of its own.
    private static string? GroupHeading(Breakdown breakdown, IEnumerable<NpsRow> rows) =>
        breakdown.By.Count > 0 ? string.Join(" / ", breakdown.By) : rows.Any(row => row.Group is not null) ? "group" : null;

    private static string? PeriodHeading(Breakdown breakdown, IEnumerable<NpsRow> rows) =>
        breakdown.Every is { } every ? PeriodNames.Of(every)
        : rows.Select(row => row.PeriodKind).FirstOrDefault(kind => kind is not null) is { } brought ? PeriodNames.Of(brought)
        : null;
}
