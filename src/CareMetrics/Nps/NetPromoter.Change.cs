using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <content>Changes that <see cref="Comparison.Between"/> does not cover: of customers who are in both periods, and as other tools print them.</content>
public static partial class NetPromoter
{
    /// <summary>Compares two periods of known customers, some of whom answered in both.</summary>
    /// <param name="panel">Both periods, customer by customer.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>Current minus baseline in points. The interval allows for repeat answers within a period and for customers in both.</returns>
    /// <remarks>
    /// MOVER with correlation: D ± √(d² + d′² − 2ρdd′), d and d′ from each side's score limits on counts divided by its design
    /// effect, ρ from each customer's influence (s₁ − δ₁m₁)/n₁ and (s₀ − δ₀m₀)/n₀ on the two scores.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static Comparison Change(NpsPanelTally panel, double level = 0.95)
    {
        const string Method = "mover-score-by-customer";
        EffectiveCounts before = panel.Baseline.Effective;
        EffectiveCounts now = panel.Current.Effective;
        double spread = Math.Sqrt(before.Variance / before.Total * (now.Variance / now.Total));
        double correlation = spread > 0 ? Math.Clamp(panel.Covariance / spread, -1, 1) : 0;
        var change = new NpsChange(before, now, correlation);
        long count = panel.Baseline.Answers.Answered + panel.Current.Answers.Answered;
        return Comparison.Of(
            NpsCustomerTally.Estimate(panel.Baseline, level),
            NpsCustomerTally.Estimate(panel.Current, level),
            change.Estimate(level, Method, count),
            change.Estimate(Comparison.EquivalenceLevel(level), Method, count),
            change.PValue(),
            change.Detectable(level, Comparison.UsualPower),
            null,
            NpsChange.NoRelativeChange);
    }

    /// <summary>The change with the Wald interval that most tools print, to match them; <see cref="Comparison.Between"/> has the default.</summary>
    /// <param name="baseline">What is compared with.</param>
    /// <param name="current">What is compared.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>Current minus baseline in points, ± z·√(V₁/n₁ + V₀/n₀), and the p-value of that z; none where all answers of each side agree.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static Comparison WaldChange(NpsTally baseline, NpsTally current, double level = 0.95)
    {
        (EffectiveCounts before, EffectiveCounts now) = (new(baseline), new(current));
        bool none = baseline.Answered == 0 || current.Answered == 0;
        double change = now.Score - before.Score;
        double error = Math.Sqrt(now.Variance / now.Total + before.Variance / before.Total);
        Estimate At(double atLevel) => new()
        {
            Value = none ? null : 100 * change,
            Lower = none ? null : 100 * (change - Distributions.TwoSidedZ(atLevel) * error),
            Upper = none ? null : 100 * (change + Distributions.TwoSidedZ(atLevel) * error),
            Level = atLevel,
            Method = "wald",
            Count = baseline.Answered + current.Answered,
            Unit = Units.Points,
        };
        Comparison comparison = Comparison.Of(
            Score(baseline, level, NpsMethod.Wald).Score,
            Score(current, level, NpsMethod.Wald).Score,
            At(level),
            At(Comparison.EquivalenceLevel(level)),
            error > 0 ? Distributions.TwoSidedP(change / error) : null,
            new NpsChange(before, now).Detectable(level, Comparison.UsualPower),
            null,
            NpsChange.NoRelativeChange);
        return none || error > 0 ? comparison : comparison with
        {
            NotComparable = new NotComparable
            {
                Reason = NotComparableReason.TooFew,
                Detail = "all answers of each side agree, so that Wald has no error to go by",
            },
        };
    }
}
