using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <content>Scores of a population of known size: everyone invited, or every customer there is.</content>
public static partial class NetPromoter
{
    /// <summary>Says what the silence of those who did not answer could hide.</summary>
    /// <param name="tally">The answers.</param>
    /// <param name="invited">How many were invited, at least as many as answered.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The response rate with its interval, and the bounds of everyone's score.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer were invited than answered, or the level is not strictly between 0 and 1.</exception>
    public static NonResponse NonResponse(NpsTally tally, long invited, double level = 0.95)
    {
        if (invited < tally.Answered)
        {
            throw Errors.FewerThanAnswered(nameof(invited), invited, tally.Answered);
        }

        double net = tally.Promoters - tally.Detractors;
        double silent = invited - tally.Answered;
        return new NonResponse
        {
            Answered = Score(tally, level),
            Invited = invited,
            Silent = invited - tally.Answered,
            ResponseRate = Proportion.Estimate(new ProportionTally(tally.Answered, invited), level),
            Lowest = invited == 0 ? null : 100 * ((net - silent) / invited),
            Highest = invited == 0 ? null : 100 * ((net + silent) / invited),
        };
    }

    /// <summary>Scores answers drawn at random from a population so small that they are a good part of it.</summary>
    /// <param name="tally">The answers.</param>
    /// <param name="population">How many there are in all, at least as many as answered.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The score of the population; with every answer in, it is certain.</returns>
    /// <remarks>The score interval with z·√((N − n)/(N − 1)).</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The population is smaller than the answers, or the level is not strictly between 0 and 1.</exception>
    public static NetPromoterScore ScoreOfPopulation(NpsTally tally, long population, double level = 0.95)
    {
        if (population < tally.Answered)
        {
            throw Errors.FewerThanAnswered(nameof(population), population, tally.Answered);
        }

        NetPromoterScore score = Score(tally, level);
        if (tally.Answered == 0)
        {
            return score;
        }

        double left = population == 1 ? 0 : (population - tally.Answered) / (population - 1.0);
        double z = Distributions.TwoSidedZ(level) * Math.Sqrt(left);
        var counts = new EffectiveCounts(tally);
        (double lower, double upper) = counts.Limits(NpsMethod.Score, z, counts.Score);
        return score with { Score = score.Score with { Lower = 100 * lower, Upper = 100 * upper, Method = "score-finite" } };
    }
}
