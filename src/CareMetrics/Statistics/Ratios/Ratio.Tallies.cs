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

    /// <summary>The ratio of two means; minus 1 it is their relative change.</summary>
    /// <param name="baseline">The mean below.</param>
    /// <param name="current">The mean above.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How the interval is made.</param>
    /// <returns>The ratio; no value where the baseline is 0, the whole line where a side has no error to go by, or no log for the log-delta.</returns>
    /// <remarks>
    /// Log-delta: exp(ln(m₁/m₀) ± t√(s₁²/(n₁m₁²) + s₀²/(n₀m₀²))), degrees of freedom by Satterthwaite on these two terms, for means
    /// above 0. Delta: m₁/m₀ ± t√(s₁²/n₁ + (m₁/m₀)²s₀²/n₀)/|m₀|, and Fieller, with the degrees of freedom of Welch's test.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OverflowException">The ratio or a limit is beyond what a number can hold.</exception>
    public static RatioInterval Of(MeanTally baseline, MeanTally current, double level = 0.95, RatioMethod method = RatioMethod.LogDelta)
    {
        Errors.RequireLevel(level);
        Errors.RequireKnown(method, nameof(method));
        return MeanTally.Pair(baseline, current).Ratio(baseline.Mean, current.Mean, level, method);
    }

    /// <summary>The ratio of two ratios of sums; minus 1 it is their relative change.</summary>
    /// <inheritdoc cref="Of(MeanTally, MeanTally, double, RatioMethod)"/>
    /// <param name="baseline">The ratio below.</param>
    /// <param name="current">The ratio above.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How the interval is made.</param>
    /// <remarks>As for means, with the ratios and the errors of <see cref="RatioTally.Estimate"/>.</remarks>
    public static RatioInterval Of(RatioTally baseline, RatioTally current, double level = 0.95, RatioMethod method = RatioMethod.LogDelta)
    {
        Errors.RequireLevel(level);
        Errors.RequireKnown(method, nameof(method));
        return RatioTally.Pair(baseline, current).Ratio(baseline.Value, current.Value, level, method);
    }

    /// <summary>One ratio of sums by Fieller: exact where the means of numerators and denominators are normal, however uncertain the denominator.</summary>
    /// <param name="tally">The units.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The ratio and the set that the data do not exclude, by t with n − 1 degrees of freedom; the whole line with fewer than two units, or where all denominators are 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">The ratio or a limit is beyond what a number can hold.</exception>
    public static RatioInterval OfSums(RatioTally tally, double level = 0.95)
    {
        Errors.RequireLevel(level);
        CorrelationTally units = tally.Units;
        double n = units.Count;
        if (n < 2 || units is not { MeanFirst: { } numerator, MeanSecond: { } denominator } || (denominator == 0 && units.SumOfSquaredDeviationsSecond == 0))
        {
            return Make(tally.Value, null, level, "fieller");
        }

        double Error(double squares) => Math.Sqrt(squares / (n - 1) / n);
        double scale = Math.Sqrt(units.SumOfSquaredDeviationsFirst) * Math.Sqrt(units.SumOfSquaredDeviationsSecond);
        return FiellerSet(
            numerator,
            Error(units.SumOfSquaredDeviationsFirst),
            denominator,
            Error(units.SumOfSquaredDeviationsSecond),
            scale > 0 ? Math.Clamp(units.SumOfDeviationProducts / scale, -1, 1) : 0,
            level,
            Distributions.TwoSidedT(level, n - 1));
    }

    /// <summary>The ratio of two independent proportions; minus 1 it is their relative change.</summary>
    /// <param name="baseline">The proportion below.</param>
    /// <param name="current">The proportion above.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How the interval is made.</param>
    /// <returns>The ratio; no value and a set without an end where the baseline has no successes, the whole line where neither has.</returns>
    /// <remarks>
    /// Koopman and Miettinen–Nurminen: the θ where (p₁ − θp₀)/√(p̃₁q̃₁/n₁ + θ²p̃₀q̃₀/n₀), for the latter times √((N − 1)/N), is ±z, p̃
    /// being most likely among those of ratio θ. Katz: exp(ln(p₁/p₀) ± z√(1/x₁ − 1/n₁ + 1/x₀ − 1/n₀)).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static RatioInterval Of(
        ProportionTally baseline, ProportionTally current, double level = 0.95, ProportionRatioMethod method = ProportionRatioMethod.Koopman)
    {
        Errors.RequireLevel(level);
        Errors.RequireKnown(method, nameof(method));
        string name = method switch
        {
            ProportionRatioMethod.Koopman => "koopman",
            ProportionRatioMethod.MiettinenNurminen => "miettinen-nurminen",
            _ => "katz",
        };
        (double x1, double n1, double x0, double n0) = (current.Successes, current.Trials, baseline.Successes, baseline.Trials);
        bool nothing = n1 == 0 || n0 == 0 || (x1 == 0 && x0 == 0);
        double? value = nothing || x0 == 0 ? null : x1 / n1 / (x0 / n0);
        double z = Distributions.TwoSidedZ(level);
        if (method != ProportionRatioMethod.Katz)
        {
            var score = new ScoreRatio(baseline, current, method == ProportionRatioMethod.MiettinenNurminen);
            return Make(value, nothing ? null : (score.Lower(z), score.Upper(z)), level, name);
        }

        double reach = z * Math.Sqrt((n1 - x1) / x1 / n1 + (n0 - x0) / x0 / n0);
        return Make(value, value > 0 ? (value.Value * Math.Exp(-reach), value.Value * Math.Exp(reach)) : null, level, name);
    }

    // An interval without an upper end is the complement of what lies below it.
    internal static RatioInterval Make(double? value, (double Lower, double Upper)? limits, double level, string method)
    {
        if ((value is { } ratio && !double.IsFinite(ratio)) || (limits is { } found && !double.IsFinite(found.Lower)))
        {
            throw Errors.RatioTooLarge();
        }

        (IntervalShape shape, double? lower, double? upper) = limits switch
        {
            null => (IntervalShape.WholeLine, (double?)null, (double?)null),
            ({ } low, double.PositiveInfinity) => (IntervalShape.Complement, null, low),
            ({ } low, { } high) => (IntervalShape.Bounded, low, high),
        };
        return new RatioInterval { Value = value, Shape = shape, Lower = lower, Upper = upper, Level = level, Method = method, Unit = Units.Ratio };
    }
}
