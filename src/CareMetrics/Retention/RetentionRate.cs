using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>How many customers stayed: of a period and of a year, each by its own name, so that neither passes for the other.</summary>
/// <remarks>Fractions from 0 to 1; the limits of a year are those of the period, annualised. <c>null</c> where nobody was there at the start.</remarks>
public sealed record RetentionRate
{
    /// <summary>Customers who stayed of those at the start of the period.</summary>
    public required ProportionTally Kept { get; init; }

    /// <summary>How many such periods make a year: 12 of months, 1 of years.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above 0.</exception>
    public required double PeriodsPerYear { get; init => field = Errors.RequirePeriodsPerYear(value, nameof(PeriodsPerYear)); }

    /// <summary>The share that stayed over one period, with its Wilson interval.</summary>
    public required Estimate RetentionPerPeriod { get; init; }

    /// <summary>The share that would stay over a year at this rate: retention of a period to the power of <see cref="PeriodsPerYear"/>.</summary>
    public required Estimate RetentionPerYear { get; init; }

    /// <summary>The share that left over one period: 1 − retention.</summary>
    [JsonIgnore]
    public Estimate ChurnPerPeriod => Proportion.Estimate(new ProportionTally(Kept.Trials - Kept.Successes, Kept.Trials), RetentionPerPeriod.Level);

    /// <summary>The share that would leave over a year at this rate, 1 − (1 − c)ᵐ: not m times the churn of a period.</summary>
    [JsonIgnore]
    public Estimate ChurnPerYear => RetentionPerYear with
    {
        Value = 1 - RetentionPerYear.Value,
        Lower = 1 - RetentionPerYear.Upper,
        Upper = 1 - RetentionPerYear.Lower,
    };

    /// <summary>Both rates as a person reads them.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"retention per period {RetentionPerPeriod}; per year {Display.Quantity(RetentionPerYear.Value, Units.Fraction, null, null)} "
        + $"({Display.Number(PeriodsPerYear, PeriodsPerYear % 1 == 0 ? 0 : 2, null)} periods)";
}
