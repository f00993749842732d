using CareMetrics.Retention;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Retention;

public class BetaGeometricLikelihoodTests
{
    private static readonly Gen<(double AtRisk, double Lost)> Watched =
        from atRisk in Gen.Choose(1, 5_000)
        from lost in Gen.Choose(0, atRisk)
        select ((double)atRisk, (double)lost);

    [Fact]
    public void Two_ages_fit_exactly_or_the_reason_says_why_not() =>
        Law.Holds(Gen.Choose(0, 5).Zip(Gen.Choose(1, 5)), Watched, Watched, (at, young, old) =>
        {
            (int first, int second) = (at.Item1, at.Item1 + at.Item2);
            ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(Seen((first, young), (second, old)));
            // Two churn rates, two parameters: the mean m and spread u for which m/(1 + first·u) and m/(1 + second·u) are those that were seen,
            // u = fall/steep, m = early/all, in whole numbers.
            (long before, long after) = ((long)(young.Lost * old.AtRisk), (long)(old.Lost * young.AtRisk));
            (long fall, long steep) = (before - after, second * after - first * before);
            (long early, long all) = ((long)young.Lost * (steep + first * fall), (long)young.AtRisk * steep);
            if (before + after == 0)
            {
                Assert.Equal(NoFitReason.NoChurn, fit.Reason);
            }
            else if (fall <= 0)
            {
                Assert.Equal(NoFitReason.ConstantChurn, fit.Reason);
            }
            else if (first == 0 && after == 0)
            {
                Assert.Equal(NoFitReason.OnlyFirstPeriodLoses, fit.Reason);
            }
            else if (steep <= 0 || early >= all)
            {
                Assert.Equal(NoFitReason.NobodyOutlastsTheFirst, fit.Reason);
            }
            else
            {
                (double u, double others) = ((double)fall / steep, (double)(all - early) / all);
                Close.Relative((double)early / all / u, fit.Model?.Alpha, 1e-13 / u + 1e-10);
                Close.Relative(others / u, fit.Model?.Beta, 1e-13 / u + 1e-13 * (1 + first * u) / others + 1e-10);
            }
        });

    [Fact]
    public void Churn_of_one_rate_at_every_age_is_constant() =>
        Law.Holds(Gen.Choose(1, 1_000).Zip(Gen.Choose(0, 1_000)), Gen.Choose(1, 10_000).ListOf(), (share, sizes) =>
        {
            (int left, int all) = (share.Item1, share.Item1 + share.Item2);
            var cohorts = new CohortTally([.. sizes.Select(size => (double)size * all)], [.. sizes.Select(size => (double)size * left)]);
            Assert.Equal(
                sizes.Count == 0 ? NoFitReason.NoCustomers : sizes.Count == 1 ? NoFitReason.OnePeriod : NoFitReason.ConstantChurn,
                ShiftedBetaGeometric.Fit(cohorts).Reason);
        });

    // Ages without the first, where a mean near 1 is hard to tell from one beyond; values by fractions.
    [Theory]
    [InlineData(3, 7, 2, 5, 3529, 685, 2740 / 2263.0, 61 / 2263.0)]
    [InlineData(4, 584, 531, 6, 4800, 4175, 88677 / 2212.0, 3 / 2212.0)]
    public void Hardly_anybody_may_outlast_the_first_period(
        int first, double young, double youngLost, int second, double old, double oldLost, double alpha, double beta)
    {
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(Seen((first, (young, youngLost)), (second, (old, oldLost))));
        Close.Relative(alpha, fit.Model?.Alpha, 1e-12);
        Close.Relative(beta, fit.Model?.Beta, 1e-10);
    }

    // A few of an old cohort who all left make churn rise on average; values by findroot of mpmath at 60 digits.
    [Fact]
    public void Of_two_maxima_the_higher_is_the_fit()
    {
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(Seen((0, (1_000, 500)), (1, (1_000, 250)), (100, (3, 3))));
        Close.Relative(0.52008814231444174315, fit.Model?.Alpha, 1e-9);
        Close.Relative(0.52329790239348721769, fit.Model?.Beta, 1e-9);
        Close.Relative(-1271.3490924447607392, fit.LogLikelihood, 1e-13);
        Close.Relative(0.060576626363167143, fit.AlphaError, 1e-9);
        // More of them, and constant churn is likelier by 16 than the best of churn that falls, -1358.79.
        Assert.Equal(NoFitReason.ConstantChurn, ShiftedBetaGeometric.Fit(Seen((0, (1_000, 500)), (1, (1_000, 250)), (100, (20, 20)))).Reason);
    }

    [Fact]
    public void Nearly_all_who_leave_may_leave_at_once()
    {
        // Half leave at once, and one of the rest a period later: m = ½, u = ½·5·10¹¹ − 1, α = m/u.
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(CohortTally.Of([1e12, 5e11, 5e11 - 1]));
        Close.Relative(1 / (5e11 - 2), fit.Model?.Alpha, 1e-9);
    }

    [Theory]
    [InlineData(new double[] { 0, 1000, 950, 930, 900 }, new double[] { 0, 50, 20, 30, 2 })]
    [InlineData(new double[] { 0, 1000, 800, 800 }, new double[] { 0, 200, 0, 0 })]
    [InlineData(new double[] { 10, 20 }, new double[] { 10, 5 })]
    [InlineData(new double[] { 0, 0, 0, 0, 7, 0, 0, 0, 11 }, new double[] { 0, 0, 0, 0, 3, 0, 0, 0, 3 })]
    [InlineData(new double[] { 0, 0, 0, 0, 7, 0, 0, 0, 66 }, new double[] { 0, 0, 0, 0, 3, 0, 0, 0, 18 })]
    [InlineData(new double[] { 0, 0, 0, 0, 0, 40_001, 48_001 }, new double[] { 0, 0, 0, 0, 0, 1, 1 })]
    public void Churn_may_fall_as_if_nobody_outlasted_the_first_period(double[] atRisk, double[] lost)
    {
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(new CohortTally([.. atRisk], [.. lost]));
        Assert.Equal((NoFitReason.NobodyOutlastsTheFirst, null, null), (fit.Reason, fit.Model, fit.LogLikelihood));
        Assert.Equal("no fit: churn falls as steeply as if nobody outlasted the first period", fit.ToString());
    }

    [Fact]
    public void An_age_that_nobody_was_watched_at_is_no_period() =>
        Assert.Equal(NoFitReason.OnePeriod, ShiftedBetaGeometric.Fit(new CohortTally([0, 10], [0, 2])).Reason);

    [Fact]
    public void Where_everybody_leaves_churn_is_constant() =>
        Assert.Equal(NoFitReason.ConstantChurn, ShiftedBetaGeometric.Fit(new CohortTally([10, 20, 5], [10, 20, 5])).Reason);

    private static CohortTally Seen(params (int Age, (double AtRisk, double Lost) Customers)[] ages)
    {
        (double[] atRisk, double[] lost) = (new double[ages[^1].Age + 1], new double[ages[^1].Age + 1]);
        foreach ((int age, (double AtRisk, double Lost) customers) in ages)
        {
            (atRisk[age], lost[age]) = customers;
        }

        return new CohortTally([.. atRisk], [.. lost]);
    }
}
