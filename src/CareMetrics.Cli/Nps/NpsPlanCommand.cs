using System.CommandLine;
using CareMetrics.Nps;
using Spectre.Console;

namespace CareMetrics.Cli;

/// <summary>How many answers a survey needs, and what a number of answers buys.</summary>
internal static class NpsPlanCommand
{
    private const double UsualPower = 0.8;

    public static Command Make(Host host)
    {
        Option<string?> margin = Option("--margin", "POINTS", "the answers needed for a score known to ± so many points");
        Option<string?> difference = Option("--difference", "POINTS", "the answers needed in each of two groups or periods to find a difference of so many points");
        Option<string?> answers = Option("--answers", "N", "what so many answers buy: a margin, and a difference found");
        Option<string?> promoters = Option("--promoters", "SHARE", "the share expected, as 0.5 or 50%; half unless told");
        Option<string?> detractors = Option("--detractors", "SHARE", "the share expected, as 0.2 or 20%; a fifth unless told");
        Option<string?> designEffect = Option("--design-effect", "NUMBER", "1 or more, where customers answer repeatedly: take it from an earlier score; 1 unless told");
        Option<string?> population = Option("--population", "N", "how many there are in all; else so many that it does not matter");
        Option<string?> responseRate = Option("--response-rate", "SHARE", "the share of the invited expected to answer, as 0.2 or 20%: gives the invitations");
        Option<string?> power = Option("--power", "SHARE", "the chance of finding the difference, as 0.8 or 80%, which is used unless told");
        var scoring = new ScoringOptions();
        var output = new OutputOptions("one flat row for each answer to what was asked");
        var command = new ToolCommand("plan", "How many answers a survey needs, and what a number of answers buys.", new CommandHelp
        {
            Usage = "caremetrics nps plan (--margin POINTS | --difference POINTS | --answers N)... [options]",
            About =
            [
                "It reads no file. A file that is named plan is scored as ./plan.",
                "A share is a fraction from 0 to 1, or a percentage with its sign: 0.5 and 50% are the same, 50 is an error.",
            ],
            Groups =
            [
                new("What is asked, one or more", [margin, difference, answers]),
                new("What is expected", [promoters, detractors, designEffect, population, responseRate]),
                new("How sure it is to be", [.. scoring.LevelGroup.Options, power]),
                output.Group,
            ],
            Notes =
            [
                new("Measures in json and csv",
                [
                    ("answers-for-margin", "the answers that --margin needs"),
                    ("answers-for-difference", "the answers that --difference needs, in each group"),
                    ("margin", "half the width of the interval that --answers give, in points"),
                    ("detectable-difference", "the difference that --answers in each group find, in points"),
                ]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("To know the score to ±5 points where one in five answers", "caremetrics nps plan --margin 5 --response-rate 20%"),
                ("To find a change of 5 points between two quarters", "caremetrics nps plan --difference 5 --design-effect 1.3"),
                ("What 1,000 answers buy", "caremetrics nps plan --answers 1000 --promoters 45% --detractors 27%"),
            ],
        });
        command.AddOptions();
        command.SetAction(parsed =>
        {
            string? Text(Option<string?> option) => parsed.GetValue(option);
            double? Points(Option<string?> option, double most) => Text(option) is { } text
                ? OptionText.Number(option.Name, text, double.Epsilon, most, $"points above 0 and at most {most}") : null;
            double? Share(Option<string?> option) => Text(option) is { } text ? OptionText.Share(option.Name, text) : null;
            long? Whole(Option<string?> option) => Text(option) is { } text ? OptionText.Whole(option.Name, text, 1) : null;

            var assumptions = new SurveyAssumptions();
            var asked = new SurveyPlans
            {
                Margin = Points(margin, 100),
                Difference = Points(difference, 200),
                Answers = Whole(answers),
                Power = Share(power) ?? UsualPower,
                Level = scoring.Level(parsed),
                Assumptions = Checked(() => new SurveyAssumptions
                {
                    Promoters = Share(promoters) ?? assumptions.Promoters,
                    Detractors = Share(detractors) ?? assumptions.Detractors,
                    DesignEffect = Text(designEffect) is { } effect ? OptionText.Number("--design-effect", effect, 1, 1e6, "numbers from 1 to 1000000") : 1,
                    Population = Whole(population),
                    ResponseRate = Share(responseRate),
                }),
            };
            if (asked is { Margin: null, Difference: null, Answers: null })
            {
                throw new UsageException("nps plan needs one or more of --margin POINTS, --difference POINTS and --answers N; see caremetrics nps plan --help");
            }

            OutputFormat format = output.Format(parsed);
            OutputFile? file = output.File(parsed, []);
            IReadOnlyList<PlanRow> rows = Checked(asked.Rows);
            Write(host, file, format, asked, rows);
            return CommandLine.Done;
        });
        return command;
    }

    private static void Write(Host host, OutputFile? file, OutputFormat format, SurveyPlans asked, IReadOnlyList<PlanRow> rows)
    {
        string[] lines = [.. asked.Sentences(rows), asked.Expectation];
        switch (format)
        {
            case OutputFormat.Json:
                Delivery.Text(host, file, FlatRows.Json(rows));
                break;
            case OutputFormat.Csv:
                Delivery.Text(host, file, FlatRows.Csv(rows));
                break;
            case OutputFormat.Markdown:
                Delivery.Text(host, file, string.Join("\n\n", lines.Select(MarkdownText.Escape)) + "\n");
                break;
            default:
                Delivery.Screen(host, file, new Rows(lines.Select(line => new Text(line))));
                break;
        }
    }

    // What each option allows is checked with it; what they allow together is the library's to say.
    private static T Checked<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (ArgumentException problem)
        {
            throw new UsageException("nps plan: " + OptionText.Problem(problem));
        }
        catch (OverflowException)
        {
            throw new UsageException($"nps plan: more than {long.MaxValue} answers or invitations would be needed");
        }
    }

    private static Option<string?> Option(string name, string value, string description) => new(name) { HelpName = value, Description = description };
}
