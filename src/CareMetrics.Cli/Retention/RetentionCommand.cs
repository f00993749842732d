using System.CommandLine;
using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>What ranters turned ravers are worth against what it cost, and how much of that care can claim.</summary>
internal static class RetentionCommand
{
    /// <param name="host">Where the tool runs.</param>
    /// <param name="typed">The command line, to be shown below the figures.</param>
    public static Command Make(Host host, string typed)
    {
        var reading = new ReadingOptions(AnswerKind.Nps);
        var ranters = new RanterOptions();
        var retention = new RetentionOptions();
        var output = new OutputOptions("one flat row a measure");
        var command = new ToolCommand("retention", "What ranters turned ravers are worth against what it cost, and how much of that care can claim.", new CommandHelp
        {
            Usage = "caremetrics retention FILE... (--value-per-save AMOUNT | --value-column COLUMN) --investment AMOUNT [options]",
            About =
            [
                "Value of a save x ranters who became ravers, of all ranters, against the cost. With --control only those beyond the control group count, "
                + "and that is what care can claim; without it the result is NOT ATTRIBUTABLE, for ranters get better by themselves.",
                "Ranters are read as caremetrics ranters reads them: first answer against last, around a contact, a row a case, or counts.",
                "The value of a save is what a customer is worth as a raver less as a ranter: one for all, or each customer's own (--value-column), which stands the same "
                + "in all of a customer's rows, blank in some or not. A concession is a cost per save, and everybody saved gets it.",
            ],
            Groups = [.. retention.Groups, .. ranters.Groups(reading), output.Group],
            Notes =
            [
                reading.UsualNamesNote,
                new("Columns of json and csv",
                [
                    ("measure, line", "line is incremental or not-attributable"),
                    ("value, lower, upper", "unrounded; money of the books exact"),
                    ("unit, level, method, definition", "how it was made, in words"),
                ]),
                new("Measures", [.. RetentionRows.Measures]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("What care can claim, against customers left alone", "caremetrics retention answers.csv --control programme=control --value-per-save 450 --investment 12000"),
                ("Each customer with a value of their own", "caremetrics retention answers.csv --control programme=control --value-column value --investment 12000"),
                ("From counts, with a free month for each customer saved", "caremetrics retention moves.csv --tallied --value-per-save 450 --investment 4000 --cost-per-save 25"),
                ("The value itself is unsure", "caremetrics retention answers.csv --control programme=control --value-per-save 450 --value-sd 100 --investment 12000"),
            ],
        });
        command.Arguments.Add(reading.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            KeptValue value = retention.Value(parsed);
            RetentionCost cost = retention.Cost(parsed);
            MoodQuery query = ranters.Query(parsed, reading) with { ValueColumn = retention.Column(parsed) };
            RanterMethods methods = ranters.Methods(parsed);
            RequireForValues(query, methods);
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, query.Source.Files);
            RetentionAnalysis analysis = Reading.Run(host, (progress, token) => RetentionAnalysis.Of(new RanterAnalysis(MoodReader.Read(query, progress, token), methods), value, cost));
            Delivery.Write(host, file, format, () => RetentionRows.Of(analysis), _ => RetentionSections.Of(analysis, typed), "Retention value", analysis.Ranters.Cautions);
            return CommandLine.Done;
        });
        return command;
    }

    private static void RequireForValues(MoodQuery query, RanterMethods methods)
    {
        string? problem = query.ValueColumn is null ? null
            : query.Input == MoodInput.Counts ? "needs a row for each answer or case; counts (--tallied) have no customers, and so no values of theirs"
            : methods.Difference != ProportionDifferenceMethod.Newcombe ? "has an interval of its own; --difference is of one value for all"
            : null;
        if (problem is not null)
        {
            throw new UsageException($"--value-column {problem}");
        }
    }
}
