using System.Collections.Immutable;

namespace CareMetrics.Periods;

/// <summary>A way to cut days into periods that follow one another: each day lies in exactly one.</summary>
/// <remarks>
/// Immutable and thread-safe. Its periods are <see cref="DateRange"/>s; a range of several in a row is moved as a whole, so that
/// the four quarters before <c>2025-Q1..2025-Q4</c> are <c>2024-Q1..2024-Q4</c>.
/// </remarks>
public sealed partial class PeriodCalendar
{
    private readonly PeriodRule _rule;

    private PeriodCalendar(PeriodRule rule) => _rule = rule;

    /// <summary>The period that a day lies in.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The period, under its name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the boundaries, or in a period that the calendar from 0001 to 9999 does not hold.</exception>
    public DateRange Containing(DateOnly day) =>
        _rule.IndexOf(day) is { } index && _rule.At(index) is { } period ? period : throw Errors.DayOutside(day, _rule.Unit);

    /// <summary>As many periods, right after the range.</summary>
    /// <param name="range">One period of this calendar, or several in a row.</param>
    /// <returns>The range of the next ones.</returns>
    /// <exception cref="ArgumentException">The range is not made of whole periods of this calendar.</exception>
    /// <exception cref="OverflowException">There are no such periods: the calendar, or the list of boundaries, ends before.</exception>
    public DateRange Next(DateRange range)
    {
        (int first, int last) = Indices(range);
        return Between(last + 1, last + 1 + (last - first)) ?? throw Errors.NoNeighbour(range, "after", _rule.Unit);
    }

    /// <summary>As many periods, right before the range.</summary>
    /// <param name="range">One period of this calendar, or several in a row.</param>
    /// <returns>The range of the previous ones.</returns>
    /// <inheritdoc cref="Next" path="/exception"/>
    public DateRange Previous(DateRange range)
    {
        (int first, int last) = Indices(range);
        return Between(first - 1 - (last - first), first - 1) ?? throw Errors.NoNeighbour(range, "before", _rule.Unit);
    }

    /// <summary>The same periods a year before, or <c>null</c> where they have no partner: nothing is shifted in silence.</summary>
    /// <param name="range">One period of this calendar, or several in a row.</param>
    /// <returns>
    /// The periods of the same numbers. Week 53 has no partner after a year of 52, nor has a row of weeks in which one of the two
    /// years has a week 53 between. Days are paired by date: 29 February has no partner, and a range across it has one a day shorter.
    /// With boundaries of one's own, the partner is as many periods back as a year was said to have.
    /// </returns>
    /// <exception cref="ArgumentException">The range is not made of whole periods of this calendar.</exception>
    public DateRange? SamePeriodLastYear(DateRange range)
    {
        (int first, int last) = Indices(range);
        return _rule.LastYear(first) is { } from && _rule.LastYear(last) is { } to && (to - from == last - first || !_rule.IsPairedOneByOne)
            ? Between(from, to)
            : null;
    }

    /// <summary>The periods that share a day with a range, in order.</summary>
    /// <param name="range">Any range of days.</param>
    /// <returns>One period or more; the first and the last may reach beyond the range.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A day of the range lies outside the boundaries.</exception>
    public ImmutableArray<DateRange> Covering(DateRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        var periods = ImmutableArray.CreateBuilder<DateRange>();
        for (DateOnly day = range.First; ; day = periods[^1].Last.AddDays(1))
        {
            periods.Add(_rule.IndexOf(day) is { } index && _rule.At(index) is { } period ? period : throw Errors.RangeOutside(range, day, _rule.Unit));
            if (periods[^1].Last >= range.Last)
            {
                break;
            }
        }

        return periods.ToImmutable();
    }

    /// <summary>Reads a period of this calendar, or several in a row as <c>first..last</c>, in every culture alike.</summary>
    /// <param name="text">The name of a period, such as <c>FY2026-Q1</c>, or of two with <c>..</c> between.</param>
    /// <returns>The range.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <c>null</c>.</exception>
    /// <exception cref="FormatException">The text is none of this calendar's periods, or its ends are out of order.</exception>
    public DateRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out DateRange? range) ? range : throw Errors.CalendarText(text, _rule.Unit, _rule.Forms);
    }

    /// <summary>Reads a period of this calendar, or several in a row, where the text is that.</summary>
    /// <param name="text">The text.</param>
    /// <param name="range">The range, or <c>null</c>.</param>
    /// <returns>Whether the text is one.</returns>
    public bool TryParse([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out DateRange? range)
    {
        range = null;
        if (text is null)
        {
            return false;
        }

        if (_rule is BoundaryRule)
        {
            range = DateRange.TryParse(text, out DateRange? days) && TryIndices(days, out int from, out int to) ? Between(from, to) : null;
            return range is not null;
        }

        int cut = text.IndexOf(DateRange.Separator, StringComparison.Ordinal);
        int? first = _rule.Find(cut < 0 ? text : text[..cut]);
        int? last = cut < 0 ? first : _rule.Find(text[(cut + DateRange.Separator.Length)..]);
        range = first <= last ? Between(first.Value, last.Value) : null;
        return range is not null;
    }

    private DateRange? Between(int first, int last)
    {
        if (_rule.At(first) is not { } start || _rule.At(last) is not { } end)
        {
            return null;
        }

        // Days and boundaries are named by their days, and a range of them likewise.
        return first == last ? start
            : start.Name == DateRange.NameOfDays(start.First, start.Last) ? new(start.First, end.Last)
            : new(start.First, end.Last, $"{start}{DateRange.Separator}{end}");
    }

    private (int First, int Last) Indices(DateRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return TryIndices(range, out int first, out int last) ? (first, last) : throw Errors.NotWholePeriods(range, _rule.Unit);
    }

    private bool TryIndices(DateRange range, out int first, out int last)
    {
        (first, last) = (_rule.IndexOf(range.First) ?? 0, _rule.IndexOf(range.Last) ?? 0);
        return _rule.IndexOf(range.First) is not null && _rule.At(first)?.First == range.First && _rule.At(last)?.Last == range.Last;
    }
}
