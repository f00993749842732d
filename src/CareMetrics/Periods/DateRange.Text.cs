using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CareMetrics.Periods;

/// <content>How a range is written and read: a day, a period, or <c>first..last</c> of either.</content>
public sealed partial record DateRange
{
    internal const string Separator = "..";

    private const string DayForm = "yyyy-MM-dd";

    /// <summary>Reads a day, a period, or a range of either, in every culture alike.</summary>
    /// <param name="text"><c>2026-03-01</c>, <c>2026-Q1</c>, <c>2025-Q1..2025-Q4</c>, <c>2026-01-05..2026-02-01</c>, and nothing around it.</param>
    /// <returns>The range, under its text as its name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <c>null</c>.</exception>
    /// <exception cref="FormatException">The text has another form, its ends are of different kinds or out of order, or the calendar has no such period.</exception>
    public static DateRange Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, out DateRange? range) is { } fault ? throw Errors.RangeText(text, fault) : range!;
    }

    /// <summary>Reads a range where the text is one, in every culture alike.</summary>
    /// <param name="text">The text.</param>
    /// <param name="range">The range, or <c>null</c>.</param>
    /// <returns>Whether the text is a range.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out DateRange? range) =>
        Read(text ?? "", out range) is null;

    internal static string Text(DateOnly day) => day.ToString(DayForm, CultureInfo.InvariantCulture);

    internal static string NameOfDays(DateOnly first, DateOnly last) => first == last ? Text(first) : $"{Text(first)}{Separator}{Text(last)}";

    internal static bool IsDay(ReadOnlySpan<char> text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    // Returns what is wrong where the text is no range, and null where it is one.
    private static string? Read(ReadOnlySpan<char> text, out DateRange? range)
    {
        range = null;
        int cut = text.IndexOf(Separator, StringComparison.Ordinal);
        ReadOnlySpan<char> from = cut < 0 ? text : text[..cut];
        ReadOnlySpan<char> to = cut < 0 ? text : text[(cut + Separator.Length)..];
        if (ReadEnd(from, out DateRange? first, out PeriodKind? firstKind) is { } firstFault)
        {
            return firstFault;
        }

        if (ReadEnd(to, out DateRange? last, out PeriodKind? lastKind) is { } lastFault)
        {
            return lastFault;
        }

        if (firstKind != lastKind)
        {
            return Errors.RangeEndsDiffer;
        }

        if (last!.First < first!.First)
        {
            return Errors.RangeEndsBefore;
        }

        range = first == last ? first : new(first.First, last.Last, $"{first}{Separator}{last}");
        return null;
    }

    private static string? ReadEnd(ReadOnlySpan<char> text, out DateRange? end, out PeriodKind? kind)
    {
        (end, kind) = (null, null);
        if (IsDay(text, out DateOnly day))
        {
            end = new(day, day);
            return null;
        }

        if (Period.Read(text, out Period period) is { } fault)
        {
            return ReferenceEquals(fault, Errors.PeriodForms) ? Errors.RangeForms : fault;
        }

        (end, kind) = (Of(period), period.Kind);
        return null;
    }
}
