using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>What a customer brings and how likely they stay: the terms of a lifetime value at constant retention.</summary>
public sealed record CustomerTerms
{
    /// <summary>What the customer brings in one period, as margin after the cost of serving them, in one currency.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double Margin { get; init => field = Errors.RequireNumber(value, nameof(Margin)); }

    /// <summary>The share who stay from one period to the next, from 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside 0 to 1.</exception>
    public required PeriodRate Retention { get; init => field = Errors.RequireRetention(value, nameof(Retention)); }

    /// <summary>By how much money a period later is worth less, above −1.</summary>
    public required PeriodRate Discount { get; init; }

    /// <summary>When the margins fall.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the timings.</exception>
    public required MarginTiming Timing
    {
        get;
        init
        {
            Errors.RequireKnown(value, nameof(Timing));
            field = value;
        }
    }

    /// <summary>How the margin grows with each renewal, above −1; 0 unless told.</summary>
    public PeriodRate Growth { get; init; }

    /// <summary>Whether <see cref="Margin"/> is the first margin even where that falls after the first renewal; unless told it has grown by then.</summary>
    public bool GrowthStartsAfterFirst { get; init; }

    /// <summary>How many margins count, 1 to 10,000; <c>null</c> for all there will ever be.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside its range.</exception>
    public int? Horizon { get; init => field = value is { } periods ? Errors.RequirePeriod(periods, 1, nameof(Horizon)) : null; }

    /// <summary>How long a period is; needed where a rate is per month, quarter or year, and <c>null</c> where all are per period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the kinds.</exception>
    public PeriodKind? Period
    {
        get;
        init
        {
            if (value is { } kind)
            {
                Errors.RequireKnown(kind, nameof(Period));
            }

            field = value;
        }
    }

    /// <summary>The terms as a person reads them, such as <c>100.00 a year, 85.0% a year kept, discounted by 10.0% a year, over 5 years</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string period = PeriodRate.Name(Period);
        return $"{Display.Number(Margin, 2, null)} a {period}, {Retention} kept, discounted by {Discount}"
            + (Growth.Value == 0 ? "" : $", growing by {Growth}")
            + (Horizon is { } periods ? $", over {Display.Count(periods, null)} {period}{(periods == 1 ? "" : "s")}" : "");
    }
}
