using CareMetrics.Statistics;

namespace CareMetrics.Roi;

/// <summary>When the sum of the flows so far is back at 0 after having been below it.</summary>
/// <remarks>Within a step the flow is taken as even. The time counts from the first flow: in periods, or in years of 365 days where the flows are dated.</remarks>
public sealed record Payback
{
    /// <summary>Whether the sum so far is ever below 0: where it is not, there is nothing to pay back.</summary>
    public required bool HasOutlay { get; init; }

    /// <summary>The first time at which the sum so far is back at 0; <c>null</c> where that never happens or there is no outlay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? First { get; init => field = Errors.RequireFinite(value, nameof(First)); }

    /// <summary>The time from which the sum so far stays at 0 or above; <c>null</c> where it ends below 0 or there is no outlay.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Lasting { get; init => field = Errors.RequireFinite(value, nameof(Lasting)); }

    /// <summary>The payback as a person reads it, such as <c>paid back after 2.5</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => (HasOutlay, First, Lasting) switch
    {
        (false, _, _) => "no outlay to pay back",
        (_, null, _) => "not paid back",
        (_, _, null) => $"paid back after {Display.Number(First, 1, null)}, not for good",
        _ when First == Lasting => $"paid back after {Display.Number(First, 1, null)}",
        _ => $"paid back after {Display.Number(First, 1, null)}, for good after {Display.Number(Lasting, 1, null)}",
    };
}
