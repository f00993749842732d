namespace CareMetrics.Statistics;

/// <summary>Events per unit of exposure, with the interval, and the change between two rates.</summary>
/// <remarks>
/// Counts of mentions, complaints or referrals differ from period to period by far more than a Poisson count would: there
/// Poisson's answer calls noise a change. So the default goes by the spread between the periods themselves, and Poisson's
/// answers are there to be asked for, beside it or where there is one period alone.
/// </remarks>
public static class Rate
{
    /// <summary>Estimates a rate.</summary>
    /// <param name="tally">The events and their exposure; no period gives a <c>null</c> value.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How the interval is made; the result's method says where <see cref="RateMethod.OverDispersed"/> fell back to the exact one.</param>
    /// <returns>Events per unit of exposure, 0 or more; its count is that of the events.</returns>
    /// <remarks>
    /// With Y events in exposure E and λ = Y/E. Over-dispersed: λ·exp(±t√(φ/Y)), φ = X²/(n − 1) of the n periods and t with n − 1
    /// degrees of freedom. Exact: gamma quantiles of shapes Y and Y + 1 over E (Garwood 1936); mid-p: the μ where P(X &lt; Y) + ½P(X = Y)
    /// is half of 1 − level, over E; score: (Y + z²/2 ± z√(Y + z²/4))/E.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Estimate(RateTally tally, double level = 0.95, RateMethod method = RateMethod.OverDispersed)
    {
        Errors.RequireLevel(level);
        Errors.RequireKnown(method, nameof(method));
        var limits = new RateLimits(tally, method);
        bool none = tally.Periods == 0;
        return new Estimate
        {
            Value = tally.PerExposure,
            Lower = none ? null : limits.Lower(level),
            Upper = limits.Upper(level),
            Level = level,
            Method = Name(limits.Method),
            Count = tally.Count,
            Unit = Units.Rate,
        };
    }

    /// <summary>Compares two rates.</summary>
    /// <param name="baseline">What is compared with.</param>
    /// <param name="current">What is compared.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How interval and p-value are made; the default is that of <see cref="Comparison.Between"/>.</param>
    /// <returns>The comparison; the p-value inverts the interval of the relative change.</returns>
    /// <remarks>
    /// With Y₁ of E₁ now and Y₀ of E₀ before, the relative change is the ratio of the rates minus 1. Over-dispersed: the log of the ratio
    /// ± t√(φ(1/Y₁ + 1/Y₀)), φ = X²/(n − 2) of the n periods about the rates of their own sides, never raised to 1, and t with n − 2
    /// degrees of freedom; exact where a side has no events or fewer than two periods, or where no period differs from its side's rate.
    /// Poisson: the share of the total that is current, Y₁ of Y₁ + Y₀, has limits by Clopper–Pearson, mid-p or Wilson; p/(1 − p)·E₀/E₁
    /// makes them limits of the ratio, and two-sided p-values are twice the smaller tail, so that both agree.
    /// The change is λ₁ − λ₀ with limits recovered from those of the sides (MOVER, Zou and Donner 2008), which share φ and t where
    /// over-dispersed, and by inverting the score test for the score method (Miettinen and Nurminen 1985), whose p-value is the same.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Comparison Compare(
        RateTally baseline, RateTally current, double level = 0.95, RateMethod method = RateMethod.OverDispersed)
    {
        if (method == RateMethod.OverDispersed)
        {
            return Comparison.Between(baseline, current, level);
        }

        var pair = new RatePair(baseline, current, method);
        Estimate? relative = pair.RelativeChange(level);
        return Comparison.Of(
            Estimate(baseline, level, method),
            Estimate(current, level, method),
            pair.Change(level),
            pair.Change(Comparison.EquivalenceLevel(level)),
            pair.PValue(),
            pair.DetectableChange(level, Comparison.UsualPower),
            relative,
            relative is null ? RatePair.NoRelativeChange(baseline, current) : null,
            PValueBasis.RelativeChange);
    }

    internal static string Name(RateMethod method) => method switch
    {
        RateMethod.OverDispersed => "over-dispersed",
        RateMethod.Exact => "exact-poisson",
        RateMethod.MidP => "mid-p-poisson",
        _ => "score-poisson",
    };
}
