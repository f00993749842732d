using CareMetrics.Nps;

namespace CareMetrics.Cli.Tests;

public class ChartsTests
{
    private static NpsRow Row(long detractors, long passives, long promoters) =>
        NpsRow.Of(Made.Cell(detractors, passives, promoters), new(0.95, NpsMethod.Score), "");

    private static NpsRow At(double? value, double? lower, double? upper) => Row(1, 1, 1) with { Value = value, Lower = lower, Upper = upper };

    private static string Plain(Spectre.Console.Rendering.IRenderable drawing) => Screen.Plain(drawing, 100).TrimEnd('\n');

    [Fact]
    public void A_share_bar_fills_its_width() => Assert.Equal("▒▒▒▒▒·····██████████", Plain(Charts.ShareBar(Row(25, 25, 50), 20)));

    [Fact]
    public void A_share_bar_of_nothing_is_blank() => Assert.Equal("", Plain(Charts.ShareBar(Row(0, 0, 0), 20)));

    [Theory]
    [InlineData(100, 100, "██████████")]
    [InlineData(50, 100, "█████")]
    [InlineData(5, 100, "▌")]
    [InlineData(1, 100_000, "▏")]
    [InlineData(0, 100, "")]
    [InlineData(0, 0, "")]
    public void A_count_bar_is_drawn_in_eighths_and_some_is_never_none(long count, long most, string bar) => Assert.Equal(bar, Charts.CountBar(count, most, 10));

    [Fact]
    public void A_strip_stands_at_its_place_on_the_axis()
    {
        NpsRow row = At(0, -50, 30);
        var axis = new Axis([row, At(0, -100, 100)], 21, 50);

        Assert.Equal("     ├────●──┤ ┊", Plain(Charts.Strip(row, axis)));
        Assert.Equal("−100          50  100", axis.Heading);
    }

    [Fact]
    public void A_strip_narrower_than_a_character_is_its_score() =>
        Assert.Equal("          ●    ┊", Plain(Charts.Strip(At(0, -1, 1), new Axis([At(0, -100, 100)], 21, 50))));

    [Fact]
    public void Without_an_interval_there_is_the_score_alone() =>
        Assert.Equal("          ●", Plain(Charts.Strip(At(0, null, null), new Axis([At(0, -100, 100)], 21, null))));

    [Fact]
    public void Without_a_score_there_is_nothing() =>
        Assert.Equal("", Plain(Charts.Strip(At(null, null, null), new Axis([], 21, null))));

    [Fact]
    public void An_axis_ends_on_round_scores_around_all_intervals()
    {
        var axis = new Axis([At(12, 3, 21), At(5, -14, 24)], 40, 8);

        Assert.StartsWith("−20 ", axis.Heading);
        Assert.EndsWith(" 30", axis.Heading);
        Assert.Equal(40, axis.Heading.Length);
        Assert.Equal((0, 39), (axis.Place(-20), axis.Place(30)));
    }

    [Fact]
    public void An_axis_of_one_score_still_has_a_length() => Assert.Equal("100             110", new Axis([At(100, 100, 100)], 19, null).Heading);

    [Fact]
    public void Limits_beyond_100_stay_on_the_axis() => Assert.EndsWith(" 110", new Axis([At(95, 80, 104)], 30, null).Heading);
}
