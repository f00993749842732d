using System.Numerics;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Baseline;

/// <summary>What was counted when: a tally for each day or period, in order of time.</summary>
internal sealed class DatedTallies<TTally>
    where TTally : struct, IMetric<TTally>, IAdditionOperators<TTally, TTally, TTally>
{
    private const double Rounding = 1e-24;

    private readonly SortedDictionary<(DateOnly First, DateOnly Last), TTally> _tallies = [];
    private readonly HashSet<DateOnly> _partial;
    private readonly HashSet<DateOnly> _alsoSeen;
    private readonly string _unit;

    internal DatedTallies(IEnumerable<(DateOnly First, DateOnly Last, TTally Tally)> tallies, string unit, IEnumerable<DateOnly> partial, IEnumerable<DateOnly> alsoSeen)
    {
        _unit = unit;
        foreach ((DateOnly first, DateOnly last, TTally tally) in tallies)
        {
            _tallies[(first, last)] = _tallies.TryGetValue((first, last), out TTally sum) ? sum + tally : tally;
        }

        _partial = [.. partial];
        _alsoSeen = [.. alsoSeen];
    }

    internal PeriodComparison Compare(DateRange? baseline, DateRange current, PeriodQuestion question)
    {
        List<(DateOnly First, DateOnly Last, TTally Tally)> before = Within(baseline);
        List<(DateOnly First, DateOnly Last, TTally Tally)> now = Within(current);
        (TTally sumBefore, TTally sumNow) = (Sum(before), Sum(now));
        PeriodComparison comparison = PeriodComparison.Of(
            Comparison.Between(sumBefore, sumNow, question.Level),
            baseline,
            current,
            question,
            baseline is null ? null : Seen(baseline, before, question),
            Seen(current, now, question));
        (double? correlation, int pairs) = Correlation(before, now);
        return comparison with
        {
            Cautions =
            [
                .. comparison.Cautions,
                .. PeriodCautions.OfPeriods(_unit, sumBefore, sumNow, [.. before.Select(item => item.Tally)], correlation, pairs),
            ],
        };
    }

    private List<(DateOnly First, DateOnly Last, TTally Tally)> Within(DateRange? range) =>
    [
        .. _tallies
            .Where(item => range is not null && item.Key.First >= range.First && item.Key.Last <= range.Last && !_partial.Contains(item.Key.First))
            .Select(item => (item.Key.First, item.Key.Last, item.Value)),
    ];

    private Completeness Seen(DateRange range, IEnumerable<(DateOnly First, DateOnly Last, TTally Tally)> parts, PeriodQuestion question) => Completeness.Of(
        range,
        parts.SelectMany(part => Enumerable.Range(part.First.DayNumber, part.Last.DayNumber - part.First.DayNumber + 1).Select(DateOnly.FromDayNumber)).Concat(_alsoSeen),
        question.AsOf,
        question.AnswerWindow,
        _partial);

    private static TTally Sum(IEnumerable<(DateOnly First, DateOnly Last, TTally Tally)> parts) => parts.Aggregate(default(TTally), (sum, part) => sum + part.Tally);

    // Of the values about the mean of their own side, over neighbours in time: a step from one side to the other is no likeness.
    private static (double? Correlation, int Pairs) Correlation(
        List<(DateOnly First, DateOnly Last, TTally Tally)> before, List<(DateOnly First, DateOnly Last, TTally Tally)> now)
    {
        double products = 0;
        double squares = 0;
        double size = 0;
        int pairs = 0;
        foreach (List<(DateOnly First, DateOnly Last, TTally Tally)> side in new[] { before, now })
        {
            (DateOnly First, DateOnly Last, double Value)[] values =
            [
                .. side.Select(part => (part.First, part.Last, TTally.Estimate(part.Tally, 0.95).Value))
                    .Where(part => part.Value is not null).Select(part => (part.First, part.Last, part.Value!.Value)),
            ];
            double mean = values.Length == 0 ? 0 : values.Average(part => part.Value);
            squares += values.Sum(part => (part.Value - mean) * (part.Value - mean));
            size += values.Sum(part => part.Value * part.Value);
            for (int i = 1; i < values.Length; i++)
            {
                if (values[i].First.DayNumber == values[i - 1].Last.DayNumber + 1)
                {
                    products += (values[i].Value - mean) * (values[i - 1].Value - mean);
                    pairs++;
                }
            }
        }

        // What equal values differ by is rounding, and that is alike.
        return squares > Rounding * size && double.IsFinite(products / squares) && pairs > 0 ? (products / squares, pairs) : (null, pairs);
    }
}
