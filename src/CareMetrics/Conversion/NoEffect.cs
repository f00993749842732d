namespace CareMetrics.Conversion;

/// <summary>What ranters would do with no effect at all, by regression to the mean: chance made some of them ranters, and chance does not repeat itself.</summary>
public sealed record NoEffect
{
    /// <summary>The mean mood of all customers, in points of the scale.</summary>
    public required double Mean { get; init => field = Errors.RequireMoment(value, nameof(Mean)); }

    /// <summary>The standard deviation of moods between customers, above 0, in points of the scale.</summary>
    public required double StandardDeviation { get; init => field = Errors.RequireSpread(value, nameof(StandardDeviation)); }

    /// <summary>The correlation of a mood with the same customer's next, 0 to 1.</summary>
    public required double Reliability { get; init => field = Errors.RequireReliability(value, nameof(Reliability)); }

    /// <summary>Where ranters end, in points of the scale.</summary>
    public required double RanterBelow { get; init => field = Errors.RequireMoment(value, nameof(RanterBelow)); }

    /// <summary>Where ravers begin, in points of the scale.</summary>
    public required double RaverAbove { get; init => field = Errors.RequireMoment(value, nameof(RaverAbove)); }

    /// <summary>The share of customers who are ranters, 0 to 1.</summary>
    public required double RanterShare { get; init => field = Errors.RequireShare(value, nameof(RanterShare)); }

    /// <summary>The share of customers who are ravers, 0 to 1.</summary>
    public required double RaverShare { get; init => field = Errors.RequireShare(value, nameof(RaverShare)); }

    /// <summary>The mean mood of the ranters when they were found to be ranters; <c>null</c> where there are none to speak of.</summary>
    public double? RanterMean { get; init => field = Errors.RequireFinite(value, nameof(RanterMean)); }

    /// <summary>The mean mood of the same ranters next time; <c>null</c> where there are none.</summary>
    public double? RanterMeanNext { get; init => field = Errors.RequireFinite(value, nameof(RanterMeanNext)); }

    /// <summary>How much better the ranters look next time, in points of the scale, 0 or more; <c>null</c> where there are none.</summary>
    public double? Gain { get; init => field = Errors.RequireFinite(value, nameof(Gain)); }

    /// <summary>The share of ranters who are ravers next time, 0 to 1; <c>null</c> where there are none.</summary>
    public double? ConversionRate { get; init => field = Errors.RequireFinite(value, nameof(ConversionRate)); }

    /// <summary><see cref="ConversionRate"/> at the upper confidence limit of the reliability, where that was estimated.</summary>
    public double? ConversionRateLower { get; init => field = Errors.RequireFinite(value, nameof(ConversionRateLower)); }

    /// <summary><see cref="ConversionRate"/> at the lower confidence limit of the reliability, where that was estimated.</summary>
    public double? ConversionRateUpper { get; init => field = Errors.RequireFinite(value, nameof(ConversionRateUpper)); }

    /// <summary>The expectation as a person reads it, such as <c>with no effect 9.5% of ranters turn raver, and ranters gain 0.98 (reliability 0.60)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        static string Percent(double? rate) => Statistics.Display.Quantity(rate, Statistics.Units.Fraction, null, null);
        string range = ConversionRateLower is null ? "" : $" ({Percent(ConversionRateLower)} to {Percent(ConversionRateUpper)})";
        return ConversionRate is null
            ? "no ranters to expect anything of"
            : $"with no effect {Percent(ConversionRate)}{range} of ranters turn raver, and ranters gain {Statistics.Display.Number(Gain, 2, null)} (reliability {Statistics.Display.Number(Reliability, 2, null)})";
    }
}
