using CareMetrics.Baseline;

namespace CareMetrics.Tests.Baseline;

public class ControlChartErrorTests
{
    private static readonly double[] _twelve = [.. Enumerable.Range(1, 12)];

    public static TheoryData<string, Action> Refused() => new()
    {
        { "values[1] is NaN; an observation is a finite number", () => ControlChart.Xmr([1, double.NaN]) },
        { "values is empty; a chart needs at least one", () => ControlChart.Xmr([]) },
        { "the baseline from \"1\" to \"4\" has 4 points with a value; limits need at least 5", () => ControlChart.Xmr([1, 2, 3, 4]) },
        { "the baseline from \"9\" to \"12\" has 4 points with a value; limits need at least 5", () => Chart(new() { Rebases = ["9"] }) },
        { "options.Rebases names \"2018-07\", which is not in the data; its points are 1 to 12", () => Chart(new() { Rebases = ["2018-07"] }) },
        { "options.Rebases names \"a\", which is the label of points 2 and 4; it must be that of one", () => ControlChart.Of(ChartKind.Xmr, "babac".Select(c => new ChartObservation($"{c}", 1)), new() { Rebases = ["a"] }) },
        { "options.BaselineTo names \"13\", which is not in the data; its points are 1 to 12", () => Chart(new() { BaselineFrom = "1", BaselineTo = "13" }) },
        { "options.BaselineTo is missing with options.BaselineFrom; they go together", () => Chart(new() { BaselineFrom = "1" }) },
        { "options.BaselineFrom is missing with options.BaselineTo; they go together", () => Chart(new() { BaselineTo = "1" }) },
        { "the baseline from \"7\" to \"1\" runs backwards; needed is the earlier point first", () => Chart(new() { BaselineFrom = "7", BaselineTo = "1" }) },
        { "the baseline from \"1\" to \"7\" runs across the rebase at \"6\"; it lies in one segment", () => Chart(new() { BaselineFrom = "1", BaselineTo = "7", Rebases = ["6"] }) },
        { "options.Target is given without a direction; set options.Better to Higher or Lower", () => Chart(new() { Target = 3 }) },
        { "options.Sigma is given; only an XmR chart takes one, on the others each point has its own", () => ControlChart.Of(ChartKind.P, [new(null, 1, 2)], new() { Sigma = 1 }) },
        { "BaselinePoints is 4; a baseline has 5 points or more, or is null for all of the segment", () => Chart(new() { BaselinePoints = 4 }) },
        { "Shift is 5; allowed are 6 to 9 points, or null for no such rule", () => Chart(new() { Rules = new() { Shift = 5 } }) },
        { "Trend is 10; allowed are 5 to 9 points, or null for no such rule", () => Chart(new() { Rules = new() { Trend = 10 } }) },
        { "TwoOfThree is 9; allowed are Off, WesternElectric, MakingDataCount2022, MakingDataCount2023", () => Chart(new() { Rules = new() { TwoOfThree = (TwoOfThree)9 } }) },
        { "options.Centre is 1.5; a share is a fraction from 0 to 1", () => ControlChart.Of(ChartKind.P, [new(null, 1, 2)], new() { Centre = 1.5 }) },
        { "observations[0] has a denominator of 2; an XmR chart takes values alone, p and u charts take denominators", () => ControlChart.Of(ChartKind.Xmr, [new(null, 1, 2)]) },
        { "observations[1] has a count of -1; a count is 0 or more", () => ControlChart.Of(ChartKind.U, [new(null, 1, 2), new(null, -1, 2)]) },
        { "observations[0] has a count of 3 of 2; on a p chart it lies from 0 to the denominator", () => ControlChart.Of(ChartKind.P, [new(null, 3, 2)]) },
        { "observations[0] has a count of 3 of 0; where there is no exposure there is no count", () => ControlChart.Of(ChartKind.U, [new(null, 3, 0)]) },
        { "denominator is -2; it is 0 or more", () => _ = new ChartObservation(null, 3, -2) },
        { "value is NaN; it must be a finite number, or null where there is none", () => _ = new ChartObservation(null, double.NaN) },
        { "sigmas is 0; it is a finite number above 0, such as 1 or 2", () => Chart(new()).Band(0, 0) },
        { "index is 12; the chart has 12 points, from 0 on", () => Chart(new()).Band(12, 1) },
        { "index is -1; the chart has 12 points, from 0 on", () => Chart(new()).NameOf(-1) },
        { "kind is 7; allowed are Xmr, P, U, PPrime, UPrime", () => ControlChart.Of((ChartKind)7, []) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Bad_input_is_refused_in_one_line(string message, Action act) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(act).Message, StringComparison.Ordinal);

    [Fact]
    public void Limits_beyond_a_number_are_an_overflow()
    {
        Assert.Throws<OverflowException>(() => ControlChart.Xmr([1e308, -1e308, 1e308, -1e308, 1e308]));
        Assert.Throws<OverflowException>(() => ControlChart.Xmr([1e308, 1e308, 1e308, 1e308, 1e308, 1e308]));
        Assert.Throws<OverflowException>(() => ControlChart.Xmr([1e308, 0, 1e308, 0, 1e308, 0], new ChartOptions { Centre = 0 }));
    }

    [Fact]
    public void Twelve_points_are_enough_and_eleven_bring_a_caution()
    {
        Assert.Empty(Chart(new()).Cautions);
        Assert.Single(ControlChart.Xmr(_twelve[..11]).Cautions);
    }

    private static ControlChart Chart(ChartOptions options) => ControlChart.Xmr(_twelve, options);
}
