using System.Globalization;
using System.Text;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Counts dated rows by their day, or by the period that a row covers.</summary>
internal sealed class SeriesCounter : ITableVisitor
{
    private const NumberStyles Decimals = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly SeriesQuery _query;
    private readonly AnswerDates _dates;
    private readonly MissingTexts _missing;
    private readonly RowFilter[] _filters;
    private readonly SortedDictionary<(DateOnly First, DateOnly Last), SeriesCell> _cells = [];
    private readonly Dictionary<(DateOnly First, DateOnly Last), UnscoredRows> _unscored = [];
    private readonly List<string> _files = [];
    private readonly Exclusions _excluded;
    private readonly ClosedRanges? _closed;
    private readonly RangeCounter? _ranges;
    private SeriesColumns? _columns;
    private SeriesNames? _names;
    private DateOnly? _first;
    private DateOnly? _last;
    private BadValues? _badDates;
    private BadValues? _badValues;
    private BadValues? _badWholes;
    private long _rows;

    private SeriesCounter(SeriesQuery query, ClosedRanges? closed)
    {
        _closed = closed;
        _ranges = query.Kind == SeriesKind.Score ? new RangeCounter(query) : null;
        _query = query;
        _dates = new AnswerDates(query.Source.DateFormat, query.Source.Zone);
        _missing = new MissingTexts(query.Source.MissingTexts);
        _filters = [.. query.Source.Where.Select(filter => new RowFilter(filter))];
        _excluded = new Exclusions([.. _filters.Select(filter => filter.Reason), ClosedRanges.Reason]);
    }

    /// <exception cref="InputException">The data is bad; the message is one line.</exception>
    /// <exception cref="UsageException">A file is named twice, or an option makes no sense.</exception>
    public static ObservedSeries Read(SeriesQuery query, ReadProgress? progress, Func<Stream> standardInput, CancellationToken cancellation)
    {
        QueryRules.Check(query.Source);
        ClosedRanges? closed = ClosedRanges.Read(query, standardInput, cancellation);
        if (query.Source.MustBeClosed)
        {
            return ObservedSeries.OfClosed(query, closed!);
        }

        var counter = new SeriesCounter(query, closed);
        IReadOnlyList<InputFile> inputs = AnswerReader.Visit(query.Source, counter, progress, standardInput, cancellation);
        return counter.Finish(inputs);
    }

    public void Begin(TableFile file)
    {
        ClosedColumns.RequireRows(file);
        _files.Add(file.Name);
        var finder = new ColumnFinder(file.Name, file.Columns);
        var found = SeriesColumns.Locate(_query, finder);
        _columns = found;
        _badDates ??= new BadValues(file.Columns[found.Date], "dates", RowAllowed, null);
        _badValues ??= new BadValues(file.Columns[found.Value], Things, Allowed, null);
        _badWholes ??= found.Per is { } per
            ? new BadValues(file.Columns[per], _query.Kind == SeriesKind.Proportion ? "wholes of their parts" : "numbers", PerAllowed, null)
            : null;
        _names ??= SeriesNames.Of(_query, found, file.Columns);
        _ranges?.Begin(finder, found.Customer);
        foreach (RowFilter filter in _filters)
        {
            filter.Locate(finder);
        }
    }

    public void Count(TableFile file)
    {
        _rows++;
        if (Range(file) is not { } range)
        {
            return;
        }

        _first = _first is { } earliest && earliest <= range.First ? earliest : range.First;
        _last = _last is { } latest && latest >= range.Last ? latest : range.Last;
        if (RowFilter.FirstFailed(_filters, file) is >= 0 and var failed)
        {
            _excluded.Add(failed);
            return;
        }

        if (_closed?.Excludes(range.First) == true)
        {
            _excluded.Add(_filters.Length);
            return;
        }

        ReadOnlySpan<byte> value = file.Field(_columns!.Value);
        if (value.IsEmpty || _missing.Contains(value))
        {
            Unscored(range).Missing++;
            return;
        }

        SeriesCell cell = _cells.TryGetValue(range, out SeriesCell? known) ? known : _cells[range] = new SeriesCell { Days = range.Last.DayNumber - range.First.DayNumber + 1 };
        if (Add(file, range, cell, value))
        {
            cell.Rows++;
            cell.IsPartial |= _columns.FullDay is { } full && !IsFull(file.Text(full));
        }
    }

    private string Things => _query.Kind switch
    {
        SeriesKind.Count or SeriesKind.Proportion => "counts",
        SeriesKind.Score => "scores",
        _ => "numbers",
    };

    private string Allowed => _query.Kind switch
    {
        SeriesKind.Count or SeriesKind.Proportion => "a count is a whole number, 0 or more",
        SeriesKind.Score => InputErrors.Allowed(_query.Source.Scale),
        _ => "allowed are numbers up to 1e100 in size, with a point for decimals and no separators of thousands",
    };

    private string PerAllowed => _query.Kind switch
    {
        SeriesKind.Count => "allowed are numbers above 0, with a point for decimals",
        SeriesKind.Proportion => "allowed are whole numbers, 0 or more, not below their part",
        _ => "allowed are numbers up to 1e100 in size, with a point for decimals and no separators of thousands",
    };

    private string RowAllowed => _query.RowCovers is null ? _dates.Allowed : $"{_dates.Allowed}; or periods such as 2026-03";

