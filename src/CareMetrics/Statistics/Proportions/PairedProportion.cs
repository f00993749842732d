namespace CareMetrics.Statistics;

/// <summary>Change in a share of the same subjects, before and after: its interval, and McNemar's test.</summary>
public static class PairedProportion
{
    /// <summary>After minus before.</summary>
    /// <param name="tally">The counts; no subjects give a <c>null</c> value.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How the interval is made.</param>
    /// <returns>A fraction from −1 to 1 with an interval that stays inside.</returns>
    /// <remarks>
    /// With b lost, c gained and n subjects the difference is D = (c − b)/n. Tango's limits are the δ where
    /// (c − b − nδ)/√(n(2q + δ − δ²)) is ±z, q being the share of lost that is most likely under δ. Newcombe's are
    /// D ± √(d² − 2φdd′ + d′²), d and d′ the distances to the Wilson limits of the two shares and φ = (kn − bc′)/√(product of
    /// the margins) of the table, its numerator lowered by n/2 where positive, but not below 0.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Estimate Difference(
        PairedProportionTally tally, double level = 0.95, PairedDifferenceMethod method = PairedDifferenceMethod.Tango)
    {
        Errors.RequireLevel(level);
        Errors.RequireKnown(method, nameof(method));
        long n = tally.Subjects;
        double z = Distributions.TwoSidedZ(level);
        var score = new ScoreDifference(tally.Lost, tally.Kept + tally.Never, tally.Gained);
        (double Lower, double Upper)? limits = n == 0 ? null
            : method == PairedDifferenceMethod.Tango ? (score.Lower(z), score.Upper(z))
            : Newcombe(tally, z);
        return new Estimate
        {
            Value = n == 0 ? null : score.Difference,
            Lower = limits?.Lower,
            Upper = limits?.Upper,
            Level = level,
            Method = method == PairedDifferenceMethod.Tango ? "tango" : "newcombe-paired",
            Count = n,
            Unit = Units.Fraction,
        };
    }

    /// <summary>McNemar's test: did as many gain as lost?</summary>
    /// <param name="tally">The counts.</param>
    /// <param name="method">How the p-value is made.</param>
    /// <returns>The test; p = 1 where nobody changed, <c>null</c> where there are no subjects.</returns>
    /// <remarks>
    /// With b lost and c gained, the exact p-value is 2·P(X ≤ min(b, c)) of a binomial (b + c, ½), at most 1. The mid-p is that
    /// minus P(X = min(b, c)), and 1 − ½P(X = b) where b = c &gt; 0. χ² is (b − c)²/(b + c).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="method"/> is none of the three.</exception>
    public static SymmetryTest Test(PairedProportionTally tally, McNemarMethod method = McNemarMethod.MidP)
    {
        Errors.RequireKnown(method, nameof(method));
        (double lost, double gained) = (tally.Lost, tally.Gained);
        double changed = lost + gained;
        bool chi = method == McNemarMethod.ChiSquared;
        double statistic = changed == 0 ? 0 : (lost - gained) / changed * (lost - gained);
        double p = changed == 0 ? 1
            : chi ? Distributions.ChiSquaredUpper(statistic, 1)
            : Conditional(Math.Min(lost, gained), changed, method);
        return new SymmetryTest
        {
            Statistic = chi && tally.Subjects > 0 ? statistic : null,
            DegreesOfFreedom = chi ? (changed == 0 ? 0 : 1) : null,
            PValue = tally.Subjects == 0 ? null : p,
            Method = method switch
            {
                McNemarMethod.MidP => "mcnemar-mid-p",
                McNemarMethod.Exact => "mcnemar-exact",
                _ => "mcnemar-chi-squared",
            },
            Count = tally.Subjects,
            Changed = tally.Lost + tally.Gained,
        };
    }

    private static double Conditional(double fewer, double changed, McNemarMethod method)
    {
        double same = Distributions.BinomialProbability(fewer, changed, 0.5);
        double below = Distributions.BinomialLower(fewer - 1, changed, 0.5);
        return (method, 2 * fewer == changed) switch
        {
            (McNemarMethod.MidP, true) => 1 - same / 2,
            (McNemarMethod.MidP, false) => Math.Min(1, 2 * below + same),
            (_, true) => 1,
            _ => Math.Min(1, 2 * (below + same)),
        };
    }

    private static (double Lower, double Upper) Newcombe(PairedProportionTally tally, double z)
    {
        (ProportionTally before, ProportionTally after) = (tally.Before, tally.After);
        double difference = ((double)tally.Gained - tally.Lost) / tally.Subjects;
        double correlation = CorrectedPhi(tally);
        (double beforeBelow, double beforeAbove) = Distances(before, z);
        (double afterBelow, double afterAbove) = Distances(after, z);
        return (
            Mover.Lower(difference, afterBelow, beforeAbove, correlation),
            Mover.Upper(difference, afterAbove, beforeBelow, correlation));
    }

    private static (double Below, double Above) Distances(ProportionTally tally, double z)
    {
        (long x, long n) = (tally.Successes, tally.Trials);
        return (Proportion.WilsonBelow(x, n - x, z), Proportion.WilsonBelow(n - x, x, z));
    }

    private static double CorrectedPhi(PairedProportionTally tally)
    {
        (double n, double before, double after) = (tally.Subjects, tally.Before.Successes, tally.After.Successes);
        double margins = Math.Sqrt(before) * Math.Sqrt(n - before) * Math.Sqrt(after) * Math.Sqrt(n - after);
        double cross = (double)((Int128)tally.Kept * tally.Never - (Int128)tally.Lost * tally.Gained);
        double corrected = cross > 0 ? Math.Max(0, cross - n / 2) : cross;
        return margins == 0 ? 0 : corrected / margins;
    }
}
