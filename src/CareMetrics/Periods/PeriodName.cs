using System.Globalization;

namespace CareMetrics.Periods;

/// <summary>The names of periods of a year: <c>2026-Q1</c> of the calendar, <c>FY2026-Q1</c> of a fiscal one.</summary>
internal static class PeriodName
{
    internal const string FiscalPrefix = "FY";

    internal static int Months(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => 1,
        PeriodKind.Quarter => 3,
        PeriodKind.HalfYear => 6,
        _ => 12,
    };

    internal static string Plural(PeriodKind kind) => kind switch
    {
        PeriodKind.Week => "weeks",
        PeriodKind.Month => "months",
        PeriodKind.Quarter => "quarters",
        PeriodKind.HalfYear => "half-years",
        _ => "years",
    };

    /// <summary>The number of the period that examples show.</summary>
    internal static int Sample(PeriodKind kind) => kind switch
    {
        PeriodKind.Week => 7,
        PeriodKind.Month => 3,
        _ => 1,
    };

    internal static string Of(PeriodKind kind, int year, int number, bool isFiscal) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(isFiscal ? FiscalPrefix : "")}{year:D4}{kind switch
        {
            PeriodKind.Year => "",
            PeriodKind.HalfYear => $"-H{number.ToString(CultureInfo.InvariantCulture)}",
            PeriodKind.Quarter => $"-Q{number.ToString(CultureInfo.InvariantCulture)}",
            PeriodKind.Month => $"{(isFiscal ? "-P" : "-")}{number.ToString("D2", CultureInfo.InvariantCulture)}",
            _ => $"-W{number.ToString("D2", CultureInfo.InvariantCulture)}",
        }}");

    /// <summary>Reads the name of a period of a fiscal year; its number is 1 or more.</summary>
    internal static bool TryRead(string text, PeriodKind kind, out int year, out int number)
    {
        (year, number) = (0, 1);
        int afterYear = FiscalPrefix.Length + 4;
        int digits = text.Length - afterYear - 2;
        _ = text.Length >= afterYear && int.TryParse(text.AsSpan(FiscalPrefix.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture, out year);
        _ = digits is 1 or 2 && int.TryParse(text.AsSpan(afterYear + 2), NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return number > 0 && text == Of(kind, year, number, isFiscal: true);
    }
}
