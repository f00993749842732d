using CareMetrics.Periods;

namespace CareMetrics.Tests.Periods;

public class CalendarNamesTests
{
    [Theory]
    [InlineData("FY26")]
    [InlineData("FY2026")]
    [InlineData("FY2026-Q1")]
    [InlineData("FY2026-P13")]
    [InlineData("FY2026-P00")]
    [InlineData("FY2026-P1")]
    [InlineData("FY2026-P001")]
    [InlineData("FY2026-X01")]
    [InlineData("XY2026-P01")]
    [InlineData("FY2026-P01..")]
    [InlineData("..FY2026-P01")]
    [InlineData("2026-01")]
    [InlineData("2026-Q1")]
    [InlineData(null)]
    public void Only_its_own_periods_have_a_name_in_a_calendar(string? text)
    {
        Assert.False(PeriodCalendar.Fiscal(PeriodKind.Month, 4).TryParse(text, out _));
        Assert.False(PeriodCalendar.Retail(PeriodKind.Month, [4, 5, 4]).TryParse(text, out _));
        Assert.Equal(text == "2026-01", PeriodCalendar.Of(PeriodKind.Month).TryParse(text, out _));
    }

    [Theory]
    [InlineData(PeriodKind.Quarter, "FY2026-Q5")]
    [InlineData(PeriodKind.HalfYear, "FY2026-H3")]
    [InlineData(PeriodKind.Week, "FY2026-W54")]
    [InlineData(PeriodKind.Week, "FY2026-W53")]
    [InlineData(PeriodKind.Year, "FY2026-1")]
    public void A_year_has_only_so_many_periods(PeriodKind kind, string text)
    {
        Assert.False(PeriodCalendar.Retail(kind, [4, 5, 4]).TryParse(text, out _));
        Assert.False(kind != PeriodKind.Week && PeriodCalendar.Fiscal(kind, 4).TryParse(text, out _));
    }
}
