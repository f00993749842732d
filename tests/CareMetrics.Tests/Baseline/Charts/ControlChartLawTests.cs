using CareMetrics.Baseline;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Baseline;

public class ControlChartLawTests
{
    private static readonly Gen<double[]> _values =
        from length in Gen.Choose(5, 60)
        from values in Gen.Choose(-400, 400).Select(value => value / 8.0).ArrayOf(length)
        select values;

    private static readonly Gen<ChartOptions> _options =
        from points in Gen.Elements<int?>(null, 5, 12)
        from constants in Gen.Elements(Enum.GetValues<ChartConstants>())
        from median in Gen.Elements(true, false)
        from screen in Gen.Elements(true, false)
        from twoOfThree in Gen.Elements(Enum.GetValues<TwoOfThree>())
        select new ChartOptions
        {
            BaselinePoints = points,
            Constants = constants,
            UseMedianMovingRange = median,
            ScreenMovingRanges = screen,
            Rules = new ChartRules { Shift = 6, Trend = 5, TwoOfThree = twoOfThree },
        };

    private static readonly Gen<ChartObservation[]> _rates =
        from length in Gen.Choose(5, 40)
        from rates in (from whole in Gen.Choose(0, 500) from count in Gen.Choose(0, whole) select new ChartObservation(null, count, whole)).ArrayOf(length)
        where rates.Count(rate => rate.Denominator > 0) >= 5
        select rates;

    [Fact]
    public void Scaling_a_series_scales_its_limits_and_leaves_its_signals() => Law.Holds(_values, _options, (values, options) =>
    {
        ControlChart once = ControlChart.Xmr(values, options);
        ControlChart scaled = ControlChart.Xmr([.. values.Select(value => value * 1024)], options);
        Assert.Equal(once.Points.Select(point => (point.Lower * 1024, point.Upper * 1024, point.Members, point.Completions)), scaled.Points.Select(point => (point.Lower, point.Upper, point.Members, point.Completions)));
        Assert.Equal(once.Signals.AsEnumerable(), scaled.Signals);
    });

    [Fact]
    public void Shifting_a_series_shifts_its_limits() => Law.Holds(_values, _options, (values, options) =>
    {
        ControlChart once = ControlChart.Xmr(values, options);
        ControlChart shifted = ControlChart.Xmr([.. values.Select(value => value + 4096)], options);
        foreach ((ChartPoint before, ChartPoint after) in once.Points.Zip(shifted.Points))
        {
            Close.Relative(before.Centre + 4096, after.Centre, 1e-14);
            Close.Relative(before.Lower!.Value + 4096, after.Lower, 1e-13);
            Close.Relative(before.Upper!.Value + 4096, after.Upper, 1e-13);
            Assert.Equal(before.MovingRange, after.MovingRange);
        }
    });

    [Fact]
    public void Turning_a_series_over_mirrors_its_signals() => Law.Holds(_values, _options, (values, options) =>
    {
        ControlChart once = ControlChart.Xmr(values, options);
        ControlChart turned = ControlChart.Xmr([.. values.Select(value => -value)], options);
        Assert.Equal(once.Points.Select(point => (-point.Upper, -point.Lower, Mirror(point.Members), Mirror(point.Completions))), turned.Points.Select(point => (point.Lower, point.Upper, point.Members, point.Completions)));
    });

    [Fact]
    public void Later_points_change_nothing_that_was_known_from_a_frozen_baseline() => Law.Holds(_values.Where(values => values.Length > 12), _options, (values, options) =>
    {
        options = options with { BaselinePoints = 12 };
        ControlChart all = ControlChart.Xmr(values, options);
        ControlChart until = ControlChart.Xmr(values[..^1], options);
        Assert.Equal(until.Points.Select(point => point.Completions), all.Points.Select(point => point.Completions).Take(until.Points.Length));
        Assert.All(until.Points.Zip(all.Points), pair => Assert.Equal(pair.First.Members, pair.First.Members & pair.Second.Members));
        Assert.Equal(until.Points.Select(point => (point.Lower, point.Upper)), all.Points.Select(point => (point.Lower, point.Upper)).Take(until.Points.Length));
    });

