using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>The survival curve of Kaplan and Meier (1958): the share that lasts longer than t, where some have not ended yet.</summary>
/// <remarks>
/// S(t) = Π (1 − d/n) over the times up to t at which d of n still going on ended; who is last seen at the very time of an end
/// counts as going on then. Without censoring it is the share of those that lasted longer, exactly. Its variance is Greenwood's
/// (1926), S²·Σ d/(n(n − d)). Immutable; two are equal when tally, level and method are.
/// </remarks>
public sealed record KaplanMeier
{
    // How far rounding may move a level that the curve meets exactly.
    private const double Rounding = 1e-12;

    /// <summary>Makes the curve of a tally.</summary>
    /// <param name="tally">The data.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">On which scale the interval is symmetric.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    [JsonConstructor]
    public KaplanMeier(SurvivalTally tally, double level = 0.95, SurvivalMethod method = SurvivalMethod.LogLog)
    {
        Tally = Errors.Require(tally, nameof(tally));
        Errors.RequireLevel(level);
        Errors.RequireKnown(method, nameof(method));
        (Level, Method) = (level, method);
        Points = SurvivalCurve.Of(tally.Times.AsSpan(), tally.Count, Distributions.TwoSidedZ(level), method);
    }

    /// <summary>The data.</summary>
    public SurvivalTally Tally { get; }

    /// <summary>The confidence level of all limits.</summary>
    public double Level { get; }

    /// <summary>On which scale the interval is symmetric.</summary>
    public SurvivalMethod Method { get; }

    /// <summary>The curve at every time of the data, ascending; before the first the share is 1.</summary>
    public ImmutableArray<SurvivalPoint> Points { get; }

    /// <summary>The share that lasts longer than a time.</summary>
    /// <param name="time">A finite number of 0 or more, in the unit of the durations.</param>
    /// <returns>A fraction with its limits; no value without data, nor past the last time where some were still going on: nobody was watched that long.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative, NaN or infinite.</exception>
    public Estimate SurvivalAt(double time)
    {
        Errors.RequireDuration(time, nameof(time));
        int after = SurvivalCurve.FirstAfter(Points.AsSpan(), time);
        bool isKnown = Points.Length > 0 && (time <= Points[^1].Time || Points[^1].Survival == 0);
        // Before the first end the share is 1 without error, which only ln(−ln S) has no limits for.
        double? none = isKnown && Method != SurvivalMethod.LogLog ? 1 : null;
        return Make(
            !isKnown ? null : after == 0 ? 1 : Points[after - 1].Survival,
            after == 0 ? none : isKnown ? Points[after - 1].Lower : null,
            after == 0 ? none : isKnown ? Points[after - 1].Upper : null,
            Units.Fraction);
    }

    /// <summary>The time that half of them outlast.</summary>
    /// <inheritdoc cref="Quantile"/>
    public Estimate Median() => Quantile(0.5);

    /// <summary>The time by which a share of them has ended.</summary>
    /// <param name="share">The share, strictly between 0 and 1.</param>
    /// <returns>The time with its limits, in the unit of the durations; <c>null</c> where the curve, or that of a limit, never comes down so far: not reached.</returns>
    /// <remarks>
    /// The first time at which S is below 1 − share; where S is 1 − share exactly, the middle between that time and the next at which it
    /// falls, or the last. The limits are the times at which the limits of the curve come down so far (Brookmeyer and Crowley 1982). As in R's survival.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not strictly between 0 and 1.</exception>
    public Estimate Quantile(double share)
    {
        Errors.RequireQuantile(share, nameof(share));
        ReadOnlySpan<SurvivalPoint> points = Points.AsSpan();
        return Make(
            Crossing(points, 1 - share, static point => point.Survival),
            Crossing(points, 1 - share, static point => point.Lower),
            Crossing(points, 1 - share, static point => point.Upper),
            Units.Value);
    }

    /// <summary>How long they last on average up to a horizon: the area under the curve.</summary>
    /// <param name="horizon">A finite number above 0, in the unit of the durations.</param>
    /// <returns>The mean ± z standard errors; no value without data, nor where the horizon is past the last time and some were still going on.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is not above 0 and finite.</exception>
    /// <exception cref="OverflowException">The mean or its error is beyond what a number can hold.</exception>
    public Estimate RestrictedMean(double horizon)
    {
        Errors.RequireHorizon(horizon, nameof(horizon));
        if (SurvivalCurve.Area(Points.AsSpan(), horizon) is not var (mean, error))
        {
            return Make(null, null, null, Units.Value) with { Method = "greenwood" };
        }

        double margin = Errors.RequireRepresentable(Distributions.TwoSidedZ(Level) * error, "the error of the restricted mean");
        return Make(mean, mean - margin, mean + margin, Units.Value) with { Method = "greenwood" };
    }

    /// <summary>The standard error of <see cref="RestrictedMean"/>.</summary>
    /// <param name="horizon">A finite number above 0, in the unit of the durations.</param>
    /// <returns>√(Σ A²·d/(n(n − d))), A being the area that is left from each time to the horizon; <c>null</c> where there is no mean.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is not above 0 and finite.</exception>
    /// <exception cref="OverflowException">The error is beyond what a number can hold.</exception>
    public double? RestrictedMeanError(double horizon)
    {
        Errors.RequireHorizon(horizon, nameof(horizon));
        return SurvivalCurve.Area(Points.AsSpan(), horizon)?.Error;
    }

    /// <inheritdoc/>
    public bool Equals(KaplanMeier? other) => other is not null && Tally.Equals(other.Tally) && Level.Equals(other.Level) && Method == other.Method;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tally, Level, Method);

    /// <summary>The curve as a person reads it, such as <c>median 12.25 (95% CI 0.50 to 19.00), 10 ended and 0 went on, of 10</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        Estimate median = Median();
        static string Show(double? time) => time is null ? "not reached" : Display.Number(time, 2, null);
        string interval = median.Lower is null && median.Upper is null ? "" : $" ({Display.Level(Level, null)} CI {Show(median.Lower)} to {Show(median.Upper)})";
        return $"median {Show(median.Value)}{interval}, {Tally}";
    }

    private static double? Crossing(ReadOnlySpan<SurvivalPoint> points, double height, Func<SurvivalPoint, double?> curve)
    {
        double? from = null;
        foreach (SurvivalPoint point in points)
        {
            if (curve(point) is not { } value || value > height + Rounding)
            {
                continue;
            }

            if (value < height - Rounding)
            {
                return from is null ? point.Time : (from + point.Time) / 2;
            }

            from ??= point.Time;
        }

        return from is null ? null : (from + points[^1].Time) / 2;
    }

    private Estimate Make(double? value, double? lower, double? upper, string unit) => new()
    {
        Value = value,
        Lower = lower,
        Upper = upper,
        Level = Level,
        Method = Method switch
        {
            SurvivalMethod.LogLog => "kaplan-meier-log-log",
            SurvivalMethod.Log => "kaplan-meier-log",
            _ => "kaplan-meier-plain",
        },
        Count = Tally.Count,
        Unit = unit,
    };
}
