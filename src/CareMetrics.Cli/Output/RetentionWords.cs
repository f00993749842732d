using CareMetrics.Retention;
using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Cli.Output;

/// <summary>The return on keeping customers in sentences.</summary>
internal static class RetentionWords
{
    private const string NotClaimed = "NOT ATTRIBUTABLE, without a control group";

    public const string NotAttributable = "NOT ATTRIBUTABLE: there is no control group.";

    public static string Definition(RetentionAnalysis analysis)
    {
        RetentionRoi naive = analysis.Naive;
        string claim = analysis.Incremental is null ? NotClaimed : "incremental: beyond the control group; rows named not-attributable are not";
        return $"{claim}; return = {naive.Value} × ranters who became ravers, of all ranters; cost = {naive.Cost}; {analysis.Ranters.Summary.Definition}";
    }

    /// <summary>The first words of the page: what may be claimed stands before any number.</summary>
    public static (string Strong, string Plain) Headline(RetentionAnalysis analysis)
    {
        if (analysis.Incremental is not { } roi)
        {
            return (NotAttributable, " Ranters get better by themselves; nobody can say how much of what follows is care's doing.");
        }

        return roi.Return is { } books
            ? ($"Incremental ROI {RoiText.Percent(books.Ratio)}", $"{Interval(roi.IncrementalRoi)}: {Net(books)}, beyond the control group")
            : ("No incremental ROI", ": a side has no ranters");
    }

    public static string Interval(Estimate roi) => roi.Lower is null ? ""
        : $" ({Show.Level(roi.Level)} CI {RoiText.Percent(roi.Lower)} to {RoiText.Percent(roi.Upper)})";

    public static string Net(ReturnOnInvestment books) => $"net {RoiText.Money(books.Net, books.Currency)} on {RoiText.Money(books.Invested, books.Currency)}";
}
