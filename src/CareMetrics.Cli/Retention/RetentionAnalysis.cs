using CareMetrics.Conversion;
using CareMetrics.Retention;

namespace CareMetrics.Cli;

/// <summary>What the customers kept are worth against what keeping them cost: beyond a control group where there is one.</summary>
internal sealed class RetentionAnalysis
{
    private RetentionAnalysis(RanterAnalysis ranters, KeptValue value, RetentionCost cost)
    {
        Ranters = ranters;
        MoodSummary summary = ranters.Summary;
        double level = ranters.Methods.Level;
        if (summary.Values is { } own)
        {
            Require(own, summary);
            Incremental = own.LeftAlone is { } control ? RetentionValue.Roi(value, control, own.InCare, cost, level) : null;
            Naive = Incremental?.Naive ?? RetentionValue.Roi(value, own.InCare, cost, level);
        }
        else
        {
            Incremental = ranters.ExtraOfAll is { } extra ? RetentionValue.Roi(value, extra, cost) : null;
            Naive = Incremental?.Naive ?? RetentionValue.Roi(value, summary.All.Converted(RanterBase.All), cost, level);
        }

        Risk = Incremental is null ? Naive.Risk() : Incremental.Risk();
    }

    /// <exception cref="InputException">An amount is too large.</exception>
    public static RetentionAnalysis Of(RanterAnalysis ranters, KeptValue value, RetentionCost cost)
    {
        try
        {
            return new RetentionAnalysis(ranters, value, cost);
        }
        catch (OverflowException problem)
        {
            throw new InputException(problem.Message);
        }
    }

    public RanterAnalysis Ranters { get; }

    /// <summary>What care can claim; null without a control group.</summary>
    public IncrementalRetentionRoi? Incremental { get; }

    public RetentionRoi Naive { get; }

    // The ranters with values are picked here, and the pairs are the library's to say.
    private static void Require(MoodValues own, MoodSummary summary)
    {
        if (own.InCare.Converted != (summary.Groups?.Treated ?? summary.All).Converted(RanterBase.All)
            || own.LeftAlone?.Converted != summary.Groups?.Untreated.Converted(RanterBase.All))
        {
            throw new InvalidOperationException($"{own.InCare.Converted} and {own.LeftAlone?.Converted} ranters have values, which are not those that are paired");
        }
    }

    /// <summary>Of the incremental return, or of the naive one where that is all there is.</summary>
    public RetentionRisk? Risk { get; }
}
