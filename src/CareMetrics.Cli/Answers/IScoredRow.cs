using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>What every measure's row says of the answers behind it.</summary>
internal interface IScoredRow
{
    /// <summary>Null for a total.</summary>
    string? Group { get; }

    /// <summary>Null where nothing is counted by period; <see cref="NoDate"/> for the rows that have none.</summary>
    string? Period { get; }

    /// <summary>The kind of <see cref="Period"/>, where it is one.</summary>
    PeriodKind? PeriodKind { get; }

    long Answered { get; }

    long? Customers { get; }

    double? DesignEffect { get; }

    long Excluded { get; }

    /// <summary>Fewer answers than a score should be read from without looking at its interval.</summary>
    bool IsFew => Answered < Few;

    internal const int Few = 30;

    /// <summary>As "(blank)" is the group of the rows without one.</summary>
    internal const string NoDate = "(no date)";

    internal static string? PeriodOf(AnswerCell cell) => cell.IsUndated ? NoDate : cell.Period?.ToString();
}
