using CareMetrics.Periods;

namespace CareMetrics.Cli.Output;

/// <summary>What every measure's row says of the answers behind it.</summary>
internal interface IScoredRow
{
    /// <summary>Null for a total.</summary>
    string? Group { get; }

    string? Period { get; }

    /// <summary>The kind of <see cref="Period"/>.</summary>
    PeriodKind? PeriodKind { get; }

    long Answered { get; }

    long? Customers { get; }

    double? DesignEffect { get; }

    long Excluded { get; }

    /// <summary>Fewer answers than a score should be read from without looking at its interval.</summary>
    bool IsFew => Answered < Few;

    internal const int Few = 30;
}
