namespace CareMetrics.Cli;

/// <summary>A value of a column: what it is, how often it stands there, and where first.</summary>
internal sealed class SeenValue
{
    /// <summary>Shortened where it is long.</summary>
    public required string Text { get; init; }

    public required ValueKind Kind { get; init; }

    /// <summary>Of a <see cref="ValueKind.Whole"/> or <see cref="ValueKind.Fraction"/>.</summary>
    public required double Number { get; init; }

    public required string File { get; init; }

    public required long Line { get; init; }

    public long Count { get; set; }
}
