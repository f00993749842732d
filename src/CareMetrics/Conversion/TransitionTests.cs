using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Conversion;

/// <summary>Whether the moods of the same customers changed at all. It says nothing of what changed them.</summary>
public sealed record TransitionTests
{
    /// <summary>Ranter→raver against raver→ranter.</summary>
    public required SymmetryTest McNemar { get; init; }

    /// <summary>Are ranters, neutrals and ravers as frequent after as before?</summary>
    public required SymmetryTest StuartMaxwell { get; init; }

    /// <summary>Between every two moods, do as many go as come back?</summary>
    public required SymmetryTest Bowker { get; init; }

    /// <summary>The change in Net Promoter Score of the paired customers, in points.</summary>
    public required Comparison ScoreChange { get; init; }

    /// <summary>The level at which <see cref="Verdict"/> decides, strictly between 0 and 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not strictly between 0 and 1.</exception>
    public required double Level
    {
        get;
        init
        {
            Errors.RequireLevel(value, nameof(Level));
            field = value;
        }
    }

    /// <summary>The counts it rests on.</summary>
    public required TransitionTally Tally { get; init; }

    /// <summary>By <see cref="McNemar"/>: improved where more ranters became ravers than the reverse and p &lt; 1 − level, worsened in the other direction, otherwise inconclusive; not comparable where nobody is paired.</summary>
    [JsonIgnore]
    public Verdict Verdict => McNemar.PValue is not { } p ? Verdict.NotComparable
        : !(p < 1 - Level) ? Verdict.Inconclusive
        : Tally.FromRanter.ToRaver > Tally.FromRaver.ToRanter ? Verdict.Improved
        : Verdict.Worsened;

    /// <summary>The verdict with the two flows and McNemar's p-value.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string flows = $"{Display.Count(Tally.FromRanter.ToRaver, null)} ranter to raver, {Display.Count(Tally.FromRaver.ToRanter, null)} raver to ranter";
        return Verdict switch
        {
            Verdict.NotComparable => "not comparable: nobody was seen before and after",
            Verdict.Inconclusive => $"not shown to be real: {flows}, {Display.PValue(McNemar.PValue)}",
            _ => $"{Verdict.ToString().ToLowerInvariant()}: {flows}, {Display.PValue(McNemar.PValue)}",
        };
    }
}
