using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Serialization;
using CareMetrics.Statistics;

namespace CareMetrics.Retention;

/// <summary>How many customers of each age could leave, and how many did: all that a model of retention needs to know of its cohorts.</summary>
/// <remarks>
/// Immutable, safe to share between threads; two are equal when all numbers are. Cohorts of any length add in any order, exactly where
/// customers are whole. Period 1 is a customer's first, and leaving in it is not renewing at its end.
/// </remarks>
public sealed record CohortTally
{
    /// <summary>Makes a tally from counts by age, as a database returns them.</summary>
    /// <param name="atRisk">Customers who were there at the start of their 1st, 2nd, … period and whose next is known, 0 or more.</param>
    /// <param name="lost">Those of them who did not go on, from 0 to as many.</param>
    /// <exception cref="ArgumentException">The lists are not equally long, or a number is outside its range.</exception>
    [JsonConstructor]
    public CohortTally(ImmutableArray<double> atRisk, ImmutableArray<double> lost)
    {
        (atRisk, lost) = (ValueList.OrEmpty(atRisk), ValueList.OrEmpty(lost));
        if (atRisk.Length != lost.Length)
        {
            throw Errors.LengthsDiffer(nameof(atRisk), atRisk.Length, nameof(lost), lost.Length);
        }

        int periods = 0;
        for (int i = 0; i < atRisk.Length; i++)
        {
            Errors.RequireCustomers(atRisk[i], nameof(atRisk), i);
            Errors.RequireCustomers(lost[i], nameof(lost), i);
            if (lost[i] > atRisk[i])
            {
                throw Errors.LostAboveAtRisk(i, lost[i], atRisk[i]);
            }

            periods = atRisk[i] > 0 ? i + 1 : periods;
        }

        (AtRisk, Lost) = (atRisk[..periods], lost[..periods]);
    }

    /// <summary>The tally of no cohort.</summary>
    public static CohortTally Empty { get; } = new([], []);

    /// <summary>Customers who were there at the start of their 1st, 2nd, … period and whose next is known.</summary>
    public ImmutableArray<double> AtRisk { get; }

    /// <summary>Those of them who did not go on.</summary>
    public ImmutableArray<double> Lost { get; }

    /// <summary>Counts one cohort.</summary>
    /// <typeparam name="T">The type of the numbers; whole customers, or shares of them where they are weighted.</typeparam>
    /// <param name="survivors">How many there were at the start, and after each period; never more than before.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentException">The cohort is empty, grows, or holds a number below 0.</exception>
    public static CohortTally Of<T>(IEnumerable<T> survivors)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(survivors);
        double[] counts = [.. survivors.Select(double.CreateChecked)];
        if (counts.Length == 0)
        {
            throw Errors.NoSurvivors(nameof(survivors));
        }

        ImmutableArray<double>.Builder lost = ImmutableArray.CreateBuilder<double>(counts.Length - 1);
        for (int i = 0; i < counts.Length; i++)
        {
            Errors.RequireCustomers(counts[i], nameof(survivors), i);
            if (i > 0)
            {
                lost.Add(counts[i] <= counts[i - 1] ? counts[i - 1] - counts[i] : throw Errors.CohortGrows(i, counts[i], counts[i - 1]));
            }
        }

        return new([.. counts.AsSpan(0, counts.Length - 1)], lost.MoveToImmutable());
    }

    /// <summary>Merges two tallies of separate customers.</summary>
    /// <param name="left">One tally.</param>
    /// <param name="right">The other.</param>
    /// <returns>Their sum, as long as the longer.</returns>
    /// <exception cref="ArgumentException">A number of customers would pass 9,007,199,254,740,992, from where doubles skip whole numbers.</exception>
    public static CohortTally operator +(CohortTally left, CohortTally right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new(Sum(left.AtRisk, right.AtRisk), Sum(left.Lost, right.Lost));
    }

    /// <summary>The share seen to go on from a period to the next.</summary>
    /// <param name="period">From 1, a customer's first.</param>
    /// <returns>A fraction; <c>null</c> where nobody was watched that long.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public double? Retention(int period)
    {
        Errors.RequirePeriod(period, 1, nameof(period));
        return period <= AtRisk.Length && AtRisk[period - 1] > 0 ? 1 - Lost[period - 1] / AtRisk[period - 1] : null;
    }

    /// <summary>The share seen to last longer than some periods, as Kaplan and Meier (1958) estimate it from cohorts of different lengths.</summary>
    /// <param name="periods">From 0.</param>
    /// <returns>A fraction; <c>null</c> where nobody was watched that long.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is below 0.</exception>
    public double? Survival(int periods)
    {
        Errors.RequirePeriod(periods, 0, nameof(periods));
        double? survival = periods <= AtRisk.Length ? 1 : null;
        // While nobody drops out of sight the product telescopes to one division.
        (double start, double share) = (AtRisk.IsEmpty ? 0 : AtRisk[0], 1);
        for (int i = 0; i < periods && survival is not null; i++)
        {
            if (AtRisk[i] == 0)
            {
                return survival == 0 ? 0 : null;
            }

            double left = AtRisk[i] - Lost[i];
            survival = share * (left / start);
            if (i + 1 < AtRisk.Length && AtRisk[i + 1] != left)
            {
                (start, share) = (AtRisk[i + 1], survival.Value);
            }
        }

        return survival;
    }

    /// <inheritdoc/>
    public bool Equals(CohortTally? other) => other is not null && ValueList.Same(AtRisk, other.AtRisk) && ValueList.Same(Lost, other.Lost);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ValueList.Hash(AtRisk), ValueList.Hash(Lost));

    /// <summary>The tally as a person reads it, such as <c>509 of 1,000 customers lost over 7 periods</c>.</summary>
    /// <returns>Invariant text.</returns>
    public override string ToString()
    {
        static string Show(double customers) => Display.Number(customers, customers == Math.Floor(customers) ? 0 : 1, null);
        return $"{Show(Lost.Sum())} of {Show(AtRisk.IsEmpty ? 0 : AtRisk[0])} customers lost over {Display.Count(AtRisk.Length, null)} periods";
    }

    private static ImmutableArray<double> Sum(ImmutableArray<double> left, ImmutableArray<double> right) =>
        [.. Enumerable.Range(0, Math.Max(left.Length, right.Length)).Select(i => left.ElementAtOrDefault(i) + right.ElementAtOrDefault(i))];
}
