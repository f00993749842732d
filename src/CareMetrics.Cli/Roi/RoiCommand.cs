using System.CommandLine;
using CareMetrics.Roi;
using Spectre.Console;

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
                WriteClassic(host, output.File(parsed, []), output.Format(parsed), classic);
                return CommandLine.Done;
            }

            RoiQuestions questions = roi.Questions(parsed);
            CaseQuery query = roi.Query(parsed);
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, query.Files);
            Write(host, file, format, Find(host, query, questions));
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

    private static void WriteClassic(Host host, OutputFile? file, OutputFormat format, ReturnOnInvestment roi)
    {
        switch (format)
        {
            case OutputFormat.Json:
                Delivery.Text(host, file, RoiRow.Json(RoiRows.Of(roi, ClassicDefinition)));
                break;
            case OutputFormat.Csv:
                Delivery.Text(host, file, RoiRow.Csv(RoiRows.Of(roi, ClassicDefinition)));
                break;
            case OutputFormat.Markdown:
                Delivery.Text(host, file, ReportSection.InMarkdown([RoiSections.Headline(roi)]));
                break;
            default:
                Delivery.Screen(host, file, new Rows(RoiSections.Headline(roi).Screen));
                break;
        }
    }

    private static void Write(Host host, OutputFile? file, OutputFormat format, CaseFindings found)
    {
        switch (format)
        {
            case OutputFormat.Json:
                Delivery.Text(host, file, RoiRow.Json(RoiRows.Of(found)));
                Delivery.WarnBeside(host, found.Cautions);
                break;
            case OutputFormat.Csv:
                Delivery.Text(host, file, RoiRow.Csv(RoiRows.Of(found)));
                Delivery.WarnBeside(host, found.Cautions);
                break;
            case OutputFormat.Markdown:
                Delivery.Text(host, file, ReportSection.InMarkdown(new RoiSections(found, Host.RedirectedWidth).All()));
                break;
            default:
                Delivery.Screen(host, file, ReportSection.OnScreen(new RoiSections(found, Delivery.WidthOf(host, file)).All()));
                break;
        }
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
