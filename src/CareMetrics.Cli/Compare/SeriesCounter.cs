using System.Globalization;
using System.Text;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli;

/// <summary>Counts dated rows by their day, or by the period that a row covers.</summary>
internal sealed class SeriesCounter : ITableVisitor
{
    private const NumberStyles Decimals = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    private readonly SeriesQuery query;
    private readonly AnswerDates dates;
    private readonly MissingTexts missing;
    private readonly RowFilter[] filters;
    private readonly SortedDictionary<(DateOnly First, DateOnly Last), SeriesCell> cells = [];
    private readonly List<string> files = [];
    private readonly Exclusions excluded;
    private readonly ClosedRanges? closed;
    private readonly RangeCounter? ranges;
    private SeriesColumns? columns;
    private SeriesNames? names;
    private DateOnly? first;
    private DateOnly? last;
    private BadValues? badDates;
    private BadValues? badValues;
    private BadValues? badWholes;
    private long rows;
    private long blank;
    private long invalid;

    private SeriesCounter(SeriesQuery query, ClosedRanges? closed)
    {
        this.closed = closed;
        ranges = query.Kind == SeriesKind.Score ? new RangeCounter(query) : null;
        this.query = query;
        dates = new AnswerDates(query.Source.DateFormat, query.Source.Zone);
        missing = new MissingTexts(query.Source.MissingTexts);
        filters = [.. query.Source.Where.Select(filter => new RowFilter(filter))];
        excluded = new Exclusions([.. filters.Select(filter => filter.Reason), ClosedRanges.Reason]);
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
        files.Add(file.Name);
        var finder = new ColumnFinder(file.Name, file.Columns);
        var found = SeriesColumns.Locate(query, finder);
        columns = found;
        badDates ??= new BadValues(file.Columns[found.Date], "dates", RowAllowed, null);
        badValues ??= new BadValues(file.Columns[found.Value], Things, Allowed, null);
        badWholes ??= found.Per is { } per
            ? new BadValues(file.Columns[per], query.Kind == SeriesKind.Proportion ? "wholes of their parts" : "numbers", PerAllowed, null)
            : null;
        names ??= SeriesNames.Of(query, found, file.Columns);
        ranges?.Begin(finder, found.Customer);
        foreach (RowFilter filter in filters)
        {
            filter.Locate(finder);
        }
    }

    public void Count(TableFile file)
    {
        rows++;
        if (Range(file) is not { } range)
        {
            return;
        }

        first = first is { } earliest && earliest <= range.First ? earliest : range.First;
        last = last is { } latest && latest >= range.Last ? latest : range.Last;
        if (RowFilter.FirstFailed(filters, file) is >= 0 and var failed)
        {
            excluded.Add(failed);
            return;
        }

        if (closed?.Excludes(range.First) == true)
        {
            excluded.Add(filters.Length);
            return;
        }

        ReadOnlySpan<byte> value = file.Field(columns!.Value);
        if (value.IsEmpty || missing.Contains(value))
        {
            blank++;
            return;
        }

        SeriesCell cell = cells.TryGetValue(range, out SeriesCell? known) ? known : cells[range] = new SeriesCell { Days = range.Last.DayNumber - range.First.DayNumber + 1 };
        if (Add(file, range, cell, value))
        {
            cell.Rows++;
            cell.IsPartial |= columns.FullDay is { } full && !IsFull(file.Text(full));
        }
    }

    private string Things => query.Kind switch
    {
        SeriesKind.Count or SeriesKind.Proportion => "counts",
        SeriesKind.Score => "scores",
        _ => "numbers",
    };

    private string Allowed => query.Kind switch
    {
        SeriesKind.Count or SeriesKind.Proportion => "a count is a whole number, 0 or more",
        SeriesKind.Score => InputErrors.Allowed(query.Source.Scale),
        _ => "allowed are numbers, with a point for decimals and no separators of thousands",
    };

    private string PerAllowed => query.Kind switch
    {
        SeriesKind.Count => "allowed are numbers above 0, with a point for decimals",
        SeriesKind.Proportion => "allowed are whole numbers, 0 or more, not below their part",
        _ => "allowed are numbers, with a point for decimals and no separators of thousands",
    };

    private string RowAllowed => query.RowCovers is null ? dates.Allowed : $"{dates.Allowed}; or periods such as 2026-03";

