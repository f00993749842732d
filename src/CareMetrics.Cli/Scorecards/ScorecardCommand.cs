using System.CommandLine;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Many metrics in two periods, judged together.</summary>
internal static class ScorecardCommand
{
    public static Command Make(Host host, string typed)
    {
        var files = new Argument<string[]>("FILE...")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "files of long rows with a header line, a metric and a period in each; - is standard input. Several files are read as one table",
        };
        var periods = new PeriodOptions();
        Option<string?> adjust = new("--adjust") { HelpName = "holm|bh|none", Description = "how p-values allow for the number of metrics: Holm (the default), Benjamini-Hochberg, or not at all" };
        Option<string?> delimiter = new("--delimiter") { HelpName = "CHARACTER", Description = "comma, semicolon, tab, pipe or any one character; else detected" };
        Option<string?> encoding = new("--encoding") { HelpName = "NAME", Description = "such as windows-1252; else UTF-8" };
        var output = new OutputOptions("one flat row a metric");
        var command = new ToolCommand("scorecard", "Many metrics in two periods, judged together: what improved, what worsened, what cannot be told.", new CommandHelp
        {
            Usage = "caremetrics scorecard FILE... --period PERIOD [--baseline PERIOD] [options]",
            About =
            [
                "Each metric is compared by its kind. Among many, some look changed by chance: p-values allow for that, and one metric may be declared primary. "
                + "Periods with missing days, and periods that are not over, have no verdict.",
            ],
            Groups = [new("When", [.. periods.Named, .. periods.Calendars]), new("How much has been seen", [.. periods.Looking, periods.IncludeIncomplete]), new("How to judge", [adjust, .. periods.Judging]), new("How to read it", [delimiter, encoding]), output.Group],
            Notes =
            [
                new("Columns of the file", MetricColumns.Help),
                new("Columns of json and csv",
                [
                    ("which", "metric, kind, baselinePeriod, period, direction, primary, definition"),
                    ("the verdict", "verdict, reason, pValue, pValueBasis, adjustedPValue, adjustment, margin, detectableChange, target, targetResult, cautions"),
                    ("the numbers", "baseline, current, change, relativeChange, each with Lower and Upper; unit, level, method, noRelativeChange, baselineCount, currentCount"),
                ]),
                new("Exit codes",
                [
                    .. HelpAction.ExitCodes.Lines.Take(3),
                    ("3", "--fail-on found what it looks for in a metric; the scorecard was written"),
                    .. HelpAction.ExitCodes.Lines.Skip(3),
                ]),
            ],
            Examples =
            [
                ("A quarter against the year before", "caremetrics scorecard metrics.csv --baseline 2025-Q1..2025-Q4 --period 2026-Q1"),
                ("In a pipeline: fail where something worsened", "caremetrics scorecard metrics.csv --baseline 2025 --period 2026-Q1 --fail-on worsened"),
                ("Answers still come in for two weeks", "caremetrics scorecard metrics.csv --baseline 2025-Q4 --period 2026-Q1 --as-of 2026-04-08 --answer-window 14"),
            ],
        });
        command.Arguments.Add(files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            string[] named = parsed.GetValue(files) ?? [];
            if (named.Length == 0)
            {
                throw new UsageException("scorecard needs a FILE, or - for standard input; see caremetrics scorecard --help");
            }

            Adjustment adjustment = parsed.GetValue(adjust) is { } how
                ? OptionText.Choice("--adjust", how, ("holm", Adjustment.Holm), ("bh", Adjustment.BenjaminiHochberg), ("none", Adjustment.None))
                : Adjustment.Holm;
            (DateRange? before, DateRange now) = periods.Ranges(parsed, "scorecard");
            CompareQuestions asked = periods.Questions(parsed, before, now);
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, named);
            var query = new AnswerQuery
            {
                Files = named,
                Breakdowns = [],
                Delimiter = parsed.GetValue(delimiter) is { } character ? OptionText.Delimiter(character) : null,
                Encoding = parsed.GetValue(encoding) is { } name ? OptionText.Encoding(name) : null,
            };
            var progress = new ReadProgress();
            MetricTable table = Reading.Watch(
                host, () => MetricReader.Read(query, host.OpenInput, progress, host.Interruption.Token), wait => ProgressBar.Show(host, progress, wait));
            ScorecardFindings found = ScorecardFindings.Of(table, asked, adjustment, named);
            asked.RequireWatched(
                [.. found.Card.Metrics.Select(metric => (metric.Better, metric.Target))],
                "a metric with higher or lower in column \"direction\"",
                "a metric with a number in column \"target\"");
            // In Markdown no column is left out: nothing has to fit.
            Delivery.Write(
                host,
                file,
                format,
                () => Rows(found),
                width => new ScorecardSections(found, typed).All(format == OutputFormat.Markdown ? int.MaxValue : width),
                cautions: found.Cautions);
            return found.Card.Metrics.Any(asked.IsFailed) ? CommandLine.Found : CommandLine.Done;
        });
        return command;
    }

    private static ScorecardRow[] Rows(ScorecardFindings found)
    {
        string adjustment = found.Card.Adjustment switch { Adjustment.Holm => "holm", Adjustment.BenjaminiHochberg => "benjamini-hochberg", _ => "none" };
        return [.. found.Card.Metrics.Select((metric, i) =>
        {
            bool isPrimary = metric.Definition.Metric == found.Card.Primary;
            return ScorecardRow.Of(metric, found.Kinds[i], isPrimary ? "none" : adjustment, isPrimary);
        })];
    }
}
