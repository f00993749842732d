using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>How much of one line a business case needs for a return on investment of 0, or of a target.</summary>
public sealed record BreakEven
{
    /// <summary>The name of the line.</summary>
    public required string Line { get; init; }

    /// <summary>The return on investment aimed at, a fraction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double Target { get; init => field = Errors.RequireNumber(value, nameof(Target)); }

    /// <summary>What the line must come to, in the currency of the case: at least that of a benefit, at most that of a cost. <c>null</c> where <see cref="Reason"/> says why.</summary>
    /// <remarks>A benefit's may be below 0: the target is met without it.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Amount { get; init => field = Errors.RequireFinite(value, nameof(Amount)); }

    /// <summary><see cref="Amount"/> over what is booked: 0.8 is four fifths of it; <c>null</c> where there is no amount or nothing is booked.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Multiple { get; init => field = Errors.RequireFinite(value, nameof(Multiple)); }

    /// <summary>The quantity a period that comes to <see cref="Amount"/> at the booked unit value; <c>null</c> where there is none, or several lines of this name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Quantity { get; init => field = Errors.RequireFinite(value, nameof(Quantity)); }

    /// <summary>Why there is no break-even, in one line; <c>null</c> where there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>The break-even as a person reads it, such as <c>Churn: 27,000.00 for a return of 0.0%, 0.64 times what is booked</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => Amount is null
        ? $"{Line}: no break-even, {Reason}"
        : $"{Line}: {Display.Number(Amount, 2, null)} for a return of {Display.Quantity(Target, Units.Fraction, null, null)}"
            + (Multiple is null ? "" : $", {Display.Number(Multiple, 2, null)} times what is booked");
}
