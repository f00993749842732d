using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Numbers the periods of one length from 0 in the order first met.</summary>
internal sealed class PeriodIndex(PeriodKind kind)
{
    private readonly Dictionary<int, int> _byDay = [];
    private readonly Dictionary<Period, int> _ids = [];
    private readonly List<Period> _periods = [];

    internal Period this[int id] => _periods[id];

    internal int IdOf(int day)
    {
        if (_byDay.TryGetValue(day, out int id))
        {
            return id;
        }

        var period = Period.Containing(DateOnly.FromDayNumber(day), kind);
        if (!_ids.TryGetValue(period, out id))
        {
            id = _periods.Count;
            _ids.Add(period, id);
            _periods.Add(period);
        }

        _byDay.Add(day, id);
        return id;
    }
}
