using CareMetrics.Conversion;
using CareMetrics.Retention;
using CareMetrics.Roi;
using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Retention;

public class RetentionValueTests
{
    private static readonly KeptValue Value = KeptValue.Margin(450, "2 years", "EUR");
    private static readonly ProportionTally Control = new(40, 200);
    private static readonly ProportionTally Treated = new(60, 200);

    [Fact]
    public void It_agrees_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("retention/retention_value_roi.csv"))
        {
            var value = KeptValue.Revenue(decimal.Parse(row["value_per_saved"], System.Globalization.CultureInfo.InvariantCulture), "1 year");
            var converted = new ProportionTally(row.Whole("converted"), row.Whole("ranters"));
            RetentionCost cost = RetentionCost.Of((decimal)row.Number("investment"));
            RetentionRoi naive = RetentionValue.Roi(value, converted, cost);
            Assert.Equal((decimal)row.Number("benefit"), naive.Return!.Returned);
            Assert.Equal((decimal)row.Number("net"), naive.Return.Net);
            Close.Relative(row.Number("roi"), naive.NaiveRoi.Value, 1e-14, row);
            Close.Near(row.Number("roi_lo_wilson95"), naive.NaiveRoi.Lower, 2e-14, row);
            Close.Near(row.Number("roi_hi_wilson95"), naive.NaiveRoi.Upper, 2e-14, row);
            Close.Relative(row.Number("breakeven_conversions"), naive.BreakEvenConversions, 1e-14, row);
            Close.Relative(row.Number("breakeven_rate"), naive.BreakEvenRate, 1e-14, row);
            Close.Relative(row.Number("cost_per_conversion"), naive.CostPerSave, 1e-14, row);
            if (row.NumberOrNull("control_n") is null)
            {
                continue;
            }

            var control = new ProportionTally(row.Whole("control_converted"), row.Whole("control_n"));
            IncrementalRetentionRoi roi = RetentionValue.Roi(value, RanterToRaver.Against(control, converted), cost);
            Close.Relative(row.Number("incremental_rate"), roi.Extra.Extra.Value, 1e-14, row);
            Close.Relative(row.Number("incremental_conversions"), roi.ExtraConversions.Value, 1e-14, row);
            Close.Near(row.Number("incremental_roi"), roi.IncrementalRoi.Value, 2e-14, row);
            Close.Near(row.Number("incremental_roi_lo_newcombe95"), roi.IncrementalRoi.Lower, 2e-14, row);
            Close.Near(row.Number("incremental_roi_hi_newcombe95"), roi.IncrementalRoi.Upper, 2e-14, row);
            double worth = row.Number("investment") / row.Number("value_per_saved");
            Close.Near((1 + row.Number("incremental_roi_lo_newcombe95")) * worth, roi.ExtraConversions.Lower, 1e-12);
            Close.Near((1 + row.Number("incremental_roi_hi_newcombe95")) * worth, roi.ExtraConversions.Upper, 1e-12);
            Close.Relative(row.Number("number_needed_to_contact"), roi.Extra.ContactsPerExtraRaver.Value, 1e-14, row);
            Close.Relative(row.Number("attributable_fraction"), roi.AttributableFraction, 1e-14, row);
            Assert.Equal(naive, roi.Naive);
        }
    }

    [Fact]
    public void Sixty_of_two_hundred_against_forty_is_a_loss_that_looks_like_a_gain()
    {
        IncrementalRetentionRoi roi = RetentionValue.Roi(Value, RanterToRaver.Against(Control, Treated), RetentionCost.Of(12_000));
        Assert.Equal(
            "INCREMENTAL, against a control group: ROI -25.0% (95% CI -88.7% to 37.4%), net -3,000.00 EUR on 12,000.00 EUR; "
            + "treated 60 of 200, control 40 of 200 at 450.00 EUR of margin over 2 years",
            roi.ToString());
        Assert.Equal(
            "NOT ATTRIBUTABLE, without a control group: ROI 125.0% (95% CI 80.6% to 175.1%), net 15,000.00 EUR on 12,000.00 EUR; "
            + "60 of 200 ranters turned ravers at 450.00 EUR of margin over 2 years",
            roi.Naive.ToString());
        Assert.Equal(("newcombe", "wilson", 400, 200), (roi.IncrementalRoi.Method, roi.Naive.NaiveRoi.Method, roi.IncrementalRoi.Count, roi.Naive.NaiveRoi.Count));
        Assert.Equal((Units.Fraction, Units.Money, "customers"), (roi.IncrementalRoi.Unit, roi.IncrementalNet.Unit, roi.ExtraConversions.Unit));
    }

    [Fact]
    public void Every_rendering_says_which_it_is()
    {
        IncrementalRetentionRoi roi = RetentionValue.Roi(Value, RanterToRaver.Against(Control, Treated), RetentionCost.Of(12_000));
        Assert.All(
            new object[] { roi.Naive, roi.Naive.Risk()!, roi.Naive with { Return = null } },
            naive =>
            {
                Assert.StartsWith("NOT ATTRIBUTABLE, without a control group: ", naive.ToString(), StringComparison.Ordinal);
                Assert.Contains("\"claim\":\"NOT ATTRIBUTABLE, without a control group\"", System.Text.Json.JsonSerializer.Serialize(naive, naive.GetType(), Json.Web), StringComparison.Ordinal);
            });
        Assert.All(
            new object[] { roi, roi.Risk()!, roi with { Return = null } },
            incremental =>
            {
                Assert.StartsWith("INCREMENTAL, against a control group: ", incremental.ToString(), StringComparison.Ordinal);
                Assert.Contains("\"claim\":\"INCREMENTAL, against a control group\"", System.Text.Json.JsonSerializer.Serialize(incremental, incremental.GetType(), Json.Web), StringComparison.Ordinal);
            });
    }

    [Fact]
    public void Costs_are_fixed_by_contact_and_by_save_and_a_save_is_set_beside_a_new_customer()
    {
        var cost = new RetentionCost { Fixed = 2_000, PerContact = 15.5m, PerSave = 25, AcquisitionCost = 440 };
        IncrementalRetentionRoi roi = RetentionValue.Roi(Value, RanterToRaver.Against(Control, Treated), cost);
        // 2,000 + 200 × 15.5 + 60 × 25: the forty who would have turned anyway got the concession too.
        Assert.Equal(6_600, roi.Naive.Return!.Invested);
        Assert.Equal((6_600, 9_000), (roi.Return!.Invested, roi.Return.Returned));
        Close.Relative(110, roi.Naive.CostPerSave, 1e-15);
        Close.Relative(330, roi.CostPerExtraSave, 1e-15);
        Close.Relative(0.25, roi.Naive.CostPerSaveToAcquisition, 1e-15);
        Close.Relative(0.75, roi.CostPerSaveToAcquisition, 1e-15);
        Close.Relative(5_100.0 / 425, roi.Naive.BreakEvenConversions, 1e-14);
        Close.Relative((5_100 + 40 * 25) / 425.0, roi.BreakEvenConversions, 1e-14);
        // Two contacts with some: 2,000 + 250 × 15.5 + 60 × 25.
        Assert.Equal(7_375, RetentionValue.Roi(Value, Treated, cost with { Contacts = 250 }).Return!.Invested);
        Assert.Equal("2,000.00 fixed + 15.50 a contact + 25.00 a save", cost.ToString());
        Assert.Equal("2,000.00 fixed + 15.50 a contact (of 1,350)", (cost with { Contacts = 1350, PerSave = 0 }).ToString());
    }

    [Fact]
    public void With_a_concession_the_limits_are_those_of_both_rates()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("retention/concession_limits.csv"))
        {
            var cost = new RetentionCost { Fixed = (decimal)row.Number("fixed"), PerSave = (decimal)row.Number("per_save") };
            var value = KeptValue.Margin((decimal)row.Number("value"), "1 year");
            ExtraConversion extra = RanterToRaver.Against(
                new ProportionTally(row.Whole("control_x"), row.Whole("control_n")), new ProportionTally(row.Whole("x"), row.Whole("n")), row.Number("level"));
            IncrementalRetentionRoi roi = RetentionValue.Roi(value, extra, cost);
            Close.Near(row.Number("roi"), roi.IncrementalRoi.Value, 1e-13, row);
            Close.Near(row.Number("roi_lower"), roi.IncrementalRoi.Lower, 1e-12, row);
            Close.Near(row.Number("roi_upper"), roi.IncrementalRoi.Upper, 1e-12, row);
            Close.Near(row.Number("net_lower"), roi.IncrementalNet.Lower, 1e-12, row);
            Close.Near(row.Number("net_upper"), roi.IncrementalNet.Upper, 1e-12, row);
            Close.Near(row.Number("naive_lower"), roi.Naive.NaiveRoi.Lower, 1e-12, row);
            Close.Near(row.Number("naive_upper"), roi.Naive.NaiveRoi.Upper, 1e-12, row);
            Assert.Equal("mover-wilson", roi.IncrementalRoi.Method);
        }
    }

    [Fact]
    public void A_concession_of_almost_nothing_leaves_Newcombes_limits() =>
        Law.Holds(Proportions, Proportions, Gen.Choose(1, 50_000), (treated, control, fixedCost) =>
        {
            ExtraConversion extra = RanterToRaver.Against(control, treated);
            RetentionCost cost = RetentionCost.Of(fixedCost);
            IncrementalRetentionRoi without = RetentionValue.Roi(Value, extra, cost);
            IncrementalRetentionRoi with = RetentionValue.Roi(Value, extra, cost with { PerSave = 0.00000000000000000000000001m });
            double size = 1 + 450.0 * treated.Trials / fixedCost;
            Close.Near(without.IncrementalRoi.Lower!.Value / size, with.IncrementalRoi.Lower / size, 1e-9);
            Close.Near(without.IncrementalRoi.Upper!.Value / size, with.IncrementalRoi.Upper / size, 1e-9);
            Close.Near(without.IncrementalNet.Lower!.Value, with.IncrementalNet.Lower, 1e-9);
        });

    [Fact]
    public void Against_a_large_control_group_without_conversion_the_incremental_return_is_the_naive_one() =>
        // Large beside the treated too: of 10¹² ranters without a raver even its own distance, z²/10¹⁸ each, is worth some money.
        Law.Holds(Proportions.Where(tally => tally.Trials <= 2_000_000), Costs, (treated, cost) =>
        {
            ExtraConversion extra = RanterToRaver.Against(new ProportionTally(0, 1_000_000_000_000_000_000), treated);
            IncrementalRetentionRoi roi = RetentionValue.Roi(Value, extra, cost);
            if (roi.IncrementalRoi.Value is not { } value)
            {
                return;
            }

            Close.Near(roi.Naive.NaiveRoi.Value!.Value, value, 1e-12);
            double size = 1 + Math.Abs(roi.Naive.NaiveRoi.Upper!.Value);
            Close.Near(roi.Naive.NaiveRoi.Lower!.Value / size, roi.IncrementalRoi.Lower / size, 1e-7);
            Close.Near(roi.Naive.NaiveRoi.Upper.Value / size, roi.IncrementalRoi.Upper / size, 1e-7);
        });

    [Fact]
    public void Limits_hold_the_return_and_net_and_return_have_one_sign() =>
        Law.Holds(Proportions.Zip(Proportions), Costs, Any.Level, (sides, cost, level) =>
        {
            IncrementalRetentionRoi roi = RetentionValue.Roi(Value, RanterToRaver.Against(sides.Item1, sides.Item2, level), cost);
            Holds(roi.IncrementalNet, roi.IncrementalRoi);
            Holds(roi.Naive.NaiveNet, roi.Naive.NaiveRoi);

            void Holds(Estimate net, Estimate ratio)
            {
                double slack = 1e-9 * (1 + Math.Abs(net.Value!.Value));
                Assert.True(net.Lower <= net.Value + slack && net.Value <= net.Upper + slack, $"{net}");
                if (ratio.Value is not null)
                {
                    Assert.True(ratio.Lower <= ratio.Value + 1e-9 * (1 + Math.Abs(ratio.Value.Value)) && ratio.Value <= ratio.Upper + 1e-9 * (1 + Math.Abs(ratio.Value.Value)), $"{ratio}");
                    Same(net.Lower!.Value, ratio.Lower!.Value);
                    Same(net.Upper!.Value, ratio.Upper!.Value);
                }
            }

            static void Same(double net, double ratio) => Assert.True(Math.Abs(ratio) < 1e-9 || Math.Abs(net) < 1e-6 || Math.Sign(net) == Math.Sign(ratio), $"net {net}, return {ratio}");
        });

    [Fact]
    public void The_return_at_break_even_is_none() =>
        Law.Holds(Gen.Choose(1, 500), Gen.Choose(0, 500), Gen.Choose(0, 300), (saved, others, perSave) =>
        {
            var cost = new RetentionCost { Fixed = saved * (450m - perSave), PerSave = perSave };
            RetentionRoi roi = RetentionValue.Roi(Value, new ProportionTally(saved, saved + others), cost);
            Assert.Equal((0, 0.0), (roi.Return!.Net, roi.NaiveRoi.Value));
            Close.Relative(saved, roi.BreakEvenConversions, 1e-14);
            Close.Relative((double)saved / (saved + others), roi.BreakEvenRate, 1e-14);

            // Against a control group of as many, with a concession to all who were saved.
            var control = new ProportionTally(saved / 3, saved + others);
            decimal extra = (saved - saved / 3) * 450m - saved * (decimal)perSave;
            if (extra >= 0)
            {
                IncrementalRetentionRoi beyond = RetentionValue.Roi(
                    Value, RanterToRaver.Against(control, new ProportionTally(saved, saved + others)), new RetentionCost { Fixed = extra, PerSave = perSave });
                Assert.Equal(0, beyond.Return!.Net);
                Close.Relative(saved - saved / 3, beyond.BreakEvenConversions, 1e-12);
            }
        });

    [Fact]
    public void Where_nothing_changes_nothing_is_gained() =>
        Law.Holds(Proportions, Gen.Choose(1, 9), Costs, (tally, times, cost) =>
        {
            var larger = new ProportionTally(tally.Successes * times, tally.Trials * times);
            IncrementalRetentionRoi roi = RetentionValue.Roi(Value, RanterToRaver.Against(tally, larger), cost);
            Assert.Equal((0, 0.0, -cost.Investment(larger.Trials, larger.Successes)), (roi.Return!.Returned, roi.ExtraConversions.Value, roi.Return.Net));
            Assert.Null(roi.CostPerExtraSave);
        });

    [Fact]
    public void Rates_and_counts_give_one_answer()
    {
        var moves = new TransitionTally(new(30, 10, 60, unseen: 100), default, default);
        RetentionRoi roi = RetentionValue.Roi(Value, RanterToRaver.Of(moves, 0.9), RetentionCost.Of(12_000));
        Assert.Equal(RetentionValue.Roi(Value, Treated, RetentionCost.Of(12_000), 0.9), roi);
    }

    [Fact]
    public void No_data_is_no_return()
    {
        RetentionRoi none = RetentionValue.Roi(Value, ProportionTally.Empty, RetentionCost.Of(5));
        Assert.Null(none.Return);
        Assert.Equal((null, null, null, null, 0L), (none.NaiveRoi.Value, none.NaiveNet.Value, none.BreakEvenRate, none.CostPerSave, none.NaiveRoi.Count));
        Assert.Null(none.BreakEvenConversions);
        Assert.Null(none.Risk());
        IncrementalRetentionRoi noTreated = RetentionValue.Roi(Value, RanterToRaver.Against(Control, ProportionTally.Empty), RetentionCost.Of(5));
        Assert.Equal((null, null, null), (noTreated.BreakEvenConversions, noTreated.ExtraConversions.Lower, noTreated.CostPerExtraSave));
        IncrementalRetentionRoi alone = RetentionValue.Roi(Value, RanterToRaver.Against(ProportionTally.Empty, Treated), RetentionCost.Of(12_000));
        Assert.Null(alone.Return);
        Assert.Null(alone.IncrementalRoi.Value);
        Assert.Null(alone.ExtraConversions.Value);
        Assert.Null(alone.AttributableFraction);
        Assert.Null(alone.Risk());
        Assert.NotNull(alone.Naive.Return);
        Assert.Equal("INCREMENTAL, against a control group: no ROI, for the baseline has no data", alone.ToString());
        RetentionRoi free = RetentionValue.Roi(Value, Treated, RetentionCost.Of(0));
        Assert.Equal((null, null, 27_000.0), (free.NaiveRoi.Value, free.NaiveRoi.Lower, free.NaiveNet.Value));
        Assert.Null(RetentionValue.Roi(Value, Treated, new RetentionCost { PerSave = 450 }).BreakEvenRate);
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Throws("amount is -1; it is 0 or more", () => KeptValue.Margin(-1, "1 year"));
        Throws("horizon is empty; it needs a text", () => KeptValue.Margin(1, " "));
        Throws("Basis is 7; allowed are Margin, Revenue", () => Value with { Basis = (ValueBasis)7 });
        Throws("StandardDeviation is -2; it is 0 or more", () => Value with { StandardDeviation = -2 });
        Throws("amount is -1; it is 0 or more", () => RetentionCost.Of(-1));
        Throws("Fixed is -1; it is 0 or more", () => new RetentionCost { Fixed = -1 });
        Throws("Contacts is -1; a count is 0 or more", () => new RetentionCost { Contacts = -1 });
        Throws("AcquisitionCost is 0; it is above 0", () => new RetentionCost { AcquisitionCost = 0 });
        Throws("level is 1; a confidence level", () => RetentionValue.Roi(Value, Treated, RetentionCost.Of(1), 1));
        Throws("level is 1; a confidence level", () => RetentionValue.Roi(Value, ProportionTally.Empty, RetentionCost.Of(1), 1));
        Throws("conversion is null; it needs a value", () => RetentionValue.Roi(Value, (ConversionRates)null!, RetentionCost.Of(1)));
        Throws("conversion is null; it needs a value", () => RetentionValue.Roi(Value, (ExtraConversion)null!, RetentionCost.Of(1)));
        Throws(
            "value is each customer's own value of margin over 1 year; counts need",
            () => RetentionValue.Roi(KeptValue.OfEach(ValueBasis.Margin, "1 year"), RanterToRaver.Against(Control, Treated), RetentionCost.Of(1)));
        Throws("value is null; it needs a value", () => RetentionValue.Roi(null!, Treated, RetentionCost.Of(1)));
        Throws("cost is null; it needs a value", () => RetentionValue.Roi(Value, Treated, null!));
        Throws(
            "value is each customer's own value of margin over 1 year; counts need one amount for every customer kept",
            () => RetentionValue.Roi(KeptValue.OfEach(ValueBasis.Margin, "1 year"), Treated, RetentionCost.Of(1)));
        Throws(
            "value is 450.00 EUR of margin over 2 years; where each customer has a value of their own it has no amount, as KeptValue.OfEach makes it",
            () => RetentionValue.Roi(Value, KeptValueTally.Empty, RetentionCost.Of(1)));
        Throws(
            "value is 0.00 EUR ± 5.00 of margin over 2 years; a value with a standard deviation is above 0",
            () => RetentionValue.Roi(Value with { Amount = 0, StandardDeviation = 5 }, Treated, RetentionCost.Of(1)));
        Assert.StartsWith(
            "the value of all kept customers: the amount is too large",
            Assert.Throws<OverflowException>(() => RetentionValue.Roi(KeptValue.Margin(Money.Largest, "1 year"), Treated, RetentionCost.Of(1))).Message,
            StringComparison.Ordinal);
    }

    private static readonly Gen<ProportionTally> Proportions = Any.Proportion.Where(tally => tally.Trials > 0);

    private static readonly Gen<RetentionCost> Costs =
        from fixedCost in Gen.Choose(0, 20_000)
        from perContact in Gen.Choose(0, 20)
        from perSave in Gen.Choose(0, 600)
        select new RetentionCost { Fixed = fixedCost, PerContact = perContact, PerSave = perSave };

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
