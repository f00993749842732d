namespace CareMetrics.Cli;

/// <summary>What the text of a date is.</summary>
internal enum DateReading
{
    /// <summary>There is none.</summary>
    Blank,

    /// <summary>Read.</summary>
    Day,

    /// <summary>In the right form, of a day or time that the calendar does not have.</summary>
    NoSuchDay,

    /// <summary>In no form that is allowed.</summary>
    OtherForm,
}

/// <summary>Reads ISO 8601: 2026-02-03, 2026-02-03T14:05, with seconds, fractions of them, and an offset; a space may stand for the T.</summary>
internal static class IsoDate
{
    /// <param name="text">Without surrounding spaces.</param>
    /// <param name="local">Ticks of the time as written.</param>
    /// <param name="offset">Ticks by which that time is ahead of UTC; null where it does not say.</param>
    internal static DateReading Read(ReadOnlySpan<byte> text, out long local, out long? offset)
    {
        (local, offset) = (0, null);
        if (text.Length < 10 || !Digits(text, 0, 4, out int year) || text[4] != '-'
            || !Digits(text, 5, 2, out int month) || text[7] != '-' || !Digits(text, 8, 2, out int day))
        {
            return DateReading.OtherForm;
        }

        int at = 10;
        (int hour, int minute, int second, long fraction) = (0, 0, 0, 0);
        if (at < text.Length)
        {
            if (text[at] is not ((byte)'T' or (byte)'t' or (byte)' ')
                || !Digits(text, 11, 2, out hour) || !Is(text, 13, ':') || !Digits(text, 14, 2, out minute))
            {
                return DateReading.OtherForm;
            }

            at = 16;
            if (Is(text, at, ':'))
            {
                if (!Digits(text, 17, 2, out second))
                {
                    return DateReading.OtherForm;
                }

                at = 19;
                if ((Is(text, at, '.') || Is(text, at, ',')) && !Fraction(text, ref at, out fraction))
                {
                    return DateReading.OtherForm;
                }
            }

            if (at < text.Length && !Offset(text[at..], out offset))
            {
                return DateReading.OtherForm;
            }
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return DateReading.NoSuchDay;
        }

        local = new DateOnly(year, month, day).DayNumber * TimeSpan.TicksPerDay
            + ((hour * 60 + minute) * 60 + second) * TimeSpan.TicksPerSecond + fraction;
        return offset is { } ahead && (local - ahead < 0 || local - ahead > DateTime.MaxValue.Ticks) ? DateReading.NoSuchDay : DateReading.Day;
    }

    /// <summary>Z, +01:00, +0100 or +01; a space may come before it, as databases write it.</summary>
    private static bool Offset(ReadOnlySpan<byte> text, out long? offset)
    {
        offset = null;
        text = text[0] == ' ' ? text[1..] : text;
        if (text is [(byte)'Z' or (byte)'z'])
        {
            offset = 0;
            return true;
        }

        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || !Digits(text, 1, 2, out int hours))
        {
            return false;
        }

        int minutes = 0;
        if (text.Length > 3 && !((text.Length == 5 || text[3] == ':') && Digits(text, text.Length - 2, 2, out minutes)))
        {
            return false;
        }

        if (hours > 14 || minutes > 59)
        {
            return false;
        }

        long ahead = (hours * 60 + minutes) * TimeSpan.TicksPerMinute;
        offset = text[0] == '-' ? -ahead : ahead;
        return true;
    }

    private static bool Fraction(ReadOnlySpan<byte> text, ref int at, out long ticks)
    {
        (ticks, int first) = (0, at + 1);
        long unit = TimeSpan.TicksPerSecond;
        for (at = first; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
        {
            unit /= 10;
            ticks += (text[at] - '0') * unit;
        }

        return at > first;
    }

    private static bool Is(ReadOnlySpan<byte> text, int at, char letter) => at < text.Length && text[at] == letter;

    private static bool Digits(ReadOnlySpan<byte> text, int at, int count, out int number)
    {
        number = 0;
        if (at + count > text.Length)
        {
            return false;
        }

        foreach (byte letter in text.Slice(at, count))
        {
            uint digit = (uint)(letter - '0');
            if (digit > 9)
            {
                return false;
            }

            number = number * 10 + (int)digit;
        }

        return true;
    }
}
