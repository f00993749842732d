namespace CareMetrics.Periods;

/// <summary>Whole months: calendar periods, or those of a fiscal year that starts in another month.</summary>
internal sealed class MonthRule(PeriodKind kind, int startMonth = 1, bool isFiscal = false, bool namedByStart = false) : PeriodRule
{
    private const int MonthsOfYear = 12;

    private readonly int _months = PeriodName.Months(kind);

    // A fiscal year that starts in January ends in the year it starts in.
    private readonly int _yearsToName = namedByStart || startMonth == 1 ? 0 : 1;

    internal override string Unit => (isFiscal ? "fiscal " : "") + PeriodName.Plural(kind);

    internal override string Form => Name(2026, PeriodName.Sample(kind));

    internal override int? IndexOf(DateOnly day) => (day.Year * MonthsOfYear + day.Month - startMonth) / _months;

    internal override DateRange? At(int index)
    {
        long first = (long)index * _months + startMonth - 1;
        long after = first + _months;
        if (first < MonthsOfYear || after > DateOnly.MaxValue.Year * MonthsOfYear + MonthsOfYear)
        {
            return null;
        }

        int perYear = MonthsOfYear / _months;
        int year = index / perYear;
        long last = after == DateOnly.MaxValue.Year * MonthsOfYear + MonthsOfYear ? DateOnly.MaxValue.DayNumber : FirstDay(after) - 1;
        return Make(FirstDay(first), last, Name(year + _yearsToName, index - year * perYear + 1));
    }

    internal override int? LastYear(int index) => index - MonthsOfYear / _months;

    internal override int? Find(string text)
    {
        if (!isFiscal)
        {
            return Period.TryParse(text, out Period period) && period.Kind == kind ? IndexOf(period.Start) : null;
        }

        return PeriodName.TryRead(text, kind, out int year, out int number) && number <= MonthsOfYear / _months
            ? (year - _yearsToName) * (MonthsOfYear / _months) + number - 1
            : null;
    }

    private string Name(int year, int number) => PeriodName.Of(kind, year, number, isFiscal);

    private static int FirstDay(long month) => new DateOnly((int)(month / MonthsOfYear), (int)(month % MonthsOfYear) + 1, 1).DayNumber;
}
