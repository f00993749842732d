using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Statistics;

public class LogRankTests
{
    [Fact]
    public void The_test_agrees_with_R()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("statistics/log_rank.csv"))
        {
            LogRank test = LogRank.Of(Groups(row["groups"]));
            Assert.Equal(row["observed"], string.Join('|', test.Observed));
            foreach ((string expected, double actual) in row["expected"].Split('|').Zip(test.Expected))
            {
                Close.Near(double.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), actual, 1e-12, $"{row} expected");
            }

            Assert.Equal(row.Whole("df"), test.DegreesOfFreedom);
            SurvivalData.Near(row, "statistic", test.Statistic, 1e-10);
            SurvivalData.Near(row, "p", test.PValue, 1e-11);
        }
    }

    [Fact]
    public void Groups_that_are_alike_have_a_statistic_of_0() => Law.Holds(Gen.Choose(1, 9).NonEmptyListOf(), times =>
    {
        SurvivalTally group = SurvivalTally.Of(times.Select((time, i) => ((double)time, i % 3 > 0)));
        LogRank test = LogRank.Of([group, group, group]);
        Close.Near(0, test.Statistic ?? 0, 1e-12);
        Assert.True(test.PValue is null or > 0.999999);
    });

    [Fact]
    public void The_order_of_groups_makes_no_difference() => Law.Holds(Gen.Choose(1, 9).ListOf(), Gen.Choose(1, 9).ListOf(), Gen.Choose(1, 12).ListOf(), (one, two, three) =>
    {
        SurvivalTally[] groups = [.. new[] { one, two, three }.Select(times => SurvivalTally.Of(times.Select((time, i) => ((double)time, i % 4 > 0))))];
        LogRank test = LogRank.Of(groups);
        LogRank other = LogRank.Of([groups[2], groups[0], groups[1]]);
        Assert.Equal(test.DegreesOfFreedom, other.DegreesOfFreedom);
        Assert.Equal(test.Statistic is null, other.Statistic is null);
        Close.Near(test.Statistic ?? 0, other.Statistic ?? 0, 1e-9);
        Close.Near(groups.Sum(group => group.Events), test.Expected.Sum(), 1e-12);
    });

    [Fact]
    public void Groups_that_inform_nothing_have_no_test()
    {
        LogRank apart = LogRank.Of(Groups("1c 2c|3e 4e"));
        Assert.Equal((null, 0, null), (apart.Statistic, apart.DegreesOfFreedom, apart.PValue));
        Assert.Equal("log-rank: no p-value (2 ended of 4)", apart.ToString());
        Assert.Null(LogRank.Of(Groups("1c 2c|3c 4c")).Statistic);
        Assert.Null(LogRank.Of([SurvivalTally.Empty, SurvivalTally.Empty]).PValue);
        // All end at once: nothing varies.
        Assert.Null(LogRank.Of(Groups("5e 5e|5e")).Statistic);
        Assert.Equal("log-rank: χ² = 3.40 on 1 df, p = 0.0653 (18 ended of 23)", LogRank.Of([SurvivalData.Read(SurvivalData.Maintained), SurvivalData.Read(SurvivalData.NonMaintained)]).ToString());
    }

    [Fact]
    public void A_few_beside_millions_of_millions_inform_the_test()
    {
        // By exact fractions.
        SurvivalTally few = new([new(1, 3, 0), new(2, 1, 1)]);
        SurvivalTally many = new([new(1, 5_001_000_000_000), new(2, 4_998_999_000_000, 1)]);
        SurvivalTally more = new([new(1, 5_500_000_000_000), new(2, 5_499_998_000_000, 2)]);
        foreach (SurvivalTally[] order in new[] { new[] { few, many, more }, [many, few, more], [more, many, few] })
        {
            LogRank test = LogRank.Of(order);
            Assert.Equal(2, test.DegreesOfFreedom);
            Close.Relative(209352.6313739467, test.Statistic, 1e-8);
        }
    }

    [Fact]
    public void Bad_input_is_named()
    {
        LogRank test = LogRank.Of(Groups("1e 2c|3e 4e"));
        Assert.Throws<ArgumentOutOfRangeException>("PValue", () => test with { PValue = 1.5 });
        Assert.StartsWith("groups holds 1; a test needs at least 2 groups", Assert.Throws<ArgumentException>(() => LogRank.Of([SurvivalTally.Empty])).Message, StringComparison.Ordinal);
        Assert.StartsWith("groups[1] is null; it needs a value", Assert.Throws<ArgumentNullException>(() => LogRank.Of([SurvivalTally.Empty, null!])).Message, StringComparison.Ordinal);
    }

    private static SurvivalTally[] Groups(string text) => [.. text.Split('|').Select(SurvivalData.Read)];
}
