using System.Globalization;
using CareMetrics.Periods;
using CareMetrics.Retention;
using CareMetrics.Statistics;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Retention;

public class ShiftedBetaGeometricFitTests
{
    private static readonly int[] HighEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

    private static readonly Gen<List<int>> Cohort =
        from start in Gen.Choose(20, 5000)
        from kept in Gen.Choose(300, 1000).ListOf()
        select kept.Aggregate(new List<int> { start }, (cohort, share) => [.. cohort, (int)(cohort[^1] * (share / 1000.0))]);

    [Theory]
    [InlineData("retention/sbg_fit.csv")]
    [InlineData("retention/sbg_fit_more.csv")]
    public void Fits_agree_with_the_reference(string table)
    {
        foreach (ReferenceRow row in ReferenceTable.Read(table))
        {
            CohortTally cohorts = Read(row["cohorts"]);
            ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(cohorts);
            Close.Relative(row.Number("alpha"), fit.Model?.Alpha, 1e-9, row);
            Close.Relative(row.Number("beta"), fit.Model?.Beta, 1e-9, row);
            Close.Relative(row.Number("loglik"), fit.LogLikelihood, 1e-12, row);
            Close.Relative(row.Number("se_alpha"), fit.AlphaError, 1e-7, row);
            Close.Relative(row.Number("se_beta"), fit.BetaError, 1e-7, row);
            Close.Relative(row.Number("cov_ab"), fit.Covariance, 1e-7, row);
            if (table == "retention/sbg_fit.csv")
            {
                Close.Relative(row.Number("mean_churn"), fit.Model?.MeanChurn, 1e-9, row);
                Close.Relative(row.Number("polarization"), fit.Model?.Polarization, 1e-9, row);
                Close.Relative(row.Number("loglik_per_customer"), fit.LogLikelihood / cohorts.AtRisk[0], 1e-12, row);
            }
        }
    }

    [Fact]
    public void Merging_cohorts_in_any_order_changes_no_bit() => Law.Holds(Cohort, Cohort, Cohort, (one, two, three) =>
    {
        CohortTally left = CohortTally.Of(one) + (CohortTally.Of(two) + CohortTally.Of(three));
        CohortTally right = CohortTally.Of(three) + CohortTally.Of(one) + CohortTally.Of(two);
        Assert.Equal(left, right);
        Assert.Equal(ShiftedBetaGeometric.Fit(left), ShiftedBetaGeometric.Fit(right));
        Assert.Equal(left, left + CohortTally.Empty);
    }, cases: 60);

    [Fact]
    public void No_other_parameters_are_likelier() => Law.Holds(Cohort, Cohort, (one, two) =>
    {
        CohortTally cohorts = CohortTally.Of(one) + CohortTally.Of(two);
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(cohorts);
        Assert.NotEqual(fit.Model is null, fit.Reason is null);
        // The likeliest of a grid, from polarized to alike, is never above the maximum, nor above one rate for everybody where that is the reason for none.
        (double Value, double Spread) best = (double.NegativeInfinity, 0);
        for (int i = -40; i <= 40; i++)
        {
            for (int j = 1; j < 40; j++)
            {
                (double mean, double spread) = (j / 40.0, Math.Pow(10, i / 4.0));
                double value = LogLikelihood(cohorts, mean / spread, (1 - mean) / spread);
                best = value > best.Value ? (value, spread) : best;
            }
        }

        if (fit.Model is { } model)
        {
            Close.Relative(LogLikelihood(cohorts, model.Alpha, model.Beta), fit.LogLikelihood, 1e-10);
            Assert.True(fit.LogLikelihood >= best.Value - 1e-9 * Math.Abs(best.Value), $"{fit} is below {best}");
        }
        else if (fit.Reason == NoFitReason.ConstantChurn)
        {
            double churn = cohorts.Lost.Sum() / cohorts.AtRisk.Sum();
            double constant = LogLikelihood(cohorts, churn * 1e12, (1 - churn) * 1e12);
            Assert.True(constant >= best.Value - 1e-9 * Math.Abs(best.Value), $"{cohorts}: {constant} is below {best}");
        }
    }, cases: 100);

