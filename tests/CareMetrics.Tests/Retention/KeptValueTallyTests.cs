using CareMetrics.Retention;
using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Retention;

public class KeptValueTallyTests
{
    private static readonly KeptValue Each = KeptValue.OfEach(ValueBasis.Margin, "1 year");

    private static readonly Gen<(bool, decimal)> Ranter =
        from turned in Gen.Elements(true, true, false)
        from cents in Gen.Choose(-20_000, 90_000)
        select (turned, cents / 100m);

    [Fact]
    public void It_merges_in_any_order() =>
        Law.Holds(Ranter.ListOf(), Ranter.ListOf(), (left, right) =>
        {
            KeptValueTally merged = KeptValueTally.Of(right) + KeptValueTally.Of(left);
            KeptValueTally whole = KeptValueTally.Of(left.Concat(right));
            Assert.Equal((whole.Converted, whole.Total), (merged.Converted, merged.Total));
            Close.Relative(whole.SumOfSquaredDeviations, merged.SumOfSquaredDeviations, 1e-12);
        });

    [Fact]
    public void Its_interval_is_Students_of_every_ranters_value() =>
        Law.Holds(Ranter.ListOf(), Gen.Choose(1, 9_000), (ranters, fixedCost) =>
        {
            KeptValueTally tally = KeptValueTally.Of(ranters);
            RetentionRoi roi = RetentionValue.Roi(Each, tally, RetentionCost.Of(fixedCost), 0.9);
            Estimate mean = MeanTally.Estimate(MeanTally.Of(ranters.Select(one => one.Item1 ? (double)one.Item2 : 0)), 0.9);
            if (mean.Lower is null || ranters.Count < 2)
            {
                Assert.Null(roi.NaiveNet.Lower);
                return;
            }

            double n = ranters.Count;
            double size = 1 + Math.Abs(n * mean.Upper!.Value - n * mean.Lower.Value);
            Close.Near((n * mean.Lower.Value - fixedCost) / size, roi.NaiveNet.Lower / size, 1e-11);
            Close.Near((n * mean.Upper.Value - fixedCost) / size, roi.NaiveNet.Upper / size, 1e-11);
            Close.Near((n * mean.Lower.Value - fixedCost) / fixedCost / size, roi.NaiveRoi.Lower / size, 1e-11);
        });

    [Fact]
    public void Against_a_control_group_it_is_Welchs() =>
        Law.Holds(Ranter.ListOf().Where(list => list.Count > 2), Ranter.ListOf().Where(list => list.Count > 2), (treated, control) =>
        {
            IncrementalRetentionRoi roi = RetentionValue.Roi(Each, KeptValueTally.Of(control), KeptValueTally.Of(treated), RetentionCost.Of(1_000));
            MeanTally Y(IEnumerable<(bool, decimal)> rows) => MeanTally.Of(rows.Select(one => one.Item1 ? (double)one.Item2 : 0));
            Estimate change = MeanTally.Change(Y(control), Y(treated), 0.95);
            Close.Near(treated.Count * change.Value!.Value - 1_000, roi.IncrementalNet.Value, 1e-10);
            if (change.Lower is { } lower)
            {
                Close.Near(treated.Count * lower - 1_000, roi.IncrementalNet.Lower, 1e-9);
                Close.Near(treated.Count * change.Upper!.Value / 1_000 - 1, roi.IncrementalRoi.Upper, 1e-9);
            }
            else
            {
                Assert.Null(roi.IncrementalNet.Lower);
            }
        });

    [Fact]
    public void One_value_for_all_is_each_ones_own() =>
        Law.Holds(Gen.Choose(0, 60), Gen.Choose(1, 60), Gen.Choose(0, 400), (saved, others, perSave) =>
        {
            var cost = new RetentionCost { Fixed = 3_000, PerSave = perSave };
            var converted = new ProportionTally(saved, saved + others);
            var control = new ProportionTally(3, 20);
            IncrementalRetentionRoi one = RetentionValue.Roi(KeptValue.Margin(450, "1 year"), CareMetrics.Conversion.RanterToRaver.Against(control, converted), cost);
            IncrementalRetentionRoi own = RetentionValue.Roi(Each, new KeptValueTally(control, 1_350, 0), new KeptValueTally(converted, 450 * saved, 0), cost);
            Assert.Equal(one.Return!.Invested, own.Return!.Invested);
            Close.Near((double)one.Return.Net, (double)own.Return.Net, 1e-14);
            if (saved > 0)
            {
                Close.Near(one.BreakEvenConversions!.Value, own.BreakEvenConversions, 1e-12);
                Close.Near(one.Naive.CostPerSave!.Value, own.Naive.CostPerSave, 1e-14);
            }
        });

    [Fact]
    public void A_concession_is_charged_to_who_turned()
    {
        // Net of each: 300 − 50, 500 − 50, 0, 650 − 50, 0.
        (bool, decimal)[] ranters = [(true, 300), (true, 500), (false, 7), (true, 650), (false, 0)];
        RetentionRoi roi = RetentionValue.Roi(Each, KeptValueTally.Of(ranters), new RetentionCost { Fixed = 350, PerSave = 50 });
        Estimate mean = MeanTally.Estimate(MeanTally.Of([250, 450, 0, 600, 0]), 0.95);
        Close.Near(950, roi.NaiveNet.Value, 1e-14);
        Close.Near(5 * mean.Lower!.Value - 350, roi.NaiveNet.Lower, 1e-12);
        // ROI 1.9: linearised in each one's value − 2.9 × 50.
        Estimate ratio = MeanTally.Estimate(MeanTally.Of([300 - 145, 500 - 145, 0, 650 - 145, 0]), 0.95);
        Close.Near(1.9, roi.NaiveRoi.Value, 1e-14);
        Close.Near(1.9 - 5 * (ratio.Value!.Value - ratio.Lower!.Value) / 500, roi.NaiveRoi.Lower, 1e-12);
        Assert.Equal(("linearised", 5L), (roi.NaiveRoi.Method, roi.NaiveRoi.Count));
    }

    [Fact]
    public void Sums_that_nobody_can_have_are_named()
    {
        Throws("total is 5 with nobody converted; it is 0 then", () => new KeptValueTally(new(0, 3), 5, 0));
        Throws("sumOfSquaredDeviations is 2; with so few observations it is 0", () => new KeptValueTally(new(1, 3), 5, 2));
        Throws("sumOfSquaredDeviations is -1; a weight", () => new KeptValueTally(new(2, 3), 5, -1));
        Assert.Equal("3 of 5, worth 1,450.00", KeptValueTally.Of([(true, 300), (true, 500), (false, 7), (true, 650), (false, 0)]).ToString());
        Assert.Equal(default, KeptValueTally.Empty);
        Assert.Null(KeptValueTally.Empty.Mean);
    }

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
