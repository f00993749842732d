using System.Numerics;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>The Net Promoter Score: the share of promoters minus the share of detractors, in points from −100 to 100 (Reichheld 2003).</summary>
/// <remarks>
/// With b detractors, a passives and c promoters among n answers the score is 100·(c − b)/n. Passives leave the subtraction,
/// not the denominator. Missing and invalid answers enter neither.
/// </remarks>
public static partial class NetPromoter
{
    /// <summary>Scores a tally of answers that are independent of each other.</summary>
    /// <param name="tally">The counts; no answers give a <c>null</c> value.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How the interval is made.</param>
    /// <returns>The score with its interval, in points.</returns>
    /// <remarks>
    /// The default interval holds every δ that the score test does not reject: limits where
    /// S(δ) = (c − b − nδ)/√(n(2q + δ − δ²)) is ±z, q being the share of detractors most likely under δ
    /// (May and Johnson 1997; Tango 1998; Rocks 2016). Wald is δ ± z·√((p + d − δ²)/n).
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static NetPromoterScore Score(NpsTally tally, double level = 0.95, NpsMethod method = NpsMethod.Score) =>
        Make(tally, level, method, Name(method), 1, null);

    /// <summary>Scores answers of known customers, of whom some answered several times.</summary>
    /// <param name="tally">The counts and the sums over customers.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How the interval is made.</param>
    /// <returns>The score; the interval is that of the counts divided by the design effect. Of a single customer there is none.</returns>
    /// <remarks><see cref="NpsCustomerTally.DesignEffect"/> has the formula.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static NetPromoterScore Score(NpsCustomerTally tally, double level = 0.95, NpsMethod method = NpsMethod.Score) =>
        Make(tally.Answers, level, method, NameByCustomer(method), tally.DesignEffect, tally.Customers);

    /// <summary>Scores raw answers.</summary>
    /// <typeparam name="T">Any number type; 7 and 7.0 are scores, 7.5 and NaN are invalid.</typeparam>
    /// <param name="scores">The scores, in any order.</param>
    /// <param name="scale">The scale; <c>null</c> is <see cref="NpsScale.ZeroToTen"/>.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The score with its interval, in points.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer is no score on the scale, or an argument is outside its range.</exception>
    public static NetPromoterScore Score<T>(ReadOnlySpan<T> scores, NpsScale? scale = null, double level = 0.95)
        where T : struct, INumber<T> => Score(NpsTally.Of(scores, scale), level);

    /// <inheritdoc cref="Score{T}(ReadOnlySpan{T}, NpsScale, double)"/>
    public static NetPromoterScore Score<T>(IEnumerable<T> scores, NpsScale? scale = null, double level = 0.95)
        where T : struct, INumber<T> => Score(NpsTally.Of(scores, scale), level);

    /// <summary>Scores raw answers of which some may be missing.</summary>
    /// <inheritdoc cref="Score{T}(ReadOnlySpan{T}, NpsScale, double)"/>
    public static NetPromoterScore Score<T>(IEnumerable<T?> scores, NpsScale? scale = null, double level = 0.95)
        where T : struct, INumber<T> => Score(NpsTally.Of(scores, scale), level);

    /// <summary>Tests whether the score differs from a target that was named beforehand.</summary>
    /// <param name="tally">The counts.</param>
    /// <param name="target">The target in points, −100 to 100.</param>
    /// <returns>The score test: z = S(target) and its two-sided p-value. It agrees with the default interval at every level.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is outside ±100.</exception>
    public static SignificanceTest Test(NpsTally tally, double target) => Test(tally, target, 1, "score");

    /// <summary>Tests whether the score of known customers differs from a target that was named beforehand.</summary>
    /// <param name="tally">The counts and the sums over customers.</param>
    /// <param name="target">The target in points, −100 to 100.</param>
    /// <returns>The score test of the counts divided by the design effect.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is outside ±100.</exception>
    public static SignificanceTest Test(NpsCustomerTally tally, double target) =>
        Test(tally.Answers, target, tally.DesignEffect, "score-by-customer");

    private static string Name(NpsMethod method) => method switch
    {
        NpsMethod.Score => "score",
        NpsMethod.AdjustedWald => "adjusted-wald",
        _ => "wald",
    };

    private static string NameByCustomer(NpsMethod method) => method switch
    {
        NpsMethod.Score => "score-by-customer",
        NpsMethod.AdjustedWald => "adjusted-wald-by-customer",
        _ => "wald-by-customer",
    };

    private static NetPromoterScore Make(
        NpsTally tally, double level, NpsMethod method, string name, double? designEffect, long? customers) => new()
        {
            Score = Estimate(tally, level, method, name, designEffect),
            Tally = tally,
            Customers = customers,
            DesignEffect = customers is null ? null : designEffect,
        };

    internal static Estimate Estimate(NpsTally tally, double level, NpsMethod method, string name, double? designEffect)
    {
        Errors.RequireLevel(level);
        Errors.RequireKnown(method, nameof(method));
        long answered = tally.Answered;
        double score = (double)(tally.Promoters - tally.Detractors) / answered;
        (double Lower, double Upper)? limits = answered == 0 || designEffect is not { } effect
            ? null
            : new EffectiveCounts(tally, effect).Limits(method, Distributions.TwoSidedZ(level), score);
        return new Estimate
        {
            Value = answered == 0 ? null : 100 * score,
            Lower = 100 * limits?.Lower,
            Upper = 100 * limits?.Upper,
            Level = level,
            Method = name,
            Count = answered,
            Unit = Units.Points,
        };
    }

    private static SignificanceTest Test(NpsTally tally, double target, double? designEffect, string method)
    {
        if (!(target >= -100 && target <= 100))
        {
            throw Errors.TargetOutside(target);
        }

        double? z = tally.Answered == 0 || designEffect is not { } effect ? null : Statistic(tally, target, effect);
        return new SignificanceTest
        {
            Against = target,
            Statistic = z is { } found && double.IsFinite(found) ? z : null,
            PValue = z is { } statistic ? Distributions.TwoSidedP(statistic) : null,
            Method = method,
            Count = tally.Answered,
            Unit = Units.Points,
        };
    }

    // At the estimate itself the statistic is 0/0 as written where all answers agree.
    private static double Statistic(NpsTally tally, double target, double designEffect)
    {
        double score = 100 * ((double)(tally.Promoters - tally.Detractors) / tally.Answered);
        return target == score ? 0 : new EffectiveCounts(tally, designEffect).Statistic(target / 100);
    }
}
