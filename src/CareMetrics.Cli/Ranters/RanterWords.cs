using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>What the figures about ranters mean, in sentences: a change that is not shown to be real is called that.</summary>
internal static class RanterWords
{
    private const string NotShown = "not shown to be real";

    /// <summary>What care can claim: the difference to the control group.</summary>
    public static (string Strong, string Plain) Claim(ExtraConversion extra)
    {
        if (extra.Comparison.NotComparable is not null)
        {
            return ("Nothing to claim", $": {NobodyTo(extra)}");
        }

        double points = extra.Extra.Value!.Value;
        string more = points < 0 ? "fewer" : "more";
        return (
            $"{RanterText.Tenths(100 * Math.Abs(points))} points {more} ranters became ravers than in the control group",
            $" ({Show.Level(extra.Extra.Level)} CI {RanterText.DifferenceInterval(extra.Extra)}), {RanterText.PValue(extra.Comparison.PValue)}"
            + (IsShown(extra) ? "" : $": {NotShown}"));
    }

    /// <summary>Which side has no ranters, where one has none.</summary>
    public static string NobodyTo(ExtraConversion extra) => $"no ranters {(extra.Treated.Trials == 0 ? "were treated" : "are in the control group")}";

    public static (string Strong, string Plain) Converted(ConversionRates rates)
    {
        TransitionRow ranters = rates.Tally.FromRanter;
        return rates.OfAll.Value is null
            ? ("No ranters", ", so there is no conversion")
            : (Became(ranters.ToRaver, ranters.All, "ranter", "raver"),
                $": {RanterText.Full(rates.OfAll)}; {RanterText.Percent(rates.OfReobserved.Value)} of the {Show.Count(ranters.Reobserved)} seen again");
    }

    /// <summary>"63 of 196 ranters became ravers".</summary>
    public static string Became(long moved, long of, string from, string to) => $"{Show.Count(moved)} of {Show.Count(of, from, from + "s")} became {to}s";

    public static IEnumerable<string> Against(RanterAnalysis analysis)
    {
        ExtraConversion extra = analysis.ExtraOfAll!;
        if (extra.Comparison.NotComparable is not null)
        {
            yield break;
        }

        yield return !IsShown(extra) ? $"The difference is {NotShown}: nothing can be claimed for care."
            : extra.Extra.Value > 0 ? "The difference is more than chance: this is what care can claim."
            : "Fewer of the treated became ravers, by more than chance.";
        yield return $"Ranters to treat for one raver more: {extra.ContactsPerExtraRaver}";
    }

    public static IEnumerable<RanterShare> Shares(ConversionRates rates)
    {
        TransitionRow ranters = rates.Tally.FromRanter;
        TransitionRow ravers = rates.Tally.FromRaver;
        string seen = Show.Count(ranters.Reobserved);
        string raversSeen = Show.Count(ravers.Reobserved);
        return
        [
            new("ranters who became ravers, of all ranters", rates.OfAll, $"{Show.Count(ranters.ToRaver)} of {Show.Count(ranters.All)}"),
            new("the same, of those seen again", rates.OfReobserved, $"{Show.Count(ranters.ToRaver)} of {seen}"),
            new("ranters seen again", rates.Reobservation, $"{seen} of {Show.Count(ranters.All)}"),
            new("recovered: ranters at least neutral now", rates.Recovered, $"{Show.Count(ranters.ToNeutral + ranters.ToRaver)} of {seen}"),
            new("stayed: ranters still", rates.StillRanters, $"{Show.Count(ranters.ToRanter)} of {seen}"),
            new("defection: ravers who became ranters", rates.Defection, $"{Show.Count(ravers.ToRanter)} of {raversSeen}"),
            new("lost: ravers no more", rates.Lost, $"{Show.Count(ravers.ToRanter + ravers.ToNeutral)} of {raversSeen}"),
            new("net: one way minus the other, in points", rates.Net, $"{Show.Count(ranters.ToRaver)} − {Show.Count(ravers.ToRanter)} of {Show.Count(rates.Tally.Paired)}", true),
        ];
    }

    public static IEnumerable<string> Change(RanterAnalysis analysis)
    {
        TransitionTests tests = analysis.Tests;
        TransitionTally moves = tests.Tally;
        if (tests.McNemar.PValue is not { } p)
        {
            yield return "Nobody was seen before and after, so there is nothing to test.";
            yield break;
        }

        string flows = $"{Show.Count(moves.FromRanter.ToRaver, "ranter", "ranters")} became ravers, {Show.Count(moves.FromRaver.ToRanter, "raver", "ravers")} became ranters";
        yield return tests.Verdict switch
        {
            Verdict.Inconclusive => $"A change between ranters and ravers is {NotShown}: {flows} ({RanterText.PValue(p)}, McNemar).",
            Verdict.Improved => $"More ranters became ravers than the other way, by more than chance: {flows} ({RanterText.PValue(p)}, McNemar).",
            _ => $"More ravers became ranters than the other way, by more than chance: {flows} ({RanterText.PValue(p)}, McNemar).",
        };
        bool isMoved = tests.StuartMaxwell.PValue < 1 - tests.Level;
        yield return $"The three moods are {(isMoved ? "not as frequent after as before" : $"about as frequent after as before: a shift is {NotShown}")} "
            + $"({RanterText.PValue(tests.StuartMaxwell.PValue)}, Stuart–Maxwell); NPS of the same customers {Points(tests.ScoreChange.Change)}.";
        if (analysis.ExtraOfAll is null)
        {
            yield return $"Read both ways, {analysis.Rates.Meaning}.";
        }
    }