    private ObservedSeries Finish(IReadOnlyList<InputFile> inputs)
    {
        if (BadValues.Error(files, badDates!, badValues!, badWholes ?? new BadValues("", "", "", null)) is { } problem)
        {
            throw problem;
        }

        return new ObservedSeries(query, names!, cells, first!.Value, last!.Value, new RowLedger
        {
            Read = rows,
            Answered = cells.Values.Sum(cell => cell.Rows),
            Missing = blank,
            Invalid = invalid,
            Superseded = 0,
            ExcludedByReason = excluded.ByReason,
        })
        {
            Inputs = inputs,
            Answers = ranges?.Finish(day => cells.TryGetValue((day, day), out SeriesCell? cell) && cell.IsPartial),
            Closed = closed,
        };
    }

    private (DateOnly First, DateOnly Last)? Range(TableFile file)
    {
        ReadOnlySpan<byte> text = file.Field(columns!.Date);
        if (query.RowCovers is { } named && Period.TryParse(Encoding.UTF8.GetString(text), out Period period) && period.Kind == named)
        {
            return (period.Start, period.End);
        }

        DateReading reading = dates.Read(text, out int number, out _);
        if (reading != DateReading.Day)
        {
            string kind = reading == DateReading.Blank ? "blank" : reading == DateReading.NoSuchDay ? "not in the calendar" : dates.NotInForm;
            badDates!.Add(kind, file.Name, file.Line, file.Text(columns.Date));
            return null;
        }

        var day = DateOnly.FromDayNumber(number);
        if (query.RowCovers is not { } covers)
        {
            return (day, day);
        }

        var whole = Period.Containing(day, covers);
        return (whole.Start, whole.End);
    }

    private bool Add(TableFile file, (DateOnly First, DateOnly Last) range, SeriesCell cell, ReadOnlySpan<byte> value)
    {
        switch (query.Kind)
        {
            case SeriesKind.Value when Number(value) is { } number:
                cell.Mean = cell.Mean.Add(number);
                return true;
            case SeriesKind.Rank when Number(value) is { } place:
                (cell.Values ??= []).Add(place);
                return true;
            case SeriesKind.Ratio when Number(value) is { } amount:
                if (Number(file.Field(columns!.Per!.Value)) is { } per)
                {
                    cell.Ratio += RatioTally.Of([(amount, per)]);
                    return true;
                }

                badWholes!.Add("not a number", file.Name, file.Line, file.Text(columns.Per.Value));
                return false;
            case SeriesKind.Rate:
                cell.Share += new ProportionTally(file.Text(columns!.Value) == query.CaseValue ? 1 : 0, 1);
                return true;
            case SeriesKind.Score:
                return AddScore(file, range, cell, value);
            case SeriesKind.Count when Whole(value) is { } count:
                return AddCount(file, cell, count);
            case SeriesKind.Proportion when Whole(value) is { } part:
                if (Whole(file.Field(columns!.Per!.Value)) is { } whole && whole >= part)
                {
                    cell.Share += new ProportionTally(part, whole);
                    return true;
                }

                badWholes!.Add("below their part, or not whole", file.Name, file.Line, file.Text(columns.Per.Value));
                return false;
            default:
                badValues!.Add(query.Kind is SeriesKind.Count or SeriesKind.Proportion ? "not a count" : "not a number", file.Name, file.Line, file.Text(columns!.Value));
                return false;
        }
    }

    private bool AddScore(TableFile file, (DateOnly First, DateOnly Last) range, SeriesCell cell, ReadOnlySpan<byte> value)
    {
        ScoreReading reading = ScoreText.Read(value, query.Source.Scale, out int score);
        if (reading == ScoreReading.Score)
        {
            cell.Score = cell.Score.Add(score, query.Source.Scale);
            ranges!.Add(file, range.First, range.Last, score);
            return true;
        }

        if (query.Source.Invalid == InvalidAnswers.Count)
        {
            invalid++;
        }
        else
        {
            badValues!.Add(ScoreText.Kind(reading, query.Source.Scale), file.Name, file.Line, file.Text(columns!.Value));
        }

        return false;
    }

    private bool AddCount(TableFile file, SeriesCell cell, long count)
    {
        if (columns!.Per is { } per)
        {
            if (Number(file.Field(per)) is not (>= 1e-50 and <= 1e50 and var exposure))
            {
                badWholes!.Add("not above 0", file.Name, file.Line, file.Text(per));
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

    private bool IsFull(string text) => text == query.FullDay!.Value
        || (double.TryParse(text, Decimals, CultureInfo.InvariantCulture, out double found)
            && double.TryParse(query.FullDay.Value, Decimals, CultureInfo.InvariantCulture, out double full) && found.Equals(full));

    private static double? Number(ReadOnlySpan<byte> text) =>
        double.TryParse(text, Decimals, CultureInfo.InvariantCulture, out double number) && Math.Abs(number) <= 1e100 ? number : null;

    private static long? Whole(ReadOnlySpan<byte> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number < 1e15 && number == Math.Floor(number) ? (long)number
        : null;
}
