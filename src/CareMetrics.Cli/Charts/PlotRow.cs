namespace CareMetrics.Cli;

/// <summary>One row of a series: where it stands, what it is called, and its numbers; null is blank.</summary>
/// <param name="File">The file as messages name it.</param>
/// <param name="Line">From 1.</param>
/// <param name="Label">The date, the period or the label as text; null where rows are numbered.</param>
/// <param name="Day">The date, or the first day of the period.</param>
/// <param name="Value">The value, the numerator or the count.</param>
/// <param name="Denominator">The denominator or the exposure.</param>
internal sealed record PlotRow(string File, long Line, string? Label, DateOnly? Day, double? Value, double? Denominator);
