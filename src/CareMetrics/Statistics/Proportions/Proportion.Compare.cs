namespace CareMetrics.Statistics;

/// <content>Differences of independent proportions by the method of the caller's choice.</content>
public static partial class Proportion
{
    /// <summary>Compares two independent proportions.</summary>
    /// <param name="baseline">What is compared with.</param>
    /// <param name="current">What is compared.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How interval and p-value of the difference are made; the default is that of <see cref="Comparison.Between"/>.</param>
    /// <returns>The comparison, current minus baseline as a fraction; the p-value inverts the interval.</returns>
    /// <remarks>
    /// Newcombe: D − √((p₁ − l₁)² + (u₀ − p₀)²) and D + √((u₁ − p₁)² + (p₀ − l₀)²) of the Wilson limits. Miettinen–Nurminen: the Δ
    /// where (D − Δ)/√((p̃₁q̃₁/n₁ + p̃₀q̃₀/n₀)·N/(N − 1)) is ±z, p̃ being most likely among those that differ by Δ.
    /// Wald: D ± z√(p₁q₁/n₁ + p₀q₀/n₀).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Comparison Compare(
        ProportionTally baseline,
        ProportionTally current,
        double level = 0.95,
        ProportionDifferenceMethod method = ProportionDifferenceMethod.Newcombe)
    {
        Errors.RequireKnown(method, nameof(method));
        Comparison newcombe = Comparison.Between(baseline, current, level);
        if (method == ProportionDifferenceMethod.Newcombe || baseline.Trials == 0 || current.Trials == 0)
        {
            return newcombe;
        }

        Comparison With<TInterval>(TInterval interval, string name, double pValue)
            where TInterval : struct, IIntervalOfZ
        {
            Estimate Change(Estimate estimate)
            {
                double z = Distributions.TwoSidedZ(estimate.Level);
                return estimate with { Lower = interval.Lower(z), Upper = interval.Upper(z), Method = name };
            }

            return newcombe with
            {
                Change = Change(newcombe.Change),
                EquivalenceChange = Change(newcombe.EquivalenceChange),
                PValue = pValue,
            };
        }

        if (method == ProportionDifferenceMethod.Wald)
        {
            var wald = new WaldDifference(baseline, current);
            return With(wald, "wald", wald.PValue);
        }

        var score = new MiettinenNurminenInterval(baseline, current);
        return With(score, "miettinen-nurminen", score.PValue);
    }
}
