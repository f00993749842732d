using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Conversion;

/// <content>The change in score of people who answered twice.</content>
public static partial class RanterToRaver
{
    /// <summary>The change in Net Promoter Score of the same people, after minus before, in points.</summary>
    /// <param name="moves">The customers before and after; the unseen enter neither side.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <param name="method">How interval and p-value are made.</param>
    /// <returns>The comparison in points. Limits of Wald are given as computed: they may pass ±200, and have no width where everybody moved alike.</returns>
    /// <remarks>
    /// MOVER: D ± √(d² + d′² − 2ρdd′), d and d′ from the score limits of before and after, ρ the correlation of the two −1, 0, +1
    /// in the table, 0 where one side does not vary. Wald: D ± z·√((Σd²/n − D²)/n) over each person's own change.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Comparison ScoreChange(
        TransitionTally moves, double level = 0.95, PairedScoreMethod method = PairedScoreMethod.Mover)
    {
        Errors.RequireKnown(method, nameof(method));
        (NpsTally before, NpsTally after) = Margins(moves);
        var (was, became) = (new EffectiveCounts(before), new EffectiveCounts(after));
        var mover = new NpsChange(was, became, Correlation(moves, was, became));
        Comparison Compare(Func<double, Estimate> change, double? pValue) => Comparison.Of(
            NpsTally.Estimate(before, level),
            NpsTally.Estimate(after, level),
            change(level),
            change(Comparison.EquivalenceLevel(level)),
            pValue,
            mover.Detectable(level, Comparison.UsualPower),
            null,
            NpsChange.NoRelativeChange);

        if (method == PairedScoreMethod.Mover)
        {
            return Compare(at => mover.Estimate(at, "mover-score-paired", moves.Paired), mover.PValue());
        }

        double error = WaldError(moves, became.Score - was.Score);
        return Compare(
            at =>
            {
                double half = 100 * Distributions.TwoSidedZ(at) * error;
                Estimate estimate = mover.Estimate(at, "wald-paired", moves.Paired);
                return estimate with { Lower = estimate.Value - half, Upper = estimate.Value + half };
            },
            moves.Paired == 0 ? null : WaldPValue(became.Score - was.Score, error));
    }

    private static (NpsTally Before, NpsTally After) Margins(TransitionTally moves)
    {
        (TransitionRow r, TransitionRow n, TransitionRow v) = (moves.FromRanter, moves.FromNeutral, moves.FromRaver);
        return (
            new NpsTally(r.Reobserved, n.Reobserved, v.Reobserved),
            new NpsTally(r.ToRanter + n.ToRanter + v.ToRanter, r.ToNeutral + n.ToNeutral + v.ToNeutral, r.ToRaver + n.ToRaver + v.ToRaver));
    }

    private static double Correlation(TransitionTally moves, EffectiveCounts was, EffectiveCounts became)
    {
        double spread = Math.Sqrt(was.Variance) * Math.Sqrt(became.Variance);
        double agree = (double)moves.FromRanter.ToRanter + moves.FromRaver.ToRaver;
        double oppose = (double)moves.FromRanter.ToRaver + moves.FromRaver.ToRanter;
        double covariance = (agree - oppose) / moves.Paired - was.Score * became.Score;
        return spread > 0 ? Math.Clamp(covariance / spread, -1, 1) : 0;
    }

    private static double WaldError(TransitionTally moves, double change)
    {
        (TransitionRow r, TransitionRow n, TransitionRow v) = (moves.FromRanter, moves.FromNeutral, moves.FromRaver);
        double twoSteps = (double)r.ToRaver + v.ToRanter;
        double oneStep = (double)r.ToNeutral + n.ToRanter + n.ToRaver + v.ToNeutral;
        double variance = (4 * twoSteps + oneStep) / moves.Paired - change * change;
        return Math.Sqrt(Math.Max(0, variance) / moves.Paired);
    }

    private static double WaldPValue(double change, double error) =>
        change == 0 ? 1 : Distributions.TwoSidedP(change / error);
}
