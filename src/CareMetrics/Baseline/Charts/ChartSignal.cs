using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>One signal from its first point to its last.</summary>
/// <remarks>An immutable value. <c>default</c> is no signal, at the first point; two are equal when all properties are.</remarks>
public readonly record struct ChartSignal
{
    /// <summary>The rule and the side: one of <see cref="ChartSignalKinds"/>.</summary>
    public ChartSignalKinds Kind { get; init; }

    /// <summary>The first point that is part of it, an index from 0.</summary>
    public int First { get; init; }

    /// <summary>The last point that is part of it, an index from 0.</summary>
    public int Last { get; init; }

    /// <summary>The point with which it could first be known, an index from 0.</summary>
    public int KnownAt { get; init; }

    /// <summary>How many points are part of it.</summary>
    public int Points { get; init; }

    /// <summary>Whether it is to the good; <c>null</c> where no direction is.</summary>
    public bool? IsImprovement { get; init; }

    /// <summary>The signal as a person reads it, such as <c>ShiftBelow of 8 points, 11 to 18, known at 18</c>; points by their numbers from 1.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Kind} of {Display.Plain(Points)} {(Points == 1 ? "point" : "points")}, {Display.Plain(First + 1L)} to {Display.Plain(Last + 1L)}, known at {Display.Plain(KnownAt + 1L)}";
}
