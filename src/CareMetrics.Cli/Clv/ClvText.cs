using CareMetrics.Periods;
using CareMetrics.Retention;

namespace CareMetrics.Cli;

/// <summary>Rates, lengths of time and timings of a lifetime value as people read them.</summary>
internal static class ClvText
{
    public static string Length(PeriodKind? period) => period switch
    {
        null => "period",
        PeriodKind.Week => "week",
        PeriodKind.Month => "month",
        PeriodKind.Quarter => "quarter",
        PeriodKind.HalfYear => "half-year",
        _ => "year",
    };

    public static string Lengths(int count, PeriodKind? period) => Show.Count(count, Length(period), Length(period) + "s");

    public static string OfLength(PeriodKind? period) => period is null ? "" : $", and a period is a {Length(period)}";

    /// <summary>A rate with its length of time: 10% a year.</summary>
    public static string Rate(PeriodRate rate, PeriodKind? period) => $"{RoiText.Number(rate.Value * 100, 2).TrimEnd('0').TrimEnd('.')}% a {Length(rate.Per ?? period)}";

    public static string Timing(MarginTiming timing) => timing switch
    {
        MarginTiming.FirstMarginNow => "now and certain",
        MarginTiming.AfterFirstRenewal => "after the first renewal",
        _ => "at the end of the period",
    };

    public static string TimingName(MarginTiming timing) => timing switch
    {
        MarginTiming.FirstMarginNow => "now",
        MarginTiming.AfterFirstRenewal => "renewal",
        _ => "end",
    };

    public static string Money(double? amount, string? currency) => RoiText.Number(amount, 2, currency is null ? "" : " " + Show.OneLine(currency));

    public static string Customers(double customers) => RoiText.Number(customers, customers == Math.Floor(customers) ? 0 : 1);

    /// <summary>What the terms are, in words.</summary>
    public static string Terms(CustomerTerms terms, string? currency) =>
        $"a margin of {Money(terms.Margin, currency)} a {Length(terms.Period)}, {Rate(terms.Retention, terms.Period)} kept, discounted by {Rate(terms.Discount, terms.Period)}"
        + (terms.Growth.Value == 0 ? "" : $", growing by {Rate(terms.Growth, terms.Period)}")
        + (terms.Horizon is { } periods ? $", {Show.Count(periods, "margin", "margins")} counted" : ", over all time");
}
