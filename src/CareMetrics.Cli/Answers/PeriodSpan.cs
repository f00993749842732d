using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>The first and the last date read and where they stand: what a mistyped year shows by.</summary>
internal sealed class PeriodSpan
{
    private const long MostEmpty = 1_000;
    private const long MostEmptyToEachFilled = 10;

    private int _firstDay = int.MaxValue;
    private int _lastDay = int.MinValue;
    private Place? _first;
    private Place? _last;

    /// <summary>The first and the last day; null where none was seen.</summary>
    internal (DateOnly First, DateOnly Last)? Days => _first is null ? null : (DateOnly.FromDayNumber(_firstDay), DateOnly.FromDayNumber(_lastDay));

    /// <param name="day">The number of a day.</param>
    /// <param name="named">The date as the file states it, where that is not the day itself.</param>
    /// <param name="file">Where it stands.</param>
    internal void See(int day, TableFile file, string? named = null)
    {
        // Of every row, so that what is seldom needed is made seldom.
        if (day < _firstDay)
        {
            _firstDay = day;
            _first = new Place(day, named, file.Name, file.Line);
        }

        if (day > _lastDay)
        {
            _lastDay = day;
            _last = new Place(day, named, file.Name, file.Line);
        }
    }

    /// <summary>Empty periods between are shown, but not by the thousand between a mistyped year and the rest.</summary>
    /// <exception cref="InputException">There are that many.</exception>
    internal void Check(PeriodKind kind, long filled)
    {
        if (_first is not { } first || _last is not { } last)
        {
            return;
        }

        long empty = Number(kind, last.Day) - Number(kind, first.Day) + 1 - filled;
        if (empty > Math.Max(MostEmpty, MostEmptyToEachFilled * filled))
        {
            throw InputErrors.MostlyEmpty((first.Name, first.File, first.Line), (last.Name, last.File, last.Line), empty, DefinitionText.Word(kind));
        }
    }

    /// <summary>Periods of one length in order, each one more than the one before.</summary>
    private static long Number(PeriodKind kind, int day)
    {
        DateOnly start = Period.Containing(DateOnly.FromDayNumber(day), kind).Start;
        int months = 12 * start.Year + start.Month - 1;
        return kind switch
        {
            PeriodKind.Week => start.DayNumber / 7,
            PeriodKind.Month => months,
            PeriodKind.Quarter => months / 3,
            PeriodKind.HalfYear => months / 6,
            _ => start.Year,
        };
    }

    private readonly record struct Place(int Day, string? Named, string File, long Line)
    {
        internal string Name => Named ?? DateOnly.FromDayNumber(Day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
