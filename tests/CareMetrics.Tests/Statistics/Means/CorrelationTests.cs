using System.Text.Json;
using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class CorrelationTests
{
    private static readonly Gen<(double First, double Second)[]> Pairs =
        Gen.Choose(-1000, 1000).Two().Select(p => (p.Item1 / 7.0, (p.Item1 + 2 * p.Item2) / 11.0)).ArrayOf();

    [Fact]
    public void Correlations_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/correlation.csv"))
        {
            double[] first = JsonSerializer.Deserialize<double[]>(row["first"])!;
            double[] second = JsonSerializer.Deserialize<double[]>(row["second"])!;
            Estimate r = Correlation.Estimate(CorrelationTally.Of(first.Zip(second)), row.Number("conf"));
            Close.Near(row.Number("r"), r.Value, 1e-12, $"{row} r");
            Close.Near(row.Number("lower"), r.Lower, 1e-12, $"{row} lower");
            Close.Near(row.Number("upper"), r.Upper, 1e-12, $"{row} upper");
        }
    }

    [Fact]
    public void Merging_in_any_order_agrees_to_thirteen_digits() => Law.Holds(Pairs, Pairs, Pairs, (a, b, c) =>
    {
        var whole = CorrelationTally.Of([.. a, .. b, .. c]);
        CorrelationTally parts = CorrelationTally.Of(c) + (CorrelationTally.Of(a) + CorrelationTally.Of(b));
        Assert.Equal(whole.Count, parts.Count);
        Assert.Equal(whole.MeanFirst ?? 0, parts.MeanFirst ?? 0, 1e-11);
        Close.Relative(whole.SumOfSquaredDeviationsFirst, parts.SumOfSquaredDeviationsFirst, 1e-13 * Math.Max(1, whole.Count));
        Close.Relative(whole.SumOfSquaredDeviationsSecond, parts.SumOfSquaredDeviationsSecond, 1e-13 * Math.Max(1, whole.Count));
        Assert.Equal(whole.SumOfDeviationProducts, parts.SumOfDeviationProducts, 1e-12 * Math.Max(1, Math.Sqrt(whole.SumOfSquaredDeviationsFirst * whole.SumOfSquaredDeviationsSecond)));
        CorrelationTally single = a.Concat(b).Concat(c).Aggregate(CorrelationTally.Empty, (sum, pair) => sum.Add(pair.First, pair.Second));
        Close.Relative(whole.SumOfSquaredDeviationsFirst, single.SumOfSquaredDeviationsFirst, 1e-13 * Math.Max(1, whole.Count));
    });

    [Fact]
    public void Correlation_stays_inside_one_and_its_interval_holds_it() => Law.Holds(Pairs, pairs =>
    {
        Estimate r = Correlation.Estimate(CorrelationTally.Of(pairs));
        Assert.InRange(r.Value ?? 0, -1, 1);
        if (r.Lower is { } lower)
        {
            Assert.InRange(r.Value!.Value, lower, r.Upper!.Value);
            Assert.InRange(lower, -1, 1);
        }
    });

    [Fact]
    public void Too_few_pairs_or_none_that_vary_say_so_by_null()
    {
        Assert.Null(Correlation.Estimate(default).Value);
        Assert.Null(Correlation.Estimate(CorrelationTally.Of([(1, 2)])).Value);
        Assert.Null(Correlation.Estimate(CorrelationTally.Of([(1, 2), (1, 3), (1, 4), (1, 5)])).Value);
        Estimate three = Correlation.Estimate(CorrelationTally.Of([(1, 2), (2, 3), (3, 5)]));
        Assert.NotNull(three.Value);
        Assert.Null(three.Lower);
        Estimate line = Correlation.Estimate(CorrelationTally.Of([(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]));
        Assert.Equal(1, line.Value);
        Assert.Null(line.Lower);
        Estimate falling = Correlation.Estimate(CorrelationTally.Of([(1, 5), (2, 4), (3, 3), (4, 2), (5, 1)]));
        Assert.Equal(-1, falling.Value);
        Assert.Null(falling.Lower);
    }

    [Fact]
    public void Sizes_do_not_matter_and_texts_say_how_many()
    {
        Estimate plain = Correlation.Estimate(CorrelationTally.Of([(1, 2), (2, 1), (3, 5), (4, 4), (5, 9)]));
        foreach (double size in new[] { 1e-90, 1e90 })
        {
            Estimate scaled = Correlation.Estimate(CorrelationTally.Of([(size, 2 * size), (2 * size, size), (3 * size, 5 * size), (4 * size, 4 * size), (5 * size, 9 * size)]));
            Close.Relative(plain.Value!.Value, scaled.Value, 1e-13, size);
        }

        CorrelationTally pairs = CorrelationTally.Of([(1, 2), (2, 1), (4, 5)]);
        Assert.Equal("3 pairs, means 2.33 and 2.67", pairs.ToString());
        Assert.Equal("0 pairs", CorrelationTally.Empty.ToString());
        CorrelationTally far = CorrelationTally.Of([(1e200, -1e200)]);
        Assert.Equal((far, far), (far + CorrelationTally.Empty, CorrelationTally.Empty + far));
        Assert.Equal((pairs, pairs), (pairs + CorrelationTally.Empty, CorrelationTally.Empty + pairs));
        Assert.StartsWith("level is 95;", Assert.Throws<ArgumentOutOfRangeException>(() => Correlation.Estimate(default, 95)).Message);
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_named() => Assert.StartsWith(
        "pairs[1] is NaN; an observation is a finite number",
        Assert.Throws<ArgumentOutOfRangeException>(() => CorrelationTally.Of([(1, 1), (2, double.NaN)])).Message);

    [Fact]
    public void Moments_that_no_pairs_have_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new CorrelationTally(3, 0, 0, 1, 1, 2));
        Assert.Throws<ArgumentException>(() => new CorrelationTally(1, 0, 0, 1, 1, 1));
        Assert.Throws<ArgumentException>(() => new CorrelationTally(1, 0, 0, 1, 0, 0));
        Assert.Throws<ArgumentException>(() => new CorrelationTally(1, 0, 0, 0, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("meanFirst", () => new CorrelationTally(0, 1, null, 0, 0, 0));
        Assert.Throws<ArgumentNullException>("meanSecond", () => new CorrelationTally(2, 1, null, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CorrelationTally(3, 0, 0, -1, 1, 0));
    }
}
