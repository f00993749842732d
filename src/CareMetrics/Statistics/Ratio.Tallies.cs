namespace CareMetrics.Statistics;

/// <content>Ratios of the same metric, now over before, by the method of the caller's choice.</content>
public static partial class Ratio
{
    /// <summary>The ratio of two rates of events; minus 1 it is their relative change.</summary>
    /// <param name="baseline">The rate below.</param>
    /// <param name="current">The rate above.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How the interval is made; see <see cref="Rate.Compare"/>.</param>
    /// <returns>The ratio; without events in the baseline no value, and a set that has no end; without data or events, the whole line.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RatioInterval Of(
        RateTally baseline, RateTally current, double level = 0.95, RateMethod method = RateMethod.OverDispersed)
    {
        Errors.RequireLevel(level);
        Errors.RequireKnown(method, nameof(method));
        var pair = new RatePair(baseline, current, method);
        bool nothing = baseline.Periods == 0 || current.Periods == 0 || (baseline.Count == 0 && current.Count == 0);
        (double Lower, double Upper)? limits = nothing ? null : pair.RatioLimits(level);
        double? value = nothing || baseline.Count == 0 ? null : current.PerExposure / baseline.PerExposure;
        string name = pair.Method == RateMethod.OverDispersed ? "over-dispersed-log-ratio" : Rate.Name(pair.Method);
        return Make(value, limits, level, name);
    }

    // An interval without an upper end is the complement of what lies below it.
    private static RatioInterval Make(double? value, (double Lower, double Upper)? limits, double level, string method)
    {
        (IntervalShape shape, double? lower, double? upper) = limits switch
        {
            null => (IntervalShape.WholeLine, (double?)null, (double?)null),
            ( { } low, double.PositiveInfinity) => (IntervalShape.Complement, null, low),
            ( { } low, { } high) => (IntervalShape.Bounded, low, high),
        };
        return new RatioInterval { Value = value, Shape = shape, Lower = lower, Upper = upper, Level = level, Method = method, Unit = Units.Ratio };
    }
}
