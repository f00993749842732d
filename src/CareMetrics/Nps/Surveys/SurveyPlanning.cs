using CareMetrics.Statistics;

namespace CareMetrics.Nps;

/// <summary>How many answers a survey needs, and what a number of answers buys.</summary>
/// <remarks>
/// The answers of a simple survey of a large population are multiplied by the design effect, then reduced for a finite
/// population of N: n∞/(1 + (n∞ − 1)/N). What n answers buy is the same read backwards.
/// </remarks>
public static class SurveyPlanning
{
    /// <summary>The answers needed for a margin of error.</summary>
    /// <param name="margin">Half the width of the interval, in points above 0 and at most 100.</param>
    /// <param name="assumptions">What is expected; <c>null</c> is the default of each.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The plan.</returns>
    /// <remarks>n = z²V/E² − 3 with V = p + d − (p − d)²: the margin of the adjusted Wald interval, which adds three answers.</remarks>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static SurveyPlan AnswersForMargin(double margin, SurveyAssumptions? assumptions = null, double level = 0.95)
    {
        Errors.RequirePoints(margin, nameof(margin), 100);
        Errors.RequireLevel(level);
        assumptions ??= new SurveyAssumptions();
        double variance = assumptions.Variance(nameof(assumptions));
        double z = Distributions.TwoSidedZ(level);
        double fraction = margin / 100;
        return Plan(z * z * variance / (fraction * fraction) - 3, assumptions);
    }

    /// <summary>The margin of error that a number of answers buys.</summary>
    /// <param name="answers">The answers, 1 or more and at most the population.</param>
    /// <param name="assumptions">What is expected; <c>null</c> is the default of each.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>Half the width of the interval, in points.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static double MarginOf(long answers, SurveyAssumptions? assumptions = null, double level = 0.95)
    {
        Errors.RequireLevel(level);
        assumptions ??= new SurveyAssumptions();
        double variance = assumptions.Variance(nameof(assumptions));
        return Simple(answers, assumptions, nameof(answers)) is { } simple
            ? 100 * Distributions.TwoSidedZ(level) * Math.Sqrt(variance / (simple + 3))
            : 0;
    }

    /// <summary>The answers needed in each of two groups to find a difference between them.</summary>
    /// <param name="difference">The difference in points, above 0 and at most 200.</param>
    /// <param name="baseline">What is expected of the baseline; <c>null</c> is the default of each.</param>
    /// <param name="current">The shares expected of the current group, the rest being as in <paramref name="baseline"/>; <c>null</c> is as the baseline.</param>
    /// <param name="power">The chance of finding a difference of that size, strictly between (1 − level)/2 and 1.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The plan for each group; population, design effect and response rate are those of <paramref name="baseline"/>.</returns>
    /// <remarks>(V₁ + V₀)((z₁₋α⁄₂ + z_power)/Δ)².</remarks>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static SurveyPlan AnswersForDifference(
        double difference, SurveyAssumptions? baseline = null, SurveyAssumptions? current = null, double power = 0.8, double level = 0.95)
    {
        Errors.RequirePoints(difference, nameof(difference), 200);
        double ratio = 100 * Power.Reach(level, power) / difference;
        baseline ??= new SurveyAssumptions();
        return Plan(SumOfVariances(baseline, current) * ratio * ratio, baseline);
    }

    /// <summary>The difference between two groups that a number of answers in each would find.</summary>
    /// <param name="answersPerGroup">The answers in each group, 1 or more and at most the population.</param>
    /// <param name="baseline">What is expected of the baseline; <c>null</c> is the default of each.</param>
    /// <param name="current">The shares expected of the current group, the rest being as in <paramref name="baseline"/>; <c>null</c> is as the baseline.</param>
    /// <param name="power">The chance of finding a difference of that size, strictly between (1 − level)/2 and 1.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    /// <returns>The difference in points.</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static double DetectableDifference(
        long answersPerGroup, SurveyAssumptions? baseline = null, SurveyAssumptions? current = null, double power = 0.8, double level = 0.95)
    {
        baseline ??= new SurveyAssumptions();
        double variances = SumOfVariances(baseline, current);
        double reach = Power.Reach(level, power);
        return Simple(answersPerGroup, baseline, nameof(answersPerGroup)) is { } simple ? 100 * reach * Math.Sqrt(variances / simple) : 0;
    }

    private static double SumOfVariances(SurveyAssumptions baseline, SurveyAssumptions? current)
    {
        current ??= baseline;
        if ((current.DesignEffect, current.Population, current.ResponseRate) != (baseline.DesignEffect, baseline.Population, baseline.ResponseRate))
        {
            throw Errors.AssumptionsDiffer(nameof(current));
        }

        return baseline.Variance(nameof(baseline)) + current.Variance(nameof(current));
    }

    private static SurveyPlan Plan(double simple, SurveyAssumptions assumptions)
    {
        double exact = Math.Max(1, simple * assumptions.DesignEffect);
        if (assumptions.Population is { } population)
        {
            exact /= 1 + (exact - 1) / population;
        }

        long answers = (long)Math.Ceiling(exact);
        return new SurveyPlan
        {
            Answers = answers,
            ExactAnswers = exact,
            Invitations = assumptions.ResponseRate is { } rate ? (long)Math.Ceiling(answers / rate) : null,
        };
    }

    // How many answers of a simple survey of a large population these are worth; null where they are the whole population.
    private static double? Simple(long answers, SurveyAssumptions assumptions, string parameter)
    {
        Errors.RequireAnswers(answers, assumptions.Population, parameter);
        double large = answers;
        if (assumptions.Population is { } population)
        {
            if (answers == population)
            {
                return null;
            }

            large = answers * (population - 1.0) / (population - answers);
        }

        return large / assumptions.DesignEffect;
    }
}
