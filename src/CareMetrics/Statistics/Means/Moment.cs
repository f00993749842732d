namespace CareMetrics.Statistics;

/// <summary>An estimate with the variance of that estimate and the degrees of freedom it is known by.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="Variance">Of the estimate, 0 or more.</param>
/// <param name="Freedom">Above 0.</param>
internal readonly record struct Moment(double Value, double Variance, double Freedom)
{
    /// <summary>How far the interval of the estimate reaches to either side.</summary>
    internal double Reach(double level) => Distributions.TwoSidedT(level, Freedom) * Math.Sqrt(Variance);

    /// <summary>The standard error of the sum or difference of two, with Satterthwaite's (1946) degrees of freedom; <c>null</c> where neither varies, or where no number holds it.</summary>
    internal static (double Error, double Freedom)? Welch(double variance0, double freedom0, double variance1, double freedom1)
    {
        double sum = variance0 + variance1;
        // Shares of the sum rather than the squares themselves, which can underflow.
        (double share0, double share1) = (variance0 / sum, variance1 / sum);
        return sum > 0 && double.IsFinite(sum) ? (Math.Sqrt(sum), 1 / (share0 * share0 / freedom0 + share1 * share1 / freedom1)) : null;
    }
}
