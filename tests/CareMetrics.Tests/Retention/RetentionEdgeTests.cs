using CareMetrics.Conversion;
using CareMetrics.Retention;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Retention;

public class RetentionEdgeTests
{
    private static readonly KeptValue Each = KeptValue.OfEach(ValueBasis.Margin, "1 year");
    private static readonly KeptValueTally Treated = KeptValueTally.Of([(true, 300), (true, 500), (false, 0), (true, 650), (false, 0)]);
    private static readonly KeptValueTally Control = KeptValueTally.Of([(true, 200), (false, 0), (false, 0), (true, 400)]);

    private static readonly CustomerTerms Terms = new()
    {
        Margin = 100,
        Retention = PeriodRate.PerPeriod(0.8),
        Discount = PeriodRate.PerPeriod(0.1),
        Timing = MarginTiming.EndOfPeriod,
    };

    // Figures by exact fractions and decimals of 60 digits, apart from the library.
    [Theory]
    [InlineData(1000, 653.834841531101, 0.245648562107946534, 0.45, -0.831492741238411716, 1.731492741238411716, 95.2929964305678652)]
    [InlineData(2000, 653.834841531101, 0.799879535952179507, -0.275, -0.915746370619205858, 0.365746370619205858, 73.0488748059779226)]
    public void The_risk_of_own_values_is_that_of_the_normal(int cost, double error, double loss, double roi, double lower, double upper, double information)
    {
        RetentionRisk risk = RetentionValue.Roi(Each, Treated, RetentionCost.Of(cost)).Risk()!;
        Holds(risk, error, loss, roi, lower, upper, information);
        Assert.Equal((false, RetentionRoi.NoClaim), (risk.AgainstControl, risk.Claim));
    }

    [Theory]
    [InlineData(1000, 0, 810.349718742881200, 0.644387184866452413, -0.3, -1.88825626361820971, 1.28825626361820971, 195.187058932225855)]
    [InlineData(350, 50, 766.757241026562896, 0.397108430332725789, 0.4, -2.53998953124267032, 3.33998953124267032, 216.239242725714422)]
    public void Against_a_control_group_it_is_that_of_the_difference(
        int cost, int perSave, double error, double loss, double roi, double lower, double upper, double information)
    {
        RetentionRisk risk = RetentionValue.Roi(Each, Control, Treated, new RetentionCost { Fixed = cost, PerSave = perSave }).Risk()!;
        Holds(risk, error, loss, roi, lower, upper, information);
        Assert.Equal((true, IncrementalRetentionRoi.OfControl), (risk.AgainstControl, risk.Claim));
    }

    [Fact]
    public void Fewer_than_two_ranters_of_a_side_show_no_spread()
    {
        KeptValueTally one = KeptValueTally.Of([(true, 300)]);
        KeptValueTally two = one + KeptValueTally.Of([(true, 500)]);
        Assert.Null(RetentionValue.Roi(Each, one, RetentionCost.Of(100)).NaiveNet.Lower);
        Assert.Null(RetentionValue.Roi(Each, one, Treated, RetentionCost.Of(100)).IncrementalNet.Lower);
        Assert.Null(RetentionValue.Roi(Each, Control, one, RetentionCost.Of(100)).IncrementalNet.Lower);
        // Two values 200 apart: the error of their sum is 200; t of one degree of freedom is tan(0.95·π/2).
        Close.Relative(700 - 200 * 12.706204736174705, RetentionValue.Roi(Each, two, RetentionCost.Of(100)).NaiveNet.Lower, 1e-13);
        Assert.NotNull(RetentionValue.Roi(Each, two, Treated, RetentionCost.Of(100)).IncrementalNet.Lower);
    }

    [Fact]
    public void A_small_cost_beside_many_ravers_keeps_its_break_even()
    {
        IncrementalRetentionRoi roi = RetentionValue.Roi(
            KeptValue.Margin(99_999, "1 year"), RanterToRaver.Against(new ProportionTally(404, 1000), new ProportionTally(965_841, 1_000_000)), RetentionCost.Of(1));

        Close.Relative(1 / 99_999.0, roi.BreakEvenConversions, 1e-14);
        Close.Relative(1 / 99_999.0 / 1_000_000, roi.BreakEvenRate, 1e-14);
    }

    [Fact]
    public void Break_even_of_own_values_allows_for_who_turns_anyway_and_what_they_are_worth()
    {
        IncrementalRetentionRoi roi = RetentionValue.Roi(Each, Control, Treated, new RetentionCost { Fixed = 350, PerSave = 50 });
        // A saved customer is worth 1450/3 and costs 50. 350 and the 5/4 of the control group's 600 need 1100 ÷ (1450/3 − 50) = 33/13 conversions; 5/2 come anyway.
        Close.Relative(33 / 13.0 - 2.5, roi.BreakEvenConversions, 1e-13);
        Close.Relative((33 / 13.0 - 2.5) / 5, roi.BreakEvenRate, 1e-13);
        Assert.Equal((9L, 5L), (roi.IncrementalNet.Count, roi.Naive.NaiveNet.Count));
        // Values of at most what a save costs never pay for themselves.
        Assert.Null(RetentionValue.Roi(Each, Control, Treated, new RetentionCost { PerSave = 484 }).BreakEvenConversions);
    }

