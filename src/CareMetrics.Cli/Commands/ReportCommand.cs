using System.CommandLine;
using CareMetrics.Cli.Answers;
using CareMetrics.Cli.Output;
using CareMetrics.Periods;

namespace CareMetrics.Cli.Commands;

/// <summary>The scorecard for people.</summary>
internal static class ReportCommand
{
    private const int MonthsToShow = 18;
    private const int GroupsToShow = 20;
    private const int PeriodsToShow = 40;

    private static readonly string[] UsualGroups = ["channel", "segment", "product", "region"];

    public static Command Make(Host host)
    {
        var reading = new ReadingOptions();
        var scoring = new ScoringOptions();
        var output = new OutputOptions();
        var command = new ToolCommand("report", "The scorecard of a file of answers, for people.", new CommandHelp
        {
            Usage = "caremetrics report FILE... [options]",
            About =
            [
                "The score with its interval, who is behind it, the same by channel and by month where the file says so, how often each score was given, "
                + "where each row went, what was counted, and the command that made the report.",
                $"Unless told by --by, it shows the first column found of: {string.Join(", ", UsualGroups)}. Unless told by --every, it shows months, "
                + $"or quarters where the answers span more than {MonthsToShow} months.",
            ],
            Groups = [.. reading.Groups, scoring.Group, output.Group],
            Notes = [ReadingOptions.UsualNamesNote, HelpAction.ExitCodes],
            Examples =
            [
                ("The scorecard on the screen", "caremetrics report answers.csv"),
                ("To paste into a page or a ticket", "caremetrics report answers.csv --format markdown --output scorecard.md"),
                ("By team and week", "caremetrics report answers.csv --by team --every week"),
            ],
        });
        command.Arguments.Add(reading.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            Breakdown[] breakdowns = [new Breakdown(), .. Groups(reading.By(parsed)), .. Periods(reading.Every(parsed))];
            AnswerQuery query = reading.Query(parsed, breakdowns);
            Scoring score = scoring.Read(parsed);
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, query.Files);
            AnswerSummary summary = Reading.Run(host, query);
            Write(host, file, format, query, summary, score, ShellText.Of(parsed.Tokens.Select(token => token.Value)));
            return CommandLine.Done;
        });
        return command;
    }

    private static IEnumerable<Breakdown> Groups(IReadOnlyList<string> by) => by.Count > 0
        ? [new Breakdown { By = by }]
        : UsualGroups.Select(column => new Breakdown { By = [column], IsOptional = true });

    private static IEnumerable<Breakdown> Periods(PeriodKind? every) => every is { } kind
        ? [new Breakdown { Every = kind }]
        : new[] { PeriodKind.Month, PeriodKind.Quarter }.Select(usual => new Breakdown { Every = usual, IsOptional = true });

    private static void Write(
        Host host, OutputFile? file, OutputFormat format, AnswerQuery query, AnswerSummary summary, Scoring scoring, string command)
    {
        NpsRow[] Rows(int at) => [.. summary.Breakdowns[at]!.Select(cell => NpsRow.Of(cell, scoring, summary.Definition))];
        NpsRow total = Rows(0)[0];
        List<NpsBreakdown> parts = [];
        if (First(query, summary, breakdown => breakdown.By.Count > 0) is { } groups)
        {
            parts.Add(new NpsBreakdown(string.Join(" / ", query.Breakdowns[groups].By), false, [.. Rows(groups).Where(row => row.Group is not null)]));
        }

        if (First(query, summary, breakdown => breakdown.Every is { } kind && (!breakdown.IsOptional || kind == UsualPeriod(summary))) is { } periods)
        {
            parts.Add(new NpsBreakdown(PeriodNames.Of(query.Breakdowns[periods].Every!.Value), true, [.. Rows(periods).Where(row => row.Period is not null)]));
        }

        parts.RemoveAll(part => part.Rows.Count < 2);
        IReadOnlyList<string> cautions = Cautions.Of(query, summary, total, parts.SelectMany(part => part.Rows));
        NpsRow[] all = [total, .. parts.SelectMany(part => part.Rows)];
        switch (format)
        {
            case OutputFormat.Json:
                Delivery.Text(host, file, FlatRows.Json(all));
                Delivery.WarnBeside(host, cautions);
                break;
            case OutputFormat.Csv:
                Delivery.Text(host, file, FlatRows.Csv(all));
                Delivery.WarnBeside(host, cautions);
                break;
            default:
                int width = Delivery.WidthOf(host, file);
                var layout = new NpsParts(parts, total, scoring, width);
                ReportSection[] sections =
                [
                    NpsSections.Headline(total, summary, width),
                    .. parts.Select(layout.Section),
                    .. new[] { NpsSections.Distribution(summary.Distribution, width) }.OfType<ReportSection>(),
                    .. new Footing(summary.Ledger, summary.Definition, cautions).Sections(command),
                ];
                if (format == OutputFormat.Markdown)
                {
                    Delivery.Text(host, file, "# Net Promoter Score\n\n" + ReportSection.InMarkdown(sections));
                }
                else
                {
                    Delivery.Screen(host, file, ReportSection.OnScreen(sections));
                }

                break;
        }
    }

    private static int? First(AnswerQuery query, AnswerSummary summary, Func<Breakdown, bool> fits)
    {
        int at = Enumerable.Range(0, query.Breakdowns.Count).FirstOrDefault(place => fits(query.Breakdowns[place]) && summary.Breakdowns[place] is not null, -1);
        return at < 0 ? null : at;
    }

    private static PeriodKind UsualPeriod(AnswerSummary summary) =>
        summary is { FirstDay: { } first, LastDay: { } last } && 12 * (last.Year - first.Year) + last.Month - first.Month >= MonthsToShow
            ? PeriodKind.Quarter
            : PeriodKind.Month;
}
