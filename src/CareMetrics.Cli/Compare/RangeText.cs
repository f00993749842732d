using System.Globalization;
using CareMetrics.Periods;

namespace CareMetrics.Cli;

/// <summary>Reads periods as they are typed, by the calendars that were asked for.</summary>
internal sealed class RangeText
{
    private static readonly PeriodKind[] Kinds = Enum.GetValues<PeriodKind>();

    private readonly PeriodCalendar[] calendars;
    private readonly bool hasFiscalYear;

    /// <param name="fiscalStart">The month a fiscal year starts with, and ":start" where it is named by the year it starts in.</param>
    /// <param name="retail">The weeks of a retail year's months.</param>
    public RangeText(string? fiscalStart, string? retail)
    {
        if (fiscalStart is not null && retail is not null)
        {
            throw new UsageException("--fiscal-start and --retail each say what a year is; give one of them");
        }

        hasFiscalYear = fiscalStart is not null || retail is not null;
        calendars =
        [
            .. Kinds.Select(PeriodCalendar.Of),
            PeriodCalendar.Days,
            .. fiscalStart is null ? [] : Fiscal(fiscalStart),
            .. retail is null ? [] : Retail(retail),
        ];
    }

    /// <summary>The range of a text, and the calendar by which it has neighbours.</summary>
    public (DateRange Range, PeriodCalendar Calendar) Read(string option, string text)
    {
        foreach (PeriodCalendar calendar in calendars)
        {
            if (calendar.TryParse(text, out DateRange? range))
            {
                return (range, calendar);
            }
        }

        try
        {
            _ = DateRange.Parse(text);
        }
        catch (FormatException problem)
        {
            string hint = hasFiscalYear ? "; of a fiscal or retail year FY2026, FY2026-H1, FY2026-Q1, FY2026-P01 for its first month"
                : text.StartsWith("FY", StringComparison.OrdinalIgnoreCase) ? "; a fiscal year needs --fiscal-start MONTH or --retail 4-5-4" : "";
            throw new UsageException($"{option}: {problem.Message}{hint}");
        }

        throw new UsageException($"{option}: \"{text}\" lies outside the calendar");
    }

    /// <summary>The baseline of a period: by name, or the one before, or the same a year before, which may not exist.</summary>
    public DateRange? Baseline(string text, DateRange current, PeriodCalendar calendar)
    {
        switch (text.ToUpperInvariant())
        {
            case "LAST-YEAR" or "SAME-PERIOD-LAST-YEAR" or "SAME PERIOD LAST YEAR":
                return calendar.SamePeriodLastYear(current);
            case "PREVIOUS":
                try
                {
                    return calendar.Previous(current);
                }
                catch (OverflowException problem)
                {
                    throw new UsageException($"--baseline previous: {problem.Message}");
                }

            default:
                return Read("--baseline", text).Range;
        }
    }

    public static DateOnly Day(string option, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new UsageException($"{option} is {text}; it takes a day such as 2026-03-02");

    private static IEnumerable<PeriodCalendar> Fiscal(string text)
    {
        string[] parts = text.Split(':');
        bool isByStart = parts is [_, "start"];
        return (parts.Length == 1 || isByStart) && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int month) && month is >= 1 and <= 12
            ? Kinds.Where(kind => kind != PeriodKind.Week).Select(kind => PeriodCalendar.Fiscal(kind, month, isByStart))
            : throw new UsageException($"--fiscal-start is {text}; it takes a month from 1 to 12, with :start where the year is named by the one it starts in, such as 4 or 4:start");
    }

    private static IEnumerable<PeriodCalendar> Retail(string text) => text is "4-4-5" or "4-5-4" or "5-4-4"
        ? Kinds.Select(kind => PeriodCalendar.Retail(kind, text.Split('-').Select(weeks => int.Parse(weeks, CultureInfo.InvariantCulture))))
        : throw new UsageException($"--retail is {text}; allowed are 4-4-5, 4-5-4 and 5-4-4");
}