    [Theory]
    [InlineData(NoFitReason.NoCustomers, "no fit: there is no customer whose next period is known", new[] { 1000 })]
    [InlineData(NoFitReason.NoCustomers, "no fit: there is no customer whose next period is known", new[] { 0, 0 })]
    [InlineData(NoFitReason.NoChurn, "no fit: nobody left", new[] { 1000, 1000, 1000 })]
    [InlineData(NoFitReason.NoChurn, "no fit: nobody left", new[] { 1000, 1000 })]
    [InlineData(NoFitReason.OnePeriod, "no fit: one period does not show how churn changes with age", new[] { 1000, 800 })]
    [InlineData(NoFitReason.OnePeriod, "no fit: one period does not show how churn changes with age", new[] { 1000, 0, 0 })]
    [InlineData(NoFitReason.OnlyFirstPeriodLoses, "no fit: all who left did so in their first period", new[] { 1000, 800, 800, 800 })]
    [InlineData(NoFitReason.ConstantChurn, "no fit: churn does not fall with age, so one rate for everybody fits best", new[] { 1000, 500, 250, 125 })]
    [InlineData(NoFitReason.ConstantChurn, "no fit: churn does not fall with age, so one rate for everybody fits best", new[] { 1000, 900, 700, 300 })]
    [InlineData(NoFitReason.ConstantChurn, "no fit: churn does not fall with age, so one rate for everybody fits best", new[] { 1000, 500, 0 })]
    [InlineData(NoFitReason.ConstantChurn, "no fit: churn does not fall with age, so one rate for everybody fits best", new[] { 1000, 1000, 900 })]
    public void A_likelihood_without_a_maximum_is_a_reason(NoFitReason reason, string text, int[] cohort)
    {
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(CohortTally.Of(cohort));
        Assert.Equal((reason, null, null), (fit.Reason, fit.Model, fit.LogLikelihood));
        Assert.Equal((null, null, null), (fit.AlphaError, fit.BetaError, fit.Covariance));
        Assert.Equal(text, fit.ToString());
        Assert.Equal((null, null), (fit.Survival(3).Value, fit.Survival(3).Lower));
    }

    [Fact]
    public void Two_periods_fit_exactly()
    {
        // Two rates, two parameters: .7 and .55/.7.
        ShiftedBetaGeometric model = ShiftedBetaGeometric.Fit(CohortTally.Of([1000, 700, 550]), PeriodKind.Year).Model!;
        Close.Relative(0.75, model.Alpha, 1e-10);
        Close.Relative(1.75, model.Beta, 1e-10);
        Assert.Equal(PeriodKind.Year, model.Period);
    }

    [Fact]
    public void A_projection_has_limits_that_widen_with_the_level_and_narrow_with_customers()
    {
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(CohortTally.Of(HighEnd));
        Estimate year12 = fit.Survival(12);
        Close.Relative(0.37799907159740885, year12.Value, 1e-9);
        Assert.InRange(0.394, year12.Lower!.Value, year12.Upper!.Value);
        Assert.True(fit.Survival(12, 0.99).Lower < year12.Lower);
        Estimate tenfold = ShiftedBetaGeometric.Fit(CohortTally.Of(HighEnd.Select(customers => 10 * customers))).Survival(12);
        Assert.True(tenfold.Lower > year12.Lower && tenfold.Upper < year12.Upper);
        Assert.Equal((1.0, null, 1000L), (fit.Survival(0).Value, fit.Survival(0).Lower, year12.Count));
        Assert.Equal("α 0.668 (se 0.104), β 3.806 (se 0.786), log-likelihood -1,611.16", fit.ToString());
    }

