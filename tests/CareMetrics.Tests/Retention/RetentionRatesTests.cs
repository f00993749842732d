using CareMetrics.Retention;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Retention;

public class RetentionRatesTests
{
    [Fact]
    public void Retention_leaves_out_who_was_won()
    {
        RetentionRate rate = RetentionRates.Retention(start: 1_000, end: 1_080, won: 130, periodsPerYear: 12);
        Assert.Equal(new ProportionTally(950, 1_000), rate.Kept);
        Assert.Equal((0.95, 0.05), (rate.RetentionPerPeriod.Value, rate.ChurnPerPeriod.Value));
        // 1 − 0.95¹² = 0.45963991233736334765869140625 − …, by exact fractions.
        Close.Relative(0.4596399123373633, rate.ChurnPerYear.Value, 1e-15);
        Close.Relative(0.5403600876626367, rate.RetentionPerYear.Value, 1e-15);
        // 1 − w¹² of Wilson's limits w, by mpmath at 40 digits.
        Close.Relative(0.37281576421358985, rate.ChurnPerYear.Lower, 1e-13);
        Close.Relative(0.55537911861754365, rate.ChurnPerYear.Upper, 1e-13);
        Assert.Equal("retention per period 95.0% (95% CI 93.5% to 96.2%, n = 1,000); per year 54.0% (12 periods)", rate.ToString());
    }

    [Fact]
    public void A_year_of_years_is_a_period_and_two_years_are_its_square() =>
        Law.Holds(Any.Proportion.Where(tally => tally.Trials > 0), Any.Level, (kept, level) =>
        {
            RetentionRate yearly = RetentionRates.Retention(kept, 1, level);
            Assert.Equal(yearly.RetentionPerPeriod, yearly.RetentionPerYear);
            RetentionRate two = RetentionRates.Retention(kept, 0.5, level);
            Close.Near(two.RetentionPerPeriod.Value!.Value, two.RetentionPerYear.Value!.Value * two.RetentionPerYear.Value.Value, 1e-14);
            RetentionRate monthly = RetentionRates.Retention(kept, 12, level);
            Assert.True(monthly.RetentionPerYear.Lower <= monthly.RetentionPerYear.Value && monthly.RetentionPerYear.Value <= monthly.RetentionPerYear.Upper);
            Assert.True(monthly.ChurnPerYear.Lower <= monthly.ChurnPerYear.Value && monthly.ChurnPerYear.Value <= monthly.ChurnPerYear.Upper);
            Close.Near(Math.Pow(monthly.RetentionPerPeriod.Lower!.Value, 12), monthly.RetentionPerYear.Lower, 1e-15);
            Close.Near(1, monthly.ChurnPerPeriod.Value!.Value + monthly.RetentionPerPeriod.Value!.Value, 1e-15);
        });

    [Fact]
    public void Nobody_at_the_start_is_no_rate()
    {
        RetentionRate rate = RetentionRates.Retention(0, 5, 5, 12);
        Assert.Null(rate.RetentionPerPeriod.Value);
        Assert.Null(rate.ChurnPerYear.Value);
        Assert.Null(RetentionRates.SaveRate(default).Value);
        Assert.Null(RetentionRates.RevenueAtRisk(100, default).Value);
        Assert.Null(new RevenueRetention(0, 0, 0, 0).Gross);
    }

    [Fact]
    public void Revenue_retention_counts_the_customers_there_were()
    {
        var revenue = new RevenueRetention(start: 100_000, churned: 8_000, contraction: 4_000, expansion: 15_000);
        Assert.Equal((88_000, 103_000, 0.88, 1.03), (revenue.GrossEnd, revenue.NetEnd, revenue.Gross, revenue.Net));
        Assert.Equal("gross 88.0%, net 103.0% of 100,000.00", revenue.ToString());
    }

    [Fact]
    public void Saves_are_net_of_who_would_have_stayed()
    {
        Estimate rate = RetentionRates.SaveRate(new ProportionTally(60, 200));
        Assert.Equal((0.3, "wilson"), (rate.Value, rate.Method));
        Comparison net = RetentionRates.NetSaveRate(control: new ProportionTally(40, 200), saved: new ProportionTally(60, 200));
        Close.Relative(0.1, net.Change.Value, 1e-15);
        Assert.Equal("newcombe", net.Change.Method);
    }

    [Fact]
    public void Revenue_at_risk_has_the_limits_of_the_churn()
    {
        Estimate risk = RetentionRates.RevenueAtRisk(250_000, new ProportionTally(30, 120));
        Estimate churn = Proportion.Estimate(new ProportionTally(30, 120));
        Assert.Equal((62_500.0, Units.Money), (risk.Value, risk.Unit));
        Close.Relative(250_000 * churn.Lower!.Value, risk.Lower, 1e-15);
        Close.Relative(250_000 * churn.Upper!.Value, risk.Upper, 1e-15);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Throws("won is 6 of 5 customers at the end; it lies from 0 to that number", () => RetentionRates.Retention(10, 5, 6, 12));
        Throws("7 customers at the end were not won since, of 5 at the start; name every new customer in won", () => RetentionRates.Retention(5, 8, 1, 12));
        Throws("start is -1; a count is 0 or more", () => RetentionRates.Retention(-1, 5, 5, 12));
        Throws("periodsPerYear is 0; it is a finite number above 0: 12 of months, 1 of years", () => RetentionRates.Retention(5, 5, 0, 0));
        Throws("periodsPerYear is NaN", () => RetentionRates.Retention(5, 5, 0, double.NaN));
        Throws("level is 0", () => RetentionRates.Retention(5, 5, 0, 1, 0));
        Throws("revenue is -1; it is 0 or more", () => RetentionRates.RevenueAtRisk(-1, default));
        Throws("churned 8 and contraction 4 together pass the 10 there was at the start", () => new RevenueRetention(10, 8, 4, 0));
        Throws("expansion is -1; it is 0 or more", () => new RevenueRetention(10, 8, 2, -1));
    }

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
