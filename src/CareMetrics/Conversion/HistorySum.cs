namespace CareMetrics.Conversion;

/// <summary>The counts of a history while its customers are gone through.</summary>
internal struct HistorySum
{
    internal long Tied;
    internal long AtContact;
    internal long OutsideWindow;
    internal long WithoutContact;
    internal long ContactedUnseen;
    internal long Observations;
    internal long ObservationsOutside;
    private Int128 _ticks;
    private long _shortest;
    private long _longest;

    internal void AddPair(long ticks)
    {
        _ticks += ticks;
        _shortest = _shortest == 0 ? ticks : Math.Min(_shortest, ticks);
        _longest = Math.Max(_longest, ticks);
    }

    internal readonly HistoryTally Tally(ReadOnlySpan<long> cells) => new(
        TransitionCells.Tally(cells),
        Tied,
        AtContact,
        OutsideWindow,
        WithoutContact,
        ContactedUnseen,
        Observations,
        ObservationsOutside,
        _ticks,
        _shortest == 0 ? null : new TimeSpan(_shortest),
        _longest == 0 ? null : new TimeSpan(_longest));
}
