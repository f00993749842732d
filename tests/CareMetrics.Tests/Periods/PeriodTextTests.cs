using System.Globalization;
using System.Text.Json;
using CareMetrics.Periods;

namespace CareMetrics.Tests.Periods;

public class PeriodTextTests
{
    [Fact]
    public void Text_and_JSON_are_read_back_as_they_were_written() =>
        Law.Holds(PeriodTests.Days, PeriodTests.Kinds, (day, kind) =>
        {
            var period = Period.Containing(day, kind);
            Assert.Equal(period, Period.Parse(period.ToString()));
            Assert.Equal(period, Period.Parse(period.ToString().AsSpan()));
            Assert.True(Period.TryParse(period.ToString(), out Period read));
            Assert.Equal(period, read);
            string json = Json.Write(period);
            Assert.Equal($"\"{period}\"", json);
            Assert.Equal(period, Json.Read<Period>(json));
        });

    [Fact]
    public void A_period_is_a_key_of_a_JSON_object()
    {
        var counts = new Dictionary<Period, int> { [Period.Parse("2026-W07")] = 3, [Period.Parse("2026-Q1")] = 4 };
        string json = Json.Write(counts);
        Assert.Equal("""{"2026-W07":3,"2026-Q1":4}""", json);
        Assert.Equal(counts, Json.Read<Dictionary<Period, int>>(json));
    }

    [Fact]
    public void Every_culture_reads_and_writes_the_same()
    {
        string[] forms = ["0001-W01", "2026-W07", "2026-03", "2026-Q1", "2026-H1", "2026", "9999-12"];
        Cultures.Agree(() => string.Join(' ', forms.Select(form => $"{Period.Parse(form)}")));
        Cultures.Agree(() => Assert.Throws<ArgumentOutOfRangeException>(() => Period.Containing(DateOnly.MaxValue, PeriodKind.Week)).Message);
        Assert.Equal(forms, Cultures.Under("ar-SA", () => forms.Select(form => Period.Parse(form).ToString()).ToArray()));
    }

    [Fact]
    public void Generic_code_reads_it_as_any_parsable_value()
    {
        static T Read<T>(string text)
            where T : ISpanParsable<T> => T.TryParse(text, null, out _) && T.TryParse(text.AsSpan(), null, out _)
            ? T.Parse(text.AsSpan(), CultureInfo.InvariantCulture)
            : T.Parse(text, CultureInfo.InvariantCulture);

        Assert.Equal(Period.Parse("2026-H2"), Read<Period>("2026-H2"));
        Assert.Throws<FormatException>(() => Read<Period>("2026-H3"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("26-03")]
    [InlineData("2026-3")]
    [InlineData("2026-W7")]
    [InlineData("2026W07")]
    [InlineData("2026-w07")]
    [InlineData("2026-Q01")]
    [InlineData("2026-03-01")]
    [InlineData(" 2026")]
    [InlineData("2026 ")]
    [InlineData("+202-03")]
    [InlineData("2026-+1")]
    [InlineData("2026-Q ")]
    [InlineData("٢٠٢٦")]
    public void Text_of_another_form_is_refused_with_the_five_forms(string text)
    {
        Assert.False(Period.TryParse(text, out Period none));
        Assert.Equal(default, none);
        var refused = Assert.Throws<FormatException>(() => Period.Parse(text));
        Assert.Equal(
            $"\"{text}\" is not a period; allowed are 2026-W07 (ISO week), 2026-03 (month), 2026-Q1 (quarter), 2026-H1 (half-year) and 2026 (year)",
            refused.Message);
    }

    [Theory]
    [InlineData("2025-W53", "2025 has 52 ISO weeks, W01 to W52")]
    [InlineData("2026-W54", "2026 has 53 ISO weeks, W01 to W53")]
    [InlineData("2026-W00", "2026 has 53 ISO weeks, W01 to W53")]
    [InlineData("2026-13", "months run from 01 to 12")]
    [InlineData("2026-00", "months run from 01 to 12")]
    [InlineData("2026-Q5", "quarters run from Q1 to Q4")]
    [InlineData("2026-Q0", "quarters run from Q1 to Q4")]
    [InlineData("2026-H3", "half-years are H1 and H2")]
    [InlineData("2026-H0", "half-years are H1 and H2")]
    [InlineData("0000", "years run from 0001 to 9999")]
    [InlineData("0000-W01", "years run from 0001 to 9999")]
    [InlineData("9999-W52", "its last day is after 9999-12-31, where the calendar ends")]
    public void A_period_that_no_calendar_has_is_refused_with_what_is_allowed(string text, string allowed)
    {
        Assert.False(Period.TryParse(text, out _));
        var refused = Assert.Throws<FormatException>(() => Period.Parse(text));
        Assert.Equal($"\"{text}\" is not a period; {allowed}", refused.Message);
    }

    [Fact]
    public void A_message_keeps_to_one_short_line_whatever_was_found()
    {
        var refused = Assert.Throws<FormatException>(() => Period.Parse("2026\r\n\u2028\0" + new string('9', 1000)));
        Assert.StartsWith($"\"2026    {new string('9', 52)}…\" is not a period; ", refused.Message);
    }

    [Fact]
    public void No_text_is_refused()
    {
        Assert.Throws<ArgumentNullException>("s", () => Period.Parse(null!));
        Assert.False(Period.TryParse(null, out _));
    }

    [Fact]
    public void JSON_that_is_no_period_is_refused_in_the_same_words()
    {
        static string Refusal(string json) =>
            Assert.Throws<JsonException>(() => Json.Read<Period>(json)).Message;

        Assert.StartsWith("\"2025-W53\" is not a period; 2025 has 52 ISO weeks", Refusal("\"2025-W53\""));
        Assert.StartsWith("a JSON Number is not a period; a period is text such as \"2026-03\"", Refusal("2026"));
        Assert.Throws<JsonException>(() => Json.Read<Dictionary<Period, int>>("""{"2026-3":1}"""));
    }

    [Fact]
    public void The_week_of_the_last_day_does_not_fit_the_calendar()
    {
        Assert.Equal("9999-W51", Period.Containing(new DateOnly(9999, 12, 26), PeriodKind.Week).ToString());
        var beyond = Assert.Throws<ArgumentOutOfRangeException>("day", () => Period.Containing(new DateOnly(9999, 12, 27), PeriodKind.Week));
        Assert.StartsWith("day is 9999-12-27; its week ends after 9999-12-31, where the calendar does; the last whole week ends on 9999-12-26", beyond.Message);
    }

    [Theory]
    [InlineData("9999-W51")]
    [InlineData("9999-12")]
    [InlineData("9999-Q4")]
    [InlineData("9999-H2")]
    [InlineData("9999")]
    public void After_the_last_period_there_is_none(string last)
    {
        var beyond = Assert.Throws<OverflowException>(() => Period.Parse(last).Next());
        Assert.Equal($"{last} has no next period; it would end after 9999-12-31, where the calendar does", beyond.Message);
    }

    [Theory]
    [InlineData("0001-W01")]
    [InlineData("0001-01")]
    [InlineData("0001-Q1")]
    [InlineData("0001-H1")]
    [InlineData("0001")]
    public void Before_the_first_period_there_is_none(string first)
    {
        var beyond = Assert.Throws<OverflowException>(() => Period.Parse(first).Previous());
        Assert.Equal($"{first} has no previous period; it would start before 0001-01-01, where the calendar does", beyond.Message);
    }

    [Fact]
    public void A_kind_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("kind", () => Period.Containing(new DateOnly(2026, 1, 1), (PeriodKind)9));
}
