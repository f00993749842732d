using System.Text.Json.Serialization;
using CareMetrics.Roi;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>Ranters turned ravers, each with a value of their own: how many of how many, and what those who turned are worth together.</summary>
/// <remarks>
/// An immutable value, safe to share between threads. <c>default</c> is <see cref="Empty"/>; two are equal when all parts are.
/// It counts customers, each once. Counts and total add exactly in any order, the squared deviations to rounding (Chan, Golub and
/// LeVeque 1979). With y the value of who turned and 0 of who did not, Σ(y − ȳ)² = Σ(v − v̄)² + x·v̄²·(1 − x/n): no more is needed.
/// </remarks>
public readonly record struct KeptValueTally
{
    /// <summary>Makes a tally from counts and sums, as a database returns them.</summary>
    /// <param name="converted">Ranters turned ravers of all ranters.</param>
    /// <param name="total">Σv, what those who turned are worth together; 0 where nobody did.</param>
    /// <param name="sumOfSquaredDeviations">Σ(v − v̄)² of those who turned, 0 or more; 0 with fewer than two.</param>
    /// <exception cref="ArgumentException">No customers can have these sums.</exception>
    /// <exception cref="OverflowException">The total is too large to keep its cents.</exception>
    [JsonConstructor]
    public KeptValueTally(ProportionTally converted, decimal total, double sumOfSquaredDeviations)
    {
        if (converted.Successes == 0 && total != 0)
        {
            throw Errors.ValueOfNobody(total);
        }

        Converted = converted;
        Total = Money.Sum("the value of all kept customers", total, 0);
        SumOfSquaredDeviations = converted.Successes < 2
            ? Errors.RequireZero(sumOfSquaredDeviations, nameof(sumOfSquaredDeviations))
            : Errors.RequireWeight(sumOfSquaredDeviations, nameof(sumOfSquaredDeviations));
    }

    /// <summary>The tally of no customers.</summary>
    public static KeptValueTally Empty => default;

    /// <summary>Ranters turned ravers of all ranters.</summary>
    public ProportionTally Converted { get; }

    /// <summary>What those who turned are worth together.</summary>
    public decimal Total { get; }

    /// <summary>Σ(v − v̄)² of those who turned.</summary>
    public double SumOfSquaredDeviations { get; }

    /// <summary>What one who turned is worth on average; <c>null</c> where nobody did.</summary>
    [JsonIgnore]
    public double? Mean => Converted.Successes == 0 ? null : (double)Total / Converted.Successes;

    /// <summary>Counts ranters.</summary>
    /// <param name="ranters">Whether each turned raver, and what each is worth: of any sign, read only of those who turned.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="OverflowException">The total is too large to keep its cents.</exception>
    public static KeptValueTally Of(IEnumerable<(bool Converted, decimal Value)> ranters)
    {
        ArgumentNullException.ThrowIfNull(ranters);
        KeptValueTally tally = Empty;
        foreach ((bool converted, decimal value) in ranters)
        {
            tally = tally.Add(converted, value);
        }

        return tally;
    }

    /// <summary>Adds one ranter.</summary>
    /// <param name="converted">Whether the ranter turned raver.</param>
    /// <param name="value">What the customer is worth, of any sign; read only of who turned.</param>
    /// <returns>The larger tally.</returns>
    /// <exception cref="OverflowException">The total is too large to keep its cents.</exception>
    public KeptValueTally Add(bool converted, decimal value) =>
        this + new KeptValueTally(new ProportionTally(converted ? 1 : 0, 1), converted ? value : 0, 0);

    /// <summary>Merges two tallies of disjoint customers.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other, with none of the same customers.</param>
    /// <returns>Their sum.</returns>
    /// <exception cref="OverflowException">A count or the total would be too large.</exception>
    public static KeptValueTally operator +(KeptValueTally left, KeptValueTally right)
    {
        (long x, long y) = (left.Converted.Successes, right.Converted.Successes);
        double delta = (right.Mean ?? 0) - (left.Mean ?? 0);
        double between = x + y == 0 ? 0 : delta * delta * x * ((double)y / (x + y));
        return new(
            left.Converted + right.Converted,
            Money.Sum("the value of all kept customers", left.Total, right.Total),
            left.SumOfSquaredDeviations + right.SumOfSquaredDeviations + between);
    }

    /// <summary>The tally as a person reads it, such as <c>60 of 200, worth 27,000.00</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString() => $"{Converted}, worth {Money.Text(Total, null)}";

    /// <summary>Σ(e − ē)² over all ranters, e being value − <paramref name="charge"/> of who turned and 0 of who did not.</summary>
    internal double Spread(double charge)
    {
        (long x, long n) = (Converted.Successes, Converted.Trials);
        double left = (Mean ?? 0) - charge;
        return SumOfSquaredDeviations + left * left * x * ((double)(n - x) / n);
    }
}
