using System.Collections;
using System.Numerics;

namespace CareMetrics.Periods;

/// <summary>Tallies by period, one after the other with no period left out: one without data is there, and empty.</summary>
/// <typeparam name="TTally">A tally of counts that adds and subtracts exactly, and whose <c>default</c> is empty.</typeparam>
/// <remarks>
/// Immutable and thread-safe. Whole periods are scored from merged tallies; no score is ever averaged. A tally of customers
/// does not fit, and the compiler says so: the same customer can be in two periods, so it does not add across them.
/// </remarks>
public sealed class PeriodSeries<TTally> : IReadOnlyList<(Period Period, TTally Tally)>
    where TTally : struct, IAdditionOperators<TTally, TTally, TTally>, ISubtractionOperators<TTally, TTally, TTally>
{
    private readonly (Period Period, TTally Tally)[] _items;

    /// <summary>Makes a series, adding what falls into the same period and filling the gaps with empty tallies.</summary>
    /// <param name="tallies">Tallies of periods of one kind, in any order.</param>
    /// <exception cref="ArgumentException">The periods are of different kinds.</exception>
    public PeriodSeries(IEnumerable<(Period Period, TTally Tally)> tallies)
    {
        ArgumentNullException.ThrowIfNull(tallies);
        var sums = new SortedDictionary<Period, TTally>();
        foreach ((Period period, TTally tally) in tallies)
        {
            if (sums.Count > 0 && sums.First().Key.Kind != period.Kind)
            {
                throw Errors.KindsDiffer(sums.First().Key, period, nameof(tallies));
            }

            sums[period] = sums.TryGetValue(period, out TTally sum) ? sum + tally : tally;
        }

        var items = new List<(Period Period, TTally Tally)>();
        foreach ((Period period, TTally tally) in sums)
        {
            while (items.Count > 0 && items[^1].Period.Next() != period)
            {
                items.Add((items[^1].Period.Next(), default));
            }

            items.Add((period, tally));
        }

        _items = [.. items];
    }

    private PeriodSeries((Period Period, TTally Tally)[] items) => _items = items;

    /// <summary>How many periods there are, empty ones included.</summary>
    public int Count => _items.Length;

    /// <summary>The tally of all periods together.</summary>
    public TTally Total => _items.Aggregate(default(TTally), (sum, item) => sum + item.Tally);

    /// <summary>A period and its tally, by position.</summary>
    /// <param name="index">From 0.</param>
    public (Period Period, TTally Tally) this[int index] => _items[index];

    /// <summary>Windows of several periods that end with each period: counts are added as they enter and subtracted as they leave.</summary>
    /// <param name="periods">How many periods a window holds, 1 or more.</param>
    /// <returns>One tally for each period at which a window is full, under the name of its last period; none where the series is shorter.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="periods"/> is below 1.</exception>
    public PeriodSeries<TTally> Rolling(int periods)
    {
        Errors.RequireWindow(periods, nameof(periods));
        var windows = new List<(Period Period, TTally Tally)>();
        TTally sum = default;
        for (int i = 0; i < _items.Length; i++)
        {
            sum += _items[i].Tally;
            if (i >= periods)
            {
                sum -= _items[i - periods].Tally;
            }

            if (i >= periods - 1)
            {
                windows.Add((_items[i].Period, sum));
            }
        }

        return new PeriodSeries<TTally>([.. windows]);
    }

    /// <inheritdoc/>
    public IEnumerator<(Period Period, TTally Tally)> GetEnumerator() => ((IEnumerable<(Period Period, TTally Tally)>)_items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
