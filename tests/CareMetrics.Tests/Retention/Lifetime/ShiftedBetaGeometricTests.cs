using CareMetrics.Periods;
using CareMetrics.Retention;
using FsCheck;
using FsCheck.Fluent;

namespace CareMetrics.Tests.Retention;

public class ShiftedBetaGeometricTests
{
    private static readonly Gen<ShiftedBetaGeometric> Model =
        from alpha in Gen.Choose(-60, 60)
        from beta in Gen.Choose(-60, 60)
        select new ShiftedBetaGeometric { Alpha = Math.Pow(10, alpha / 20.0), Beta = Math.Pow(10, beta / 20.0) };

    [Fact]
    public void Projections_agree_with_the_reference()
    {
        Dictionary<string, ShiftedBetaGeometric> models = ReferenceTable.Read("retention/sbg_del_derl.csv")
            .GroupBy(row => row["dataset"])
            .ToDictionary(rows => rows.Key, rows => new ShiftedBetaGeometric { Alpha = rows.First().Number("alpha"), Beta = rows.First().Number("beta") });
        foreach (ReferenceRow row in ReferenceTable.Read("retention/sbg_projection.csv"))
        {
            ShiftedBetaGeometric model = models[row["dataset"]];
            int t = (int)row.Whole("t");
            Close.Relative(row.Number("survival"), model.Survival(t), 1e-13, row);
            if (t > 0)
            {
                Close.Relative(row.Number("P_T_eq_t"), model.Lost(t), 1e-13, row);
                Close.Relative(row.Number("retention_rate"), model.Retention(t), 1e-13, row);
            }
        }
    }

