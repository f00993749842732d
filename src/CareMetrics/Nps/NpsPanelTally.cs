using System.Numerics;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>Two periods of known customers, some of whom answered in both: what a change needs so that they do not count as strangers.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all sums are.
/// It adds exactly in any order, but only across disjoint customers.
/// </remarks>
public readonly record struct NpsPanelTally
{
    /// <summary>Makes a tally from sums, as a database returns them. With s a customer's promoter answers minus detractor answers and m all answers, 0 is the baseline and 1 the current period.</summary>
    /// <param name="baseline">The customers of the baseline.</param>
    /// <param name="current">The customers of the current period.</param>
    /// <param name="customersInBoth">How many customers are in both.</param>
    /// <param name="sumOfScoresTimesScores">Σ s₀·s₁.</param>
    /// <param name="sumOfScoresTimesAnswers">Σ s₀·m₁.</param>
    /// <param name="sumOfAnswersTimesScores">Σ m₀·s₁.</param>
    /// <param name="sumOfAnswersTimesAnswers">Σ m₀·m₁.</param>
    /// <exception cref="ArgumentException">No set of customers can have these sums.</exception>
    [JsonConstructor]
    public NpsPanelTally(
        NpsCustomerTally baseline,
        NpsCustomerTally current,
        long customersInBoth,
        long sumOfScoresTimesScores,
        long sumOfScoresTimesAnswers,
        long sumOfAnswersTimesScores,
        long sumOfAnswersTimesAnswers)
    {
        Errors.RequireCount(customersInBoth, nameof(customersInBoth));
        Errors.RequireCount(sumOfAnswersTimesAnswers, nameof(sumOfAnswersTimesAnswers));
        if (customersInBoth > Math.Min(baseline.Customers, current.Customers))
        {
            throw Errors.CustomersInBoth(customersInBoth, baseline.Customers, current.Customers);
        }

        (Int128 ss, Int128 sm, Int128 ms, Int128 mm) = (sumOfScoresTimesScores, sumOfScoresTimesAnswers, sumOfAnswersTimesScores, sumOfAnswersTimesAnswers);
        (Int128 s0, Int128 m0, Int128 s1, Int128 m1) = (baseline.SumOfSquaredScores, baseline.SumOfSquaredAnswers, current.SumOfSquaredScores, current.SumOfSquaredAnswers);

        // Cauchy and Schwarz; each of those in both gave an answer at least, and (m₀ ± s₀)(m₁ ± s₁) is never below 0.
        string? odd = mm * mm > m0 * m1 || (customersInBoth == 0 ? mm != 0 : mm < customersInBoth) ? nameof(sumOfAnswersTimesAnswers)
            : sm * sm > s0 * m1 || Int128.Abs(sm) > mm ? nameof(sumOfScoresTimesAnswers)
            : ms * ms > m0 * s1 || Int128.Abs(ms) > mm ? nameof(sumOfAnswersTimesScores)
            : ss * ss > s0 * s1 || Int128.Abs(sm + ms) > mm + ss || Int128.Abs(sm - ms) > mm - ss ? nameof(sumOfScoresTimesScores)
            : null;
        if (odd is not null)
        {
            throw Errors.SumOfProducts(odd, odd switch
            {
                nameof(sumOfAnswersTimesAnswers) => sumOfAnswersTimesAnswers,
                nameof(sumOfScoresTimesAnswers) => sumOfScoresTimesAnswers,
                nameof(sumOfAnswersTimesScores) => sumOfAnswersTimesScores,
                _ => sumOfScoresTimesScores,
            });
        }

        Baseline = baseline;
        Current = current;
        CustomersInBoth = customersInBoth;
        SumOfScoresTimesScores = sumOfScoresTimesScores;
        SumOfScoresTimesAnswers = sumOfScoresTimesAnswers;
        SumOfAnswersTimesScores = sumOfAnswersTimesScores;
        SumOfAnswersTimesAnswers = sumOfAnswersTimesAnswers;
    }

    /// <summary>The tally of no customers.</summary>
    public static NpsPanelTally Empty => default;

    /// <summary>The customers of the baseline.</summary>
    public NpsCustomerTally Baseline { get; }

    /// <summary>The customers of the current period.</summary>
    public NpsCustomerTally Current { get; }

    /// <summary>How many customers are in both.</summary>
    public long CustomersInBoth { get; }

    /// <summary>Σ s₀·s₁ over customers.</summary>
    public long SumOfScoresTimesScores { get; }

    /// <summary>Σ s₀·m₁ over customers.</summary>
    public long SumOfScoresTimesAnswers { get; }

    /// <summary>Σ m₀·s₁ over customers.</summary>
    public long SumOfAnswersTimesScores { get; }

    /// <summary>Σ m₀·m₁ over customers.</summary>
    public long SumOfAnswersTimesAnswers { get; }

    /// <summary>The covariance of the two scores as fractions, from each customer's influence on both; no number where a side has fewer than two customers.</summary>
    internal double Covariance
    {
        get
        {
            (double n0, double n1) = (Baseline.Answers.Answered, Current.Answers.Answered);
            double delta0 = (Baseline.Answers.Promoters - Baseline.Answers.Detractors) / n0;
            double delta1 = (Current.Answers.Promoters - Current.Answers.Detractors) / n1;
            double sum = SumOfScoresTimesScores - delta1 * SumOfScoresTimesAnswers
                - delta0 * SumOfAnswersTimesScores + delta0 * delta1 * SumOfAnswersTimesAnswers;
            // The factor of each side's own variance, so that the correlation is that of the influences themselves.
            double few = Baseline.Customers / (Baseline.Customers - 1.0) * (Current.Customers / (Current.Customers - 1.0));
            return Math.Sqrt(few) * sum / (n0 * n1);
        }
    }

    /// <summary>One customer's answers in both periods.</summary>
    /// <param name="baseline">That customer's answers in the baseline; empty where there are none.</param>
    /// <param name="current">That customer's answers in the current period; empty where there are none.</param>
    /// <returns>A tally of one customer.</returns>
    /// <exception cref="OverflowException">A sum would pass <see cref="long.MaxValue"/>.</exception>
    public static NpsPanelTally OfCustomer(NpsTally baseline, NpsTally current)
    {
        (long m0, long s0) = (baseline.Answered, baseline.Promoters - baseline.Detractors);
        (long m1, long s1) = (current.Answered, current.Promoters - current.Detractors);
        return new(
            NpsCustomerTally.OfCustomer(baseline),
            NpsCustomerTally.OfCustomer(current),
            m0 > 0 && m1 > 0 ? 1 : 0,
            s0 * s1,
            s0 * m1,
            m0 * s1,
            m0 * m1);
    }

    /// <summary>Counts scores of known customers in two periods, in any order.</summary>
    /// <typeparam name="TCustomer">What identifies a customer.</typeparam>
    /// <typeparam name="T">Any number type; 7 and 7.0 are scores, 7.5 and NaN are invalid.</typeparam>
    /// <param name="baseline">Who answered in the baseline, and the score; <c>null</c> is a missing answer.</param>
    /// <param name="current">Who answered in the current period, and the score.</param>
    /// <param name="scale">The scale; <c>null</c> is <see cref="NpsScale.ZeroToTen"/>.</param>
    /// <param name="invalid">Whether an invalid answer is an error or is counted.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An answer is no score on the scale, and invalid ones are not counted.</exception>
    public static NpsPanelTally Of<TCustomer, T>(
        IEnumerable<(TCustomer Customer, T? Score)> baseline,
        IEnumerable<(TCustomer Customer, T? Score)> current,
        NpsScale? scale = null,
        InvalidAnswers invalid = InvalidAnswers.Fail)
        where TCustomer : notnull
        where T : struct, INumber<T>
    {
        Dictionary<TCustomer, NpsTally> before = NpsCustomerTally.ByCustomer(baseline, scale, invalid, nameof(baseline));
        Dictionary<TCustomer, NpsTally> now = NpsCustomerTally.ByCustomer(current, scale, invalid, nameof(current));
        NpsPanelTally sum = Empty;
        foreach ((TCustomer customer, NpsTally own) in before)
        {
            sum += OfCustomer(own, now.GetValueOrDefault(customer));
        }

        foreach ((TCustomer customer, NpsTally own) in now)
        {
            sum += before.ContainsKey(customer) ? Empty : OfCustomer(default, own);
        }

        return sum;
    }

    /// <inheritdoc cref="Of{TCustomer, T}(IEnumerable{ValueTuple{TCustomer, Nullable{T}}}, IEnumerable{ValueTuple{TCustomer, Nullable{T}}}, NpsScale, InvalidAnswers)"/>
    public static NpsPanelTally Of<TCustomer, T>(
        IEnumerable<(TCustomer Customer, T Score)> baseline,
        IEnumerable<(TCustomer Customer, T Score)> current,
        NpsScale? scale = null,
        InvalidAnswers invalid = InvalidAnswers.Fail)
        where TCustomer : notnull
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(current);
        return Of(
            baseline.Select(answer => (answer.Customer, (T?)answer.Score)), current.Select(answer => (answer.Customer, (T?)answer.Score)), scale, invalid);
    }

    /// <summary>Merges two tallies of disjoint customers.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other, with none of the same customers.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A sum would pass <see cref="long.MaxValue"/>.</exception>
    public static NpsPanelTally operator +(NpsPanelTally left, NpsPanelTally right) => new(
        left.Baseline + right.Baseline,
        left.Current + right.Current,
        left.CustomersInBoth + right.CustomersInBoth,
        left.SumOfScoresTimesScores + right.SumOfScoresTimesScores,
        left.SumOfScoresTimesAnswers + right.SumOfScoresTimesAnswers,
        left.SumOfAnswersTimesScores + right.SumOfAnswersTimesScores,
        left.SumOfAnswersTimesAnswers + right.SumOfAnswersTimesAnswers);

    /// <summary>The tally as a person reads it.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() =>
        $"baseline {Baseline}; current {Current}; {Display.Count(CustomersInBoth, null)} in both";
}
