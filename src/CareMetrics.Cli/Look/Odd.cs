namespace CareMetrics.Cli;

/// <summary>Values of a column that are not as the others: how many of a kind, and where the first stands.</summary>
/// <param name="Column">The name of the column.</param>
/// <param name="What">What is odd with them, as in "not a number".</param>
/// <param name="Count">How many rows have such a value.</param>
/// <param name="Values">The values, the most frequent first; empty where they are blanks.</param>
internal sealed record Odd(string Column, string What, long Count, IReadOnlyList<SeenValue> Values)
{
    /// <summary>Where the first stands.</summary>
    public (string File, long Line)? First { get; init; }
}
