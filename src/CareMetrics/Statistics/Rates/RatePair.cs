namespace CareMetrics.Statistics;

/// <summary>Two rates set against each other by one method.</summary>
internal readonly struct RatePair
{
    private readonly RateTally _baseline;
    private readonly RateTally _current;
    private readonly double _dispersion;
    private readonly long _freedom;

    internal RatePair(RateTally baseline, RateTally current, RateMethod method)
    {
        (_baseline, _current) = (baseline, current);
        bool spread = baseline.Dispersion is not null && current.Dispersion is not null;
        _freedom = baseline.Periods - 1 + (current.Periods - 1);
        _dispersion = spread ? (baseline.Pearson + current.Pearson) / _freedom : 0;
        Method = method == RateMethod.OverDispersed && !(_dispersion > 0) ? RateMethod.Exact : method;
    }

    /// <summary>The method, with the one fallen back to.</summary>
    internal RateMethod Method { get; }

    private bool None => _baseline.Periods == 0 || _current.Periods == 0;

    // λ₁/λ₀ − 1 in one difference: equal rates differ by exactly 0.
    private double RelativeValue => (_current.Count * _baseline.Exposure - _baseline.Count * _current.Exposure) / (_baseline.Count * _current.Exposure);

    private double LogRatio => Distributions.LogRatio(_current.PerExposure!.Value / _baseline.PerExposure!.Value, RelativeValue);

    private double LogError => Math.Sqrt(_dispersion * (1.0 / _current.Count + 1.0 / _baseline.Count));

    internal double? PValue()
    {
        if (None)
        {
            return null;
        }

        return Method == RateMethod.OverDispersed
            ? 2 * Distributions.StudentUpper(Math.Abs(LogRatio) / LogError, _freedom)
            : new ConditionalRatio(_baseline, _current, Method).PValue;
    }

    /// <summary>The limits of the ratio; +∞ where there is no upper one.</summary>
    internal (double Lower, double Upper) RatioLimits(double level)
    {
        if (Method == RateMethod.OverDispersed)
        {
            double reach = Distributions.TwoSidedT(level, _freedom) * LogError;
            double ratio = (_current.PerExposure / _baseline.PerExposure)!.Value;
            return (ratio * Math.Exp(-reach), ratio * Math.Exp(reach));
        }

        var conditional = new ConditionalRatio(_baseline, _current, Method);
        return (conditional.Lower(level), conditional.Upper(level));
    }

    internal Estimate? RelativeChange(double level)
    {
        Errors.RequireLevel(level);
        if (None || _baseline.Count == 0)
        {
            return null;
        }

        (double lower, double upper) = Method == RateMethod.OverDispersed ? RelativeLimits(level) : Less1(RatioLimits(level));
        return new Estimate
        {
            Value = RelativeValue,
            Lower = lower,
            Upper = double.IsFinite(upper) ? upper : null,
            Level = level,
            Method = Method == RateMethod.OverDispersed ? "over-dispersed-log-ratio" : Rate.Name(Method),
            Count = _baseline.Count + _current.Count,
            Unit = Units.Fraction,
        };
    }

    internal Estimate Change(double level)
    {
        Errors.RequireLevel(level);
        double? value = _current.PerExposure - _baseline.PerExposure;
        (double? lower, double? upper) = value is not { } difference ? (null, null)
            : Method == RateMethod.Score ? ScoreRateDifference.Limits(_baseline, _current, Distributions.TwoSidedZ(level))
            : MoverLimits(difference, level);
        return new Estimate
        {
            Value = value,
            Lower = lower,
            Upper = upper,
            Level = level,
            Method = Method == RateMethod.Score ? "miettinen-nurminen" : $"mover-{Rate.Name(Method)}",
            Count = _baseline.Count + _current.Count,
            Unit = Units.Rate,
        };
    }

    internal double? DetectableChange(double level, double power)
    {
        double reach = Power.Reach(level, power);
        double dispersion = Method == RateMethod.OverDispersed ? _dispersion : 1;
        static double Variance(RateTally tally) => (tally.Count + 1.0) / tally.Exposure / tally.Exposure;
        return None ? null : reach * Math.Sqrt(dispersion * (Variance(_baseline) + Variance(_current)));
    }

    internal static string NoRelativeChange(RateTally baseline, RateTally current) =>
        baseline.Periods == 0 || current.Periods == 0 ? NoRelativeChangeReason.NoData : NoRelativeChangeReason.FromZero;

    private (double Lower, double Upper) RelativeLimits(double level)
    {
        double reach = Distributions.TwoSidedT(level, _freedom) * LogError;
        double log = LogRatio;
        return (Distributions.ExpM1(log - reach), Distributions.ExpM1(log + reach));
    }

    private static (double Lower, double Upper) Less1((double Lower, double Upper) ratio) => (ratio.Lower - 1, ratio.Upper - 1);

    private (double? Lower, double? Upper) MoverLimits(double difference, double level)
    {
        var before = new RateLimits(_baseline, Method, _dispersion, _freedom);
        var now = new RateLimits(_current, Method, _dispersion, _freedom);
        (double rate0, double rate1) = (_baseline.PerExposure!.Value, _current.PerExposure!.Value);
        double? above0 = before.Upper(level) - rate0;
        double? above1 = now.Upper(level) - rate1;
        return (
            above0 is { } a0 ? Finite(Mover.Lower(difference, rate1 - now.Lower(level), a0)) : null,
            above1 is { } a1 ? Finite(Mover.Upper(difference, a1, rate0 - before.Lower(level))) : null);
    }

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
