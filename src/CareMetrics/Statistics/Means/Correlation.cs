namespace CareMetrics.Statistics;

/// <summary>How closely two numbers of the same subjects follow a line: Pearson's r, from −1 to 1. Of one measure taken twice, its test–retest reliability.</summary>
public static class Correlation
{
    /// <summary>Estimates the correlation.</summary>
    /// <param name="tally">The pairs.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>
    /// r with its interval; no value where either side does not vary, no limits with fewer than four pairs or where all pairs lie
    /// on one line.
    /// </returns>
    /// <remarks>r = Σ(x − x̄)(y − ȳ)/√(Σ(x − x̄)²·Σ(y − ȳ)²); limits tanh(atanh r ± z/√(n − 3)) (Fisher 1921).</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static Estimate Estimate(CorrelationTally tally, double level = 0.95)
    {
        Errors.RequireLevel(level);
        // The root of the product is exact for numbers on a line of slope 1; the product of the roots cannot overflow.
        double product = tally.SumOfSquaredDeviationsFirst * tally.SumOfSquaredDeviationsSecond;
        double scale = double.IsNormal(product) ? Math.Sqrt(product) : Math.Sqrt(tally.SumOfSquaredDeviationsFirst) * Math.Sqrt(tally.SumOfSquaredDeviationsSecond);
        double? r = scale > 0 ? Math.Clamp(tally.SumOfDeviationProducts / scale, -1, 1) : null;
        double? half = tally.Count > 3 && r is > -1 and < 1 ? Distributions.TwoSidedZ(level) / Math.Sqrt(tally.Count - 3) : null;
        return new Estimate
        {
            Value = r,
            Lower = half is { } below ? Math.Tanh(Math.Atanh(r!.Value) - below) : null,
            Upper = half is { } above ? Math.Tanh(Math.Atanh(r!.Value) + above) : null,
            Level = level,
            Method = "fisher-z",
            Count = tally.Count,
            Unit = "correlation",
        };
    }
}