    [Fact]
    public void Limits_of_a_projection_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("retention/sbg_limits.csv"))
        {
            Estimate survival = ShiftedBetaGeometric.Fit(Read(row["cohorts"])).Survival((int)row.Whole("t"), row.Number("level"));
            Close.Relative(row.Number("survival"), survival.Value, 1e-9, row);
            Close.Near(row.Number("lower"), survival.Lower, 1e-9, row);
            Close.Near(row.Number("upper"), survival.Upper, 1e-9, row);
        }
    }

    [Fact]
    public void Customers_weighted_to_almost_nothing_have_a_fit_and_no_errors()
    {
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(CohortTally.Of([1e-170, 0.7e-170, 0.55e-170]));
        Close.Relative(0.75, fit.Model?.Alpha, 1e-9);
        Assert.Equal((null, null, null), (fit.AlphaError, fit.BetaError, fit.Covariance));
        Assert.Equal((null, null), (fit.Survival(2).Lower, fit.Survival(2).Upper));
        Close.Relative(0.55, fit.Survival(2).Value, 1e-9);
    }

    [Fact]
    public void What_was_seen_stands_beside()
    {
        CohortTally cohorts = CohortTally.Of([100, 80, 60, 60]) + CohortTally.Of([100, 90]);
        Assert.Equal((0.85, 0.75, 1.0, null), (cohorts.Retention(1), cohorts.Retention(2), cohorts.Retention(3), cohorts.Retention(4)));
        Assert.Equal((1.0, 0.85, null), (cohorts.Survival(0), cohorts.Survival(1), cohorts.Survival(4)));
        Close.Relative(0.85 * 0.75, cohorts.Survival(3), 1e-15);
        Assert.Equal(0.491, CohortTally.Of(HighEnd).Survival(7));
        Assert.Equal("50 of 200 customers lost over 3 periods", cohorts.ToString());
        Assert.Equal("0 of 0 customers lost over 0 periods", CohortTally.Empty.ToString());
        Assert.Equal(1, CohortTally.Empty.Survival(0));
        Assert.Equal(CohortTally.Of([10, 0]), CohortTally.Of([10.0, 0, 0, 0]));
    }

    [Fact]
    public void Ages_that_were_not_watched_may_be_left_out()
    {
        // The same customers without their first period.
        var later = new CohortTally([0, 869, 743, 653, 593, 551, 517], [0, 126, 90, 60, 42, 34, 26]);
        ShiftedBetaGeometricFit fit = ShiftedBetaGeometric.Fit(later);
        Assert.NotNull(fit.Model);
        Assert.InRange(fit.Model.Retention(2), 0.84, 0.86);
        Assert.Null(later.Survival(2));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        Throws("survivors is empty; a cohort needs the number of its customers at the start, and after each period", () => CohortTally.Of(Array.Empty<int>()));
        Throws("survivors[2] is 655 after 653; a cohort never grows: who came later is of a later cohort", () => CohortTally.Of([700, 653, 655]));
        Throws("survivors[1] is -1; a number of customers lies from 0 to 9007199254740992", () => CohortTally.Of([1, -1]));
        Throws("survivors[0] is NaN; a number of customers lies from 0 to 9007199254740992", () => CohortTally.Of([double.NaN]));
        Throws("lost[1] is 3 of 2 at risk; it lies from 0 to as many", () => new CohortTally([5, 2], [1, 3]));
        Throws("atRisk has 1 entries and lost 2; they must be as many", () => new CohortTally([5], [1, 3]));
        CohortTally most = CohortTally.Of([1L << 53, 1]);
        Throws("atRisk[0] is 18014398509481984; a number of customers lies from 0 to 9007199254740992", () => most + most);
        Throws("period is 9; allowed are Week, Month, Quarter, HalfYear, Year", () => ShiftedBetaGeometric.Fit(most, (PeriodKind)9));
        Throws("period is 0; allowed are 1 to 10000", () => most.Retention(0)!);
        Throws("level is 2; a confidence level lies strictly between 0 and 1, such as 0.95", () => ShiftedBetaGeometric.Fit(most).Survival(1, 2));
    }

    private static CohortTally Read(string cohorts) => cohorts.Split(';')
        .Select(cohort => CohortTally.Of(cohort.Split('|').Select(text => double.Parse(text, CultureInfo.InvariantCulture))))
        .Aggregate(CohortTally.Empty, (sum, cohort) => sum + cohort);

    private static double LogLikelihood(CohortTally cohorts, double alpha, double beta)
    {
        double sum = 0;
        for (int t = 0; t < cohorts.AtRisk.Length; t++)
        {
            double kept = cohorts.AtRisk[t] - cohorts.Lost[t];
            sum += cohorts.Lost[t] * Math.Log(alpha / (alpha + beta + t)) + (kept == 0 ? 0 : kept * Math.Log((beta + t) / (alpha + beta + t)));
        }

        return sum;
    }

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
