using System.CommandLine;
using CareMetrics.Nps;

namespace CareMetrics.Cli;

/// <summary>The arguments that say how the interval is made.</summary>
internal sealed class ScoringOptions
{
    private readonly Option<string?> level = new("--level") { HelpName = "LEVEL", Description = "confidence level of the intervals, 0.95 unless told" };
    private readonly Option<string?> method = new("--method")
    {
        HelpName = "METHOD",
        Description = "score (the default), adjusted-wald, or wald: what most tools print, too narrow where answers are few",
    };

    public OptionGroup Group => new("How sure it is", [level, method]);

    /// <summary>For measures that have one kind of interval.</summary>
    public OptionGroup LevelGroup => new("How sure it is", [level]);

    public double Level(ParseResult parsed) => parsed.GetValue(level) is { } text ? OptionText.Level(text) : 0.95;

    public Scoring Read(ParseResult parsed) => new(
        Level(parsed),
        parsed.GetValue(method) is { } name ? OptionText.Method(name) : NpsMethod.Score);
}

internal sealed record Scoring(double Level, NpsMethod Method);
