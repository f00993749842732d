namespace CareMetrics.Cli;

internal enum RowFate
{
    Answered,
    Missing,
    Invalid,

    /// <summary>Excluded by a filter.</summary>
    Filtered,
}

/// <summary>What was read in one row.</summary>
internal struct AnswerRow
{
    /// <summary>The customer of a row whose customer is blank: each is a customer of its own.</summary>
    internal const int Nobody = -1;

    internal RowFate Fate;

    /// <summary>Why a filter excluded it: its number among the reasons.</summary>
    internal int Reason;

    internal int Score;

    /// <summary>What the answer weighs, where weights are read.</summary>
    internal double Weight;

    internal int Customer;

    internal DateReading Date;

    internal int Day;

    internal long Instant;
}
