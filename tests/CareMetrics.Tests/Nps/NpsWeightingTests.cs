using CareMetrics.Nps;
using CareMetrics.Statistics;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Nps;

public class NpsWeightingTests
{
    private static readonly (int, double)[] Published =
        [(10, 1), (9, 2), (9, 1), (8, .5), (7, 1.5), (6, 1), (5, 3), (10, 1), (3, 2), (10, .5)];

    [Fact]
    public void Weighted_score_error_and_effective_answers_agree_with_the_survey_formula()
    {
        // svymean of R's survey package on these ten answers.
        WeightedNetPromoterScore score = NpsWeighting.Score(WeightedNpsTally.Of(Published));
        Close.Relative(-3.7037037037037, score.Score.Value!.Value, 1e-13, "score");
        Close.Relative(35.5954670329238, score.StandardError!.Value, 1e-13, "standard error");
        Close.Relative(7.67368421052632, score.EffectiveAnswers!.Value, 1e-13, "effective answers");
        Assert.Equal(new NpsTally(3, 2, 5), score.Unweighted.Tally);
        // At 50 digits: score limits of 6, 2 and 5.5 among 10/1.3408115 answers.
        Close.Relative(-57.867319726583350448, score.Score.Lower!.Value, 1e-12, "lower");
        Close.Relative(52.841555828952866635, score.Score.Upper!.Value, 1e-12, "upper");
    }

    [Fact]
    public void Where_all_agree_the_weights_alone_say_how_many_answers_there_are()
    {
        // Weights 1 and 3 are worth 4²/10 = 1.6 answers: (1.6 − z²)/(1.6 + z²), z² as of five of five.
        Estimate score = NpsWeighting.Score(WeightedNpsTally.Of([(10, 1.0), (9, 3.0)])).Score;
        Close.Relative(100 * (1.6 - 3.841458820694124) / (1.6 + 3.841458820694124), score.Lower!.Value, 1e-13, "lower");
        Assert.Equal(100, score.Upper);
    }

    [Fact]
    public void Equal_weights_change_nothing() => Law.Holds(Any.Answered.Where(tally => tally.Answered < 60), Gen.Elements(0.25, 1, 8), (tally, weight) =>
    {
        WeightedNpsTally weighted = WeightedNpsTally.Empty;
        for (int i = 0; i < tally.Answered; i++)
        {
            weighted = weighted.Add(i < tally.Detractors ? NpsCategory.Detractor : i < tally.Detractors + tally.Passives ? NpsCategory.Passive : NpsCategory.Promoter, weight);
        }

        WeightedNetPromoterScore score = NpsWeighting.Score(weighted);
        Close.Near(score.Unweighted.Score.Value!.Value, score.Score.Value!.Value, 1e-12, "value");
        Close.Near(score.Unweighted.Score.Lower!.Value, score.Score.Lower!.Value, 1e-10, "lower");
        Close.Near(score.Unweighted.Score.Upper!.Value, score.Score.Upper!.Value, 1e-10, "upper");
        Close.Relative(tally.Answered, score.EffectiveAnswers!.Value, 1e-12, "effective answers");
    });

    [Fact]
    public void Weights_merge_and_scale() => Law.Holds(Gen.Choose(0, 10).Zip(Gen.Choose(1, 50)).NonEmptyListOf(), answers =>
    {
        (int Score, double Weight)[] all = [.. answers.Select(answer => (answer.Item1, answer.Item2 / 8.0))];
        WeightedNpsTally whole = WeightedNpsTally.Of(all);
        WeightedNpsTally merged = WeightedNpsTally.Of(all.Take(all.Length / 2)) + WeightedNpsTally.Of(all.Skip(all.Length / 2));
        WeightedNetPromoterScore score = NpsWeighting.Score(whole);
        WeightedNetPromoterScore scaled = NpsWeighting.Score(WeightedNpsTally.Of(all.Select(answer => (answer.Score, answer.Weight * 3))));
        Close.Near(score.Score.Value!.Value, NpsWeighting.Score(merged).Score.Value!.Value, 1e-13, "merged");
        Close.Near(score.Score.Value!.Value, scaled.Score.Value!.Value, 1e-12, "scaled");
        Close.Near(score.Score.Lower!.Value, scaled.Score.Lower!.Value, 1e-10, "scaled lower");
        Assert.InRange(score.Score.Lower!.Value, -100, score.Score.Value!.Value + 1e-12);
        Assert.InRange(score.Score.Upper!.Value, score.Score.Value!.Value - 1e-12, 100);
    });

    [Fact]
    public void Weights_that_cannot_be_are_errors_and_no_weight_is_no_score()
    {
        Assert.Equal("answers[1].Weight is -1; a weight is 0, or a number from 1E-100 to 1E+100 (Parameter 'answers')",
            Assert.Throws<ArgumentOutOfRangeException>(() => WeightedNpsTally.Of([(9, 1.0), (9, -1.0)])).Message);
        Assert.Contains("NaN", Assert.Throws<ArgumentOutOfRangeException>(() => WeightedNpsTally.Of([(9, double.NaN)])).Message);
        WeightedNetPromoterScore none = NpsWeighting.Score(WeightedNpsTally.Of([(9, 0.0)]));
        Assert.Null(none.Score.Value);
        Assert.Null(none.EffectiveAnswers);
        Assert.Equal(100, none.Unweighted.Score.Value);
    }

