using System.Globalization;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Reads files of a series, a row a point in time; bad values are gathered, so that one message tells all of them.</summary>
internal sealed class PlotReader : ITableVisitor
{
    private const string RowIs = "point in time";
    private const string NumberAllowed = "allowed are numbers such as 1234.5 or 1.2E-5, with a point and without separators of thousands";

    private readonly PlotQuery _query;
    private readonly AnswerDates _dates;
    private readonly RowFilter[] _filters;
    private readonly List<PlotRow> _rows = [];
    private Column _value = null!;
    private Column? _denominator;
    private Column? _name;
    private bool _isDated;
    private PeriodKind? _kind;
    private string[]? _columns;
    private long _read;
    private long _excluded;

    private PlotReader(PlotQuery query)
    {
        _query = query;
        _dates = new AnswerDates(query.DateFormat, TimeZoneInfo.Utc);
        _filters = [.. query.Where.Select(filter => new RowFilter(filter))];
    }

    /// <exception cref="InputException">The data is bad; the message is one line.</exception>
    /// <exception cref="UsageException">A file is named twice.</exception>
    internal static PlotData Read(PlotQuery query, Func<Stream> standardInput, ReadProgress? progress, CancellationToken cancellation)
    {
        QueryRules.CheckFiles(query.Files);
        var reader = new PlotReader(query);
        var table = new AnswerQuery { Files = query.Files, Breakdowns = [], Delimiter = query.Delimiter, Encoding = query.Encoding, RowIs = RowIs };
        AnswerReader.Visit(table, reader, progress, standardInput, cancellation);
        return reader.Finish();
    }

    public void Begin(TableFile file)
    {
        var finder = new ColumnFinder(file.Name, file.Columns);
        if (_columns is null)
        {
            Locate(file, finder);
        }

        int[] at = [.. _columns!.Select(finder.Require)];
        _value.At = at[0];
        int next = 1;
        if (_denominator is not null)
        {
            _denominator.At = at[next++];
        }

        if (_name is not null)
        {
            _name.At = at[next];
        }

        foreach (RowFilter filter in _filters)
        {
            filter.Locate(finder);
        }
    }

    public void Count(TableFile file)
    {
        _read++;
        if (RowFilter.FirstFailed(_filters, file) >= 0)
        {
            _excluded++;
            return;
        }

        (string? label, DateOnly? day) = _name is null ? (null, null) : _isDated ? Dated(file, _name) : (file.Text(_name.At), null);
        _rows.Add(new PlotRow(file.Name, file.Line, label, day, Number(file, _value), _denominator is null ? null : Number(file, _denominator)));
    }

    private void Locate(TableFile file, ColumnFinder finder)
    {
        (IReadOnlyList<string> Names, string What, string Option)[] wanted = _query.Measure switch
        {
            PlotMeasure.Proportion => [(PlotNames.Numerator, "numerator", "--numerator"), (PlotNames.Denominator, "denominator", "--denominator")],
            PlotMeasure.Rate => [(PlotNames.Count, "count", "--count"), (PlotNames.Exposure, "exposure", "--exposure")],
            _ => [(PlotNames.Value, "value", "--value")],
        };
        int value = finder.Require(_query.ValueColumn, wanted[0].Names, wanted[0].What, wanted[0].Option);
        int? denominator = wanted.Length > 1 ? finder.Require(_query.DenominatorColumn, wanted[1].Names, wanted[1].What, wanted[1].Option) : null;
        int? name = _query.LabelColumn is { } label ? finder.Require(label) : finder.Find(_query.DateColumn, PlotNames.Date, "date", "--date");
        _isDated = _query.LabelColumn is null;
        _value = Of(value, "numbers", NumberAllowed);
        _denominator = denominator is { } whole ? Of(whole, "numbers", NumberAllowed) : null;
        _name = name is { } named ? Of(named, "dates", _query.DateFormat is null ? $"{_dates.Allowed}; or periods such as 2026-03, 2026-W07 or 2026-Q1" : _dates.Allowed) : null;
        _columns = [.. new[] { _value, _denominator, _name }.OfType<Column>().Select(column => column.Name)];

        Column Of(int index, string things, string allowed) => new(file.Columns[index], new BadValues(file.Columns[index], things, allowed, null));
    }

    private PlotData Finish()
    {
        string[] files = [.. _query.Files.Select(AnswerReader.Name)];
        BadValues[] bad = [.. new[] { _name, _value, _denominator }.OfType<Column>().Select(column => column.Bad)];
        if (BadValues.Error(files, bad) is { } error)
        {
            throw error;
        }

        return new PlotData
        {
            Rows = _rows,
            Read = _read,
            Excluded = _excluded,
            Filters = [.. _filters.Select(filter => filter.Words)],
            Kind = _kind,
            IsDated = _isDated && _name is not null,
            ValueColumn = _value.Name,
            DenominatorColumn = _denominator?.Name,
            NameColumn = _name?.Name,
        };
    }

    private (string? Label, DateOnly? Day) Dated(TableFile file, Column column)
    {
        string text = file.Text(column.At);
        if (_query.DateFormat is null && Period.TryParse(text, out Period period))
        {
            _kind ??= period.Kind;
            if (period.Kind != _kind)
            {
                column.Bad.Add("of another length than the periods before", file.Name, file.Line, text);
            }

            return (period.ToString(), period.Start);
        }

        DateReading reading = _dates.Read(file.Field(column.At), out int number, out _);
        if (reading != DateReading.Day)
        {
            column.Bad.Add(reading == DateReading.Blank ? "blank" : reading == DateReading.NoSuchDay ? "no day of the calendar" : _dates.NotInForm, file.Name, file.Line, text);
            return (null, null);
        }

        var day = DateOnly.FromDayNumber(number);
        return (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day);
    }

    private double? Number(TableFile file, Column column)
    {
        string text = file.Text(column.At);
        if (text.Length == 0)
        {
            return null;
        }

        if (!double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double number)
            || !double.IsFinite(number))
        {
            column.Bad.Add("unreadable", file.Name, file.Line, text);
            return null;
        }

        if (_query.Measure != PlotMeasure.Value && number < 0)
        {
            column.Bad.Add("below 0", file.Name, file.Line, text);
            return null;
        }

        return number;
    }

    private sealed class Column(string name, BadValues bad)
    {
        internal string Name => name;

        internal BadValues Bad => bad;

        internal int At { get; set; }
    }
}
