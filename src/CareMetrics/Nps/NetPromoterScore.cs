using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>A Net Promoter Score with its interval and the tally it rests on.</summary>
public sealed record NetPromoterScore : IFormattable
{
    /// <summary>The score in points, −100 to 100, with its interval.</summary>
    public required Estimate Score { get; init; }

    /// <summary>The counts it rests on.</summary>
    public required NpsTally Tally { get; init; }

    /// <summary>How many customers answered, or <c>null</c> where customers are not known.</summary>
    public long? Customers { get; init => field = value is { } found ? Errors.RequireCount(found, nameof(Customers)) : null; }

    /// <summary>How many times wider than of independent answers the variance is, 1 or more; <c>null</c> where customers are not known or are too few to tell.</summary>
    public double? DesignEffect { get; init => field = Errors.RequireFinite(value, nameof(DesignEffect)); }

    /// <summary>The score as a person reads it, such as <c>NPS 72 (95% CI 70 to 74, n = 3,018)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>The score as a person reads it.</summary>
    /// <inheritdoc cref="Estimate.ToString(string, IFormatProvider)"/>
    public string ToString(string? format, IFormatProvider? formatProvider) => "NPS " + Score.Text(format, formatProvider, "");
}
