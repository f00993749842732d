using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>One point of a chart as it is plotted, with what the rules say of it.</summary>
/// <remarks>An immutable value. <c>default</c> is a gap on a centre line at 0; two are equal when all properties are.</remarks>
public readonly record struct ChartPoint
{
    /// <summary>What the chart calls it; <c>null</c> is its number, from 1.</summary>
    public string? Label { get; init; }

    /// <summary>The value, the proportion, or the count for one of exposure; <c>null</c> where there is none: a gap.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Value { get; init => field = Errors.RequireFinite(value, nameof(Value)); }

    /// <summary>The centre line.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double Centre { get; init => field = Errors.RequireNumber(value, nameof(Centre)); }

    /// <summary>The lower limit, 3σ below the centre line and not below 0 where nothing can be; <c>null</c> where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Lower { get; init => field = Errors.RequireFinite(value, nameof(Lower)); }

    /// <summary>The upper limit, 3σ above the centre line and not above 1 on a p chart; <c>null</c> where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Upper { get; init => field = Errors.RequireFinite(value, nameof(Upper)); }

    /// <summary>One σ of this point, a third of the way to a limit that nothing cuts; <c>null</c> where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Sigma { get; init => field = Errors.RequireFinite(value, nameof(Sigma)); }

    /// <summary>How far the value is from the one before it in the segment; on p′ and u′ charts in σ of chance. <c>null</c> where one of the two is none, and on p and u charts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? MovingRange { get; init => field = Errors.RequireFinite(value, nameof(MovingRange)); }

    /// <summary>The segment it lies in, from 0.</summary>
    public int Segment { get; init; }

    /// <summary>The signals that the point is a part of.</summary>
    public ChartSignalKinds Members { get; init; }

    /// <summary>The signals that were known with this point and not before it, or went on with it.</summary>
    public ChartSignalKinds Completions { get; init; }

    /// <summary>The point as a person reads it, such as <c>2018-07: 5,820.00 (785.12 to 2,718.71), AboveLimit</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{(Label is null ? "" : Label + ": ")}{Display.Number(Value, 2, null)} ({Display.Number(Lower, 2, null)} to {Display.Number(Upper, 2, null)})"
        + (Members == ChartSignalKinds.None ? "" : ", " + Members.ToString());
}
