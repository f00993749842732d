using CareMetrics.Nps;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Counts the rows of answers into every breakdown at once.</summary>
internal sealed class AnswerCounter : ITableCounter
{
    private readonly AnswerQuery _query;
    private readonly AnswerDates _dates;
    private readonly MissingTexts _missing;
    private readonly Interner _customers = new();
    private readonly PeriodSpan _span = new();
    private readonly ValueColumn? _values;
    private readonly HashSet<int>? _answeredDays;
    private AnswerPlan? _plan;
    private AnswerLayout _layout;
    private BadValues? _badScores;
    private BadValues? _badDates;
    private BadValues? _badWeights;
    private long _rows;
    private bool _hasNobody;
    private AnsweredMoods? _moods;

    internal AnswerCounter(AnswerQuery query)
    {
        _query = query;
        _dates = new AnswerDates(query.DateFormat, query.Zone);
        _answeredDays = query.WithSeenDays ? [] : null;
        _values = query.ValueColumn is { } value ? new ValueColumn(value, query.MissingTexts) : null;
        _missing = new MissingTexts(query.MissingTexts);
    }

    public void Begin(TableFile file)
    {
        ClosedColumns.RequireRows(file);
        _plan ??= new AnswerPlan(_query, file);
        _layout = _plan.Locate(file);
        if (_query.WithMoods && _layout is { Customer: >= 0, Date: >= 0 })
        {
            (_moods ??= new AnsweredMoods(_query.Scale, _query.Control, _values, _customers)).Locate(file);
        }

        _badScores ??= new BadValues(
            _plan.Columns.Score!, "scores", InputErrors.Allowed(_query.Scale), "--invalid count counts them apart");
        _badWeights ??= new BadValues(_plan.Columns.Weight ?? "", "weights", WeightText.Allowed, null);
        _badDates ??= new BadValues(_plan.Columns.Date ?? "", "dates", _dates.Allowed, null);
    }

    public void Count(TableFile file)
    {
        _rows++;
        AnswerRow row = default;
        row.Customer = AnswerRow.Nobody;
        int failed = _plan!.FirstFailed(file);
        foreach (Grouping grouping in _plan.Groupings)
        {
            grouping.Read(file);
        }

        if (_layout.Date >= 0)
        {
            row.Date = _dates.Read(file.Field(_layout.Date), out row.Day, out row.Instant);
            if (row.Date == DateReading.Day)
            {
                _span.See(row.Day, file);
            }
        }

        if (failed >= 0)
        {
            (row.Fate, row.Reason) = (RowFate.Filtered, failed);
        }
        else
        {
            if (row.Date is DateReading.NoSuchDay or DateReading.OtherForm)
            {
                NoteBadDate(file, row.Date);
            }

            ReadScore(file, ref row);
            if (row.Fate == RowFate.Answered && _layout.Customer >= 0)
            {
                row.Customer = ReadCustomer(file);
            }

            if (row.Fate == RowFate.Answered && _layout.Weight >= 0)
            {
                ReadWeight(file, ref row);
            }
        }

        _moods?.Count(file, row);
        if (row.Fate != RowFate.Filtered && row.Date == DateReading.Day && _query.ClosedPeriods?.Contains(row.Day) == true)
        {
            (row.Fate, row.Reason) = (RowFate.Filtered, _plan.ClosedReason);
        }

        if (_answeredDays is not null && row.Date == DateReading.Day && row.Fate is RowFate.Answered or RowFate.Invalid)
        {
            _answeredDays.Add(row.Day);
        }

        foreach (PeriodCounts counts in _plan.Counts)
        {
            counts.Count(row);
        }
    }

    public AnswerSummary Finish()
    {
        if (BadValues.Error([.. _query.Files.Select(AnswerReader.Name)], [_badScores!, _badDates!, _badWeights!, .. _values is null ? [] : new[] { _values.Bad }]) is { } error)
        {
            throw error;
        }

        // Filters may leave one side alone, or nobody.
        if (_query.Where.Count == 0 && _moods?.Missing(string.Join(", ", _query.Files.Select(AnswerReader.Name))) is { } nobody)
        {
            throw nobody;
        }

        foreach (PeriodCounts counts in _plan!.Counts)
        {
            counts.Settle();
            if (counts.Every is { } kind)
            {
                _span.Check(kind, counts.Totals.Cells.Count(cell => cell.Period != CellCounts.NoPeriod));
            }
        }

        PeriodCounts primary = _plan.Primary;
        ScoreDistribution distribution = primary.Distribution();
        (DateOnly First, DateOnly Last)? days = primary.Days();
        return new AnswerSummary
        {
            Columns = _plan.Columns,
            Breakdowns = _plan.Breakdowns(days),
            PanelOf = _plan.PanelOf(),
            Ledger = new RowLedger
            {
                Read = _rows,
                Answered = distribution.Tally.Answered,
                Missing = distribution.Missing,
                Invalid = distribution.Invalid,
                Superseded = primary.Totals.Cells.Sum(cell => cell.Superseded),
                ExcludedByReason = primary.Exclusions.ByReason,
            },
            Distribution = distribution,
            FirstDay = days?.First,
            LastDay = days?.Last,
            Seen = _answeredDays is not null && _span.Days is { } span ? new SeenDays { OfAnswers = SeenDays.Reach(span.First, span.Last, _answeredDays) } : null,
            MostAnswersOfACustomer = primary.MostAnswersOfACustomer,
            Moods = _moods,
            Definition = DefinitionText.OfAnswers(_query, _plan, _hasNobody),
            PeriodDefinition = _plan.Counts.Select(counts => counts.Every).FirstOrDefault(every => every is not null) is { } every
                ? DefinitionText.OfPeriods(_query, _plan, every) : null,
        };
    }

    private void ReadScore(TableFile file, ref AnswerRow row)
    {
        ReadOnlySpan<byte> text = file.Field(_layout.Score);
        if (text.IsEmpty || _missing.Contains(text))
        {
            row.Fate = RowFate.Missing;
            return;
        }

        ScoreReading reading = ScoreText.Read(text, _query.Scale, out row.Score);
        if (reading == ScoreReading.Score)
        {
            return;
        }

        string found = file.Text(_layout.Score);
        row.Fate = RowFate.Invalid;
        if (_query.Invalid == InvalidAnswers.Fail)
        {
            _badScores!.Add(ScoreText.Kind(reading, _query.Scale), file.Name, file.Line, found);
        }
    }

    private void NoteBadDate(TableFile file, DateReading reading)
    {
        string found = file.Text(_layout.Date);
        if (_query.Invalid == InvalidAnswers.Fail)
        {
            _badDates!.Add(
                reading == DateReading.NoSuchDay ? "not in the calendar" : _dates.NotInForm, file.Name, file.Line, found);
        }
    }

    private void ReadWeight(TableFile file, ref AnswerRow row)
    {
        if (WeightText.Read(file.Field(_layout.Weight), out row.Weight) is { } problem)
        {
            _badWeights!.Add(problem, file.Name, file.Line, file.Text(_layout.Weight));
            row.Weight = 0;
        }
    }

    private int ReadCustomer(TableFile file)
    {
        ReadOnlySpan<byte> text = file.Field(_layout.Customer);
        if (text.IsEmpty)
        {
            _hasNobody = true;
            return AnswerRow.Nobody;
        }

        if (!_customers.TryGet(text, out int customer))
        {
            _ = file.Text(_layout.Customer);
            customer = _customers.Add(text);
        }

        return customer;
    }
}
