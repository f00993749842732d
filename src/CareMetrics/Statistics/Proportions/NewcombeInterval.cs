namespace CareMetrics.Statistics;

/// <summary>The difference of two independent proportions, current minus baseline, from their Wilson limits (Newcombe 1998, method 10).</summary>
internal readonly struct NewcombeInterval(ProportionTally baseline, ProportionTally current) : IIntervalOfZ
{
    // One division: two proportions that are equal differ by exactly 0, whatever their counts.
    internal double Difference { get; } =
        (double)(((Int128)current.Successes * baseline.Trials) - ((Int128)baseline.Successes * current.Trials))
            / ((double)current.Trials * baseline.Trials);

    public double Lower(double z) => Mover.Lower(Difference, BelowOf(current, z), BelowOf(Mirror(baseline), z));

    public double Upper(double z) => Mover.Upper(Difference, BelowOf(Mirror(current), z), BelowOf(baseline, z));

    // How far the Wilson limit lies below the estimate; above it is the same for the mirrored counts.
    private static double BelowOf(ProportionTally tally, double z) =>
        Proportion.WilsonBelow(tally.Successes, tally.Trials - tally.Successes, z);

    private static ProportionTally Mirror(ProportionTally tally) => new(tally.Trials - tally.Successes, tally.Trials);
}
