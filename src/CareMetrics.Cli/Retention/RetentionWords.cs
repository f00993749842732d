using CareMetrics.Retention;
using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>The return on keeping customers in sentences.</summary>
internal static class RetentionWords
{
    private const string NotClaimed = "NOT ATTRIBUTABLE, without a control group";

    public const string NotAttributable = "NOT ATTRIBUTABLE: no control group is known.";

    public static string Definition(RetentionAnalysis analysis)
    {
        RetentionRoi naive = analysis.Naive;
        string claim = analysis.Incremental is null ? NotClaimed : "incremental: beyond the control group; rows named not-attributable are not";
        return $"{claim}; return = {naive.Value}{(naive.Own is null ? " × " : ", summed over ")}ranters who became ravers, of all ranters; cost = {naive.Cost}; {analysis.Ranters.Summary.Definition}";
    }

    /// <summary>The first words of the page: what may be claimed stands before any number.</summary>
    public static (string Strong, string Plain) Headline(RetentionAnalysis analysis)
    {
        if (analysis.Incremental is not { } roi)
        {
            return (NotAttributable, " Ranters get better by themselves; nobody can say how much of what follows is care's doing.");
        }

        return roi.Return is { } books
            ? ($"Incremental ROI {Percents(books, roi.IncrementalRoi)(books.Ratio)}", $"{Interval(books, roi.IncrementalRoi)}: {Net(books)}, beyond the control group")
            : ("No incremental ROI", $": {RanterWords.NobodyTo(roi.Extra)}");
    }

    /// <summary>All of it in a few lines: what may be claimed first.</summary>
    public static IEnumerable<string> InReport(RetentionAnalysis? analysis)
    {
        if (analysis is null)
        {
            yield return "Not known: needed are customers, dates, and a ranter who answered twice.";
            yield break;
        }

        (string strong, string plain) = Headline(analysis);
        RetentionRoi naive = analysis.Naive;
        string became = RanterWords.Became(naive.Converted.Successes, naive.Converted.Trials, "ranter", "raver");
        if (analysis.Incremental is not { } roi)
        {
            yield return strong + plain;
            yield return $"As if all of it were: {Naive(naive)}; {became}, and {RoiText.Number(naive.BreakEvenConversions, 1)} make a return of 0.";
        }
        else
        {
            yield return $"{strong}{plain}.";
            if (roi.Return is not null)
            {
                yield return $"Extra ravers: {RoiText.Number(roi.ExtraConversions.Value, 1)} "
                    + $"({Show.Interval(roi.ExtraConversions.Lower, roi.ExtraConversions.Upper, value => RoiText.Number(value, 1))}); "
                    + $"{RoiText.Number(roi.BreakEvenConversions, 1)} make a return of 0.";
            }

            yield return $"NOT ATTRIBUTABLE, as if every one were care's doing: {Naive(naive)}; {became}.";
        }

        string loss = analysis.Risk is { } risk ? $"Chance of loss {(risk.AgainstControl ? "" : "(NOT ATTRIBUTABLE) ")}{RoiText.Chance(risk.ChanceOfLoss)}. " : "";
        yield return $"{loss}Worth of a save: {naive.Value}. Cost: {naive.Cost}. More: caremetrics retention";
    }

    private static string Naive(RetentionRoi naive) =>
        naive.Return is { } books ? $"ROI {Percents(books, naive.NaiveRoi)(books.Ratio)}{Interval(books, naive.NaiveRoi)}, {Net(books)}" : "no ROI, for nobody was a ranter";

    /// <summary>How a return and its limits are shown beside each other.</summary>
    public static Func<double?, string> Percents(ReturnOnInvestment books, Estimate roi) => RoiText.Percents(books.Ratio, roi.Lower, roi.Upper);

    private static string Interval(ReturnOnInvestment books, Estimate roi) => roi.Lower is null ? ""
        : $" ({Show.Level(roi.Level)} CI {Show.Interval(roi.Lower, roi.Upper, Percents(books, roi))})";

    public static string Net(ReturnOnInvestment books) => $"net {RoiText.Money(books.Net, books.Currency)} on {RoiText.Money(books.Invested, books.Currency)}";
}