    [Fact]
    public void Discounted_lifetimes_agree_with_the_reference()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("retention/sbg_del_derl.csv"))
        {
            var model = new ShiftedBetaGeometric { Alpha = row.Number("alpha"), Beta = row.Number("beta") };
            var discount = PeriodRate.PerPeriod(row.Number("discount_rate"));
            int n = (int)row.Whole("n_periods_active");
            double value = row["quantity"] switch
            {
                "DEL" => model.DiscountedLifetime(discount),
                "DERL" => model.DiscountedResidualLifetime(n, discount),
                "retention_elasticity" => model.RetentionElasticity(n, discount),
                _ => model.DiscountedLifetime(discount, n),
            };
            Close.Relative(row.Number("value"), value, 1e-13, row);
        }
    }

    [Fact]
    public void Discounted_lifetimes_agree_with_the_reference_at_every_discount()
    {
        foreach (ReferenceRow row in ReferenceTable.Read("retention/discounted_lifetime.csv"))
        {
            var model = new ShiftedBetaGeometric { Alpha = row.Number("alpha"), Beta = row.Number("beta") };
            Close.Relative(row.Number("value"), model.DiscountedLifetime(PeriodRate.PerPeriod(row.Number("discount"))), 1e-13, row);
        }
    }

    [Fact]
    public void Survival_is_what_the_periods_keep_and_lose() => Law.Holds(Model, Gen.Choose(1, 200), (model, t) =>
    {
        Close.Relative(model.Survival(t - 1) * model.Retention(t), model.Survival(t), 1e-13);
        Close.Near(model.Survival(t - 1) - model.Survival(t), model.Lost(t), 1e-13);
        Assert.True(model.Retention(t + 1) > model.Retention(t));
        Close.Near(1 - model.MeanChurn, model.Retention(1), 1e-15);
    });

    [Fact]
    public void A_residual_lifetime_is_what_is_left_of_a_lifetime() => Law.Holds(Model, Gen.Choose(1, 40), Gen.Elements(1e-9, 1e-4, 0.01, 0.1, 2), (model, n, d) =>
    {
        var discount = PeriodRate.PerPeriod(d);
        // Today's periods, and at the nth renewal the rest.
        double rest = model.Survival(n - 1) * model.DiscountedResidualLifetime(n, discount) * Math.Pow(1 + d, -n);
        Close.Relative(model.DiscountedLifetime(discount), model.DiscountedLifetime(discount, n) + rest, 1e-12);
        Close.Relative(1 + model.DiscountedResidualLifetime(n, discount) / (1 + d), model.RetentionElasticity(n, discount), 1e-13);
        Assert.True(model.DiscountedLifetime(PeriodRate.PerPeriod(d * 1.01)) <= model.DiscountedLifetime(discount) * (1 + 1e-14));
    });

    [Fact]
    public void Extreme_parameters_and_discounts_end()
    {
        foreach (double alpha in new[] { 1e-300, 0.5, 2, 1e300 })
        {
            foreach (double beta in new[] { 1e-300, 3, 1e300 })
            {
                var model = new ShiftedBetaGeometric { Alpha = alpha, Beta = beta };
                foreach (double d in new[] { 1e-300, 0.5, 0.999, 1, 1e150, 1e300, double.MaxValue })
                {
                    Assert.InRange(model.DiscountedLifetime(PeriodRate.PerPeriod(d)), 1 - 1e-14, 1 + (1.000001 / d));
                }
            }
        }
    }

    [Fact]
    public void Without_discount_a_lifetime_is_finite_only_for_alpha_above_1()
    {
        var model = new ShiftedBetaGeometric { Alpha = 1.5, Beta = 2 };
        Assert.Equal(5, model.DiscountedLifetime(default));
        Close.Relative(5, model.DiscountedLifetime(PeriodRate.PerPeriod(1e-40)), 1e-13);
        Close.Relative(3 / 4.5 * (1 + 4 / 0.5), model.DiscountedResidualLifetime(2, default), 1e-15);
        ShiftedBetaGeometric eternal = model with { Alpha = 1 };
        Throws(
            "discount is 0 with alpha 1; the lifetime over all time is then infinite, for alpha is not above 1: give a discount above 0, or a number of periods",
            () => eternal.DiscountedLifetime(default));
        Throws(
            "discount is -0.01 a period; a lifetime over all time is finite only at a discount above 0, or of 0 with alpha above 1: name a number of periods",
            () => model.DiscountedLifetime(PeriodRate.PerPeriod(-0.01)));
        Close.Relative(1 + (2 / 3.0), eternal.DiscountedLifetime(default, 2), 1e-15);
        Close.Relative(1 + (2 / 3.5 / 0.99), model.DiscountedLifetime(PeriodRate.PerPeriod(-0.01), 2), 1e-15);
    }

    [Fact]
    public void An_annual_discount_of_monthly_cohorts_needs_the_length_of_their_period()
    {
        var model = new ShiftedBetaGeometric { Alpha = 0.7, Beta = 5 };
        Throws(
            "the rate is 10.0% a year and the length of a period is not named; name it, such as PeriodKind.Month, or give the rate per period",
            () => model.DiscountedLifetime(PeriodRate.PerYear(0.1)));
        Close.Relative(
            model.DiscountedLifetime(PeriodRate.PerPeriod(Math.Pow(1.1, 1 / 12.0) - 1)),
            (model with { Period = PeriodKind.Month }).DiscountedLifetime(PeriodRate.PerYear(0.1)),
            1e-13);
        Throws(
            "the rate is 10.0% a year and a period is a week, which is no whole number of weeks; give the rate per period",
            () => (model with { Period = PeriodKind.Week }).DiscountedLifetime(PeriodRate.PerYear(0.1)));
    }

    [Fact]
    public void Bad_input_is_named()
    {
        var model = new ShiftedBetaGeometric { Alpha = 1, Beta = 1 };
        Throws("Alpha is 0; a parameter of a beta distribution is a finite number above 0", () => model with { Alpha = 0 });
        Throws("Beta is NaN; a parameter of a beta distribution is a finite number above 0", () => model with { Beta = double.NaN });
        Throws("Period is 9; allowed are Week, Month, Quarter, HalfYear, Year", () => model with { Period = (PeriodKind)9 });
        Throws("periods is -1; allowed are 0 to 10000", () => model.Survival(-1));
        Throws("period is 0; allowed are 1 to 10000", () => model.Retention(0));
        Throws("period is 0; allowed are 1 to 10000", () => model.Lost(0));
        Throws("periodsActive is 0; allowed are 1 to 10000", () => model.DiscountedResidualLifetime(0, PeriodRate.PerPeriod(0.1)));
        Throws("periodsActive is 0; allowed are 1 to 10000", () => model.RetentionElasticity(0, PeriodRate.PerPeriod(0.1)));
        Throws("periods is 0; allowed are 1 to 10000", () => model.DiscountedLifetime(PeriodRate.PerPeriod(0.1), 0));
        Throws("value is -1; a rate is a finite fraction above -1, such as 0.08", () => PeriodRate.PerYear(-1));
        Assert.Equal("α 1.000, β 1.000: 50.0% lost in the first period, polarization 0.33", model.ToString());
    }

    private static void Throws(string message, Func<object> call) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(call).Message, StringComparison.Ordinal);
}
