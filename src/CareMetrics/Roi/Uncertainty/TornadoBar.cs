using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>What one line alone does to a business case, from its low to its high end.</summary>
public sealed record TornadoBar
{
    /// <summary>The name of the line.</summary>
    public required string Line { get; init; }

    /// <summary>The net with the line at its low end, in the currency of the case.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double NetAtLow { get; init => field = Errors.RequireNumber(value, nameof(NetAtLow)); }

    /// <summary>The net with the line at its high end; below <see cref="NetAtLow"/> for a cost.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double NetAtHigh { get; init => field = Errors.RequireNumber(value, nameof(NetAtHigh)); }

    /// <summary>The return on investment with the line at its low end, a fraction; <c>null</c> where nothing is invested then.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? RatioAtLow { get; init => field = Errors.RequireFinite(value, nameof(RatioAtLow)); }

    /// <summary>The return on investment with the line at its high end, a fraction; <c>null</c> where nothing is invested then.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? RatioAtHigh { get; init => field = Errors.RequireFinite(value, nameof(RatioAtHigh)); }

    /// <summary>The bar as a person reads it, such as <c>Churn: net 1,000.00 to 9,000.00</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Line}: net {Display.Number(NetAtLow, 2, null)} to {Display.Number(NetAtHigh, 2, null)}";
}
