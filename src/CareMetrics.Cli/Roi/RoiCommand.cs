using System.CommandLine;
using CareMetrics.Roi;

namespace CareMetrics.Cli;

/// <summary>The return on investment of two amounts, or of the lines of a case.</summary>
internal static class RoiCommand
{
    private const string ClassicDefinition = "return on investment (return − investment)/investment";

    public static Command Make(Host host)
    {
        var roi = new RoiOptions();
        var output = new OutputOptions("one flat row a measure");
        var command = new ToolCommand("roi", "The return on investment of two amounts, or of a case line by line.", new CommandHelp
        {
            Usage = "caremetrics roi FILE... [options], or caremetrics roi --return AMOUNT --investment AMOUNT",
            About =
            [
                "(return - investment)/investment. A line of a file is worth quantity x unit value x attribution x confidence in each of its periods; "
                + "amounts are exact. Two benefits on one basis raise a caution: they may count the same money twice.",
            ],
            Groups = [.. roi.Groups, output.Group],
            Notes =
            [
                new("Columns of a file of lines",
                [
                    ("name, kind", "kind is benefit, or a cost: initial, running, save (per save)"),
                    ("period", $"0 is now, to {CaseLines.LastPeriod}; 1-3 or 1..3 is each of 1, 2, 3; blank is 0"),
                    ("quantity, unit_value", "a blank quantity is 1; a cost has a unit cost, 0 or more"),
                    ("low, likely, high", "a range in place of the blank unit value, or else of the blank quantity"),
                    ("attribution, confidence", "0 to 1 or a percent, 1 where blank; a cost has no confidence"),
                    ("basis", "whose money it is; every benefit needs one, a cost has none"),
                    ("currency", "one for the whole case"),
                    ("", "Capitals, spaces, _ and - make no difference. Numbers have a point and no separators of thousands."),
                ]),
                new("Columns of json and csv",
                [
                    ("measure, line", "line-amount, line-share, return, investment, net, roi, double-count, internal-rate, payback, present-value, break-even-amount, simulated-net-quantile, chance-of-loss and others"),
                    ("value, lower, upper", "unrounded, money of the books exact; none where the method says why"),
                    ("unit", "the currency or money, fraction, periods, draws"),
                    ("level", "of the interval, or the probability of a quantile"),
                    ("method, definition", "how it was made, in words"),
                ]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("The classic ratio", "caremetrics roi --return 150000 --investment 100000 --currency EUR"),
                ("A case line by line, with present values", "caremetrics roi case.csv --rate 8%"),
                ("How sure it is", "caremetrics roi case.csv --rate 8% --simulate 100000 --seed 1"),
                ("How little of one line is enough", "caremetrics roi case.csv --break-even Churn --target 25%"),
            ],
        });
        command.Arguments.Add(roi.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            if (roi.Classic(parsed) is { } classic)
            {
                Delivery.Write(host, output.File(parsed, []), output.Format(parsed), () => RoiRows.Of(classic, ClassicDefinition), _ => [RoiSections.Headline(classic)]);
                return CommandLine.Done;
            }

            RoiQuestions questions = roi.Questions(parsed);
            CaseQuery query = roi.Query(parsed);
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, query.Files);
            CaseFindings found = Find(host, query, questions);
            Delivery.Write(host, file, format, () => RoiRows.Of(found), width => new RoiSections(found, width).All(), cautions: found.Cautions);
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>Reads and calculates, so that it can be watched and interrupted.</summary>
    public static CaseFindings Find(Host host, CaseQuery query, RoiQuestions questions)
    {
        CancellationToken token = host.Interruption.Token;
        var read = new ReadProgress();
        BusinessCase lines = Reading.Watch(
            host, () => CaseReader.Read(query, host.OpenInput, read, token), wait => ProgressBar.Show(host, read, wait));
        var drawn = new DrawProgress(questions.Draws ?? 0);
        return Reading.Watch(
            host,
            () => CaseFindings.Of(lines, questions, query.Files, drawn, token),
            wait => ProgressBar.Show(host, drawn.Progress, wait, "drawing", "draws"));
    }

    /// <summary>The share of draws done, as the progress bar counts it.</summary>
    private sealed class DrawProgress : IProgress<double>
    {
        private readonly int draws;

        public DrawProgress(int draws)
        {
            this.draws = draws;
            Progress.Expect(draws);
        }

        public ReadProgress Progress { get; } = new();

        // Called in turn, never by two threads at once.
        public void Report(double value)
        {
            long more = (long)(value * draws) - Progress.Rows;
            Progress.AddRows(more);
            Progress.AddBytes(more);
        }
    }
}
