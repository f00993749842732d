namespace CareMetrics.Statistics;

/// <summary>The verdict of a comparison, with what decided it.</summary>
public sealed record Judgement
{
    /// <summary>What the comparison shows.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Which direction was declared good.</summary>
    public required Better Better { get; init; }

    /// <summary>The practical margin in the unit of the change, or <c>null</c> where none was given.</summary>
    public double? Margin { get; init => field = Errors.RequireFinite(value, nameof(Margin)); }

    /// <summary>The p-value that decided, adjusted where <see cref="IsAdjusted"/>; <c>null</c> where there is none.</summary>
    public double? PValue { get; init => field = Errors.RequireFinite(value, nameof(PValue)); }

    /// <summary>Whether <see cref="PValue"/> is adjusted for other comparisons made along with this one.</summary>
    public bool IsAdjusted { get; init; }

    /// <summary>Where inconclusive: the change that data of this size would show four times in five; otherwise <c>null</c>.</summary>
    public double? DetectableChange { get; init => field = Errors.RequireFinite(value, nameof(DetectableChange)); }

    /// <summary>Why there is no verdict, in one line; <c>null</c> where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>The verdict in words, with its reason where there is one.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => Reason is null ? Words : $"{Words}: {Reason}";

    private string Words => WordsOf(Verdict);

    internal static string WordsOf(Verdict verdict) => verdict == Verdict.NotComparable ? "not comparable" : verdict.ToString().ToLowerInvariant();
}
