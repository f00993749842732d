namespace CareMetrics.Cli;

/// <summary>What the dates of a column have in common that are not ISO 8601: the order of day and month is told only where a number settles it.</summary>
internal sealed class DateShape
{
    private readonly HashSet<string> _separators = [];
    private readonly HashSet<string> _times = [];
    private bool _isYearFirst;
    private bool _isYearLast;
    private bool _isShortYear;

    /// <summary>A date whose first number can be no month.</summary>
    public string? DayFirst { get; private set; }

    /// <summary>A date whose second number can be no month.</summary>
    public string? MonthFirst { get; private set; }

    public bool IsAny => _isYearFirst || _isYearLast;

    /// <summary>Whether some dates say that the day comes first, and others that the month does.</summary>
    public bool IsContradictory => DayFirst is not null && MonthFirst is not null;

    /// <summary>Whether the order is settled, and every date is written alike.</summary>
    public bool IsSettled => _separators.Count == 1 && _times.Count == 1 && _isYearFirst != _isYearLast && (_isYearFirst || DayFirst is null != MonthFirst is null);

    /// <summary>The .NET format that reads them all, as far as it is settled; the day first where it is not.</summary>
    public string Format
    {
        get
        {
            string separator = _separators.FirstOrDefault() ?? "/";
            string year = _isShortYear ? "yy" : "yyyy";
            string[] parts = _isYearFirst ? [year, "M", "d"] : MonthFirst is not null ? ["M", "d", year] : ["d", "M", year];
            return string.Join(separator, parts) + _times.FirstOrDefault();
        }
    }

    /// <summary>Takes note of a date.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>What it is: a date where it is three numbers with the same sign between them, and perhaps a time of day.</returns>
    public ValueKind See(string text)
    {
        (string day, string time) = text.IndexOfAny([' ', 'T']) is var at and > 0 ? (text[..at], text[(at + 1)..]) : (text, "");
        int first = 0;
        while (first < day.Length && char.IsAsciiDigit(day[first]))
        {
            first++;
        }

        if (first is 0 or > 4 || first == day.Length || day[first] is not ('/' or '.' or '-') || TimeFormat(time) is not { } format)
        {
            return ValueKind.Word;
        }

        string[] parts = day.Split(day[first]);
        bool isYearFirst = parts[0].Length == 4;
        if (parts.Length != 3 || parts.Any(part => part.Length is 0 or > 4 || !part.All(char.IsAsciiDigit))
            || parts[isYearFirst ? 0 : 2].Length is not (2 or 4) || parts[1].Length > 2 || parts[isYearFirst ? 2 : 0].Length > 2)
        {
            return ValueKind.Word;
        }

        int[] numbers = [.. parts.Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
        (int one, int two) = isYearFirst ? (numbers[2], numbers[1]) : (numbers[0], numbers[1]);
        if (one is < 1 or > 31 || two is < 1 or > 31 || (one > 12 && two > 12))
        {
            return ValueKind.NoSuchDay;
        }

        // A year of two digits may be any that has a 29 February.
        (int year, int month, int dayOfMonth) = (numbers[isYearFirst ? 0 : 2] is var found and >= 1000 ? found : 2000, one > 12 || isYearFirst ? two : one, one > 12 || isYearFirst ? one : two);
        if (month > 12 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            return ValueKind.NoSuchDay;
        }

        (_isYearFirst, _isYearLast, _isShortYear) = (_isYearFirst | isYearFirst, _isYearLast | !isYearFirst, _isShortYear | parts[isYearFirst ? 0 : 2].Length == 2);
        DayFirst ??= !isYearFirst && one > 12 ? text : null;
        MonthFirst ??= !isYearFirst && two > 12 ? text : null;
        _separators.Add(day[first].ToString());
        _times.Add(format.Length == 0 ? "" : text[day.Length] == 'T' ? "'T'" + format : " " + format);
        return ValueKind.OtherDate;
    }

    private static string? TimeFormat(string time)
    {
        if (time.Length == 0)
        {
            return "";
        }

        (string clock, string half) = time.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (time[..at], time[(at + 1)..]) : (time, "");
        string[] parts = clock.Split(':');
        bool isClock = parts.Length is 2 or 3 && parts.All(part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit));
        bool isHalf = half.Equals("AM", StringComparison.OrdinalIgnoreCase) || half.Equals("PM", StringComparison.OrdinalIgnoreCase);
        return !isClock || (half.Length > 0 && !isHalf) ? null : (isHalf ? "h:mm" : "H:mm") + (parts.Length == 3 ? ":ss" : "") + (isHalf ? " tt" : "");
    }
}