    private ObservedSeries Finish(IReadOnlyList<InputFile> inputs)
    {
        if (BadValues.Error(_files, _badDates!, _badValues!, _badWholes ?? new BadValues("", "", "", null)) is { } problem)
        {
            throw problem;
        }

        return new ObservedSeries(_query, _names!, _cells, _first!.Value, _last!.Value, new RowLedger
        {
            Read = _rows,
            Answered = _cells.Values.Sum(cell => cell.Rows),
            Missing = _unscored.Values.Sum(found => found.Missing),
            Invalid = _unscored.Values.Sum(found => found.Invalid),
            Superseded = 0,
            ExcludedByReason = _excluded.ByReason,
        })
        {
            Inputs = inputs,
            Answers = _ranges?.Finish(day => _cells.TryGetValue((day, day), out SeriesCell? cell) && cell.IsPartial),
            Closed = _closed,
            Unscored = _unscored,
        };
    }

    private UnscoredRows Unscored((DateOnly First, DateOnly Last) range) => _unscored.TryGetValue(range, out UnscoredRows? known) ? known : _unscored[range] = new UnscoredRows();

    private (DateOnly First, DateOnly Last)? Range(TableFile file)
    {
        ReadOnlySpan<byte> text = file.Field(_columns!.Date);
        if (_query.RowCovers is { } named && Period.TryParse(Encoding.UTF8.GetString(text), out Period period) && period.Kind == named)
        {
            return (period.Start, period.End);
        }

        DateReading reading = _dates.Read(text, out int number, out _);
        if (reading != DateReading.Day)
        {
            string kind = reading == DateReading.Blank ? "blank" : reading == DateReading.NoSuchDay ? "not in the calendar" : _dates.NotInForm;
            _badDates!.Add(kind, file.Name, file.Line, file.Text(_columns.Date));
            return null;
        }

        var day = DateOnly.FromDayNumber(number);
        if (_query.RowCovers is not { } covers)
        {
            return (day, day);
        }

        var whole = Period.Containing(day, covers);
        return (whole.Start, whole.End);
    }

    private bool Add(TableFile file, (DateOnly First, DateOnly Last) range, SeriesCell cell, ReadOnlySpan<byte> value)
    {
        switch (_query.Kind)
        {
            case SeriesKind.Value when Number(value) is { } number:
                cell.Mean = cell.Mean.Add(number);
                return true;
            case SeriesKind.Rank when Number(value) is { } place:
                (cell.Values ??= []).Add(place);
                return true;
            case SeriesKind.Ratio when Number(value) is { } amount:
                if (Number(file.Field(_columns!.Per!.Value)) is { } per)
                {
                    cell.Ratio += RatioTally.Of([(amount, per)]);
                    return true;
                }

                _badWholes!.Add(NoNumber(file.Field(_columns.Per.Value)), file.Name, file.Line, file.Text(_columns.Per.Value));
                return false;
            case SeriesKind.Rate:
                cell.Share += new ProportionTally(file.Text(_columns!.Value) == _query.CaseValue ? 1 : 0, 1);
                return true;
            case SeriesKind.Score:
                return AddScore(file, range, cell, value);
            case SeriesKind.Count when Whole(value) is { } count:
                return AddCount(file, cell, count);
            case SeriesKind.Proportion when Whole(value) is { } part:
                if (Whole(file.Field(_columns!.Per!.Value)) is { } whole && whole >= part)
                {
                    cell.Share += new ProportionTally(part, whole);
                    return true;
                }

                _badWholes!.Add("below their part, or not whole", file.Name, file.Line, file.Text(_columns.Per.Value));
                return false;
            default:
                _badValues!.Add(_query.Kind is SeriesKind.Count or SeriesKind.Proportion ? "not a count" : NoNumber(value), file.Name, file.Line, file.Text(_columns!.Value));
                return false;
        }
    }

    private bool AddScore(TableFile file, (DateOnly First, DateOnly Last) range, SeriesCell cell, ReadOnlySpan<byte> value)
    {
        ScoreReading reading = ScoreText.Read(value, _query.Source.Scale, out int score);
        if (reading == ScoreReading.Score)
        {
            cell.Score = cell.Score.Add(score, _query.Source.Scale);
            _ranges!.Add(file, range.First, range.Last, score);
            return true;
        }

        if (_query.Source.Invalid == InvalidAnswers.Count)
        {
            Unscored(range).Invalid++;
        }
        else
        {
            _badValues!.Add(ScoreText.Kind(reading, _query.Source.Scale), file.Name, file.Line, file.Text(_columns!.Value));
        }

        return false;
    }

    private bool AddCount(TableFile file, SeriesCell cell, long count)
    {
        if (_columns!.Per is { } per)
        {
            if (Number(file.Field(per)) is not (>= 1e-50 and <= 1e50 and var exposure))
            {
                _badWholes!.Add("not above 0", file.Name, file.Line, file.Text(per));
                return false;
            }

            cell.Exposure += exposure;
        }

        try
        {
            cell.Count = checked(cell.Count + count);
        }
        catch (OverflowException)
        {
            throw InputErrors.CountsTooLarge(file.Name, file.Line);
        }

        return true;
    }

    private bool IsFull(string text) => text == _query.FullDay!.Value
        || (double.TryParse(text, Decimals, CultureInfo.InvariantCulture, out double found)
            && double.TryParse(_query.FullDay.Value, Decimals, CultureInfo.InvariantCulture, out double full) && found.Equals(full));

    // "NaN" and "Infinity" are read as numbers too.
    private static string NoNumber(ReadOnlySpan<byte> text) =>
        text.ContainsAnyInRange((byte)'0', (byte)'9') && double.TryParse(text, Decimals, CultureInfo.InvariantCulture, out _) ? "beyond 1e100" : "not a number";

    private static double? Number(ReadOnlySpan<byte> text) =>
        double.TryParse(text, Decimals, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) <= 1e100 ? number : null;

    private static long? Whole(ReadOnlySpan<byte> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number < 1e15 && number == Math.Floor(number) ? (long)number
        : null;
}
