namespace CareMetrics.Statistics;

/// <summary>The share of successes among trials, with its interval.</summary>
public static partial class Proportion
{
    /// <summary>Estimates a proportion.</summary>
    /// <param name="tally">The counts; no trials give a <c>null</c> value.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How the interval is made.</param>
    /// <returns>A fraction from 0 to 1; the interval lies in [0, 1], and Wilson's and Clopper–Pearson's hold the value.</returns>
    /// <remarks>
    /// With p̂ = x/n and z the normal quantile of the level, Wilson's limits are
    /// (p̂ + z²/2n ± z√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n); Clopper–Pearson's are the beta quantiles with (x, n − x + 1) and
    /// (x + 1, n − x); Jeffreys' those with (x + ½, n − x + ½), the lower 0 at x = 0 and the upper 1 at x = n.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Estimate(
        ProportionTally tally, double level = 0.95, ProportionMethod method = ProportionMethod.Wilson)
    {
        Errors.RequireLevel(level);
        Errors.RequireKnown(method, nameof(method));
        (long x, long n) = (tally.Successes, tally.Trials);
        (double Lower, double Upper)? limits = n == 0 ? null : method switch
        {
            ProportionMethod.Wilson => Wilson(x, n - x, Distributions.TwoSidedZ(level)),
            ProportionMethod.ClopperPearson => BetaLimits(x, n, level, 0, 1),
            _ => BetaLimits(x, n, level, 0.5, 0.5),
        };
        return new Estimate
        {
            Value = n == 0 ? null : (double)x / n,
            Lower = limits?.Lower,
            Upper = limits?.Upper,
            Level = level,
            Method = Name(method),
            Count = n,
            Unit = Units.Fraction,
        };
    }

    internal static (double Lower, double Upper) Wilson(double successes, double failures, double z)
    {
        double n = successes + failures;
        double p = successes / n;
        double larger = p + WilsonReach(successes, failures, z);
        // The product of the two roots is p̂²/(1 + z²/n): dividing by the larger one keeps the smaller one's digits.
        return (larger == 0 ? 0 : p * (p / larger), Math.Min(1, p + WilsonBelow(failures, successes, z)));
    }

    /// <summary>How far Wilson's lower limit lies below the proportion; above it, the same with successes and failures swapped.</summary>
    internal static double WilsonBelow(double successes, double failures, double z)
    {
        double p = successes / (successes + failures);
        double reach = WilsonReach(successes, failures, z);
        return p == 0 ? 0 : p * (reach / (p + reach));
    }

    private static double WilsonReach(double successes, double failures, double z)
    {
        double n = successes + failures;
        double square = z * z / n;
        return square / 2 + z * Math.Sqrt((successes / n * (failures / n) + square / 4) / n);
    }

    // Lower from Beta(x + ofLower, n − x + ofUpper), upper from Beta(x + ofUpper, n − x + ofLower).
    private static (double Lower, double Upper) BetaLimits(long x, long n, double level, double ofLower, double ofUpper)
    {
        double tail = (1 - level) / 2;
        double lower = x == 0 ? 0 : Distributions.BetaQuantile(x + ofLower, n - x + ofUpper, tail);
        double upper = x == n ? 1 : Distributions.BetaUpperQuantile(x + ofUpper, n - x + ofLower, tail);
        return (lower, upper);
    }

    private static string Name(ProportionMethod method) => method switch
    {
        ProportionMethod.Wilson => "wilson",
        ProportionMethod.ClopperPearson => "clopper-pearson",
        _ => "jeffreys",
    };
}
