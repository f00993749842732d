using System.Collections.Immutable;
using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>How a chart is made: its baseline, where its limits are set anew, its rules, and what is good. Points are named by their labels; one without is named by its number, from 1.</summary>
/// <remarks>Equal when all properties are, lists by their items.</remarks>
public sealed record ChartOptions
{
    /// <summary>How many points with a value, from the first of each segment on, the limits are made of and then frozen, 5 or more; <c>null</c> for all of the segment.</summary>
    /// <remarks>A segment with fewer is made of all it has.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 5.</exception>
    public int? BaselinePoints { get; init => field = Errors.RequireBaseline(value, nameof(BaselinePoints)); }

    /// <summary>The first point of a frozen baseline, with <see cref="BaselineTo"/>; it serves the segment that it lies in.</summary>
    public string? BaselineFrom { get; init; }

    /// <summary>The last point of a frozen baseline, itself included.</summary>
    public string? BaselineTo { get; init; }

    /// <summary>The points at which the limits are set anew; each begins a segment.</summary>
    public ImmutableArray<string> Rebases { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <summary>The centre line of the first segment where it is known from before; <c>null</c> to take it from the baseline.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Centre { get; init => field = Errors.RequireFinite(value, nameof(Centre)); }

    /// <summary>The standard deviation of the first segment of an XmR chart where it is known from before, 0 or more; <c>null</c> to take it from the moving ranges.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 0, NaN or infinite.</exception>
    public double? Sigma { get; init => field = value is { } sigma ? Errors.RequireStandardError(sigma, nameof(Sigma)) : null; }

    /// <summary>How many digits of the constants are used.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the constants.</exception>
    public ChartConstants Constants
    {
        get;
        init
        {
            Errors.RequireKnown(value, nameof(Constants));
            field = value;
        }
    }

    /// <summary>Whether the median moving range is used in place of the mean, which a few large jumps move.</summary>
    public bool UseMedianMovingRange { get; init; }

    /// <summary>Whether moving ranges of the baseline above their own limit are left out, once, before the limits are made.</summary>
    public bool ScreenMovingRanges { get; init; }

    /// <summary>The rules.</summary>
    /// <exception cref="ArgumentNullException">The value is <c>null</c>.</exception>
    public ChartRules Rules { get; init => field = Errors.Require(value, nameof(Rules)); } = new();

    /// <summary>Which direction is good.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no direction.</exception>
    public Better Better
    {
        get;
        init
        {
            Errors.RequireKnown(value, nameof(Better));
            field = value;
        }
    }

    /// <summary>The target, in the unit of the centre line (a fraction on a p chart); it needs a direction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Target { get; init => field = Errors.RequireFinite(value, nameof(Target)); }

    /// <inheritdoc/>
    public bool Equals(ChartOptions? other) => other is not null
        && BaselinePoints == other.BaselinePoints
        && (BaselineFrom, BaselineTo) == (other.BaselineFrom, other.BaselineTo)
        && ValueList.Same(Rebases, other.Rebases)
        && (Centre, Sigma, Target) == (other.Centre, other.Sigma, other.Target)
        && Constants == other.Constants
        && (UseMedianMovingRange, ScreenMovingRanges) == (other.UseMedianMovingRange, other.ScreenMovingRanges)
        && Rules == other.Rules
        && Better == other.Better;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(
        HashCode.Combine(BaselinePoints, BaselineFrom, BaselineTo, ValueList.Hash(Rebases)),
        HashCode.Combine(Centre, Sigma, Target, Constants, UseMedianMovingRange, ScreenMovingRanges),
        Rules,
        Better);

    /// <summary>The options as a person reads them, such as <c>baseline the first 12 points, rebased at 2018-07; outside the limits, 8 on one side</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string[] baseline =
        [
            .. BaselineFrom is null ? Array.Empty<string>() : [$"baseline {BaselineFrom} to {BaselineTo}"],
            .. BaselinePoints is { } points ? [$"baseline the first {Display.Plain(points)} points"] : Array.Empty<string>(),
            .. Rebases.IsEmpty ? Array.Empty<string>() : [$"rebased at {string.Join(", ", Rebases)}"],
            .. Centre is { } centre ? [$"centre {Errors.Show(centre)} given"] : Array.Empty<string>(),
            .. Sigma is { } sigma ? [$"sigma {Errors.Show(sigma)} given"] : Array.Empty<string>(),
            .. UseMedianMovingRange ? ["median moving range"] : Array.Empty<string>(),
            .. ScreenMovingRanges ? ["moving ranges screened"] : Array.Empty<string>(),
            .. Constants == ChartConstants.Exact ? Array.Empty<string>() : ["rounded constants"],
        ];
        return (baseline.Length == 0 ? "limits of all points" : string.Join(", ", baseline)) + "; " + Rules;
    }
}