    [Theory]
    [InlineData(1e-100)]
    [InlineData(1e100)]
    [InlineData(0.125)]
    public void The_size_of_weights_does_not_matter(double weight)
    {
        WeightedNetPromoterScore score = NpsWeighting.Score(WeightedNpsTally.Of([(10, weight), (3, weight), (8, weight)]));
        Close.Near(score.Unweighted.Score.Lower!.Value, score.Score.Lower!.Value, 1e-11, "lower");
        Close.Relative(3, score.EffectiveAnswers!.Value, 1e-12, "effective answers");
    }

    [Fact]
    public void Sums_of_weights_that_no_answers_have_are_errors()
    {
        Assert.Equal("detractors are 0 with a sum of weights of 1 and of squared weights of 1; sums of one set of answers cannot be so",
            Assert.Throws<ArgumentException>(() => new WeightedNpsTally(default, 1, 0, 0, 1, 0, 0)).Message);
        Assert.Throws<ArgumentException>(() => new WeightedNpsTally(new NpsTally(1, 0, 0), 0, 0, 3, 0, 0, 9));
        Assert.Throws<ArgumentException>(() => new WeightedNpsTally(new NpsTally(1, 1, 1), 1, 2, 3, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => new WeightedNpsTally(new NpsTally(2, 0, 0), 1, 0, 0, 2, 0, 0));
        Assert.Throws<ArgumentException>(() => new WeightedNpsTally(new NpsTally(1, 0, 0), 1e308, 0, 0, 1e308, 0, 0));
        Assert.Throws<ArgumentException>(() => new WeightedNpsTally(new NpsTally(0, 1, 0), 0, 1, 0, 0, 2, 0));
        Assert.Throws<ArgumentException>(() => new WeightedNpsTally(new NpsTally(0, 1, 0), 0, 1, 0, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => new WeightedNpsTally(new NpsTally(0, 1, 0), 0, 0, 0, 0, 1, 0));
        Assert.Equal(1e110, new WeightedNpsTally(new NpsTally(10_000_000_000, 0, 0), 1e110, 0, 0, 1e210, 0, 0).SumOfDetractorWeights);
    }

    [Fact]
    public void The_size_of_a_population_does_not_matter()
    {
        NpsTally phone = new(1, 2, 9);
        NpsTally chat = new(9, 2, 1);
        Assert.Equal(
            NpsWeighting.PostStratify([("phone", 1, phone), ("chat", 3, chat)]).Score,
            NpsWeighting.PostStratify([("phone", 0.5e308, phone), ("chat", 1.5e308, chat)]).Score);
        StratifiedNetPromoterScore lopsided = NpsWeighting.PostStratify([("phone", 1e-300, phone), ("chat", 1e300, chat)]);
        Assert.Equal(-100 * 8.0 / 12, lopsided.Score.Value!.Value, 12);
        Assert.Equal([0.5, 0.5], lopsided.Strata.Select(stratum => stratum.AnswerShare));
    }

    [Fact]
    public void Strata_in_the_answers_own_mix_give_the_plain_score() => Law.Holds(Any.Answered, Any.Answered, (a, b) =>
    {
        StratifiedNetPromoterScore score = NpsWeighting.PostStratify([("a", a.Answered, a), ("b", b.Answered, b)]);
        Close.Near(score.Unweighted.Score.Value!.Value, score.Score.Value!.Value, 1e-10, "score");
    });

    [Fact]
    public void One_stratum_is_its_own_score() => Law.Holds(Any.Answered, Any.Level, (tally, level) =>
    {
        Estimate one = NpsWeighting.PostStratify([("all", 7, tally)], level).Score;
        Estimate plain = NetPromoter.Score(tally, level).Score;
        Close.Near(plain.Lower!.Value, one.Lower!.Value, 1e-12, "lower");
        Close.Near(plain.Upper!.Value, one.Upper!.Value, 1e-12, "upper");
    });

    [Fact]
    public void An_empty_stratum_is_an_error_that_names_it()
    {
        Assert.Equal("stratum \"email\" has no answers; its part of the population cannot be scored, so merge it with another (Parameter 'strata')",
            Assert.Throws<ArgumentException>(() => NpsWeighting.PostStratify([("phone", 2, new NpsTally(1, 1, 1)), ("email", 1, default)])).Message);
        Assert.Equal("the population of stratum \"phone\" is 0; it must be a finite number above 0 (Parameter 'strata')",
            Assert.Throws<ArgumentOutOfRangeException>(() => NpsWeighting.PostStratify([("phone", 0, new NpsTally(1, 1, 1))])).Message);
        Assert.Equal("strata is empty; at least one stratum is needed (Parameter 'strata')",
            Assert.Throws<ArgumentException>(() => NpsWeighting.PostStratify([])).Message);
        Assert.Equal("strata[1] is \"a\" again; each stratum appears once (Parameter 'strata')",
            Assert.Throws<ArgumentException>(() => NpsWeighting.PostStratify([("a", 1, new NpsTally(1, 1, 1)), ("a", 1, new NpsTally(1, 1, 1))])).Message);
    }
}
