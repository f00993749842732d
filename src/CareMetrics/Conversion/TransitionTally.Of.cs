using System.Numerics;
using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Conversion;

/// <content>The ways in: from moods, from categories, from numbers on a scale.</content>
public readonly partial record struct TransitionTally
{
    /// <summary>Counts customers by their moods.</summary>
    /// <param name="customers">Each customer once.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A mood is none of the three; the message names its index.</exception>
    public static TransitionTally Of(IEnumerable<BeforeAfter<Mood>> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        Span<long> cells = stackalloc long[TransitionCells.Length];
        long index = 0;
        foreach (BeforeAfter<Mood> customer in customers)
        {
            TransitionCells.Add(cells, customer.Before, customer.After, nameof(customers), index++);
        }

        return TransitionCells.Tally(cells);
    }

    /// <summary>Counts customers by their categories: detractors are ranters, promoters are ravers.</summary>
    /// <param name="customers">Each customer once.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A category is none of the three; the message names its index.</exception>
    public static TransitionTally Of(IEnumerable<BeforeAfter<NpsCategory>> customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        Span<long> cells = stackalloc long[TransitionCells.Length];
        long index = 0;
        foreach (BeforeAfter<NpsCategory> customer in customers)
        {
            // The numbers of the two enumerations are the same.
            TransitionCells.Add(cells, (Mood?)customer.Before, (Mood?)customer.After, nameof(customers), index++);
        }

        return TransitionCells.Tally(cells);
    }

    /// <summary>Counts customers by what they answered: scores, stars or sentiment.</summary>
    /// <typeparam name="T">Any number type.</typeparam>
    /// <param name="customers">Each customer once.</param>
    /// <param name="scale">The scale and its cuts.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not on the scale; the message names its index and side.</exception>
    public static TransitionTally Of<T>(IEnumerable<BeforeAfter<T>> customers, MoodScale scale)
        where T : struct, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(scale);
        Span<long> cells = stackalloc long[TransitionCells.Length];
        long index = 0;
        foreach (BeforeAfter<T> customer in customers)
        {
            Mood? before = MoodOf(customer.Before, scale, index, nameof(customer.Before));
            Mood? after = MoodOf(customer.After, scale, index, nameof(customer.After));
            TransitionCells.Add(cells, before, after, nameof(customers), index++);
        }

        return TransitionCells.Tally(cells);
    }

    private static Mood? MoodOf<T>(T? score, MoodScale scale, long index, string side)
        where T : struct, INumber<T>
    {
        if (score is not { } given)
        {
            return null;
        }

        return scale.TryMoodOf(double.CreateSaturating(given), out Mood mood)
            ? mood
            : throw Errors.MoodOutside("customers", $"customers[{index}].{side}", ScoreCounting.Show(given), scale);
    }
}
