using System.Collections.Immutable;

namespace CareMetrics.Statistics;

/// <summary>One of several comparisons made together: its p-value is adjusted for the others.</summary>
public sealed record SegmentComparison
{
    /// <summary>The segment's name.</summary>
    public required string Segment { get; init; }

    /// <summary>The comparison by itself: intervals and p-value are not adjusted.</summary>
    public required Comparison Comparison { get; init; }

    /// <summary>The p-value adjusted for all comparisons made together; <c>null</c> where the comparison could not be made.</summary>
    public double? AdjustedPValue { get; init => field = Errors.RequireFinite(value, nameof(AdjustedPValue)); }

    /// <summary>The verdict by the adjusted p-value.</summary>
    /// <inheritdoc cref="Comparison.Judge"/>
    public Judgement Judge(Better better, double? margin = null) => Comparison.Judge(better, margin, AdjustedPValue);

    /// <summary>The comparison as a person reads it.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Segment}: {Comparison}, adjusted {Display.PValue(AdjustedPValue)}";

    internal static ImmutableArray<SegmentComparison> Adjusted(
        IEnumerable<(string Segment, Comparison Comparison)> comparisons, Adjustment adjustment, string parameter)
    {
        (string Segment, Comparison Comparison)[] all = [.. comparisons];
        Errors.RequireDistinct(all.Select(part => part.Segment), parameter, "segment");
        ImmutableArray<double?> adjusted = MultipleComparisons.Adjust([.. all.Select(part => part.Comparison.PValue)], adjustment);
        return
        [
            .. all.Select((part, i) => new SegmentComparison
            {
                Segment = part.Segment,
                Comparison = part.Comparison,
                AdjustedPValue = adjusted[i],
            }),
        ];
    }
}
