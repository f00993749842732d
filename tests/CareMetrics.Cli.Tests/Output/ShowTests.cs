using System.Globalization;

namespace CareMetrics.Cli.Tests;

public class ShowTests
{
    [Theory]
    [InlineData(25.4, "25")]
    [InlineData(25.5, "26")]
    [InlineData(-25.5, "−26")]
    [InlineData(0.5, "1")]
    [InlineData(-0.5, "−1")]
    [InlineData(-0.4, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(100.0, "100")]
    [InlineData(-100.0, "−100")]
    [InlineData(null, "–")]
    public void Points_are_whole_half_away_from_zero_and_never_minus_zero(double? value, string shown) => Assert.Equal(shown, Show.Points(value));

    [Theory]
    [InlineData(new long[] { 1, 1, 1 }, new[] { 34, 33, 33 })]
    [InlineData(new long[] { 131, 579, 2308 }, new[] { 4, 19, 77 })]
    [InlineData(new long[] { 1, 1, 198 }, new[] { 1, 0, 99 })]
    [InlineData(new long[] { 0, 0, 5 }, new[] { 0, 0, 100 })]
    [InlineData(new long[] { 0, 0, 0 }, new[] { 0, 0, 0 })]
    [InlineData(new long[] { 3, 7, 7 }, new[] { 18, 41, 41 })]
    [InlineData(new long[] { long.MaxValue / 2, long.MaxValue / 4, long.MaxValue / 4 }, new[] { 50, 25, 25 })]
    public void Shares_go_to_the_largest_remainders(long[] counts, int[] shares) => Assert.Equal(shares, Show.Shares(counts));

    [Fact]
    public void Shares_sum_to_the_whole_and_are_within_one_of_the_exact()
    {
        var random = new Random(20260301);
        for (int i = 0; i < 2000; i++)
        {
            long[] counts = [random.Next(0, 50), random.Next(0, 500), random.Next(1, 5000)];
            int[] shares = Show.Shares(counts);
            Assert.Equal(100, shares.Sum());
            Assert.All(counts.Zip(shares), pair => Assert.InRange(pair.Second - 100.0 * pair.First / counts.Sum(), -0.9999999, 0.9999999));
        }
    }

    [Fact]
    public void A_share_that_rounds_to_nothing_is_not_nothing()
    {
        Assert.Equal("<1%", Show.Share(0, 1));
        Assert.Equal("0%", Show.Share(0, 0));
        Assert.Equal("1%", Show.Share(1, 1));
    }

    [Theory]
    [InlineData(0.95, "95%")]
    [InlineData(0.999, "99.9%")]
    [InlineData(0.9, "90%")]
    public void A_level_is_a_percentage(double level, string shown) => Assert.Equal(shown, Show.Level(level));

    [Fact]
    public void Counts_have_separators_and_their_word()
    {
        Assert.Equal("1,234,567", Show.Count(1_234_567));
        Assert.Equal("–", Show.Count((long?)null));
        Assert.Equal("1 answer", Show.Count(1, "answer", "answers"));
        Assert.Equal("1,000 answers", Show.Count(1000, "answer", "answers"));
    }

    [Theory]
    [InlineData(1.04, "1.0")]
    [InlineData(1.05, "1.1")]
    [InlineData(12.0, "12.0")]
    [InlineData(null, "–")]
    public void A_design_effect_has_one_decimal(double? effect, string shown) => Assert.Equal(shown, Show.DesignEffect(effect));

    [Fact]
    public void Control_characters_of_a_file_do_not_reach_the_terminal()
    {
        Assert.Equal("a b c", Show.OneLine("a\nb\tc"));
        Assert.Equal("�[2J�", Show.OneLine("\u001b[2J\u009b"));
        Assert.Equal("Grüße, 你好 🙂", Show.OneLine("Grüße, 你好 🙂"));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_culture_changes_nothing(string name)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(name);
            Assert.Equal("−1,234", Show.Points(-1234.4));
            Assert.Equal("1,234", Show.Count(1234));
            Assert.Equal("97.5%", Show.Level(0.975));
            Assert.Equal("2.5", Show.DesignEffect(2.5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData(null, "–")]
    [InlineData(0.0, "0%")]
    [InlineData(0.125, "13%")]
    [InlineData(1.0, "100%")]
    public void A_fraction_is_shown_in_whole_percents(double? value, string shown) => Assert.Equal(shown, Show.Percent(value));

    [Theory]
    [InlineData(null, "–", "–")]
    [InlineData(4.15, "4.2", "+4.2")]
    [InlineData(-4.15, "−4.2", "−4.2")]
    [InlineData(-0.04, "0.0", "0.0")]
    [InlineData(0.04, "0.0", "0.0")]
    public void Tenths_have_a_true_minus_sign_and_zero_has_none(double? value, string shown, string withSign) =>
        Assert.Equal((shown, withSign), (Show.Tenths(value), Show.SignedTenths(value)));

    [Theory]
    [InlineData(null, "–")]
    [InlineData(3.255, "3.26")]
    [InlineData(-1.005, "−1.01")]
    [InlineData(-0.001, "0.00")]
    public void Means_have_two_decimals(double? value, string shown) => Assert.Equal(shown, Show.Decimals(value));

    [Theory]
    [InlineData(null, "p –")]
    [InlineData(0.0, "p < 0.0001")]
    [InlineData(0.00012, "p = 0.0001")]
    [InlineData(1.0, "p = 1.0000")]
    public void A_p_value_is_never_shown_as_zero(double? value, string shown) => Assert.Equal(shown, Show.PValue(value));
}
