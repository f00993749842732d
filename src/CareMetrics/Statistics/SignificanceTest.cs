namespace CareMetrics.Statistics;

/// <summary>A test of one value that was named beforehand: its statistic and two-sided p-value.</summary>
public sealed record SignificanceTest
{
    /// <summary>The value tested, in <see cref="Unit"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double Against { get; init => field = Errors.RequireFinite(value, nameof(Against))!.Value; }

    /// <summary>The test statistic; <c>null</c> where there is no data, or where it is beyond all bounds and the p-value is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Statistic { get; init => field = Errors.RequireFinite(value, nameof(Statistic)); }

    /// <summary>The two-sided p-value from 0 to 1; <c>null</c> where there is no data.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? PValue { get; init => field = Errors.RequireFinite(value, nameof(PValue)); }

    /// <summary>The name of the test, such as <c>score</c>.</summary>
    public required string Method { get; init; }

    /// <summary>How many observations it rests on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long Count { get; init => field = Errors.RequireCount(value, nameof(Count)); }

    /// <summary>The unit of <see cref="Against"/>.</summary>
    public required string Unit { get; init; }

    /// <summary>The test as a person reads it, such as <c>against 30 points: z = 1.25, p = 0.21 (n = 400)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string unit = Unit == Units.Fraction ? "" : " " + Unit;
        return $"against {Display.Quantity(Against, Unit, null, null)}{unit}: z = {Display.Number(Statistic, 2, null)}, {Display.PValue(PValue)} (n = {Display.Count(Count, null)})";
    }
}
