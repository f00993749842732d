using System.Numerics;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>What became of contacts on the way to an answered survey: each step is a part of the one before it.</summary>
/// <remarks>
/// Contacts → not quarantined (asked too recently) → sampled → invited → delivered → answered. An immutable value, safe to
/// share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all counts are. Tallies of separate contacts add exactly.
/// </remarks>
public readonly record struct SurveyFunnelTally : IAdditionOperators<SurveyFunnelTally, SurveyFunnelTally, SurveyFunnelTally>
{
    /// <summary>Makes a tally from counts.</summary>
    /// <param name="contacts">All contacts.</param>
    /// <param name="quarantined">Those not to be asked because their customer was asked too recently.</param>
    /// <param name="sampled">Those chosen from the rest.</param>
    /// <param name="invited">Those sent an invitation.</param>
    /// <param name="delivered">Those whose invitation arrived.</param>
    /// <param name="answered">Those who answered.</param>
    /// <exception cref="ArgumentException">A count is negative, or a step holds more than the one before it.</exception>
    [JsonConstructor]
    public SurveyFunnelTally(long contacts, long quarantined, long sampled, long invited, long delivered, long answered)
    {
        Contacts = Errors.RequireCount(contacts, nameof(contacts));
        Quarantined = Part(nameof(contacts), contacts, nameof(quarantined), quarantined);
        Sampled = Part("contacts not quarantined", contacts - quarantined, nameof(sampled), sampled);
        Invited = Part(nameof(sampled), sampled, nameof(invited), invited);
        Delivered = Part(nameof(invited), invited, nameof(delivered), delivered);
        Answered = Part(nameof(delivered), delivered, nameof(answered), answered);
    }

    /// <summary>The tally of no contacts.</summary>
    public static SurveyFunnelTally Empty => default;

    /// <summary>All contacts.</summary>
    public long Contacts { get; }

    /// <summary>Those not to be asked because their customer was asked too recently.</summary>
    public long Quarantined { get; }

    /// <summary>Those chosen from the rest.</summary>
    public long Sampled { get; }

    /// <summary>Those sent an invitation.</summary>
    public long Invited { get; }

    /// <summary>Those whose invitation arrived.</summary>
    public long Delivered { get; }

    /// <summary>Those who answered.</summary>
    public long Answered { get; }

    /// <summary>Invited ÷ contacts before quarantine.</summary>
    [JsonIgnore]
    public ProportionTally Invitations => new(Invited, Contacts);

    /// <summary>Answered ÷ delivered.</summary>
    [JsonIgnore]
    public ProportionTally Responses => new(Answered, Delivered);

    /// <summary>Answered ÷ invited.</summary>
    [JsonIgnore]
    public ProportionTally ResponsesOfInvited => new(Answered, Invited);

    /// <summary>Merges two tallies of separate contacts.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static SurveyFunnelTally operator +(SurveyFunnelTally left, SurveyFunnelTally right) => new(
        left.Contacts + right.Contacts,
        left.Quarantined + right.Quarantined,
        left.Sampled + right.Sampled,
        left.Invited + right.Invited,
        left.Delivered + right.Delivered,
        left.Answered + right.Answered);

    /// <summary>The funnel as a person reads it.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Display.Count(Contacts, null)} contacts, {Display.Count(Quarantined, null)} quarantined, {Display.Count(Sampled, null)} sampled, "
        + $"{Display.Count(Invited, null)} invited, {Display.Count(Delivered, null)} delivered, {Display.Count(Answered, null)} answered";

    private static long Part(string whole, long most, string name, long count) => Errors.RequireCount(count, name) <= most
        ? count
        : throw Errors.FunnelOutOfOrder(whole, most, name, count);
}
