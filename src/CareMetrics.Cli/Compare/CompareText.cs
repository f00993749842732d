using System.Globalization;
using CareMetrics.Baseline;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>A comparison of two periods in words and rounded numbers.</summary>
internal sealed class CompareText
{
    private const int Digits = 3;

    private readonly PeriodComparison comparison;
    private readonly int decimals;

    public CompareText(PeriodComparison comparison)
    {
        this.comparison = comparison;
        double? size = new[] { comparison.Comparison.Baseline.Value, comparison.Comparison.Current.Value }.Max(value => value is { } found ? Math.Abs(found) : (double?)null);
        decimals = size is { } largest and > 0 ? Math.Clamp(Digits - 1 - (int)Math.Floor(Math.Log10(largest)), 0, 6) : 2;
    }

    public string Headline => $"{comparison.Definition.Metric}: {Verdict}";

    public string Verdict => comparison.Judgement.Verdict == Statistics.Verdict.NotComparable ? "not comparable" : comparison.Judgement.Verdict.ToString().ToLowerInvariant();

    /// <summary>What follows the verdict on its line.</summary>
    public string Rest => comparison.Judgement.Reason is { } reason ? $": {reason}"
        : comparison.Comparison is { PValueBasis: PValueBasis.RelativeChange, RelativeChange: { Value: not null } relative } ? $", {Percent(relative.Value)}{Interval(relative, Percent)}, {Show.PValue(comparison.Judgement.PValue)}"
        : $", {Change(comparison.Comparison.Change.Value)}{ChangeUnit}{Interval(comparison.Comparison.Change, Change)}, {Show.PValue(comparison.Judgement.PValue)}";

    /// <summary>A change of shares is in points, so that it is not taken for a change in percent.</summary>
    public string ChangeName => comparison.Comparison.Change.Unit == Units.Fraction ? "change, points" : "change";

    private string ChangeUnit => comparison.Comparison.Change.Unit is Units.Fraction or Units.Points ? " points" : "";

    public string Quantity(double? value, string unit) => value is null ? Show.Absent
        : unit == Units.Points ? Show.Points(value)
        : unit == Units.Fraction ? Show.Tenths(100 * value) + "%"
        : Plain(value.Value);

    /// <summary>A change in the metric's unit, with its sign.</summary>
    public string Change(double? value) => comparison.Comparison.Change.Unit == Units.Fraction
        ? Show.SignedTenths(100 * value)
        : Plus(value, Quantity(value, comparison.Comparison.Change.Unit));

    /// <summary>A relative change, with its sign.</summary>
    public static string Percent(double? value) => value is null ? Show.Absent : Show.SignedTenths(100 * value) + "%";

    public static string Limits(Estimate estimate, Func<double?, string> show) =>
        estimate.Lower is null && estimate.Upper is null ? Show.Absent : $"{show(estimate.Lower)} to {show(estimate.Upper)}";

    /// <summary>Sentences below the table.</summary>
    public IEnumerable<string> Sentences()
    {
        string better = comparison.Better == Better.Neither ? "No direction was said to be good." : $"{comparison.Better} is better.";
        yield return comparison.Margin is { } margin ? $"{better} A change below {Size(margin)} does not matter." : better;
        if (comparison.Judgement is { Verdict: Statistics.Verdict.Inconclusive, DetectableChange: not null } judgement)
        {
            yield return Detectable.Of(judgement, comparison.Comparison.Change.Unit) is { } detectable
                ? $"This much data cannot tell; it would show a change of {Size(detectable)} four times in five."
                : "This much data cannot tell; it would not even show the largest change there can be.";
        }

        if (comparison.Comparison is { RelativeChange: null, NoRelativeChange: { } none, NotComparable: null })
        {
            yield return char.ToUpperInvariant(none[0]) + none[1..] + ".";
        }

        if (comparison.TargetResult is { } result)
        {
            yield return $"Target {Quantity(comparison.Target, comparison.Comparison.Current.Unit)}: {result switch
            {
                TargetResult.Met => "met, with the whole interval.",
                TargetResult.Missed => "missed, with the whole interval.",
                _ => comparison.CurrentSeen is { IsComplete: false } ? "no telling, the period is not complete." : "no telling, the interval reaches to both sides of it.",
            }}";
        }
    }

    private static string Interval(Estimate estimate, Func<double?, string> show) =>
        estimate.Lower is null && estimate.Upper is null ? "" : $" ({Show.Level(estimate.Level)} CI {Limits(estimate, show)})";

    private static string Plus(double? value, string text) => (value > 0 && text.Any(letter => letter is >= '1' and <= '9') ? "+" : "") + text;

    private string Size(double value) => (comparison.Comparison.Change.Unit == Units.Fraction ? Show.Tenths(100 * value) : Quantity(value, comparison.Comparison.Change.Unit)) + ChangeUnit;

    private string Plain(double value)
    {
        double rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded < 0 ? "−" : "") + Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
