using System.CommandLine;
using CareMetrics.Nps;
using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

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
        var output = new OutputOptions("every figure in one long shape, a row each");
        var line = new Option<bool>("--line") { Arity = ArgumentArity.Zero, Description = "the headline alone, in one line" };
        var compare = new CompareOptions();
        var roi = new Option<string?>("--roi") { HelpName = "FILE", Description = "add the return on investment of this file of lines; see caremetrics roi --help" };
        var whom = new NpsOptions();
        Option<string?> control = RanterOptions.Control();
        var retention = new RetentionOptions("the retention value");
        var command = new ToolCommand("report", "The scorecard of a file of answers, for people.", new CommandHelp
        {
            Usage = "caremetrics report FILE... [options]",
            About =
            [
                "The score with its interval, who is behind it, the same by channel and by month where the file says so, what the last change is made of, "
                + "how often each score was given, where each row went, what was counted, and the command that made the report.",
                $"Unless told by --by, it shows the first column found of: {string.Join(", ", UsualGroups)}. Unless told by --every, it shows months, "
                + $"or quarters where the answers span more than {ReportSections.MonthsToShow} months.",
                "The change is that of the last two quarters with answers where the months before the last one fill a quarter, else of the last two months, "
                + "or of the periods told by --every, or of --baseline and --period. Where customers are known, those in both are allowed for. "
                + "With --latest it is that of the last two periods shown, for the latest answers of a quarter are not those of its months together. "
                + "While the last period is not over, or answers of it are due (--as-of, --answer-window), the change is provisional.",
                $"Where the file has a column {string.Join(" or ", ReportSections.UsualKinds)}, it shows who left the question blank; where it has {ReportSections.UsualServer}, "
                + "whose share of the highest score is unusual.",
                "Where the file has customers and dates, it says how many ranters became ravers, first against last answer; against the control group of --control, "
                + $"or of a column named {string.Join(", ", UsualNames.Programme)} that holds \"{AnsweredMoods.ControlValue}\" among at most {AnsweredMoods.MostGroups} values.",
                "With the value of a save and the cost it adds what that is worth: what care can claim where there is a control group, else NOT ATTRIBUTABLE.",
            ],
            Groups = [.. reading.Groups, scoring.LevelGroup, new("Which change to show", compare.Ranges), new("What to show", [line, whom.Population, control, roi]), .. retention.Groups, output.Group],
            Notes =
            [
                reading.UsualNamesNote,
                new("Columns of json and csv",
                [
                    ("which row", "part, measure, group, item, period, against"),
                    ("the figure", "value, lower, upper, unit, level, method, pValue, verdict; unrounded"),
                    ("what it rests on", "events, count, customers, designEffect"),
                    ("in words", "text: the headline, cautions, the SHA-256 of each file, the command; definition"),
                    ("", "docs/fields.md lists the parts and their measures."),
                ]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("The scorecard on the screen", "caremetrics report answers.csv"),
                ("To paste into a page or a ticket", "caremetrics report answers.csv --format markdown --output scorecard.md"),
                ("By team and week", "caremetrics report answers.csv --by team --every week"),
                ("The change of two quarters", "caremetrics report answers.csv --baseline 2025-Q3 --period 2026-Q1"),
                ("With the return on investment beside it", "caremetrics report answers.csv --roi case.csv"),
                ("With what ranters turned ravers are worth", "caremetrics report answers.csv --control programme=control --value-per-save 450 --investment 12000"),
            ],
        });
        command.Arguments.Add(reading.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            AnswerQuery query = reading.Query(parsed, ReportSections.Breakdowns(reading.By(parsed), reading.Every(parsed), UsualGroups)) with { WithMoods = true, WithHashes = true, WithSeenDays = true };
            var score = new Scoring(scoring.Level(parsed), NpsMethod.Score);
            OutputFormat format = output.Format(parsed);
            string? lines = parsed.GetValue(roi);
            bool isLine = parsed.GetValue(line);
            RequireOneInput(lines, query.Files);
            if (isLine && format != OutputFormat.Text)
            {
                throw new UsageException("--line is one line of text; in json and csv it is the row of the part headline");
            }

            CompareQuestions? questions = compare.HasRanges(parsed) ? compare.Questions(parsed, "report") with { Level = score.Level, Better = Better.Higher } : null;
            RequireForRanges(questions, query);
            (KeptValue, RetentionCost)? keeping = retention.Given(parsed) is { } given ? Keeping(parsed, retention, given, query) : null;
            query = query with { ValueColumn = retention.Column(parsed), Control = Control(parsed, control, query) };
            SpeakingFor? asked = whom.ReadPopulation(parsed);
            string[] others = [.. new[] { lines is "-" ? null : lines, asked?.PopulationFile, reading.Config(parsed) }.OfType<string>()];
            OutputFile? file = output.File(parsed, [.. query.Inputs, .. others]);
            CaseFindings? found = lines is null ? null : RoiCommand.Find(host, new CaseQuery { Files = [lines] }, new RoiQuestions());
            AnswerSummary summary = Reading.Run(host, query);
            var scorecard = new ReportSections(query, summary, score, compare.Look(parsed))
            {
                Keeping = keeping,
                Beside = [.. others.Select(InputFile.Of)],
                Speaking = asked is null ? null : Speaking(host, asked, query, summary, score),
                Named = questions is null ? null : CompareCommand.Find(
                    host,
                    new SeriesQuery
                    {
                        Source = query with { Breakdowns = [], WithMoods = false, Control = null, WithHashes = false, WithSeenDays = false },
                        Kind = SeriesKind.Score,
                        By = ReportSections.GroupColumns(query, summary),
                    },
                    questions),
            };
            if (isLine)
            {
                Delivery.Text(host, file, Show.OneLine(scorecard.Line) + "\n");
            }
            else
            {
                Write(host, file, format, scorecard, found, typed);
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static (KeptValue, RetentionCost) Keeping(ParseResult parsed, RetentionOptions retention, string given, AnswerQuery query) => query.Tallied
        ? throw NeedsRows(given, query)
        : (retention.Value(parsed), retention.Cost(parsed));

    private static ColumnFilter? Control(ParseResult parsed, Option<string?> control, AnswerQuery query) => parsed.GetValue(control) is not { } text ? null
        : query.Tallied ? throw NeedsRows(control.Name, query)
        : OptionText.Control(text);

    private static UsageException NeedsRows(string option, AnswerQuery query) =>
        new($"{option} needs a row for each answer, with its customer and date; {(query.MustBeClosed ? "--closed" : "--tallied")} has none");

    private static void RequireForRanges(CompareQuestions? questions, AnswerQuery query)
    {
        if (questions is null)
        {
            return;
        }

        string? problem = query is { Tallied: true, MustBeClosed: false } ? "needs a row for each answer, with its date; --tallied has none"
            : query.Latest ? "counts every answer of its days; --latest counts one a customer"
            : query.Files.Contains("-") ? "reads the files a second time; standard input can be read only once"
            : null;
        if (problem is not null)
        {
            throw new UsageException($"--period {problem}");
        }
    }

    private static Speaking Speaking(Host host, SpeakingFor asked, AnswerQuery query, AnswerSummary summary, Scoring scoring)
    {
        var speaking = new Speaking(scoring, summary.Definition);
        if (asked.PopulationSize is { } all)
        {
            speaking.OfAll(summary.Breakdowns[0]!.Single(cell => cell.Group is null), all);
            return speaking;
        }

        IReadOnlyList<string> by = ReportSections.GroupColumns(query, summary);
        if (by.Count == 0)
        {
            throw new UsageException("--population needs --by, which names the columns of the groups");
        }

        speaking.Stratify(AnswerReader.Name(asked.PopulationFile!), by, PopulationFile.Read(asked.PopulationFile!, by, query, host.Interruption.Token), ReportSections.GroupCells(query, summary)!);
        return speaking;
    }

    private static void RequireOneInput(string? lines, IReadOnlyList<string> answers)
    {
        if (lines == "-" && answers.Contains("-"))
        {
            throw new UsageException("standard input (-) is named more than once; it can be read only once");
        }
    }

    private static void Write(Host host, OutputFile? file, OutputFormat format, ReportSections scorecard, CaseFindings? roi, string command)
    {
        Delivery.Write(host, file, format, Rows, Sections, "Net Promoter Score", scorecard.Cautions);

        IReadOnlyList<ReportRow> Rows() => scorecard.Rows(command, roi is null ? [] : ReportRows.OfCase(roi));

        // The score first, money next, what it all rests on last.
        IEnumerable<ReportSection> Sections(int width)
        {
            IReadOnlyList<ReportSection> sections = scorecard.Sections(width, command);
            int last = sections.Count - (scorecard.Cautions.Count > 0 ? 2 : 1);
            return roi is null ? sections : [.. sections.Take(last), new RoiSections(roi, width).Short(), .. sections.Skip(last)];
        }
    }
}
