using System.Collections.Immutable;

namespace CareMetrics.Statistics;

/// <summary>Do groups last equally long? The log-rank test of two or more survival curves.</summary>
/// <remarks>
/// At every time at which d of n ended, a group that held m of the n expects d·m/n of them; the differences O − E between ends seen and
/// expected, over all times, have the variances Σ d(n − d)/(n − 1)·m/n·(1 − m/n) and matching covariances, and (O − E)′V⁻¹(O − E) is
/// χ² (Mantel 1966; Peto and Peto 1972). Groups that were never at risk beside others inform nothing and cost a degree of freedom.
/// </remarks>
public sealed record LogRank
{
    /// <summary>The χ² statistic, 0 or more; <c>null</c> where no two groups were ever at risk together while anything ended.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN or infinite.</exception>
    public required double? Statistic { get; init => field = Errors.RequireFinite(value, nameof(Statistic)); }

    /// <summary>The degrees of freedom: the groups that inform the test, less one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required int DegreesOfFreedom { get; init => field = (int)Errors.RequireCount(value, nameof(DegreesOfFreedom)); }

    /// <summary>The p-value from 0 to 1; <c>null</c> where there is no statistic.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value lies outside 0 to 1.</exception>
    public required double? PValue
    {
        get;
        init
        {
            Errors.RequirePValue(value, nameof(PValue));
            field = value;
        }
    }

    /// <summary>For how many of each group it ended, in the order of the groups.</summary>
    public required ImmutableArray<long> Observed { get; init => field = ValueList.OrEmpty(value); }

    /// <summary>For how many of each group it would have ended if all lasted equally long.</summary>
    public required ImmutableArray<double> Expected { get; init => field = ValueList.OrEmpty(value); }

    /// <summary>How many there are in all groups.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public required long Count { get; init => field = Errors.RequireCount(value, nameof(Count)); }

    /// <summary>Tests whether groups last equally long.</summary>
    /// <param name="groups">Two or more tallies of separate subjects.</param>
    /// <returns>The test.</returns>
    /// <exception cref="ArgumentException">There are fewer than two groups, or one is <c>null</c>.</exception>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static LogRank Of(IReadOnlyList<SurvivalTally> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        if (groups.Count < 2)
        {
            throw Errors.TooFewGroups(nameof(groups), groups.Count);
        }

        var sums = new LogRankSums([.. groups.Select((group, i) => Errors.Require(group, $"groups[{Errors.Show(i)}]"))]);
        return new LogRank
        {
            Statistic = sums.Freedom == 0 ? null : sums.Statistic,
            DegreesOfFreedom = sums.Freedom,
            PValue = sums.Freedom == 0 ? null : Distributions.ChiSquaredUpper(sums.Statistic, sums.Freedom),
            Observed = [.. groups.Select(group => group.Events)],
            Expected = sums.Expected,
            Count = groups.Sum(group => group.Count),
        };
    }

    /// <inheritdoc/>
    public bool Equals(LogRank? other) => other is not null
        && Statistic.Equals(other.Statistic)
        && DegreesOfFreedom == other.DegreesOfFreedom
        && PValue.Equals(other.PValue)
        && Count == other.Count
        && ValueList.Same(Observed, other.Observed)
        && ValueList.Same(Expected, other.Expected);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Statistic, DegreesOfFreedom, PValue, Count, ValueList.Hash(Observed), ValueList.Hash(Expected));

    /// <summary>The test as a person reads it, such as <c>log-rank: χ² = 3.40 on 1 df, p = 0.0653 (18 ended of 23)</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        string chi = Statistic is null ? "" : $"χ² = {Display.Number(Statistic, 2, null)} on {Display.Plain(DegreesOfFreedom)} df, ";
        return $"log-rank: {chi}{Display.PValue(PValue)} ({Display.Count(Observed.Sum(), null)} ended of {Display.Count(Count, null)})";
    }
}
