using System.Globalization;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

public class ComparisonTests
{
    [Fact]
    public void Verdicts_are_decided_in_their_order()
    {
        Comparison up = Comparison.Between(new ProportionTally(400, 1000), new ProportionTally(460, 1000));
        Assert.Equal(Verdict.Improved, up.Judge(Better.Higher).Verdict);
        Assert.Equal(Verdict.Worsened, up.Judge(Better.Lower).Verdict);
        Assert.Equal(Verdict.Changed, up.Judge(Better.Neither).Verdict);
        Assert.Equal(Verdict.Inconclusive, up.Judge(Better.Higher, adjustedPValue: 0.06).Verdict);
        Assert.True(up.Judge(Better.Higher, adjustedPValue: 0.06).IsAdjusted);
        Assert.NotNull(up.Judge(Better.Higher, adjustedPValue: 0.06).DetectableChange);
        Assert.Null(up.Judge(Better.Higher).DetectableChange);

        // Significant and yet too small to matter: the margin comes first.
        Assert.Equal(Verdict.Equivalent, up.Judge(Better.Higher, margin: 0.1).Verdict);
        Assert.Equal(Verdict.Improved, up.Judge(Better.Higher, margin: 0.05).Verdict);

        Comparison provisional = up with { Provisional = "the period ends 2026-03-31" };
        Assert.Equal(Verdict.Provisional, provisional.Judge(Better.Higher, margin: 0.1).Verdict);
        Assert.Equal("the period ends 2026-03-31", provisional.Judge(Better.Higher).Reason);

        Comparison neither = provisional with { NotComparable = new NotComparable { Reason = NotComparableReason.DifferentDefinition, Detail = "scales differ" } };
        Assert.Equal(Verdict.NotComparable, neither.Judge(Better.Higher).Verdict);
        Assert.Equal("not comparable: scales differ", neither.Judge(Better.Higher).ToString());
    }

    [Fact]
    public void Equivalent_is_two_one_sided_tests_at_the_level()
    {
        Comparison comparison = Comparison.Between(new ProportionTally(500, 1000), new ProportionTally(505, 1000));
        Comparison ninety = Comparison.Between(new ProportionTally(500, 1000), new ProportionTally(505, 1000), 0.9);
        Close.Relative(ninety.Change.Lower!.Value, comparison.EquivalenceChange.Lower!.Value, 1e-12, "lower");
        Close.Relative(ninety.Change.Upper!.Value, comparison.EquivalenceChange.Upper!.Value, 1e-12, "upper");
    }

    [Fact]
    public void An_empty_side_is_not_comparable_and_has_no_fabricated_zero()
    {
        Comparison comparison = Comparison.Between(ProportionTally.Empty, new ProportionTally(3, 7));
        Assert.Equal(NotComparableReason.TooFew, comparison.NotComparable!.Reason);
        Assert.Equal("the baseline has no data", comparison.NotComparable.Detail);
        Assert.Null(comparison.Change.Value);
        Assert.Null(comparison.PValue);
        Assert.Equal("the current side has no data", Comparison.Between(new ProportionTally(3, 7), default).NotComparable!.Detail);
        Assert.Equal("neither side has data", Comparison.Between<ProportionTally>(default, default).NotComparable!.Detail);
        Assert.Equal("a side has too little data for an interval",
            Comparison.Between(MeanTally.Of([1.0]), MeanTally.Of([1.0, 2.0])).NotComparable!.Detail);
    }

    [Fact]
    public void The_verdict_flips_with_the_direction() => Law.Holds(Any.Proportion, Any.Proportion, (baseline, current) =>
    {
        Comparison comparison = Comparison.Between(baseline, current);
        Verdict higher = comparison.Judge(Better.Higher).Verdict;
        Verdict lower = comparison.Judge(Better.Lower).Verdict;
        Assert.Equal(higher, lower switch { Verdict.Improved => Verdict.Worsened, Verdict.Worsened => Verdict.Improved, _ => lower });
    });

    [Fact]
    public void A_callers_own_metric_is_compared_in_the_same_way()
    {
        Comparison own = Comparison.Between(new OwnTally(new ProportionTally(400, 1000)), new OwnTally(new ProportionTally(460, 1000)));
        Comparison built = Comparison.Between(new ProportionTally(400, 1000), new ProportionTally(460, 1000));
        Assert.Equal(built.Change, own.Change);
        Close.Relative(built.PValue!.Value, own.PValue!.Value, 1e-9, "the default p-value inverts the interval");
        Assert.Equal("this metric has no relative change", own.NoRelativeChange);
        Assert.Null(own.DetectableChange);
    }

