using System.CommandLine;

namespace CareMetrics.Cli;

/// <summary>How many ranters became ravers, whether that is real, and how much of it care can claim.</summary>
internal static class RantersCommand
{
    /// <param name="host">Where the tool runs.</param>
    /// <param name="typed">The command line, to be shown below the figures.</param>
    public static Command Make(Host host, string typed)
    {
        var reading = new ReadingOptions(AnswerKind.Nps);
        var ranters = new RanterOptions();
        var output = new OutputOptions();
        var command = new ToolCommand("ranters", "How many ranters became ravers, whether that is real, and how much of it care can claim.", new CommandHelp
        {
            Usage = "caremetrics ranters FILE... [options]",
            About =
            [
                "Each customer's first answer against the last, or around a contact (--contact); or a row a case with --before and --after; or counts with --tallied. "
                + "Who was not seen again stays below the line, ravers who became ranters stand beside, and every customer is accounted for.",
                "Chance makes some customers ranters on the day, and chance does not repeat itself: ranters get better with nothing done. "
                + "Only a control group (--control) tells what care did.",
            ],
            Groups = [.. ranters.Groups(reading), output.Group],
            Notes =
            [
                reading.UsualNamesNote,
                new("Columns of json and csv",
                [
                    ("which row", "measure, group (none: everybody; treated; control), before and after (for measure customers)"),
                    ("the figure", "value, lower, upper, unit, level, method, pValue; unrounded"),
                    ("what it rests on", "events and count: of count customers, events did so"),
                    ("rows of the file", "read, answered, missing, invalid, excluded"),
                    ("in words", "definition"),
                ]),
                new("Measures", [.. RanterRow.Measures]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("First against last answer of every customer", "caremetrics ranters answers.csv"),
                ("What care did, against customers left alone", "caremetrics ranters answers.csv --control programme=control"),
                ("Within 90 days before and after each customer's contact", "caremetrics ranters answers.csv --contact called_at --window 90"),
                ("A row a case, in stars", "caremetrics ranters cases.csv --before stars_before --after stars_after --stars"),
                ("Counts from a database: before,after,n", "caremetrics ranters moves.csv --tallied --format json"),
            ],
        });
        command.Arguments.Add(reading.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            MoodQuery query = ranters.Query(parsed, reading);
            RanterMethods methods = ranters.Methods(parsed);
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, query.Source.Files);
            MoodSummary summary = Reading.Run(host, (progress, token) => MoodReader.Read(query, progress, token));
            var analysis = new RanterAnalysis(summary, methods);
            Delivery.Write(host, file, format, () => RanterRow.Of(analysis), width => RanterSections.Of(analysis, width, typed), "Ranter to raver", analysis.Cautions);
            return CommandLine.Done;
        });
        return command;
    }
}
