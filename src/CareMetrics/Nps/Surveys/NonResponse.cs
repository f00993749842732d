using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>What the silence of those who were invited and did not answer could hide.</summary>
public sealed record NonResponse
{
    /// <summary>The score of those who answered.</summary>
    public required NetPromoterScore Answered { get; init; }

    /// <summary>How many were invited.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long Invited { get; init => field = Errors.RequireCount(value, nameof(Invited)); }

    /// <summary>How many of them did not give a score.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long Silent { get; init => field = Errors.RequireCount(value, nameof(Silent)); }

    /// <summary>The share of the invited who answered.</summary>
    public required Estimate ResponseRate { get; init; }

    /// <summary>The lowest score in points that everyone invited can have: every silent one a detractor. <c>null</c> where nobody was invited.</summary>
    /// <remarks>(c − b − m)/N with m silent of N invited; no assumption is made of the silent (Manski 1995).</remarks>
    public required double? Lowest { get; init => field = Errors.RequireFinite(value, nameof(Lowest)); }

    /// <summary>The highest score in points that everyone invited can have: every silent one a promoter. <c>null</c> where nobody was invited.</summary>
    public required double? Highest { get; init => field = Errors.RequireFinite(value, nameof(Highest)); }

    /// <summary>How the silent would have to score for everyone invited to score a target.</summary>
    /// <param name="target">The score of everyone in points, −100 to 100: that of a baseline, or one that was promised.</param>
    /// <returns>Points from −100 to 100; <c>null</c> where no answer of theirs could bring it about.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is outside ±100.</exception>
    public double? SilentScoreFor(double target)
    {
        if (!(target >= -100 && target <= 100))
        {
            throw Errors.TargetOutside(target);
        }

        if (Silent == 0 || target < Lowest || target > Highest)
        {
            return null;
        }

        double needed = ((target * Invited) - (100.0 * (Answered.Tally.Promoters - Answered.Tally.Detractors))) / Silent;
        return Math.Clamp(needed, -100, 100);
    }

    /// <summary>How the silent would have to score for a change that was found to be gone: for everyone invited to score as the baseline did.</summary>
    /// <param name="change">The change of these answers on a baseline.</param>
    /// <returns>Points from −100 to 100; <c>null</c> where no answer of theirs could undo it, or where there is no change to undo.</returns>
    public double? SilentScoreToUndo(Comparison change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.NotComparable is null && change.Baseline.Value is { } baseline && change.PValue < 1 - change.Change.Level
            ? SilentScoreFor(baseline)
            : null;
    }

    /// <summary>The silence as a person reads it.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"{Display.Quantity(ResponseRate.Value, Units.Fraction, null, null)} of {Display.Count(Invited, null)} invited answered; everyone's NPS lies between {Display.Number(Lowest, 0, null)} and {Display.Number(Highest, 0, null)}";
}
