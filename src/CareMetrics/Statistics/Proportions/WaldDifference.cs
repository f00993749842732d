namespace CareMetrics.Statistics;

/// <summary>The difference of two independent proportions ± z standard errors, unpooled.</summary>
internal readonly struct WaldDifference(ProportionTally baseline, ProportionTally current) : IIntervalOfZ
{
    private readonly double _difference = new NewcombeInterval(baseline, current).Difference;
    private readonly double _error = Math.Sqrt(Variance(baseline) + Variance(current));

    public double Lower(double z) => _difference - z * _error;

    public double Upper(double z) => _difference + z * _error;

    /// <summary>1 where there is no difference; 0 where both sides are unanimous and differ, which is what Wald makes of it.</summary>
    internal double PValue => _difference == 0 ? 1 : Distributions.TwoSidedP(_difference / _error);

    private static double Variance(ProportionTally tally)
    {
        double n = tally.Trials;
        return tally.Successes / n * ((n - tally.Successes) / n) / n;
    }
}