    [Fact]
    public void Every_argument_is_named()
    {
        Throws("basis is 7; allowed are Margin, Revenue", () => KeptValue.OfEach((ValueBasis)7, "1 year"));
        Throws("end is -1; a count is 0 or more", () => RetentionRates.Retention(1, -1, -2, 12));
        Throws("won is -1; a count is 0 or more", () => RetentionRates.Retention(5, 3, -1, 12));
        Throws("ranters is -1; a count is 0 or more", () => RetentionCost.Of(1).Investment(-1, 0));
        Throws("saved is -1; a count is 0 or more", () => RetentionCost.Of(1).Investment(1, -1));
        Throws("level is 1; a confidence level", () => RetentionValue.Roi(Each, KeptValueTally.Empty, RetentionCost.Of(1), 1));
        Throws("level is 1; a confidence level", () => RetentionValue.Roi(Each, KeptValueTally.Empty, KeptValueTally.Empty, RetentionCost.Of(1), 1));
        Throws(
            "value is 450.00 of margin over 1 year; where each customer has a value of their own it has no amount",
            () => RetentionValue.Roi(KeptValue.Margin(450, "1 year"), Control, Treated, RetentionCost.Of(1)));
        Throws("Level is 1; a confidence level", () => RetentionValue.Roi(Each, Treated, RetentionCost.Of(1)).Risk()! with { Level = 1 });
        Throws("referralsOfRanter is NaN; it must be a finite number", () => LifetimeValue.OfSave(Terms, Terms, double.NaN));
        Throws("referralsOfRaver is NaN; it must be a finite number", () => LifetimeValue.OfSave(Terms, Terms, 0, double.NaN));
        Throws("valuePerCustomer is NaN; it must be a finite number", () => LifetimeValue.OfReferrals(1, double.NaN));
        Throws("comeAnyway is NaN; it must be a finite number", () => LifetimeValue.OfReferrals(1, 1, double.NaN));
        Throws("acquisitionCost is NaN; it must be a finite number", () => LifetimeValue.OfReferrals(1, 1, 1, double.NaN));
        Throws("lost[0] is -1; a number of customers lies from 0 to 9007199254740992", () => new CohortTally([5], [-1]));
        Throws("periods is -1; allowed are 0 to 10000", () => CohortTally.Empty.Survival(-1)!);
        Throws("periods is -1; allowed are 0 to 10000", () => ShiftedBetaGeometric.Fit(CohortTally.Empty).Survival(-1));
    }

    [Fact]
    public void Texts_say_what_there_is()
    {
        Assert.Equal("100.00 a period, 80.0% a period kept, discounted by 10.0% a period, over 1 period", (Terms with { Horizon = 1 }).ToString());
        Assert.Equal("1.00 of revenue over 1 year", KeptValue.Revenue(1, "1 year").ToString());
        Assert.Equal("5.00 fixed", RetentionCost.Of(5).ToString());
        Assert.EndsWith("(0.50 periods)", RetentionRates.Retention(5, 5, 0, 0.5).ToString(), StringComparison.Ordinal);
        Assert.Equal(
            "NOT ATTRIBUTABLE, without a control group: ROI 45.0%, net 450.00 on 1,000.00; 1 of 1 ranters turned ravers at each customer's own value of margin over 1 year",
            RetentionValue.Roi(Each, KeptValueTally.Of([(true, 1_450)]), RetentionCost.Of(1_000)).ToString());
        // The figures of the first case above.
        Assert.Equal(
            "NOT ATTRIBUTABLE, without a control group: 24.6% chance of loss; ROI 45.0% (95% between -83.1% and 173.1%); net 450.00 ± 653.83",
            RetentionValue.Roi(Each, Treated, RetentionCost.Of(1_000)).Risk()!.ToString());
        Assert.Contains("nothing invested", RetentionValue.Roi(KeptValue.Margin(450, "1 year"), new ProportionTally(60, 200), RetentionCost.Of(0)).Risk()!.ToString(), StringComparison.Ordinal);
        Assert.Equal("0.5 of 2.5 customers lost over 1 periods", new CohortTally([2.5], [0.5]).ToString());
        Assert.NotEqual(new CohortTally([5, 2], [1, 1]), new CohortTally([5, 2], [1, 0]));
        Assert.False(CohortTally.Empty.Equals(null));
        Assert.Null(new RevenueRetention(0, 0, 0, 0).Net);
        Assert.Null(new CohortTally([5, 0, 2], [1, 0, 1]).Retention(2));
        Assert.Equal(0, new CohortTally([5, 0, 2], [5, 0, 1]).Survival(3));
    }

    [Fact]
    public void A_customer_worth_nothing_has_no_spread_and_a_return()
    {
        RetentionRoi roi = RetentionValue.Roi(KeptValue.Margin(0, "1 year") with { StandardDeviation = 0 }, new ProportionTally(60, 200), RetentionCost.Of(10));
        Assert.Equal((-1.0, -10.0), (roi.NaiveRoi.Value, roi.NaiveNet.Value));
    }

    private static void Holds(RetentionRisk risk, double error, double loss, double roi, double lower, double upper, double information)
    {
        Close.Relative(error, risk.StandardDeviationNet, 1e-13);
        Close.Relative(loss, risk.ChanceOfLoss, 1e-13);
        Close.Relative(1 - loss, risk.ChanceOfGain, 1e-13);
        Close.Relative(roi, risk.MeanRoi, 1e-13);
        Close.Relative(lower, risk.LowerRoi, 1e-12);
        Close.Relative(upper, risk.UpperRoi, 1e-12);
        Close.Relative(information, risk.ValueOfPerfectInformation, 1e-12);
    }

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
