using System.Globalization;
using CareMetrics.Baseline;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Signals and numbers of a chart as people read them.</summary>
internal sealed class ChartWords
{
    private const ChartSignalKinds Up = ChartSignalKinds.AboveLimit | ChartSignalKinds.ShiftAbove | ChartSignalKinds.TrendUp | ChartSignalKinds.TwoOfThreeAbove;
    private const int MostDecimals = 6;

    private readonly bool isPercent;
    private readonly int decimals;

    public ChartWords(ChartFindings found)
    {
        // A tenth of a sigma is worth showing, and no more digits than that.
        isPercent = found.IsPercent;
        double sigma = found.Chart.Points.Select(point => point.Sigma ?? 0).Where(one => one > 0).DefaultIfEmpty(1).Min() * (isPercent ? 100 : 1);
        bool isWhole = !isPercent && found.Chart.Points.All(point => point.Value is not { } value || value == Math.Round(value));
        decimals = Math.Clamp((int)Math.Ceiling(-Math.Log10(sigma / 10)), isPercent ? 1 : 0, MostDecimals);
        decimals = isWhole ? Math.Min(decimals, 1) : decimals;
    }

    /// <summary>Improvement or concern; null where no direction says so, or where a point is both.</summary>
    public static string? Judgement(ChartSignalKinds signals, Better better)
    {
        bool isUp = (signals & Up) != 0;
        bool isDown = (signals & ~Up) != 0;
        return better == Better.Neither || isUp == isDown ? null : isUp == (better == Better.Higher) ? "improvement" : "concern";
    }

    public static string Judgement(bool? isImprovement) => isImprovement switch
    {
        true => "improvement",
        false => "concern",
        null => "",
    };

    public static string Of(ChartSignalKinds kind) => kind switch
    {
        ChartSignalKinds.AboveLimit => "above the limit",
        ChartSignalKinds.BelowLimit => "below the limit",
        ChartSignalKinds.ShiftAbove => "run above the centre",
        ChartSignalKinds.ShiftBelow => "run below the centre",
        ChartSignalKinds.TrendUp => "rising",
        ChartSignalKinds.TrendDown => "falling",
        ChartSignalKinds.TwoOfThreeAbove => "2 of 3 high",
        _ => "2 of 3 low",
    };

    public string Number(double? value)
    {
        if (value is not { } found)
        {
            return Show.Absent;
        }

        double rounded = Math.Round(found * (isPercent ? 100 : 1), decimals, MidpointRounding.AwayFromZero);
        string digits = Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return (rounded < 0 ? "−" : "") + digits + (isPercent ? "%" : "");
    }
}
