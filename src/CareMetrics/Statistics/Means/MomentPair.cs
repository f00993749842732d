namespace CareMetrics.Statistics;

/// <summary>Two estimates with their errors set against each other; a side without an error is <c>null</c>.</summary>
internal readonly struct MomentPair(Moment? baseline, Moment? current)
{
    /// <summary>The standard error of the difference, with Welch's degrees of freedom.</summary>
    internal (double Error, double Freedom)? Difference => baseline is { } b && current is { } c
        ? Moment.Welch(b.Variance, b.Freedom, c.Variance, c.Freedom)
        : null;

    /// <summary>The standard error of the log of the ratio; <c>null</c> unless both sides are above 0.</summary>
    private (double Error, double Freedom)? LogRatio => baseline is { Value: > 0 } b && current is { Value: > 0 } c
        ? Moment.Welch(b.Variance / b.Value / b.Value, b.Freedom, c.Variance / c.Value / c.Value, c.Freedom)
        : null;

    internal double? PValue() => Difference is var (error, freedom)
        ? 2 * Distributions.StudentUpper(Math.Abs(current!.Value.Value - baseline!.Value.Value) / error, freedom)
        : null;

    /// <summary>Current over baseline minus 1, where a percentage of the baseline says something.</summary>
    internal Estimate? RelativeChange(double level, long count)
    {
        Errors.RequireLevel(level);
        if (Difference is not var (_, freedom) || !(baseline!.Value.Value > baseline.Value.Reach(level)))
        {
            return null;
        }

        (double before, double now) = (baseline.Value.Value, current!.Value.Value);
        double value = (now - before) / before;
        (double Lower, double Upper)? limits = null;
        string method = "log-delta";
        if (LogRatio is var (logError, logFreedom))
        {
            double log = Distributions.LogRatio(now / before, value);
            double reach = Distributions.TwoSidedT(level, logFreedom) * logError;
            limits = (Distributions.ExpM1(log - reach), Distributions.ExpM1(log + reach));
        }
        else
        {
            // From above 0 to 0 or below there is no log; Fieller's set is bounded unless the baseline is too uncertain.
            RatioInterval set = Fieller(level, Distributions.TwoSidedT(level, freedom));
            limits = set.Shape == IntervalShape.Bounded ? (set.Lower!.Value - 1, set.Upper!.Value - 1) : null;
            method = "fieller";
        }

        return limits is not var (lower, upper) || !double.IsFinite(value) ? null : new Estimate
        {
            Value = value,
            Lower = lower,
            Upper = double.IsFinite(upper) ? upper : null,
            Level = level,
            Method = method,
            Count = count,
            Unit = Units.Fraction,
        };
    }

    /// <summary>Why <see cref="RelativeChange"/> is <c>null</c>.</summary>
    internal static string NoRelativeChange(double? baseline, double? current, (double Error, double Freedom)? difference) =>
        baseline is null || current is null ? NoRelativeChangeReason.NoData
        : baseline == 0 ? NoRelativeChangeReason.FromZero
        : baseline < 0 ? NoRelativeChangeReason.FromBelowZero
        : difference is null ? NoRelativeChangeReason.NoError
        : NoRelativeChangeReason.CoversZero;

    /// <summary>The ratio by the method of the caller's choice.</summary>
    internal RatioInterval Ratio(double? before, double? now, double level, RatioMethod method)
    {
        double? value = before is null or 0 ? null : now / before;
        string name = method switch { RatioMethod.LogDelta => "log-delta", RatioMethod.Delta => "delta", _ => "fieller" };
        if (Difference is not var (_, freedom) || (method == RatioMethod.Fieller && baseline is { Value: 0, Variance: 0 }))
        {
            return Statistics.Ratio.Make(value, null, level, name);
        }

        double t = Distributions.TwoSidedT(level, freedom);
        if (method == RatioMethod.Fieller)
        {
            return Fieller(level, t);
        }

        (double Lower, double Upper)? limits = null;
        if (method == RatioMethod.LogDelta && LogRatio is var (logError, logFreedom))
        {
            double reach = Distributions.TwoSidedT(level, logFreedom) * logError;
            limits = (value!.Value * Math.Exp(-reach), value.Value * Math.Exp(reach));
        }
        else if (method == RatioMethod.Delta && value is { } ratio)
        {
            double own = Math.Sqrt(current!.Value.Variance);
            double other = ratio * Math.Sqrt(baseline!.Value.Variance);
            double reach = t * Math.Sqrt(own * own + other * other) / Math.Abs(before!.Value);
            limits = (ratio - reach, ratio + reach);
        }

        return Statistics.Ratio.Make(value, limits, level, name);
    }

    private RatioInterval Fieller(double level, double t) => Statistics.Ratio.FiellerSet(
        current!.Value.Value, Math.Sqrt(current.Value.Variance), baseline!.Value.Value, Math.Sqrt(baseline.Value.Variance), 0, level, t);
}
