using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class RatioTallyTests
{
    private static readonly Gen<RatioTally> Any =
        from units in (
            from numerator in Gen.Choose(0, 4000).Select(n => n / 8.0)
            from denominator in Gen.Choose(1, 200).Select(n => n / 4.0)
            select (numerator, denominator)).ListOf()
        select RatioTally.Of(units);

    [Fact]
    public void Ratios_of_sums_agree_with_the_reference()
    {
        foreach (IGrouping<string, ReferenceRow> set in ReferenceTable.Read("statistics/ratio_of_sums.csv").GroupBy(row => row["case"]))
        {
            ILookup<string, (double, double)> units = set.ToLookup(row => row["side"], row => (row.Number("numerator"), row.Number("denominator")));
            ReferenceRow values = set.First();
            (RatioTally baseline, RatioTally current) = (RatioTally.Of(units["baseline"]), RatioTally.Of(units["current"]));
            Comparison comparison = Comparison.Between(baseline, current);
            Close.Near(values.Number("ratio"), comparison.Current.Value, 1e-13, $"{set.Key} ratio");
            Close.Near(values.Number("lo95"), comparison.Current.Lower, 1e-12, $"{set.Key} lower");
            Close.Near(values.Number("hi95"), comparison.Current.Upper, 1e-12, $"{set.Key} upper");
            Close.Near(values.Number("diff_lo95"), comparison.Change.Lower, 1e-12, $"{set.Key} difference lower");
            Close.Near(values.Number("diff_hi95"), comparison.Change.Upper, 1e-12, $"{set.Key} difference upper");
            Close.Relative(values.Number("p"), comparison.PValue, 1e-10, $"{set.Key} p");
            Close.Near(values.Number("rel_lo95"), comparison.RelativeChange!.Lower, 1e-12, $"{set.Key} relative lower");
            Close.Near(values.Number("rel_hi95"), comparison.RelativeChange.Upper, 1e-12, $"{set.Key} relative upper");
            RatioInterval fieller = Ratio.OfSums(current);
            Close.Near(values.Number("fieller_lo95"), fieller.Lower, 1e-11, $"{set.Key} fieller lower");
            Close.Near(values.Number("fieller_hi95"), fieller.Upper, 1e-11, $"{set.Key} fieller upper");
        }
    }

    [Fact]
    public void Merging_agrees_with_counting_at_once() => Law.Holds(Any, Any, Any, (a, b, c) =>
    {
        RatioTally left = a + b + c;
        RatioTally right = c + (b + a);
        Assert.Equal(left.Units.Count, right.Units.Count);
        Close.Near(left.Value ?? 0, right.Value ?? 0, 1e-13);
        Close.Near(RatioTally.Estimate(left, 0.95).Lower ?? 0, RatioTally.Estimate(right, 0.95).Lower ?? 0, 1e-11);
        Assert.Equal(a.Add(3, 2), a + RatioTally.Of([(3, 2)]));
    });

    [Fact]
    public void Denominators_of_1_make_it_a_mean() => Law.Holds(Gen.Choose(-800, 800).Select(n => n / 8.0).ListOf(), Gen.Choose(-800, 800).Select(n => n / 8.0).ListOf(), (one, other) =>
    {
        Comparison ratio = Comparison.Between(RatioTally.Of(one.Select(x => (x, 1.0))), RatioTally.Of(other.Select(x => (x, 1.0))));
        Comparison mean = Comparison.Between(MeanTally.Of(one), MeanTally.Of(other));
        Close.Near(mean.Change.Value ?? 0, ratio.Change.Value ?? 0, 1e-12);
        Close.Near(mean.Change.Lower ?? 0, ratio.Change.Lower ?? 0, 1e-11);
        Assert.Equal(mean.PValue ?? 2, ratio.PValue ?? 2, 1e-11);
        // A baseline of exactly 0 may come out a rounding off it, on either way: of no relative change the one reason or the other.
        bool isZero = Math.Abs(MeanTally.Of(one).Mean ?? 1) < 1e-12;
        Assert.Equal(mean.NoRelativeChange is null, ratio.NoRelativeChange is null);
        Assert.True(isZero || mean.NoRelativeChange == ratio.NoRelativeChange, $"{mean.NoRelativeChange} and {ratio.NoRelativeChange}");
    });

    [Fact]
    public void Swapping_negates_and_a_series_against_itself_is_never_better_or_worse() => Law.Holds(Any, Any, (baseline, current) =>
    {
        Comparison there = Comparison.Between(baseline, current);
        Comparison back = Comparison.Between(current, baseline);
        Assert.Equal(-there.Change.Value, back.Change.Value);
        Assert.Equal(-there.Change.Lower, back.Change.Upper);
        Assert.Equal(there.PValue, back.PValue);
        Comparison same = Comparison.Between(baseline, baseline);
        Assert.Contains(same.Judge(Better.Higher).Verdict, new[] { Verdict.Inconclusive, Verdict.NotComparable });
    });

    [Fact]
    public void Without_an_error_to_go_by_there_is_no_interval()
    {
        Assert.Null(RatioTally.Estimate(RatioTally.Empty, 0.95).Value);
        Assert.Equal(4, RatioTally.Estimate(RatioTally.Of([(8, 2)]), 0.95).Value);
        Assert.Null(RatioTally.Estimate(RatioTally.Of([(8, 2)]), 0.95).Lower);
        // All units have one ratio, up to its rounding.
        Assert.Null(RatioTally.Estimate(RatioTally.Of([(0.3, 0.1), (0.6, 0.2), (2.1, 0.7)]), 0.95).Lower);
        Assert.All(Enumerable.Range(1, 40), ratio => Assert.Null(
            RatioTally.Estimate(RatioTally.Of(Enumerable.Range(1, 9).Select(i => (i * 0.1e6 * ratio / 7, i * 0.1e6))), 0.95).Lower));
        Assert.Null(RatioTally.Of([(8, 2), (3, -2)]).Value);
        // Two standard errors above 0, no more.
        Assert.Null(RatioTally.Estimate(RatioTally.Of([(8, 1), (5, 3)]), 0.95).Lower);
        // An error past the largest double.
        Assert.Null(RatioTally.Estimate(RatioTally.Of([(1e100, 1e-60), (-1e100, 1e-60)]), 0.95).Lower);
        // A denominator that may be 0: the first order does not do, Fieller says how little is known.
        RatioTally loose = RatioTally.Of([(8, 2), (3, -1), (5, 0.5)]);
        Assert.NotNull(loose.Value);
        Assert.Null(RatioTally.Estimate(loose, 0.95).Lower);
        Assert.NotEqual(IntervalShape.Bounded, Ratio.OfSums(loose).Shape);
        Assert.Equal("a side has too little data for an interval", Comparison.Between(RatioTally.Of([(8, 2)]), loose).NotComparable!.Detail);
        Assert.Equal(IntervalShape.WholeLine, Ratio.OfSums(RatioTally.Of([(8, 2)])).Shape);
        Assert.Equal(IntervalShape.WholeLine, Ratio.OfSums(RatioTally.Of([(8, 0), (3, 0)])).Shape);
        Assert.Equal(IntervalShape.WholeLine, Ratio.Of(MeanTally.Of([0, 0]), MeanTally.Of([1, 2]), method: RatioMethod.Fieller).Shape);
        // A denominator that never varies: 2 ± t of one degree of freedom, over 2.
        RatioInterval even = Ratio.OfSums(RatioTally.Of([(1, 2), (3, 2)]));
        Close.Relative(1 - 12.706204736174705 / 2, even.Lower, 1e-12);
        Close.Relative(1 + 12.706204736174705 / 2, even.Upper, 1e-12);
        Assert.Equal("– of the sums of 0 units", RatioTally.Empty.ToString());
        Assert.Equal("4.10 of the sums of 3 units", RatioTally.Of([(8, 2), (3, 1), (9.4, 1.975609756097561)]).ToString());
        Assert.Equal("units[1] is NaN; an observation is a finite number (Parameter 'units')",
            Assert.Throws<ArgumentOutOfRangeException>(() => RatioTally.Of([(1, 1), (double.NaN, 1)])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => RatioTally.Empty.Add(1, double.NaN));
    }
}
