using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>A tally of answers that knows how they cluster by customer: all that a score needs to allow for people who answer several times.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all sums are.
/// It adds exactly in any order, but only across disjoint customers: one customer's answers go into one
/// <see cref="OfCustomer"/> and are never split over two tallies that are added.
/// </remarks>
public readonly partial record struct NpsCustomerTally
{
    /// <summary>Makes a tally from sums, as a database returns them.</summary>
    /// <param name="answers">The counts over all customers.</param>
    /// <param name="customers">How many customers answered at least once.</param>
    /// <param name="sumOfSquaredScores">Σs², s being one customer's promoter answers minus detractor answers.</param>
    /// <param name="sumOfScoresTimesAnswers">Σs·m, m being how many answers that customer gave.</param>
    /// <param name="sumOfSquaredAnswers">Σm².</param>
    /// <exception cref="ArgumentException">No set of customers can have these sums.</exception>
    [JsonConstructor]
    public NpsCustomerTally(
        NpsTally answers, long customers, long sumOfSquaredScores, long sumOfScoresTimesAnswers, long sumOfSquaredAnswers)
    {
        CustomerSums.Require(answers, customers, sumOfSquaredScores, sumOfScoresTimesAnswers, sumOfSquaredAnswers);
        Answers = answers;
        Customers = customers;
        SumOfSquaredScores = sumOfSquaredScores;
        SumOfScoresTimesAnswers = sumOfScoresTimesAnswers;
        SumOfSquaredAnswers = sumOfSquaredAnswers;
    }

    /// <summary>The tally of no customers.</summary>
    public static NpsCustomerTally Empty => default;

    /// <summary>The counts over all customers.</summary>
    public NpsTally Answers { get; private init; }

    /// <summary>How many customers answered at least once.</summary>
    public long Customers { get; private init; }

    /// <summary>Σs² over customers, s being a customer's promoter answers minus detractor answers.</summary>
    public long SumOfSquaredScores { get; private init; }

    /// <summary>Σs·m over customers, m being how many answers the customer gave.</summary>
    public long SumOfScoresTimesAnswers { get; private init; }

    /// <summary>Σm² over customers.</summary>
    public long SumOfSquaredAnswers { get; private init; }

    /// <summary>How many times the variance of the score is that of independent answers, 1 or more; <c>null</c> with fewer than two customers.</summary>
    /// <remarks>
    /// V ÷ (((b + c)/n − δ²)/n) with V = G/(G − 1) · (Σs² − 2δΣsm + δ²Σm²)/n² over G customers, never below 1: the variance
    /// linearised over clusters. Where all answers agree there is no variance to compare; the answers of a customer then
    /// count as one, Σm²/n. Where nobody answered twice it is 1.
    /// </remarks>
    [JsonIgnore]
    public double? DesignEffect
    {
        get
        {
            if (Customers < 2)
            {
                return Customers == 1 && Answers.Answered == 1 ? 1 : null;
            }

            // Where nobody answered twice the answers are independent, and the factor for few customers has no place.
            double n = Answers.Answered;
            if (Customers == Answers.Answered)
            {
                return 1;
            }

            double independent = new EffectiveCounts(Answers).Variance / n;
            return independent > 0 ? Math.Max(1, Variance / independent) : SumOfSquaredAnswers / n;
        }
    }

    /// <summary>The variance of the score as a fraction, over clusters.</summary>
    internal double Variance
    {
        get
        {
            double n = Answers.Answered;
            double delta = (Answers.Promoters - Answers.Detractors) / n;
            double sum = SumOfSquaredScores - 2 * delta * SumOfScoresTimesAnswers + delta * delta * SumOfSquaredAnswers;
            return Customers / (Customers - 1.0) * Math.Max(0, sum) / (n * n);
        }
    }

    /// <summary>All answers of one customer.</summary>
    /// <param name="answers">That customer's own tally.</param>
    /// <returns>A tally of one customer; of none where the customer gave no answer.</returns>
    /// <exception cref="OverflowException">A sum would pass <see cref="long.MaxValue"/>.</exception>
    public static NpsCustomerTally OfCustomer(NpsTally answers)
    {
        long m = answers.Answered;
        long s = answers.Promoters - answers.Detractors;
        return new() { Answers = answers, Customers = m == 0 ? 0 : 1, SumOfSquaredScores = s * s, SumOfScoresTimesAnswers = s * m, SumOfSquaredAnswers = m * m };
    }

    /// <summary>Counts scores of known customers, in any order.</summary>
    /// <typeparam name="TCustomer">What identifies a customer.</typeparam>
    /// <typeparam name="T">Any number type; 7 and 7.0 are scores, 7.5 and NaN are invalid.</typeparam>
    /// <param name="answers">Who answered, and the score; <c>null</c> is a missing answer.</param>
    /// <param name="scale">The scale; <c>null</c> is <see cref="NpsScale.ZeroToTen"/>.</param>
    /// <param name="invalid">Whether an invalid answer is an error or is counted.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer is no score on the scale, and invalid ones are not counted.</exception>
    public static NpsCustomerTally Of<TCustomer, T>(
        IEnumerable<(TCustomer Customer, T? Score)> answers, NpsScale? scale = null, InvalidAnswers invalid = InvalidAnswers.Fail)
        where TCustomer : notnull
        where T : struct, INumber<T>
    {
        NpsCustomerTally sum = Empty;
        foreach (NpsTally tally in ByCustomer(answers, scale, invalid, nameof(answers)).Values)
        {
            sum += OfCustomer(tally);
        }

        return sum;
    }

    /// <inheritdoc cref="Of{TCustomer, T}(IEnumerable{ValueTuple{TCustomer, Nullable{T}}}, NpsScale, InvalidAnswers)"/>
    public static NpsCustomerTally Of<TCustomer, T>(
        IEnumerable<(TCustomer Customer, T Score)> answers, NpsScale? scale = null, InvalidAnswers invalid = InvalidAnswers.Fail)
        where TCustomer : notnull
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Of(answers.Select(answer => (answer.Customer, (T?)answer.Score)), scale, invalid);
    }

    /// <summary>Merges two tallies of disjoint customers.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other, with none of the same customers.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A sum would pass <see cref="long.MaxValue"/>.</exception>
    public static NpsCustomerTally operator +(NpsCustomerTally left, NpsCustomerTally right) => new()
    {
        Answers = left.Answers + right.Answers,
        Customers = left.Customers + right.Customers,
        SumOfSquaredScores = left.SumOfSquaredScores + right.SumOfSquaredScores,
        SumOfScoresTimesAnswers = left.SumOfScoresTimesAnswers + right.SumOfScoresTimesAnswers,
        SumOfSquaredAnswers = left.SumOfSquaredAnswers + right.SumOfSquaredAnswers,
    };

    /// <summary>The tally as a person reads it, such as <c>131 detractors, 579 passives, 2,308 promoters of 1,204 customers</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Answers} of {Display.Count(Customers, null)} customers";

    internal static Dictionary<TCustomer, NpsTally> ByCustomer<TCustomer, T>(
        IEnumerable<(TCustomer Customer, T? Score)> answers, NpsScale? scale, InvalidAnswers invalid, string parameter)
        where TCustomer : notnull
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(answers, parameter);
        scale ??= NpsScale.ZeroToTen;
        var byCustomer = new Dictionary<TCustomer, NpsTally>();
        long index = 0;
        foreach ((TCustomer customer, T? score) in answers)
        {
            Errors.RequireCustomer(customer, parameter, index);
            ref NpsTally tally = ref CollectionsMarshal.GetValueRefOrAddDefault(byCustomer, customer, out _);
            tally += NpsTally.Of(ScoreCounting.One(score, index++, scale.Range, invalid, parameter), scale);
        }

        return byCustomer;
    }
}
