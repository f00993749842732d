using System.Text.Json.Serialization;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>A rate with the length of time it is meant for: 10% a year is not 10% a month.</summary>
/// <remarks>
/// An immutable value; <c>default</c> is 0 a period; two are equal when value and length are. A rate per year is effective: it is what a
/// year comes to. A nominal one of 12% charged monthly is 1% a month.
/// </remarks>
public readonly record struct PeriodRate
{
    /// <summary>Makes a rate; the factories say the same in words.</summary>
    /// <param name="value">A fraction above −1: 0.1 is 10%.</param>
    /// <param name="per">The length of time it is meant for; <c>null</c> is the period of the calculation, whatever that is.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public PeriodRate(double value, PeriodKind? per = null)
    {
        Errors.RequireRate(value, nameof(value));
        if (per is { } kind)
        {
            Errors.RequireKnown(kind, nameof(per));
        }

        (Value, Per) = (value, per);
    }

    /// <summary>The rate as a fraction.</summary>
    public double Value { get; }

    /// <summary>The length of time it is meant for; <c>null</c> is the period of the calculation.</summary>
    public PeriodKind? Per { get; }

    /// <summary>A rate of the calculation's own period.</summary>
    /// <param name="value">A fraction above −1.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not above −1.</exception>
    public static PeriodRate PerPeriod(double value) => new(value);

    /// <summary>A rate of a month.</summary>
    /// <inheritdoc cref="PerPeriod"/>
    public static PeriodRate PerMonth(double value) => new(value, PeriodKind.Month);

    /// <summary>A rate of a quarter.</summary>
    /// <inheritdoc cref="PerPeriod"/>
    public static PeriodRate PerQuarter(double value) => new(value, PeriodKind.Quarter);

    /// <summary>An effective rate of a year.</summary>
    /// <inheritdoc cref="PerPeriod"/>
    public static PeriodRate PerYear(double value) => new(value, PeriodKind.Year);

    /// <summary>A rate of discount or growth over another length of time: (1 + rate)^(length/own length) − 1.</summary>
    /// <param name="period">The length; <c>null</c> where it is not named, which only a rate per period allows.</param>
    /// <returns>The rate of that length, a fraction.</returns>
    /// <exception cref="ArgumentException">The lengths cannot be told in each other: one is not named, or only one is in weeks.</exception>
    /// <exception cref="OverflowException">The rate is beyond what a number can hold.</exception>
    public double Compounded(PeriodKind? period) => Ratio(period) is var ratio && ratio == 1
        ? Value
        : Errors.RequireRepresentable(Distributions.ExpM1(ratio * Distributions.Log1P(Value)), "the compounded rate");

    /// <summary>A rate of retention over another length of time: rate^(length/own length).</summary>
    /// <inheritdoc cref="Compounded"/>
    /// <remarks>The value is then a retention rate, from 0 to 1; another is an <see cref="ArgumentException"/>.</remarks>
    public double Retained(PeriodKind? period)
    {
        if (Value is not (>= 0 and <= 1))
        {
            throw Errors.NoRetention(Value);
        }

        return Ratio(period) is var ratio && ratio == 1 ? Value : Math.Pow(Value, ratio);
    }

    /// <summary>The rate as a person reads it, such as <c>10.0% a year</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Display.Quantity(Value, Units.Fraction, null, null)} a {Name(Per)}";

    internal static string Name(PeriodKind? kind) => kind switch
    {
        null => "period",
        PeriodKind.Week => "week",
        PeriodKind.Month => "month",
        PeriodKind.Quarter => "quarter",
        PeriodKind.HalfYear => "half-year",
        _ => "year",
    };

    private double Ratio(PeriodKind? period)
    {
        if (Per is null || Per == period)
        {
            return 1;
        }

        return period is { } length && Months(length) is { } months && Months(Per.Value) is { } own
            ? (double)months / own
            : throw Errors.RateLength(this, period);
    }

    // A month is no whole number of weeks.
    private static int? Months(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => 1,
        PeriodKind.Quarter => 3,
        PeriodKind.HalfYear => 6,
        PeriodKind.Year => 12,
        _ => null,
    };
}
