using CareMetrics.Conversion;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>All that one pass over ranters and ravers counted.</summary>
internal sealed record MoodSummary
{
    public required MoodScale Scale { get; init; }

    public required TransitionTally All { get; init; }

    /// <summary>The customers by reason; null where a row was a case.</summary>
    public HistoryTally? History { get; init; }

    /// <summary>The same for the two groups; null without a control group.</summary>
    public MoodGroups? Groups { get; init; }

    /// <summary>What those are worth who became ravers; null where no column says it.</summary>
    public MoodValues? Values { get; init; }

    /// <summary>The scores before; empty where moods were named.</summary>
    public MeanTally Before { get; init; }

    /// <summary>The first two scores of customers who answered at three instants or more.</summary>
    public CorrelationTally Repeat { get; init; }

    public required RowLedger Ledger { get; init; }

    public required string Definition { get; init; }
}

/// <summary>The customers cared for and those left alone.</summary>
internal sealed record MoodGroups
{
    /// <summary>How the control group is told, such as "programme = control".</summary>
    public required string Control { get; init; }

    public required TransitionTally Treated { get; init; }

    public required TransitionTally Untreated { get; init; }

    /// <summary>Customers of whom no row says a group.</summary>
    public required long Unnamed { get; init; }

    /// <summary>Customers of whom rows say both.</summary>
    public required long InBoth { get; init; }
}
