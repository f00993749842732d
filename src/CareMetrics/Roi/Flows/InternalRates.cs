using System.Collections.Immutable;
using System.Globalization;
using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>Every internal rate of return above −1: each rate at which the present value of the flows is 0, or why there is none.</summary>
/// <remarks>Flows that change sign more than once may have several; none of them is then "the" return. Equal when all rates and the reason are.</remarks>
public sealed record InternalRates
{
    /// <summary>The rates in ascending order, fractions of a period, or of a year where the flows are dated; empty where <see cref="Reason"/> says why.</summary>
    public ImmutableArray<double> Rates { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <summary>Those of <see cref="Rates"/> where the present value touches 0 instead of passing through it, as far as the flows' digits can tell.</summary>
    /// <remarks>Such a rate is known to about half the digits of the others: the present value barely moves near it.</remarks>
    public ImmutableArray<double> Repeated { get; init => field = ValueList.OrEmpty(value); } = [];

    /// <summary>Why there is no rate; <c>null</c> where there is one.</summary>
    public NoRateReason? Reason { get; init; }

    /// <summary>Whether there are further rates that no number holds: too close to −1, or too far out.</summary>
    public bool MoreBeyondPrecision { get; init; }

    /// <summary>The rate where there is exactly one; otherwise <c>null</c>.</summary>
    public double? Only => Rates.Length == 1 && !MoreBeyondPrecision ? Rates[0] : null;

    /// <inheritdoc/>
    public bool Equals(InternalRates? other) => other is not null
        && ValueList.Same(Rates, other.Rates)
        && ValueList.Same(Repeated, other.Repeated)
        && Reason == other.Reason
        && MoreBeyondPrecision == other.MoreBeyondPrecision;

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(ValueList.Hash(Rates), ValueList.Hash(Repeated), Reason, MoreBeyondPrecision);

    /// <summary>The rates as a person reads them, such as <c>IRR 8.66%</c>, or why there is none.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => Reason switch
    {
        NoRateReason.AllZero => "no IRR: every flow is 0",
        NoRateReason.OneFlow => "no IRR: all falls at one time",
        NoRateReason.NoSignChange => "no IRR: all flows go one way",
        NoRateReason.NoRealRate => "no IRR: the present value is 0 at no rate above -100%",
        NoRateReason.BeyondPrecision => "no IRR that a number can hold: it is too close to -100% or too far out",
        _ => "IRR " + string.Join(" and ", Rates.Select(rate => Display.Quantity(rate, Units.Fraction, 2, CultureInfo.InvariantCulture))),
    };
}
