namespace CareMetrics.Cli;

/// <summary>The rows of one breakdown, with the name that each has on the page.</summary>
internal sealed record NpsBreakdown(string Heading, bool IsByPeriod, IReadOnlyList<NpsRow> Rows)
{
    public IReadOnlyList<string> Names { get; } = [.. Rows.Select(row => Show.OneLine((IsByPeriod ? row.Period : row.Group) ?? "total"))];

    /// <summary>Rows for which the page has no room.</summary>
    public IReadOnlyList<NpsRow> NotShown { get; init; } = [];

    /// <summary>Says so.</summary>
    public string? Note { get; init; }
}
