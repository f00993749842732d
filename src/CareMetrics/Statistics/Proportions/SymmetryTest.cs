namespace CareMetrics.Statistics;

/// <summary>A test of the same subjects before and after: do as many move one way as the other?</summary>
public sealed record SymmetryTest
{
    /// <summary>The χ² statistic, 0 or more; <c>null</c> where the test is exact or there is no data.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public double? Statistic { get; init => field = Errors.RequireFinite(value, nameof(Statistic)); }

    /// <summary>The degrees of freedom of <see cref="Statistic"/>, counting only what has changers; <c>null</c> where the test is exact.</summary>
    public int? DegreesOfFreedom { get; init => field = value is { } found ? (int)Errors.RequireCount(found, nameof(DegreesOfFreedom)) : null; }

    /// <summary>The two-sided p-value from 0 to 1: 1 where nobody changed, <c>null</c> where there is no data.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside 0 to 1.</exception>
    public double? PValue
    {
        get;
        init
        {
            Errors.RequirePValue(value, nameof(PValue));
            field = value;
        }
    }

    /// <summary>The name of the test, such as <c>mcnemar-mid-p</c>, <c>stuart-maxwell</c> or <c>bowker</c>.</summary>
    public required string Method { get; init; }

    /// <summary>How many subjects it rests on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long Count { get; init => field = Errors.RequireCount(value, nameof(Count)); }

    /// <summary>How many of them changed: only they inform the test.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long Changed { get; init => field = Errors.RequireCount(value, nameof(Changed)); }

    /// <summary>How many categories (Stuart–Maxwell) or pairs of categories (Bowker) had no changers and cost a degree of freedom each.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int LeftOut { get; init => field = (int)Errors.RequireCount(value, nameof(LeftOut)); }

    /// <summary>The test as a person reads it, such as <c>stuart-maxwell: χ² = 9.90 on 2 df, p = 0.0071 (32 of 73 changed)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string chi = Statistic is null ? "" : $"χ² = {Display.Number(Statistic, 2, null)} on {DegreesOfFreedom} df, ";
        string left = LeftOut > 0 ? $", {LeftOut} without changers left out" : "";
        return $"{Method}: {chi}{Display.PValue(PValue)} ({Display.Count(Changed, null)} of {Display.Count(Count, null)} changed{left})";
    }
}
