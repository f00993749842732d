using System.Collections.Immutable;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>A change of score taken apart: the same segments scoring differently, and a different mix of segments.</summary>
/// <remarks>Equal when all numbers and all segments are.</remarks>
public sealed record ChangeExplanation
{
    /// <summary>The whole change in points, current minus baseline: <see cref="Within"/> plus <see cref="Mix"/>; <c>null</c> where a period has no answers.</summary>
    public required double? Change { get; init => field = Errors.RequireFinite(value, nameof(Change)); }

    /// <summary>How many of the points come from the same segments scoring differently.</summary>
    public required double? Within { get; init => field = Errors.RequireFinite(value, nameof(Within)); }

    /// <summary>How many of the points come from a different mix of segments.</summary>
    public required double? Mix { get; init => field = Errors.RequireFinite(value, nameof(Mix)); }

    /// <summary>The part of each segment, in the order given.</summary>
    public required ImmutableArray<SegmentChange> Segments { get; init => field = ValueList.OrEmpty(value); }

    /// <inheritdoc/>
    public bool Equals(ChangeExplanation? other) => other is not null
        && Change == other.Change
        && Within == other.Within
        && Mix == other.Mix
        && ValueList.Same(Segments, other.Segments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Change, Within, Mix, ValueList.Hash(Segments));

    /// <summary>The explanation as a person reads it, such as <c>change 7 points: same segments scoring differently 4, different mix 3</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => Change is null
        ? "no change: a period has no answers"
        : $"change {Display.Number(Change, 1, null)} points: same segments scoring differently {Display.Number(Within, 1, null)}, different mix {Display.Number(Mix, 1, null)}";
}

/// <summary>What one segment adds to a change of score.</summary>
public sealed record SegmentChange
{
    /// <summary>The segment's name.</summary>
    public required string Segment { get; init; }

    /// <summary>The segment's answers in the baseline.</summary>
    public required NpsTally Baseline { get; init; }

    /// <summary>The segment's answers in the current period.</summary>
    public required NpsTally Current { get; init; }

    /// <summary>Points from this segment scoring differently.</summary>
    public required double Within { get; init => field = Errors.RequireFinite(value, nameof(Within))!.Value; }

    /// <summary>Points from this segment being a larger or smaller part.</summary>
    public required double Mix { get; init => field = Errors.RequireFinite(value, nameof(Mix))!.Value; }

    /// <summary>The segment as a person reads it.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Segment}: scoring differently {Display.Number(Within, 1, null)}, different mix {Display.Number(Mix, 1, null)}";
}