    [Fact]
    public void Arguments_out_of_range_are_errors()
    {
        Comparison comparison = Comparison.Between(new ProportionTally(400, 1000), new ProportionTally(460, 1000));
        Assert.Equal("margin is -1; a practical margin is a finite number above 0, in the unit of the change (Parameter 'margin')",
            Assert.Throws<ArgumentOutOfRangeException>(() => comparison.Judge(Better.Higher, -1)).Message);
        Assert.Equal("adjustedPValue is 1.5; a p-value lies from 0 to 1 (Parameter 'adjustedPValue')",
            Assert.Throws<ArgumentOutOfRangeException>(() => comparison.Judge(Better.Higher, adjustedPValue: 1.5)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => Comparison.Between(new ProportionTally(1, 2), default, 0));
        Assert.Equal("Value is NaN; it must be a finite number, or null where there is none (Parameter 'Value')",
            Assert.Throws<ArgumentOutOfRangeException>(() => comparison.Change with { Value = double.NaN }).Message);
    }

    [Fact]
    public void Without_an_interval_nothing_is_concluded_whatever_a_metric_says()
    {
        Comparison loose = Comparison.Between(default(LooseTally), default);
        Assert.Equal("a side has too little data for an interval", loose.NotComparable!.Detail);
        Assert.Null(loose.PValue);
        Assert.Null(loose.RelativeChange);
        Assert.Null(loose.DetectableChange);
        Assert.StartsWith("level is 95;", Assert.Throws<ArgumentOutOfRangeException>(() => Comparison.Between(default(LooseTally), default, 95)).Message);
        Assert.Equal("a side has too little data for an interval", Comparison.Between(MeanTally.Of([1.0, 1.0]), MeanTally.Of([2.0])).NotComparable!.Detail);
    }

    [Fact]
    public void A_change_that_just_reaches_the_margin_is_not_inside_it()
    {
        Comparison same = Comparison.Between(new ProportionTally(500, 1000), new ProportionTally(505, 1000));
        Verdict Of(double lower, double upper) =>
            (same with { EquivalenceChange = same.EquivalenceChange with { Lower = lower, Upper = upper } }).Judge(Better.Higher, margin: 0.1).Verdict;
        Assert.Equal(Verdict.Equivalent, Of(-0.09, 0.09));
        Assert.Equal(Verdict.Inconclusive, Of(-0.1, 0.09));
        Assert.Equal(Verdict.Inconclusive, Of(-0.09, 0.1));
    }

    [Fact]
    public void A_comparison_and_its_judgement_say_what_they_found()
    {
        Comparison up = Comparison.Between(new ProportionTally(400, 1000), new ProportionTally(460, 1000));
        Assert.StartsWith("change 6.0% (95% CI ", up.ToString());
        Assert.EndsWith(", p = 0.0067", up.ToString());
        Assert.Equal("not comparable: neither side has data", Comparison.Between<ProportionTally>(default, default).ToString());
        Assert.Equal("improved", up.Judge(Better.Higher).ToString());
        Assert.Equal("not comparable: neither side has data", Comparison.Between<ProportionTally>(default, default).Judge(Better.Higher).ToString());
        Assert.Equal("provisional: the month is not over", (up with { Provisional = "the month is not over" }).Judge(Better.Higher).ToString());
        Assert.StartsWith("better is 7; allowed are",
            Assert.Throws<ArgumentOutOfRangeException>(() => up.Judge((Better)7)).Message);
        // At a p-value of exactly 1 − level nothing is shown yet.
        Assert.Equal(Verdict.Inconclusive, Comparison.Between(new ProportionTally(400, 1000), new ProportionTally(460, 1000), 0.75).Judge(Better.Higher, adjustedPValue: 0.25).Verdict);
    }

    [Fact]
    public void An_estimate_is_written_by_its_unit_its_ends_and_the_culture_asked_for()
    {
        Estimate minutes = new() { Value = 1234.5, Lower = -0.25, Upper = 4321.125, Level = 0.9, Method = "own", Count = 12345, Unit = "minutes" };
        Assert.Equal("1,234.50 minutes (90% CI -0.25 to 4,321.13, n = 12,345)", minutes.ToString());
        Assert.Equal("1,234.5 minutes (90% CI -0.3 to 4,321.1, n = 12,345)", minutes.ToString("F1", null));
        Assert.Equal("1.234,50 minutes (90% CI -0,25 to 4.321,13, n = 12.345)", minutes.ToString(null, CultureInfo.GetCultureInfo("de-DE")));
        Assert.Equal("1,234.50 minutes (n = 12,345)", (minutes with { Lower = null, Upper = null }).ToString());
        Assert.Equal("1,234.50 minutes (90% CI – to 4,321.13, n = 12,345)", (minutes with { Lower = null }).ToString());
        Assert.Equal("1,234.50 minutes (90% CI -0.25 to –, n = 12,345)", (minutes with { Upper = null }).ToString());
        Assert.StartsWith("Level is 95;", Assert.Throws<ArgumentOutOfRangeException>(() => minutes with { Level = 95 }).Message);
        Estimate points = minutes with { Unit = Units.Points };
        Assert.StartsWith("1,235 ", points.ToString());
        Assert.StartsWith("1,234.50 ", points.ToString("F2", null));
        Estimate rate = minutes with { Value = 0.012345, Lower = 0, Unit = Units.Rate };
        Assert.StartsWith("0.0123 ", rate.ToString());
        Assert.StartsWith("0.01 ", rate.ToString("F2", null));
        Assert.Contains("CI 0 to 4,321", rate.ToString());
        Assert.StartsWith("1.23E-20 ", (rate with { Value = 1.234e-20 }).ToString());
        Assert.StartsWith("1,23E-20 ", (rate with { Value = 1.234e-20 }).ToString(null, CultureInfo.GetCultureInfo("de-DE")));
        Assert.StartsWith("0.000000000000123 ", (rate with { Value = 1.23e-13 }).ToString());
        Assert.StartsWith("– ", (rate with { Value = null }).ToString());
        Assert.StartsWith("– (", (rate with { Value = null, Unit = Units.Fraction }).ToString());
        Assert.StartsWith("0.000000000000001 ", (minutes with { Value = 1e-15 }).ToString("F15", null));
        Assert.Equal("97,5%", Display.Level(0.975, CultureInfo.GetCultureInfo("de-DE")));
        Assert.Equal(["no p-value", "p < 0.0001", "p = 0.0001", "p = 0.0999", "p = 0.10"], new double?[] { null, 0.00009, 0.0001, 0.0999, 0.1 }.Select(Display.PValue));
        Assert.Equal("0", Display.Number(-0.4, 0, null));
    }

    [Fact]
    public void An_estimate_is_shown_as_a_person_reads_it()
    {
        Estimate rate = Proportion.Estimate(new ProportionTally(45, 100));
        Assert.Equal("45.0% (95% CI 35.6% to 54.8%, n = 100)", rate.ToString());
        Assert.Equal("45% (95% CI 36% to 55%, n = 100)", rate.ToString("F0", null));
        Assert.Equal("\"X\" is not a format; allowed are G and F0 to F15 (the number of decimals)",
            Assert.Throws<FormatException>(() => rate.ToString("X", null)).Message);
    }

    private readonly record struct LooseTally : IMetric<LooseTally>
    {
        public static Estimate Estimate(LooseTally tally, double level) => new() { Value = 1, Level = 0.95, Method = "loose", Count = 1, Unit = Units.Value };

        public static Estimate Change(LooseTally baseline, LooseTally current, double level) => Estimate(current, level);

        public static double? PValue(LooseTally baseline, LooseTally current) => 0.5;

        public static Estimate? RelativeChange(LooseTally baseline, LooseTally current, double level) => Estimate(current, level);

        public static double? DetectableChange(LooseTally baseline, LooseTally current, double power, double level) => 1;
    }

    private readonly record struct OwnTally(ProportionTally Data) : IMetric<OwnTally>
    {
        public static Estimate Estimate(OwnTally tally, double level) => Proportion.Estimate(tally.Data, level);

        public static Estimate Change(OwnTally baseline, OwnTally current, double level) => ProportionTally.Change(baseline.Data, current.Data, level);
    }
}
