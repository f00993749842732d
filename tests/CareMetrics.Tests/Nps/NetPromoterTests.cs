using System.Globalization;
using CareMetrics.Nps;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Nps;

public class NetPromoterTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Intervals_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("nps/nps_intervals.csv"))
        {
            NpsMethod method = row["method"] switch
            {
                "wald" => NpsMethod.Wald,
                "adjusted_wald" => NpsMethod.AdjustedWald,
                _ => NpsMethod.Score,
            };
            Estimate score = NetPromoter.Score(Tally(row), row.Number("level"), method).Score;
            Close.Near(row.Number("estimate"), score.Value!.Value / 100, Tolerance, $"{row} estimate");
            Close.Near(row.Number("lower"), score.Lower!.Value / 100, Tolerance, $"{row} lower");
            Close.Near(row.Number("upper"), score.Upper!.Value / 100, Tolerance, $"{row} upper");
        }
    }

    [Fact]
    public void Score_test_agrees_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("nps/nps_score_test.csv"))
        {
            SignificanceTest test = NetPromoter.Test(Tally(row), 100 * row.Number("null_score"));
            Close.Near(row.Number("z"), test.Statistic!.Value, Tolerance, $"{row} z");
            Close.Near(row.Number("p_two_sided"), test.PValue!.Value, Tolerance, $"{row} p");
        }
    }

    [Fact]
    public void Differences_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("nps/nps_difference.csv"))
        {
            NpsTally baseline = new(row.Whole("det0"), row.Whole("pas0"), row.Whole("pro0"));
            NpsTally current = new(row.Whole("det1"), row.Whole("pas1"), row.Whole("pro1"));
            double level = row.Number("level");
            Comparison comparison = row["method"] == "wald"
                ? NetPromoter.WaldChange(baseline, current, level)
                : Comparison.Between(baseline, current, level);
            Estimate change = comparison.Change;
            Close.Near(row.Number("difference_1_minus_0"), change.Value!.Value / 100, 1e-12, $"{row} difference");
            Close.Near(row.Number("lower"), change.Lower!.Value / 100, 1e-11, $"{row} lower");
            Close.Near(row.Number("upper"), change.Upper!.Value / 100, 1e-11, $"{row} upper");
            if (row.NumberOrNull("p_two_sided") is { } p)
            {
                Close.Relative(p, comparison.PValue!.Value, 1e-11, $"{row} p");
            }
        }
    }

    [Fact]
    public void One_line_scores_raw_answers()
    {
        NetPromoterScore score = NetPromoter.Score([9, 10, 3]);
        Assert.Equal(new NpsTally(1, 0, 2), score.Tally);
        Close.Relative(100.0 / 3, score.Score.Value!.Value, 1e-15, "score");
        Assert.Equal(3, score.Score.Count);
        Assert.Null(score.DesignEffect);
    }

    [Fact]
    public void Every_way_in_counts_the_same()
    {
        var expected = new NpsTally(2, 1, 3);
        int[] scores = [0, 6, 7, 9, 10, 10];
        Assert.Equal(expected, NetPromoter.Score(scores).Tally);
        Assert.Equal(expected, NetPromoter.Score(scores.ToList()).Tally);
        Assert.Equal(expected, NetPromoter.Score(scores.Select(score => score)).Tally);
        Assert.Equal(expected, NetPromoter.Score(scores.Select(score => (byte)score).ToArray()).Tally);
        Assert.Equal(expected, NetPromoter.Score(scores.Select(score => (double)score)).Tally);
        Assert.Equal(expected, NetPromoter.Score(scores.Select(score => (int?)score)).Tally);
        Assert.Equal(expected, NetPromoter.Score(scores.Select(score => (decimal)score).ToArray().AsSpan()).Tally);
        Assert.Equal(expected, NetPromoter.Score(new NpsTally(2, 1, 3)).Tally);
        Assert.Equal(expected, scores.Aggregate(NpsTally.Empty, (tally, score) => tally.Add(score)));
    }

    [Fact]
    public void No_answers_have_no_score_rather_than_0()
    {
        NetPromoterScore score = NetPromoter.Score(NpsTally.Empty);
        Assert.Null(score.Score.Value);
        Assert.Null(score.Score.Lower);
        Assert.Null(score.Score.Upper);
        Assert.Equal(0, score.Score.Count);
        Assert.Equal("NPS – (n = 0)", score.ToString());
        Assert.Null(NetPromoter.Test(NpsTally.Empty, 0).PValue);
    }

    [Fact]
    public void Five_promoters_of_five_are_not_certain()
    {
        Estimate score = NetPromoter.Score([10, 9, 10, 9, 10]).Score;
        // (n − z²)/(n + z²) at n = 5 with z² = 3.841458820694124 (the 0.95 quantile of chi-squared with one degree of freedom).
        Close.Relative(100 * (5 - 3.841458820694124) / (5 + 3.841458820694124), score.Lower!.Value, 1e-14, "lower");
        Assert.Equal("13.1", score.Lower!.Value.ToString("F1", CultureInfo.InvariantCulture));
        Assert.Equal(100, score.Upper);
    }

    [Fact]
    public void Score_interval_lies_inside_100_and_around_the_score() => Law.Holds(Any.Answered, Any.Level, (tally, level) =>
    {
        Estimate score = NetPromoter.Score(tally, level).Score;
        Assert.InRange(score.Lower!.Value, -100, score.Value!.Value);
        Assert.InRange(score.Upper!.Value, score.Value!.Value, 100);
    });

    [Fact]
    public void Swapping_promoters_and_detractors_negates_score_and_interval() => Law.Holds(Any.Answered, Any.Level, (tally, level) =>
    {
        foreach (NpsMethod method in Enum.GetValues<NpsMethod>())
        {
            Estimate score = NetPromoter.Score(tally, level, method).Score;
            Estimate mirror = NetPromoter.Score(new NpsTally(tally.Promoters, tally.Passives, tally.Detractors), level, method).Score;
            Assert.Equal(score.Value, -mirror.Value);
            Close.Near(score.Lower!.Value, -mirror.Upper!.Value, 1e-13, "lower");
            Close.Near(score.Upper!.Value, -mirror.Lower!.Value, 1e-13, "upper");
        }
    });

    [Fact]
    public void A_higher_level_gives_a_wider_interval() => Law.Holds(Any.Answered, tally =>
    {
        foreach (NpsMethod method in Enum.GetValues<NpsMethod>())
        {
            Estimate narrow = NetPromoter.Score(tally, 0.8, method).Score;
            Estimate wide = NetPromoter.Score(tally, 0.99, method).Score;
            Assert.True(wide.Lower <= narrow.Lower && narrow.Upper <= wide.Upper);
        }
    });

    [Fact]
    public void Test_and_interval_agree() => Law.Holds(Any.Answered, Any.Level, Gen.Choose(-99, 99), (tally, level, target) =>
    {
        Estimate score = NetPromoter.Score(tally, level).Score;
        double p = NetPromoter.Test(tally, target).PValue!.Value;
        bool inside = score.Lower <= target && target <= score.Upper;
        bool onTheEdge = Math.Min(Math.Abs(target - score.Lower!.Value), Math.Abs(target - score.Upper!.Value)) < 1e-9;
        Assert.True(onTheEdge || inside == (p >= 1 - level));
    });

    [Fact]
    public void Test_has_its_limits_at_the_ends_and_at_the_estimate()
    {
        var mixed = new NpsTally(3, 2, 5);
        Assert.Equal(1, NetPromoter.Test(mixed, 20).PValue);
        Assert.Equal(0, NetPromoter.Test(mixed, 20).Statistic);
        Assert.Equal(0, NetPromoter.Test(mixed, 100).PValue);
        Assert.Null(NetPromoter.Test(mixed, 100).Statistic);
        Assert.Equal(0, NetPromoter.Test(mixed, -100).PValue);
        Assert.Equal(1, NetPromoter.Test(new NpsTally(0, 0, 5), 100).PValue);
    }

    [Fact]
    public void Limits_keep_their_digits_at_a_hundred_million_answers()
    {
        // At 50 digits (mpmath): 40,000,000 detractors, 20,000,000 passives, 40,000,003 promoters, z of 0.95.
        Estimate score = NetPromoter.Score(new NpsTally(40_000_000, 20_000_000, 40_000_003)).Score;
        Close.Near(-0.00017527450361970510777, score.Lower!.Value / 100, 1e-15, "lower");
        Close.Near(0.00017533450361588834212, score.Upper!.Value / 100, 1e-15, "upper");
    }

    [Theory]
    [InlineData(0, 22_085_698_000, 21, 0.8, 7.1952651332488004754e-8, 1.2565203551239877822e-7)]
    [InlineData(0, 22_085_698_000, 21, 0.99, 5.4588252759908926478e-8, 1.6562166109550299276e-7)]
    [InlineData(1_170_068_498_000, 0, 10, 0.8, -99.999999998857126189, -99.999999997443539208)]
    [InlineData(1_170_068_498_000, 0, 10, 0.99, -99.999999999227000534, -99.999999996220292228)]
    public void Limits_keep_their_digits_where_nearly_all_agree(
        long detractors, long passives, long promoters, double level, double lower, double upper)
    {
        // At 40 digits (mpmath); near ±100 it is the distance from there that has digits to lose.
        Estimate score = NetPromoter.Score(new NpsTally(detractors, passives, promoters), level).Score;
        Close.Relative(lower, score.Lower!.Value, 1e-14, "lower");
        Close.Relative(upper, score.Upper!.Value, 1e-14, "upper");
    }

    [Fact]
    public void A_difference_swapped_is_negated() => Law.Holds(Any.Answered, Any.Answered, Any.Level, (baseline, current, level) =>
    {
        Comparison forward = Comparison.Between(baseline, current, level);
        Comparison backward = Comparison.Between(current, baseline, level);
        Assert.Equal(forward.Change.Value, -backward.Change.Value);
        Assert.Equal(forward.Change.Lower, -backward.Change.Upper);
        Assert.Equal(forward.Change.Upper, -backward.Change.Lower);
        Assert.Equal(forward.PValue, backward.PValue);
    });

    [Fact]
    public void A_difference_is_significant_exactly_when_its_interval_excludes_0() => Law.Holds(Any.Answered, Any.Answered, Any.Level, (baseline, current, level) =>
    {
        Comparison comparison = Comparison.Between(baseline, current, level);
        bool excludes = comparison.Change.Lower > 0 || comparison.Change.Upper < 0;
        Assert.Equal(excludes, comparison.PValue < 1 - level);
    });

    [Fact]
    public void A_tally_against_itself_is_never_better_or_worse() => Law.Holds(Any.Answered, tally =>
    {
        Comparison comparison = Comparison.Between(tally, tally);
        Assert.Equal(0, comparison.Change.Value);
        Assert.Equal(1, comparison.PValue);
        Assert.Equal(Verdict.Inconclusive, comparison.Judge(Better.Higher).Verdict);
    });

    [Fact]
    public void Bad_arguments_say_what_is_wrong()
    {
        AssertMessage("level is 95; a confidence level lies strictly between 0 and 1, such as 0.95 (Parameter 'level')", () => NetPromoter.Score(default(NpsTally), 95));
        AssertMessage("level is NaN; a confidence level lies strictly between 0 and 1, such as 0.95 (Parameter 'level')", () => NetPromoter.Score(default(NpsTally), double.NaN));
        AssertMessage("target is 101; a Net Promoter Score lies from -100 to 100 points (Parameter 'target')", () => NetPromoter.Test(default(NpsTally), 101));
        AssertMessage("scores[3] is 11; a score on the 0–10 scale is a whole number from 0 to 10 (Parameter 'scores')", () => NetPromoter.Score([1, 2, 3, 11, 12]));
        AssertMessage("scores[1] is 7.5; a score on the 0–10 scale is a whole number from 0 to 10 (Parameter 'scores')", () => NetPromoter.Score([7.0, 7.5]));
        AssertMessage("scores[0] is NaN; a score on the 0–10 scale is a whole number from 0 to 10 (Parameter 'scores')", () => NetPromoter.Score([double.NaN]));
        AssertMessage("scores[2] is -1; a score on the 0–10 scale is a whole number from 0 to 10 (Parameter 'scores')", () => NetPromoter.Score(new List<int?> { 5, null, -1 }));
        AssertMessage("scores[0] is 0; a score on the 1–10 scale is a whole number from 1 to 10 (Parameter 'scores')", () => NetPromoter.Score([0], NpsScale.OneToTen));
        AssertMessage("method is 7; allowed are Score, AdjustedWald, Wald (Parameter 'method')", () => NetPromoter.Score(default(NpsTally), method: (NpsMethod)7));
    }

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    [InlineData("de-DE")]
    public void Messages_do_not_follow_the_culture_and_stay_on_one_line(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            AssertMessage("detractors is -1; a count is 0 or more (Parameter 'detractors')", () => new NpsTally(-1, 0, 0));
            AssertMessage("scores[0] is -6; a score on the -5–5 (detractors to 0, promoters from 4) scale is a whole number from -5 to 5 (Parameter 'scores')",
                () => NpsTally.Of([-6], new NpsScale(-5, 5, 0, 4)));
            AssertMessage("the scale -5 to 5 with detractors up to 4 and promoters from 4 is out of order; needed is minimum <= detractorMaximum < promoterMinimum <= maximum",
                () => new NpsScale(-5, 5, 4, 4));
            AssertMessage("stratum \"a b\" has no answers; its part of the population cannot be scored, so merge it with another (Parameter 'strata')",
                () => NpsWeighting.PostStratify([("a\nb", 1, default)]));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Wald_of_unanimous_sides_has_nothing_to_go_by()
    {
        Comparison change = NetPromoter.WaldChange(new NpsTally(5, 0, 0), new NpsTally(5, 0, 0));
        Assert.Equal(Verdict.NotComparable, change.Judge(Better.Higher, margin: 3).Verdict);
        Assert.Equal("all answers of each side agree, so that Wald has no error to go by", change.NotComparable!.Detail);
    }

    private static void AssertMessage(string expected, Func<object> call) =>
        Assert.Equal(expected, Assert.ThrowsAny<ArgumentException>(call).Message);

    private static NpsTally Tally(ReferenceRow row) => new(row.Whole("detractors"), row.Whole("passives"), row.Whole("promoters"));
}
