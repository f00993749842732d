using CareMetrics.Conversion;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Conversion;

public class RanterToRaverTests
{
    private const double Closed = 1e-12;

    private static readonly TransitionTally Airlines = new(
        fromRanter: new(toRanter: 1475, toNeutral: 286, toRaver: 352),
        fromNeutral: new(toRanter: 159, toNeutral: 217, toRaver: 205),
        fromRaver: new(toRanter: 44, toNeutral: 63, toRaver: 126));

    [Fact]
    public void Rates_and_tests_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("conversion/transition_metrics.csv"))
        {
            TransitionTally moves = Transitions.Table(row["table"]);
            ConversionRates rates = RanterToRaver.Of(moves);
            Assert.Equal(row.Whole("n"), moves.Paired);
            Assert.Equal(row.Whole("ranters"), rates.OfReobserved.Count);
            Assert.Equal(row.Whole("ravers_before"), rates.Defection.Count);
            Close.Relative(row.Number("conversion_rate"), rates.OfReobserved.Value, Closed, row);
            Close.Relative(row.Number("conv_lo_wilson95"), rates.OfReobserved.Lower, Closed, row);
            Close.Relative(row.Number("conv_hi_wilson95"), rates.OfReobserved.Upper, Closed, row);
            Close.Relative(row.Number("recovered_rate"), rates.Recovered.Value, Closed, row);
            Close.Relative(row.Number("stayed_ranter_rate"), rates.StillRanters.Value, Closed, row);
            Close.Relative(row.Number("defection_rate"), rates.Defection.Value, Closed, row);
            Close.Relative(row.Number("defect_lo_wilson95"), rates.Defection.Lower, Closed, row);
            Close.Relative(row.Number("defect_hi_wilson95"), rates.Defection.Upper, Closed, row);

            Comparison change = RanterToRaver.ScoreChange(moves, method: PairedScoreMethod.Wald);
            Close.Near(100 * row.Number("net_score_before"), change.Baseline.Value, Closed, row);
            Close.Near(100 * row.Number("net_score_after"), change.Current.Value, Closed, row);
            Close.Near(100 * row.Number("delta_net_score"), change.Change.Value, Closed, row);
            Close.Near(100 * row.Number("lo95_wald"), change.Change.Lower, Closed, row);
            Close.Near(100 * row.Number("hi95_wald"), change.Change.Upper, Closed, row);

            var steps = new PairedProportionTally(0, row.Whole("worsened"), row.Whole("improved"), row.Whole("unchanged"));
            Close.Relative(row.Number("sign_test_exact_p"), PairedProportion.Test(steps, McNemarMethod.Exact).PValue, 1e-10, row);
            Close.Relative(row.Number("sign_test_midp"), PairedProportion.Test(steps).PValue, 1e-10, row);
        }
    }

    [Fact]
    public void Changes_of_score_of_the_same_people_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("conversion/nps_paired.csv"))
        {
            TransitionTally moves = Transitions.Table(row["table"]);
            Comparison mover = RanterToRaver.ScoreChange(moves, row.Number("level"));
            Close.Near(row.Number("before"), mover.Baseline.Value / 100, Closed, row);
            Close.Near(row.Number("after"), mover.Current.Value / 100, Closed, row);
            Close.Near(row.Number("change"), mover.Change.Value / 100, Closed, row);
            Close.Near(row.Number("mover_lower"), mover.Change.Lower / 100, 1e-10, row);
            Close.Near(row.Number("mover_upper"), mover.Change.Upper / 100, 1e-10, row);
            Comparison wald = RanterToRaver.ScoreChange(moves, row.Number("level"), PairedScoreMethod.Wald);
            Close.Near(row.Number("wald_lower"), wald.Change.Lower / 100, Closed, row);
            Close.Near(row.Number("wald_upper"), wald.Change.Upper / 100, Closed, row);
        }
    }

    [Fact]
    public void The_airline_table_shows_conversion_beside_defection_and_what_that_means()
    {
        ConversionRates rates = RanterToRaver.Of(Airlines);
        Assert.Equal(
            "352 of 2,113 ranters became ravers: 16.66% (95% CI 15.13% to 18.31%); 44 of 233 ravers became ranters: 18.88% (95% CI 14.38% to 24.40%)",
            rates.ToString());
        Assert.StartsWith("ranters became ravers about as often as ravers became ranters", rates.Meaning);
        Assert.Equal("improved: 352 ranter to raver, 44 raver to ranter, p < 0.0001", RanterToRaver.Test(Airlines).ToString());
    }

    [Fact]
    public void Shares_of_the_ranters_seen_again_make_one_and_intervals_hold_their_rates() => Law.Holds(Transitions.Any, moves =>
    {
        ConversionRates rates = RanterToRaver.Of(moves);
        if (rates.StillRanters.Value is { } stayed)
        {
            Assert.Equal(1, stayed + rates.Calmed.Value!.Value + rates.OfReobserved.Value!.Value, 1e-15);
            Assert.Equal(rates.Recovered.Value!.Value, rates.Calmed.Value.Value + rates.OfReobserved.Value.Value, 1e-15);
        }

        Estimate[] shares =
        [
            rates.OfAll, rates.OfReobserved, rates.Reobservation, rates.Recovered, rates.Calmed, rates.StillRanters, rates.Defection, rates.Lost,
        ];
        foreach (Estimate share in shares.Where(share => share.Value is not null))
        {
            Assert.InRange(share.Lower!.Value, 0, share.Value!.Value);
            Assert.InRange(share.Upper!.Value, share.Value.Value, 1);
        }

        if (rates.Net.Value is { } net)
        {
            Assert.InRange(net, rates.Net.Lower!.Value, rates.Net.Upper!.Value);
            Assert.InRange(rates.Net.Lower.Value, -1, 1);
            Assert.InRange(rates.Net.Upper.Value, -1, 1);
        }
    });

    [Fact]
    public void The_unseen_never_raise_the_rate_of_all_ranters() => Law.Holds(Transitions.Any, Gen.Choose(1, 50), (moves, more) =>
    {
        var unseen = new TransitionTally(new(0, 0, 0, more), new(0, 0, 0, more), new(0, 0, 0, more));
        Estimate fewer = RanterToRaver.Of(moves).OfAll;
        ConversionRates rates = RanterToRaver.Of(moves + unseen);
        Assert.True(fewer.Value is null || rates.OfAll.Value <= fewer.Value);
        Assert.True(rates.OfReobserved.Value is null || rates.OfAll.Value <= rates.OfReobserved.Value);
        Assert.Equal(RanterToRaver.Of(moves).OfReobserved, rates.OfReobserved);
        if (rates.OfReobserved.Value is { } seen)
        {
            Assert.Equal(rates.OfAll.Value!.Value, seen * rates.Reobservation.Value!.Value, 1e-15);
        }
    });

    [Fact]
    public void Transposing_swaps_before_and_after_and_negates_the_change() => Law.Holds(Transitions.Any, any =>
    {
        TransitionTally moves = Transitions.Paired(any);
        TransitionTally back = Transitions.Transposed(moves);
        foreach (PairedScoreMethod method in Enum.GetValues<PairedScoreMethod>())
        {
            Comparison there = RanterToRaver.ScoreChange(moves, 0.95, method);
            Comparison reverse = RanterToRaver.ScoreChange(back, 0.95, method);
            Assert.Equal(there.Baseline, reverse.Current);
            Assert.Equal(there.Current, reverse.Baseline);
            Assert.Equal(there.Change.Value.HasValue, reverse.Change.Value.HasValue);
            if (there.Change.Value is { } change)
            {
                Close.Near(-change, reverse.Change.Value, 1e-12);
                Close.Near(-there.Change.Upper!.Value, reverse.Change.Lower, 1e-11);
                Close.Near(-there.Change.Lower!.Value, reverse.Change.Upper, 1e-11);
                Close.Near(there.PValue!.Value, reverse.PValue, 1e-9);
            }
        }

        Assert.Equal(-RanterToRaver.Of(moves).Net.Value, RanterToRaver.Of(back).Net.Value);
        TransitionTests tests = RanterToRaver.Test(moves);
        TransitionTests mirrored = RanterToRaver.Test(back);
        Assert.Equal(tests.McNemar, mirrored.McNemar);
        Close.Near(tests.StuartMaxwell.Statistic ?? 0, mirrored.StuartMaxwell.Statistic ?? 0, 1e-12);
        Close.Near(tests.Bowker.Statistic ?? 0, mirrored.Bowker.Statistic ?? 0, 1e-12);
    });

    [Fact]
    public void The_p_value_of_a_change_of_score_inverts_its_interval() =>
        Law.Holds(Transitions.Any.Where(m => m.Paired > 0), Gen.Elements(0.8, 0.95, 0.99), (moves, level) =>
        {
            foreach (PairedScoreMethod method in Enum.GetValues<PairedScoreMethod>())
            {
                Comparison change = RanterToRaver.ScoreChange(moves, level, method);
                Assert.Equal(change.PValue < 1 - level, change.Change.Lower > 0 || change.Change.Upper < 0);
                Assert.InRange(change.PValue!.Value, 0, 1);
                Assert.InRange(change.Change.Value!.Value, change.Change.Lower!.Value, change.Change.Upper!.Value);
            }
        });

    [Fact]
    public void Everyone_on_the_diagonal_is_no_change_with_a_p_of_one()
    {
        TransitionTests tests = RanterToRaver.Test(new TransitionTally(new(50, 0, 0), new(0, 30, 0), new(0, 0, 20)));
        Assert.Equal(1, tests.McNemar.PValue);
        Assert.Equal(1, tests.StuartMaxwell.PValue);
        Assert.Equal(1, tests.Bowker.PValue);
        Assert.Equal(1, tests.ScoreChange.PValue);
        Assert.Equal(Verdict.Inconclusive, tests.Verdict);
        Assert.Equal("not shown to be real: 0 ranter to raver, 0 raver to ranter, p = 1.00", tests.ToString());
    }

    [Fact]
    public void No_ranters_is_no_rate_rather_than_zero()
    {
        ConversionRates rates = RanterToRaver.Of(new TransitionTally(default, new(0, 5, 1), new(1, 1, 8)));
        Assert.Null(rates.OfAll.Value);
        Assert.Null(rates.OfReobserved.Value);
        Assert.Null(rates.Reobservation.Value);
        Assert.Equal(0, rates.OfAll.Count);
        Assert.Equal("no ranters; 1 of 10 ravers became ranters: 10.00% (95% CI 1.79% to 40.42%)", rates.ToString());
        Assert.StartsWith("without ranters and ravers who were seen again", rates.Meaning);
    }

    [Fact]
    public void Nobody_seen_again_is_a_rate_of_zero_of_all_and_none_of_those_seen_again()
    {
        var moves = new TransitionTally(new(0, 0, 0, 40), new(0, 0, 0, 10), new(0, 0, 0, 20));
        ConversionRates rates = RanterToRaver.Of(moves);
        Assert.Equal(0, rates.OfAll.Value);
        Assert.Equal(0, rates.Reobservation.Value);
        Assert.Null(rates.OfReobserved.Value);
        Assert.Null(rates.Net.Value);
        TransitionTests tests = RanterToRaver.Test(moves);
        Assert.Null(tests.McNemar.PValue);
        Assert.Equal(Verdict.NotComparable, tests.Verdict);
        Assert.Equal("not comparable: nobody was seen before and after", tests.ToString());
        Assert.NotNull(tests.ScoreChange.NotComparable);
    }

    [Fact]
    public void One_customer_is_enough_for_a_rate_and_too_few_for_a_verdict()
    {
        var one = new TransitionTally(new(0, 0, 1), default, default);
        Assert.Equal(1, RanterToRaver.Of(one).OfAll.Value);
        Assert.Equal(0.5, RanterToRaver.Test(one).McNemar.PValue);
        Assert.Equal(Verdict.Inconclusive, RanterToRaver.Test(one).Verdict);
        Comparison change = RanterToRaver.ScoreChange(one);
        Assert.Equal(200, change.Change.Value);
        Assert.True(change.Change.Lower < 200);
        // At the level of 0.5 a p-value of 0.5 is not below 1 − level.
        Assert.Equal(Verdict.Inconclusive, RanterToRaver.Test(one, 0.5).Verdict);
    }

    [Fact]
    public void Wald_of_nobody_has_no_p_value_and_of_people_who_all_stay_a_p_of_one()
    {
        Assert.Null(RanterToRaver.ScoreChange(default, method: PairedScoreMethod.Wald).PValue);
        Assert.Equal(1, RanterToRaver.ScoreChange(new TransitionTally(new(5, 0, 0), default, new(0, 0, 5)), method: PairedScoreMethod.Wald).PValue);
        Assert.Equal(0, RanterToRaver.ScoreChange(new TransitionTally(new(0, 0, 5), default, default), method: PairedScoreMethod.Wald).PValue);
        Assert.Equal("method is 7; allowed are Mover, Wald (Parameter 'method')",
            Assert.Throws<ArgumentOutOfRangeException>(() => RanterToRaver.ScoreChange(Airlines, method: (PairedScoreMethod)7)).Message);
    }

    [Fact]
    public void More_ravers_lost_than_won_is_worse()
    {
        TransitionTests tests = RanterToRaver.Test(Transitions.Transposed(Airlines));
        Assert.Equal(Verdict.Worsened, tests.Verdict);
        Assert.StartsWith("ravers became ranters more often", RanterToRaver.Of(new(new(90, 5, 5), default, new(50, 10, 40))).Meaning);
        Assert.StartsWith("ranters became ravers more often", RanterToRaver.Of(new(new(30, 25, 45), default, new(3, 7, 190))).Meaning);
    }

    [Fact]
    public void Results_survive_json()
    {
        foreach (TransitionTally moves in new[] { Airlines, default })
        {
            Same(RanterToRaver.Of(moves));
            Same(RanterToRaver.Test(moves));
            Same(RanterToRaver.Against(moves, Airlines));
            Same(NumberNeeded.Of(RanterToRaver.Against(moves, Airlines).Extra));
        }

        static void Same<T>(T value) =>
            Assert.Equal(value, Json.Read<T>(Json.Write(value)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_level_outside_its_range_is_refused(double level)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RanterToRaver.Of(Airlines, level));
        Assert.Throws<ArgumentOutOfRangeException>(() => RanterToRaver.Test(Airlines, level));
        Assert.Throws<ArgumentOutOfRangeException>(() => RanterToRaver.Test(Airlines) with { Level = level });
        Assert.Throws<ArgumentOutOfRangeException>(() => RanterToRaver.ScoreChange(Airlines, level));
        Assert.Throws<ArgumentOutOfRangeException>(() => RanterToRaver.Against(Airlines, Airlines, level: level));
    }
}
