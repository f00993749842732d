using System.Runtime.InteropServices;
using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Counts answers into the two ranges that are compared: memory grows with customers, not with answers.</summary>
/// <remarks>Where days may turn out to be partial, which is known at the end alone, customers are counted by day.</remarks>
internal sealed class RangeCounter(SeriesQuery query)
{
    private const int InBaseline = 1;
    private const int InCurrent = 2;

    private readonly Interner _customers = new();
    private readonly CustomerTable _answers = new();
    private readonly Grouping? _grouping = query.By.Count > 0 ? new Grouping(query.By) : null;
    private readonly Dictionary<int, NpsTally> _totals = [];
    private readonly Dictionary<int, NpsTally> _nobody = [];
    private readonly Dictionary<(int Group, int Cell), NpsTally> _groups = [];
    private int? _customer;

    public void Begin(ColumnFinder finder, int? customer)
    {
        _customer = customer;
        _grouping?.Locate(finder);
    }

    /// <param name="file">The row.</param>
    /// <param name="first">The first day that it covers.</param>
    /// <param name="last">The last.</param>
    /// <param name="score">The answer.</param>
    public void Add(TableFile file, DateOnly first, DateOnly last, int score)
    {
        int side = Side(first, last);
        if (side == 0)
        {
            return;
        }

        int cell = query.FullDay is null ? side : first.DayNumber;
        var answer = NpsTally.Empty.Add(score, query.Source.Scale);
        Count(_totals, cell, answer);
        if (_grouping is not null)
        {
            _grouping.Read(file);
            Count(_groups, (_grouping.Current, cell), answer);
        }

        ReadOnlySpan<byte> name = _customer is { } column ? file.Field(column) : default;
        if (name.IsEmpty)
        {
            Count(_nobody, cell, answer);
            return;
        }

        if (!_customers.TryGet(name, out int customer))
        {
            _ = file.Text(_customer!.Value);
            customer = _customers.Add(name);
        }

        ref CustomerAnswers known = ref _answers[customer, cell];
        known = new CustomerAnswers(checked(known.Answers + 1), known.Score + (int)query.Source.Scale.CategoryOf(score));
    }

    /// <param name="isPartial">Whether a day was seen in part: it is left out.</param>
    public RangeAnswers Finish(Func<DateOnly, bool> isPartial)
    {
        var sums = new Sums(_customers.Count);
        _answers.ForEach((customer, cell, answers) => sums.Add(customer, answers, SideOf(cell)));
        NpsPanelTally known = sums.Panel(Total(_totals, InBaseline) - Total(_nobody, InBaseline), Total(_totals, InCurrent) - Total(_nobody, InCurrent));
        return new RangeAnswers
        {
            Panel = known + _nobody.Select(part => OfStrangers(part.Value, SideOf(part.Key))).Aggregate(NpsPanelTally.Empty, (sum, part) => sum + part),
            KnowsCustomers = _customer is not null,
            Groups =
            [
                .. _groups.GroupBy(part => part.Key.Group).Select(same => (
                    _grouping!.Key(same.Key),
                    Total(same.Select(part => new KeyValuePair<int, NpsTally>(part.Key.Cell, part.Value)), InBaseline),
                    Total(same.Select(part => new KeyValuePair<int, NpsTally>(part.Key.Cell, part.Value)), InCurrent))),
            ],
        };

        int SideOf(int cell) => query.FullDay is null ? cell
            : DateOnly.FromDayNumber(cell) is var day && isPartial(day) ? 0
            : Side(day, day);

        NpsTally Total(IEnumerable<KeyValuePair<int, NpsTally>> cells, int side) =>
            cells.Where(part => (SideOf(part.Key) & side) != 0).Aggregate(NpsTally.Empty, (sum, part) => sum + part.Value);
    }

    private int Side(DateOnly first, DateOnly last)
    {
        return (IsWithin(query.Baseline) ? InBaseline : 0) | (IsWithin(query.Current) ? InCurrent : 0);

        bool IsWithin(DateRange? range) => range is not null && first >= range.First && last <= range.Last;
    }

    private static void Count<TKey>(Dictionary<TKey, NpsTally> tallies, TKey key, NpsTally answer)
        where TKey : notnull
    {
        ref NpsTally tally = ref CollectionsMarshal.GetValueRefOrAddDefault(tallies, key, out _);
        tally += answer;
    }

    /// <summary>Answers without a customer: each is one of its own.</summary>
    private static NpsPanelTally OfStrangers(NpsTally answers, int side)
    {
        (long n, long squares, long scores) = (answers.Answered, answers.Promoters + answers.Detractors, answers.Promoters - answers.Detractors);
        var customers = new NpsCustomerTally(answers, n, squares, scores, n);
        return side switch
        {
            InBaseline => new NpsPanelTally(customers, NpsCustomerTally.Empty, 0, 0, 0, 0, 0),
            InCurrent => new NpsPanelTally(NpsCustomerTally.Empty, customers, 0, 0, 0, 0, 0),
            InBaseline | InCurrent => new NpsPanelTally(customers, customers, n, squares, scores, scores, n),
            _ => NpsPanelTally.Empty,
        };
    }

    /// <summary>Promoter answers minus detractor answers, and all answers, of each customer on either side.</summary>
    private sealed class Sums(int customers)
    {
        private readonly (long S, long M)[] _baseline = new (long, long)[customers];
        private readonly (long S, long M)[] _current = new (long, long)[customers];

        public void Add(int customer, CustomerAnswers answers, int side)
        {
            if ((side & InBaseline) != 0)
            {
                _baseline[customer] = (_baseline[customer].S + answers.Score, _baseline[customer].M + answers.Answers);
            }

            if ((side & InCurrent) != 0)
            {
                _current[customer] = (_current[customer].S + answers.Score, _current[customer].M + answers.Answers);
            }
        }

        public NpsPanelTally Panel(NpsTally baseline, NpsTally current)
        {
            (long both, long ss, long sm, long ms, long mm) = (0, 0, 0, 0, 0);
            foreach (((long s0, long m0), (long s1, long m1)) in _baseline.Zip(_current))
            {
                both += m0 > 0 && m1 > 0 ? 1 : 0;
                checked
                {
                    ss += s0 * s1;
                    sm += s0 * m1;
                    ms += m0 * s1;
                    mm += m0 * m1;
                }
            }

            return new NpsPanelTally(Customers(_baseline, baseline), Customers(_current, current), both, ss, sm, ms, mm);
        }

        private static NpsCustomerTally Customers((long S, long M)[] side, NpsTally answers)
        {
            (long n, long ss, long sm, long mm) = (0, 0, 0, 0);
            foreach ((long s, long m) in side)
            {
                n += m > 0 ? 1 : 0;
                checked
                {
                    ss += s * s;
                    sm += s * m;
                    mm += m * m;
                }
            }

            return new NpsCustomerTally(answers, n, ss, sm, mm);
        }
    }
}
