namespace CareMetrics.Cli;

/// <summary>One measure of a case, flat: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record RoiRow
{
    public required string Measure { get; init; }

    /// <summary>The line it is about; null where it is about the whole case.</summary>
    public string? Line { get; init; }

    /// <summary>In <see cref="Unit"/>, unrounded; null where the method says why there is none.</summary>
    public Figure? Value { get; init; }

    public Figure? Lower { get; init; }

    public Figure? Upper { get; init; }

    public required string Unit { get; init; }

    /// <summary>The confidence level of the limits, or the probability of a quantile.</summary>
    public double? Level { get; init; }

    public required string Method { get; init; }

    public required string Definition { get; init; }
}
