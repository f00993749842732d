using CareMetrics.Nps;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Nps;

public class NonResponseTests
{
    [Fact]
    public void Silence_is_bounded_and_what_it_needs_is_named()
    {
        // 20 detractors, 30 passives, 50 promoters of 200 invited: (50 − 20 ∓ 100)/200.
        NonResponse silence = NetPromoter.NonResponse(new NpsTally(20, 30, 50, missing: 7), 200);
        Assert.Equal(100, silence.Silent);
        Assert.Equal(-35, silence.Lowest);
        Assert.Equal(65, silence.Highest);
        Assert.Equal(0.5, silence.ResponseRate.Value);
        Assert.Equal(10, silence.SilentScoreFor(20)!.Value, 12);
        Assert.Null(silence.SilentScoreFor(66));
        Assert.Null(silence.SilentScoreFor(-36));
        Assert.Equal("50.0% of 200 invited answered; everyone's NPS lies between -35 and 65", silence.ToString());
    }

    [Fact]
    public void The_silent_score_asked_for_gives_the_target() => Law.Holds(Any.Answered, Gen.Choose(0, 1000), Gen.Choose(-100, 100), (tally, silent, target) =>
    {
        NonResponse silence = NetPromoter.NonResponse(tally, tally.Answered + silent);
        if (silence.SilentScoreFor(target) is { } needed)
        {
            double everyone = (100.0 * (tally.Promoters - tally.Detractors) + needed * silent) / (tally.Answered + silent);
            Close.Near(target, everyone, 1e-11, "everyone");
            Assert.InRange(target, silence.Lowest!.Value - 1e-9, silence.Highest!.Value + 1e-9);
        }
        else
        {
            Assert.True(silent == 0 || target <= silence.Lowest + 1e-9 || target >= silence.Highest - 1e-9);
        }
    });

    [Fact]
    public void The_bounds_themselves_can_be_brought_about() => Law.Holds(Any.Answered.Where(tally => tally.Answered < 1_000_000), Gen.Choose(1, 1000), (tally, silent) =>
    {
        NonResponse silence = NetPromoter.NonResponse(tally, tally.Answered + silent);
        Assert.Equal(-100, silence.SilentScoreFor(silence.Lowest!.Value)!.Value, 3);
        Assert.Equal(100, silence.SilentScoreFor(silence.Highest!.Value)!.Value, 3);
    });

    [Fact]
    public void A_change_that_was_found_is_undone_by_silent_ones_who_score_so()
    {
        NpsTally baseline = new(300, 300, 400);
        NpsTally current = new(200, 300, 500);
        Comparison change = Comparison.Between(baseline, current);
        NonResponse silence = NetPromoter.NonResponse(current, 4000);
        // (10 · 4000 − 30 · 1000)/3000: everyone is at the baseline's 10 points.
        Close.Relative(10.0 / 3, silence.SilentScoreToUndo(change)!.Value, 1e-12, "silent score");
        Assert.Null(silence.SilentScoreToUndo(Comparison.Between(baseline, baseline)));
    }

    [Fact]
    public void Nobody_silent_leaves_the_score_itself()
    {
        NonResponse silence = NetPromoter.NonResponse(new NpsTally(1, 2, 3), 6);
        Assert.Equal(silence.Answered.Score.Value, silence.Lowest);
        Assert.Equal(silence.Lowest, silence.Highest);
        Assert.Null(silence.SilentScoreFor(0));
        Assert.Null(NetPromoter.NonResponse(default, 0).Lowest);
        Assert.Equal("invited is 5 with 6 answers; it is at least as many as answered (Parameter 'invited')",
            Assert.Throws<ArgumentOutOfRangeException>(() => NetPromoter.NonResponse(new NpsTally(1, 2, 3), 5)).Message);
    }

    [Fact]
    public void A_finite_population_narrows_the_interval_to_the_score_itself() => Law.Holds(Any.Answered, Gen.Choose(0, 5000), (tally, others) =>
    {
        Estimate all = NetPromoter.Score(tally).Score;
        Estimate part = NetPromoter.ScoreOfPopulation(tally, tally.Answered + others).Score;
        Assert.True(part.Lower >= all.Lower - 1e-12 && part.Upper <= all.Upper + 1e-12);
        Assert.True(part.Lower <= part.Value && part.Value <= part.Upper);
        if (others == 0)
        {
            Assert.Equal(part.Value!.Value, part.Lower!.Value, 12);
            Assert.Equal(part.Value!.Value, part.Upper!.Value, 12);
        }
    });

    [Fact]
    public void Where_everybody_answered_the_score_is_certain()
    {
        foreach (NpsTally tally in new[] { new NpsTally(20, 30, 50), new(3, 2, 5), new(1, 7, 3), new(0, 0, 1), new(13, 5, 2) })
        {
            Estimate all = NetPromoter.ScoreOfPopulation(tally, tally.Answered).Score;
            Assert.Equal((all.Value, all.Value), (all.Lower, all.Upper));
        }

        Assert.Null(NetPromoter.ScoreOfPopulation(default, 10).Score.Value);
        Assert.Equal("population is 5 with 6 answers; it is at least as many as answered (Parameter 'population')",
            Assert.Throws<ArgumentOutOfRangeException>(() => NetPromoter.ScoreOfPopulation(new NpsTally(1, 2, 3), 5)).Message);
        Assert.Equal("target is 101; a Net Promoter Score lies from -100 to 100 points (Parameter 'target')",
            Assert.Throws<ArgumentOutOfRangeException>(() => NetPromoter.NonResponse(new NpsTally(1, 2, 3), 10).SilentScoreFor(101)).Message);
    }

    [Fact]
    public void A_finite_population_is_the_score_interval_at_a_smaller_z()
    {
        // z·√((400 − 100)/399) = 1.6995043: the plain interval at the level 2Φ(1.6995043) − 1 (mpmath).
        Estimate part = NetPromoter.ScoreOfPopulation(new NpsTally(20, 30, 50), 400).Score;
        Estimate plain = NetPromoter.Score(new NpsTally(20, 30, 50), 0.910775796986614153).Score;
        Close.Near(plain.Lower!.Value, part.Lower!.Value, 1e-10, "lower");
        Close.Near(plain.Upper!.Value, part.Upper!.Value, 1e-10, "upper");
    }
}
