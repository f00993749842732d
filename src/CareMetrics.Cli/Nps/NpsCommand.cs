using System.CommandLine;

namespace CareMetrics.Cli;

/// <summary>The Net Promoter Score of files of answers, one row a group and period.</summary>
internal static class NpsCommand
{
    public static Command Make(Host host)
    {
        var reading = new ReadingOptions(AnswerKind.Nps);
        var scoring = new ScoringOptions();
        var whom = new NpsOptions();
        var output = new OutputOptions();
        var command = new ToolCommand("nps", "The Net Promoter Score with its interval, in total, by group and by period.", new CommandHelp
        {
            Usage = "caremetrics nps FILE... [options], or caremetrics nps plan [options]",
            About =
            [
                "Promoters minus detractors in points from -100 to 100. Blanks are counted apart, never as 0; every row read is accounted for.",
                "nps plan says how many answers a survey needs; a file that is named plan is given as ./plan.",
            ],
            Groups = [.. reading.Groups, whom.Group, scoring.Group, output.Group],
            Notes =
            [
                reading.UsualNamesNote,
                new("Columns of json and csv",
                [
                    ("which row", "measure, group, period; a total has no group, and rows without a date have the period (no date)"),
                    ("the score", "value, lower, upper, unit, level, method: in points, unrounded"),
                    ("what it rests on", "answered, customers, designEffect, detractors, passives, promoters"),
                    ("what was left out", "missing, invalid, superseded, excluded"),
                    ("in words", "definition"),
                ]),
                new("Measures in those rows",
                [
                    ("nps", "the score of the answers as they came, always there"),
                    ("nps-weighted", "with --weight, below each nps; its designEffect is answered / effective answers (Kish). Repeat answers are not allowed for"),
                    ("nps-stratified", "with --population, one a period; null where a group has no answers. Repeat answers are not allowed for"),
                    ("nps-population", "with --population N, the score of all N. Repeat answers are not allowed for"),
                    ("response-rate", "with --invited, a fraction"),
                    ("nps-lowest, nps-highest", "with --invited: what everyone's score can be, whatever the silent think"),
                    ("nps-silent", "with --invited: how the silent would have to score for everyone to score --target, else 0; null where they cannot"),
                    ("p-against-target", "with --target: the two-sided p-value, a probability"),
                ]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("The score of a file, columns found by their usual names", "caremetrics nps answers.csv"),
                ("By channel and quarter, days as in Berlin", "caremetrics nps answers.csv --by channel --every quarter --zone Europe/Berlin"),
                ("A 1 to 10 scale, from a pipe, as JSON", "zcat answers.csv.gz | caremetrics nps - --scale 1-10 --format json"),
                ("Only the latest answer of each customer on the phone", "caremetrics nps answers.csv --where channel=phone --latest"),
                ("Counts from a database", "caremetrics nps --tallied counts.csv"),
                ("Weighted by what each customer is worth", "caremetrics nps answers.csv --weight value"),
                ("In the mix of all customers, sizes.csv holding channel,population", "caremetrics nps answers.csv --by channel --population sizes.csv"),
                ("Of 12,000 invited, against a target of 20", "caremetrics nps answers.csv --invited 12000 --target 20"),
            ],
        });
        command.Arguments.Add(reading.Files);
        command.Subcommands.Add(NpsPlanCommand.Make(host));
        command.AddOptions();
        command.SetAction(parsed =>
        {
            var breakdown = new Breakdown { By = reading.By(parsed), Every = reading.Every(parsed) };
            AnswerQuery query = reading.Query(parsed, [breakdown]) with { WeightColumn = whom.Weight(parsed) };
            SpeakingFor asked = whom.Read(parsed, breakdown);
            Scoring score = scoring.Read(parsed);
            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, asked.PopulationFile is { } sizes ? [.. query.Inputs, sizes] : query.Inputs);
            Answer(host, query, asked, score).Write(host, file, format);
            return CommandLine.Done;
        });
        return command;
    }

    private static AnswerOutput Answer(Host host, AnswerQuery query, SpeakingFor asked, Scoring scoring)
    {
        Breakdown breakdown = query.Breakdowns[0];
        IReadOnlyList<(string Group, double Size)>? sizes = asked.PopulationFile is { } population
            ? PopulationFile.Read(population, breakdown.By, query, host.Interruption.Token) : null;
        AnswerSummary summary = Reading.Run(host, query);
        IReadOnlyList<AnswerCell> cells = summary.Breakdowns[0]!;
        NpsRow[] rows = [.. cells.Select(cell => NpsRow.Of(cell, scoring, summary.Definition))];
        NpsRow? total = breakdown.Every is null ? rows.FirstOrDefault(row => row.Group is null && row.Period is null) : null;
        var speaking = new Speaking(scoring, summary.Definition);
        if (sizes is not null)
        {
            speaking.Stratify(AnswerReader.Name(asked.PopulationFile!), breakdown.By, sizes, cells);
        }

        if (asked.PopulationSize is { } all)
        {
            speaking.OfAll(Whole(cells), all);
        }

        if (asked.Invited is { } invited)
        {
            speaking.Invite(Whole(cells), invited, asked.Target);
        }

        if (asked.Target is { } target)
        {
            speaking.Test(Whole(cells), target);
        }

        string definition = summary.Columns.Weight is { } weight ? DefinitionText.Weighted(summary.Definition, weight) : summary.Definition;
        NpsRow[] flat = [.. rows.SelectMany(row => row.Weighted is { } weighted ? new[] { row, weighted with { Definition = definition } } : [row]), .. speaking.Rows];
        return new AnswerOutput
        {
            Json = () => FlatRows.Json(flat),
            Csv = () => FlatRows.Csv(flat),
            Table = width => NpsTable.Of(rows, new KeyColumns(breakdown, rows), scoring, width),
            Sentences = speaking.Sentences,
            Footing = new Footing(
                summary.Ledger,
                definition,
                [.. Cautions.Of(query, summary, total, rows.Where(row => row != total)), .. Cautions.OfStrangers(summary, flat), .. speaking.Cautions]),
        };
    }

    // A file of counts brings periods of its own; its answers are of nobody known, so they add up.
    private static AnswerCell Whole(IReadOnlyList<AnswerCell> cells) => cells.Count(cell => cell.Group is null) == 1
        ? cells.Single(cell => cell.Group is null)
        : new AnswerCell { Tally = cells.Where(cell => cell.Group is null).Aggregate(Nps.NpsTally.Empty, (sum, cell) => sum + cell.Tally) };
}
