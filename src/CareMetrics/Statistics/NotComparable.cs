using System.Text.Json.Serialization;

namespace CareMetrics.Statistics;

/// <summary>Why two sides cannot be compared.</summary>
public sealed record NotComparable
{
    /// <summary>The kind of reason.</summary>
    public required NotComparableReason Reason { get; init; }

    /// <summary>The reason in one line: what differs, or what is missing.</summary>
    public required string Detail { get; init; }

    /// <summary>The reason in one line.</summary>
    /// <returns><see cref="Detail"/>.</returns>
    public override string ToString() => Detail;
}

/// <summary>The kinds of reason for which two sides cannot be compared.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotComparableReason>))]
public enum NotComparableReason
{
    /// <summary>A side has too little data for an interval.</summary>
    TooFew,

    /// <summary>The sides count different things.</summary>
    DifferentDefinition,

    /// <summary>The sides are in different units.</summary>
    DifferentUnits,

    /// <summary>A period has missing days.</summary>
    Incomplete,

    /// <summary>Answers of a period are still due.</summary>
    NotMature,

    /// <summary>The period has no counterpart to be compared with, as week 53 in a year of 52.</summary>
    NoPartner,
}
