using CareMetrics.Periods;
using CareMetrics.Retention;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Retention;

public class LifetimeValueTests
{
    private static readonly Gen<CustomerTerms> Terms =
        from margin in Gen.Choose(1, 1000)
        from retention in Gen.Choose(0, 100)
        from discount in Gen.Choose(1, 40)
        from growth in Gen.Choose(-20, 0)
        from timing in Gen.Elements(Enum.GetValues<MarginTiming>())
        from horizon in Gen.Choose(0, 60)
        select new CustomerTerms
        {
            Margin = margin,
            Retention = PeriodRate.PerPeriod(retention / 100.0),
            Discount = PeriodRate.PerPeriod(discount / 100.0),
            Growth = PeriodRate.PerPeriod(growth / 100.0),
            Timing = timing,
            Horizon = horizon == 0 ? null : horizon,
        };

    private static readonly CustomerTerms Yearly = new()
    {
        Margin = 100,
        Period = PeriodKind.Year,
        Retention = PeriodRate.PerYear(0.85),
        Discount = PeriodRate.PerYear(0.1),
        Timing = MarginTiming.AfterFirstRenewal,
    };

    [Fact]
    public void Values_at_constant_retention_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("retention/clv_constant.csv"))
        {
            CustomerTerms terms = Of(row, "retention", row.Number("margin"));
            Close.Relative(row.Number("clv_immediate_first_margin_eq1"), LifetimeValue.Of(terms with { Timing = MarginTiming.FirstMarginNow }), 1e-13, row);
            Close.Relative(row.Number("clv_gupta_lehmann_eq2"), LifetimeValue.Of(terms), 1e-13, row);
            Close.Relative(row.Number("clv_end_of_period_eq3"), LifetimeValue.Of(terms with { Timing = MarginTiming.EndOfPeriod }), 1e-13, row);
        }
    }

    [Fact]
    public void Values_over_a_horizon_and_with_growth_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("retention/clv_horizon_growth.csv"))
        {
            CustomerTerms forever = Of(row, "retention", 1) with { Growth = PeriodRate.PerPeriod(row.Number("growth")) };
            CustomerTerms terms = forever with { Horizon = (int)row.Whole("T") };
            Close.Relative(row.Number("multiple_t0_to_T-1"), LifetimeValue.Of(terms with { Timing = MarginTiming.FirstMarginNow }), 1e-13, row);
            Close.Relative(row.Number("multiple_t1_to_T"), LifetimeValue.Of(terms), 1e-13, row);
            Close.Relative(row.Number("multiple_t1_to_T_growth_starts_after_first"), LifetimeValue.Of(terms with { GrowthStartsAfterFirst = true }), 1e-13, row);
            foreach ((string column, MarginTiming timing) in new[] { ("infinite_from_t0", MarginTiming.FirstMarginNow), ("infinite_from_t1", MarginTiming.AfterFirstRenewal) })
            {
                if (row[column] == "inf")
                {
                    Assert.StartsWith("each period leaves 1.0", Assert.Throws<ArgumentException>(() => LifetimeValue.Of(forever with { Timing = timing })).Message, StringComparison.Ordinal);
                }
                else
                {
                    Close.Relative(row.Number(column), LifetimeValue.Of(forever with { Timing = timing }), 1e-13, row);
                }
            }
        }
    }

    [Fact]
    public void The_value_of_a_save_agrees_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("retention/saved_customer_value.csv"))
        {
            int? horizon = row["horizon"] is "" or "inf" ? null : (int)row.Whole("horizon");
            CustomerTerms ranter = Of(row, "r_ranter", row.Number("margin")) with { Horizon = horizon };
            CustomerTerms raver = Of(row, "r_raver", row.Number("margin")) with { Horizon = horizon };
            SavedCustomerValue Save(MarginTiming timing) => LifetimeValue.OfSave(
                ranter with { Timing = timing }, raver with { Timing = timing }, row.Number("referrals_ranter"), row.Number("referrals_raver"), row.Number("value_per_referral"));
            SavedCustomerValue save = Save(MarginTiming.AfterFirstRenewal);
            Close.Relative(row.Number("clv_ranter_eq2"), save.Ranter, 1e-14, row);
            Close.Relative(row.Number("clv_raver_eq2"), save.Raver, 1e-14, row);
            Close.Relative(row.Number("uplift_eq2"), save.Uplift, 1e-13, row);
            Close.Relative(row.Number("uplift_eq1_immediate"), Save(MarginTiming.FirstMarginNow).Uplift, 1e-13, row);
            Close.Relative(row.Number("uplift_eq3_end"), Save(MarginTiming.EndOfPeriod).Uplift, 1e-13, row);
            Close.Relative(row.Number("uplift_with_referrals_eq2"), save.Total, 1e-13, row);
            Close.Relative(row.Number("overstatement_if_full_clv_used"), save.Overstatement, 1e-13, row);
        }
    }

    [Fact]
    public void A_save_is_worth_a_difference_and_not_a_lifetime()
    {
        SavedCustomerValue save = LifetimeValue.OfSave(Yearly with { Retention = PeriodRate.PerYear(0.6) }, Yearly);
        Close.Relative(220, save.Total, 1e-14);
        Close.Relative(340, save.Raver, 1e-14);
        Close.Relative(340 / 220.0, save.Overstatement, 1e-13);
        Assert.Equal("a save is worth 220.00: 340.00 as a raver less 120.00 as a ranter", save.ToString());
        Assert.Null(LifetimeValue.OfSave(Yearly, Yearly).Overstatement);
        Assert.Equal("a save is worth 30.00: 340.00 as a raver less 340.00 as a ranter, and 30.00 of referrals", LifetimeValue.OfSave(Yearly, Yearly, -0.1, 0.2, 100).ToString());
    }

    [Fact]
    public void The_value_is_the_sum_of_its_margins() => Law.Holds(Terms.Where(terms => terms.Horizon is not null), terms =>
    {
        double sum = 0;
        for (int t = 0; t < terms.Horizon; t++)
        {
            int renewals = terms.Timing == MarginTiming.AfterFirstRenewal ? t + 1 : t;
            int time = terms.Timing == MarginTiming.FirstMarginNow ? t : t + 1;
            sum += terms.Margin * Math.Pow(terms.Retention.Value * (1 + terms.Growth.Value), renewals) / Math.Pow(1 + terms.Discount.Value, time);
        }

        Close.Relative(sum, LifetimeValue.Of(terms), 1e-12, terms);
    });

    [Fact]
    public void The_value_rises_with_retention_margin_growth_and_horizon_and_falls_with_discount() => Law.Holds(Terms, terms =>
    {
        double value = LifetimeValue.Of(terms);
        double rounding = 1e-13 * value;
        Assert.True(LifetimeValue.Of(terms with { Margin = terms.Margin + 1 }) >= value - rounding);
        Assert.True(LifetimeValue.Of(terms with { Retention = PeriodRate.PerPeriod(Math.Min(1, terms.Retention.Value + 0.01)) }) >= value - rounding);
        Assert.True(LifetimeValue.Of(terms with { Discount = PeriodRate.PerPeriod(terms.Discount.Value + 0.01) }) <= value + rounding);
        Assert.True(LifetimeValue.Of(terms with { Growth = PeriodRate.PerPeriod(terms.Growth.Value - 0.01) }) <= value + rounding);
        Assert.True(LifetimeValue.Of(terms with { Horizon = terms.Horizon is { } periods ? periods + 1 : null }) >= value - rounding);
        Close.Relative(2 * value, LifetimeValue.Of(terms with { Margin = 2 * terms.Margin }), 1e-14);
    });

    [Fact]
    public void A_horizon_without_end_is_all_time() => Law.Holds(Terms, terms =>
        Close.Near(LifetimeValue.Of(terms with { Horizon = null }), LifetimeValue.Of(terms with { Horizon = 10_000 }), 1e-12));

    [Fact]
    public void Rates_of_a_year_are_told_in_the_months_of_the_margin()
    {
        CustomerTerms monthly = Yearly with { Period = PeriodKind.Month, Margin = 10 };
        (double kept, double discount) = (Math.Pow(0.85, 1 / 12.0), Math.Pow(1.1, 1 / 12.0) - 1);
        Close.Relative(10 * kept / (1 + discount - kept), LifetimeValue.Of(monthly), 1e-13);
        CustomerTerms quarterly = Yearly with { Period = PeriodKind.Quarter, Retention = PeriodRate.PerMonth(0.98), Discount = PeriodRate.PerPeriod(0.02) };
        Close.Relative(100 * Math.Pow(0.98, 3) / (1.02 - Math.Pow(0.98, 3)), LifetimeValue.Of(quarterly), 1e-13);
        Close.Relative(0.1, PeriodRate.PerYear(0.1).Compounded(PeriodKind.Year), 0);
        Close.Relative(Math.Pow(1.01, 12) - 1, PeriodRate.PerMonth(0.01).Compounded(PeriodKind.Year), 1e-14);
        Close.Relative(Math.Pow(1.01, 2) - 1, PeriodRate.PerQuarter(0.01).Compounded(PeriodKind.HalfYear), 1e-14);
        Close.Relative(0.81, new PeriodRate(0.9, PeriodKind.HalfYear).Retained(PeriodKind.Year), 1e-15);
        Assert.Equal(0.5, new PeriodRate(0.5, PeriodKind.Week).Retained(PeriodKind.Week));
        Assert.Equal(0, PeriodRate.PerYear(0).Retained(PeriodKind.Month));
        Assert.Equal("100.00 a year, 85.0% a year kept, discounted by 10.0% a year, over 5 years", (Yearly with { Horizon = 5 }).ToString());
        Assert.Equal("10.00 a month, 85.0% a year kept, discounted by 10.0% a year, growing by 2.0% a year", (monthly with { Growth = PeriodRate.PerYear(0.02) }).ToString());
    }

    [Fact]
    public void Where_a_period_leaves_all_or_more_only_a_horizon_has_a_value()
    {
        CustomerTerms even = Yearly with { Retention = PeriodRate.PerYear(1), Discount = default, Timing = MarginTiming.FirstMarginNow };
        Throws(
            "each period leaves 1 times the value of the one before; over all time the lifetime value is finite only below 1: name a Horizon, or lower retention or growth",
            () => LifetimeValue.Of(even));
        Assert.Equal(1200, LifetimeValue.Of(even with { Horizon = 12 }));
        Assert.Equal(100, LifetimeValue.Of(even with { Retention = default }));
        Assert.Equal(0, LifetimeValue.Of(even with { Retention = default, Timing = MarginTiming.AfterFirstRenewal }));
        // Nearly all is left: the sum keeps its digits.
        Close.Relative(1e14, LifetimeValue.Of(even with { Discount = PeriodRate.PerPeriod(1e-12) }), 1e-11);
        Assert.Equal(
            "the lifetime value is beyond what a number can hold",
            Assert.Throws<OverflowException>(() => LifetimeValue.Of(even with { Growth = PeriodRate.PerPeriod(1), Horizon = 10_000 })).Message);
    }

    [Fact]
    public void Referrals_are_margin_won_or_acquisition_cost_saved_and_never_both()
    {
        Assert.Equal(600, LifetimeValue.OfReferrals(4, 150));
        Assert.Equal(200, LifetimeValue.OfReferrals(0, 150, 5, 40));
        Assert.Equal(800, LifetimeValue.OfReferrals(4, 150, 5, 40));
        Throws("won is NaN; it must be a finite number", () => LifetimeValue.OfReferrals(double.NaN, 1));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Throws("Retention is 1.2; a retention rate is a fraction from 0 to 1", () => Yearly with { Retention = PeriodRate.PerYear(1.2) });
        Throws("Retention is -0.1; a retention rate is a fraction from 0 to 1", () => Yearly with { Retention = PeriodRate.PerYear(-0.1) });
        Throws("the rate is 1.2; a retention rate is a fraction from 0 to 1", () => PeriodRate.PerYear(1.2).Retained(PeriodKind.Year));
        Throws("Margin is NaN; it must be a finite number", () => Yearly with { Margin = double.NaN });
        Throws("Horizon is 0; allowed are 1 to 10000", () => Yearly with { Horizon = 0 });
        Throws("Timing is 9; allowed are FirstMarginNow, AfterFirstRenewal, EndOfPeriod", () => Yearly with { Timing = (MarginTiming)9 });
        Throws("Period is 9; allowed are Week, Month, Quarter, HalfYear, Year", () => Yearly with { Period = (PeriodKind)9 });
        Throws("per is 9; allowed are Week, Month, Quarter, HalfYear, Year", () => new PeriodRate(0.1, (PeriodKind)9));
        Throws(
            "the rate is 85.0% a year and the length of a period is not named; name it, such as PeriodKind.Month, or give the rate per period",
            () => LifetimeValue.Of(Yearly with { Period = null }));
        Throws(
            "ranter and raver differ in discount, timing, horizon or period; one save is valued on one footing, so only margin, retention and growth may differ",
            () => LifetimeValue.OfSave(Yearly, Yearly with { Horizon = 5 }));
        Throws("valuePerReferral is NaN; it must be a finite number", () => LifetimeValue.OfSave(Yearly, Yearly, valuePerReferral: double.NaN));
    }

    private static CustomerTerms Of(ReferenceRow row, string retention, double margin) => new()
    {
        Margin = margin,
        Retention = PeriodRate.PerPeriod(row.Number(retention)),
        Discount = PeriodRate.PerPeriod(row.Number("discount")),
        Timing = MarginTiming.AfterFirstRenewal,
    };

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
