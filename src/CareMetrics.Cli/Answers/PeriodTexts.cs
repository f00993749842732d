using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Numbers the periods that a file of counts names, all of one length, from 0 in the order first met.</summary>
internal sealed class PeriodTexts(PeriodKind? every)
{
    private readonly Interner _texts = new();
    private readonly List<int> _ids = [];
    private readonly List<Period> _periods = [];
    private readonly List<DateRange> _days = [];
    private readonly PeriodSpan _span = new();
    private PeriodKind? _kind;

    internal Period this[int id] => _periods[id];

    /// <summary>The days of the periods as the file has them, also where they were put together to longer ones.</summary>
    internal IReadOnlyList<DateRange> Days => _days;

    internal int IdOf(TableFile file, int column)
    {
        ReadOnlySpan<byte> field = file.Field(column);
        if (_texts.TryGet(field, out int text))
        {
            return _ids[text];
        }

        Period period = Read(file, column);
        int id = _periods.IndexOf(period);
        if (id < 0)
        {
            id = _periods.Count;
            _periods.Add(period);
            _span.See(period.Start.DayNumber, file, period.ToString());
        }

        _ = _texts.Add(field);
        _ids.Add(id);
        return id;
    }

    /// <inheritdoc cref="PeriodSpan.Check"/>
    internal void CheckSpan()
    {
        if (_kind is { } kind)
        {
            _span.Check(kind, _periods.Count);
        }
    }

    private static bool IsWithin(PeriodKind shorter, PeriodKind longer) => shorter != PeriodKind.Week && shorter < longer;

    private Period Read(TableFile file, int column)
    {
        string found = file.Text(column);
        if (!Period.TryParse(found, out Period period))
        {
            throw InputErrors.Period(
                file.Name, file.Line, file.Columns[column], found, "allowed are periods such as 2026-W07, 2026-03, 2026-Q1, 2026-H1 and 2026");
        }

        _days.Add(DateRange.Of(period));
        _kind ??= every ?? period.Kind;
        if (every is { } longer && IsWithin(period.Kind, longer))
        {
            return Period.Containing(period.Start, longer);
        }

        return period.Kind == _kind
            ? period
            : throw InputErrors.Period(
                file.Name, file.Line, file.Columns[column], found,
                every is null ? $"the periods before are of another length ({_periods[0]})" : $"the periods asked for with --every are {DefinitionText.Word(every.Value)}s");
    }
}
