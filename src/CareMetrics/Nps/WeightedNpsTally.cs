using System.Numerics;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>Answers that do not weigh the same: by the value of the customer, or by survey weights.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all sums are.
/// It holds the counts, and by category the sums of weights and of squared weights; tallies of separate answers add, counts
/// exactly and sums of weights to rounding.
/// </remarks>
public readonly record struct WeightedNpsTally : IAdditionOperators<WeightedNpsTally, WeightedNpsTally, WeightedNpsTally>
{
    /// <summary>Makes a tally from sums, as a database returns them.</summary>
    /// <param name="answers">The answers counted without weights.</param>
    /// <param name="sumOfDetractorWeights">Σw of detractors.</param>
    /// <param name="sumOfPassiveWeights">Σw of passives.</param>
    /// <param name="sumOfPromoterWeights">Σw of promoters.</param>
    /// <param name="sumOfSquaredDetractorWeights">Σw² of detractors.</param>
    /// <param name="sumOfSquaredPassiveWeights">Σw² of passives.</param>
    /// <param name="sumOfSquaredPromoterWeights">Σw² of promoters.</param>
    /// <exception cref="ArgumentException">A sum is negative or not finite, or no set of answers can have these sums.</exception>
    [JsonConstructor]
    public WeightedNpsTally(
        NpsTally answers,
        double sumOfDetractorWeights,
        double sumOfPassiveWeights,
        double sumOfPromoterWeights,
        double sumOfSquaredDetractorWeights,
        double sumOfSquaredPassiveWeights,
        double sumOfSquaredPromoterWeights)
    {
        Answers = answers;
        SumOfDetractorWeights = Errors.RequireWeight(sumOfDetractorWeights, nameof(sumOfDetractorWeights));
        SumOfPassiveWeights = Errors.RequireWeight(sumOfPassiveWeights, nameof(sumOfPassiveWeights));
        SumOfPromoterWeights = Errors.RequireWeight(sumOfPromoterWeights, nameof(sumOfPromoterWeights));
        SumOfSquaredDetractorWeights = Errors.RequireWeight(sumOfSquaredDetractorWeights, nameof(sumOfSquaredDetractorWeights));
        SumOfSquaredPassiveWeights = Errors.RequireWeight(sumOfSquaredPassiveWeights, nameof(sumOfSquaredPassiveWeights));
        SumOfSquaredPromoterWeights = Errors.RequireWeight(sumOfSquaredPromoterWeights, nameof(sumOfSquaredPromoterWeights));
        RequirePossible("detractors", answers.Detractors, sumOfDetractorWeights, sumOfSquaredDetractorWeights);
        RequirePossible("passives", answers.Passives, sumOfPassiveWeights, sumOfSquaredPassiveWeights);
        RequirePossible("promoters", answers.Promoters, sumOfPromoterWeights, sumOfSquaredPromoterWeights);
    }

    /// <summary>The tally of no answers.</summary>
    public static WeightedNpsTally Empty => default;

    /// <summary>The answers counted without weights.</summary>
    public NpsTally Answers { get; }

    /// <summary>Σw of detractors.</summary>
    public double SumOfDetractorWeights { get; }

    /// <summary>Σw of passives.</summary>
    public double SumOfPassiveWeights { get; }

    /// <summary>Σw of promoters.</summary>
    public double SumOfPromoterWeights { get; }

    /// <summary>Σw² of detractors.</summary>
    public double SumOfSquaredDetractorWeights { get; }

    /// <summary>Σw² of passives.</summary>
    public double SumOfSquaredPassiveWeights { get; }

    /// <summary>Σw² of promoters.</summary>
    public double SumOfSquaredPromoterWeights { get; }

    internal double Weight => SumOfDetractorWeights + SumOfPassiveWeights + SumOfPromoterWeights;

    internal double SquaredWeight => SumOfSquaredDetractorWeights + SumOfSquaredPassiveWeights + SumOfSquaredPromoterWeights;

    /// <summary>Counts weighted scores.</summary>
    /// <typeparam name="T">Any number type; 7 and 7.0 are scores, 7.5 and NaN are invalid.</typeparam>
    /// <param name="answers">Each score, <c>null</c> where missing, and its weight: 0, or from 1e-100 to 1e100.</param>
    /// <param name="scale">The scale; <c>null</c> is <see cref="NpsScale.ZeroToTen"/>.</param>
    /// <param name="invalid">Whether an invalid answer is an error or is counted.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A weight is outside its range, or an answer is no score on the scale and invalid ones are not counted.</exception>
    public static WeightedNpsTally Of<T>(
        IEnumerable<(T? Score, double Weight)> answers, NpsScale? scale = null, InvalidAnswers invalid = InvalidAnswers.Fail)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(answers);
        scale ??= NpsScale.ZeroToTen;
        ScoreRange range = scale.Range;
        WeightedNpsTally sum = Empty;
        long index = 0;
        foreach ((T? score, double weight) in answers)
        {
            if (!Errors.IsWeight(weight))
            {
                throw Errors.WeightOutside($"{nameof(answers)}[{index}].Weight", nameof(answers), weight);
            }

            sum += OfOne(NpsTally.Of(ScoreCounting.One(score, index, range, invalid, nameof(answers)), scale), weight);
            index++;
        }

        return sum;
    }

    /// <inheritdoc cref="Of{T}(IEnumerable{ValueTuple{Nullable{T}, double}}, NpsScale, InvalidAnswers)"/>
    public static WeightedNpsTally Of<T>(
        IEnumerable<(T Score, double Weight)> answers, NpsScale? scale = null, InvalidAnswers invalid = InvalidAnswers.Fail)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Of(answers.Select(answer => ((T?)answer.Score, answer.Weight)), scale, invalid);
    }

    /// <summary>Adds one answer.</summary>
    /// <param name="category">Detractor, passive or promoter.</param>
    /// <param name="weight">Its weight: 0, or from 1e-100 to 1e100.</param>
    /// <returns>The larger tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The weight is outside its range, or the category is none of the three.</exception>
    public WeightedNpsTally Add(NpsCategory category, double weight) =>
        this + OfOne(NpsTally.Empty.Add(category), Errors.RequireWeightOfAnswer(weight, nameof(weight)));

    /// <summary>Merges two tallies of separate answers.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A count would pass <see cref="long.MaxValue"/>.</exception>
    public static WeightedNpsTally operator +(WeightedNpsTally left, WeightedNpsTally right) => new(
        left.Answers + right.Answers,
        left.SumOfDetractorWeights + right.SumOfDetractorWeights,
        left.SumOfPassiveWeights + right.SumOfPassiveWeights,
        left.SumOfPromoterWeights + right.SumOfPromoterWeights,
        left.SumOfSquaredDetractorWeights + right.SumOfSquaredDetractorWeights,
        left.SumOfSquaredPassiveWeights + right.SumOfSquaredPassiveWeights,
        left.SumOfSquaredPromoterWeights + right.SumOfSquaredPromoterWeights);

    /// <summary>The tally as a person reads it.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Answers}, weights {Display.Number(Weight, 2, null)}";

    // Σw² ≤ (Σw)² ≤ n·Σw², up to the rounding of long sums; no weight without an answer, and no square without a weight.
    private static void RequirePossible(string category, long count, double weight, double squared)
    {
        const double Rounding = 1 + 1e-6;
        double root = Math.Sqrt(squared);
        bool possible = root <= weight * Rounding && weight <= Math.Sqrt(count) * root * Rounding && weight <= 1e110;
        if (!possible)
        {
            throw Errors.WeightSums(category, count, weight, squared);
        }
    }

    private static WeightedNpsTally OfOne(NpsTally answer, double weight) => new(
        answer,
        answer.Detractors * weight,
        answer.Passives * weight,
        answer.Promoters * weight,
        answer.Detractors * weight * weight,
        answer.Passives * weight * weight,
        answer.Promoters * weight * weight);
}
