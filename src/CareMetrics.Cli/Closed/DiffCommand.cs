using System.CommandLine;

namespace CareMetrics.Cli;

/// <summary>Two closed files: which numbers changed, by how many answers, and which definition moved.</summary>
internal static class DiffCommand
{
    public static Command Make(Host host)
    {
        var files = new Argument<string[]>("OLD NEW") { Arity = ArgumentArity.ZeroOrMore, Description = "two files that caremetrics tally wrote" };
        var output = new OutputOptions("one flat row a period and group");
        var command = new ToolCommand("diff", "Compares two closed files: which numbers changed, by how many answers, which definition moved.", new CommandHelp
        {
            Usage = "caremetrics diff OLD NEW [options]",
            About = ["A number that was printed once should come out again. What came later, was erased or is counted in another way since shows here, and nothing is judged: the exit code is 0."],
            Groups = [output.Group],
            Notes =
            [
                new("Columns of json and csv",
                [
                    ("which row", "period, group (none: the total of the period), status: same, changed, only-old, only-new"),
                    ("the score", "oldValue, newValue, change: NPS in points, unrounded"),
                    ("answers", "oldAnswered, newAnswered"),
                    ("how many more", "detractors, passives, promoters, missing, invalid, superseded, customers; null where the period is in one file only"),
                    ("in words", "oldDefinition, newDefinition; of totals"),
                ]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("What changed since the last closing", "caremetrics diff closed-january.csv closed-february.csv"),
                ("The answers of today against the closed file", "caremetrics tally answers.csv | caremetrics diff closed.csv -"),
            ],
        });
        command.Arguments.Add(files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            string[] named = parsed.GetValue(files) ?? [];
            if (named.Length != 2)
            {
                throw new UsageException($"diff takes two files, OLD and NEW, and {(named.Length == 0 ? "none is" : named.Length == 1 ? "one is" : $"{named.Length} are")} given; see caremetrics diff --help");
            }

            if (RealPath.Comparer.Equals(RealPath.OfInput(named[0]), RealPath.OfInput(named[1])))
            {
                throw new UsageException($"OLD and NEW are the same file, {AnswerReader.Name(named[0])}; nothing can have changed");
            }

            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, named);
            IReadOnlyList<DiffRow> rows = DiffRow.Of(Read(host, named[0]), Read(host, named[1]));
            Delivery.Write(host, file, format, () => rows, _ => DiffSections.Of(rows, AnswerReader.Name(named[0]), AnswerReader.Name(named[1])));
            return CommandLine.Done;
        });
        return command;
    }

    private static AnswerSummary Read(Host host, string file) =>
        Reading.Run(host, new AnswerQuery { Files = [file], Breakdowns = [new Breakdown()], Tallied = true, MustBeClosed = true, RowIs = ClosedJoin.RowIs });
}
