namespace CareMetrics.Cli;

/// <summary>Bars of amounts, drawn with characters.</summary>
internal static class RoiCharts
{
    private const long Steps = 1_000_000;

    /// <summary>A bar as long as the amount; below 0 it is hatched.</summary>
    public static string Bar(double amount, double longest, int width)
    {
        long share = longest > 0 ? (long)Math.Round(Math.Abs(amount) / longest * Steps) : 0;
        string bar = Charts.CountBar(share, Steps, width);
        return amount >= 0 ? bar : new string('▒', bar.Length);
    }

    /// <summary>From one amount to another on an axis, with a mark at what is booked.</summary>
    public static string Span(double from, double to, double mark, double lowest, double highest, int width)
    {
        char[] cells = new string(' ', width).ToCharArray();
        (int first, int last) = (Place(Math.Min(from, to)), Place(Math.Max(from, to)));
        cells.AsSpan(first, last - first + 1).Fill('█');
        cells[Place(mark)] = '┊';
        return new string(cells).TrimEnd();

        int Place(double amount) => highest > lowest
            ? (int)Math.Round((amount - lowest) / (highest - lowest) * (width - 1), MidpointRounding.AwayFromZero)
            : 0;
    }
}
