using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Conversion;

/// <summary>The conversion of ranters beyond that of a control group: what care can claim. A type of its own, so that no raw rate passes for it.</summary>
public sealed record ExtraConversion
{
    /// <summary>Of which ranters both sides count; <c>null</c> where counts were given and only the caller knows.</summary>
    public RanterBase? Among { get; init; }

    /// <summary>Ranters turned ravers without the treatment.</summary>
    public required ProportionTally Control { get; init; }

    /// <summary>Ranters turned ravers with the treatment.</summary>
    public required ProportionTally Treated { get; init; }

    /// <summary>Control as the baseline, treated as the current side: both rates, the difference, its p-value, and the verdict on asking.</summary>
    public required Comparison Comparison { get; init; }

    /// <summary>How many ranters to treat for one raver more than without; its shape says whether even the sign is known.</summary>
    public required NumberNeeded ContactsPerExtraRaver { get; init; }

    /// <summary>Treated minus control, a fraction from −1 to 1: the extra conversion itself.</summary>
    [JsonIgnore]
    public Estimate Extra => Comparison.Change;

    /// <summary>Improved where the treated turned more often than the control group, worsened where less often.</summary>
    /// <param name="margin">The difference too small to matter, a fraction above 0; <c>null</c> for none.</param>
    /// <returns>The verdict.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="margin"/> is not above 0.</exception>
    public Judgement Judge(double? margin = null) => Comparison.Judge(Better.Higher, margin);

    /// <summary>The extra conversion as a person reads it, with both sides.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => Comparison.NotComparable is not null
        ? $"no extra conversion: {Comparison.NotComparable.Detail}"
        : $"extra conversion {Extra}, {Display.PValue(Comparison.PValue)}; treated {Treated}, control {Control}; per contact {ContactsPerExtraRaver}";
}
