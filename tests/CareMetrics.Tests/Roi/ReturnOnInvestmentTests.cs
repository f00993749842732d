using System.Globalization;
using CareMetrics.Roi;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Roi;

public class ReturnOnInvestmentTests
{
    [Theory]
    [InlineData("150000", "100000", "50000", 0.5, "ROI 50% (net 50,000.00 on 100,000.00)")]
    [InlineData("422400", "150000", "272400", 1.816, "ROI 181.6% (net 272,400.00 on 150,000.00)")]
    [InlineData("9000.10", "12000.30", "-3000.20", -0.25001041640626, "ROI -25% (net -3,000.20 on 12,000.30)")]
    [InlineData("-500", "1000", "-1500", -1.5, "ROI -150% (net -1,500.00 on 1,000.00)")]
    [InlineData("1000", "1000", "0", 0.0, "ROI 0% (net 0.00 on 1,000.00)")]
    public void The_classic_formula(string returned, string invested, string net, double ratio, string text)
    {
        ReturnOnInvestment roi = new ReturnOnInvestment(Parse(returned), Parse(invested));
        Assert.Equal(Parse(net), roi.Net);
        Close.Near(ratio, roi.Ratio, 1e-13);
        Assert.Equal(text, roi.ToString());
    }

    [Fact]
    public void Nothing_invested_has_a_net_and_no_ratio()
    {
        ReturnOnInvestment roi = new ReturnOnInvestment(100.004m, 0, "EUR");
        Assert.Null(roi.Ratio);
        Assert.Equal(100.004m, roi.Net);
        Assert.Equal("ROI – (net 100.00 EUR on 0.00 EUR)", roi.ToString());
    }

    [Fact]
    public void Scaling_both_sides_leaves_the_ratio() =>
        Law.Holds(
            Gen.Choose(-1_000_000_000, 1_000_000_000),
            Gen.Choose(1, 1_000_000_000),
            Gen.Choose(1, 1_000_000),
            (returned, invested, scale) =>
            {
                decimal factor = scale / 1000m;
                double one = new ReturnOnInvestment(returned / 100m, invested / 100m).Ratio!.Value;
                double scaled = new ReturnOnInvestment(returned / 100m * factor, invested / 100m * factor).Ratio!.Value;
                Close.Near(one, scaled, 1e-14);
            });

    [Fact]
    public void Net_is_exact_to_the_cent_where_doubles_are_not()
    {
        ReturnOnInvestment roi = new ReturnOnInvestment(100_000_000_000_000_000_000.03m, 99_999_999_999_999_999_999.02m);
        Assert.Equal(1.01m, roi.Net);
    }

    [Fact]
    public void The_largest_amounts_are_booked_and_no_larger()
    {
        const decimal largest = 792281625142643375935439503.35m;
        Assert.Equal(largest, new ReturnOnInvestment(largest, 0).Net);
        Assert.Equal(-largest, new ReturnOnInvestment(-largest, 0).Net);
        Assert.Throws<OverflowException>(() => new ReturnOnInvestment(largest + 0.01m, 0));
        Assert.Throws<OverflowException>(() => new ReturnOnInvestment(-largest - 0.01m, 0));
    }

    [Fact]
    public void Money_is_read_to_the_cent_half_a_cent_away_from_zero()
    {
        Assert.Equal(["2.68", "-2.68", "0.00", "-0.01"], new[] { 2.675m, -2.675m, -0.004m, -0.005m }.Select(amount => Money.Text(amount, null)));
        Assert.Equal("1,234,567.80 EUR", Money.Text(1_234_567.8m, "EUR"));
    }

    [Fact]
    public void Estimates_of_both_sides_give_the_interval_of_fieller_less_one()
    {
        RatioInterval ratio = Ratio.Fieller(150_000, 20_000, 100_000, 9_000, 0.4);
        RatioInterval roi = ReturnOnInvestment.Interval(150_000, 20_000, 100_000, 9_000, 0.4);
        Close.Relative(0.5, roi.Value, 1e-14);
        Close.Near(ratio.Lower!.Value - 1, roi.Lower, 1e-15);
        Close.Near(ratio.Upper!.Value - 1, roi.Upper, 1e-15);
        Assert.Equal("50.0% (95% CI 13.8% to 90.1%)", roi.ToString());
        Assert.Equal(IntervalShape.Complement, ReturnOnInvestment.Interval(3, 1, 1, 1).Shape);
        Assert.Equal(IntervalShape.WholeLine, ReturnOnInvestment.Interval(0.5, 1, 0.3, 1).Shape);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Throws("invested is -0.01; it is 0 or more", () => new ReturnOnInvestment(1, -0.01m));
        Throws("invested is -1; it is 0 or more", () => ReturnOnInvestment.Interval(1, 1, -1, 1));
        Throws("returned is NaN; it must be a finite number", () => ReturnOnInvestment.Interval(double.NaN, 1, 1, 1));
        Throws("investedError is Infinity; a standard error is a finite number, 0 or more", () => ReturnOnInvestment.Interval(1, 1, 1, double.PositiveInfinity));
        Throws("invested is 0 without error; a ratio divides by what is other than 0", () => ReturnOnInvestment.Interval(1, 1, 0, 0));
        Assert.Equal(
            "returned minus invested: the amount is too large to be booked to the cent; allowed are amounts up to 792281625142643375935439503.35",
            Assert.Throws<OverflowException>(() => new ReturnOnInvestment(decimal.MaxValue, 0.01m)).Message);
        Assert.Throws<OverflowException>(() => new ReturnOnInvestment(decimal.MinValue, decimal.MaxValue));
    }

    private static decimal Parse(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
