using System.CommandLine;
using System.Globalization;

namespace CareMetrics.Cli;

/// <summary>The arguments for answers that are not the customers' mix, or not all who were asked.</summary>
internal sealed class NpsOptions
{
    private readonly Option<string?> weight = new("--weight")
    {
        HelpName = "COLUMN",
        Description = "what each answer weighs, 0 or more; the weighted score is shown beside the unweighted one",
    };

    private readonly Option<string?> population = new("--population")
    {
        HelpName = "FILE|N",
        Description = "the sizes of the groups: columns named as in --by, or group, and population; gives the score in the population's mix. "
            + "Or how many there are in all, where the answers are a good part of them; gives the score of them all",
    };

    private readonly Option<string?> invited = new("--invited")
    {
        HelpName = "N",
        Description = "how many were invited for all these answers: gives the response rate, and what the silent could change",
    };

    private readonly Option<string?> target = new("--target")
    {
        HelpName = "POINTS",
        Description = "a score that was named beforehand: tests against it, and with --invited says how the silent would have to score",
    };

    public OptionGroup Group => new("Who the answers speak for", [weight, population, invited, target]);

    /// <summary>For a report, which takes its own groups.</summary>
    public Option Population => population;

    public string? Weight(ParseResult parsed) => parsed.GetValue(weight);

    public SpeakingFor Read(ParseResult parsed, Breakdown breakdown)
    {
        var asked = new SpeakingFor
        {
            PopulationFile = FileOf(parsed),
            PopulationSize = SizeOf(parsed),
            Invited = parsed.GetValue(invited) is { } count ? OptionText.Whole("--invited", count, 1) : null,
            Target = parsed.GetValue(target) is { } points ? OptionText.Number("--target", points, -100, 100, "points from -100 to 100") : null,
        };
        if (asked.PopulationFile is not null && breakdown.By.Count == 0)
        {
            throw new UsageException("--population needs --by, which names the columns of the groups");
        }

        if (asked.PopulationFile is "-" or "")
        {
            throw new UsageException("--population needs the name of a file");
        }

        string? ofAll = asked.Invited is not null ? "--invited" : asked.Target is not null ? "--target" : asked.PopulationSize is not null ? "--population N" : null;
        return breakdown.Every is null || ofAll is null ? asked : throw new UsageException($"{ofAll} is about all answers together; leave out --every");
    }

    /// <summary>The population alone; null where none is named.</summary>
    public SpeakingFor? ReadPopulation(ParseResult parsed) => parsed.GetValue(population) is not { } text ? null
        : text is "-" or "" ? throw new UsageException("--population needs the name of a file")
        : new SpeakingFor { PopulationFile = FileOf(parsed), PopulationSize = SizeOf(parsed) };

    // A file whose name is a number is given as ./1500.
    private long? SizeOf(ParseResult parsed) => parsed.GetValue(population) is { Length: > 0 } text && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '+' or '.')
        && double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _) ? OptionText.Whole("--population", text, 1) : null;

    private string? FileOf(ParseResult parsed) => SizeOf(parsed) is null ? parsed.GetValue(population) : null;
}

/// <summary>What is asked about those who did not answer.</summary>
internal sealed record SpeakingFor
{
    public string? PopulationFile { get; init; }

    /// <summary>How many there are in all.</summary>
    public long? PopulationSize { get; init; }

    public long? Invited { get; init; }

    public double? Target { get; init; }
}