    [Fact]
    public void What_completes_a_signal_is_part_of_it_but_for_a_third_point() => Law.Holds(_values, _options, (values, options) =>
    {
        const ChartSignalKinds third = ChartSignalKinds.TwoOfThreeAbove | ChartSignalKinds.TwoOfThreeBelow;
        ChartSignalKinds mayStandOutside = options.Rules.TwoOfThree == TwoOfThree.WesternElectric ? ChartSignalKinds.None : third;
        Assert.All(ControlChart.Xmr(values, options).Points, point => Assert.Equal(ChartSignalKinds.None, point.Completions & ~point.Members & ~mayStandOutside));
    });

    [Fact]
    public void A_rebased_chart_is_the_charts_of_its_parts() => Law.Holds(_values, _values, _options, (first, second, options) =>
    {
        ControlChart both = ControlChart.Xmr([.. first, .. second], options with { Rebases = [$"{first.Length + 1}"] });
        ControlChart[] parts = [ControlChart.Xmr(first, options), ControlChart.Xmr(second, options)];
        Assert.Equal(parts.SelectMany(part => part.Points).Select(point => point with { Segment = 0 }), both.Points.Select(point => point with { Segment = 0 }));
        Assert.Equal(parts.Select(part => part.Segments[0].Centre), both.Segments.Select(segment => segment.Centre));
    });

    [Fact]
    public void Limits_of_rates_stay_where_rates_can_be() => Law.Holds(_rates, Gen.Elements(Enum.GetValues<ChartKind>()[1..]), (rates, kind) =>
    {
        bool isProportion = kind is ChartKind.P or ChartKind.PPrime;
        Assert.All(ControlChart.Of(kind, rates).Points.Where(point => point.Value is not null), point =>
        {
            Assert.InRange(point.Lower!.Value, 0, point.Centre);
            Assert.InRange(point.Upper!.Value, point.Centre, isProportion ? 1 : double.MaxValue);
        });
    });

    [Fact]
    public void Over_dispersed_limits_do_not_depend_on_the_unit_of_exposure() => Law.Holds(_rates, rates =>
    {
        ControlChart once = ControlChart.Of(ChartKind.UPrime, rates);
        ControlChart scaled = ControlChart.Of(ChartKind.UPrime, rates.Select(rate => new ChartObservation(null, rate.Value, rate.Denominator * 1024)));
        foreach ((ChartPoint before, ChartPoint after) in once.Points.Zip(scaled.Points).Where(pair => pair.First.Value is not null))
        {
            Close.Relative(before.Upper!.Value / 1024, after.Upper, 1e-12);
        }
    });

    [Fact]
    public void Equal_denominators_make_a_u_prime_chart_an_XmR_chart() => Law.Holds(_values, values =>
    {
        int[] counts = [.. values.Select(value => (int)Math.Abs(value))];
        ControlChart rates = ControlChart.Of(ChartKind.UPrime, counts.Select(count => new ChartObservation(null, count, 4)));
        ControlChart single = ControlChart.Xmr([.. counts.Select(count => count / 4.0)]);
        foreach ((ChartPoint one, ChartPoint other) in rates.Points.Zip(single.Points))
        {
            Close.Near(other.Upper!.Value, one.Upper, 1e-12);
            Close.Near(Math.Max(0, other.Lower!.Value), one.Lower, 1e-12);
        }
    });

    private static ChartSignalKinds Mirror(ChartSignalKinds signals)
    {
        const int up = 0b01010101;
        return (ChartSignalKinds)((((int)signals & up) << 1) | (((int)signals >> 1) & up));
    }
}
