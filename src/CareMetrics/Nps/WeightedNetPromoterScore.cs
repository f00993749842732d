using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>A weighted Net Promoter Score, with the unweighted one beside it.</summary>
public sealed record WeightedNetPromoterScore
{
    /// <summary>The weighted score in points, with its interval.</summary>
    public required Estimate Score { get; init; }

    /// <summary>The linearised standard error in points; <c>null</c> with fewer than two answers of positive weight.</summary>
    public double? StandardError { get; init => field = Errors.RequireFinite(value, nameof(StandardError)); }

    /// <summary>How many answers of equal weight would be worth as much: (Σw)²/Σw² (Kish 1965); <c>null</c> where there is no weight.</summary>
    public double? EffectiveAnswers { get; init => field = Errors.RequireFinite(value, nameof(EffectiveAnswers)); }

    /// <summary>The same answers, each counting once.</summary>
    public required NetPromoterScore Unweighted { get; init; }

    /// <summary>The sums it rests on.</summary>
    public required WeightedNpsTally Tally { get; init; }

    /// <summary>Both scores as a person reads them.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"weighted NPS {Score.Text(null, null, "")}, effective n = {Display.Number(EffectiveAnswers, 1, null)}; unweighted {Unweighted}";
}
