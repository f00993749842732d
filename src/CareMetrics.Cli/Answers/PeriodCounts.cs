using CareMetrics.Nps;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>All that is counted by one length of period, or without periods: the totals, and the groupings asked for.</summary>
internal sealed class PeriodCounts
{
    private readonly AnswerQuery _query;
    private readonly PeriodIndex? _periods;
    private readonly List<CellSet> _sets;
    private readonly LatestByCustomer? _latest;
    private readonly bool _customersKnown;
    private readonly bool _isWeighted;
    private readonly bool _isPrimary;
    private readonly int _noDate;
    private readonly Exclusions _exclusions;
    private int[] _answersOfCustomer = [];
    private (int First, int Last)? _days;

    /// <param name="query">What to count.</param>
    /// <param name="every">The length of the periods, or null.</param>
    /// <param name="groupings">The groupings to count beside the totals.</param>
    /// <param name="customersKnown">Whether there is a customer column.</param>
    /// <param name="isPrimary">Whether the summary's figures of the whole table are taken from here.</param>
    /// <param name="reasons">Why a row may be excluded: the filters, then no date, then an unreadable one.</param>
    internal PeriodCounts(
        AnswerQuery query, PeriodKind? every, IEnumerable<(Grouping Grouping, bool KnowsCustomers)> groupings, bool customersKnown, bool isPrimary, IReadOnlyList<string> reasons)
    {
        _query = query;
        Every = every;
        _periods = every is { } kind ? new PeriodIndex(kind) : null;
        _sets =
        [
            new CellSet(null, every is null, query.Scale, customersKnown),
            .. groupings.Select(part => new CellSet(part.Grouping, false, query.Scale, customersKnown && part.KnowsCustomers)),
        ];
        _latest = query.Latest ? new LatestByCustomer() : null;
        _customersKnown = customersKnown;
        _isWeighted = query.WeightColumn is not null;
        _isPrimary = isPrimary;
        _noDate = reasons.Count - 2;
        _exclusions = new Exclusions(reasons);
    }

    internal PeriodKind? Every { get; }

    internal bool NeedsDate => Every is not null || _latest is not null;

    internal Exclusions Exclusions => _exclusions;

    internal CellSet Totals => _sets[0];

    internal long? MostAnswersOfACustomer => _customersKnown ? Math.Max(_answersOfCustomer.DefaultIfEmpty().Max(), AnswersOfNobody > 0 ? 1 : 0) : null;

    private long AnswersOfNobody { get; set; }

    internal IReadOnlyList<AnswerCell> CellsBy(Grouping? grouping)
    {
        CellSet? groups = grouping is null ? null : _sets.Find(set => set.Grouping == grouping);
        return CellTable.Of(_query, Totals, groups, _periods is null ? null : id => _periods[id], (groups ?? Totals).KnowsCustomers);
    }

    /// <inheritdoc cref="LongerPeriods.Cells"/>
    internal IReadOnlyList<AnswerCell> TotalsEvery(PeriodKind longer) => LongerPeriods.Cells(_query, Totals, _periods!, longer);

    /// <inheritdoc cref="LongerPeriods.Panel"/>
    internal NpsPanelTally Panel(Period baseline, Period current) => LongerPeriods.Panel(_query.Scale, Totals, _periods!, _latest, baseline, current);

    internal ScoreDistribution Distribution()
    {
        long[] byScore = new long[_query.Scale.Length];
        (long missing, long invalid) = (0, 0);
        foreach (CellCounts cell in Totals.Cells)
        {
            for (int i = 0; i < byScore.Length; i++)
            {
                byScore[i] += cell.ByScore[i];
            }

            missing += cell.Missing;
            invalid += cell.Invalid;
        }

        return new ScoreDistribution(_query.Scale, [.. byScore], missing, invalid);
    }

    /// <summary>Ends the counting: the weights of the answers that came to stand are known now, and none was taken back from a sum.</summary>
    internal void Settle()
    {
        if (_latest is null || !_isWeighted)
        {
            return;
        }

        foreach (ref readonly LatestAnswer answer in _latest.Standing)
        {
            NpsCategory category = _query.Scale.CategoryOf(answer.Score);
            for (int i = 0; i < answer.Cells.Length; i++)
            {
                _sets[i][answer.Cells[i]].AddWeight(category, answer.Weight);
            }
        }
    }

