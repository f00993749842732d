using System.Globalization;
using System.Text;

namespace CareMetrics.Cli;

/// <summary>Reads dates in the format asked for and finds their calendar day in the zone asked for.</summary>
/// <remarks>A date with an offset is an instant and falls on the zone's day; one without is the zone's own time and falls on the day it states.</remarks>
internal sealed class AnswerDates
{
    private const int LongestText = 100;

    /// <summary>The end of the last whole week; what comes after it lies in no period of every length.</summary>
    private static readonly int LastDay = new DateOnly(9999, 12, 26).DayNumber;

    private readonly string? _format;
    private readonly TimeZoneInfo? _zone;
    private readonly FormatOffset _offset;

    internal AnswerDates(string? format, TimeZoneInfo zone)
    {
        _format = format;
        _zone = zone.HasSameRules(TimeZoneInfo.Utc) ? null : zone;
        if (format is not null)
        {
            _offset = OffsetIn(format);
            CheckFormat(format);
        }
    }

    private enum FormatOffset
    {
        Never,
        Always,
        Sometimes,
    }

    /// <summary>What is wrong with a text that is no date, as in "2 not ISO 8601".</summary>
    internal string NotInForm => _format is null ? "not an ISO 8601 date" : $"not in the format {_format}";

    internal string Allowed => _format is null
        ? "allowed are ISO 8601 dates such as 2026-02-03 or 2026-02-03T14:05:00Z; any other order of day and month needs --date-format, such as --date-format dd/MM/yyyy"
        : $"allowed are dates in the format {_format} (--date-format)";

    /// <param name="text">Without surrounding spaces.</param>
    /// <param name="day">The number of the calendar day in the zone.</param>
    /// <param name="instant">Ticks of UTC.</param>
    internal DateReading Read(ReadOnlySpan<byte> text, out int day, out long instant)
    {
        (day, instant) = (0, 0);
        if (text.IsEmpty)
        {
            return DateReading.Blank;
        }

        DateReading reading = _format is null ? IsoDate.Read(text, out long local, out long? offset) : Formatted(text, out local, out offset);
        if (reading != DateReading.Day)
        {
            return reading;
        }

        if (offset is { } ahead)
        {
            instant = local - ahead;
            local = Math.Clamp(
                _zone is null ? instant : instant + _zone.GetUtcOffset(new DateTime(instant, DateTimeKind.Utc)).Ticks, 0, DateTime.MaxValue.Ticks);
        }
        else
        {
            instant = _zone is null ? local : local - _zone.GetUtcOffset(new DateTime(local, DateTimeKind.Unspecified)).Ticks;
        }

        day = (int)(local / TimeSpan.TicksPerDay);
        return day <= LastDay ? DateReading.Day : DateReading.NoSuchDay;
    }

    private DateReading Formatted(ReadOnlySpan<byte> text, out long local, out long? offset)
    {
        (local, offset) = (0, null);
        if (text.Length > LongestText)
        {
            return DateReading.OtherForm;
        }

        Span<char> letters = stackalloc char[LongestText];
        letters = letters[..Encoding.UTF8.GetChars(text, letters)];
        if (_offset != FormatOffset.Always
            && DateTime.TryParseExact(letters, _format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time)
            && time.Kind == DateTimeKind.Unspecified)
        {
            local = time.Ticks;
            return DateReading.Day;
        }

        if (_offset != FormatOffset.Never
            && DateTimeOffset.TryParseExact(letters, _format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment))
        {
            (local, offset) = (moment.Ticks, moment.Offset.Ticks);
            return DateReading.Day;
        }

        return DateReading.OtherForm;
    }

    /// <summary>Whether a text of this format says how far it is from UTC.</summary>
    private static FormatOffset OffsetIn(string format)
    {
        if (format.Length == 1)
        {
            return format[0] switch
            {
                'o' or 'O' => FormatOffset.Sometimes,
                'r' or 'R' or 'u' => FormatOffset.Always,
                _ => FormatOffset.Never,
            };
        }

        char quote = '\0';
        for (int at = 0; at < format.Length; at++)
        {
            char letter = format[at];
            if (letter == '\\')
            {
                at++;
            }
            else if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '\'' or '"')
            {
                quote = letter;
            }
            else if (letter is 'z' or 'K')
            {
                return letter == 'z' ? FormatOffset.Always : FormatOffset.Sometimes;
            }
        }

        return FormatOffset.Never;
    }

    /// <summary>A format without a year would take the year of today.</summary>
    private static void CheckFormat(string format)
    {
        var sample = new DateTime(1987, 11, 1);
        bool holdsMonth;
        try
        {
            string text = sample.ToString(format, CultureInfo.InvariantCulture);
            holdsMonth = DateTime.TryParseExact(
                text, format, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal | DateTimeStyles.NoCurrentDateDefault,
                out DateTime read) && Math.Abs((read - sample).TotalDays) < 2;
        }
        catch (FormatException)
        {
            holdsMonth = false;
        }

        if (!holdsMonth)
        {
            throw new UsageException(
                $"--date-format {Shown.Quoted(format)}: needed is a .NET date format with year and month, such as dd/MM/yyyy or yyyy-MM-dd HH:mm");
        }
    }
}
