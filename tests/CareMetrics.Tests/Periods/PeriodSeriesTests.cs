using CareMetrics.Conversion;
using CareMetrics.Nps;
using CareMetrics.Periods;
using CareMetrics.Retention;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Periods;

public class PeriodSeriesTests
{
    private static Period Month(int month) => Period.Containing(new DateOnly(2026, month, 15), PeriodKind.Month);

    [Fact]
    public void A_period_without_answers_is_there_and_empty_and_has_no_score()
    {
        PeriodSeries<NpsTally> series = new([(Month(4), new NpsTally(1, 0, 2)), (Month(1), new NpsTally(0, 1, 1)), (Month(4), new NpsTally(1, 0, 0))]);
        Assert.Equal(["2026-01", "2026-02", "2026-03", "2026-04"], series.Select(item => item.Period.ToString()));
        Assert.Equal(new NpsTally(2, 0, 2), series[3].Tally);
        Assert.Null(NetPromoter.Score(series[1].Tally).Score.Value);
        Assert.Equal(new NpsTally(2, 1, 3), series.Total);
    }

    [Fact]
    public void Rolling_windows_are_the_sums_of_their_periods() => Law.Holds(Any.Tally.NonEmptyListOf(), Gen.Choose(1, 6), (tallies, size) =>
    {
        Period first = Month(1);
        var items = new List<(Period, NpsTally)>();
        foreach (NpsTally tally in tallies)
        {
            items.Add((first, tally));
            first = first.Next();
        }

        PeriodSeries<NpsTally> series = new(items);
        PeriodSeries<NpsTally> rolling = series.Rolling(size);
        Assert.Equal(Math.Max(0, items.Count - size + 1), rolling.Count);
        for (int i = 0; i < rolling.Count; i++)
        {
            Assert.Equal(items[i + size - 1].Item1, rolling[i].Period);
            Assert.Equal(items.Skip(i).Take(size).Aggregate(NpsTally.Empty, (sum, item) => sum + item.Item2), rolling[i].Tally);
        }
    });

    [Fact]
    public void Weeks_and_months_do_not_mix()
    {
        Period week = Period.Containing(new DateOnly(2026, 1, 15), PeriodKind.Week);
        Assert.Equal("2026-01 and 2026-W03 are of different kinds; a series has periods of one kind (Parameter 'tallies')",
            Assert.Throws<ArgumentException>(() => new PeriodSeries<NpsTally>([(Month(1), default), (week, default)])).Message);
        Assert.Equal("periods is 0; a window holds 1 period or more (Parameter 'periods')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new PeriodSeries<NpsTally>([]).Rolling(0)).Message);
    }

    // The same customer can be in two periods, so what counts customers adds only where the caller knows that they are others.
    [Theory]
    [InlineData(typeof(NpsCustomerTally))]
    [InlineData(typeof(NpsPanelTally))]
    [InlineData(typeof(TransitionRow))]
    [InlineData(typeof(TransitionTally))]
    [InlineData(typeof(HistoryTally))]
    [InlineData(typeof(KeptValueTally))]
    [InlineData(typeof(PairedProportionTally))]
    public void A_tally_of_customers_fits_no_series(Type tally) =>
        Assert.DoesNotContain(tally.GetInterfaces(), face => face.Name is "IAdditionOperators`3" or "ISubtractionOperators`3");
}
