using CareMetrics.Nps;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Nps;

public class SurveyPlanningTests
{
    private static readonly Gen<SurveyAssumptions> Assumptions =
        from promoters in Gen.Choose(5, 60)
        from detractors in Gen.Choose(5, 40)
        from designEffect in Gen.Choose(4, 12)
        from population in Gen.Elements<long?>(null, 300, 5_000, 1_000_000)
        from rate in Gen.Elements<double?>(null, 0.05, 0.3, 1)
        select new SurveyAssumptions
        {
            Promoters = promoters / 100.0,
            Detractors = detractors / 100.0,
            DesignEffect = designEffect / 4.0,
            Population = population,
            ResponseRate = rate,
        };

    [Fact]
    public void Answers_for_a_margin_of_5_points_as_published()
    {
        SurveyPlan plan = SurveyPlanning.AnswersForMargin(5);
        Close.Relative(934.315952, plan.ExactAnswers, 1e-9, "answers");
        Assert.Equal(935, plan.Answers);
        Assert.Null(plan.Invitations);
    }

    [Fact]
    public void Answers_for_a_difference_follow_the_formula()
    {
        // (.61 + .61)·((1.959963984540054 + 0.8416212335729143)/.1)², z of .975 and of .8 from tables of mpmath.
        double expected = 1.22 * Math.Pow((1.959963984540054 + 0.8416212335729143) / 0.1, 2);
        Close.Relative(expected, SurveyPlanning.AnswersForDifference(10).ExactAnswers, 1e-13, "answers");
        Close.Relative(10, SurveyPlanning.DetectableDifference((long)Math.Round(expected)), 1e-3, "difference");
    }

    [Fact]
    public void Invitations_follow_from_the_response_rate()
    {
        SurveyPlan plan = SurveyPlanning.AnswersForMargin(5, new SurveyAssumptions { ResponseRate = 0.2 });
        Assert.Equal(4675, plan.Invitations);
        Assert.Equal("935 answers, 4,675 invitations", plan.ToString());
    }

    [Fact]
    public void The_answers_planned_buy_the_margin_and_one_fewer_does_not() => Law.Holds(Assumptions, Gen.Choose(2, 40), Any.Level, (assumptions, margin, level) =>
    {
        long answers = SurveyPlanning.AnswersForMargin(margin, assumptions, level).Answers;
        Assert.True(SurveyPlanning.MarginOf(answers, assumptions, level) <= margin * (1 + 1e-12));
        Assert.True(answers == 1 || SurveyPlanning.MarginOf(answers - 1, assumptions, level) > margin * (1 - 1e-12));
        Assert.True(assumptions.Population is not { } population || answers <= population);
    });

    [Fact]
    public void The_answers_planned_find_the_difference_and_one_fewer_does_not() => Law.Holds(Assumptions, Assumptions, Gen.Choose(2, 60), (baseline, other, difference) =>
    {
        SurveyAssumptions current = baseline with { Promoters = other.Promoters, Detractors = other.Detractors };
        long answers = SurveyPlanning.AnswersForDifference(difference, baseline, current).Answers;
        Assert.True(SurveyPlanning.DetectableDifference(answers, baseline, current) <= difference * (1 + 1e-12));
        Assert.True(answers == 1 || SurveyPlanning.DetectableDifference(answers - 1, baseline, current) > difference * (1 - 1e-12));
    });

    [Fact]
    public void Assumptions_that_cannot_be_are_errors()
    {
        AssertMessage("margin is 0; it is in points, above 0 and at most 100 (Parameter 'margin')", () => SurveyPlanning.AnswersForMargin(0));
        AssertMessage("difference is 201; it is in points, above 0 and at most 200 (Parameter 'difference')", () => SurveyPlanning.AnswersForDifference(201));
        AssertMessage("level is 95; a confidence level lies strictly between 0 and 1, such as 0.95 (Parameter 'level')", () => SurveyPlanning.AnswersForMargin(5, level: 95));
        AssertMessage("level is 95; a confidence level lies strictly between 0 and 1, such as 0.95 (Parameter 'level')", () => SurveyPlanning.MarginOf(100, level: 95));
        AssertMessage("promoters 0.7 and detractors 0.4 together pass 1 (Parameter 'assumptions')",
            () => SurveyPlanning.AnswersForMargin(5, new SurveyAssumptions { Promoters = 0.7, Detractors = 0.4 }));
        AssertMessage("Promoters is 50; a share is a fraction from 0 to 1 (Parameter 'Promoters')", () => new SurveyAssumptions { Promoters = 50 });
        AssertMessage("ResponseRate is 0; a response rate is a fraction above 0 and at most 1 (Parameter 'ResponseRate')", () => new SurveyAssumptions { ResponseRate = 0 });
        AssertMessage("DesignEffect is 0.5; a design effect is a finite number, 1 or more (Parameter 'DesignEffect')", () => new SurveyAssumptions { DesignEffect = 0.5 });
        AssertMessage("answers is 301; allowed are 1 to the population of 300 (Parameter 'answers')",
            () => SurveyPlanning.MarginOf(301, new SurveyAssumptions { Population = 300 }));
        AssertMessage("power is 0.02; at level 0.95 a power lies strictly between 0.025 and 1, such as 0.8 (Parameter 'power')", () => SurveyPlanning.DetectableDifference(100, power: 0.02));
        AssertMessage("current differs from the baseline in design effect, population or response rate; the plan is one for both groups, so only the expected shares may differ (Parameter 'current')",
            () => SurveyPlanning.AnswersForDifference(5, current: new SurveyAssumptions { Population = 50 }));
        AssertMessage("power is 1; at level 0.95 a power lies strictly between 0.025 and 1, such as 0.8 (Parameter 'power')", () => SurveyPlanning.AnswersForDifference(5, power: 1));
    }

    [Fact]
    public void Assumptions_are_written_as_a_person_reads_them_and_nobody_need_be_passive()
    {
        SurveyAssumptions all = new() { Promoters = 0.5, Detractors = 0.5, DesignEffect = 1.5, Population = 3000, ResponseRate = 0.25 };
        Assert.Equal("50.0% promoters, 50.0% detractors, design effect 1.50, of 3,000 in all, 25.0% answer", all.ToString());
        // z²·1/0.1² − 3, z² the 0.95 quantile of chi-squared with one degree of freedom.
        Close.Relative(
            384.1458820694124 - 3, SurveyPlanning.AnswersForMargin(10, new SurveyAssumptions { Promoters = 0.5, Detractors = 0.5 }).ExactAnswers, 1e-13, "answers");
    }

    private static void AssertMessage(string expected, Func<object> call) =>
        Assert.Equal(expected, Assert.ThrowsAny<ArgumentException>(call).Message);
}
