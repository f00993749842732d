namespace CareMetrics.Statistics;

/// <summary>
/// What a tally must know of itself to be compared: its estimate, the change between two of it, and the p-value of that change.
/// A caller's own metric implements it on its own tally and is then compared and judged as the built-in ones are.
/// </summary>
/// <typeparam name="TSelf">The tally type itself.</typeparam>
/// <remarks>Every member takes the baseline first; a change is current minus baseline.</remarks>
public interface IMetric<TSelf>
    where TSelf : IMetric<TSelf>
{
    /// <summary>The metric of one tally, with its interval.</summary>
    /// <param name="tally">The data; an empty tally gives a <c>null</c> value.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The estimate.</returns>
    static abstract Estimate Estimate(TSelf tally, double level);

    /// <summary>Current minus baseline, with its interval.</summary>
    /// <param name="baseline">What is compared with.</param>
    /// <param name="current">What is compared.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The change; its value is <c>null</c> where either side has none.</returns>
    static abstract Estimate Change(TSelf baseline, TSelf current, double level);

    /// <summary>The two-sided p-value of no change; unless overridden, the one whose interval just reaches 0.</summary>
    /// <param name="baseline">What is compared with.</param>
    /// <param name="current">What is compared.</param>
    /// <returns>From 0 to 1, or <c>null</c> where there is no interval to invert.</returns>
    /// <remarks>The default inverts <see cref="Change"/> over its level, and so resolves p-values down to 1e-15.</remarks>
    static virtual double? PValue(TSelf baseline, TSelf current) => Inversion.OfLevel(baseline, current);

    /// <summary>Which interval <see cref="PValue"/> inverts.</summary>
    static virtual PValueBasis PValueBasis => PValueBasis.Change;

    /// <summary>Current over baseline, minus 1, with its interval; <c>null</c> where the metric has none.</summary>
    /// <param name="baseline">What is compared with.</param>
    /// <param name="current">What is compared.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>A fraction, or <c>null</c>; <see cref="NoRelativeChange"/> then says why.</returns>
    static virtual Estimate? RelativeChange(TSelf baseline, TSelf current, double level) => null;

    /// <summary>Why <see cref="RelativeChange"/> is <c>null</c>.</summary>
    /// <param name="baseline">What is compared with.</param>
    /// <param name="current">What is compared.</param>
    /// <returns>One line.</returns>
    static virtual string NoRelativeChange(TSelf baseline, TSelf current) => "this metric has no relative change";

    /// <summary>The change that data of this size would show with the given power.</summary>
    /// <param name="baseline">What is compared with.</param>
    /// <param name="current">What is compared.</param>
    /// <param name="power">The chance of finding a change of that size, strictly between 0 and 1.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The size of the change, 0 or more, in the metric's unit; <c>null</c> where it is not known.</returns>
    static virtual double? DetectableChange(TSelf baseline, TSelf current, double power, double level) => null;
}
