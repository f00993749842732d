using System.Collections.Immutable;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>Scores in which answers do not weigh the same, or in which the answers' mix is not the population's.</summary>
public static class NpsWeighting
{
    /// <summary>The score of weighted answers.</summary>
    /// <param name="tally">The sums of weights; without any weight the value is <c>null</c>.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The weighted score with its linearised error, and the unweighted one.</returns>
    /// <remarks>
    /// Σwy/Σw with y = −1, 0, +1; its standard error is √(n/(n − 1)·Σw²(y − ȳ)²)/Σw. The interval is the score interval of the
    /// weighted shares at n ÷ design effect, the design effect being n·Σw²(y − ȳ)²/((Σw)²·V) with V the weighted variance of an
    /// answer, never below 1; where all agree, n·Σw²/(Σw)².
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not strictly between 0 and 1.</exception>
    public static WeightedNetPromoterScore Score(WeightedNpsTally tally, double level = 0.95)
    {
        NetPromoterScore unweighted = NetPromoter.Score(tally.Answers, level);
        double weight = tally.Weight;
        if (weight == 0)
        {
            return new WeightedNetPromoterScore
            {
                Score = unweighted.Score with { Value = null, Lower = null, Upper = null, Method = "score-weighted", Count = tally.Answers.Answered },
                Unweighted = unweighted,
                Tally = tally,
            };
        }

        double n = tally.Answers.Answered;
        double delta = (tally.SumOfPromoterWeights - tally.SumOfDetractorWeights) / weight;
        double variance = (tally.SumOfPromoterWeights + tally.SumOfDetractorWeights) / weight - delta * delta;
        double squares = (tally.SumOfSquaredDetractorWeights * (1 + delta) * (1 + delta))
            + (tally.SumOfSquaredPassiveWeights * delta * delta)
            + (tally.SumOfSquaredPromoterWeights * (1 - delta) * (1 - delta));
        double designEffect = variance > 0
            ? Math.Max(1, n * squares / (weight * weight * variance))
            : n * tally.SquaredWeight / (weight * weight);
        double scale = n / (designEffect * weight);
        var counts = new EffectiveCounts(tally.SumOfDetractorWeights * scale, tally.SumOfPassiveWeights * scale, tally.SumOfPromoterWeights * scale);
        (double lower, double upper) = counts.Limits(NpsMethod.Score, Distributions.TwoSidedZ(level), delta);
        return new WeightedNetPromoterScore
        {
            Score = unweighted.Score with { Value = 100 * delta, Lower = 100 * lower, Upper = 100 * upper, Method = "score-weighted" },
            StandardError = n > 1 ? 100 * Math.Sqrt(n / (n - 1) * squares) / weight : null,
            EffectiveAnswers = weight * weight / tally.SquaredWeight,
            Unweighted = unweighted,
            Tally = tally,
        };
    }

    /// <summary>The score in the mix of the population instead of the mix that happened to answer.</summary>
    /// <param name="strata">Each stratum's name, its size in the population (people, or shares of any total), and its answers.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The post-stratified score and the unweighted one.</returns>
    /// <remarks>
    /// Σ Wₕδₕ over population shares W; limits by recovery from each stratum's score limits, δ ∓ √ΣWₕ²(δₕ − lₕ)². Wald would
    /// call a unanimous stratum certain.
    /// </remarks>
    /// <exception cref="ArgumentException">There are no strata, one has no answers or no positive size, or a name appears twice.</exception>
    public static StratifiedNetPromoterScore PostStratify(
        IEnumerable<(string Stratum, double Population, NpsTally Tally)> strata, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(strata);
        (string Stratum, double Population, NpsTally Tally)[] all = [.. strata];
        if (all.Length == 0)
        {
            throw Errors.NoStrata(nameof(strata));
        }

        Errors.RequireDistinct(all.Select(part => part.Stratum), nameof(strata), "stratum");
        foreach ((string name, double population, NpsTally tally) in all)
        {
            if (!(population > 0 && double.IsFinite(population)))
            {
                throw Errors.StratumSize(name, population, nameof(strata));
            }

            if (tally.Answered == 0)
            {
                throw Errors.StratumEmpty(name, nameof(strata));
            }
        }

        // Relative to the largest, so that no sum of sizes passes the range of a double.
        double largest = all.Max(part => part.Population);
        double people = all.Sum(part => part.Population / largest);
        NpsTally whole = all.Aggregate(NpsTally.Empty, (sum, part) => sum + part.Tally);
        double z = Distributions.TwoSidedZ(level);
        (double score, double below, double above) = (0, 0, 0);
        var parts = ImmutableArray.CreateBuilder<NpsStratum>(all.Length);
        foreach ((string name, double population, NpsTally tally) in all)
        {
            double share = population / largest / people;
            var counts = new EffectiveCounts(tally);
            score += share * counts.Score;
            below += Square(share * counts.BelowScore(z));
            above += Square(share * counts.AboveScore(z));
            parts.Add(new NpsStratum
            {
                Stratum = name,
                PopulationShare = share,
                AnswerShare = (double)tally.Answered / whole.Answered,
                Score = NetPromoter.Score(tally, level),
            });
        }

        return new StratifiedNetPromoterScore
        {
            Score = new Estimate
            {
                Value = 100 * score,
                Lower = 100 * (score - Math.Sqrt(below)),
                Upper = 100 * (score + Math.Sqrt(above)),
                Level = level,
                Method = "mover-score-stratified",
                Count = whole.Answered,
                Unit = Units.Points,
            },
            Unweighted = NetPromoter.Score(whole, level),
            Strata = parts.ToImmutable(),
        };
    }

    private static double Square(double value) => value * value;
}
