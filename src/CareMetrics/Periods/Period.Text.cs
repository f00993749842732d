using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CareMetrics.Periods;

/// <content>How a period is written and read: <c>2026-W07</c>, <c>2026-03</c>, <c>2026-Q1</c>, <c>2026-H1</c>, <c>2026</c>.</content>
public readonly partial record struct Period
{
    private const int YearDigits = 4;

    /// <summary>Reads a period from the text that <see cref="ToString"/> writes, in every culture alike.</summary>
    /// <param name="s"><c>2026-W07</c>, <c>2026-03</c>, <c>2026-Q1</c>, <c>2026-H1</c> or <c>2026</c>, and nothing around it.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is <c>null</c>.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> has another form, or the calendar has no such period.</exception>
    public static Period Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Period Parse(ReadOnlySpan<char> s) =>
        Read(s, out Period period) is { } allowed ? throw Errors.PeriodText(s, allowed) : period;

    /// <summary>Reads a period where the text is one, in every culture alike.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The period, or <c>default</c>.</param>
    /// <returns>Whether the text is a period.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out Period result) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc cref="TryParse(string, out Period)"/>
    public static bool TryParse(ReadOnlySpan<char> s, out Period result) => Read(s, out result) is null;

    // The forms know no culture, so an overload that takes one would only ask for it. Generic code reaches it here.
    static Period IParsable<Period>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static Period ISpanParsable<Period>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Period>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Period result) =>
        TryParse(s, out result);

    static bool ISpanParsable<Period>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Period result) =>
        TryParse(s, out result);

    /// <summary>The period as text: <c>2026-W07</c>, <c>2026-03</c>, <c>2026-Q1</c>, <c>2026-H1</c> or <c>2026</c>.</summary>
    /// <returns>Text that <see cref="Parse(string)"/> reads back, the same in every culture.</returns>
    public override string ToString() => PeriodName.Of(Kind, Year, Number, isFiscal: false);

    // Returns what is allowed where the text is no period, and null where it is one.
    internal static string? Read(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        if (text.Length < YearDigits || !Digits(text[..YearDigits], out int year) || Form(text[YearDigits..], out int number) is not { } kind)
        {
            return Errors.PeriodForms;
        }

        if (year == 0)
        {
            return Errors.PeriodYears;
        }

        if (kind == PeriodKind.Week)
        {
            return ReadWeek(year, number, ref period);
        }

        int months = PeriodName.Months(kind);
        if (number < 1 || number > 12 / months)
        {
            return Errors.PeriodNumbers(kind);
        }

        period = new(kind, new DateOnly(year, (number - 1) * months + 1, 1));
        return null;
    }

    private static string? ReadWeek(int year, int week, ref Period period)
    {
        int weeks = ISOWeek.GetWeeksInYear(year);
        if (week < 1 || week > weeks)
        {
            return Errors.WeekNumbers(year, weeks);
        }

        DateOnly monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        if (!FitsCalendar(monday))
        {
            return Errors.PeriodLastDay;
        }

        period = new(PeriodKind.Week, monday);
        return null;
    }

    private static PeriodKind? Form(ReadOnlySpan<char> text, out int number)
    {
        number = 1;
        return text switch
        {
            [] => PeriodKind.Year,
            ['-', 'Q', _] when Digits(text[2..], out number) => PeriodKind.Quarter,
            ['-', 'H', _] when Digits(text[2..], out number) => PeriodKind.HalfYear,
            ['-', 'W', _, _] when Digits(text[2..], out number) => PeriodKind.Week,
            ['-', _, _] when Digits(text[1..], out number) => PeriodKind.Month,
            _ => null,
        };
    }

    private static bool Digits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
