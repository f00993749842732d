using System.Numerics;
using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>Σ numerators over Σ denominators, over units that bring both: revenue per order, minutes per contact, cost per customer.</summary>
/// <remarks>
/// The unit is what varies by itself, such as a customer or a day; its numerator and denominator belong together, and their
/// correlation is in the error. The mean of the units' own ratios is another number.
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when their moments are.
/// Tallies of separate units add in any order, to about 1e-13. Two of them compare by <see cref="Comparison.Between"/>: Welch's t on
/// the linearised values.
/// </remarks>
public readonly record struct RatioTally : IMetric<RatioTally>, IAdditionOperators<RatioTally, RatioTally, RatioTally>
{
    // Below this share of what is taken away, what is left is rounding.
    private const double Rounding = 2e-14;
    private const double Sure = 2;

    /// <summary>Makes a tally from the moments of its units, as a database returns them.</summary>
    /// <param name="units">The units: first their numerators, second their denominators.</param>
    [JsonConstructor]
    public RatioTally(CorrelationTally units) => Units = units;

    /// <summary>The tally of no units.</summary>
    public static RatioTally Empty => default;

    /// <summary>The units: first their numerators, second their denominators.</summary>
    public CorrelationTally Units { get; }

    /// <summary>Σ numerators over Σ denominators; <c>null</c> without units or where the denominators sum to 0.</summary>
    [JsonIgnore]
    public double? Value => Units.MeanFirst / Units.MeanSecond is { } ratio && double.IsFinite(ratio) ? ratio : null;

    /// <summary>Counts units.</summary>
    /// <param name="units">The numerator and denominator of each, finite numbers.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public static RatioTally Of(IEnumerable<(double Numerator, double Denominator)> units)
    {
        ArgumentNullException.ThrowIfNull(units);
        return new(CorrelationTally.Of(units, nameof(units)));
    }

    /// <summary>Adds one unit.</summary>
    /// <param name="numerator">Its numerator, a finite number.</param>
    /// <param name="denominator">Its denominator, a finite number.</param>
    /// <returns>The larger tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite.</exception>
    public RatioTally Add(double numerator, double denominator) => this + new RatioTally(new CorrelationTally(
        1, Errors.RequireMoment(numerator, nameof(numerator)), Errors.RequireMoment(denominator, nameof(denominator)), 0, 0, 0));

    /// <summary>Merges two tallies of separate units.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">The count would pass <see cref="long.MaxValue"/>.</exception>
    public static RatioTally operator +(RatioTally left, RatioTally right) => new(left.Units + right.Units);

    /// <summary>
    /// The ratio R of the sums with its interval, R ± t·SE: SE² = Σ(x − Ry)²/(n(n − 1)ȳ²), the error of the linearised ratio, and t
    /// with n − 1 degrees of freedom (Cochran 1977). None with fewer than two units, where all have one ratio, or where the
    /// mean of the denominators lies within two of its own errors of 0: there the first order does not do, and <see cref="Ratio.OfSums"/> does.
    /// </summary>
    /// <inheritdoc cref="IMetric{TSelf}.Estimate"/>
    public static Estimate Estimate(RatioTally tally, double level)
    {
        Errors.RequireLevel(level);
        return Make(tally.Value, tally.Moment is { Variance: > 0 } moment ? moment.Reach(level) : null, level, "delta", tally.Units.Count);
    }

    /// <inheritdoc/>
    /// <remarks>The difference of the ratios ± t·√(SE₁² + SE₀²), degrees of freedom by Satterthwaite.</remarks>
    public static Estimate Change(RatioTally baseline, RatioTally current, double level)
    {
        Errors.RequireLevel(level);
        double? half = Pair(baseline, current).Difference is var (error, freedom) ? Distributions.TwoSidedT(level, freedom) * error : null;
        return Make(current.Value - baseline.Value, half, level, "welch-delta", baseline.Units.Count + current.Units.Count);
    }

    /// <inheritdoc/>
    public static double? PValue(RatioTally baseline, RatioTally current) => Pair(baseline, current).PValue();

    /// <inheritdoc/>
    /// <remarks>As for means: log-delta by Student's t; see <see cref="Ratio.Of(RatioTally, RatioTally, double, RatioMethod)"/>.</remarks>
    public static Estimate? RelativeChange(RatioTally baseline, RatioTally current, double level) =>
        Pair(baseline, current).RelativeChange(level, baseline.Units.Count + current.Units.Count);

    /// <inheritdoc/>
    public static string NoRelativeChange(RatioTally baseline, RatioTally current) =>
        MomentPair.NoRelativeChange(baseline.Value, current.Value, Pair(baseline, current).Difference);

    /// <inheritdoc/>
    /// <remarks>(z₁₋α⁄₂ + z_power) · √(SE₁² + SE₀²).</remarks>
    public static double? DetectableChange(RatioTally baseline, RatioTally current, double power, double level)
    {
        double reach = Power.Reach(level, power);
        return Pair(baseline, current).Difference is var (error, _) ? reach * error : null;
    }

    /// <summary>The tally as a person reads it, such as <c>12.40 of the sums of 250 units</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Display.Number(Value, 2, null)} of the sums of {Display.Count(Units.Count, null)} units";

    internal static MomentPair Pair(RatioTally baseline, RatioTally current) => new(baseline.Moment, current.Moment);

    private Moment? Moment
    {
        get
        {
            CorrelationTally units = Units;
            double n = units.Count;
            if (Value is not { } ratio || units.MeanSecond is not { } denominator || n < 2 || !IsSure(denominator, units))
            {
                return null;
            }

            double cross = 2 * ratio * units.SumOfDeviationProducts;
            double second = ratio * ratio * units.SumOfSquaredDeviationsSecond;
            double squares = units.SumOfSquaredDeviationsFirst - cross + second;
            squares = squares > Rounding * Math.Abs(cross) ? squares : 0;
            double variance = squares / (n - 1) / n / denominator / denominator;
            return double.IsFinite(variance) ? new Moment(ratio, variance, n - 1) : null;
        }
    }

    private static bool IsSure(double denominator, CorrelationTally units)
    {
        double n = units.Count;
        return Math.Abs(denominator) > Sure * Math.Sqrt(units.SumOfSquaredDeviationsSecond / (n - 1) / n);
    }

    private static Estimate Make(double? value, double? half, double level, string method, long count) => new()
    {
        Value = value,
        Lower = value - half,
        Upper = value + half,
        Level = level,
        Method = method,
        Count = count,
        Unit = Statistics.Units.Ratio,
    };
}