    public static IEnumerable<string> Nothing(BesideNoEffect doing, RanterAnalysis analysis)
    {
        NoEffect expected = doing.Expected;
        if (expected.ConversionRate is null || doing.Observed.Value is null)
        {
            yield return "There are no ranters to expect anything of.";
            yield break;
        }

        string range = expected.ConversionRateLower is { } lower ? $" ({RanterText.Percent(lower)} to {RanterText.Percent(expected.ConversionRateUpper)})" : "";
        yield return $"Seen: {RanterText.Full(doing.Observed)} of the ranters seen again became ravers. With nothing done: {RanterText.Percent(expected.ConversionRate)}{range}, "
            + $"for ranters gain {RanterText.Tenths(expected.Gain!.Value)} points by themselves (regression to the mean).";
        // Whole scores that end at 0 and 10 are not quite normal: the test alone would claim too often with many customers or few.
        bool isClear = doing.Observed.Count >= RanterAnalysis.FewestRepeats && doing.Observed.Lower > (expected.ConversionRateUpper ?? expected.ConversionRate);
        yield return isClear && doing.Test?.PValue < 1 - doing.Observed.Level
            ? $"The difference of {RanterText.Difference(doing.Excess.Value)} points is more than chance ({RanterText.PValue(doing.Test.PValue)}), as far as the model holds: normal moods, one mean."
            : $"A difference to that is {NotShown} ({RanterText.PValue(doing.Test?.PValue)}).";
        string reliability = $"Reliability {Two(expected.Reliability)}";
        yield return analysis.IsReliabilityGiven
            ? $"{reliability} as given; mean {Two(expected.Mean)} and spread {Two(expected.StandardDeviation)} of {Show.Count(analysis.Summary.Before.Count)} scores before."
            : $"{reliability}, from the first two answers of {Show.Count(analysis.Summary.Repeat.Count)} customers with three or more, as if nothing was done between the two; "
                + $"mean {Two(expected.Mean)} and spread {Two(expected.StandardDeviation)} of {Show.Count(analysis.Summary.Before.Count)} scores before.";
    }

    /// <summary>All of it in a few lines.</summary>
    public static IEnumerable<string> InReport(RanterAnalysis analysis)
    {
        ConversionRates rates = analysis.Rates;
        TransitionRow ranters = rates.Tally.FromRanter;
        TransitionRow ravers = rates.Tally.FromRaver;
        if (analysis.ExtraOfAll is { } extra)
        {
            (string strong, string plain) = Claim(extra);
            yield return extra.Comparison.NotComparable is not null ? $"{strong}{plain}. Control group: {Show.OneLine(analysis.Summary.Groups!.Control)}."
                : $"{strong}{plain}; of those seen again {RanterText.Difference(analysis.ExtraOfReobserved!.Extra.Value)} "
                + $"({RanterText.DifferenceInterval(analysis.ExtraOfReobserved.Extra)}). Control group: {Show.OneLine(analysis.Summary.Groups!.Control)}.";
        }

        yield return $"First against last answer: {Became(ranters.ToRaver, ranters.All, "ranter", "raver")}, {RanterText.Full(rates.OfAll)}; "
            + $"of the {Show.Count(ranters.Reobserved)} seen again {RanterText.Full(rates.OfReobserved)}.";
        if (rates.Defection.Value is not null)
        {
            yield return $"The other way: {Became(ravers.ToRanter, ravers.Reobserved, "raver", "ranter")} of those seen again, {RanterText.Full(rates.Defection)}.";
        }

        if (analysis.Tests.McNemar.PValue is { } p)
        {
            string shown = analysis.Tests.Verdict == Verdict.Inconclusive ? NotShown : "more than chance";
            yield return $"That more went one way than the other ({Show.Count(ranters.ToRaver)} against {Show.Count(ravers.ToRanter)}) is {shown} ({RanterText.PValue(p)}).";
        }

        if (analysis.ExtraOfAll is null)
        {
            yield return "Without a control group (--control COLUMN=VALUE) the change may be regression to the mean alone: who ranted on a bad day answers better on the next.";
        }

        yield return RanterLedger.Line(analysis.Summary) + ". More: caremetrics ranters";
    }

    private static bool IsShown(ExtraConversion extra) => extra.Comparison.PValue < 1 - extra.Extra.Level;

    private static string Points(Estimate change)
    {
        string value = (change.Value >= 0.5 ? "+" : "") + Show.Points(change.Value);
        return $"{value} points ({Show.Level(change.Level)} CI {Show.Interval(change.Lower, change.Upper)})";
    }

    private static string Two(double value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−');
}

/// <param name="Name">Of the measure.</param>
/// <param name="Rate">The share, or the difference of two.</param>
/// <param name="Counts">What it was made of.</param>
/// <param name="IsDifference">Shown in points, with a sign.</param>
internal sealed record RanterShare(string Name, Estimate Rate, string Counts, bool IsDifference = false);
