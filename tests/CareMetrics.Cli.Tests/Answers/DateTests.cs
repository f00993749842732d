using System.Globalization;
using System.Text;
using CareMetrics.Periods;
using CareMetrics.Statistics;

namespace CareMetrics.Cli.Tests;

public sealed class DateTests : IDisposable
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private readonly Desk _desk = new();

    [Theory]
    [InlineData("2026-02-03", "2026-02-03")]
    [InlineData("2026-02-03T14:05", "2026-02-03")]
    [InlineData("2026-02-03 14:05:06", "2026-02-03")]
    [InlineData("2026-02-03T14:05:06.123456789", "2026-02-03")]
    [InlineData("2026-02-03T14:05:06,5Z", "2026-02-03")]
    [InlineData("2026-02-03T23:30Z", "2026-02-03")]
    [InlineData("2026-02-03T00:30+01:00", "2026-02-02")]
    [InlineData("2026-02-03T23:30-0100", "2026-02-04")]
    [InlineData("2026-02-03 23:30:00-01", "2026-02-04")]
    [InlineData("2026-02-03 00:30:00 +0100", "2026-02-02")]
    [InlineData("2026-02-03t14:05z", "2026-02-03")]
    [InlineData(" 2026-02-03 ", "2026-02-03")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void ISO_8601_is_read(string text, string day) => Assert.Equal(Day(day), ReadDay(text));

    [Theory]
    [InlineData("2026-02-03T00:30+01:00", "2026-02-03")]
    [InlineData("2026-02-03T23:30Z", "2026-02-04")]
    [InlineData("2026-07-03T22:30Z", "2026-07-04")]
    [InlineData("2026-01-03T22:30Z", "2026-01-03")]
    [InlineData("2026-02-03T23:30", "2026-02-03")]
    [InlineData("2026-02-03", "2026-02-03")]
    public void An_instant_falls_on_the_day_of_the_zone_and_a_local_date_on_the_day_it_states(string text, string day) =>
        Assert.Equal(Day(day), ReadDay(text, query => query with { Zone = Berlin }));

    [Theory]
    [InlineData("03/02/2026")]
    [InlineData("03.02.2026")]
    [InlineData("2026/02/03")]
    [InlineData("20260203")]
    [InlineData("2026-2-3")]
    [InlineData("2026-02")]
    [InlineData("26-02-03")]
    [InlineData("2026-02-03T")]
    [InlineData("2026-02-03T14")]
    [InlineData("2026-02-03T14:05:06.")]
    [InlineData("2026-02-03T14:05:06.5 ")]
    [InlineData("2026-02-03T14:05+1")]
    [InlineData("2026-02-03T14:05+15:00")]
    [InlineData("2026-02-03T14:05 UTC")]
    [InlineData("1770000000")]
    [InlineData("yesterday")]
    public void Any_other_form_is_an_error_that_names_the_option(string text)
    {
        if (text.EndsWith(' '))
        {
            Assert.Equal(Day("2026-02-03"), ReadDay(text));
            return;
        }

        Assert.Equal(
            $"answers.csv: line 3, column \"date\": found \"{text}\"; allowed are ISO 8601 dates such as 2026-02-03 or 2026-02-03T14:05:00Z; " +
            "any other order of day and month needs --date-format, such as --date-format dd/MM/yyyy",
            _desk.Error($"score,date\n9,2026-01-01\n9,{text}\n", ByMonth));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-01")]
    [InlineData("2025-02-29")]
    [InlineData("2026-02-03T24:00")]
    [InlineData("2026-02-03T14:60")]
    [InlineData("0000-01-01")]
    [InlineData("0001-01-01T00:00+01:00")]
    [InlineData("9999-12-31")]
    public void A_day_that_the_calendar_does_not_have_is_told_apart(string text)
    {
        string error = _desk.Error($"score,date\n9,{text}\n9,03/02/2026\n", ByMonth);

        Assert.StartsWith(
            $"answers.csv: column \"date\": 2 values are not dates: 1 not in the calendar (line 2 \"{text}\"), 1 not an ISO 8601 date (line 3 \"03/02/2026\"); allowed are ",
            error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_scores_and_bad_dates_are_told_in_one_line() =>
        Assert.Equal(
            "answers.csv: line 2, column \"score\": found \"11\"; allowed are whole numbers from 0 to 10; " +
            "line 3, column \"date\": found \"x\"; allowed are dates in the format dd/MM/yyyy (--date-format)",
            _desk.Error("score,date\n11,03/02/2026\n9,x\n", query => ByMonth(query) with { DateFormat = "dd/MM/yyyy" }));

    [Theory]
    [InlineData("dd/MM/yyyy", "03/02/2026", "2026-02-03")]
    [InlineData("MM/dd/yyyy", "03/02/2026", "2026-03-02")]
    [InlineData("d.M.yyyy", "3.2.2026", "2026-02-03")]
    [InlineData("d MMMM yyyy", "3 February 2026", "2026-02-03")]
    [InlineData("yyyyMMdd", "20260203", "2026-02-03")]
    [InlineData("yyyy-MM", "2026-02", "2026-02-01")]
    [InlineData("dd/MM/yyyy HH:mm", "03/02/2026 23:30", "2026-02-03")]
    [InlineData("dd/MM/yyyy HH:mm zzz", "03/02/2026 23:30 -01:00", "2026-02-04")]
    [InlineData("dd/MM/yyyy HH:mmK", "03/02/2026 23:30-01:00", "2026-02-04")]
    [InlineData("dd/MM/yyyy HH:mmK", "03/02/2026 23:30Z", "2026-02-03")]
    [InlineData("dd/MM/yyyy HH:mmK", "03/02/2026 23:30", "2026-02-03")]
    [InlineData("dd/MM/yyyy 'z' HH:mm", "03/02/2026 z 23:30", "2026-02-03")]
    [InlineData("o", "2026-02-03T23:30:00.0000000-01:00", "2026-02-04")]
    [InlineData("R", "Tue, 03 Feb 2026 23:30:00 GMT", "2026-02-03")]
    public void A_format_that_is_given_is_exact(string format, string text, string day) =>
        Assert.Equal(Day(day), ReadDay($"\"{text}\"", query => query with { DateFormat = format }));

    [Fact]
    public void A_format_that_is_given_replaces_ISO_8601() =>
        Assert.Contains(
            "allowed are dates in the format dd/MM/yyyy", _desk.Error("score,date\n9,2026-02-03\n", query => ByMonth(query) with { DateFormat = "dd/MM/yyyy" }),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("%")]
    [InlineData("HH:mm")]
    [InlineData("dd/MM")]
    [InlineData("yyyy")]
    [InlineData("no date")]
    public void A_format_without_year_and_month_is_a_usage_error(string format) =>
        Assert.Equal(
            $"--date-format \"{format}\": needed is a .NET date format with year and month, such as dd/MM/yyyy or yyyy-MM-dd HH:mm",
            _desk.UsageError("score,date\n9,2026-02-03\n", query => ByMonth(query) with { DateFormat = format }));

    [Fact]
    public void A_blank_date_leaves_the_row_out_where_the_date_is_needed()
    {
        AnswerSummary read = _desk.Read("score,date\n9,2026-02-03\n3,\n\"\",\n", ByMonth);

        Assert.Equal(["2026-02 total 0/0/1", "- total 0/0/0 2 excluded"], Cells.Of(read));
        Assert.Equal("3 = 1 + 0 + 0 + 0 + [2 no date]", Cells.Ledger(read));
    }

    [Fact]
    public void An_unreadable_date_leaves_the_row_out_where_invalid_ones_are_counted()
    {
        AnswerSummary read = _desk.Read(
            "score,date\n9,2026-02-03\n3,03/02/2026\n11,\n12,2026-03-01\n", query => ByMonth(query) with { Invalid = InvalidAnswers.Count });

        Assert.Equal(["2026-02 total 0/0/1", "2026-03 total 0/0/0 1 invalid", "- total 0/0/0 2 excluded"], Cells.Of(read));
        Assert.Equal("4 = 1 + 0 + 1 + 0 + [1 unreadable date, 1 no date]", Cells.Ledger(read));
    }

    [Fact]
    public void A_row_without_a_date_still_counts_in_a_breakdown_that_needs_none()
    {
        AnswerSummary read = _desk.Read("score,date\n9,2026-02-03\n3,\n", query => query with
        {
            Breakdowns = [new Breakdown(), new Breakdown { Every = PeriodKind.Month, IsOptional = true }],
        });

        Assert.Equal(["- total 1/0/1"], Cells.Of(read));
        Assert.Equal(["2026-02 total 0/0/1", "- total 0/0/0 1 excluded"], Cells.Of(read, 1));
        Assert.Equal("2 = 2 + 0 + 0 + 0 + []", Cells.Ledger(read));
    }

    [Fact]
    public void First_and_last_day_are_those_of_counted_answers()
    {
        AnswerSummary read = _desk.Read(
            "score,date,x\n9,2026-02-03,a\n3,2026-04-01,a\n\"\",2026-05-01,a\n3,2026-06-01,b\n",
            query => query with { DateColumn = "date", Where = [new ColumnFilter("x", "a")] });

        Assert.Equal((Day("2026-02-03"), Day("2026-04-01")), (read.FirstDay, read.LastDay));
    }

    [Fact]
    public void Every_instant_is_read_as_the_platform_reads_it()
    {
        var dates = new AnswerDates(null, Berlin);
        var random = new Random(20260203);
        for (int i = 0; i < 20_000; i++)
        {
            var offset = TimeSpan.FromMinutes(random.Next(-14 * 60, 14 * 60 + 1));
            var moment = new DateTimeOffset(random.NextInt64(TimeSpan.TicksPerDay * 2, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay * 10), offset);
            string text = moment.ToString("o", CultureInfo.InvariantCulture);

            Assert.Equal(DateReading.Day, dates.Read(Encoding.ASCII.GetBytes(text), out int day, out long instant));

            Assert.Equal(moment.UtcTicks, instant);
            Assert.Equal(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Berlin).DateTime).DayNumber, day);
        }
    }

    public void Dispose() => _desk.Dispose();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static AnswerQuery ByMonth(AnswerQuery query) => query with { Breakdowns = [new Breakdown { Every = PeriodKind.Month }] };

    private DateOnly? ReadDay(string text, Func<AnswerQuery, AnswerQuery>? with = null)
    {
        AnswerSummary read = _desk.Read($"score;date\n9;{text}\n", query => (with?.Invoke(query) ?? query) with { DateColumn = "date" });
        Assert.Equal(read.FirstDay, read.LastDay);
        return read.FirstDay;
    }
}
