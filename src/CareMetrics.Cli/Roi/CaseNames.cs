namespace CareMetrics.Cli;

/// <summary>The names by which the columns of a file of lines are found.</summary>
internal static class CaseNames
{
    public static IReadOnlyList<string> Name { get; } = ["name", "line", "item"];

    public static IReadOnlyList<string> Kind { get; } = ["kind", "type"];

    public static IReadOnlyList<string> Period { get; } = ["period", "periods", "year"];

    public static IReadOnlyList<string> Quantity { get; } = ["quantity", "qty", "units"];

    public static IReadOnlyList<string> UnitValue { get; } = ["unit_value", "unit_cost", "unit_price"];

    public static IReadOnlyList<string> Low { get; } = ["low", "lowest", "minimum"];

    public static IReadOnlyList<string> Likely { get; } = ["likely", "most_likely", "mode"];

    public static IReadOnlyList<string> High { get; } = ["high", "highest", "maximum"];

    public static IReadOnlyList<string> Attribution { get; } = ["attribution", "attributed"];

    public static IReadOnlyList<string> Confidence { get; } = ["confidence", "confident"];

    public static IReadOnlyList<string> Basis { get; } = ["basis"];

    public static IReadOnlyList<string> Currency { get; } = ["currency"];
}
