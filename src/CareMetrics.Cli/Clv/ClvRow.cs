namespace CareMetrics.Cli;

/// <summary>One measure of a lifetime value, flat: the columns of json and csv, in this order. Unknown is null.</summary>
internal sealed record ClvRow
{
    public required string Measure { get; init; }

    /// <summary>Raver or ranter, or the name of a cohort; null where it is about all.</summary>
    public string? Group { get; init; }

    /// <summary>When the first margin falls; null where it is no value of margins.</summary>
    public string? Timing { get; init; }

    /// <summary>The period of a cohort, 0 its start; null where it is about no period.</summary>
    public int? Period { get; init; }

    /// <summary>In <see cref="Unit"/>, unrounded; null where the method says why there is none.</summary>
    public double? Value { get; init; }

    public double? Lower { get; init; }

    public double? Upper { get; init; }

    public required string Unit { get; init; }

    public double? Level { get; init; }

    public required string Method { get; init; }

    public required string Definition { get; init; }
}
