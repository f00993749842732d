using System.Collections.Immutable;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>A Net Promoter Score re-weighted to known population shares, with the unweighted one beside it.</summary>
/// <remarks>Equal when all numbers and all strata are.</remarks>
public sealed record StratifiedNetPromoterScore
{
    /// <summary>The score in points in the mix of the population, with its interval.</summary>
    public required Estimate Score { get; init; }

    /// <summary>The same answers in the mix in which they came.</summary>
    public required NetPromoterScore Unweighted { get; init; }

    /// <summary>The strata, in the order given.</summary>
    public required ImmutableArray<NpsStratum> Strata { get; init => field = ValueList.OrEmpty(value); }

    /// <inheritdoc/>
    public bool Equals(StratifiedNetPromoterScore? other) => other is not null
        && Score == other.Score
        && Unweighted == other.Unweighted
        && ValueList.Same(Strata, other.Strata);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Score, Unweighted, ValueList.Hash(Strata));

    /// <summary>Both scores as a person reads them.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"NPS {Score.Text(null, null, "")} in the population's mix; as answered {Unweighted}";
}

/// <summary>One stratum of a post-stratified score.</summary>
public sealed record NpsStratum
{
    /// <summary>The stratum's name.</summary>
    public required string Stratum { get; init; }

    /// <summary>Its share of the population, a fraction.</summary>
    public required double PopulationShare { get; init => field = Errors.RequireFinite(value, nameof(PopulationShare))!.Value; }

    /// <summary>Its share of the answers, a fraction.</summary>
    public required double AnswerShare { get; init => field = Errors.RequireFinite(value, nameof(AnswerShare))!.Value; }

    /// <summary>Its own score.</summary>
    public required NetPromoterScore Score { get; init; }

    /// <summary>The stratum as a person reads it.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Stratum}: {Display.Quantity(PopulationShare, Units.Fraction, null, null)} of the population, {Display.Quantity(AnswerShare, Units.Fraction, null, null)} of the answers, {Score}";
}
