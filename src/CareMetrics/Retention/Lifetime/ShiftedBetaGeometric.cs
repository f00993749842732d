using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>Retention of customers who differ: each has a churn rate of their own, and the rates are beta-distributed (Fader and Hardie 2007).</summary>
/// <remarks>
/// The loyal outlast the others, so retention rises with age although nobody changes: r_t = (β + t − 1)/(α + β + t − 1), and
/// S(t) = B(α, β + t)/B(α, β). Immutable; two are equal when parameters and period are.
/// </remarks>
public sealed record ShiftedBetaGeometric
{
    /// <summary>The first parameter of the churn rates' beta distribution, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0 and finite.</exception>
    public required double Alpha { get; init => field = Errors.RequireShape(value, nameof(Alpha)); }

    /// <summary>The second parameter of the churn rates' beta distribution, above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not above 0 and finite.</exception>
    public required double Beta { get; init => field = Errors.RequireShape(value, nameof(Beta)); }

    /// <summary>How long a period is; needed where a discount is per month, quarter or year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the kinds.</exception>
    public PeriodKind? Period
    {
        get;
        init
        {
            if (value is { } kind)
            {
                Errors.RequireKnown(kind, nameof(Period));
            }

            field = value;
        }
    }

    /// <summary>The mean churn rate of new customers, α/(α + β): the share lost in the first period.</summary>
    public double MeanChurn => Alpha / (Alpha + Beta);

    /// <summary>How unlike customers are, 1/(1 + α + β): near 0 all have one churn rate, near 1 they leave at once or never.</summary>
    public double Polarization => 1 / (1 + Alpha + Beta);

    /// <summary>Fits the model to cohorts by maximum likelihood.</summary>
    /// <param name="cohorts">One or several cohorts, of any length.</param>
    /// <param name="period">How long a period of the cohorts is, or <c>null</c>.</param>
    /// <returns>The fit, or the reason for none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is none of the kinds.</exception>
    public static ShiftedBetaGeometricFit Fit(CohortTally cohorts, PeriodKind? period = null)
    {
        ArgumentNullException.ThrowIfNull(cohorts);
        if (period is { } kind)
        {
            Errors.RequireKnown(kind, nameof(period));
        }

        return ShiftedBetaGeometricFit.Of(cohorts, period);
    }

    /// <summary>The share of new customers who stay longer than some periods.</summary>
    /// <param name="periods">From 0 to 10,000.</param>
    /// <returns>S(t), from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is outside its range.</exception>
    public double Survival(int periods)
    {
        Errors.RequirePeriod(periods, 0, nameof(periods));
        double survival = 1;
        for (int t = 1; t <= periods; t++)
        {
            survival *= Kept(t);
        }

        return survival;
    }

    /// <summary>The share who go on from a period to the next, of those still there.</summary>
    /// <param name="period">From 1, a customer's first, to 10,000.</param>
    /// <returns>r_t, from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is outside its range.</exception>
    public double Retention(int period)
    {
        Errors.RequirePeriod(period, 1, nameof(period));
        return Kept(period);
    }

    /// <summary>The share of new customers who leave in a period.</summary>
    /// <param name="period">From 1, a customer's first, to 10,000.</param>
    /// <returns>P(T = t) = S(t − 1) − S(t).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is outside its range.</exception>
    public double Lost(int period)
    {
        Errors.RequirePeriod(period, 1, nameof(period));
        return Survival(period - 1) * (Alpha / (Alpha + Beta + (period - 1)));
    }

    /// <summary>The discounted expected lifetime (DEL) of a new customer: what one unit of margin a period, the first now, is worth.</summary>
    /// <param name="discount">The discount rate, 0 or more where all time is counted.</param>
    /// <param name="periods">How many periods count, 1 to 10,000; <c>null</c> for all there will ever be.</param>
    /// <returns>Σ S(t)/(1 + d)^t, t from 0: ₂F₁(1, β; α + β; 1/(1 + d)) over all time. Without discount (α + β − 1)/(α − 1), the expected lifetime.</returns>
    /// <exception cref="ArgumentException">The sum over all time is infinite: at a discount of 0 with α of 1 or less, or below 0; or the discount's length of time cannot be told in periods.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is outside its range.</exception>
    /// <exception cref="OverflowException">The value is beyond what a number can hold.</exception>
    public double DiscountedLifetime(PeriodRate discount, int? periods = null)
    {
        double rate = discount.Compounded(Period);
        if (periods is not { } count)
        {
            return Sum(Beta, rate);
        }

        Errors.RequirePeriod(count, 1, nameof(periods));
        double sum = 0;
        double term = 1;
        for (int t = 1; t <= count; t++)
        {
            sum += term;
            term *= Kept(t) / (1 + rate);
        }

        return Errors.RequireRepresentable(sum, "the discounted lifetime");
    }

    /// <summary>The discounted expected residual lifetime (DERL) of a customer just before a renewal is due: the margin of the renewal counts in full, if it comes.</summary>
    /// <param name="periodsActive">How many periods the customer has been there, from 1 to 10,000.</param>
    /// <param name="discount">The discount rate, 0 or more.</param>
    /// <returns>(β + n − 1)/(α + β + n − 1)·₂F₁(1, β + n; α + β + n; 1/(1 + d)) (Fader and Hardie 2010).</returns>
    /// <exception cref="ArgumentException">The sum is infinite, as for <see cref="DiscountedLifetime"/>; or the discount's length of time cannot be told in periods.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periodsActive"/> is outside its range.</exception>
    public double DiscountedResidualLifetime(int periodsActive, PeriodRate discount)
    {
        Errors.RequirePeriod(periodsActive, 1, nameof(periodsActive));
        return Kept(periodsActive) * Sum(Beta + periodsActive, discount.Compounded(Period));
    }

    /// <summary>By how many percent the residual lifetime rises with one percent of retention at the renewal that is due (Fader and Hardie 2010).</summary>
    /// <param name="periodsActive">How many periods the customer has been there, from 1 to 10,000.</param>
    /// <param name="discount">The discount rate, 0 or more.</param>
    /// <returns>₂F₁(1, β + n − 1; α + β + n − 1; 1/(1 + d)), which is 1 + DERL/(1 + d).</returns>
    /// <inheritdoc cref="DiscountedResidualLifetime"/>
    public double RetentionElasticity(int periodsActive, PeriodRate discount)
    {
        Errors.RequirePeriod(periodsActive, 1, nameof(periodsActive));
        return Sum(Beta + (periodsActive - 1), discount.Compounded(Period));
    }

    /// <summary>The model as a person reads it, such as <c>α 0.668, β 3.806: 14.9% lost in the first period, polarization 0.18</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"α {Display.Number(Alpha, 3, null)}, β {Display.Number(Beta, 3, null)}: {Display.Quantity(MeanChurn, Units.Fraction, null, null)} lost in the first period, "
        + $"polarization {Display.Number(Polarization, 2, null)}";

    private double Kept(int period) => (Beta + (period - 1)) / (Alpha + Beta + (period - 1));

    private double Sum(double beta, double rate) => rate > 0 || (rate == 0 && Alpha > 1)
        ? Errors.RequireRepresentable(Distributions.BetaGeometricSum(Alpha, beta, rate), "the discounted lifetime")
        : throw Errors.LifetimeInfinite(rate, Alpha);
}
