using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>A stretch of a chart with one centre line, and what its limits were made of.</summary>
public sealed record ChartSegment
{
    internal const int Long = 12;

    /// <summary>Its first point, an index from 0.</summary>
    public required int First { get; init; }

    /// <summary>Its last point, an index from 0.</summary>
    public required int Last { get; init; }

    /// <summary>The first point of its baseline, an index from 0.</summary>
    public required int BaselineFirst { get; init; }

    /// <summary>The last point of its baseline, an index from 0.</summary>
    public required int BaselineLast { get; init; }

    /// <summary>How many points of the baseline have a value; 0 where nothing of the limits is made of points, being known from before.</summary>
    public required int BaselineCount { get; init; }

    /// <summary>Whether further points leave the limits as they are.</summary>
    public required bool IsFrozen { get; init; }

    /// <summary>The centre line: the mean, or all counts over all denominators.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double Centre { get; init => field = Errors.RequireNumber(value, nameof(Centre)); }

    /// <summary>One σ of an XmR chart; <c>null</c> where no two neighbours tell it, and on other charts, where each point has its own.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Sigma { get; init => field = Errors.RequireFinite(value, nameof(Sigma)); }

    /// <summary>The mean moving range of the baseline, or the median where that is used; on p′ and u′ charts in σ of chance. <c>null</c> where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? MovingRange { get; init => field = Errors.RequireFinite(value, nameof(MovingRange)); }

    /// <summary>The upper limit of moving ranges; <c>null</c> where there are none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? MovingRangeLimit { get; init => field = Errors.RequireFinite(value, nameof(MovingRangeLimit)); }

    /// <summary>How many times as wide as chance alone the points of a p′ or u′ chart are spread; <c>null</c> on other charts, or where all points are 0 or 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? SigmaZ { get; init => field = Errors.RequireFinite(value, nameof(SigmaZ)); }

    /// <summary>Whether the baseline has fewer than 12 points: the limits may still move much.</summary>
    public bool IsShort => BaselineCount is > 0 and < Long;

    /// <summary>How many points of the segment lie above or below the centre line, not on it.</summary>
    public required int Useful { get; init; }

    /// <summary>The most of them that follow each other on one side.</summary>
    public required int LongestRun { get; init; }

    /// <summary>The longest run that is not unusual, log₂(useful) + 3 rounded (Anhøj and Olesen 2014).</summary>
    public required int LongestRunLimit { get; init; }

    /// <summary>How often the line through them crosses the centre line.</summary>
    public required int Crossings { get; init; }

    /// <summary>The fewest crossings that are not unusual, the 5% quantile of a fair coin thrown useful − 1 times (Anhøj and Olesen 2014).</summary>
    public required int CrossingsLimit { get; init; }

    /// <summary>Whether the longest run is too long or the crossings are too few for a process that does not change.</summary>
    public bool HasUnusualRuns => LongestRun > LongestRunLimit || Crossings < CrossingsLimit;

    /// <summary>The segment as a person reads it, such as <c>points 1 to 27: centre 1,751.9167 from 12 points</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"points {Display.Plain(First + 1L)} to {Display.Plain(Last + 1L)}: centre {Display.Number(Centre, 4, null)} from {Display.Plain(BaselineCount)} points";
}
