using System.CommandLine;
using CareMetrics.Cli.Answers;
using CareMetrics.Cli.Cases;
using CareMetrics.Cli.Output;
using CareMetrics.Cli.Series;
using CareMetrics.Statistics;

namespace CareMetrics.Cli.Commands;

/// <summary>The scorecard for people.</summary>
internal static class ReportCommand
{
    internal static readonly string[] UsualGroups = ["channel", "group", "segment", "product", "region"];

    /// <param name="host">Where the tool runs.</param>
    /// <param name="typed">The command line, to be shown in the report.</param>
    public static Command Make(Host host, string typed)
    {
        var reading = new ReadingOptions(AnswerKind.Nps);
        var scoring = new ScoringOptions();
        var output = new OutputOptions();
        var compare = new CompareOptions();
        var roi = new Option<string?>("--roi") { HelpName = "FILE", Description = "add the return on investment of this file of lines; see caremetrics roi --help" };
        var command = new ToolCommand("report", "The scorecard of a file of answers, for people.", new CommandHelp
        {
            Usage = "caremetrics report FILE... [options]",
            About =
            [
                "The score with its interval, who is behind it, the same by channel and by month where the file says so, what the last change is made of, "
                + "how often each score was given, where each row went, what was counted, and the command that made the report.",
                $"Unless told by --by, it shows the first column found of: {string.Join(", ", UsualGroups)}. Unless told by --every, it shows months, "
                + $"or quarters where the answers span more than {Scorecard.MonthsToShow} months.",
                "The change is that of the last two quarters with answers where the months before the last one fill a quarter, else of the last two months, "
                + "or of the periods told by --every, or of --baseline and --period. Where customers are known, those in both are allowed for.",
                $"Where the file has a column {string.Join(" or ", Scorecard.UsualKinds)}, it shows who left the question blank; where it has {Scorecard.UsualServer}, "
                + "whose share of the highest score is unusual.",
                "Where the file has customers and dates, it says how many ranters became ravers, first against last answer; against a control group where a column "
                + $"named {string.Join(", ", UsualNames.Programme)} holds \"{AnsweredMoods.ControlValue}\" among at most {AnsweredMoods.MostGroups} values.",
            ],
            Groups = [.. reading.Groups, scoring.Group, new("Which change to show", compare.Ranges), new("What else to show", [roi]), output.Group],
            Notes = [reading.UsualNamesNote, HelpAction.ExitCodes],
            Examples =
            [
                ("The scorecard on the screen", "caremetrics report answers.csv"),
                ("To paste into a page or a ticket", "caremetrics report answers.csv --format markdown --output scorecard.md"),
                ("By team and week", "caremetrics report answers.csv --by team --every week"),
                ("The change of two quarters", "caremetrics report answers.csv --baseline 2025-Q3 --period 2026-Q1"),
                ("With the return on investment beside it", "caremetrics report answers.csv --roi case.csv"),
            ],
        });
        command.Arguments.Add(reading.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            AnswerQuery query = reading.Query(parsed, Scorecard.Breakdowns(reading.By(parsed), reading.Every(parsed), UsualGroups)) with { WithMoods = true };
            Scoring score = scoring.Read(parsed);
            OutputFormat format = output.Format(parsed);
            string? lines = parsed.GetValue(roi);
            RequireForPeople(lines, format, query.Files);
            CompareQuestions? questions = compare.HasRanges(parsed) ? compare.Questions(parsed, "report") with { Level = score.Level, Better = Better.Higher } : null;
            RequireForRanges(questions, format, query);
            OutputFile? file = output.File(parsed, lines is null ? query.Inputs : [.. query.Inputs, lines]);
            CaseFindings? found = lines is null ? null : RoiCommand.Find(host, new CaseQuery { Files = [lines] }, new RoiQuestions());
            var scorecard = new Scorecard(query, Reading.Run(host, query), score);
            ReportSection? change = questions is null ? null
                : CompareSections.InReport(
                    CompareCommand.Find(host, new SeriesQuery { Source = query with { Breakdowns = [], RowIs = "answer" }, Kind = SeriesKind.Score }, questions),
                    scorecard.HasRepeats);
            Write(host, file, format, scorecard, change, found, typed);
            return CommandLine.Done;
        });
        return command;
    }

    private static void RequireForRanges(CompareQuestions? questions, OutputFormat format, AnswerQuery query)
    {
        if (questions is null)
        {
            return;
        }

        string? problem = format is OutputFormat.Json or OutputFormat.Csv ? "is shown in text and markdown; for programs there is: caremetrics compare FILE --score COLUMN --format json"
            : query.Tallied ? "needs a row for each answer, with its date; --tallied has none"
            : query.Latest ? "counts every answer of its days; --latest counts one a customer"
            : query.Closed.Count > 0 ? "needs a row for each answer, with its date; closed periods have none"
            : query.Files.Contains("-") ? "reads the files a second time; standard input can be read only once"
            : null;
        if (problem is not null)
        {
            throw new UsageException($"--period {problem}");
        }
    }

    private static void RequireForPeople(string? lines, OutputFormat format, IReadOnlyList<string> answers)
    {
        if (lines is not null && format is OutputFormat.Json or OutputFormat.Csv)
        {
            throw new UsageException("--roi is shown in text and markdown; for programs there is: caremetrics roi FILE --format json");
        }

        if (lines == "-" && answers.Contains("-"))
        {
            throw new UsageException("standard input (-) is named more than once; it can be read only once");
        }
    }

    private static void Write(Host host, OutputFile? file, OutputFormat format, Scorecard scorecard, ReportSection? change, CaseFindings? roi, string command)
    {
        switch (format)
        {
            case OutputFormat.Json:
                Delivery.Text(host, file, FlatRows.Json(scorecard.Rows));
                Delivery.WarnBeside(host, scorecard.Cautions);
                break;
            case OutputFormat.Csv:
                Delivery.Text(host, file, FlatRows.Csv(scorecard.Rows));
                Delivery.WarnBeside(host, scorecard.Cautions);
                break;
            case OutputFormat.Markdown:
                Delivery.Text(host, file, "# Net Promoter Score\n\n" + ReportSection.InMarkdown(Sections(Host.RedirectedWidth)));
                break;
            default:
                Delivery.Screen(host, file, ReportSection.OnScreen(Sections(Delivery.WidthOf(host, file))));
                break;
        }

        // The score first, money next, what it all rests on last.
        IEnumerable<ReportSection> Sections(int width)
        {
            IReadOnlyList<ReportSection> sections = scorecard.Sections(width, command, change);
            int last = sections.Count - (scorecard.Cautions.Count > 0 ? 2 : 1);
            return roi is null ? sections : [.. sections.Take(last), new RoiSections(roi, width).Short(), .. sections.Skip(last)];
        }
    }
}
