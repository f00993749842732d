namespace CareMetrics.Coverage;

/// <summary>A part of the page, from its heading to the next.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="IsSimulated">Whether another number of draws gives other digits.</param>
internal sealed record Section(string Text, bool IsSimulated);
