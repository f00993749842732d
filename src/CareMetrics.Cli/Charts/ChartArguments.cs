using System.CommandLine;
using System.Globalization;
using CareMetrics.Baseline;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The arguments of a control chart: its kind, its baseline, its rules, and what is good.</summary>
internal sealed class ChartArguments
{
    private const string Off = "off";

    private readonly Option<string?> kind = Text("--kind", "CHART", "xmr, p, u, p-prime or u-prime; else xmr of values, p-prime of numerators, u-prime of counts");
    private readonly Option<string?> baseline = Text("--baseline", "N|FROM..TO", "make the limits of the first N points of each segment, 5 or more, or of this range, and freeze them; else of all points");
    private readonly Option<string[]> rebase = new("--rebase") { Arity = ArgumentArity.OneOrMore, HelpName = "POINT", Description = "set the limits anew from this date, label or row number on; may be given several times", DefaultValueFactory = _ => [] };
    private readonly Option<string?> direction = Text("--direction", "DIRECTION", "what is good: higher, lower or neither (the default)");
    private readonly Option<string?> target = Text("--target", "TARGET", "with a direction: does the process, as it runs, meet it; a fraction or a percent for p charts");
    private readonly Option<string?> shift = Text("--shift", "K|off", "so many points on one side are a shift, 6 to 9; 8 unless told");
    private readonly Option<string?> trend = Text("--trend", "K|off", "so many points that rise or fall are a trend, 5 to 9; off unless told");
    private readonly Option<string?> twoOfThree = Text("--two-of-three", "FORM", "2023 (the default), 2022 (Making Data Count), western-electric or off");
    private readonly Option<bool> limitsOnly = new("--limits-only") { Arity = ArgumentArity.Zero, Description = "only points outside the limits are signals" };
    private readonly Option<bool> skipOnLine = new("--skip-on-line") { Arity = ArgumentArity.Zero, Description = "pass over points on the centre line; else they end a run" };
    private readonly Option<bool> skipEqual = new("--skip-equal") { Arity = ArgumentArity.Zero, Description = "pass over points equal to the one before; else they end a trend" };
    private readonly Option<string?> constants = Text("--constants", "DIGITS", "exact (the default), rounded (2.66) or rounded-divisor (1.128), to match other tools");
    private readonly Option<string?> movingRange = Text("--moving-range", "AVERAGE", "mean (the default) or median, which a few large jumps do not move");
    private readonly Option<bool> screen = new("--screen") { Arity = ArgumentArity.Zero, Description = "leave out moving ranges of the baseline beyond their own limit, once" };

    public IReadOnlyList<OptionGroup> Groups =>
    [
        new("What to hold it against", [kind, baseline, rebase, direction, target]),
        new("What is a signal", [shift, trend, twoOfThree, limitsOnly, skipOnLine, skipEqual]),
        new("How limits are made", [constants, movingRange, screen]),
    ];

    public (ChartKind Kind, PlotMeasure Measure) Kind(ParseResult parsed, PlotMeasure? given)
    {
        ChartKind? asked = parsed.GetValue(kind) is { } name ? OptionText.Choice("--kind", name, ChartNames.Kinds) : null;
        PlotMeasure measure = given ?? asked switch
        {
            ChartKind.P or ChartKind.PPrime => PlotMeasure.Proportion,
            ChartKind.U or ChartKind.UPrime => PlotMeasure.Rate,
            _ => PlotMeasure.Value,
        };
        (string columns, ChartKind[] fitting) = measure switch
        {
            PlotMeasure.Proportion => ("--numerator and --denominator", new[] { ChartKind.PPrime, ChartKind.P }),
            PlotMeasure.Rate => ("--count and --exposure", [ChartKind.UPrime, ChartKind.U]),
            _ => ("--value", [ChartKind.Xmr]),
        };
        return asked is null || fitting.Contains(asked.Value)
            ? (asked ?? fitting[0], measure)
            : throw new UsageException(
                $"--kind is {parsed.GetValue(kind)}; of {columns} a chart is {string.Join(" or ", ChartNames.Kinds.Where(pair => fitting.Contains(pair.Kind)).Select(pair => pair.Name))}");
    }

    public ChartOptions Options(ParseResult parsed, ChartKind chart)
    {
        Better better = parsed.GetValue(direction) is { } named
            ? OptionText.Choice("--direction", named, ("higher", Better.Higher), ("lower", Better.Lower), ("neither", Better.Neither))
            : Better.Neither;
        if (parsed.GetValue(target) is not null && better == Better.Neither)
        {
            throw new UsageException("--target needs --direction higher or --direction lower: which side of it is good");
        }

        (int? points, string? from, string? to) = parsed.GetValue(baseline) is { } text ? Baseline(text) : (null, null, null);
        return new ChartOptions
        {
            BaselinePoints = points,
            BaselineFrom = from,
            BaselineTo = to,
            Rebases = [.. parsed.GetValue(rebase) ?? []],
            Better = better,
            Target = parsed.GetValue(target) is { } aim ? Target(aim, chart) : null,
            Rules = Rules(parsed),
            Constants = parsed.GetValue(constants) is { } digits
                ? OptionText.Choice("--constants", digits, ("exact", ChartConstants.Exact), ("rounded", ChartConstants.Rounded), ("rounded-divisor", ChartConstants.RoundedDivisor))
                : ChartConstants.Exact,
            UseMedianMovingRange = parsed.GetValue(movingRange) is { } average && OptionText.Choice("--moving-range", average, ("mean", false), ("median", true)),
            ScreenMovingRanges = parsed.GetValue(screen),
        };
    }

    private ChartRules Rules(ParseResult parsed)
    {
        Option<string?>[] others = [shift, trend, twoOfThree];
        if (parsed.GetValue(limitsOnly))
        {
            return others.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } other
                ? throw new UsageException($"--limits-only and {other.Name} are both given; with --limits-only there is no other rule")
                : ChartRules.LimitsOnly;
        }

        var rules = new ChartRules();
        return rules with
        {
            Shift = parsed.GetValue(shift) is { } length ? Run("--shift", length, 6) : rules.Shift,
            Trend = parsed.GetValue(trend) is { } rise ? Run("--trend", rise, 5) : rules.Trend,
            TwoOfThree = parsed.GetValue(twoOfThree) is { } form
                ? OptionText.Choice(
                    "--two-of-three", form,
                    ("2023", TwoOfThree.MakingDataCount2023), ("2022", TwoOfThree.MakingDataCount2022), ("western-electric", TwoOfThree.WesternElectric), (Off, TwoOfThree.Off))
                : rules.TwoOfThree,
            SkipPointsOnLine = parsed.GetValue(skipOnLine),
            SkipEqualNeighbours = parsed.GetValue(skipEqual),
        };
    }

    private static int? Run(string option, string text, int least) => text == Off ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int points) && points >= least && points <= 9 ? points
        : throw new UsageException($"{option} is {text}; allowed are {least} to 9 points, and off");

    private static (int? Points, string? From, string? To) Baseline(string text)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots > 0 && dots + 2 < text.Length)
        {
            return (null, text[..dots].Trim(), text[(dots + 2)..].Trim());
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int points) && points >= 5
            ? (points, null, null)
            : throw new UsageException($"--baseline is {text}; it takes a number of points, 5 or more, or a range such as 2025-01..2025-12");
    }

    private static double Target(string text, ChartKind chart) => chart is ChartKind.P or ChartKind.PPrime
        ? OptionText.Share("--target", text)
        : OptionText.Number("--target", text, -double.MaxValue, double.MaxValue, "numbers such as 1234.5");

    private static Option<string?> Text(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description };
}