    internal (DateOnly First, DateOnly Last)? Days()
    {
        if (_latest is not null)
        {
            foreach (LatestAnswer answer in _latest.Standing)
            {
                SeeDay(answer.Day);
            }
        }

        return _days is { } days ? (DateOnly.FromDayNumber(days.First), DateOnly.FromDayNumber(days.Last)) : null;
    }

    internal void Count(in AnswerRow row)
    {
        bool hasDate = row.Date == DateReading.Day;
        if (row.Fate == RowFate.Filtered)
        {
            Exclude(row.Reason, PeriodOf(row));
        }
        else if (NeedsDate && !hasDate)
        {
            Exclude(row.Date == DateReading.Blank ? _noDate : _noDate + 1, PeriodOf(row));
        }
        else if (row.Fate == RowFate.Answered)
        {
            Answer(row, PeriodOf(row));
        }
        else
        {
            int period = PeriodOf(row);
            foreach (CellSet set in _sets)
            {
                CellCounts cell = set[set.IndexOf(period)];
                cell.Missing += row.Fate == RowFate.Missing ? 1 : 0;
                cell.Invalid += row.Fate == RowFate.Invalid ? 1 : 0;
            }
        }
    }

    private int PeriodOf(in AnswerRow row) =>
        _periods is null ? 0 : row.Date == DateReading.Day ? _periods.IdOf(row.Day) : CellCounts.NoPeriod;

    private void Exclude(int reason, int period)
    {
        _exclusions.Add(reason);
        foreach (CellSet set in _sets)
        {
            // Without its period a row has no cell of a group, only that of the rows without one.
            if (period != CellCounts.NoPeriod || set.Grouping is null)
            {
                set[set.IndexOf(period)].Excluded++;
            }
        }
    }

    private void Answer(in AnswerRow row, int period)
    {
        if (_latest is not null && row.Customer != AnswerRow.Nobody)
        {
            AnswerOnce(row, period);
            return;
        }

        NpsCategory category = _query.Scale.CategoryOf(row.Score);
        foreach (CellSet set in _sets)
        {
            int cell = set.IndexOf(period);
            if (!set.KnowsCustomers)
            {
                set[cell].Add(row.Score);
            }
            else if (row.Customer == AnswerRow.Nobody)
            {
                set[cell].AddCustomer(row.Score, category);
            }
            else
            {
                set.Add(cell, row.Score, category, row.Customer);
            }

            if (_isWeighted)
            {
                set[cell].AddWeight(category, row.Weight);
            }
        }

        CountCustomer(row.Customer, 1);
        if (row.Date == DateReading.Day)
        {
            SeeDay(row.Day);
        }
    }

    private void AnswerOnce(in AnswerRow row, int period)
    {
        int[] cells = new int[_sets.Count];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = _sets[i].IndexOf(period);
        }

        var answer = new LatestAnswer(row.Instant, row.Day, row.Score, row.Customer, row.Weight, cells);
        bool stands = _latest!.Offer(answer, row.Customer, period, out LatestAnswer? older);
        if (stands)
        {
            Stand(answer, 1);
        }

        if (older is { } superseded)
        {
            if (stands)
            {
                Stand(superseded, -1);
            }

            for (int i = 0; i < cells.Length; i++)
            {
                _sets[i][superseded.Cells[i]].Superseded++;
            }
        }
    }

    private void Stand(in LatestAnswer answer, int by)
    {
        NpsCategory category = _query.Scale.CategoryOf(answer.Score);
        for (int i = 0; i < answer.Cells.Length; i++)
        {
            CellCounts cell = _sets[i][answer.Cells[i]];
            if (by > 0)
            {
                cell.AddCustomer(answer.Score, category);
            }
            else
            {
                cell.RemoveCustomer(answer.Score, category);
            }
        }

        CountCustomer(answer.Customer, by);
    }

    private void CountCustomer(int customer, int by)
    {
        if (!_customersKnown || !_isPrimary)
        {
            return;
        }

        if (customer == AnswerRow.Nobody)
        {
            AnswersOfNobody += by;
            return;
        }

        if (customer >= _answersOfCustomer.Length)
        {
            Array.Resize(ref _answersOfCustomer, Math.Max(1 << 10, 2 * customer));
        }

        _answersOfCustomer[customer] += by;
    }

    private void SeeDay(int day)
    {
        _days = _days is { } days ? (Math.Min(days.First, day), Math.Max(days.Last, day)) : (day, day);
    }
}
