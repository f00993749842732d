namespace CareMetrics.Statistics;

/// <summary>A ratio of two estimates with the set of ratios that the data do not exclude, which is not always an interval.</summary>
/// <remarks>Immutable; two are equal when all properties are. No property holds NaN or ∞.</remarks>
public sealed record RatioInterval
{
    /// <summary>The ratio in <see cref="Unit"/>, or <c>null</c> where the denominator is 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double? Value { get; init => field = Errors.RequireFinite(value, nameof(Value)); }

    /// <summary>What the set of ratios is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the shapes.</exception>
    public required IntervalShape Shape
    {
        get;
        init
        {
            Errors.RequireKnown(value, nameof(Shape));
            field = value;
        }
    }

    /// <summary>The lower limit: where the set begins if bounded, where the gap begins if a complement; <c>null</c> where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Lower { get; init => field = Errors.RequireFinite(value, nameof(Lower)); }

    /// <summary>The upper limit: where the set ends if bounded, where the gap ends if a complement; <c>null</c> where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Upper { get; init => field = Errors.RequireFinite(value, nameof(Upper)); }

    /// <summary>The two-sided confidence level, strictly between 0 and 1.</summary>
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

    /// <summary>The name of the method, such as <c>fieller</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The unit of the value and its limits: <see cref="Units.Ratio"/>, or <see cref="Units.Fraction"/> of a return on investment.</summary>
    public required string Unit { get; init; }

    /// <summary>Whether the set holds a ratio.</summary>
    /// <param name="ratio">A finite number.</param>
    /// <returns>True where the data do not exclude it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="ratio"/> is NaN or infinite.</exception>
    public bool Contains(double ratio)
    {
        Errors.RequireNumber(ratio, nameof(ratio));
        return Shape switch
        {
            IntervalShape.Bounded => !(ratio < Lower) && !(ratio > Upper),
            IntervalShape.Complement => ratio <= Lower || ratio >= Upper,
            _ => true,
        };
    }

    /// <summary>The ratio as a person reads it, such as <c>3.00 (95% CI 0.51 to 26.51)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string Show(double? value) => Display.Quantity(value, Unit, null, null);
        string level = Display.Level(Level, null);
        string set = (Shape, Lower, Upper) switch
        {
            (IntervalShape.Bounded, _, _) => $"{level} CI {Show(Lower)} to {Show(Upper)}",
            (IntervalShape.Complement, null, _) => $"{level} CI: {Show(Upper)} or more",
            (IntervalShape.Complement, _, null) => $"{level} CI: {Show(Lower)} or less",
            (IntervalShape.Complement, _, _) => $"{level} CI: {Show(Lower)} or less, or {Show(Upper)} or more",
            _ => $"{level} CI excludes nothing",
        };
        return $"{Show(Value)} ({set})";
    }

    internal RatioInterval ShiftedBy(double shift, string unit) =>
        this with { Value = Value + shift, Lower = Lower + shift, Upper = Upper + shift, Unit = unit };
}
