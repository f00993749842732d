using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class RelativeChangeTests
{
    private static readonly ILookup<(string, string), double> Inputs = ReferenceTable.Read("statistics/two_sample_inputs.csv")
        .ToLookup(row => (row["case"], row["group"]), row => row.Number("value"));

    private static readonly Gen<MeanTally> Positive =
        Gen.Choose(8, 1000).Select(n => n / 8.0).ListOf().Where(all => all.Count > 1 && all.Distinct().Count() > 1).Select(MeanTally.Of);

    private static readonly Gen<ProportionTally> Proportions =
        Gen.Choose(1, 60).SelectMany(n => Gen.Choose(0, n).Select(x => new ProportionTally(x, n)));

    [Fact]
    public void A_mean_that_fell_to_0_or_below_has_Fiellers_ratio_less_1()
    {
        (MeanTally baseline, MeanTally current) = (MeanTally.Of([9, 10, 11, 10]), MeanTally.Of([-1, 0, 1, -0.5]));
        RatioInterval ratio = Ratio.Of(baseline, current, method: RatioMethod.Fieller);
        Estimate change = Comparison.Between(baseline, current).RelativeChange!;
        Assert.Equal("fieller", change.Method);
        Close.Relative(ratio.Lower!.Value - 1, change.Lower, 1e-14);
        Close.Relative(ratio.Upper!.Value - 1, change.Upper, 1e-14);
    }

    [Fact]
    public void A_mean_that_fell_to_a_rounding_above_0_keeps_its_limits()
    {
        // Sums of negative and positive values that would be 0 end here. R: exp(log(1e-17) ± qt(.975, f)·√(a + b)) − 1, f by Satterthwaite.
        var baseline = new MeanTally(40, 1, 9.75);
        Estimate change = Comparison.Between(baseline, new MeanTally(40, 1e-17, 4e-32 * 40 * 39)).RelativeChange!;
        Assert.Equal((-1.0, -1.0, "log-delta"), (change.Value, change.Lower, change.Method));
        Close.Relative(2.7067202120186469, change.Upper, 1e-12);
        Estimate wide = Comparison.Between(baseline, new MeanTally(40, 1e-17, 9.75)).RelativeChange!;
        Assert.Equal((-1.0, -1.0, null), (wide.Value, wide.Lower, wide.Upper));
    }

    [Fact]
    public void Means_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/relative_change_ci.csv"))
        {
            MeanTally baseline = MeanTally.Of(Inputs[(row["case"], "baseline")]);
            MeanTally current = MeanTally.Of(Inputs[(row["case"], "current")]);
            Comparison comparison = Comparison.Between(baseline, current);
            // What is left of a mean of 1e9 is known to 1e-16 of it.
            Close.Near(row.Number("diff"), comparison.Change.Value, Math.Max(1e-11, 1e-16 * current.Mean!.Value), $"{row} difference");
            Close.Relative(row.Number("p_two"), comparison.PValue, Math.Max(1e-11, 1e-16 * current.Mean!.Value), $"{row} p");
            Estimate relative = comparison.RelativeChange!;
            Assert.Equal("log-delta", relative.Method);
            Close.Near(row.Number("rel_change"), relative.Value, 1e-12, $"{row} relative");
            Close.Near(row.Number("log_lo95"), relative.Lower, 1e-12, $"{row} lower");
            Close.Near(row.Number("log_hi95"), relative.Upper, 1e-12, $"{row} upper");
            foreach ((RatioMethod method, string name) in new[] { (RatioMethod.LogDelta, "log"), (RatioMethod.Delta, "delta"), (RatioMethod.Fieller, "fieller") })
            {
                RatioInterval ratio = Ratio.Of(baseline, current, method: method);
                Assert.Equal(IntervalShape.Bounded, ratio.Shape);
                Close.Near(row.Number("ratio"), ratio.Value, 1e-12, $"{row} ratio");
                Close.Near(row.Number($"{name}_lo95") + 1, ratio.Lower, 1e-12, $"{row} {name} lower");
                Close.Near(row.Number($"{name}_hi95") + 1, ratio.Upper, 1e-12, $"{row} {name} upper");
            }
        }
    }

    [Fact]
    public void Proportions_agree_with_the_reference()
    {
        int compared = 0;
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/two_proportions.csv").Where(row => row["measure"] == "ratio"))
        {
            ProportionRatioMethod method = row["method"] switch
            {
                "koopman" => ProportionRatioMethod.Koopman,
                "miettinen_nurminen" => ProportionRatioMethod.MiettinenNurminen,
                _ => ProportionRatioMethod.Katz,
            };
            var baseline = new ProportionTally(row.Whole("x2"), row.Whole("n2"));
            var current = new ProportionTally(row.Whole("x1"), row.Whole("n1"));
            RatioInterval ratio = Ratio.Of(baseline, current, row.Number("conf"), method);
            Close.Near(row.Number("estimate"), ratio.Value, 1e-13, $"{row} estimate");
            Close.Near(row.Number("lower"), ratio.Lower, 1e-11, $"{row} lower");
            Close.Near(row.Number("upper"), ratio.Upper, 1e-11, $"{row} upper");
            if (method == ProportionRatioMethod.Koopman)
            {
                Estimate relative = Comparison.Between(baseline, current, row.Number("conf")).RelativeChange!;
                Assert.Equal((ratio.Value - 1, ratio.Lower - 1, ratio.Upper - 1, "koopman"), (relative.Value, relative.Lower, relative.Upper, relative.Method));
            }

            compared++;
        }

        Assert.True(compared >= 54);
    }

    [Fact]
    public void Ratios_of_proportions_agree_at_the_edges()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/score_ratio_edges.csv"))
        {
            foreach ((ProportionRatioMethod method, string name) in new[] { (ProportionRatioMethod.Koopman, "koopman"), (ProportionRatioMethod.MiettinenNurminen, "mn") })
            {
                RatioInterval ratio = Ratio.Of(
                    new ProportionTally(row.Whole("x0"), row.Whole("n0")), new ProportionTally(row.Whole("x1"), row.Whole("n1")), row.Number("conf"), method);
                double? upper = row.NumberOrNull($"{name}_hi");
                Close.Relative(row.Number($"{name}_lo"), upper is null ? ratio.Upper : ratio.Lower, 1e-11, $"{row} {name} lower");
                if (upper is { } end)
                {
                    Close.Relative(end, ratio.Upper, 1e-11, $"{row} {name} upper");
                }
                else
                {
                    Assert.Equal((IntervalShape.Complement, null, null), (ratio.Shape, ratio.Value, ratio.Lower));
                }
            }
        }
    }

    [Fact]
    public void All_or_none_on_both_sides_still_has_a_set()
    {
        // 1/(1 + z²/n₁) and 1 + z²/n₀, z² = 3.84145882069412596.
        RatioInterval all = Ratio.Of(new ProportionTally(12, 12), new ProportionTally(10, 10));
        Close.Relative(1 / 1.384145882069412596, all.Lower, 1e-14);
        Close.Relative(1.320121568391177163, all.Upper, 1e-14);
        foreach (ProportionRatioMethod method in Enum.GetValues<ProportionRatioMethod>())
        {
            Assert.Equal(IntervalShape.WholeLine, Ratio.Of(new ProportionTally(0, 12), new ProportionTally(0, 10), method: method).Shape);
            Assert.Equal(IntervalShape.WholeLine, Ratio.Of(ProportionTally.Empty, new ProportionTally(3, 10), method: method).Shape);
            Assert.Equal(IntervalShape.WholeLine, Ratio.Of(new ProportionTally(3, 10), ProportionTally.Empty, method: method).Shape);
        }
    }

    [Fact]
    public void Turning_the_sides_inverts_the_ratio_and_narrower_lies_inside() => Law.Holds(Proportions, Proportions, (baseline, current) =>
    {
        foreach (ProportionRatioMethod method in Enum.GetValues<ProportionRatioMethod>())
        {
            RatioInterval there = Ratio.Of(baseline, current, 0.95, method);
            RatioInterval back = Ratio.Of(current, baseline, 0.95, method);
            RatioInterval narrow = Ratio.Of(baseline, current, 0.8, method);
            if (there is { Shape: IntervalShape.Bounded, Lower: > 0 })
            {
                Close.Relative(1 / there.Lower.Value, back.Upper, 1e-10);
                Close.Relative(1 / there.Upper!.Value, back.Lower, 1e-10);
                Assert.True(there.Lower <= there.Value * (1 + 1e-12) && there.Value * (1 - 1e-12) <= there.Upper);
                Assert.True(there.Lower <= narrow.Lower * (1 + 1e-12) && narrow.Upper <= there.Upper * (1 + 1e-12));
            }

            Assert.Equal(baseline.Successes == 0, there.Value is null);
        }
    });

    [Fact]
    public void Turning_the_sides_of_means_inverts_their_ratio_and_scaling_leaves_it() => Law.Holds(Positive, Positive, (baseline, current) =>
    {
        static MeanTally Scaled(MeanTally tally) => new(tally.Count, tally.Mean * 8, tally.SumOfSquaredDeviations * 64);
        RatioInterval there = Ratio.Of(baseline, current);
        RatioInterval back = Ratio.Of(current, baseline);
        Close.Relative(1 / there.Lower!.Value, back.Upper, 1e-11);
        Close.Relative(1 / there.Upper!.Value, back.Lower, 1e-11);
        Comparison one = Comparison.Between(baseline, current);
        Comparison eight = Comparison.Between(Scaled(baseline), Scaled(current));
        Assert.Equal(one.RelativeChange, eight.RelativeChange);
        Assert.Equal(one.Change.Lower * 8, eight.Change.Lower);
        Assert.Equal(-one.Change.Value, Comparison.Between(current, baseline).Change.Value);
        // Fieller excludes 1 exactly when Welch's test does.
        if (Math.Abs(one.PValue!.Value - 0.05) > 1e-9)
        {
            Assert.Equal(one.PValue < 0.05, !Ratio.Of(baseline, current, method: RatioMethod.Fieller).Contains(1));
        }

        Assert.Equal(Comparison.Between(baseline, baseline).RelativeChange is null ? null : 0.0, Comparison.Between(baseline, baseline).RelativeChange?.Value);
    });

    [Fact]
    public void Where_a_percentage_would_say_nothing_there_is_none()
    {
        MeanTally now = MeanTally.Of([5, 6, 7]);
        (MeanTally Baseline, string Reason)[] all =
        [
            (MeanTally.Empty, "a side has no data"),
            (MeanTally.Of([-1, 0, 1]), "the baseline is 0, and nothing is a percentage of 0"),
            (MeanTally.Of([-5, -6, -7]), "the baseline is below 0, where a percentage would turn its sign"),
            (MeanTally.Of([0, 0, 3]), "an interval of the baseline covers 0, and a percentage of it would say nothing"),
            (MeanTally.Of([4]), "there is no error to go by"),
        ];
        foreach ((MeanTally baseline, string reason) in all)
        {
            Comparison comparison = Comparison.Between(baseline, now);
            Assert.Null(comparison.RelativeChange);
            Assert.Equal(reason, comparison.NoRelativeChange);
        }

        // Three standard errors above 0, but beside two scattered observations there is one degree of freedom.
        Comparison scattered = Comparison.Between(new MeanTally(100, 3, 9900), new MeanTally(2, -5, 5000));
        Assert.NotNull(scattered.PValue);
        Assert.Null(scattered.RelativeChange);
        Comparison zero = Comparison.Between(new ProportionTally(0, 20), new ProportionTally(5, 20));
        Assert.Null(zero.RelativeChange);
        Assert.Equal("the baseline is 0, and nothing is a percentage of 0", zero.NoRelativeChange);
        Assert.Equal("a side has no data", Comparison.Between(ProportionTally.Empty, new ProportionTally(5, 20)).NoRelativeChange);
        Comparison none = Comparison.Between(new ProportionTally(5, 20), new ProportionTally(0, 20));
        Assert.Equal((-1.0, -1.0), (none.RelativeChange!.Value, none.RelativeChange.Lower));
    }

    [Fact]
    public void A_fall_to_below_0_is_measured_without_a_log()
    {
        Comparison comparison = Comparison.Between(MeanTally.Of([10, 12, 11, 13]), MeanTally.Of([-2, -1, 0, 1]));
        Assert.Equal("fieller", comparison.RelativeChange!.Method);
        Close.Near(-0.5 / 11.5 - 1, comparison.RelativeChange.Value, 1e-14);
        Assert.Equal(Ratio.Of(MeanTally.Of([10, 12, 11, 13]), MeanTally.Of([-2, -1, 0, 1]), method: RatioMethod.Fieller).Lower - 1, comparison.RelativeChange.Lower);
        Assert.Equal(IntervalShape.WholeLine, Ratio.Of(MeanTally.Of([10, 12]), MeanTally.Of([-2, -1])).Shape);
        Assert.Equal(IntervalShape.WholeLine, Ratio.Of(MeanTally.Of([10]), MeanTally.Of([2])).Shape);
        Assert.Equal(0.2, Ratio.Of(MeanTally.Of([10]), MeanTally.Of([2])).Value);
    }
}
