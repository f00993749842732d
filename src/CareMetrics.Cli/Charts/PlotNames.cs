namespace CareMetrics.Cli;

/// <summary>The names by which the columns of a series are found.</summary>
internal static class PlotNames
{
    public static IReadOnlyList<string> Date { get; } = ["date", "day", "week", "month", "quarter", "year", "period"];

    public static IReadOnlyList<string> Value { get; } = ["value"];

    public static IReadOnlyList<string> Numerator { get; } = ["numerator"];

    public static IReadOnlyList<string> Denominator { get; } = ["denominator"];

    public static IReadOnlyList<string> Count { get; } = ["count"];

    public static IReadOnlyList<string> Exposure { get; } = ["exposure"];
}
