using System.CommandLine;

namespace CareMetrics.Cli;

/// <summary>Satisfaction and effort: the share of good ratings and their mean, one row a group and period.</summary>
internal static class RatingCommand
{
    public static Command Satisfaction(Host host) => Make(
        host, "csat", AnswerKind.Satisfaction,
        "The customer satisfaction score: the share of good ratings and their mean, each with its interval.",
        "The share of ratings that are good, 4 and 5 on the 1 to 5 scale unless told, and the mean. Blanks are counted apart; every row read is accounted for.",
        [
            ("The score of a file, columns found by their usual names", "caremetrics csat ratings.csv"),
            ("Seven boxes, good from 6 up, by channel", "caremetrics csat ratings.csv --scale 1-7:6 --by channel"),
            ("By month, for another program", "caremetrics csat ratings.csv --every month --format json"),
        ]);

    public static Command Effort(Host host) => Make(
        host, "ces", AnswerKind.Effort,
        "The customer effort score: the share that found it easy and the mean, each with its interval.",
        "Effort is asked both ways round, so the scale must say which end is good: 1-7:5 where 7 is easy, 1-5:2:lower where 1 is little effort. "
            + "Blanks are counted apart; every row read is accounted for.",
        [
            ("\"It was easy\", 1 to 7, easy from 5 up", "caremetrics ces ratings.csv --scale 1-7:5"),
            ("\"How much effort\", 1 to 5, little from 2 down, by channel", "caremetrics ces ratings.csv --scale 1-5:2:lower --by channel"),
        ]);

    private static ToolCommand Make(
        Host host, string name, AnswerKind kind, string description, string about, IReadOnlyList<(string What, string Command)> examples)
    {
        var reading = new ReadingOptions(kind);
        var scoring = new ScoringOptions();
        var output = new OutputOptions();
        var command = new ToolCommand(name, description, new CommandHelp
        {
            Usage = $"caremetrics {name} FILE... [options]",
            About = [about],
            Groups = [.. reading.Groups, scoring.LevelGroup, output.Group],
            Notes =
            [
                reading.UsualNamesNote,
                new("Columns of json and csv",
                [
                    ("which row", $"measure, group, period; a total has no group, and rows without a date have the period (no date). Two rows each: {name}, a fraction, and {name}-mean, on the scale"),
                    ("the score", "value, lower, upper, unit, level, method: unrounded"),
                    ("what it rests on", "answered, customers, designEffect, good"),
                    ("what was left out", "missing, invalid, superseded, excluded"),
                    ("in words", "definition"),
                ]),
                HelpAction.ExitCodes,
            ],
            Examples = examples,
        });
        command.Arguments.Add(reading.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            var breakdown = new Breakdown { By = reading.By(parsed), Every = reading.Every(parsed) };
            AnswerQuery query = reading.Query(parsed, [breakdown]);
            double level = scoring.Level(parsed);
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, query.Files);
            AnswerSummary summary = Reading.Run(host, query);
            RatingRow[] rows = [.. summary.Breakdowns[0]!.Select(cell => RatingRow.Of(name, cell, query.Ratings!, level, summary.Definition))];
            RatingRow? total = breakdown.Every is null ? rows.FirstOrDefault(row => row.Group is null && row.Period is null) : null;
            RatingRow[] flat = [.. rows.SelectMany(row => new[] { row, row.Mean! })];
            new AnswerOutput
            {
                Json = () => FlatRows.Json(flat),
                Csv = () => FlatRows.Csv(flat),
                Table = width => RatingTable.Of(rows, kind.Name, breakdown, level, width),
                Footing = new Footing(summary.Ledger, summary.Definition, Cautions.Of(query, summary, total, rows.Where(row => row != total))),
            }.Write(host, file, format);
            return CommandLine.Done;
        });
        return command;
    }
}
