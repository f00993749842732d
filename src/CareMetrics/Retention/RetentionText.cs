using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>A return on keeping customers in words.</summary>
internal static class RetentionText
{
    internal static string Roi(Estimate roi, ReturnOnInvestment books)
    {
        string Percent(double? share) => Display.Quantity(share, Units.Fraction, null, null);
        string interval = roi.Lower is null
            ? ""
            : $" ({Display.Level(roi.Level, null)} CI {Percent(roi.Lower)} to {Percent(roi.Upper)})";
        return $"ROI {Percent(roi.Value)}{interval}, net {Money.Text(books.Net, books.Currency)} on {Money.Text(books.Invested, books.Currency)}";
    }
}
