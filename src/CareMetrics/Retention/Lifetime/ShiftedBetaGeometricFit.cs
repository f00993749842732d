using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>A retention model fitted to cohorts by maximum likelihood, with how sure it is; or why there is none.</summary>
/// <remarks>Equal when all properties are. Standard errors are those of the observed information.</remarks>
public sealed record ShiftedBetaGeometricFit
{
    /// <summary>What it was fitted to.</summary>
    public required CohortTally Cohorts { get; init; }

    /// <summary>The model; <c>null</c> where <see cref="Reason"/> says why.</summary>
    public ShiftedBetaGeometric? Model { get; init; }

    /// <summary>Why the likelihood has no maximum; <c>null</c> where it has one.</summary>
    public NoFitReason? Reason { get; init; }

    /// <summary>The logarithm of the likelihood at its maximum; <c>null</c> without a model.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? LogLikelihood { get; init => field = Errors.RequireFinite(value, nameof(LogLikelihood)); }

    /// <summary>The standard error of α; <c>null</c> without a model, or where the likelihood is too flat to tell.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? AlphaError { get; init => field = Errors.RequireFinite(value, nameof(AlphaError)); }

    /// <summary>The standard error of β; <c>null</c> where that of α is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? BetaError { get; init => field = Errors.RequireFinite(value, nameof(BetaError)); }

    /// <summary>The covariance of α and β, which rise and fall together; <c>null</c> where their errors are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Covariance { get; init => field = Errors.RequireFinite(value, nameof(Covariance)); }

    /// <summary>The share of new customers who stay longer than some periods, projected past the data where asked.</summary>
    /// <param name="periods">From 0 to 10,000.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>A fraction with the interval of the parameters' error, on the scale ln(−ln S); no value without a model, no limits at 0 periods.</returns>
    /// <remarks>The interval takes the model for true: it does not know of a change of price, competitor or mind.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public Estimate Survival(int periods, double level = 0.95)
    {
        Errors.RequirePeriod(periods, 0, nameof(periods));
        Errors.RequireLevel(level);
        double? survival = Model?.Survival(periods);
        (double? lower, double? upper) = (null, null);
        if (Model is not null && AlphaError is { } alphaError && BetaError is { } betaError && Covariance is { } covariance && survival is { } share and > 0 and < 1)
        {
            double log = Math.Log(share);
            (double byAlpha, double byBeta) = LogSurvivalSlopes(Model, periods);
            (double alpha, double beta) = (byAlpha * alphaError, byBeta * betaError);
            double variance = (alpha * alpha) + (beta * beta) + (2 * byAlpha * byBeta * covariance);
            double error = Distributions.TwoSidedZ(level) * Math.Sqrt(Math.Max(0, variance));
            (lower, upper) = (Math.Exp(log * Math.Exp(-error / log)), Math.Exp(log * Math.Exp(error / log)));
        }

        return new Estimate
        {
            Value = survival,
            Lower = lower,
            Upper = upper,
            Level = level,
            Method = "delta-log-log",
            Count = Cohorts.AtRisk.IsEmpty ? 0 : (long)Math.Round(Cohorts.AtRisk[0]),
            Unit = Units.Fraction,
        };
    }

    /// <summary>The fit as a person reads it, such as <c>α 0.668 (se 0.104), β 3.806 (se 0.786), log-likelihood -1,611.16</c>, or why there is none.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => Reason switch
    {
        NoFitReason.NoCustomers => "no fit: there is no customer whose next period is known",
        NoFitReason.NoChurn => "no fit: nobody left",
        NoFitReason.OnePeriod => "no fit: one period does not show how churn changes with age",
        NoFitReason.OnlyFirstPeriodLoses => "no fit: all who left did so in their first period",
        NoFitReason.NobodyOutlastsTheFirst => "no fit: churn falls as steeply as if nobody outlasted the first period",
        NoFitReason.ConstantChurn => "no fit: churn does not fall with age, so one rate for everybody fits best",
        _ => $"α {Display.Number(Model?.Alpha, 3, null)} (se {Display.Number(AlphaError, 3, null)}), β {Display.Number(Model?.Beta, 3, null)} "
            + $"(se {Display.Number(BetaError, 3, null)}), log-likelihood {Display.Number(LogLikelihood, 2, null)}",
    };

    internal static ShiftedBetaGeometricFit Of(CohortTally cohorts, PeriodKind? period)
    {
        (BetaGeometricMaximum? maximum, NoFitReason? reason) = BetaGeometricLikelihood.Maximize(cohorts);
        if (maximum is not { } found)
        {
            return new ShiftedBetaGeometricFit { Cohorts = cohorts, Reason = reason };
        }

        (double alpha, double beta) = (found.Mean / found.Spread, (1 - found.Mean) / found.Spread);
        // α = m/u and β = (1 − m)/u, by their derivatives.
        (double alphaByMean, double alphaBySpread) = (1 / found.Spread, -alpha / found.Spread);
        (double betaByMean, double betaBySpread) = (-1 / found.Spread, -beta / found.Spread);
        double Covary(double mean1, double spread1, double mean2, double spread2) =>
            (mean1 * mean2 * found.MeanVariance) + (((mean1 * spread2) + (spread1 * mean2)) * found.Covariance) + (spread1 * spread2 * found.SpreadVariance);
        double alphaVariance = Covary(alphaByMean, alphaBySpread, alphaByMean, alphaBySpread);
        double betaVariance = Covary(betaByMean, betaBySpread, betaByMean, betaBySpread);
        // On a ridge too flat for a double there is a maximum and no error.
        bool curves = alphaVariance > 0 && betaVariance > 0;
        return new ShiftedBetaGeometricFit
        {
            Cohorts = cohorts,
            Model = new ShiftedBetaGeometric { Alpha = alpha, Beta = beta, Period = period },
            LogLikelihood = found.LogLikelihood,
            AlphaError = curves ? Math.Sqrt(alphaVariance) : null,
            BetaError = curves ? Math.Sqrt(betaVariance) : null,
            Covariance = curves ? Covary(alphaByMean, alphaBySpread, betaByMean, betaBySpread) : null,
        };
    }

    private static (double ByAlpha, double ByBeta) LogSurvivalSlopes(ShiftedBetaGeometric model, int periods)
    {
        (double byAlpha, double byBeta) = (0, 0);
        for (int i = 0; i < periods; i++)
        {
            double all = model.Alpha + model.Beta + i;
            byAlpha -= 1 / all;
            byBeta += model.Alpha / all / (model.Beta + i);
        }

        return (byAlpha, byBeta);
    }
}
