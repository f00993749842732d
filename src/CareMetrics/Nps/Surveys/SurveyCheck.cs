using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>Whether all kinds of contact are asked alike, and what the score would be if they had been.</summary>
/// <remarks>Equal when all numbers and all kinds are.</remarks>
public sealed record SurveyCheck
{
    /// <summary>What became of all contacts.</summary>
    public required SurveyFunnelTally Whole { get; init; }

    /// <summary>Each kind of contact, in the order given.</summary>
    public required ImmutableArray<ContactKindCheck> Kinds { get; init => field = ValueList.OrEmpty(value); }

    /// <summary>The score of the answers as they came.</summary>
    public required NetPromoterScore Score { get; init; }

    /// <summary>The score in the contacts' own mix of kinds; <c>null</c> where <see cref="UnheardKind"/> names a kind without answers.</summary>
    public StratifiedNetPromoterScore? InMixOfContacts { get; init; }

    /// <summary>A kind that has contacts and not one answer, which no weighting can mend; <c>null</c> where every kind was heard.</summary>
    public string? UnheardKind { get; init; }

    /// <summary>The kind whose invitation rate falls furthest below the rest's among those that differ significantly; <c>null</c> where asking is even.</summary>
    [JsonIgnore]
    public ContactKindCheck? LeastAsked => Kinds
        .Where(kind => kind.InvitationAgainstRest.Judge(Better.Higher).Verdict == Verdict.Worsened)
        .MinBy(kind => kind.InvitationAgainstRest.Comparison.Change.Value);

    /// <inheritdoc/>
    public bool Equals(SurveyCheck? other) => other is not null
        && Whole == other.Whole
        && ValueList.Same(Kinds, other.Kinds)
        && Score == other.Score
        && InMixOfContacts == other.InMixOfContacts
        && UnheardKind == other.UnheardKind;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Whole, ValueList.Hash(Kinds), Score, InMixOfContacts, UnheardKind);

    /// <summary>The check as a person reads it, such as <c>asking is uneven: 12% of unresolved contacts were asked, 61% of the others</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => LeastAsked is { } least
        ? $"asking is uneven: {Percent(least.InvitationRate)} of {least.Kind} contacts were asked, {Percent(least.InvitationAgainstRest.Comparison.Baseline)} of the others"
        : Kinds.Any(kind => kind.InvitationAgainstRest.Comparison.NotComparable is null)
            ? "no kind of contact is shown to be asked less than the others"
            : "nothing to compare: contacts of one kind at most";

    private static string Percent(Estimate rate) => Display.Quantity(rate.Value, Units.Fraction, 0, null);
}

/// <summary>One kind of contact in a check of a survey.</summary>
public sealed record ContactKindCheck
{
    /// <summary>The kind's name.</summary>
    public required string Kind { get; init; }

    /// <summary>What became of its contacts.</summary>
    public required SurveyFunnelTally Funnel { get; init; }

    /// <summary>Invited ÷ contacts before quarantine.</summary>
    public required Estimate InvitationRate { get; init; }

    /// <summary>Answered ÷ delivered.</summary>
    public required Estimate ResponseRate { get; init; }

    /// <summary>Its own score.</summary>
    public required NetPromoterScore Score { get; init; }

    /// <summary>Its invitation rate against that of all other kinds together.</summary>
    public required SegmentComparison InvitationAgainstRest { get; init; }

    /// <summary>Its response rate against that of all other kinds together.</summary>
    public required SegmentComparison ResponseAgainstRest { get; init; }

    /// <summary>The kind as a person reads it.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Kind}: {Display.Quantity(InvitationRate.Value, Units.Fraction, 0, null)} asked, {Display.Quantity(ResponseRate.Value, Units.Fraction, 0, null)} of those answered, {Score}";
}

/// <summary>One who served, against all others: does an unusual share of top scores or of answers come from them?</summary>
public sealed record TopScoreCheck
{
    /// <summary>Who served.</summary>
    public required string Agent { get; init; }

    /// <summary>The share of top scores among their answers against that of all others.</summary>
    public required SegmentComparison TopScores { get; init; }

    /// <summary>The share of those asked who answered against that of all others.</summary>
    public required SegmentComparison Responses { get; init; }

    /// <summary>Whether their share of top scores is significantly above the others': a reason to look, not a proof.</summary>
    [JsonIgnore]
    public bool IsUnusual => TopScores.Judge(Better.Higher).Verdict == Verdict.Improved;

    /// <summary>The check as a person reads it.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Agent}: {Display.Quantity(TopScores.Comparison.Current.Value, Units.Fraction, 0, null)} top scores, others {Display.Quantity(TopScores.Comparison.Baseline.Value, Units.Fraction, 0, null)}, adjusted {Display.PValue(TopScores.AdjustedPValue)}";
}
