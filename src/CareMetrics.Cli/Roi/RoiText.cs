using System.Globalization;
using CareMetrics.Roi;

namespace CareMetrics.Cli;

/// <summary>Money, shares and spans of a case as people read them.</summary>
internal static class RoiText
{
    public static string Line(ReturnOnInvestment roi) => $"{Headline(roi)}{Rest(roi)}";

    public static string Headline(ReturnOnInvestment roi) => "ROI " + Percent(roi.Ratio);

    public static string Rest(ReturnOnInvestment roi) => Show.OneLine($" (net {Money(roi.Net, roi.Currency)} on {Money(roi.Invested, roi.Currency)})");

    public static string Money(decimal amount, string? currency = null)
    {
        decimal rounded = Math.Round(amount, 2, MidpointRounding.AwayFromZero);
        return Sign(rounded < 0) + Math.Abs(rounded).ToString("N2", CultureInfo.InvariantCulture) + (currency is null ? "" : " " + currency);
    }

    public static string Number(double? value, int decimals, string suffix = "")
    {
        if (value is not { } found)
        {
            return Show.Absent;
        }

        double rounded = Math.Round(found, decimals, MidpointRounding.AwayFromZero);
        return Sign(rounded < 0) + Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + suffix;
    }

    /// <summary>With one decimal unless that is 0.</summary>
    public static string Percent(double? fraction) => Percents(fraction)(fraction);

    /// <summary>For a value and its limits: all with one decimal, unless that is 0 in each.</summary>
    public static Func<double?, string> Percents(params ReadOnlySpan<double?> fractions)
    {
        int decimals = 0;
        foreach (double? fraction in fractions)
        {
            decimals = fraction is { } found && Math.Round(found * 100, 1, MidpointRounding.AwayFromZero) % 1 != 0 ? 1 : decimals;
        }

        return fraction => Number(fraction * 100, decimals, "%");
    }

    public static string Kind(CostKind kind) => kind switch
    {
        CostKind.Initial => "initial",
        CostKind.Running => "running",
        _ => "per save",
    };

    public static string Periods(int first, int count) => count == 1
        ? first.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{first}–{first + count - 1}");

    public static string First(FirstFlow first) => first == FirstFlow.Now ? "period 0 now" : "period 0 at the end of one period";

    public static string Payback(Payback payback) => (payback.HasOutlay, payback.First, payback.Lasting) switch
    {
        (false, _, _) => "no outlay to pay back",
        (_, null, _) => "never",
        (_, { } first, null) => $"after {Number(first, 1)} periods, not for good",
        (_, { } first, { } lasting) when first == lasting => $"after {Number(first, 1)} periods",
        (_, { } first, { } lasting) => $"after {Number(first, 1)} periods, for good after {Number(lasting, 1)}",
    };

    /// <summary>A chance is 0% or 100% only where it is just that.</summary>
    public static string Chance(double? chance) => chance switch
    {
        > 0 and < 0.0005 => "<0.1%",
        < 1 and >= 0.9995 => ">99.9%",
        0 or 1 => Percent(chance),
        _ => Share(chance),
    };

    /// <summary>A share below others: always with one decimal.</summary>
    public static string Share(double? fraction) => Number(fraction * 100, 1, "%");

    /// <summary>The shares of lines in tenths of a percent that add up to 100%, unless a line is negative.</summary>
    public static string[] Shares(IReadOnlyList<LineAmount> lines)
    {
        if (lines.Any(line => line.Share is not >= 0))
        {
            return [.. lines.Select(line => Share(line.Share))];
        }

        const double Parts = 1e15;
        int[] tenths = Show.Shares([.. lines.Select(line => (long)(line.Share!.Value * Parts))], 1000);
        return [.. tenths.Select(share => Share(share / 1000.0))];
    }

    private static string Sign(bool isNegative) => isNegative ? "−" : "";
}
