using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class ProportionTests
{
    [Fact]
    public void Intervals_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/binomial_intervals.csv"))
        {
            ProportionMethod? method = row["method"] switch
            {
                "wilson" => ProportionMethod.Wilson,
                "clopper_pearson" => ProportionMethod.ClopperPearson,
                "jeffreys_bcd" => ProportionMethod.Jeffreys,
                _ => null,
            };
            if (method is null)
            {
                continue;
            }

            Estimate estimate = Proportion.Estimate(
                new ProportionTally(row.Whole("x"), row.Whole("n")), row.Number("conf"), method.Value);
            Close.Near(row.Number("estimate"), estimate.Value!.Value, 1e-12, $"{row} estimate");
            Close.Relative(row.Number("lower"), estimate.Lower!.Value, 1e-12, $"{row} lower");
            Close.Relative(row.Number("upper"), estimate.Upper!.Value, 1e-12, $"{row} upper");
        }
    }

    [Fact]
    public void Newcombe_differences_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/proportion_difference.csv"))
        {
            var baseline = new ProportionTally(row.Whole("x_base"), row.Whole("n_base"));
            var current = new ProportionTally(row.Whole("x_cur"), row.Whole("n_cur"));
            Comparison comparison = Comparison.Between(baseline, current);
            Close.Near(row.Number("diff"), comparison.Change.Value!.Value, 1e-12, $"{row} difference");
            Close.Near(row.Number("newcombe_lo95"), comparison.Change.Lower!.Value, 1e-12, $"{row} lower");
            Close.Near(row.Number("newcombe_hi95"), comparison.Change.Upper!.Value, 1e-12, $"{row} upper");
            Close.Near(row.Number("newcombe_lo90"), comparison.EquivalenceChange.Lower!.Value, 1e-12, $"{row} lower 90%");
            Close.Near(row.Number("newcombe_hi90"), comparison.EquivalenceChange.Upper!.Value, 1e-12, $"{row} upper 90%");
        }
    }

    [Fact]
    public void Intervals_lie_inside_0_and_1_and_around_the_proportion() => Law.Holds(Any.Proportion.Where(tally => tally.Trials > 0), Any.Level, (tally, level) =>
    {
        foreach (ProportionMethod method in Enum.GetValues<ProportionMethod>())
        {
            Estimate estimate = Proportion.Estimate(tally, level, method);
            Assert.InRange(estimate.Lower!.Value, 0, estimate.Value!.Value);
            Assert.InRange(estimate.Upper!.Value, estimate.Value!.Value, 1);
            Assert.Equal(tally.Successes == 0, estimate.Lower == 0);
            Assert.Equal(tally.Successes == tally.Trials, estimate.Upper == 1);
        }
    });

    [Fact]
    public void Swapping_success_and_failure_mirrors_the_interval() => Law.Holds(Any.Proportion.Where(tally => tally.Trials > 0), Any.Level, (tally, level) =>
    {
        foreach (ProportionMethod method in Enum.GetValues<ProportionMethod>())
        {
            Estimate estimate = Proportion.Estimate(tally, level, method);
            Estimate mirror = Proportion.Estimate(new ProportionTally(tally.Trials - tally.Successes, tally.Trials), level, method);
            Close.Near(estimate.Lower!.Value, 1 - mirror.Upper!.Value, 1e-12, method.ToString());
            Close.Near(estimate.Upper!.Value, 1 - mirror.Lower!.Value, 1e-12, method.ToString());
        }
    });

    [Fact]
    public void A_difference_is_significant_exactly_when_its_interval_excludes_0() => Law.Holds(Any.Proportion, Any.Proportion, Any.Level, (baseline, current, level) =>
    {
        Comparison forward = Comparison.Between(baseline, current, level);
        Comparison backward = Comparison.Between(current, baseline, level);
        Assert.Equal(forward.Change.Lower, -backward.Change.Upper);
        Assert.Equal(forward.PValue, backward.PValue);
        bool excludes = forward.Change.Lower > 0 || forward.Change.Upper < 0;
        Assert.True(forward.PValue is null || excludes == forward.PValue < 1 - level);
    });

    [Fact]
    public void Tallies_merge_exactly_and_reject_what_cannot_be() => Law.Holds(Any.Proportion, Any.Proportion, Any.Count, (a, b, more) =>
    {
        Assert.Equal(a + b, b + a);
        Assert.Equal(a, a + b - b);
        Assert.Equal($"successes is {more + 1} of {more} trials; it lies from 0 to the number of trials (Parameter 'successes')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ProportionTally(more + 1, more)).Message);
    });

    [Theory]
    [InlineData(1, 1_000_000_000_000, 5.66493426573651151e-12)]
    [InlineData(1, 100_000_000_000_000_000, 5.66493426575897282e-17)]
    [InlineData(0, 100_000_000_000_000_000, 3.84145882069412581e-17)]
    public void Wilsons_upper_limit_of_something_very_rare_keeps_its_digits(long successes, long trials, double upper)
    {
        // At 30 digits (mpmath).
        Estimate estimate = Proportion.Estimate(new ProportionTally(successes, trials));
        Close.Relative(upper, estimate.Upper!.Value, 1e-14, "upper");
        Assert.True(estimate.Lower <= estimate.Value && estimate.Value <= estimate.Upper);
    }

    [Fact]
    public void Trials_are_added_one_at_a_time_and_a_part_that_is_no_part_is_named()
    {
        Assert.Equal(new ProportionTally(4, 8), new ProportionTally(3, 7).Add(true));
        Assert.Equal(new ProportionTally(3, 8), new ProportionTally(3, 7).Add(false));
        Assert.Equal("cannot take 4 successes from 3; a tally never goes below 0 (Parameter 'right')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ProportionTally(3, 7) - new ProportionTally(4, 4)).Message);
        Assert.Equal("cannot take 5 failures from 4; a tally never goes below 0 (Parameter 'right')",
            Assert.Throws<ArgumentOutOfRangeException>(() => new ProportionTally(3, 7) - new ProportionTally(0, 5)).Message);
    }

    [Fact]
    public void Walds_p_value_is_that_of_the_difference_over_its_error()
    {
        static double? P(ProportionTally baseline, ProportionTally current) => Proportion.Compare(baseline, current, method: ProportionDifferenceMethod.Wald).PValue;
        // R: 2·pnorm(−.1/√(.2·.8/100 + .3·.7/100)).
        Close.Relative(0.10017829422626806, P(new(20, 100), new(30, 100)), 1e-13);
        Assert.Equal(1, P(new(20, 100), new(10, 50)));
        Assert.Equal(0, P(new(0, 5), new(5, 5)));
        Assert.Equal(1, P(new(5, 5), new(7, 7)));
    }

    [Fact]
    public void Methods_and_levels_that_are_none_are_errors()
    {
        ProportionTally tally = new(3, 7);
        Assert.Equal("method is 7; allowed are Wilson, ClopperPearson, Jeffreys (Parameter 'method')",
            Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Estimate(tally, method: (ProportionMethod)7)).Message);
        Assert.StartsWith("method is 7; allowed are", Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Compare(tally, tally, method: (ProportionDifferenceMethod)7)).Message);
        Assert.StartsWith("level is 95;", Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Estimate(default, 95)).Message);
        Assert.StartsWith("level is 95;", Assert.Throws<ArgumentOutOfRangeException>(() => Proportion.Compare(default, default, 95)).Message);
    }

    [Fact]
    public void A_level_next_to_0_leaves_the_proportion_itself()
    {
        Estimate none = Proportion.Estimate(new ProportionTally(0, 5), 1e-20);
        Assert.Equal((0.0, 0.0), (none.Lower, none.Upper));
    }

    [Fact]
    public void No_trials_have_no_proportion() => Assert.Null(Proportion.Estimate(ProportionTally.Empty).Value);
}
