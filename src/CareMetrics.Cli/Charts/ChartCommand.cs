using System.CommandLine;
using CareMetrics.Baseline;

namespace CareMetrics.Cli;

/// <summary>A series between the limits of its own baseline, and what stands out of it.</summary>
internal static class ChartCommand
{
    /// <param name="host">Where the tool runs.</param>
    /// <param name="typed">The command line, to be shown below the chart.</param>
    public static Command Make(Host host, string typed)
    {
        var series = new PlotOptions();
        var chart = new ChartArguments();
        var output = new OutputOptions("one flat row a point, ready to plot");
        var command = new ToolCommand("chart", "A control chart: is this month unlike the others, or is it the noise that every month has?", new CommandHelp
        {
            Usage = "caremetrics chart FILE... [options]",
            About =
            [
                "A baseline sets a centre line and limits three sigma to either side; points beyond them, and runs that chance hardly makes, are signals. "
                + "Every signal says when it could first be known.",
                "A date that is missing among the others is a gap, never a 0; so is a blank, and a denominator of 0. A date with two rows is an error.",
            ],
            Groups = [chart.Groups[0], series.Columns, series.Texts, .. chart.Groups.Skip(1), output.Group],
            Notes =
            [
                new("Usual names of columns (two candidates are an error)",
                [
                    ("date", string.Join(", ", PlotNames.Date)),
                    ("numbers", "value; numerator and denominator; count and exposure"),
                    ("", "Capitals, spaces, _ and - make no difference."),
                ]),
                new("Columns of json and csv", [.. ChartRow.Columns]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("Breaches a month against their first year, fewer being better", "caremetrics chart months.csv --value breaches --baseline 12 --direction lower"),
                ("The same with limits set anew where the service changed", "caremetrics chart months.csv --value breaches --baseline 12 --rebase 2025-07"),
                ("A share with its denominators, and a target", "caremetrics chart weeks.csv --numerator escalated --denominator cases --direction lower --target 20%"),
                ("Every point for a plot", "caremetrics chart months.csv --value breaches --format csv"),
            ],
        });
        command.Arguments.Add(series.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            (ChartKind kind, PlotMeasure measure) = chart.Kind(parsed, series.Measure(parsed));
            PlotQuery query = series.Query(parsed, measure);
            ChartOptions options = chart.Options(parsed, kind);
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, query.Files);
            PlotData data = Reading.Run(host, (progress, token) => PlotReader.Read(query, host.OpenInput, progress, token));
            var found = ChartFindings.Of(data, kind, options, query.Files);
            Delivery.Write(host, file, format, () => ChartRow.Of(found), width => new ChartSections(found, width, typed).All(), "Control chart", found.Cautions);
            return CommandLine.Done;
        });
        return command;
    }
}
