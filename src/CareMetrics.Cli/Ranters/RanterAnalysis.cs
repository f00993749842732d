using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>All that is worked out of the customers before and after.</summary>
internal sealed class RanterAnalysis
{
    /// <summary>A reliability from fewer pairs says nothing.</summary>
    internal const int FewestRepeats = 30;

    private const int Few = 30;

    public RanterAnalysis(MoodSummary summary, RanterMethods methods)
    {
        (Summary, Methods) = (summary, methods);
        Rates = RanterToRaver.Of(summary.All, methods.Level);
        Tests = RanterToRaver.Test(summary.All, methods.Level);
        if (summary.Groups is { } groups)
        {
            Treated = RanterToRaver.Of(groups.Treated, methods.Level);
            Control = RanterToRaver.Of(groups.Untreated, methods.Level);
            ExtraOfAll = RanterToRaver.Against(groups.Untreated, groups.Treated, RanterBase.All, methods.Level, methods.Difference);
            ExtraOfReobserved = RanterToRaver.Against(groups.Untreated, groups.Treated, RanterBase.Reobserved, methods.Level, methods.Difference);
        }

        Doing = Nothing();
        Cautions = [.. Careful()];
    }

    public MoodSummary Summary { get; }

    public RanterMethods Methods { get; }

    public ConversionRates Rates { get; }

    public TransitionTests Tests { get; }

    public ConversionRates? Treated { get; }

    public ConversionRates? Control { get; }

    public ExtraConversion? ExtraOfAll { get; }

    public ExtraConversion? ExtraOfReobserved { get; }

    /// <summary>What was seen beside what doing nothing would give; null where scores or their reliability are not known.</summary>
    public BesideNoEffect? Doing { get; }

    public bool IsReliabilityGiven => Methods.Reliability is not null;

    public IReadOnlyList<string> Cautions { get; }

    private BesideNoEffect? Nothing()
    {
        MeanTally before = Summary.Before;
        if (!(before.Variance > 0))
        {
            return IsReliabilityGiven ? throw new InputException("--reliability needs scores that differ before; here they are named as moods, or all the same") : null;
        }

        Estimate? estimated = Summary.Repeat.Count >= FewestRepeats ? Correlation.Estimate(Summary.Repeat, Methods.Level) : null;
        if (!((Methods.Reliability ?? estimated?.Value) is { } reliability))
        {
            return null;
        }

        NoEffect expected = At(reliability);
        if (!IsReliabilityGiven && estimated is { Lower: { } least, Upper: { } most })
        {
            expected = expected with { ConversionRateLower = At(most).ConversionRate, ConversionRateUpper = At(least).ConversionRate };
        }

        return RegressionToTheMean.Beside(Summary.All, expected, Methods.Level);

        // A correlation below 0 is no reliability.
        NoEffect At(double correlation) => RegressionToTheMean.Expect(
            before.Mean!.Value, Math.Sqrt(before.Variance!.Value), Math.Max(0, correlation), Summary.Scale);
    }

    /// <summary>Who is in neither the treated nor the control group, and why.</summary>
    public IEnumerable<string> LeftOut()
    {
        if (Summary.Groups is { Unnamed: > 0 and var unnamed })
        {
            yield return $"{Show.Count(unnamed, "customer is", "customers are")} in neither group, the column being blank; they are in the tables of everybody only.";
        }

        if (Summary.Groups is { InBoth: > 0 and var both })
        {
            yield return $"{Show.Count(both, "customer has", "customers have")} rows of both groups, and so {(both == 1 ? "is" : "are")} in neither.";
        }
    }

    private IEnumerable<string> Careful()
    {
        TransitionTally all = Summary.All;
        if (all.FromRanter.All == 0)
        {
            yield return "There are no ranters, so there is no conversion.";
        }
        else if (all.FromRanter.Reobserved < Few)
        {
            yield return $"Few ranters were seen again: {Show.Count(all.FromRanter.Reobserved)}. Below {Few} a share moves a lot by chance; read the interval, not the share.";
        }

        foreach (string leftOut in LeftOut())
        {
            yield return leftOut;
        }

        if (Summary.Groups is null && all.FromRanter.All > 0)
        {
            yield return "Without a control group the change may be regression to the mean alone; --control COLUMN=VALUE sets it against customers who were left alone.";
        }
    }
}
