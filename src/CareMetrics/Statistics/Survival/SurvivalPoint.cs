namespace CareMetrics.Statistics;

/// <summary>A survival curve at one time.</summary>
/// <remarks>An immutable value; <c>default</c> is an empty point; two are equal when all properties are. No property holds NaN or ∞.</remarks>
public readonly record struct SurvivalPoint
{
    /// <summary>The time, in the unit of the durations.</summary>
    public required double Time { get; init => field = Errors.RequireNumber(value, nameof(Time)); }

    /// <summary>How many were still going on just before.</summary>
    public required long AtRisk { get; init => field = Errors.RequireCount(value, nameof(AtRisk)); }

    /// <summary>For how many it ended then.</summary>
    public required long Events { get; init => field = Errors.RequireCount(value, nameof(Events)); }

    /// <summary>How many were last seen then and had not ended.</summary>
    public required long Censored { get; init => field = Errors.RequireCount(value, nameof(Censored)); }

    /// <summary>The share estimated to last longer than this, from 0 to 1.</summary>
    public required double Survival { get; init => field = Errors.RequireShare(value, nameof(Survival)); }

    /// <summary>Greenwood's standard error of <see cref="Survival"/>; <c>null</c> where that is 0.</summary>
    public double? StandardError { get; init => field = Errors.RequireFinite(value, nameof(StandardError)); }

    /// <summary>The cumulative hazard up to then, Σ events/at risk (Nelson 1969; Aalen 1978).</summary>
    public required double CumulativeHazard { get; init => field = Errors.RequireNumber(value, nameof(CumulativeHazard)); }

    /// <summary>The lower limit of <see cref="Survival"/>, or <c>null</c> where there is none.</summary>
    public double? Lower { get; init => field = Errors.RequireFinite(value, nameof(Lower)); }

    /// <summary>The upper limit of <see cref="Survival"/>, or <c>null</c> where there is none.</summary>
    public double? Upper { get; init => field = Errors.RequireFinite(value, nameof(Upper)); }

    /// <summary>The point as a person reads it, such as <c>60.0% beyond 10 (25.3% to 82.7%)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        static string Show(double? share) => Display.Quantity(share, Units.Fraction, null, null);
        string interval = Lower is null && Upper is null ? "" : $" ({Show(Lower)} to {Show(Upper)})";
        return $"{Show(Survival)} beyond {Errors.Show(Time)}{interval}";
    }
}
