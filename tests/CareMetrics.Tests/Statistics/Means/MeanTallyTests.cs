using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class MeanTallyTests
{
    private static readonly ILookup<(string, string), double> Inputs = ReferenceTable.Read("statistics/two_sample_inputs.csv")
        .ToLookup(row => (row["case"], row["group"]), row => row.Number("value"));

    [Fact]
    public void Welch_agrees_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/welch.csv"))
        {
            MeanTally baseline = MeanTally.Of(Inputs[(row["case"], "baseline")]);
            MeanTally current = MeanTally.Of(Inputs[(row["case"], "current")]);
            Assert.Equal(row.Whole("n_b"), baseline.Count);
            Close.Relative(row.Number("mean_c"), current.Mean, 1e-13, $"{row} mean");
            Close.Relative(row.Number("sd_b"), Math.Sqrt(baseline.Variance!.Value), 1e-12, $"{row} sd");
            Comparison comparison = Comparison.Between(baseline, current);
            // A mean of 1e9 is itself known to 1e-7 only; so is what is made of it.
            double tolerance = Math.Max(1e-11, 1e-16 * Math.Abs(current.Mean!.Value));
            Close.Near(row.Number("diff"), comparison.Change.Value!.Value, tolerance, $"{row} diff");
            Close.Near(row.Number("lo95"), comparison.Change.Lower!.Value, tolerance, $"{row} lower");
            Close.Near(row.Number("hi95"), comparison.Change.Upper!.Value, tolerance, $"{row} upper");
            Close.Relative(row.Number("p_two"), comparison.PValue!.Value, tolerance, $"{row} p");
            Estimate wide = Comparison.Between(baseline, current, 0.99).Change;
            Close.Near(row.Number("lo99"), wide.Lower!.Value, tolerance, $"{row} lower 99%");
            Close.Near(row.Number("hi99"), wide.Upper!.Value, tolerance, $"{row} upper 99%");
            Close.Near(row.Number("lo90"), comparison.EquivalenceChange.Lower!.Value, tolerance, $"{row} lower 90%");
            Close.Near(row.Number("hi90"), comparison.EquivalenceChange.Upper!.Value, tolerance, $"{row} upper 90%");
        }
    }

    [Fact]
    public void Merging_agrees_with_counting_at_once() => Law.Holds(Any.Mean, Any.Mean, Any.Mean, (a, b, c) =>
    {
        MeanTally left = a + b + c;
        MeanTally right = c + (b + a);
        Assert.Equal(left.Count, right.Count);
        Close.Near(left.Mean ?? 0, right.Mean ?? 0, 1e-12, "mean");
        Close.Near(left.SumOfSquaredDeviations, right.SumOfSquaredDeviations, 1e-12, "squares");
    });

    [Fact]
    public void Values_side_by_side_and_one_at_a_time_count_as_whole_numbers_do() => Law.Holds(
        Gen.Choose(-1000, 1000).Select(n => (long)n).ListOf(), Gen.Choose(0, 5000), Gen.Elements(0.0, 1e6, -1e9), (values, repeats, offset) =>
        {
            long[] eighths = [.. Enumerable.Repeat(values, 1 + repeats / (values.Count + 1)).SelectMany(all => all)];
            double[] many = [.. eighths.Select(value => offset + value / 8.0)];
            long sum = eighths.Sum();
            double mean = many.Length == 0 ? 0 : offset + sum / 8.0 / many.Length;
            double squares = many.Length == 0 ? 0 : (many.Length * eighths.Sum(value => value * value) - sum * sum) / 64.0 / many.Length;
            // A mean is rounded to the grain of its size, and each deviation from it with it.
            double grain = Math.BitIncrement(Math.Abs(mean)) - Math.Abs(mean);
            double size = squares + grain / 1e-12 * many.Sum(value => Math.Abs(value - mean));
            foreach (MeanTally tally in new[] { MeanTally.Of(many), MeanTally.Of(many.ToList()), MeanTally.Of(many.Select(value => value)) })
            {
                Assert.Equal(many.Length, tally.Count);
                Close.Near(mean, tally.Mean ?? 0, 1e-12, "mean");
                Close.Sized(squares, tally.SumOfSquaredDeviations, 1e-12, size, "squares");
            }
        });

    [Fact]
    public void Without_observations_there_is_no_mean()
    {
        Assert.Equal(MeanTally.Empty, new MeanTally(0, null, 0));
        Assert.Null(MeanTally.Empty.Mean);
        Assert.Equal("mean is 4; without observations there is none (Parameter 'mean')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new MeanTally(0, 4, 0)).Message);
        Assert.Equal("mean is null; the mean of 2 observations is a finite number (Parameter 'mean')",
            Assert.Throws<ArgumentNullException>(() => new MeanTally(2, null, 0)).Message);
        Assert.Throws<ArgumentOutOfRangeException>("mean", () => new MeanTally(2, double.NaN, 0));
    }

    [Fact]
    public void Equal_values_do_not_vary_however_many()
    {
        double[] same = [.. Enumerable.Repeat(0.1, 10_007)];
        Assert.Equal(new MeanTally(10_007, 0.1, 0), MeanTally.Of(same));
    }

    [Fact]
    public void A_value_that_is_none_is_named_with_its_place()
    {
        double[] values = new double[5000];
        values[4321] = double.NaN;
        Assert.StartsWith("values[4321] is NaN", Assert.Throws<ArgumentOutOfRangeException>(() => MeanTally.Of(values)).Message);
        values[4321] = double.NegativeInfinity;
        Assert.StartsWith("values[4321] is -", Assert.Throws<ArgumentOutOfRangeException>(() => MeanTally.Of(values)).Message);
        Assert.Throws<OverflowException>(() => MeanTally.Of([double.MaxValue, -double.MaxValue]));
        Assert.Throws<OverflowException>(() => MeanTally.Of(new List<double> { 1e200, 0 }));
    }

    [Fact]
    public void A_far_away_mean_does_not_cancel_the_variance()
    {
        MeanTally tally = MeanTally.Of([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
        Assert.Equal(30, tally.Variance);
    }

    [Fact]
    public void The_interval_of_a_mean_is_Students()
    {
        // Mean 3, variance 2.5 of five; t of .975 with 4 degrees of freedom is 2.7764451051977987 (R's qt).
        Estimate mean = MeanTally.Estimate(MeanTally.Of([1, 2, 3, 4, 5]), 0.95);
        Close.Relative(3 - 2.7764451051977987 * Math.Sqrt(0.5), mean.Lower, 1e-14);
        Close.Relative(3 + 2.7764451051977987 * Math.Sqrt(0.5), mean.Upper, 1e-14);
        Assert.Null(MeanTally.Of([7.0]).Variance);
        Assert.Null(MeanTally.Empty.Variance);
        Assert.Equal("mean 3.00 of 5", MeanTally.Of([1.0, 2, 3, 4, 5]).ToString());
    }

    [Fact]
    public void Squares_that_no_observations_have_are_errors()
    {
        Assert.Throws<ArgumentOutOfRangeException>("sumOfSquaredDeviations", () => new MeanTally(1, 4, 1));
        Assert.Throws<ArgumentOutOfRangeException>("sumOfSquaredDeviations", () => new MeanTally(2, 4, -1));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => MeanTally.Empty.Add(double.NaN));
    }

    [Fact]
    public void An_empty_side_leaves_the_other_as_it_is()
    {
        MeanTally some = MeanTally.Of([1e9 + 4, 1e9 + 7]);
        Assert.Equal((some, some), (some + MeanTally.Empty, MeanTally.Empty + some));
        MeanTally far = MeanTally.Of([1e200]);
        Assert.Equal((far, far), (far + MeanTally.Empty, MeanTally.Empty + far));
    }

    [Fact]
    public void Values_that_differ_in_their_last_place_keep_their_variance()
    {
        // A quarter of 2000 values one place up: 2000·¼·¾ squares of that place.
        double place = Math.BitIncrement(1e9) - 1e9;
        double[] values = [.. Enumerable.Range(0, 2000).Select(i => i % 4 == 3 ? 1e9 + place : 1e9)];
        Close.Relative(375 * place * place, MeanTally.Of(values).SumOfSquaredDeviations, 1e-12);
    }

    [Fact]
    public void A_block_that_begins_far_out_keeps_its_digits()
    {
        // By exact fractions.
        double[] values = [.. Enumerable.Range(0, 2048).Select(i => i == 0 ? 1_000_000.1 : i * 7919 % 1000 / 1000.0)];
        MeanTally tally = MeanTally.Of(values);
        Close.Relative(488.78063085937498863, tally.Mean, 1e-15);
        Close.Relative(999510920158.76233839, tally.SumOfSquaredDeviations, 1e-14);
    }

    [Fact]
    public void Too_little_data_has_no_interval_and_no_p_value()
    {
        Assert.Null(MeanTally.Estimate(MeanTally.Empty, 0.95).Value);
        Estimate one = MeanTally.Estimate(MeanTally.Of([3.5]), 0.95);
        Assert.Equal(3.5, one.Value);
        Assert.Null(one.Lower);
        Assert.Null(MeanTally.Estimate(MeanTally.Of([5.0, 5.0, 5.0]), 0.95).Lower);
        Comparison still = Comparison.Between(MeanTally.Of([1.0, 1.0]), MeanTally.Of([2.0, 2.0]));
        Assert.Null(still.PValue);
        Assert.Equal("neither side varies, so there is no error to go by", still.NotComparable!.Detail);
        Assert.Equal("values[1] is NaN; an observation is a finite number (Parameter 'values')",
            Assert.Throws<ArgumentOutOfRangeException>(() => MeanTally.Of([1, double.NaN])).Message);
    }
}
